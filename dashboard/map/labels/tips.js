// What a tooltip shows. It gets elements, not strings: Leaflet and streamlit-folium put strings into innerHTML.

import { element, writeNumber } from "./elements.js";

/** @typedef {import("../../contract/contract.d.ts").MapWords} MapWords */
/** @typedef {{ name: string, n: number }} Tipped */

const LISTED_IN_TIP = 6;

/**
 * Makes the tip of a place.
 * @param {Tipped} place
 * @param {boolean} isCertain
 * @param {MapWords} words
 */
export function placeTip({ name, n }, isCertain, words) {
  const box = element("span", "dateline-tip");
  box.append(element("bdi", "", name), element("b", "", writeNumber(n)));
  if (!isCertain) box.append(element("i", "", words.uncertain));
  return box;
}

/**
 * Makes the tip of several places drawn as one.
 * @param {Tipped[]} places  Those with most statements first.
 * @param {MapWords} words
 */
export function groupTip(places, words) {
  const box = element("span", "dateline-tip of-group");
  box.append(element("span", "", words.places.replace("{n}", String(places.length))));
  // One name too many takes no more room than the words for it.
  const listed = places.length > LISTED_IN_TIP ? LISTED_IN_TIP - 1 : places.length;
  for (const place of places.slice(0, listed)) box.append(placeTip(place, true, words));
  const more = places.length - listed;
  if (more) box.append(element("i", "", words.more.replace("{n}", String(more))));
  return box;
}
