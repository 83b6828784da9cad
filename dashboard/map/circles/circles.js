// Draws the circles of places on one canvas, and tells which of them a hand is on. A canvas, for ten thousand
// elements would cost more than a frame.

import { Sheet } from "../ground/sheet.js";
import { Grouping } from "./groups.js";
import { Growth } from "./growth.js";
import { chooseLines, paintLines } from "./lines.js";
import { Marks } from "./marks.js";
import { followPointer } from "./pointer.js";
import { Stamps } from "./stamps.js";

/** @typedef {import("../ground/sheet.js").SheetView} SheetView */
/** @typedef {import("./marks.js").Told} Told */
/** @typedef {{ row: number, reports: number }} Link */
/** @typedef {{ scale: number, corner: L.Point }} Look */

/**
 * What happens with circles.
 * @typedef {object} Acts
 * @property {(row: number) => void} onPick  A place was clicked.
 * @property {(rows: number[]) => void} onOpen  A group was clicked.
 * @property {() => void} onRegroup  A zoom has other groups.
 * @property {(mark: number) => HTMLElement} tip  Makes what a tooltip shows.
 */

// More than this move at once: growing would cost more frames than it tells.
const GROWING_AT_MOST = 2500;
const NEAR_PX = { fine: 3, coarse: 14 };
const LEAST_HOLD_PX = 4;
const NOWHERE = { x: new Float64Array(0), y: new Float64Array(0) };

export class Circles {
  #map;
  #acts;
  #stamps = new Stamps();
  #growth = new Growth();
  #sheet;
  #tooltip;
  #calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  #coarse = window.matchMedia("(pointer: coarse)");
  #grouping = new Grouping(NOWHERE);
  #marks = new Marks(NOWHERE);
  /** @type {Told | null} */
  #told = null;
  /**
   * Marks, the largest first, so that small ones lie above.
   * @type {number[]}
   */
  #order = [];
  #hovered = -1;
  #selected = -1;
  /** @type {Link[]} */
  #links = [];

  /**
   * @param {L.Map} map
   * @param {string} pane
   * @param {Acts} acts
   */
  constructor(map, pane, acts) {
    this.#map = map;
    this.#acts = acts;
    this.#tooltip = L.tooltip({ direction: "top", className: "dateline-circle-tip", interactive: false });
    this.#sheet = new Sheet((pen, view) => this.#paint(pen, view), { pane, padding: 0.3 });
    this.#sheet.listDiscs = () => this.#listDiscs();
    this.#sheet.addTo(map);
    followPointer(map, {
      find: (x, y) => this.find(x, y),
      hover: (mark) => this.#hover(mark),
      click: (mark) => (this.#marks.size[mark] > 1 ? acts.onOpen(this.listRows(mark)) : acts.onPick(mark)),
    });
  }

  // What is shown

  /**
   * Takes the places, of which a row stands for each.
   * @param {{ lats: number[], lons: number[] }} places
   */
  setPlaces({ lats, lons }) {
    const count = lats.length;
    const worlds = { x: new Float64Array(count), y: new Float64Array(count) };
    for (let i = 0; i < count; i += 1) {
      const at = this.#map.project([lats[i], lons[i]], 0);
      worlds.x[i] = at.x;
      worlds.y[i] = at.y;
    }
    this.#marks = new Marks(worlds);
    this.#grouping = new Grouping(worlds);
    this.#told = null;
    this.#order = [];
  }

  /**
   * Takes all rows that can ever have a circle.
   * @param {number[]} rows  The most named first.
   * @param {Map<number, number>} sums  Statements over all dates, by row.
   */
  setOrder(rows, sums) {
    this.#grouping.setOrder(rows, sums);
  }

  /**
   * Takes the row of the selected place; -1 for none.
   * @param {number} row
   */
  select(row) {
    this.#selected = row;
  }

  /**
   * Takes the places that lines lead to.
   * @param {Link[]} links  The strongest first.
   */
  setLinks(links) {
    this.#links = links;
    this.#sheet.repaint();
  }

  /**
   * Takes the colours.
   * @param {import("../../contract/contract.d.ts").Theme} theme
   * @param {import("./stamps.js").Fills | null} fills  Null where all circles are alike.
   */
  setColours(theme, fills) {
    this.#stamps.set(theme, fills);
    this.#sheet.repaint();
  }

  /** @param {Told} told */
  show(told) {
    this.#told = told;
    const marks = this.#marks;
    const isRegrouped = this.#grouping.regroup(this.#map.getZoom());
    const before = this.#order.filter((mark) => marks.radii[mark] > 0);
    const made = marks.make(told, this.#grouping, this.#selected);
    this.#order = made;
    this.#growth.stop();
    if (isRegrouped || this.#calm.matches || document.hidden || made.length > GROWING_AT_MOST) {
      marks.radii.set(marks.targets);
      this.#sheet.repaint();
    } else {
      this.#grow(made, before);
    }
    if (this.#hovered >= 0) this.#hover(marks.targets[this.#hovered] && !isRegrouped ? this.#hovered : -1, true);
    if (isRegrouped) this.#acts.onRegroup();
  }

  /**
   * @param {number[]} made
   * @param {number[]} before
   */
  #grow(made, before) {
    const { radii, targets } = this.#marks;
    const leaving = before.filter((mark) => radii[mark] && !targets[mark]);
    const all = [...made, ...leaving];
    const moving = all.filter((mark) => radii[mark] !== targets[mark]);
    this.#growth.start(moving, this.#marks, (isOver) => {
      this.#order = isOver ? made : all;
      this.#sheet.repaint();
    });
  }

  // Painting

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {SheetView} view
   */
  #paint(pen, view) {
    if (!this.#told) return;
    if (!this.#grouping.isOf(view.zoom)) {
      this.show(this.#told); // paints
      return;
    }
    const { ratio } = view;
    const look = { scale: 2 ** view.zoom, corner: view.corner };
    const selected = this.#selected;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (selected >= 0 && this.#marks.of[selected] >= 0) {
      const ends = this.listLinks().map(({ mark, reports }) => ({ ...this.#at(mark, look), reports }));
      paintLines(pen, this.#at(selected, look), ends, this.#stamps.look);
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    this.#paintMarks(pen, view, look.scale);
    if (selected >= 0 && this.#marks.radii[selected] > 0) {
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.#paintRing(pen, this.#at(selected, look));
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {SheetView} view
   * @param {number} scale
   */
  #paintMarks(pen, { corner, size, ratio }, scale) {
    const { x: xs, y: ys, radii, classes, isCertain, count } = this.#marks;
    for (const mark of this.#order) {
      const r = radii[mark];
      if (r <= 0) continue;
      const x = xs[mark] * scale - corner.x;
      const y = ys[mark] * scale - corner.y;
      if (x < -r || y < -r || x > size.x + r || y > size.y + r) continue;
      const kind = { kind: classes[mark], isCertain: Boolean(isCertain[mark]), isGroup: mark >= count };
      const { canvas, half } = this.#stamps.get(r, kind, ratio);
      pen.drawImage(canvas, Math.round((x - half) * ratio), Math.round((y - half) * ratio));
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {{ x: number, y: number }} at
   */
  #paintRing(pen, { x, y }) {
    pen.lineWidth = 2.5;
    pen.strokeStyle = this.#stamps.look.ink;
    pen.beginPath();
    pen.arc(x, y, Math.max(this.#marks.radii[this.#selected], LEAST_HOLD_PX) + 1, 0, 2 * Math.PI);
    pen.stroke();
  }

  /**
   * @param {number} mark
   * @param {Look} look
   */
  #at(mark, { scale, corner }) {
    return { x: this.#marks.x[mark] * scale - corner.x, y: this.#marks.y[mark] * scale - corner.y };
  }

  // Where marks are

  /**
   * Asks the view once for all marks, for Leaflet makes it anew each time.
   * @returns {Look}
   */
  #look() {
    return { scale: 2 ** this.#map.getZoom(), corner: this.#map.getPixelBounds().getTopLeft() };
  }

  /** Lists all marks and where they are in the map's frame, the largest first. */
  listSpots() {
    const look = this.#look();
    const { targets } = this.#marks;
    return this.#order
      .filter((mark) => targets[mark])
      .map((mark) => ({ mark, ...this.#at(mark, look), r: targets[mark] }));
  }

  /**
   * Finds the mark at a point of the frame: the one drawn uppermost, else the nearest close by, else -1.
   * @param {number} x
   * @param {number} y
   */
  find(x, y) {
    const near = this.#coarse.matches ? NEAR_PX.coarse : NEAR_PX.fine;
    const { scale, corner } = this.#look();
    const { x: xs, y: ys, targets } = this.#marks;
    let found = -1;
    let least = Infinity;
    for (let i = this.#order.length - 1; i >= 0; i -= 1) {
      const mark = this.#order[i];
      const r = targets[mark];
      if (!r) continue;
      const away = Math.hypot(xs[mark] * scale - corner.x - x, ys[mark] * scale - corner.y - y) - r;
      if (away <= 0) return mark;
      if (away < near && away < least) [found, least] = [mark, away];
    }
    return found;
  }

  /**
   * Lists what names keep off. Where the place that a group is named for lies is told as well, or the ground would
   * name it once more.
   */
  #listDiscs() {
    const { x: width, y: height } = this.#map.getSize();
    const { worlds, size, head } = this.#marks;
    const { scale, corner } = this.#look();
    const discs = this.listSpots().filter(({ x, y, r }) => x > -r && y > -r && x < width + r && y < height + r);
    const heads = discs.filter(({ mark }) => size[mark] > 1).map(({ mark }) => head[mark]);
    const at = (/** @type {number} */ row) => {
      return { x: worlds.x[row] * scale - corner.x, y: worlds.y[row] * scale - corner.y, r: 0 };
    };
    return [...discs, ...heads.map(at)];
  }

  /**
   * @param {number} mark
   * @param {boolean} [isNew]  Whether what is said of it may have changed.
   */
  #hover(mark, isNew = false) {
    if (mark === this.#hovered && !isNew) return;
    this.#hovered = mark;
    this.#map.getContainer().classList.toggle("on-circle", mark >= 0);
    if (mark < 0) {
      this.#tooltip.remove();
      return;
    }
    const { x, y, targets } = this.#marks;
    this.#tooltip.options.offset = L.point(0, -Math.max(targets[mark], LEAST_HOLD_PX));
    this.#tooltip.setContent(this.#acts.tip(mark)).setLatLng(this.#map.unproject([x[mark], y[mark]], 0));
    if (!this.#map.hasLayer(this.#tooltip)) this.#tooltip.addTo(this.#map);
  }

  // What marks are

  get marks() {
    return this.#marks;
  }

  /** Gives the rows with a circle. */
  get rows() {
    return this.#told?.rows ?? [];
  }

  /** Gives the radius of one statement; undefined as long as nothing is shown. */
  get scale() {
    return this.#told ? this.#grouping.scaleOf(this.#told.pxPerRoot) : undefined;
  }

  get hasGroups() {
    return this.#order.some((mark) => this.#marks.size[mark] > 1);
  }

  /** @param {number} mark */
  listRows(mark) {
    return this.rows.filter((row) => this.#marks.of[row] === mark);
  }

  /** Lists the marks that lines lead to. */
  listLinks() {
    return chooseLines(this.#links, (row) => this.#marks.of[row], this.#selected);
  }

  /**
   * Finds the lowest zoom above the present one at which each of these rows is drawn by itself, at most `most`.
   * @param {number[]} rows
   * @param {number} most
   */
  findApart(rows, most) {
    return this.#grouping.findApart(rows, this.#map.getZoom(), most);
  }

  /** @param {number} kind */
  hasClass(kind) {
    return this.#order.some((mark) => this.#marks.classes[mark] === kind);
  }
}
