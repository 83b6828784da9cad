import assert from "node:assert/strict";
import { test } from "node:test";
import { SHADES } from "../../../../dashboard/contract/constants.js";
import { classBreaks, tintOf } from "../../../../dashboard/map/regions/tints.js";

test("breaks are numbers a reader can name", () => {
  assert.deepEqual(classBreaks(0), [1]);
  assert.deepEqual(classBreaks(1), [1]);
  assert.deepEqual(classBreaks(12), [1, 2, 5, 10]);
  assert.deepEqual(classBreaks(20), [1, 2, 5, 10, 20]);
  assert.deepEqual(classBreaks(50), [1, 5, 10, 20, 50]);
  assert.deepEqual(classBreaks(1999), [1, 100, 200, 500, 1000]);
});

test("there are never more tints than there are colours, and each number has one", () => {
  for (let most = 1; most < 30_000; most += 7) {
    const breaks = classBreaks(most);
    assert.ok(breaks.length <= SHADES);
    assert.equal(tintOf(1, breaks), 0);
    assert.equal(tintOf(most, breaks), breaks.length - 1);
  }
  assert.equal(tintOf(0, [1, 2]), -1);
});
