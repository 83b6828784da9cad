// Draws what moves on the map, in the map's own frame: circles, shaded regions, names, legend.
// Everything that comes from reports or gazetteers is set with textContent; no string of theirs is ever
// HTML. Tooltips get elements, not strings: Leaflet and streamlit-folium put strings into innerHTML.
"use strict";

(() => {
  const GROW_MS = 120;
  const NAMES_AT_MOST = 40;
  const VIEW_REST_MS = 300;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let state = null;

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function start(map) {
    // Regions lie in basemap.js's pane for them, under the names of the ground.
    for (const [name, order] of [["dateline-circles", 450], ["dateline-names", 460]]) {
      map.createPane(name).style.zIndex = order;
    }
    map.getPane("dateline-names").style.pointerEvents = "none";
    state = {
      map,
      circles: new Map(),
      regions: new Map(),
      // SVG, for a canvas would swallow the clicks meant for the panes under it.
      circleRenderer: L.svg({ pane: "dateline-circles", padding: 0.5 }),
      regionRenderer: L.svg({ pane: "shading", padding: 0.5 }),
      names: L.layerGroup().addTo(map),
      legend: null,
      drawing: null,
      polygonsOf: "",
      flight: 0,
      home: null,
      selected: null,
      touched: false,
      events: 0,
      rest: 0,
    };
    map.on("resize", goHome);
    map.on("zoomend resize basemapready", placeNames);
    map.on("moveend", viewMoved);
    // Only what a hand does to the map goes into the URL; our own moves and resizes do not.
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, () => { state.touched = true; }, { passive: true });
    }
    new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(map.getContainer());
  }

  function send(place) {
    const centre = state.map.getCenter();
    const seen = state.map.getBounds();
    window.clearTimeout(state.rest);
    window.Streamlit.setComponentValue({
      event: (state.events += 1),
      // Several pages may have been open before this one: the number alone does not tell a new event.
      frame: FRAME,
      place: place,
      at: [centre.lat, centre.lng, state.map.getZoom()],
      bounds: [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()],
    });
  }

  function viewMoved() {
    if (!state.touched) return;
    window.clearTimeout(state.rest);
    state.rest = window.setTimeout(() => send(null), VIEW_REST_MS);
  }

  function tip(name, n, certain) {
    const box = element("span", "dateline-tip");
    box.append(element("bdi", "", name), element("b", "", n.toLocaleString("en")));
    if (!certain) box.append(element("i", "", state.drawing.legend.uncertain));
    return box;
  }

  // Circles

  function radius(n) {
    return Math.max(2.5, state.drawing.px_per_root * Math.sqrt(n));
  }

  function grow(circle, to) {
    const from = circle.getRadius();
    window.cancelAnimationFrame(circle.growing);
    if (calm.matches || from === to) {
      circle.setRadius(to);
      return;
    }
    const began = performance.now();
    const step = (now) => {
      const share = Math.min(1, (now - began) / GROW_MS);
      circle.setRadius(from + (to - from) * share);
      if (share < 1) circle.growing = window.requestAnimationFrame(step);
    };
    circle.growing = window.requestAnimationFrame(step);
  }

  function addCircle(id, lat, lon) {
    const circle = L.circleMarker([lat, lon], {
      pane: "dateline-circles", renderer: state.circleRenderer, radius: 0, className: "dateline-circle",
      bubblingMouseEvents: false,
    }).addTo(state.map);
    circle.getElement().dataset.placeId = id;
    circle.on("click", () => send(id));
    circle.bindTooltip(() => tip(circle.told.name, circle.told.n, circle.told.certain), { sticky: true });
    state.circles.set(id, circle);
    return circle;
  }

  function drawCircles(drawing) {
    const seen = new Set();
    for (const [id, name, lat, lon, n, certain] of drawing.circles) {
      seen.add(id);
      const circle = state.circles.get(id) || addCircle(id, lat, lon);
      circle.told = { name, n, certain };
      circle.getElement().classList.toggle("uncertain", !certain);
      circle.getElement().classList.toggle("selected", id === drawing.selected);
      grow(circle, radius(n));
      circle.bringToFront();
    }
    for (const [id, circle] of state.circles) {
      if (seen.has(id)) continue;
      window.cancelAnimationFrame(circle.growing);
      circle.remove();
      state.circles.delete(id);
    }
  }

  // Regions

  async function loadRegions(version) {
    state.polygonsOf = version;
    const answer = await fetch(`/assets/store/${encodeURIComponent(version)}/regions.geojson`);
    if (!answer.ok || state.polygonsOf !== version) return;
    const polygons = await answer.json();
    for (const region of state.regions.values()) region.remove();
    state.regions.clear();
    for (const feature of polygons.features) {
      const region = L.geoJSON(feature, {
        pane: "shading", renderer: state.regionRenderer, className: "dateline-region",
        bubblingMouseEvents: false,
      });
      region.on("click", () => send(feature.id));
      region.bindTooltip(() => tip(region.told.name, region.told.n, true), { sticky: true });
      state.regions.set(feature.id, region);
    }
    drawRegions(state.drawing);
  }

  function drawRegions(drawing) {
    const told = new Map(drawing.shades.map(([id, name, n, tint]) => [id, { name, n, tint }]));
    for (const [id, region] of state.regions) {
      const shade = told.get(id);
      if (!shade) {
        region.remove();
        continue;
      }
      region.told = shade;
      region.addTo(state.map);
      region.eachLayer((polygon) => {
        const path = polygon.getElement();
        path.dataset.placeId = id;
        path.dataset.tint = shade.tint;
        path.classList.toggle("selected", id === drawing.selected);
      });
    }
  }

  // Names of the larger circles, where they cover neither each other nor a circle

  const pen = document.createElement("canvas").getContext("2d");

  function placeNames() {
    const { map, drawing, names } = state;
    names.clearLayers();
    if (!drawing) return;
    pen.font = "600 13px 'Dateline Sans', 'Source Sans 3', sans-serif";
    const taken = drawing.circles.map(([, , lat, lon, n]) => {
      const at = map.latLngToLayerPoint([lat, lon]);
      const r = radius(n);
      return [at.x - r, at.y - r, at.x + r, at.y + r];
    });
    const isFree = ([left, top, right, bottom], own) => taken.every(
      (box, i) => i === own || right < box[0] || left > box[2] || bottom < box[1] || top > box[3]);
    let written = 0;
    const order = drawing.circles.map((circle, i) => [circle, i]);
    order.sort(([a], [b]) => (b[0] === drawing.selected) - (a[0] === drawing.selected));
    for (const [[id, name, lat, lon, n], i] of order) {
      const isSelected = id === drawing.selected;
      if (written >= NAMES_AT_MOST && !isSelected) break;
      const spot = findSpot(map.latLngToLayerPoint([lat, lon]), radius(n), pen.measureText(name).width + 4, isSelected,
        (box) => isFree(box, i));
      if (!spot) continue;
      taken.push(spot.box);
      written += 1;
      writeName(name, [lat, lon], spot, isSelected);
    }
  }

  function findSpot(at, r, width, isSelected, isFree) {
    const height = isSelected ? 20 : 15;
    const room = isSelected ? width + 12 : width;
    const gap = r + 4;
    const offsets = [
      [gap, -height / 2], [-gap - room, -height / 2], [-room / 2, -gap - height], [-room / 2, gap],
    ];
    for (const [x, y] of offsets) {
      const box = [at.x + x, at.y + y, at.x + x + room, at.y + y + height];
      if (isFree(box)) return { box, x, y, room, height };
    }
    const [x, y] = offsets[0];
    return isSelected ? { box: [at.x + x, at.y + y, at.x + x + room, at.y + y + height], x, y, room, height } : null;
  }

  function writeName(name, latlng, spot, isSelected) {
    const text = element("bdi", isSelected ? "dateline-name selected" : "dateline-name", name);
    L.marker(latlng, {
      pane: "dateline-names", interactive: false, keyboard: false,
      icon: L.divIcon({ html: text, className: "", iconSize: [spot.room, spot.height], iconAnchor: [-spot.x, -spot.y] }),
    }).addTo(state.names);
  }

  // Legend

  function circleSizes() {
    const most = state.drawing.circles.length ? state.drawing.circles[0][4] : 1;
    return [1, 10, 100, 1000, 10000].filter((n) => n < most * 0.7).slice(-2).concat(most);
  }

  function drawLegend(drawing) {
    if (state.legend) state.legend.remove();
    const Legend = L.Control.extend({
      onAdd() {
        const box = element("div", "dateline-legend");
        L.DomEvent.disableClickPropagation(box);
        if (drawing.circles.some(([, , , , n]) => n)) box.append(circleLegend(drawing));
        if (drawing.shades.length) box.append(regionLegend(drawing));
        box.hidden = !box.childElementCount;
        return box;
      },
    });
    state.legend = new Legend({ position: "bottomleft" });
    state.legend.addTo(state.map);
  }

  function circleLegend(drawing) {
    const part = element("div", "part");
    part.append(element("span", "head", drawing.legend.circles));
    for (const n of circleSizes()) {
      const disc = element("span", "disc");
      disc.style.width = disc.style.height = `${2 * radius(n)}px`;
      const item = element("span", "item");
      item.append(disc, element("span", "", n.toLocaleString("en")));
      part.append(item);
    }
    if (drawing.circles.some(([, , , , , certain]) => !certain)) {
      const item = element("span", "item");
      item.append(element("span", "disc uncertain"), element("span", "", drawing.legend.uncertain));
      part.append(item);
    }
    return part;
  }

  function regionLegend(drawing) {
    const part = element("div", "part");
    part.append(element("span", "head", drawing.legend.regions));
    drawing.breaks.forEach((from, i) => {
      const next = drawing.breaks[i + 1];
      const range = next === undefined ? `${from}+` : next - 1 > from ? `${from}–${next - 1}` : `${from}`;
      const swatch = element("span", "swatch");
      swatch.dataset.tint = i;
      const item = element("span", "item");
      item.append(swatch, element("span", "", range));
      part.append(item);
    });
    return part;
  }

  // Where to look

  function fly(flight) {
    if (!flight || flight.number <= state.flight) return;
    state.flight = flight.number;
    state.home = flight;
    goHome();
  }

  // The frame gets its size late, and a fit into no height is a fit into the world: until a hand has touched
  // the map, each new size is fitted anew.
  function goHome() {
    const { home, map } = state;
    if (!home || state.touched || !map.getSize().y) return;
    if (home.view) {
      map.setView([home.view.lat, home.view.lon], home.view.zoom, { animate: false });
    } else if (home.bounds) {
      const [south, west, north, east] = home.bounds;
      map.fitBounds([[south, west], [north, east]], { animate: false, padding: [12, 12], maxZoom: 11 });
    }
  }

  function bringIntoView(id) {
    if (id === state.selected) return;
    const isFirst = state.selected === null;
    state.selected = id;
    const circle = state.circles.get(id);
    if (circle && !isFirst && !state.map.getBounds().contains(circle.getLatLng())) {
      state.map.panTo(circle.getLatLng(), { animate: !calm.matches });
    }
  }

  // The page calls this with every new state of the window; the layer it returns only stands for ours in
  // streamlit-folium's list, so that replacing it costs nothing and nothing flickers.
  function draw(map, drawing) {
    if (!state || state.map !== map) start(map);
    state.drawing = drawing;
    document.documentElement.dataset.theme = drawing.theme;
    map.invalidateSize({ animate: false, pan: false });
    fly(drawing.flight);
    drawCircles(drawing);
    if (state.polygonsOf === drawing.version) drawRegions(drawing);
    else loadRegions(drawing.version);
    placeNames();
    drawLegend(drawing);
    bringIntoView(drawing.selected);
    return L.layerGroup();
  }

  const FRAME = Math.random().toString(36).slice(2, 10);
  window.dateline = Object.assign(window.dateline || {}, { drawStatements: draw });
})();
