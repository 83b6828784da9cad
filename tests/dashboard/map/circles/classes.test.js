import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND_SEVERAL, SOURCE_OTHER, SOURCE_SEVERAL } from "../../../../dashboard/contract/constants.js";
import { classify, joinClasses } from "../../../../dashboard/map/circles/classes.js";

/** @typedef {import("../../../../dashboard/counting/counts.js").Counts} Counts */
/** @typedef {import("../../../../dashboard/map/circles/classes.js").Classed} Classed */

/**
 * Counts of places that each have one statement of their own, placed for certain, on each of their days.
 * @param {number[][]} daysOf
 * @returns {Counts}
 */
function makeCounts(daysOf) {
  const series = [...daysOf, [], []];
  const first = Int32Array.from([0, ...series.map((_, i) => series.slice(0, i + 1).flat().length)]);
  const days = Int32Array.from(series.flat());
  const begun = new Int32Array((days.length + 1) * 4);
  for (let step = 0; step <= days.length; step += 1) begun[step * 4] = step;
  const [statements, own, certain, ownCertain] = Array.from({ length: 4 }, () => new Int32Array(daysOf.length));
  const total = { statements: 0, certain: 0, unplaced: 0, places: 0, certainPlaces: 0 };
  return {
    places: daysOf.length,
    statements,
    own,
    certain,
    ownCertain,
    total,
    undated: 0,
    first,
    days,
    begun,
    over: begun,
  };
}

/** @type {Classed} */
const BY = {
  colour: "one",
  places: { kinds: [] },
  counts: makeCounts([]),
  n: new Int32Array(0),
  window: { start: 0, end: 100 },
  isSure: false,
  days: [0, 2, 6],
  sources: null,
};

test("places are classed by the age of their latest statement", () => {
  const counts = makeCounts([[100], [99], [98], [97], [94], [93], [101]]);
  const classes = new Uint8Array(7);
  classify(classes, [0, 1, 2, 3, 4, 5, 6], { ...BY, colour: "recency", counts });
  assert.deepEqual([...classes], [0, 1, 1, 2, 2, 3, 3]);
});

test("places are classed by their kind", () => {
  const classes = new Uint8Array(3).fill(9);
  classify(classes, [0, 2], { ...BY, colour: "kind", places: { kinds: [3, 1, 2] } });
  assert.deepEqual([...classes], [3, 9, 2]);
});

test("a source has to tell more than half of what is said of a place", () => {
  // Pairs of place and source, each with as many statements as it has days.
  const pairs = makeCounts([[1, 2, 3], [4], [5, 6], [7, 8], [9]]);
  const sources = { places: [0, 0, 1, 1, 2], sources: [4, 1, 2, 3, 0], counts: pairs };
  const classes = new Uint8Array(4);
  // Of place 0 the first tells three of four; of 1 neither; of 2 others tell three of four; of 3 others tell all.
  classify(classes, [0, 1, 2, 3], { ...BY, colour: "source", n: Int32Array.of(4, 4, 4, 2), sources });
  assert.deepEqual([...classes], [4, SOURCE_SEVERAL, SOURCE_OTHER, SOURCE_OTHER]);
});

test("without sources all places are alike", () => {
  const classes = new Uint8Array(2).fill(5);
  classify(classes, [0, 1], { ...BY, colour: "source" });
  assert.deepEqual([...classes], [0, 0]);
});

test("several places in one circle have the class of all, of the latest, or of several", () => {
  assert.equal(joinClasses("kind", 2, 2), 2);
  assert.equal(joinClasses("kind", 2, 1), KIND_SEVERAL);
  assert.equal(joinClasses("source", 2, 1), SOURCE_SEVERAL);
  assert.equal(joinClasses("recency", 2, 1), 1);
  assert.equal(joinClasses("one", 0, 0), 0);
});
