// The ground of the map: land, water, borders and names, drawn on two canvases from our own vectors.
//
// Nothing is requested but one GeoJSON file of our own server; tiles of others are loaded only when they are picked.
// Names reach the screen through canvas fillText and textContent alone: data is never read as HTML.
//
// Panes, from below: ground (150), tiles (200), shading (300: for shaded regions), names (350), data (400 and up).

import { COLOURS } from "../../contract/constants.js";
import { fetchOnce } from "./fetched.js";
import { paintLand, project, readFeatures } from "./land.js";
import { paintNames } from "./names.js";
import { Sheet } from "./sheet.js";
import { listObstacles } from "./taken.js";
import { addLayerChoice, say } from "./tiles.js";

/** @typedef {import("../../contract/contract.d.ts").GroundScene} GroundScene */
/** @typedef {import("./land.js").Collection} Collection */
/** @typedef {import("./land.js").Feature} Feature */

const PANES = { ground: 150, shading: 300, names: 350 };
const SETTLE_MS = 150; // data layers come in bursts: the names are placed once they are all there

/**
 * Draws the ground, the choice of layers, the scale and the attribution.
 * @param {L.Map} map  Tells of "basemapready" when the ground is there.
 * @param {GroundScene} ground
 */
export function drawGround(map, ground) {
  const colours = COLOURS[ground.theme];
  const origin = project(ground.origin[1], ground.origin[0], [0, 0]);
  /** @type {Feature[]} */
  let features = [];
  /** @type {Feature[]} */
  let names = [];
  let isCovered = false; // by the first tile that has come
  addPanes(map, ground.theme);
  const land = new Sheet((pen, view) => paintLand(pen, view, features, origin, colours), { pane: "ground" });
  const writing = new Sheet(
    (pen, view) => {
      if (!isCovered) paintNames(pen, view, names, origin, colours, listObstacles(map, view.corner));
    },
    { pane: "names" },
  );
  land.addTo(map);
  writing.addTo(map);
  repaintAround(map, land, writing);
  const choice = addLayerChoice(map, ground, (covered) => {
    if (covered === isCovered) return;
    isCovered = covered;
    writing.repaint();
  });
  L.control.scale({ imperial: false, maxWidth: 110, position: "bottomleft" }).addTo(map);
  map.attributionControl.setPrefix(false).addAttribution(ground.attribution);
  loadFonts(ground.fonts).then(() => writing.repaint());
  fetchOnce(ground.url, (answer) => /** @type {Promise<Collection>} */ (answer.json())).then(
    (collection) => {
      ({ features, names } = sortFeatures(readFeatures(collection, origin)));
      land.repaint();
      writing.repaint();
      map.fire("basemapready");
    },
    () => say(map, ground.words.failed),
  );
  return choice;
}

/**
 * @param {L.Map} map
 * @param {GroundScene["theme"]} theme
 */
function addPanes(map, theme) {
  for (const [name, order] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(order);
    pane.style.pointerEvents = name === "shading" ? "" : "none";
  }
  map.getContainer().classList.add("dateline-map", `dateline-${theme}`);
}

/**
 * Writes the names anew once what else lies on the map has changed.
 * @param {L.Map} map
 * @param {Sheet} land
 * @param {Sheet} writing
 */
function repaintAround(map, land, writing) {
  let waiting = 0;
  map.on("layeradd layerremove", (event) => {
    const { layer } = /** @type {L.LayerEvent} */ (event);
    if (layer === writing || layer === land || layer instanceof L.Tooltip) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => writing.repaint(), SETTLE_MS);
  });
}

/** @param {Feature[]} all */
function sortFeatures(all) {
  const rivers = all
    .filter(({ layer, name }) => layer === "river" && name)
    .map((river) => ({ ...river, kind: "river" }));
  return {
    features: all.filter(({ layer }) => layer !== "label"),
    names: [...all.filter(({ layer }) => layer === "label"), ...rivers],
  };
}

/** @param {GroundScene["fonts"]} faces */
function loadFonts(faces) {
  const loads = faces.map(async ({ url, style }) => {
    const face = new FontFace("Dateline Sans", `url(${url})`, { style, weight: "200 900" });
    document.fonts.add(await face.load());
  });
  return Promise.allSettled(loads);
}
