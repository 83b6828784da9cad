import assert from "node:assert/strict";
import { test } from "node:test";
import { stepOf } from "../../../../dashboard/timeline/plot/dragging.js";
import { makeStanding } from "../words.js";

/** @import { Grip } from "../../../../dashboard/timeline/figures.js" */

const STANDING = makeStanding({}, { start: 61, end: 74 });

test("arrows go a day, with Shift a week, and the page keys a week", () => {
  const keys = ["ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "PageDown", "PageUp"];
  assert.deepEqual(
    keys.map((key) => stepOf(key, false, "band", STANDING)),
    [-1, -1, 1, 1, -7, 7],
  );
  assert.deepEqual(
    keys.map((key) => stepOf(key, true, "band", STANDING)),
    [-7, -7, 7, 7, -7, 7],
  );
});

test("Home and End go as far as what they move can", () => {
  /** @type {[Grip, number, number][]} */
  const ways = [
    ["start", -61, 13],
    ["band", -61, 31],
    ["end", -13, 31],
  ];
  for (const [grip, home, end] of ways) {
    assert.equal(stepOf("Home", false, grip, STANDING), home, grip);
    assert.equal(stepOf("End", false, grip, STANDING), end, grip);
  }
});

test("other keys move nothing", () => {
  for (const key of ["a", "Enter", "Tab", "toString"]) assert.equal(stepOf(key, false, "band", STANDING), null, key);
});
