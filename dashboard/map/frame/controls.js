// Buttons of the map and Leaflet's own controls, in the words of the page; and what is said when something fails.

import { element } from "../labels/elements.js";

/** @typedef {import("../../contract/contract.d.ts").MapWords} MapWords */

/**
 * Adds the buttons and names the controls.
 * @param {L.Map} map
 * @param {MapWords} words
 * @param {() => void} onReset
 */
export function addControls(map, words, onReset) {
  const bar = element("div", "leaflet-bar dateline-buttons");
  L.DomEvent.disableClickPropagation(bar);
  bar.append(makeButton("reset", words.reset, onReset));
  if (document.fullscreenEnabled) bar.append(makeButton("fullscreen", words.fullscreen, toggleFullScreen));
  const buttons = new L.Control({ position: "topleft" });
  buttons.onAdd = () => bar;
  buttons.addTo(map);
  for (const [name, label] of Object.entries(words.controls)) {
    const control = map.getContainer().querySelector(`.leaflet-control-${name}`);
    control?.setAttribute("aria-label", label);
    control?.setAttribute("title", label);
  }
}

/**
 * @param {string} name
 * @param {string} label
 * @param {() => void} act
 */
function makeButton(name, label, act) {
  const button = element("button", name);
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}

/**
 * Says above the map that something failed.
 * @param {L.Map} map
 * @param {string} words
 */
export function tellFailure(map, words) {
  const note = element("div", "dateline-failed", words);
  note.setAttribute("role", "alert");
  map.getContainer().append(note);
}
