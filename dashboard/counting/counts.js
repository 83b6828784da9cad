// Counts the statements of every place in any window of days, in the browser, while the window is dragged.
// Reads what wire.py packs; the format is told there, the way of counting in counts.py.
// Days are numbered from 1970-01-01.

import { COUNTS_HEAD, COUNTS_KINDS, COUNTS_MAGIC } from "../contract/constants.js";

/**
 * Statements of each place, filled anew by every `countWindow`; and running totals to count them with.
 * @typedef {object} Counts
 * @property {number} places
 * @property {Int32Array} statements
 * @property {Int32Array} own  Those that name the place itself.
 * @property {Int32Array} certain  Those placed for certain.
 * @property {Int32Array} ownCertain  Both.
 * @property {Total} total
 * @property {number} undated
 * @property {Int32Array} first  Where the days of each series begin.
 * @property {Int32Array} days
 * @property {Int32Array} begun
 * @property {Int32Array} over
 */

/**
 * Distinct statements shown, the certain ones of them, the unplaced ones, the places named themselves, and those named
 * so for certain.
 * @typedef {{ statements: number, certain: number, unplaced: number, places: number, certainPlaces: number }} Total
 */

/** @typedef {{ view: DataView, at: number }} Reader */

const HEAD_BYTES = COUNTS_HEAD * 4;
const DAY_MS = 86_400_000;

/**
 * Reads numbers of seven bits a byte; throws a RangeError where the bytes end too soon.
 * @param {Reader} reader
 */
function readStream(reader) {
  const length = reader.view.getInt32(reader.at, true);
  const size = reader.view.getInt32(reader.at + 4, true);
  const bytes = new Uint8Array(reader.view.buffer, reader.at + 8, size);
  reader.at += 8 + size;
  if (length > size) throw new RangeError("The counts are damaged: a stream is shorter than it says.");
  const values = new Int32Array(length);
  let at = 0;
  for (let i = 0; i < length; i += 1) {
    let byte = bytes[at++];
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++];
      value |= (byte & 127) << shift;
    }
    values[i] = value;
  }
  return values;
}

/**
 * Adds running totals of one kind, before each step and after the last, in every COUNTS_KINDS-th cell.
 * @param {Int32Array} totals
 * @param {number} kind
 * @param {Reader} reader
 */
function addColumn(totals, kind, reader) {
  const gaps = readStream(reader);
  const values = readStream(reader);
  let cell = kind;
  let until = kind + COUNTS_KINDS;
  let sum = 0;
  for (let i = 0; i < gaps.length; i += 1) {
    until += gaps[i] * COUNTS_KINDS;
    for (; cell < until; cell += COUNTS_KINDS) totals[cell] += sum;
    sum += (values[i] >>> 1) ^ -(values[i] & 1);
  }
  for (; cell < totals.length; cell += COUNTS_KINDS) totals[cell] += sum;
}

/**
 * Reads what the server packed.
 * @param {ArrayBuffer} buffer
 * @returns {Counts}
 */
export function decodeCounts(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < HEAD_BYTES || view.getUint32(0, true) !== COUNTS_MAGIC) {
    throw new Error("These are no counts of Dateline.");
  }
  const [series, undated, base, steps, columns] = [4, 8, 12, 16, 20].map((at) => view.getInt32(at, true));
  const reader = { view, at: HEAD_BYTES };
  const sizes = readStream(reader);
  const days = readStream(reader);
  const first = addUpDays(days, sizes, series, base);
  const begun = new Int32Array((steps + 1) * COUNTS_KINDS);
  for (let kind = 0; kind < COUNTS_KINDS; kind += 1) addColumn(begun, kind, reader);
  let over = begun;
  if (columns > COUNTS_KINDS) {
    over = begun.slice();
    for (let kind = 0; kind < COUNTS_KINDS; kind += 1) addColumn(over, kind, reader);
  }
  const places = series - 2;
  const [statements, own, certain, ownCertain] = Array.from({ length: 4 }, () => new Int32Array(places));
  const total = { statements: 0, certain: 0, unplaced: 0, places: 0, certainPlaces: 0 };
  return { places, statements, own, certain, ownCertain, total, undated, first, days, begun, over };
}

/**
 * Makes days of the gaps between them, and tells where those of each series begin.
 * @param {Int32Array} days
 * @param {Int32Array} sizes
 * @param {number} series
 * @param {number} base
 */
function addUpDays(days, sizes, series, base) {
  const first = new Int32Array(series + 1);
  for (let i = 0; i < series; i += 1) {
    first[i + 1] = first[i] + sizes[i];
    let day = base;
    for (let j = first[i]; j < first[i + 1]; j += 1) {
      day += days[j];
      days[j] = day;
    }
  }
  return first;
}

/**
 * Finds the first step after a day.
 * @param {Int32Array} days
 * @param {number} low
 * @param {number} high
 * @param {number} day
 */
function findAfter(days, low, high, day) {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (days[middle] <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Fills the numbers of all places for a window; both days are included.
 * @param {Counts} counts
 * @param {number} startDay
 * @param {number} endDay
 */
export function countWindow(counts, startDay, endDay) {
  const { first, days, begun, over, statements, own, certain, ownCertain, places, total } = counts;
  total.places = 0;
  total.certainPlaces = 0;
  for (let i = 0; i < places + 2; i += 1) {
    const before = findAfter(days, first[i], first[i + 1], startDay - 1);
    const last = findAfter(days, before, first[i + 1], endDay) * COUNTS_KINDS;
    const eve = before * COUNTS_KINDS;
    const both = begun[last] - over[eve];
    const named = both + begun[last + 1] - over[eve + 1];
    const sure = both + begun[last + 2] - over[eve + 2];
    const all = named + sure - both + begun[last + 3] - over[eve + 3];
    if (i < places) {
      statements[i] = all;
      own[i] = named;
      certain[i] = sure;
      ownCertain[i] = both;
      total.places += named > 0 ? 1 : 0;
      total.certainPlaces += both > 0 ? 1 : 0;
    } else if (i === places) {
      total.statements = all;
      total.certain = sure;
    } else {
      total.unplaced = all;
    }
  }
  return counts;
}

/**
 * Finds the last day of a window on which a statement of a place begins or ends; -Infinity where all go on beyond it.
 * @param {Counts} counts
 * @param {number} place
 * @param {number} startDay
 * @param {number} endDay
 * @param {boolean} isSure  Whether certain placements alone count.
 */
export function lastDay({ first, days, begun, over }, place, startDay, endDay, isSure) {
  const before = findAfter(days, first[place], first[place + 1], startDay - 1);
  let at = findAfter(days, before, first[place + 1], endDay);
  const moves = (/** @type {number} */ kind) =>
    [begun, over].some((sums) => sums[at * COUNTS_KINDS + kind] !== sums[(at - 1) * COUNTS_KINDS + kind]);
  while (isSure && at > before && !moves(0) && !moves(2)) at -= 1;
  return at > before ? days[at - 1] : -Infinity;
}

/**
 * Sums up the statements of a place over all dates, to tell which places matter most.
 * @param {Counts} counts
 * @param {number} place
 */
export function sumUp({ first, begun }, place) {
  let sum = 0;
  for (let kind = 0; kind < COUNTS_KINDS; kind += 1) {
    sum += begun[first[place + 1] * COUNTS_KINDS + kind] - begun[first[place] * COUNTS_KINDS + kind];
  }
  return sum;
}

/** @param {string} isoDate */
export function dayNumber(isoDate) {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);
}
