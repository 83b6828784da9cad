// Which tint a region gets for its number of statements.

import { BREAK_STEPS, SHADES } from "../../contract/constants.js";

/**
 * Gives the lowest number of each tint, of a scale a reader can name: 1, 2, 5, 10, 20, 50 ...; as class_breaks of Python.
 * @param {number} most  Statements of the region with most.
 */
export function classBreaks(most) {
  const end = Math.max(most, 1);
  /** @type {number[]} */
  const scale = [];
  for (let power = 1; power <= end; power *= 10) scale.push(...BREAK_STEPS.map((step) => step * power));
  const reached = scale.filter((step) => step <= end);
  return reached.length > SHADES ? [1, ...reached.slice(1 - SHADES)] : reached;
}

/**
 * Gives the tint of a number, from 0; -1 for none.
 * @param {number} n
 * @param {number[]} breaks
 */
export function tintOf(n, breaks) {
  return breaks.filter((from) => from <= n).length - 1;
}
