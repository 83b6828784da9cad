// Names along rivers: the line is resampled, smoothed, and letters are set one by one where it is straight enough.

import { measureLetters } from "./styles.js";

/** @typedef {import("./land.js").Spot} Spot */
/** @typedef {import("./names.js").Board} Board */
/** @typedef {import("./styles.js").Style} Style */
/** @typedef {import("./taken.js").Box} Box */
/** @typedef {{ letter: string, width: number }} Letter */
/** @typedef {Letter & { angle: number, x: number, y: number }} SetLetter */
/** @typedef {{ letters: SetLetter[], bend: number }} Row */

const STEP = 4;
const SMOOTH = 11; // neighbours on each side: about the length of half a name
const BEND = 0.26; // radians between neighbouring letters
const STEEPEST = 1.5; // radians: steeper names stand on their heads at the next bend
const TILT_COST = 0.12;
const REPEAT = 520; // pixels between two names of one river
const START_STEP = 12;

/**
 * Gives points on a line at even distances of STEP.
 * @param {Spot[]} points
 */
export function resample(points) {
  const out = [points[0]];
  let left = STEP;
  for (let i = 1; i < points.length; i += 1) {
    let [x0, y0] = points[i - 1];
    const [x1, y1] = points[i];
    let length = Math.hypot(x1 - x0, y1 - y0);
    while (length >= left) {
      x0 += ((x1 - x0) * left) / length;
      y0 += ((y1 - y0) * left) / length;
      out.push([x0, y0]);
      length = Math.hypot(x1 - x0, y1 - y0);
      left = STEP;
    }
    left -= length;
  }
  return out;
}

/**
 * @param {Spot[]} points
 * @returns {Spot[]}
 */
function smooth(points) {
  return points.map((_, i) => {
    const near = points.slice(Math.max(0, i - SMOOTH), i + SMOOTH + 1);
    return [near.reduce((sum, p) => sum + p[0], 0) / near.length, near.reduce((sum, p) => sum + p[1], 0) / near.length];
  });
}

/**
 * Gives the pieces of a line that lie on the canvas.
 * @param {Spot[]} points
 * @param {{ x: number, y: number }} size
 */
export function clipRuns(points, size) {
  /** @type {Spot[][]} */
  const runs = [[]];
  for (const point of points) {
    const isOn = point[0] > 0 && point[1] > 0 && point[0] < size.x && point[1] < size.y;
    if (isOn) runs[runs.length - 1].push(point);
    else if (runs[runs.length - 1].length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/**
 * Moves a line sideways, so that letters set on it stand clear of the water at even distances.
 * @param {Spot[]} points
 * @param {number} lift
 * @returns {Spot[]}
 */
function shift(points, lift) {
  return points.map(([x, y], i) => {
    const [before, after] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
    return [x + Math.sin(angle) * lift, y - Math.cos(angle) * lift];
  });
}

/**
 * Sets letters along a line of even points, from a distance on; null where it bends too much for them.
 * @param {Spot[]} points
 * @param {number} start
 * @param {Letter[]} letters
 * @returns {Row | null}
 */
export function setLetters(points, start, letters) {
  /** @type {SetLetter[]} */
  const row = [];
  let [at, bend] = [start, 0];
  for (const { letter, width } of letters) {
    const exact = (at + width / 2) / STEP;
    const i = Math.floor(exact);
    const [here, next, before, after] = [points[i], points[i + 1], points[i - 3], points[i + 4]];
    if (!(here && next && before && after)) return null;
    const angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
    const last = row.at(-1);
    const turn = last ? Math.abs(Math.atan2(Math.sin(angle - last.angle), Math.cos(angle - last.angle))) : 0;
    if (turn > BEND || Math.abs(angle) > STEEPEST) return null;
    bend += turn + Math.abs(angle) * TILT_COST;
    const part = exact - i;
    const [x, y] = [here[0] + (next[0] - here[0]) * part, here[1] + (next[1] - here[1]) * part];
    row.push({ letter, width, angle, x, y });
    at += width;
  }
  return { letters: row, bend };
}

/**
 * Sets a river's name where it bends least, and again a good way off.
 * @param {Board} board
 * @param {{ name: string, lines: Spot[][] }} river
 * @param {Style} style
 */
export function paintRiverName(board, { name, lines }, style) {
  /** @type {SetLetter[]} */
  const shown = [];
  for (const { letters } of findRows(board, name, lines, style).sort((a, b) => a.bend - b.bend)) {
    if (!rowFits(letters, style, board, shown)) continue;
    shown.push(letters[0]);
    for (const letter of letters) board.taken.add(boxOfLetter(letter, style));
    paintLetters(board.pen, letters, style);
  }
}

/**
 * @param {Board} board
 * @param {string} name
 * @param {Spot[][]} lines
 * @param {Style} style
 */
function findRows({ pen, toPixels, size }, name, lines, style) {
  const { widths, width } = measureLetters(pen, name, style);
  const letters = [...name].map((letter, i) => ({ letter, width: widths[i] }));
  /** @type {Row[]} */
  const found = [];
  for (const run of lines.flatMap((line) => clipRuns(line.map(toPixels), size))) {
    const track = makeTrack(run, width * 1.2, style.size * 0.95);
    for (let start = 4 * STEP; start + width < (track.length - 5) * STEP; start += START_STEP) {
      const row = setLetters(track, start, letters);
      if (row) found.push(row);
    }
  }
  return found;
}

/**
 * Makes the line that letters stand on, read from left to right; none where the run is shorter than it has to be.
 * @param {Spot[]} run
 * @param {number} least
 * @param {number} lift
 * @returns {Spot[]}
 */
function makeTrack(run, least, lift) {
  const sampled = resample(run);
  if (sampled.length * STEP < least) return [];
  const even = smooth(smooth(sampled));
  const forward = even[even.length - 1][0] >= even[0][0] ? even : even.reverse();
  return resample(smooth(shift(forward, lift)));
}

/**
 * @param {SetLetter} letter
 * @param {Style} style
 * @returns {Box}
 */
const boxOfLetter = ({ x, y }, { size }) => [x - size * 0.5, y - size * 0.5, x + size * 0.5, y + size * 0.5];

/**
 * @param {SetLetter[]} letters
 * @param {Style} style
 * @param {Board} board
 * @param {SetLetter[]} shown  First letters of the names of this river.
 */
function rowFits(letters, style, { taken, isInside }, shown) {
  const [first] = letters;
  if (shown.some((other) => Math.hypot(other.x - first.x, other.y - first.y) <= REPEAT)) return false;
  const boxes = letters.map((letter) => boxOfLetter(letter, style));
  return boxes.every((box) => isInside(box) && taken.isFree(box));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {SetLetter[]} letters
 * @param {Style} style
 */
function paintLetters(pen, letters, style) {
  pen.save();
  pen.fillStyle = style.colour;
  for (const { letter, width, angle, x, y } of letters) {
    pen.save();
    pen.translate(x, y);
    pen.rotate(angle);
    pen.fillText(letter, -width / 2, 0);
    pen.restore();
  }
  pen.restore();
}
