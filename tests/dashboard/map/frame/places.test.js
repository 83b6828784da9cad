import assert from "node:assert/strict";
import { test } from "node:test";
import { Places } from "../../../../dashboard/map/frame/places.js";

const PLACES = new Places({
  ids: ["a", "b", "c", "d"],
  names: ["A", "B", "C", "D"],
  lats: [1, 2, 3, 4],
  lons: [5, 6, 7, 8],
  kinds: [1, 0, 1, 2],
  marks: ["circle", "circle", "shade", ""],
});

test("places are found by their ids, and told apart by how they are drawn", () => {
  assert.deepEqual([PLACES.circles, PLACES.shades], [[0, 1], [2]]);
  assert.deepEqual(
    ["a", "c", "x", ""].map((id) => PLACES.rowOf(id)),
    [0, 2, -1, -1],
  );
  assert.deepEqual(
    ["b", "c", "d", "x"].map((id) => PLACES.circleOf(id)),
    [1, -1, -1, -1],
  );
  assert.equal(PLACES.nameOf("c"), "C");
  assert.deepEqual(PLACES.kindsShown, new Set([1, 0]));
});

test("the most named place comes first, and of two alike the capital", () => {
  assert.deepEqual(PLACES.order((row) => row).rows, [1, 0]);
  assert.deepEqual(PLACES.order((row) => 5 - row).rows, [0, 1]);
  assert.deepEqual(PLACES.order(() => 3).rows, [1, 0]);
  assert.deepEqual(PLACES.order(() => 3).sums.get(0), 3);
});
