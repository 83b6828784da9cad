// Tells the class of colour of each place in a window: how recent, of what kind, from which source. The classes and
// their colours are those of the contract.

import { KIND_SEVERAL, SOURCE_OTHER, SOURCE_SEVERAL } from "../../contract/constants.js";
import { countWindow, lastDay } from "../../counting/counts.js";

/** @typedef {import("../../counting/counts.js").Counts} Counts */
/** @typedef {import("../../contract/contract.d.ts").Colour} Colour */
/** @typedef {{ places: number[], sources: number[], counts: Counts }} SourceCounts */

/**
 * What places are classed by.
 * @typedef {object} Classed
 * @property {Colour} colour
 * @property {{ kinds: number[] }} places
 * @property {Counts} counts
 * @property {Int32Array} n  Statements shown, by row.
 * @property {{ start: number, end: number }} window
 * @property {boolean} isSure  Whether certain placements alone count.
 * @property {number[]} days  Age in days up to which a place belongs to each class of recency.
 * @property {SourceCounts | null} sources  Null as long as they are not here.
 */

/**
 * Puts places into classes.
 * @param {Uint8Array} classes  Filled for the rows given.
 * @param {number[]} rows
 * @param {Classed} by
 */
export function classify(classes, rows, by) {
  if (by.colour === "recency") classifyRecency(classes, rows, by);
  else if (by.colour === "kind") for (const row of rows) classes[row] = by.places.kinds[row];
  else if (by.colour === "source" && by.sources) classifySources(classes, rows, by, by.sources);
  else classes.fill(0);
}

/**
 * @param {Uint8Array} classes
 * @param {number[]} rows
 * @param {Pick<Classed, "counts" | "window" | "isSure" | "days">} by
 */
function classifyRecency(classes, rows, { counts, window: { start, end }, isSure, days }) {
  for (const row of rows) {
    const age = end - lastDay(counts, row, start, end, isSure);
    let recency = 0;
    while (recency < days.length && age > days[recency]) recency += 1;
    classes[row] = recency;
  }
}

/**
 * Finds the source that tells more than half of what is said of a place.
 * @param {Uint8Array} classes
 * @param {number[]} rows
 * @param {Pick<Classed, "n" | "window" | "isSure">} by
 * @param {SourceCounts} sources
 */
function classifySources(classes, rows, { n, window: { start, end }, isSure }, sources) {
  countWindow(sources.counts, start, end);
  const numbers = isSure ? sources.counts.certain : sources.counts.statements;
  const rest = Int32Array.from(n);
  classes.fill(SOURCE_SEVERAL);
  for (let pair = 0; pair < numbers.length; pair += 1) {
    const number = numbers[pair];
    if (!number) continue;
    const row = sources.places[pair];
    rest[row] -= number;
    if (2 * number > n[row]) classes[row] = sources.sources[pair];
  }
  for (const row of rows) if (2 * rest[row] > n[row]) classes[row] = SOURCE_OTHER;
}

/**
 * Gives the class of several places drawn as one.
 * @param {Colour} colour
 * @param {number} one
 * @param {number} other
 */
export function joinClasses(colour, one, other) {
  if (one === other || colour === "recency" || colour === "one") return Math.min(one, other);
  return colour === "kind" ? KIND_SEVERAL : SOURCE_SEVERAL;
}
