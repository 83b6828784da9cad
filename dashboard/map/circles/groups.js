// Puts places that lie too close to be told apart into groups. Which places belong together depends on the zoom alone,
// never on the window or on numbers: while the window is dragged circles grow and shrink, but none merges or splits.

import { APART_ZOOM } from "../../contract/constants.js";

/** @typedef {ArrayLike<number>} Positions */
/** @typedef {{ x: Float64Array, y: Float64Array }} Worlds  Where places are, by row, in world pixels at zoom 0. */
/** @typedef {{ of: Int32Array, count: number, crowd: number }} Groups */

// Nearer than this two circles are one: the least distance at which the most crowded tile of the map holds no more
// circles than can be told apart, else the last.
const TOGETHER_PX = [3, 6, 10, 16];
const TILE_PX = 256;
const IN_TILE_AT_MOST = 60;
// No group of a zoom may ever, over all dates, have a larger radius: it and the key would hide the map.
const LARGEST_GROUP_PX = 72;

/**
 * @param {number} column
 * @param {number} line
 */
const cellAt = (column, line) => column * 67_108_864 + line;

/** Places that gather others, by cells as wide as they reach. */
class Gatherers {
  /** @type {Map<number, number[]>} */
  #cells = new Map();

  /**
   * @param {Positions} xs
   * @param {Positions} ys
   * @param {number} reach
   */
  constructor(xs, ys, reach) {
    this.xs = xs;
    this.ys = ys;
    this.reach = reach;
  }

  /**
   * Finds the nearest within reach of a place; -1 where there is none.
   * @param {number} row
   */
  findNearest(row) {
    const { xs, ys, reach } = this;
    const [column, line] = [Math.floor(xs[row] / reach), Math.floor(ys[row] / reach)];
    let nearest = -1;
    let least = reach * reach;
    for (let c = column - 1; c <= column + 1; c += 1) {
      for (let l = line - 1; l <= line + 1; l += 1) {
        for (const other of this.#cells.get(cellAt(c, l)) ?? []) {
          const away = (xs[other] - xs[row]) ** 2 + (ys[other] - ys[row]) ** 2;
          if (away < least) [nearest, least] = [other, away];
        }
      }
    }
    return nearest;
  }

  /** @param {number} row */
  add(row) {
    const here = cellAt(Math.floor(this.xs[row] / this.reach), Math.floor(this.ys[row] / this.reach));
    const cell = this.#cells.get(here);
    if (cell) cell.push(row);
    else this.#cells.set(here, [row]);
  }
}

/**
 * Groups places.
 * @param {Positions} xs  Positions by row.
 * @param {Positions} ys
 * @param {number[]} rows  Those to group, the most important first, for they gather the others.
 * @param {number} reach  How far a place may lie from the one it is gathered by, in the unit of the positions.
 * @param {number} tile  Width of a tile, in the same unit.
 * @returns {Groups}  The group of each row, -1 for one that stays alone; the number of groups; and the crowd: how many
 * groups and lone places the fullest tile has.
 */
export function groupClose(xs, ys, rows, reach, tile) {
  const gatherers = new Gatherers(xs, ys, reach);
  const of = new Int32Array(xs.length).fill(-1);
  /** @type {Map<number, number>} */
  const gathered = new Map();
  /** @type {Map<number, number>} */
  const crowds = new Map(); // by tile
  let crowd = 0;
  for (const row of rows) {
    const nearest = gatherers.findNearest(row);
    if (nearest < 0) {
      gatherers.add(row);
      const there = cellAt(Math.floor(xs[row] / tile), Math.floor(ys[row] / tile));
      const those = (crowds.get(there) ?? 0) + 1;
      crowds.set(there, those);
      crowd = Math.max(crowd, those);
      continue;
    }
    const group = gathered.get(nearest) ?? gathered.size;
    gathered.set(nearest, group);
    of[nearest] = group;
    of[row] = group;
  }
  return { of, count: gathered.size, crowd };
}

/** The groups of the zoom the map is at. */
export class Grouping {
  #zoom = Number.NaN;
  /** @type {number[]} */
  #rows = [];
  /** @type {Map<number, number>} */
  #sums = new Map();
  /** @type {Groups} */
  #groups;
  #largestScale = Infinity;

  /** @param {Worlds} worlds */
  constructor(worlds) {
    this.worlds = worlds;
    this.#groups = { of: new Int32Array(worlds.x.length).fill(-1), count: 0, crowd: 0 };
    /** Of each row its place among those that can be grouped, the most named first. */
    this.ranks = new Int32Array(worlds.x.length);
  }

  /**
   * Takes the rows that can ever have a circle.
   * @param {number[]} rows  The most named first.
   * @param {Map<number, number>} sums  Statements over all dates, by row.
   */
  setOrder(rows, sums) {
    this.#rows = rows;
    this.#sums = sums;
    for (const [i, row] of rows.entries()) this.ranks[row] = i;
    this.#zoom = Number.NaN;
  }

  /** @param {number} zoom */
  isOf(zoom) {
    return zoom === this.#zoom;
  }

  /**
   * Groups anew for a zoom; tells whether there was anything to do.
   * @param {number} zoom
   */
  regroup(zoom) {
    if (this.isOf(zoom)) return false;
    this.#zoom = zoom;
    this.#groups = this.#groupAt(zoom);
    this.#largestScale = LARGEST_GROUP_PX / Math.sqrt(this.#findMostTogether());
    return true;
  }

  /**
   * Gives the group of a row, -1 for one that stays alone.
   * @param {number} row
   */
  groupOf(row) {
    return this.#groups.of[row];
  }

  /**
   * Gives the radius of one statement. It follows the zoom where many places lie close together, never the window.
   * @param {number} pxPerRoot
   */
  scaleOf(pxPerRoot) {
    return Math.min(pxPerRoot, this.#largestScale);
  }

  /**
   * Finds the lowest zoom above the present one at which each of these rows is drawn by itself.
   * @param {number[]} rows
   * @param {number} zoom
   * @param {number} most  Where no lower one does.
   */
  findApart(rows, zoom, most) {
    for (let nearer = zoom + 1; nearer < most; nearer += 1) {
      const { of } = this.#groupAt(nearer);
      const groups = rows.map((row) => of[row]).filter((group) => group >= 0);
      if (new Set(groups).size === groups.length) return nearer;
    }
    return Math.max(zoom + 1, most);
  }

  /** @param {number} zoom */
  #groupAt(zoom) {
    const { x, y } = this.worlds;
    const rows = zoom >= APART_ZOOM ? [] : this.#rows;
    const group = (/** @type {number} */ near) => groupClose(x, y, rows, near / 2 ** zoom, TILE_PX / 2 ** zoom);
    let found = group(TOGETHER_PX[0]);
    for (const near of TOGETHER_PX.slice(1)) {
      if (found.crowd <= IN_TILE_AT_MOST) break;
      found = group(near);
    }
    return found;
  }

  #findMostTogether() {
    const { of, count } = this.#groups;
    const together = new Float64Array(count);
    for (const row of this.#rows) if (of[row] >= 0) together[of[row]] += this.#sums.get(row) ?? 0;
    return together.reduce((a, b) => Math.max(a, b), 1);
  }
}
