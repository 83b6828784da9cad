// Which places the same reports name as the selected one: asked for once the window has come to rest.

/** @typedef {import("../circles/circles.js").Circles} Circles */
/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("../../contract/contract.d.ts").LinkRows} LinkRows */
/** @typedef {import("../../contract/contract.d.ts").Scene} Scene */
/** @typedef {import("./window.d.ts").Shown} Shown */

const REST_MS = 150;
/** @type {LinkRows} */
const NONE = { ids: [], reports: [] };

/**
 * Gives the address of the places named together with the selected one in a window.
 * @param {Scene} scene
 * @param {Shown} shown
 */
export function addressLinks({ links, selected, uncertain }, { start, end, basis }) {
  const query = new URLSearchParams({ of: selected, first: String(start), last: String(end), by: basis });
  if (!uncertain) query.set("uncertain", "no");
  return `${links}${links.includes("?") ? "&" : "?"}${query}`;
}

export class Together {
  #circles;
  #drawn = ""; // the address of the lines that are drawn
  #from = -1;
  #rest = 0;

  /** @param {Circles} circles */
  constructor(circles) {
    this.#circles = circles;
  }

  /** Draws no lines. */
  clear() {
    window.clearTimeout(this.#rest);
    this.#drawn = "";
    this.#circles.setLinks([]);
  }

  /**
   * Draws the lines of a window.
   * @param {Scene} scene
   * @param {Shown} shown
   * @param {Places} places
   * @param {number} chosen  The row of the selected place.
   */
  draw(scene, shown, places, chosen) {
    window.clearTimeout(this.#rest);
    const address = addressLinks(scene, shown);
    if (address === this.#drawn) return;
    // Lines of the window before stay until there are others; those of another place would be wrong.
    if (this.#from !== chosen) this.#circles.setLinks([]);
    this.#from = chosen;
    this.#rest = window.setTimeout(() => this.#load(address, places), REST_MS);
  }

  /**
   * @param {string} address
   * @param {Places} places
   */
  async #load(address, places) {
    this.#drawn = address;
    const answer = await fetch(address, { credentials: "same-origin" });
    const { ids, reports } = answer.ok ? /** @type {LinkRows} */ (await answer.json()) : NONE;
    if (this.#drawn !== address) return;
    const links = ids.map((id, i) => ({ row: places.rowOf(id), reports: reports[i] }));
    this.#circles.setLinks(links.filter(({ row }) => row >= 0));
  }
}
