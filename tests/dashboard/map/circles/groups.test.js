import assert from "node:assert/strict";
import { test } from "node:test";
import { APART_ZOOM } from "../../../../dashboard/contract/constants.js";
import { Grouping, groupClose } from "../../../../dashboard/map/circles/groups.js";

/**
 * Groups places that lie on a line.
 * @param {number[]} xs
 * @param {number[]} rows
 * @param {number} reach
 */
const onLine = (xs, rows, reach) =>
  groupClose(
    xs,
    xs.map(() => 0),
    rows,
    reach,
    100,
  );

test("a place joins the nearest that gathers, and only one within reach", () => {
  const { of, count } = onLine([0, 2, 10, 8.5, 30], [0, 2, 1, 3, 4], 3);
  assert.deepEqual([...of], [0, 0, 1, 1, -1]);
  assert.equal(count, 2);
});

test("the most important places gather the others", () => {
  // The middle one has both within its reach; from an end only the middle one is.
  assert.deepEqual([...onLine([0, 2, 4], [1, 0, 2], 3).of], [0, 0, 0]);
  assert.deepEqual([...onLine([0, 2, 4], [0, 1, 2], 3).of], [0, 0, -1]);
});

test("places that are not to be grouped stay alone", () => {
  assert.deepEqual([...onLine([0, 0, 0], [0, 2], 1).of], [0, -1, 0]);
});

test("the crowd is what the fullest tile has", () => {
  assert.equal(onLine([0, 10, 10.5, 20, 150], [0, 1, 2, 3, 4], 1).crowd, 3);
});

test("grouping agrees with a search through all pairs", () => {
  let seed = 7;
  const draw = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const xs = Array.from({ length: 300 }, () => draw() * 40 - 20);
  const ys = Array.from({ length: 300 }, () => draw() * 40 - 20);
  const rows = xs.map((_, row) => row);
  const { of } = groupClose(xs, ys, rows, 2, 10);
  /** @type {number[]} */
  const gatherers = [];
  for (const row of rows) {
    const away = (/** @type {number} */ other) => Math.hypot(xs[other] - xs[row], ys[other] - ys[row]);
    const near = gatherers.filter((other) => away(other) < 2).sort((a, b) => away(a) - away(b));
    if (near.length) assert.equal(of[row], of[near[0]]);
    else gatherers.push(row);
  }
  assert.ok(gatherers.length < 200);
});

/** @param {number[]} xs */
function groupingOf(xs) {
  const grouping = new Grouping({ x: Float64Array.from(xs), y: new Float64Array(xs.length) });
  grouping.setOrder(
    xs.map((_, row) => row),
    new Map(xs.map((_, row) => [row, 100])),
  );
  return grouping;
}

test("groups come apart with the zoom, and at the last zoom all are apart", () => {
  const grouping = groupingOf([10, 10.01, 50]);
  assert.equal(grouping.regroup(3), true);
  assert.deepEqual(
    [0, 1, 2].map((row) => grouping.groupOf(row)),
    [0, 0, -1],
  );
  assert.equal(grouping.regroup(3), false);
  // 0.01 of a world pixel is three pixels at zoom 9.
  assert.equal(grouping.findApart([0, 1], 3, APART_ZOOM), 9);
  assert.equal(grouping.findApart([0, 1], 3, 6), 6);
  grouping.regroup(APART_ZOOM);
  assert.deepEqual(
    [0, 1, 2].map((row) => grouping.groupOf(row)),
    [-1, -1, -1],
  );
});

test("no group ever has a larger radius than 72 pixels", () => {
  const grouping = groupingOf([10, 10.01, 50]);
  assert.equal(grouping.scaleOf(5), 5);
  grouping.regroup(3);
  // Two hundred statements together.
  assert.equal(grouping.scaleOf(9), 72 / Math.sqrt(200));
  assert.equal(grouping.scaleOf(5), 5);
});
