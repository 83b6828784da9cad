// What is drawn is a mark: a place, or several that lie too close to be told apart. A place's mark has the number of
// its row, marks of groups follow behind all rows.

import { joinClasses } from "./classes.js";

/** @typedef {import("./groups.js").Grouping} Grouping */
/** @typedef {import("./groups.js").Worlds} Worlds */

/**
 * What of the places is shown.
 * @typedef {object} Told
 * @property {number[]} rows  With a circle.
 * @property {Int32Array} n  Statements, by row.
 * @property {Int32Array} certain
 * @property {Uint8Array} classes
 * @property {import("../../contract/contract.d.ts").Colour} colour
 * @property {number} pxPerRoot
 */

/** No circle is drawn smaller than this radius. */
export const LEAST_PX = 2.5;

/** Marks in arrays by mark: a frame of a drag must not make thousands of objects. */
export class Marks {
  /** @param {Worlds} worlds */
  constructor(worlds) {
    this.worlds = worlds;
    this.count = worlds.x.length;
    const room = Math.ceil(this.count * 1.5) + 1; // a group has two places at least
    this.x = new Float64Array(room);
    this.y = new Float64Array(room);
    this.n = new Float64Array(room);
    this.radii = new Float64Array(room);
    /** Radii that marks grow to; 0 for those that are not shown. */
    this.targets = new Float64Array(room);
    this.isCertain = new Uint8Array(room);
    this.classes = new Uint8Array(room);
    /** How many places are in each. */
    this.size = new Int32Array(room);
    /** Of each its row with most statements. */
    this.head = new Int32Array(room);
    /** The mark of each row, -1 where it is not drawn. */
    this.of = new Int32Array(this.count).fill(-1);
  }

  /**
   * Makes the marks of what is shown, and gives them, the largest first.
   * @param {Told} told
   * @param {Grouping} grouping
   * @param {number} selected  The row that is drawn by itself, -1 for none.
   */
  make(told, grouping, selected) {
    const { size, of, n, targets } = this;
    const were = of.slice();
    targets.fill(0);
    size.fill(0);
    of.fill(-1);
    /** @type {number[]} */
    const begun = [];
    for (const row of told.rows) {
      const group = row === selected ? -1 : grouping.groupOf(row);
      const mark = group < 0 ? row : this.count + group;
      if (!size[mark]) begun.push(mark);
      this.#add(mark, row, told, grouping);
    }
    const made = begun.map((mark) => this.#settle(mark)).sort((a, b) => n[b] - n[a] || a - b);
    const pxPerRoot = grouping.scaleOf(told.pxPerRoot);
    for (const mark of made) targets[mark] = Math.max(LEAST_PX, pxPerRoot * Math.sqrt(n[mark]));
    this.#inherit(made, were);
    return made;
  }

  /**
   * @param {number} mark
   * @param {number} row
   * @param {Told} told
   * @param {Grouping} grouping
   */
  #add(mark, row, { n, certain, classes, colour }, { ranks }) {
    const { x, y, size, head } = this;
    this.of[row] = mark;
    size[mark] += 1;
    if (size[mark] === 1) {
      this.n[mark] = 0;
      x[mark] = 0;
      y[mark] = 0;
      this.isCertain[mark] = 0;
      this.classes[mark] = classes[row];
      head[mark] = row;
    } else {
      this.classes[mark] = joinClasses(colour, this.classes[mark], classes[row]);
      const other = head[mark];
      // A group bears the name of the place with most statements here, or as many and the most over all dates.
      if (n[row] > n[other] || (n[row] === n[other] && ranks[row] < ranks[other])) head[mark] = row;
    }
    // Where the statements are; a selected place without any stands where it is.
    const weight = size[mark] === 1 && !n[row] ? 1 : n[row];
    this.n[mark] += n[row];
    x[mark] += this.worlds.x[row] * weight;
    y[mark] += this.worlds.y[row] * weight;
    if (certain[row] > 0 || !n[row]) this.isCertain[mark] = 1;
  }

  /**
   * Ends a mark: a group of which the window has one place alone is that place.
   * @param {number} mark
   */
  #settle(mark) {
    const { x, y, n, size, head, of, classes, isCertain, worlds } = this;
    if (mark >= this.count && size[mark] > 1) {
      x[mark] /= n[mark];
      y[mark] /= n[mark];
      return mark;
    }
    const row = head[mark];
    x[row] = worlds.x[row];
    y[row] = worlds.y[row];
    n[row] = n[mark];
    classes[row] = classes[mark];
    isCertain[row] = isCertain[mark];
    size[mark] = 0;
    size[row] = 1;
    head[row] = row;
    of[row] = row;
    return row;
  }

  /**
   * Hands radii on: a place that another joins, or leaves, changes its mark but is not drawn from nothing.
   * @param {number[]} made
   * @param {Int32Array} were
   */
  #inherit(made, were) {
    const { radii, targets, head } = this;
    for (const mark of made) {
      const was = were[head[mark]];
      if (radii[mark] || was < 0 || targets[was]) continue;
      radii[mark] = radii[was];
      radii[was] = 0;
    }
  }
}
