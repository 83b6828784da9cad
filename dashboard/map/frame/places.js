// The places that are counted, a row for each, in the order of the counts.

/** @typedef {import("../../contract/contract.d.ts").PlaceRows} PlaceRows */

export class Places {
  /** @type {Map<string, number>} */
  #rowOf;
  #marks;

  /** @param {PlaceRows} rows */
  constructor({ ids, names, lats, lons, kinds, marks }) {
    this.ids = ids;
    this.names = names;
    this.lats = lats;
    this.lons = lons;
    this.kinds = kinds;
    /** Rows of those that are drawn as circles, and as shaded regions. */
    this.circles = ids.flatMap((_, row) => (marks[row] === "circle" ? [row] : []));
    this.shades = ids.flatMap((_, row) => (marks[row] === "shade" ? [row] : []));
    this.kindsShown = new Set(this.circles.map((row) => kinds[row]));
    this.#rowOf = new Map(ids.map((id, row) => [id, row]));
    this.#marks = marks;
  }

  /**
   * Gives the row of a place; -1 where it is not counted.
   * @param {string} id
   */
  rowOf(id) {
    return this.#rowOf.get(id) ?? -1;
  }

  /**
   * Gives the row of a place that has a circle, else -1.
   * @param {string} id
   */
  circleOf(id) {
    const row = this.rowOf(id);
    return this.#marks[row] === "circle" ? row : -1;
  }

  /**
   * Gives the name of a place; undefined where it is not counted.
   * @param {string} id
   */
  nameOf(id) {
    return this.names[this.rowOf(id)];
  }

  /** @param {number} row */
  latLng(row) {
    return L.latLng(this.lats[row], this.lons[row]);
  }

  /**
   * Orders the circles for grouping: groups gather around the places that matter most over all dates, whatever the
   * window.
   * @param {(row: number) => number} sumOf  Statements over all dates.
   */
  order(sumOf) {
    const sums = new Map(this.circles.map((row) => [row, sumOf(row)]));
    const sum = (/** @type {number} */ row) => sums.get(row) ?? 0;
    const { kinds } = this; // a capital before a village
    const rows = [...this.circles].sort((a, b) => sum(b) - sum(a) || kinds[a] - kinds[b] || a - b);
    return { rows, sums };
  }
}
