// What the colours of the circles tell, and what the key says of them.

import { classify } from "../circles/classes.js";
import { fetchOnce } from "../ground/fetched.js";

/** @typedef {import("../../counting/counts.js").Counts} Counts */
/** @typedef {import("../circles/circles.js").Circles} Circles */
/** @typedef {import("./figures.js").Figures} Figures */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("../../contract/contract.d.ts").Colour} Colour */
/** @typedef {import("../../contract/contract.d.ts").Scene} Scene */
/** @typedef {import("./window.d.ts").Shown} Shown */
/** @typedef {import("../../contract/contract.d.ts").SourceRows} SourceRows */

/**
 * What is coloured.
 * @typedef {object} Coloured
 * @property {Scene} scene
 * @property {Colour} colour  What the colours are to tell.
 * @property {Shown} shown
 * @property {Places} places
 * @property {number[]} rows
 * @property {Counts} counts
 * @property {Int32Array} n  Statements, by row.
 */

export class Colouring {
  #circles;
  #figures;
  #acts;
  #classes = new Uint8Array(0);
  #told = "";
  /** @type {(SourceRows & { address: string }) | null} */
  #sources = null;
  #wanted = "";

  /**
   * @param {Circles} circles
   * @param {Figures} figures
   * @param {{ onLoad: () => void, onFail: (error: unknown) => void }} acts
   */
  constructor(circles, figures, acts) {
    this.#circles = circles;
    this.#figures = figures;
    this.#acts = acts;
  }

  /**
   * Makes room for the classes of as many places.
   * @param {number} count
   */
  setPlaces(count) {
    this.#classes = new Uint8Array(count);
  }

  /**
   * Classes places, and gives the classes and what they tell: nothing as long as the sources are not here.
   * @param {Coloured} coloured
   */
  colour({ scene, colour: asked, shown, places, rows, counts, n }) {
    const sources = asked === "source" ? this.#findSources(scene, shown) : null;
    const colour = asked === "source" && !sources ? "one" : asked;
    this.#dress(scene, colour);
    const by = { colour, places, counts, n, window: shown, isSure: !scene.uncertain, sources };
    classify(this.#classes, rows, { ...by, days: scene.colours.recency_days });
    return { classes: this.#classes, colour };
  }

  /**
   * @param {Scene} scene
   * @param {Colour} colour
   */
  #dress({ theme, colours: { scales, edge } }, colour) {
    const told = `${theme} ${colour}`;
    if (told === this.#told) return;
    this.#told = told;
    const scale = scales[colour];
    this.#circles.setColours(theme, scale ? { fills: scale.fills, edge } : null);
  }

  /**
   * Gives what colours by source are counted with; asks for it, and gives null until it is here.
   * @param {Scene} scene
   * @param {Shown} shown
   */
  #findSources(scene, shown) {
    const counts = this.#figures.findAt(scene.source_counts[shown.basis]);
    if (this.#sources?.address !== scene.sources) {
      this.#wanted = scene.sources;
      this.#load(scene.sources).catch(this.#acts.onFail);
      return null;
    }
    return counts ? { ...this.#sources, counts } : null;
  }

  /** @param {string} address */
  async #load(address) {
    const sources = await fetchOnce(address, (answer) => /** @type {Promise<SourceRows>} */ (answer.json()));
    if (this.#wanted !== address || this.#sources?.address === address) return;
    this.#sources = { address, ...sources };
    this.#acts.onLoad();
  }

  /**
   * Lists the classes that the key shows, with their colours.
   * @param {Scene} scene
   * @param {Colour} colour  What the colours are to tell.
   * @param {Places} places
   */
  listClasses(scene, colour, places) {
    const scale = scene.colours.scales[colour];
    if (!scale) return [];
    if (colour === "source") return nameSources(scale, this.#sources?.names ?? []);
    const isThere = (/** @type {number} */ i) =>
      colour === "recency" || places.kindsShown.has(i) || this.#circles.hasClass(i);
    return scale.fills.map((fill, i) => ({ fill, label: scale.labels[i] })).filter((_, i) => isThere(i));
  }
}

/**
 * Lists the sources and their colours, and behind them the classes of other and of several ones.
 * @param {import("../../contract/contract.d.ts").MapScale} scale
 * @param {string[]} names
 */
export function nameSources({ fills, labels }, names) {
  const unnamed = fills.length - labels.length;
  const rest = labels.map((label, i) => ({ fill: fills[unnamed + i], label }));
  return [...names.map((label, i) => ({ fill: fills[i], label })), ...rest];
}
