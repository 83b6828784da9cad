// Draws the histogram, its axis and the window on it. Positions are in CSS pixels from the first day of the data.
import { findTicks } from "../days.js";
import { clamp } from "../figures.js";

/** @import { Unit } from "../../contract/contract.d.ts" */
/** @import { Tick } from "../days.js" */
/** @import { Bar, Standing, Stretch } from "../figures.js" */

const SPANS_PX = 12;
const BARS_PX = 44;
const AXIS_PX = 16;
const LANE_PX = 3;
const CHARACTER_PX = 6.2;
const LEAST_BAR_PX = 1.4;
/** @type {[Unit, number][]} */
const UNITS = [
  ["day", 1],
  ["week", 7],
  ["month", 30],
];

/**
 * Choose what a bar stands for: what the server chose, or something coarser where the screen is narrow.
 *
 * @param {Unit} finest
 * @param {number} pxPerDay
 * @returns {Unit}
 */
export function chooseUnit(finest, pxPerDay) {
  const units = UNITS.slice(UNITS.findIndex(([unit]) => unit === finest));
  return units.find(([, days]) => days * pxPerDay >= LEAST_BAR_PX)?.[0] ?? "month";
}

/**
 * Write the path of all bars, the highest as high as there is room.
 *
 * @param {Bar[]} bars
 * @param {number} pxPerDay
 */
export function pathOfBars(bars, pxPerDay) {
  const most = bars.reduce((high, { n }) => Math.max(high, n), 1);
  const foot = SPANS_PX + BARS_PX;
  const paths = bars.map(({ from, to, n }) => {
    if (!n) return "";
    const width = (to - from) * pxPerDay;
    const gap = width >= 5 ? 1 : width >= 3 ? 0.5 : 0;
    // One statement among thousands is still seen.
    const height = Math.max(1.5, (n / most) * BARS_PX);
    const x = (from * pxPerDay + gap / 2).toFixed(2);
    return `M${x} ${foot}v${-height.toFixed(2)}h${Math.max(0.5, width - gap).toFixed(2)}V${foot}z`;
  });
  return paths.join("");
}

/**
 * Write the path of coarse dates, each on the first free line; those beyond the last line share it.
 *
 * @param {[start: number, end: number, statements: number][]} spans by their start
 * @param {number} pxPerDay
 */
export function pathOfSpans(spans, pxPerDay) {
  const lanes = Math.floor(SPANS_PX / LANE_PX) - 1;
  const taken = new Array(lanes).fill(-1);
  const paths = spans.map(([start, end]) => {
    const free = taken.findIndex((until) => until < start * pxPerDay - 1);
    const lane = free < 0 ? lanes - 1 : free;
    taken[lane] = Math.max(taken[lane], (end + 1) * pxPerDay);
    const width = Math.max(2, (end + 1 - start) * pxPerDay - 1);
    return `M${(start * pxPerDay + 0.5).toFixed(2)} ${lane * LANE_PX + 1}h${width.toFixed(2)}`;
  });
  return paths.join("");
}

/**
 * Keep the marks that have room, with the fullest text that fits.
 *
 * @param {Tick[]} ticks
 * @param {number} pxPerDay
 * @param {number} width of the axis
 */
export function keepRoom(ticks, pxPerDay, width) {
  /** @type {[left: number, right: number][]} */
  const boxes = [];
  // Months before days; the first label may stand a few days before a month's, which is worth more.
  const months = ticks.filter((tick) => tick.major);
  const order = [...months.slice(1), ...months.slice(0, 1), ...ticks.filter((tick) => !tick.major)];
  return order.flatMap(({ day, major, texts }) => {
    const left = day * pxPerDay - 3;
    /** @param {string} text */
    const endOf = (text) => left + text.length * CHARACTER_PX + 9;
    const text = texts.find((one) => {
      const right = endOf(one);
      return right <= width + 8 && boxes.every(([a, b]) => left >= b || right <= a);
    });
    if (!text) return [];
    boxes.push([left, endOf(text)]);
    return [{ day, major, text }];
  });
}

/**
 * Find what the page has of the control.
 *
 * @template {Element} E
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{ new (): E }} kind
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The time control has no ${selector}.`);
  return found;
}

/** The histogram and the window on it. */
export class Plot {
  #root;
  #track;
  #axis;
  #window;
  #loud;
  #grips;
  #hits;
  #hover;
  #tip;
  #coarse = window.matchMedia("(pointer: coarse)");
  /** @type {Bar[]} */
  #bars = [];
  #width = 0;
  #pxPerDay = 1;
  #isSmall = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => find(root, selector, HTMLElement);
    this.#root = root;
    this.#track = part(".track");
    this.#axis = find(root, ".axis", SVGSVGElement);
    this.#window = part(".window");
    this.#loud = find(root, ".loud", SVGSVGElement);
    this.#grips = [part(".grip.start"), part(".grip.end")];
    this.#hits = [part(".hit.start"), part(".hit.band"), part(".hit.end")];
    this.#hover = part(".hover");
    this.#tip = part(".tip");
  }

  get isDrawn() {
    return this.#width > 0;
  }

  /**
   * Tell whenever there is another width to draw in.
   *
   * @param {() => void} act
   */
  watch(act) {
    const sizes = new ResizeObserver(act);
    sizes.observe(this.#track);
    return () => sizes.disconnect();
  }

  /**
   * Draw everything that stays while the window moves.
   *
   * @param {Standing} standing
   */
  draw({ words, figures, basis }) {
    const width = this.#track.clientWidth;
    if (!width) return;
    this.#width = width;
    this.#isSmall = this.#coarse.matches || this.#root.clientWidth < 640;
    this.#pxPerDay = width / figures.days;
    this.#bars = figures.barsOf(basis, chooseUnit(figures.unit, this.#pxPerDay));
    const counts = pathOfBars(this.#bars, this.#pxPerDay);
    const spans = basis === "publication" ? "" : pathOfSpans(figures.spans, this.#pxPerDay);
    for (const path of this.#root.querySelectorAll(".bars .counts")) path.setAttribute("d", counts);
    for (const path of this.#root.querySelectorAll(".bars .spans")) path.setAttribute("d", spans);
    this.#drawAxis(findTicks(words, figures.epoch, figures.days, this.#pxPerDay));
  }

  /** @param {Tick[]} ticks */
  #drawAxis(ticks) {
    const made = [svg("path", { class: "base", d: `M0 0.5H${this.#width}` })];
    for (const { day, major, text } of keepRoom(ticks, this.#pxPerDay, this.#width)) {
      const x = Math.round(day * this.#pxPerDay) + 0.5;
      made.push(svg("path", { class: major ? "major" : "minor", d: `M${x} 0v${major ? AXIS_PX - 3 : 4}` }));
      made.push(svg("text", { class: major ? "major" : "minor", x: x + 3, y: AXIS_PX - 3 }, text));
    }
    this.#axis.replaceChildren(...made);
  }

  /**
   * Place everything that moves with the window.
   *
   * @param {Stretch} days parts of days too
   */
  place({ start, end }) {
    const left = start * this.#pxPerDay;
    const right = (end + 1) * this.#pxPerDay;
    this.#loud.style.clipPath = `inset(0 ${this.#width - right}px 0 ${left}px)`;
    setPlace(this.#window, left, right - left);
    this.#grips[0].style.transform = `translateX(${left}px)`;
    this.#grips[1].style.transform = `translateX(${right}px)`;
    this.#placeHits(left, right);
  }

  /**
   * The places a hand can take hold of: as wide as a finger needs, side by side even where the window is a sliver,
   * and never outside the control.
   *
   * @param {number} left
   * @param {number} right
   */
  #placeHits(left, right) {
    const size = this.#isSmall ? 44 : 24;
    const least = this.#isSmall ? 44 : 16;
    const edge = this.#isSmall ? 22 : 12;
    const width = right - left;
    const inside = clamp((width - least) / 2, 0, size / 2);
    const middle = Math.max(width - 2 * inside, least);
    const from = clamp((left + right - middle) / 2 - size, -edge, this.#width + edge - middle - 2 * size);
    const [start, band, end] = this.#hits;
    setPlace(start, from, size);
    setPlace(band, from + size, middle);
    setPlace(end, from + size + middle, size);
  }

  /**
   * Tell where in the days something is; a part of a day counts.
   *
   * @param {number} clientX
   */
  dayAt(clientX) {
    return (clientX - this.#track.getBoundingClientRect().left) / this.#pxPerDay;
  }

  /**
   * Tell how many days a way on the screen is.
   *
   * @param {number} px
   */
  daysOf(px) {
    return Math.round(px / this.#pxPerDay);
  }

  /**
   * Find the bar that is pointed at.
   *
   * @param {number} clientX
   */
  barAt(clientX) {
    const day = this.isDrawn ? Math.floor(this.dayAt(clientX)) : -1;
    return this.#bars.find(({ from, to }) => day >= from && day < to);
  }

  /** Show nothing above the bars. */
  hideTip() {
    this.#hover.hidden = true;
    this.#tip.hidden = true;
  }

  /**
   * Show above a bar what it stands for.
   *
   * @param {Bar} bar
   * @param {string} days
   * @param {string} counts
   */
  showTip({ from, to }, days, counts) {
    this.#hover.hidden = false;
    this.#tip.hidden = false;
    find(this.#tip, "b", HTMLElement).textContent = days;
    find(this.#tip, "span", HTMLElement).textContent = counts;
    setPlace(this.#hover, from * this.#pxPerDay, (to - from) * this.#pxPerDay);
    const half = this.#tip.offsetWidth / 2;
    const middle = ((from + to) / 2) * this.#pxPerDay;
    this.#tip.style.transform = `translateX(${clamp(middle - half, 0, this.#width - 2 * half)}px)`;
  }
}

/**
 * @param {HTMLElement} element
 * @param {number} left
 * @param {number} width
 */
function setPlace(element, left, width) {
  element.style.transform = `translateX(${left}px)`;
  element.style.width = `${width}px`;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function svg(tag, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}
