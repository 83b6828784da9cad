// Shades regions by what is said of them and of what lies in them.

import { classBreaks, tintOf } from "./tints.js";

/** @typedef {{ layer: L.GeoJSON, n: number, tint: number, isSelected: boolean }} Region */
/** @typedef {GeoJSON.FeatureCollection<GeoJSON.Geometry, Record<string, never>>} Polygons */

export class Regions {
  #map;
  #acts;
  // Regions lie in the ground's pane for them, under the names of the ground.
  #renderer = L.svg({ pane: "shading", padding: 0.5 });
  /** @type {Map<string, Region>} */
  #regions = new Map();
  /**
   * The lowest number of each tint.
   * @type {number[]}
   */
  breaks = [];

  /**
   * @param {L.Map} map
   * @param {{ onPick: (id: string) => void, tip: (id: string, n: number) => HTMLElement }} acts  What a click does, and
   * what a tooltip shows.
   */
  constructor(map, acts) {
    this.#map = map;
    this.#acts = acts;
  }

  /**
   * Takes the polygons; all are hidden until they are shaded.
   * @param {Polygons} polygons  Features with ids.
   */
  setPolygons({ features }) {
    for (const { layer } of this.#regions.values()) layer.remove();
    this.#regions.clear();
    for (const feature of features) this.#regions.set(String(feature.id), this.#make(feature));
  }

  /**
   * @param {Polygons["features"][number]} feature
   * @returns {Region}
   */
  #make(feature) {
    const id = String(feature.id);
    /** @type {L.GeoJSONOptions & L.PolylineOptions} */
    const options = {
      pane: "shading",
      renderer: this.#renderer,
      className: "dateline-region",
      bubblingMouseEvents: false,
    };
    const layer = L.geoJSON(feature, options);
    const region = { layer, n: 0, tint: -1, isSelected: false };
    layer.on("click", () => this.#acts.onPick(id));
    layer.bindTooltip(() => this.#acts.tip(id, region.n), { sticky: true, className: "dateline-region-tip" });
    return region;
  }

  /**
   * Shades the regions.
   * @param {Map<string, number>} numbers  Statements by id, of regions that have any.
   * @param {string} selected
   */
  shade(numbers, selected) {
    this.breaks = numbers.size ? classBreaks(Math.max(...numbers.values())) : [];
    for (const [id, region] of this.#regions) {
      region.n = numbers.get(id) ?? 0;
      if (region.n) this.#draw(id, region, tintOf(region.n, this.breaks), id === selected);
      else hide(region);
    }
  }

  /**
   * @param {string} id
   * @param {Region} region
   * @param {number} tint
   * @param {boolean} isSelected
   */
  #draw(id, region, tint, isSelected) {
    const isHidden = region.tint < 0;
    if (isHidden) region.layer.addTo(this.#map);
    if (region.tint === tint && region.isSelected === isSelected) return;
    region.tint = tint;
    region.isSelected = isSelected;
    region.layer.eachLayer((polygon) => {
      const path = polygon instanceof L.Path ? polygon.getElement() : undefined;
      if (path instanceof SVGElement) dress(path, id, tint, isSelected);
    });
  }
}

/** @param {Region} region */
function hide(region) {
  if (region.tint >= 0) region.layer.remove();
  region.tint = -1;
}

/**
 * @param {SVGElement} path
 * @param {string} id
 * @param {number} tint
 * @param {boolean} isSelected
 */
function dress(path, id, tint, isSelected) {
  path.dataset.placeId = id;
  // Browsers let the keyboard stop at what has a tooltip; regions are chosen from the list, where they have names.
  path.setAttribute("tabindex", "-1");
  path.dataset.tint = String(tint);
  path.classList.toggle("selected", isSelected);
}
