import assert from "node:assert/strict";
import { test } from "node:test";
import "../../leaflet.js";

const { Taken } = await import("../../../../dashboard/map/ground/taken.js");

test("a box is free where it touches no other, whatever the cells", () => {
  const taken = new Taken(10);
  taken.add([5, 5, 25, 8]);
  assert.equal(taken.isFree([0, 0, 4, 100]), true);
  assert.equal(taken.isFree([24, 7, 60, 60]), false);
  assert.equal(taken.isFree([25, 5, 60, 8]), true);
  assert.equal(taken.isFree([-20, -20, 6, 6]), false);
  assert.equal(taken.isFree([10, 8, 12, 9]), true);
});
