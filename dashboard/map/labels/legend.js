// The key of the map: what sizes, colours, tints and lines mean, and the choice of colours and lines.
// Words and names of sources are set as text.

import { LEAST_PX } from "../circles/marks.js";
import { element, writeNumber } from "./elements.js";

/** @typedef {import("../../contract/contract.d.ts").Look} Look */
/** @typedef {import("../../contract/contract.d.ts").MapWords} MapWords */
/** @typedef {{ fill: string, label: string }} ClassShown */
/** @typedef {(name: "colour" | "links", value: string) => void} Choose */

/**
 * What the key tells of.
 * @typedef {object} Told
 * @property {number} most  Statements of the largest circle, 0 for none.
 * @property {number} pxPerRoot
 * @property {boolean} hasUncertain
 * @property {boolean} hasGroups
 * @property {ClassShown[]} classes
 * @property {string} edge
 * @property {boolean} canLink
 * @property {number[]} breaks
 * @property {Look} look
 */

const SIZES = [1, 10, 100, 1000, 10000];

export class Legend {
  #words;
  #sizes = element("span", "items");
  #classes = element("span", "items");
  #regions = element("div", "part");
  #select;
  #lines;
  #said = "";

  /**
   * @param {L.Map} map
   * @param {MapWords} words
   * @param {{ onChoose: Choose, onFold: () => void }} acts  What a choice does, and what happens when the key has opened
   * or closed.
   */
  constructor(map, words, { onChoose, onFold }) {
    this.#words = words;
    this.#select = chooseColour(words, onChoose);
    this.#lines = chooseLines(words, onChoose);
    const circles = element("div", "part");
    circles.append(element("span", "head", words.circles), this.#sizes);
    const colours = element("div", "part colours");
    colours.append(this.#select, this.#classes);
    const parts = element("div", "parts");
    parts.append(circles, colours, this.#regions, this.#lines.part);
    addBox(map, words.key, parts, onFold);
  }

  /** @param {Told} told */
  draw(told) {
    const now = JSON.stringify(told);
    if (now === this.#said) return;
    this.#said = now;
    // Choices stay where they are in the page, or a hand on one would lose the keyboard.
    this.#select.value = told.look.colour;
    this.#lines.checkbox.checked = told.look.links === "yes";
    this.#lines.part.hidden = !told.canLink;
    this.#classes.replaceChildren(...told.classes.map(({ fill, label }) => classItem(fill, told.edge, label)));
    this.#sizes.replaceChildren(...listSizes(this.#words, told));
    this.#regions.replaceChildren(element("span", "head", this.#words.regions), ...listTints(told.breaks));
    this.#regions.hidden = !told.breaks.length;
  }
}

/**
 * Puts the key on the map: open where there is room for it.
 * @param {L.Map} map
 * @param {string} title
 * @param {HTMLElement} parts
 * @param {() => void} onFold
 */
function addBox(map, title, parts, onFold) {
  const narrow = window.matchMedia("(max-width: 500px), (max-height: 380px)");
  const box = element("details", "dateline-legend");
  const fold = () => {
    box.open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  box.addEventListener("toggle", onFold);
  fold();
  box.append(element("summary", "", title), parts);
  const control = new L.Control({ position: "bottomleft" });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    return box;
  };
  control.addTo(map);
}

/**
 * @param {MapWords} words
 * @param {Choose} onChoose
 */
function chooseColour(words, onChoose) {
  const select = element("select", "");
  select.setAttribute("aria-label", words.colour);
  for (const [value, label] of Object.entries(words.colours)) {
    const option = element("option", "", label);
    option.value = value;
    select.append(option);
  }
  select.addEventListener("change", () => onChoose("colour", select.value));
  return select;
}

/**
 * @param {MapWords} words
 * @param {Choose} onChoose
 */
function chooseLines(words, onChoose) {
  const part = element("label", "part choice");
  const checkbox = element("input", "");
  checkbox.type = "checkbox";
  checkbox.addEventListener("change", () => onChoose("links", checkbox.checked ? "yes" : "no"));
  part.append(checkbox, element("span", "", words.lines));
  return { part, checkbox };
}

/**
 * @param {HTMLElement} mark
 * @param {string} label
 */
function item(mark, label) {
  const made = element("span", "item");
  made.append(mark, element("bdi", "", label));
  return made;
}

/**
 * @param {string} fill
 * @param {string} edge
 * @param {string} label
 */
function classItem(fill, edge, label) {
  const disc = element("span", "disc class");
  disc.style.background = fill;
  disc.style.borderColor = edge;
  return item(disc, label);
}

/**
 * @param {MapWords} words
 * @param {Told} told
 */
function listSizes(words, { most, pxPerRoot, hasUncertain, hasGroups, classes }) {
  const plain = classes.length ? " plain" : "";
  const items = circleSizes(most).map((n) => {
    const disc = element("span", `disc${plain}`);
    disc.style.width = `${2 * Math.max(LEAST_PX, pxPerRoot * Math.sqrt(n))}px`;
    disc.style.height = disc.style.width;
    return item(disc, writeNumber(n));
  });
  if (hasUncertain) items.push(item(element("span", "disc uncertain"), words.uncertain));
  if (hasGroups) items.push(item(element("span", `disc together${plain}`), words.together));
  return items;
}

/**
 * Gives the numbers that the key shows circles of: the largest, and at most two round ones below it.
 * @param {number} most
 */
export function circleSizes(most) {
  if (!most) return [];
  const below = SIZES.filter((n) => n < most * 0.7).slice(-2);
  return [...below, most];
}

/**
 * Says the numbers of each tint.
 * @param {number[]} breaks  The lowest number of each.
 */
export function sayRanges(breaks) {
  return breaks.map((from, i) => {
    const next = breaks[i + 1];
    if (next === undefined) return `${writeNumber(from)}+`;
    return next - 1 > from ? `${writeNumber(from)}–${writeNumber(next - 1)}` : writeNumber(from);
  });
}

/** @param {number[]} breaks */
function listTints(breaks) {
  return sayRanges(breaks).map((range, tint) => {
    const swatch = element("span", "swatch");
    swatch.dataset.tint = String(tint);
    return item(swatch, range);
  });
}
