import assert from "node:assert/strict";
import { test } from "node:test";
import { circleSizes, sayRanges } from "../../../../dashboard/map/labels/legend.js";

test("the key shows the largest circle and at most two round ones well below it", () => {
  assert.deepEqual(circleSizes(0), []);
  assert.deepEqual(circleSizes(1), [1]);
  assert.deepEqual(circleSizes(14), [1, 14]);
  assert.deepEqual(circleSizes(15), [1, 10, 15]);
  assert.deepEqual(circleSizes(2400), [100, 1000, 2400]);
});

test("tints are said as ranges", () => {
  assert.deepEqual(sayRanges([1, 2, 5, 1000]), ["1", "2–4", "5–999", "1,000+"]);
  assert.deepEqual(sayRanges([]), []);
});
