import assert from "node:assert/strict";
import { test } from "node:test";
import { COLOURS } from "../../../../dashboard/contract/constants.js";
import { chooseStroke, project } from "../../../../dashboard/map/ground/land.js";

const LIGHT = COLOURS.light;

test("the world is projected onto 256 units, and no further than Mercator goes", () => {
  assert.deepEqual(project(0, 0, [0, 0]), [128, 128]);
  assert.deepEqual(project(-180, 0, [0, 0])[0], 0);
  assert.ok(Math.abs(project(0, 90, [0, 0])[1]) < 0.1);
  assert.deepEqual(project(0, 90, [0, 0]), project(0, 85.05, [0, 0]));
  assert.deepEqual(project(0, 0, [28, 8]), [100, 120]);
});

test("small rivers and lines between divisions are drawn from near", () => {
  assert.equal(chooseStroke({ layer: "river", rank: 8 }, 6, LIGHT), null);
  assert.equal(chooseStroke({ layer: "river", rank: 7 }, 6, LIGHT)?.width, 0.6);
  assert.equal(chooseStroke({ layer: "division", rank: 1 }, 5, LIGHT), null);
  assert.equal(chooseStroke({ layer: "division", rank: 1 }, 6, LIGHT)?.width, 1);
  assert.equal(chooseStroke({ layer: "division", rank: 2 }, 6, LIGHT), null);
});

test("a disputed border is dashed", () => {
  assert.deepEqual(chooseStroke({ layer: "border", rank: 1, disputed: true }, 6, LIGHT)?.dash, [4, 3]);
  assert.deepEqual(chooseStroke({ layer: "border", rank: 1 }, 6, LIGHT)?.dash, []);
});
