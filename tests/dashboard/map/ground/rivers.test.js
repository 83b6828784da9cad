import assert from "node:assert/strict";
import { test } from "node:test";
import { clipRuns, resample, setLetters } from "../../../../dashboard/map/ground/rivers.js";

/** @typedef {import("../../../../dashboard/map/ground/land.js").Spot} Spot */

test("a line is resampled at even distances", () => {
  assert.deepEqual(
    resample([
      [0, 0],
      [6, 0],
      [6, 6],
    ]),
    [
      [0, 0],
      [4, 0],
      [6, 2],
      [6, 6],
    ],
  );
});

test("what lies outside of the canvas is cut off", () => {
  /** @type {Spot[]} */
  const line = [
    [-5, 5],
    [1, 5],
    [2, 5],
    [20, 5],
    [3, 5],
    [4, 5],
    [5, 50],
    [6, 6],
  ];
  assert.deepEqual(clipRuns(line, { x: 10, y: 10 }), [line.slice(1, 3), line.slice(4, 6)]);
});

test("letters are set along a straight line, none around a bend", () => {
  const letters = [..."Nile"].map((letter) => ({ letter, width: 8 }));
  /** @type {Spot[]} */
  const straight = Array.from({ length: 20 }, (_, i) => [i * 4, 10]);
  const row = setLetters(straight, 16, letters);
  assert.deepEqual(
    row?.letters.map(({ x, y, angle }) => [x, y, angle]),
    [
      [20, 10, 0],
      [28, 10, 0],
      [36, 10, 0],
      [44, 10, 0],
    ],
  );
  /** @type {Spot[]} */
  const bent = straight.map(([x, y], i) => (i < 10 ? [x, y] : [36, y + (i - 9) * 4]));
  assert.equal(setLetters(bent, 16, letters), null);
  assert.equal(setLetters(straight, 70, letters), null);
});
