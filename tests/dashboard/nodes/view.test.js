import assert from "node:assert/strict";
import { test } from "node:test";
import { cardAfter } from "../../../dashboard/nodes/view.js";

test("j and k and the arrows go from card to card", () => {
  assert.deepEqual([cardAfter("j", 2, 9), cardAfter("ArrowDown", 2, 9)], [3, 3]);
  assert.deepEqual([cardAfter("k", 2, 9), cardAfter("ArrowUp", 2, 9)], [1, 1]);
  assert.equal(cardAfter("k", 0, 9), 0);
  assert.equal(cardAfter("j", -1, 9), 0, "from the list itself to its first card");
});

test("Home and End go to the first and the last", () => {
  assert.deepEqual([cardAfter("Home", 4, 9), cardAfter("End", 4, 9)], [0, 8]);
});

test("other keys go nowhere", () => {
  for (const key of ["x", "Enter", " ", "toString"]) assert.equal(cardAfter(key, 1, 9), undefined, key);
});
