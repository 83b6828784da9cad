// The counts that windows are counted with, asked for as they are needed, and forgotten when they are many.

import { decodeCounts } from "../../counting/counts.js";
import { fetchOnce, forgetFetched } from "../ground/fetched.js";

/** @typedef {import("../../counting/counts.js").Counts} Counts */
/** @typedef {import("../../contract/contract.d.ts").Scene} Scene */
/** @typedef {import("./window.d.ts").Shown} Shown */

const COUNTS_KEPT = 6;

export class Figures {
  #acts;
  /** @type {Map<string, Counts>} */
  #counts = new Map(); // by address
  /** @type {Scene | null} */
  #scene = null;

  /** @param {{ onLoad: () => void, onFail: (error: unknown) => void }} acts */
  constructor(acts) {
    this.#acts = acts;
  }

  /**
   * Takes what is told where; its numbers are not forgotten.
   * @param {Scene} scene
   */
  take(scene) {
    this.#scene = scene;
  }

  /**
   * Gives what a window is counted with, and asks for it: as long as the numbers of all windows are not here, those of
   * the one the page has just been drawn with. That one does not tell when in it a place was last spoken of.
   * @param {Scene} scene
   * @param {Shown} shown
   * @param {boolean} canDoWithOne  Whether the numbers of the window alone are enough.
   */
  find(scene, shown, canDoWithOne) {
    const every = scene.counts[shown.basis];
    const known = this.#counts.get(every);
    if (known) return known;
    const [first, last] = scene.window;
    const isDrawnWith = scene.basis === shown.basis && first === shown.start && last === shown.end;
    const isAtOnce = Boolean(scene.at_once) && isDrawnWith && canDoWithOne;
    const atOnce = this.#counts.get(scene.at_once);
    this.#ask(isAtOnce && !atOnce ? scene.at_once : every);
    return isAtOnce ? atOnce : undefined;
  }

  /**
   * Gives the counts of an address, and asks for them.
   * @param {string} address
   */
  findAt(address) {
    const known = this.#counts.get(address);
    if (!known) this.#ask(address);
    return known;
  }

  /** @param {string} address */
  #ask(address) {
    this.#load(address).catch(this.#acts.onFail);
  }

  /** @param {string} address */
  async #load(address) {
    const buffer = await fetchOnce(address, (answer) => answer.arrayBuffer());
    if (!this.#counts.has(address)) {
      this.#counts.set(address, decodeCounts(buffer));
      this.#forgetOldest(address);
    }
    this.#acts.onLoad();
  }

  /**
   * Forgets what is not needed now: filters have an address of their own each, and a long visit asks for many.
   * @param {string} latest
   */
  #forgetOldest(latest) {
    const scene = this.#scene;
    const told = scene ? [scene.at_once, ...Object.values(scene.counts), ...Object.values(scene.source_counts)] : [];
    for (const address of [...this.#counts.keys()].slice(0, -COUNTS_KEPT)) {
      if (address === latest || told.includes(address)) continue;
      this.#counts.delete(address);
      forgetFetched(address);
    }
  }
}
