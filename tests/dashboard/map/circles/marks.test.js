import assert from "node:assert/strict";
import { test } from "node:test";
import { Grouping } from "../../../../dashboard/map/circles/groups.js";
import { Marks } from "../../../../dashboard/map/circles/marks.js";

const WORLDS = { x: Float64Array.of(10, 10.01, 50), y: Float64Array.of(20, 20, 20) };

/** @param {number[]} n */
function makeTold(n) {
  const rows = n.flatMap((each, row) => (each ? [row] : []));
  return {
    rows,
    n: Int32Array.from(n),
    certain: Int32Array.from(n),
    classes: Uint8Array.of(1, 2, 1),
    colour: /** @type {const} */ ("kind"),
    pxPerRoot: 2,
  };
}

function makeGrouping() {
  const grouping = new Grouping(WORLDS);
  grouping.setOrder([0, 1, 2], new Map([0, 1, 2].map((row) => [row, 4])));
  grouping.regroup(3);
  return grouping;
}

test("places close together are one mark, where their statements are", () => {
  const marks = new Marks(WORLDS);
  const [group, alone] = marks.make(makeTold([3, 1, 2]), makeGrouping(), -1);
  assert.deepEqual([group, alone], [3, 2]);
  assert.deepEqual([...marks.of], [3, 3, 2]);
  assert.deepEqual([marks.n[group], marks.size[group], marks.head[group]], [4, 2, 0]);
  assert.ok(Math.abs(marks.x[group] - 10.0025) < 1e-9);
  assert.equal(marks.targets[group], 4);
});

test("a group of which the window has one place alone is that place", () => {
  const marks = new Marks(WORLDS);
  assert.deepEqual(marks.make(makeTold([0, 5, 9]), makeGrouping(), -1), [2, 1]);
  assert.deepEqual([...marks.of], [-1, 1, 2]);
  assert.deepEqual([marks.n[1], marks.size[1], marks.head[1], marks.x[1]], [5, 1, 1, 10.01]);
});

test("the selected place is drawn by itself", () => {
  const marks = new Marks(WORLDS);
  marks.make(makeTold([3, 1, 2]), makeGrouping(), 1);
  assert.deepEqual([...marks.of], [0, 1, 2]);
});

test("a group bears the name of the place with most statements, or of the most named one", () => {
  const marks = new Marks(WORLDS);
  marks.make(makeTold([1, 3, 0]), makeGrouping(), -1);
  assert.equal(marks.head[3], 1);
  marks.make(makeTold([2, 2, 0]), makeGrouping(), -1);
  assert.equal(marks.head[3], 0);
});

test("a mark is certain where one of its places is", () => {
  const marks = new Marks(WORLDS);
  const told = makeTold([1, 1, 1]);
  told.certain = Int32Array.of(0, 1, 0);
  marks.make(told, makeGrouping(), -1);
  assert.deepEqual([marks.isCertain[3], marks.isCertain[2]], [1, 0]);
});

test("a place that another joins keeps its size instead of growing from nothing", () => {
  const marks = new Marks(WORLDS);
  const grouping = makeGrouping();
  marks.make(makeTold([4, 0, 0]), grouping, -1);
  marks.radii.set(marks.targets);
  marks.make(makeTold([4, 5, 0]), grouping, -1);
  assert.equal(marks.radii[3], 0); // the head is another place, which was not drawn
  marks.make(makeTold([4, 0, 0]), grouping, -1);
  marks.radii.set(marks.targets);
  marks.make(makeTold([4, 1, 0]), grouping, -1);
  assert.deepEqual([marks.radii[3], marks.radii[0]], [4, 0]);
});
