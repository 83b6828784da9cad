import assert from "node:assert/strict";
import { test } from "node:test";
import { sayBar, sayWindow } from "../../../dashboard/timeline/saying.js";
import { makeStanding } from "./words.js";

test("the window is said with its statements", () => {
  assert.equal(sayWindow(makeStanding()), "1–14 November 2017, 14 statements");
});

test("a bar is said with the statements of wider dates, where there are any", () => {
  const few = { events: [1, 0, 2, 0], starts: [2, 0, 2, 0], ends: [1, 0, 3, 0] };
  const standing = makeStanding(few, { start: 0, end: 3 });
  const said = { days: "2 September 2017", counts: "0 statements · 1 more in wider dates" };
  assert.deepEqual(sayBar(standing, { from: 1, to: 2, n: 0 }), said);
  const all = { days: "1–4 September 2017", counts: "3 statements · 1 more in wider dates" };
  assert.deepEqual(sayBar(standing, { from: 0, to: 4, n: 3 }), all);
  const none = { days: "4 September 2017", counts: "0 statements" };
  assert.deepEqual(sayBar(standing, { from: 3, to: 4, n: 0 }), none);
});
