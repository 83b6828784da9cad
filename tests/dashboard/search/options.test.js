import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOption } from "../../../dashboard/search/options.js";

/** @import { Find } from "../../../dashboard/contract/contract.d.ts" */

/** @param {Find[]} does */
const options = (...does) => does.map((does) => ({ do: does, id: "", name: "", note: "" }));

test("arrows pass over what only tells and go round", () => {
  const listed = options("place", "place", "words", "");
  assert.deepEqual([nextOption(listed, 0, 1), nextOption(listed, 2, 1), nextOption(listed, 0, -1)], [1, 0, 2]);
});

test("nothing is marked where nothing can be chosen", () => {
  assert.equal(nextOption(options("", ""), -1, 1), -1);
  assert.equal(nextOption([], -1, 1), -1);
});
