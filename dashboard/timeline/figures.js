// What the server sends the time control, what is counted with it, and where the window may stand.
import { barAround, toDay } from "./days.js";

/** @import { Basis, ScrubberMessage, ScrubberWords, Unit } from "../contract/contract.d.ts" */

/**
 * Days from the first to the last, both included. Inside the control they are counted from the first day of the data;
 * what leaves it counts from 1970-01-01.
 *
 * @typedef {{ start: number, end: number }} Stretch
 */

/** @typedef {"week" | "month" | "all"} Preset */

/**
 * What is drawn: the days from the first to before the last, and how many statements are dated to them.
 *
 * @typedef {{ from: number, to: number, n: number }} Bar
 */

/** @typedef {"start" | "band" | "end"} Grip */

/**
 * The window as it is: its days, which dates count, and what it is counted and told with.
 *
 * @typedef {{ readonly words: ScrubberWords, readonly figures: Figures, readonly basis: Basis, readonly days: Stretch }} Standing
 */

/**
 * Keep a number between two others.
 *
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * Name what is counted with, to tell new figures from the same ones sent again.
 *
 * @param {ScrubberMessage} message
 */
export const nameFigures = ({ first, unit, events, publications, spans, starts, ends }) =>
  JSON.stringify([first, unit, events, publications, spans, starts, ends]);

/** What is counted with; it never changes. */
export class Figures {
  /** @type {Record<Basis, number[]>} */
  #dated;
  /** @type {Record<Basis, number[]>} */
  #begun;
  /** @type {Record<Basis, number[]>} */
  #over;

  /** @param {ScrubberMessage} message */
  constructor(message) {
    const [events, publications] = [addUp(message.events), addUp(message.publications)];
    this.epoch = toDay(message.first);
    this.days = message.events.length;
    this.unit = message.unit;
    this.spans = message.spans;
    this.#dated = { event: events, publication: publications };
    this.#begun = { event: addUp(message.starts), publication: publications };
    this.#over = { event: addUp(message.ends), publication: publications };
  }

  /** @returns {Stretch} */
  get whole() {
    return { start: 0, end: this.days - 1 };
  }

  /**
   * Count the statements whose date overlaps these days.
   *
   * @param {Basis} basis
   * @param {Stretch} days
   */
  countOver(basis, { start, end }) {
    return this.#begun[basis][end + 1] - this.#over[basis][start];
  }

  /**
   * Count the statements dated to one day each, by unit.
   *
   * @param {Basis} basis
   * @param {Unit} unit
   * @returns {Bar[]}
   */
  barsOf(basis, unit) {
    const sums = this.#dated[basis];
    const bars = [];
    for (let day = 0; day < this.days; ) {
      const to = Math.min(barAround(unit, this.epoch + day)[1] - this.epoch, this.days);
      bars.push({ from: day, to, n: sums[to] - sums[day] });
      day = to;
    }
    return bars;
  }

  /**
   * Number days from 1970-01-01, as all that leaves the control does.
   *
   * @param {Stretch} days
   * @returns {Stretch}
   */
  date({ start, end }) {
    return { start: this.epoch + start, end: this.epoch + end };
  }

  /**
   * Tell the days of a preset: the last seven with statements, the whole month in the middle, or all.
   *
   * @param {Preset} preset
   * @param {Basis} basis
   * @param {Stretch} now
   * @returns {Stretch}
   */
  choose(preset, basis, now) {
    if (preset === "all") return this.whole;
    if (preset === "week") {
      const sums = this.#dated[basis];
      const all = sums[this.days];
      const end = all ? sums.indexOf(all) - 1 : this.days - 1;
      return { start: Math.max(0, end - 6), end };
    }
    const [from, to] = barAround("month", this.epoch + Math.floor((now.start + now.end) / 2));
    return this.clip({ start: from - this.epoch, end: to - this.epoch - 1 });
  }

  /**
   * Bring each end of a stretch within the days that there are.
   *
   * @param {Stretch} days
   * @returns {Stretch}
   */
  clip({ start, end }) {
    return { start: clamp(start, 0, this.days - 1), end: clamp(end, 0, this.days - 1) };
  }

  /**
   * Move both ends, as far as there are days.
   *
   * @param {Stretch} days
   * @param {number} by
   * @returns {Stretch}
   */
  shift({ start, end }, by) {
    const to = clamp(start + by, 0, this.days - 1 - (end - start));
    return { start: to, end: to + end - start };
  }

  /**
   * Move what a hand holds; one end stops at the other.
   *
   * @param {Stretch} days
   * @param {Grip} grip
   * @param {number} by
   * @returns {Stretch}
   */
  pull({ start, end }, grip, by) {
    if (grip === "band") return this.shift({ start, end }, by);
    if (grip === "start") return { start: clamp(start + by, 0, end), end };
    return { start, end: clamp(end + by, start, this.days - 1) };
  }
}

/** @param {number[]} counts */
function addUp(counts) {
  const sums = [0];
  for (const n of counts) sums.push(sums[sums.length - 1] + n);
  return sums;
}
