// Plays the window: steps it forward until it holds the last day.
/** @import { Unit } from "../contract/contract.d.ts" */
/** @import { Standing, Stretch } from "./figures.js" */

/**
 * What plays may do.
 *
 * @typedef {object} Stage
 * @property {() => Standing} now
 * @property {(days: Stretch) => void} move moves the window, and tells the map alone
 * @property {(days: Stretch) => void} show draws the window elsewhere than it is
 * @property {() => void} step is called after a step that is not the last
 * @property {() => void} settle is called at the end
 * @property {(isPlaying: boolean, speed: number) => void} label is called whenever one of the two changes
 */

const STEP_MS = 800;
const GLIDE_MS = 160;
const SPEEDS = [1, 2, 4];
/** @type {Record<Unit, number>} */
const PLAYED_DAYS = { day: 1, week: 7, month: 30 };
// What is played when the window holds everything and cannot move.
/** @type {Record<Unit, number>} */
const FIRST_PLAYED_DAYS = { day: 7, week: 28, month: 182 };

/**
 * Tell where playing begins: where the window is, or at the first day when it cannot move on.
 *
 * @param {Standing} standing
 * @returns {Stretch}
 */
export function beginAt({ figures, days: { start, end } }) {
  const { whole, unit } = figures;
  if (end < whole.end) return { start, end };
  if (start > whole.start) return { start: 0, end: end - start };
  return { start: 0, end: Math.min(FIRST_PLAYED_DAYS[unit] - 1, whole.end) };
}

export class Player {
  #stage;
  #speed = SPEEDS[0];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  get isPlaying() {
    return this.#timer !== undefined;
  }

  /** Play or pause. */
  toggle() {
    if (this.isPlaying) this.pause();
    else this.#play();
  }

  /** Play at the next of the speeds. */
  quicken() {
    this.#speed = SPEEDS[(SPEEDS.indexOf(this.#speed) + 1) % SPEEDS.length];
    this.label();
  }

  /** Stay where the window is. */
  pause() {
    if (!this.isPlaying) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.label();
    this.#stage.settle();
  }

  /** Say what the buttons do. */
  label() {
    this.#stage.label(this.isPlaying, this.#speed);
  }

  #play() {
    const { days } = this.#stage.now();
    const first = beginAt(this.#stage.now());
    if (first.start !== days.start || first.end !== days.end) this.#stage.move(first);
    this.#wait();
    this.label();
  }

  #wait() {
    this.#timer = setTimeout(() => this.#step(), STEP_MS / this.#speed);
  }

  #step() {
    const { figures, days: before } = this.#stage.now();
    this.#stage.move(figures.shift(before, PLAYED_DAYS[figures.unit]));
    if (!this.#calm.matches) this.#glide(before);
    if (this.#stage.now().days.end >= figures.whole.end) {
      this.pause();
      return;
    }
    this.#stage.step();
    this.#wait();
  }

  /**
   * Only the band glides from day to day; what is counted and told is always a window of whole days.
   *
   * @param {Stretch} before
   */
  #glide(before) {
    const began = performance.now();
    const { days: target } = this.#stage.now();
    const far = target.start - before.start;
    /** @param {number} now */
    const step = (now) => {
      if (this.#stage.now().days !== target) return;
      const left = Math.max(0, 1 - (now - began) / Math.min(GLIDE_MS, STEP_MS / this.#speed));
      this.#stage.show({ start: target.start - far * left, end: target.end - far * left });
      if (left) window.requestAnimationFrame(step);
    };
    this.#stage.show(before);
    window.requestAnimationFrame(step);
  }
}
