// Writes names beside the larger circles, where they cover neither each other nor a circle. Names are set as text.

import { penOf } from "../ground/sheet.js";
import { element } from "./elements.js";

/** @typedef {import("../circles/circles.js").Circles} Circles */
/** @typedef {import("../ground/taken.js").Box} Box */
/** @typedef {{ box: Box, x: number, y: number, room: number, height: number }} Spot */
/** @typedef {{ mark: number, x: number, y: number, r: number }} Disc */
/** @typedef {{ row: number, others: string, x: number, y: number, spot: Spot, isSelected: boolean }} Placed */

const NAMES_AT_MOST = 40;
const NAMES_TRIED = 160;

export class Names {
  #map;
  #circles;
  #layer;
  #pen = penOf(document.createElement("canvas"));
  #said = "";

  /**
   * @param {L.Map} map
   * @param {Circles} circles
   */
  constructor(map, circles) {
    this.#map = map;
    this.#circles = circles;
    const pane = map.createPane("dateline-names");
    pane.style.zIndex = "460";
    pane.style.pointerEvents = "none";
    this.#layer = L.layerGroup().addTo(map);
  }

  /**
   * Writes the names anew.
   * @param {string[]} texts  By row.
   * @param {number} chosen  The row of the selected place, -1 for none.
   */
  write(texts, chosen) {
    const placed = this.#place(texts, chosen);
    const now = JSON.stringify(placed.map(roundOff));
    // The same names at the same places need no new elements.
    if (now === this.#said && this.#layer.getLayers().length) return;
    this.#said = now;
    this.#layer.clearLayers();
    for (const name of placed) {
      const latlng = this.#map.containerPointToLatLng([name.x, name.y]);
      this.#layer.addLayer(makeName(texts[name.row], name, latlng));
    }
  }

  /**
   * @param {string[]} texts
   * @param {number} chosen
   */
  #place(texts, chosen) {
    this.#pen.font = "600 13px 'Dateline Sans', 'Source Sans 3', sans-serif";
    const { x: width, y: height } = this.#map.getSize();
    const seen = this.#circles.listSpots().filter(({ x, y, r }) => x > -r && y > -r && x < width + r && y < height + r);
    const room = new Room(seen, listControls(this.#map), width, height);
    /** @type {Placed[]} */
    const placed = [];
    for (const [disc, i] of listTried(seen, chosen)) {
      if (placed.length >= NAMES_AT_MOST) break;
      const { mark, x, y } = disc;
      const isSelected = mark === chosen;
      const row = this.#circles.marks.head[mark];
      const size = this.#circles.marks.size[mark];
      const others = size > 1 ? ` +${size - 1}` : "";
      const wide = this.#pen.measureText(texts[row] + others).width + 4;
      const spot = room.find(listSpots(disc, wide, isSelected), i, isSelected);
      if (spot) placed.push({ row, others, x, y, spot, isSelected });
    }
    return placed;
  }
}

/**
 * Lists the circles that may get a name, and the place of each among all: the selected one first, and once.
 * @param {Disc[]} seen
 * @param {number} chosen
 * @returns {[Disc, number][]}
 */
function listTried(seen, chosen) {
  const at = seen.findIndex(({ mark }) => mark === chosen);
  /** @type {[Disc, number][]} */
  const tried = seen.slice(0, NAMES_TRIED).map((disc, i) => [disc, i]);
  return at < 0 ? tried : [[seen[at], at], ...tried.filter(([, i]) => i !== at)];
}

/** What is free for names. */
class Room {
  /**
   * @param {Disc[]} discs
   * @param {Box[]} boxes
   * @param {number} width
   * @param {number} height
   */
  constructor(discs, boxes, width, height) {
    /** @type {Box[]} */
    this.taken = [...discs.map(({ x, y, r }) => /** @type {Box} */ ([x - r, y - r, x + r, y + r])), ...boxes];
    this.width = width;
    this.height = height;
  }

  /**
   * Takes the first spot with room; the selected place is named even where there is none.
   * @param {Spot[]} spots
   * @param {number} own  The number of the circle that the name is of.
   * @param {boolean} isSelected
   */
  find(spots, own, isSelected) {
    const free = spots.find(({ box }) => this.isInside(box) && this.#isFree(box, own));
    const found = free ?? (isSelected ? (spots.find(({ box }) => this.isInside(box)) ?? spots[0]) : undefined);
    if (found) this.taken.push(found.box);
    return found;
  }

  /**
   * A name that is cut, or lies under a control, tells nobody anything.
   * @param {Box} box
   */
  isInside([left, top, right, bottom]) {
    return left > 0 && top > 0 && right < this.width && bottom < this.height;
  }

  /**
   * @param {Box} box
   * @param {number} own
   */
  #isFree(box, own) {
    return this.taken.every(
      (other, i) => i === own || box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3],
    );
  }
}

/**
 * Lists the spots around a circle, the best first.
 * @param {{ x: number, y: number, r: number }} disc
 * @param {number} width
 * @param {boolean} isSelected
 * @returns {Spot[]}
 */
export function listSpots(disc, width, isSelected) {
  const height = isSelected ? 20 : 15;
  const room = isSelected ? width + 12 : width;
  const gap = disc.r + 4;
  const offsets = [
    [gap, -height / 2],
    [-gap - room, -height / 2],
    [-room / 2, -gap - height],
    [-room / 2, gap],
  ];
  return offsets.map(([x, y]) => {
    return { box: [disc.x + x, disc.y + y, disc.x + x + room, disc.y + y + height], x, y, room, height };
  });
}

/** @param {Placed} placed */
function roundOff({ row, others, x, y, spot, isSelected }) {
  return [row, others, Math.round(x), Math.round(y), Math.round(spot.x), Math.round(spot.y), isSelected];
}

/** @param {L.Map} map */
function listControls(map) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return /** @type {Box} */ ([left - frame.left, top - frame.top, right - frame.left, bottom - frame.top]);
  });
}

/**
 * @param {string} name
 * @param {Placed} placed
 * @param {L.LatLng} latlng
 */
function makeName(name, { others, spot, isSelected }, latlng) {
  const text = element("span", isSelected ? "dateline-name selected" : "dateline-name");
  text.append(element("bdi", "", name), element("span", "others", others));
  return L.marker(latlng, {
    pane: "dateline-names",
    interactive: false,
    keyboard: false,
    icon: L.divIcon({
      html: text,
      className: "",
      iconSize: [spot.room, spot.height],
      iconAnchor: [-spot.x, -spot.y],
    }),
  });
}
