import assert from "node:assert/strict";
import { test } from "node:test";
import "../../leaflet.js";

const { listSpots } = await import("../../../../dashboard/map/labels/names.js");

test("a name is tried right, left, above and below its circle", () => {
  const boxes = listSpots({ x: 100, y: 100, r: 6 }, 40, false).map(({ box }) => box);
  assert.deepEqual(boxes, [
    [110, 92.5, 150, 107.5],
    [50, 92.5, 90, 107.5],
    [80, 75, 120, 90],
    [80, 110, 120, 125],
  ]);
});

test("the selected place's name has more room", () => {
  const [{ room, height }] = listSpots({ x: 0, y: 0, r: 1 }, 40, true);
  assert.deepEqual([room, height], [52, 20]);
});
