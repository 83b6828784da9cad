// What names of the ground keep off: each other, the circles, the names on them, the controls.

import { Sheet } from "./sheet.js";

/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

/** Boxes taken so far, in a grid of cells so that thousands of circles cost little. */
export class Taken {
  /** @param {number} cell  Width of a cell. */
  constructor(cell = 64) {
    this.cell = cell;
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1)
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y += 1) yield `${x},${y}`;
  }

  /** @param {Box} box */
  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  isFree(box) {
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) ?? [])
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
    return true;
  }
}

/**
 * Lists what lies on the map already.
 * @param {L.Map} map
 * @param {L.Point} corner  Of the canvas that names are painted on, in world pixels.
 */
export function listObstacles(map, corner) {
  const shift = map.getPixelBounds().getTopLeft().subtract(corner);
  /** @type {Box[]} */
  const obstacles = listControls(map, shift);
  /** @type {L.Point[]} */
  const circles = [];
  map.eachLayer((layer) => {
    if (layer instanceof Sheet) {
      for (const disc of layer.listDiscs?.() ?? []) {
        const [x, y] = [disc.x + shift.x, disc.y + shift.y];
        circles.push(L.point(x, y));
        if (disc.r) obstacles.push([x - disc.r, y - disc.r, x + disc.r, y + disc.r]);
      }
    } else if (layer instanceof L.Marker) {
      obstacles.push(boxOfIcon(map, layer, corner));
    }
  });
  return { obstacles, circles };
}

/**
 * @param {L.Map} map
 * @param {L.Marker} marker
 * @param {L.Point} corner
 * @returns {Box}
 */
function boxOfIcon(map, marker, corner) {
  const { iconSize, iconAnchor } = marker.getIcon().options;
  const [size, anchor] = [L.point(iconSize ?? [0, 0]), L.point(iconAnchor ?? [0, 0])];
  const start = map.project(marker.getLatLng()).subtract(corner).subtract(anchor);
  return [start.x, start.y, start.x + size.x, start.y + size.y];
}

/**
 * @param {L.Map} map
 * @param {L.Point} shift
 */
function listControls(map, shift) {
  const frame = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    const [left, top] = [box.left - frame.left + shift.x, box.top - frame.top + shift.y];
    return /** @type {Box} */ ([left, top, left + box.width, top + box.height]);
  });
}
