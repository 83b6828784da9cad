// Which tint a region gets for its number of statements.

import { SHADES } from "../frame/numbers.js";

/**
 * Gives the lowest number of each tint, of a scale a reader can name: 1, 2, 5, 10, 20, 50 ...; as class_breaks of Python.
 * @param {number} most  Statements of the region with most.
 */
export function classBreaks(most) {
  const end = Math.max(most, 1);
  /** @type {number[]} */
  const scale = [];
  for (let step = 1; step <= end; step *= 10) scale.push(step, step * 2, step * 5);
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
