// Shades regions by what is said of them and of what lies in them.
// Used as window.dateline.addRegions(map, options).
"use strict";

(() => {
  const SHADES = 5;

  // onPick(id) is called for a click on a region; tip(id, n) makes the element a tooltip shows.
  function addRegions(map, { onPick, tip }) {
    // Regions lie in basemap.js's pane for them, under the names of the ground.
    const renderer = L.svg({ pane: "shading", padding: 0.5 });
    const regions = new Map();
    let breaks = [];

    // polygons: GeoJSON of features with ids; all are hidden until they are shaded.
    function setPolygons(polygons) {
      for (const { layer } of regions.values()) layer.remove();
      regions.clear();
      for (const feature of polygons.features) {
        const layer = L.geoJSON(feature, {
          pane: "shading", renderer, className: "dateline-region", bubblingMouseEvents: false,
        });
        const region = { layer, n: 0, tint: -1 };
        layer.on("click", () => onPick(feature.id));
        layer.bindTooltip(() => tip(feature.id, region.n), { sticky: true, className: "dateline-region-tip" });
        regions.set(feature.id, region);
      }
    }

    // numbers: statements by id, of regions that have any.
    function shade(numbers, selected) {
      breaks = numbers.size ? classBreaks(Math.max(...numbers.values())) : [];
      for (const [id, region] of regions) {
        region.n = numbers.get(id) || 0;
        const tint = breaks.filter((from) => from <= region.n).length - 1;
        const isSelected = id === selected;
        if (!region.n) {
          if (region.tint >= 0) region.layer.remove();
          region.tint = -1;
          continue;
        }
        if (region.tint < 0) region.layer.addTo(map);
        if (region.tint === tint && region.isSelected === isSelected) continue;
        Object.assign(region, { tint, isSelected });
        region.layer.eachLayer((polygon) => mark(polygon.getElement(), id, tint, isSelected));
      }
    }

    // The lowest number of each tint.
    return { setPolygons, shade, listBreaks: () => breaks };
  }

  function mark(path, id, tint, isSelected) {
    path.dataset.placeId = id;
    // Browsers let the keyboard stop at what has a tooltip; regions are chosen from the list, where they have names.
    path.setAttribute("tabindex", "-1");
    path.dataset.tint = tint;
    path.classList.toggle("selected", isSelected);
  }

  // At most five classes of a scale a reader can name: 1, 2, 5, 10, 20, 50 ...; as class_breaks in layers.py.
  function classBreaks(most) {
    const scale = [];
    for (let step = 1; step <= Math.max(most, 1); step *= 10) scale.push(step, step * 2, step * 5);
    const reached = scale.filter((step) => step <= Math.max(most, 1));
    return reached.length > SHADES ? [1, ...reached.slice(1 - SHADES)] : reached;
  }

  window.dateline = Object.assign(window.dateline || {}, { addRegions });
})();
