// A circle drawn once for each size and look; a stamp costs a tenth of an arc.

import { COLOURS } from "../../contract/constants.js";
import { penOf } from "../ground/sheet.js";

/** @typedef {{ canvas: HTMLCanvasElement, half: number }} Stamp */
/** @typedef {{ fills: string[], edge: string }} Fills */
/** @typedef {{ kind: number, isCertain: boolean, isGroup: boolean }} Kind */

const EDGE_PX = 5;
const AROUND_GROUP_PX = 2.5;
const DASH_PX = 6;
const DASHES_AT_LEAST = 5;

export class Stamps {
  /** @type {Map<number, Stamp>} */
  #made = new Map();
  look = COLOURS.light;
  /** @type {Fills | null} */
  #fills = null;

  /**
   * Takes the colours.
   * @param {import("../../contract/contract.d.ts").Theme} theme
   * @param {Fills | null} fills  By class; null where all circles are alike.
   */
  set(theme, fills) {
    this.#made.clear();
    this.look = COLOURS[theme];
    this.#fills = fills;
  }

  /**
   * Gives a circle's stamp.
   * @param {number} radius
   * @param {Kind} kind
   * @param {number} ratio
   */
  get(radius, kind, ratio) {
    const size = Math.max(1, Math.round(radius * 2)) / 2;
    const key = ((size * 2 * 16 + kind.kind) * 2 + Number(kind.isCertain)) * 2 + Number(kind.isGroup);
    const known = this.#made.get(key);
    if (known) return known;
    const made = this.#make(size, kind, ratio);
    this.#made.set(key, made);
    return made;
  }

  /**
   * @param {number} radius
   * @param {Kind} kind
   * @param {number} ratio
   */
  #make(radius, { kind, isCertain, isGroup }, ratio) {
    const canvas = document.createElement("canvas");
    const half = Math.ceil(radius + EDGE_PX);
    canvas.width = 2 * half * ratio;
    canvas.height = canvas.width;
    const pen = penOf(canvas);
    pen.scale(ratio, ratio);
    const { voice, halo } = this.look;
    const edge = this.#fills?.edge ?? voice;
    if (isGroup) surround(pen, half, radius, edge, halo);
    pen.beginPath();
    pen.arc(half, half, radius, 0, 2 * Math.PI);
    pen.fillStyle = this.#fills?.fills[kind] ?? voice;
    pen.globalAlpha = this.#opacity(isCertain);
    pen.fill();
    pen.globalAlpha = 1;
    if (!isCertain) pen.setLineDash(dash(radius));
    pen.strokeStyle = isCertain && !this.#fills ? halo : edge;
    pen.lineWidth = isCertain ? 1 : Math.min(1.75, 0.5 + radius / 4);
    pen.stroke();
    return { canvas, half };
  }

  /** @param {boolean} isCertain */
  #opacity(isCertain) {
    if (this.#fills) return isCertain ? 0.92 : 0.5;
    return isCertain ? 0.8 : 0;
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} half
 * @param {number} radius
 * @param {string} edge
 * @param {string} halo
 */
function surround(pen, half, radius, edge, halo) {
  const rims = [
    { colour: halo, width: 3, alpha: 1 },
    { colour: edge, width: 1, alpha: 0.7 },
  ];
  for (const { colour, width, alpha } of rims) {
    pen.beginPath();
    pen.arc(half, half, radius + AROUND_GROUP_PX, 0, 2 * Math.PI);
    pen.globalAlpha = alpha;
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
}

/**
 * Gives the same gap after every dash, also where the circle closes: the smallest would else look like half a disc.
 * @param {number} radius
 */
function dash(radius) {
  const round = 2 * Math.PI * radius;
  const period = round / Math.max(DASHES_AT_LEAST, Math.round(round / DASH_PX));
  return [0.58 * period, 0.42 * period];
}
