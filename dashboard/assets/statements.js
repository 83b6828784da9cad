// Shows the statements on the map, in the map's own frame: circles, shaded regions, names, legend.
// The numbers of any window are counted here, so that a dragged window is followed at once: the time control calls
// window.dateline.setWindow, and the page window.dateline.drawStatements whenever the server has drawn it anew.
// Everything that comes from reports or gazetteers is set with textContent; no string of theirs is ever
// HTML. Tooltips get elements, not strings: Leaflet and streamlit-folium put strings into innerHTML.
"use strict";

(() => {
  const NAMES_AT_MOST = 40;
  const NAMES_TRIED = 160;
  const VIEW_REST_MS = 300;
  // Names and legend follow a dragged window more calmly than circles do.
  const CALM_MS = 120;
  // What the server says of a window that a hand has just left is late, not new.
  const LATE_MS = 2000;
  const SHADES = 5;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const fetched = new Map();
  const COUNTS_KEPT = 6;
  let state = null;

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function fetchOnce(address, read) {
    if (!fetched.has(address)) {
      const answer = fetch(address, { credentials: "same-origin" }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} for ${address}`);
        return read(response);
      });
      answer.catch(() => fetched.delete(address));
      fetched.set(address, answer);
    }
    return fetched.get(address);
  }

  function start(map) {
    // Regions lie in basemap.js's pane for them, under the names of the ground.
    for (const [name, order] of [["dateline-circles", 450], ["dateline-names", 460]]) {
      map.createPane(name).style.zIndex = order;
      map.getPane(name).style.pointerEvents = "none";
    }
    state = {
      map,
      scene: null,
      window: null,
      local: new Map(), // windows set by a hand, and when
      places: null,
      placesOf: "",
      rowOf: new Map(),
      counts: new Map(), // by address
      regions: new Map(),
      regionsOf: "",
      regionRenderer: L.svg({ pane: "shading", padding: 0.5 }),
      shown: [],
      names: L.layerGroup().addTo(map),
      legend: null,
      legendSaid: "",
      calming: 0,
      flight: 0,
      home: null, // where the map is until a hand moves it
      first: null,
      selected: null,
      touched: false,
      events: 0,
      rest: 0,
    };
    state.circles = window.dateline.addCircles(map, {
      pane: "dateline-circles", onPick: (row) => send(state.places.ids[row]), tip: tipOfCircle,
    });
    map.on("resize", goHome);
    map.on("zoomend resize basemapready", placeNames);
    map.on("moveend", () => {
      placeNames();
      viewMoved();
    });
    // Only what a hand does to the map goes into the URL; our own moves and resizes do not.
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, () => { state.touched = true; }, { passive: true });
    }
    new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(map.getContainer());
  }

  function addButtons(words) {
    const buttons = L.control({ position: "topleft" });
    buttons.onAdd = () => {
      const bar = element("div", "leaflet-bar dateline-buttons");
      L.DomEvent.disableClickPropagation(bar);
      const add = (name, act) => {
        const button = element("button", name);
        button.type = "button";
        button.title = words[name];
        button.setAttribute("aria-label", words[name]);
        button.addEventListener("click", act);
        bar.append(button);
      };
      add("reset", resetView);
      if (document.fullscreenEnabled) add("fullscreen", toggleFullScreen);
      return bar;
    };
    buttons.addTo(state.map);
  }

  function resetView() {
    // A zoom under way would end where it was going all the same.
    if (state.map._animatingZoom) {
      state.map.once("zoomend", resetView);
      return;
    }
    state.touched = false;
    state.home = state.first;
    goHome();
    send(null);
  }

  function toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
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

  function tip(row, n, isCertain) {
    const box = element("span", "dateline-tip");
    box.append(element("bdi", "", state.places.names[row]), element("b", "", n.toLocaleString("en")));
    if (!isCertain) box.append(element("i", "", state.scene.words.uncertain));
    return box;
  }

  const tipOfCircle = (row) => tip(row, state.circles.count(row), state.circles.isCertain(row));

  // Counting

  async function loadPlaces(address) {
    state.placesOf = address;
    const places = await fetchOnce(address, (answer) => answer.json());
    if (state.placesOf !== address) return;
    state.places = places;
    state.rowOf = new Map(places.ids.map((id, row) => [id, row]));
    state.circleRows = rowsOf(places, "circle");
    state.shadeRows = rowsOf(places, "shade");
    state.circles.setPlaces(places);
    recount();
  }

  const rowsOf = (places, mark) => places.marks.flatMap((one, row) => (one === mark ? [row] : []));

  async function loadCounts(address) {
    const buffer = await fetchOnce(address, (answer) => answer.arrayBuffer());
    if (!state.counts.has(address)) {
      state.counts.set(address, window.dateline.counts.decodeCounts(buffer));
      forgetOldest(address);
    }
    recount();
  }

  // Filters have an address of their own each, and a long visit asks for many.
  function forgetOldest(latest) {
    for (const address of [...state.counts.keys()].slice(0, -COUNTS_KEPT)) {
      if (address === latest || Object.values(state.scene.counts).includes(address)) continue;
      state.counts.delete(address);
      fetched.delete(address);
    }
  }

  // Draws the window; where its numbers are not here yet, what was drawn stays until they are.
  function recount() {
    const { scene, window: shown, places } = state;
    const counts = state.counts.get(scene.counts[shown.basis]);
    if (!counts || !places) {
      if (!counts) loadCounts(scene.counts[shown.basis]).catch(tellFailure);
      return;
    }
    window.dateline.counts.countWindow(counts, shown.start, shown.end);
    const n = scene.uncertain ? counts.statements : counts.certain;
    const chosen = state.rowOf.get(scene.selected) ?? -1;
    state.circles.select(places.marks[chosen] === "circle" ? chosen : -1);
    const rows = state.circleRows.filter((row) => n[row] || row === chosen);
    rows.sort((a, b) => n[b] - n[a] || a - b);
    state.circles.show(rows, n, counts.certain, scene.px_per_root);
    state.shown = rows;
    state.n = n;
    shadeRegions(n);
    if (!state.calming) {
      state.calming = window.setTimeout(() => {
        state.calming = 0;
        placeNames();
        drawLegend();
      }, state.legend ? CALM_MS : 0);
    }
  }

  function tellFailure(error) {
    const note = element("div", "dateline-failed", state.scene.words.failed);
    note.setAttribute("role", "alert");
    state.map.getContainer().append(note);
    throw error;
  }

  // The time control calls this at every move, days being numbered from 1970-01-01.
  function setWindow(first, last, basis) {
    if (!state?.scene) return;
    state.window = { start: first, end: last, basis };
    state.local.set(`${first} ${last} ${basis}`, performance.now());
    recount();
  }

  function takeWindow(scene) {
    const [first, last] = scene.window;
    const now = performance.now();
    for (const [name, at] of state.local) if (now - at > LATE_MS) state.local.delete(name);
    if (state.window && state.local.has(`${first} ${last} ${scene.basis}`)) return;
    state.window = { start: first, end: last, basis: scene.basis };
  }

  // Regions

  async function loadRegions(address) {
    state.regionsOf = address;
    const polygons = await fetchOnce(address, (answer) => answer.json());
    if (state.regionsOf !== address) return;
    for (const { layer } of state.regions.values()) layer.remove();
    state.regions.clear();
    for (const feature of polygons.features) {
      const layer = L.geoJSON(feature, {
        pane: "shading", renderer: state.regionRenderer, className: "dateline-region", bubblingMouseEvents: false,
      });
      const region = { layer, n: 0, tint: -1 };
      layer.on("click", () => send(feature.id));
      layer.bindTooltip(() => tip(state.rowOf.get(feature.id), region.n, true), { sticky: true, className: "dateline-region-tip" });
      state.regions.set(feature.id, region);
    }
    recount();
  }

  // At most five classes of a scale a reader can name: 1, 2, 5, 10, 20, 50 ...; as class_breaks in layers.py.
  function classBreaks(most) {
    const scale = [];
    for (let step = 1; step <= Math.max(most, 1); step *= 10) scale.push(step, step * 2, step * 5);
    const reached = scale.filter((step) => step <= Math.max(most, 1));
    return reached.length > SHADES ? [1, ...reached.slice(1 - SHADES)] : reached;
  }

  function shadeRegions(n) {
    const rows = state.shadeRows.filter((row) => n[row]);
    state.breaks = rows.length ? classBreaks(Math.max(...rows.map((row) => n[row]))) : [];
    const { ids } = state.places;
    const told = new Map(rows.map((row) => [ids[row], n[row]]));
    for (const [id, region] of state.regions) {
      region.n = told.get(id) || 0;
      const tint = state.breaks.filter((from) => from <= region.n).length - 1;
      const isSelected = id === state.scene.selected;
      if (!region.n) {
        if (region.tint >= 0) region.layer.remove();
        region.tint = -1;
        continue;
      }
      if (region.tint < 0) region.layer.addTo(state.map);
      if (region.tint === tint && region.isSelected === isSelected) continue;
      Object.assign(region, { tint, isSelected });
      region.layer.eachLayer((polygon) => {
        const path = polygon.getElement();
        path.dataset.placeId = id;
        path.dataset.tint = tint;
        path.classList.toggle("selected", isSelected);
      });
    }
  }

  // Names of the larger circles, where they cover neither each other nor a circle

  const pen = document.createElement("canvas").getContext("2d");

  function placeNames() {
    const { map, scene, names, places, circles } = state;
    if (!places || !state.n) return;
    pen.font = "600 13px 'Dateline Sans', 'Source Sans 3', sans-serif";
    const { x: width, y: height } = map.getSize();
    const seen = circles.spots(state.shown);
    const inView = seen.filter(({ x, y, r }) => x > -r && y > -r && x < width + r && y < height + r);
    const taken = inView.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    const isFree = ([left, top, right, bottom], own) => taken.every(
      (box, i) => i === own || right < box[0] || left > box[2] || bottom < box[1] || top > box[3]);
    const chosen = state.rowOf.get(scene.selected) ?? -1;
    const order = inView.slice(0, NAMES_TRIED).map((circle, i) => [circle, i]);
    const at = inView.findIndex(({ row }) => row === chosen);
    if (at >= 0) order.unshift([inView[at], at]);
    const written = new Set();
    const texts = [];
    for (const [{ row, x, y, r }, i] of order) {
      if (written.has(row) || written.size >= NAMES_AT_MOST) continue;
      const isSelected = row === chosen;
      const spot = findSpot({ x, y }, r, pen.measureText(places.names[row]).width + 4, isSelected, (box) => isFree(box, i));
      if (!spot) continue;
      taken.push(spot.box);
      written.add(row);
      texts.push([row, spot, isSelected]);
    }
    const said = JSON.stringify(texts.map(([row, { x, y }, isSelected]) => [row, Math.round(x), Math.round(y), isSelected]));
    // The same names at the same places need no new elements.
    if (said === state.namesSaid && names.getLayers().length) return;
    state.namesSaid = said;
    names.clearLayers();
    for (const [row, spot, isSelected] of texts) {
      writeName(places.names[row], [places.lats[row], places.lons[row]], spot, isSelected);
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

  function circleSizes(most) {
    return [1, 10, 100, 1000, 10000].filter((n) => n < most * 0.7).slice(-2).concat(most);
  }

  function drawLegend() {
    const { shown, n, breaks, circles } = state;
    const most = shown.length ? n[shown[0]] : 0;
    const hasUncertain = shown.some((row) => !circles.isCertain(row));
    const said = JSON.stringify([most, hasUncertain, breaks, state.scene.px_per_root]);
    if (said === state.legendSaid) return;
    state.legendSaid = said;
    if (!state.legend) {
      state.legend = L.control({ position: "bottomleft" });
      state.legend.onAdd = () => {
        const box = element("div", "dateline-legend");
        L.DomEvent.disableClickPropagation(box);
        return box;
      };
      state.legend.addTo(state.map);
    }
    const parts = [];
    if (most) parts.push(circleLegend(most, hasUncertain));
    if (breaks.length) parts.push(regionLegend(breaks));
    const box = state.legend.getContainer();
    box.replaceChildren(...parts);
    box.hidden = !parts.length;
  }

  function circleLegend(most, hasUncertain) {
    const { words, px_per_root: pxPerRoot } = state.scene;
    const part = element("div", "part");
    part.append(element("span", "head", words.circles));
    for (const n of circleSizes(most)) {
      const disc = element("span", "disc");
      disc.style.width = disc.style.height = `${2 * Math.max(2.5, pxPerRoot * Math.sqrt(n))}px`;
      const item = element("span", "item");
      item.append(disc, element("span", "", n.toLocaleString("en")));
      part.append(item);
    }
    if (hasUncertain) {
      const item = element("span", "item");
      item.append(element("span", "disc uncertain"), element("span", "", words.uncertain));
      part.append(item);
    }
    return part;
  }

  function regionLegend(breaks) {
    const part = element("div", "part");
    part.append(element("span", "head", state.scene.words.regions));
    breaks.forEach((from, i) => {
      const next = breaks[i + 1];
      const say = (n) => n.toLocaleString("en");
      const range = next === undefined ? `${say(from)}+` : next - 1 > from ? `${say(from)}–${say(next - 1)}` : say(from);
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
    // A later flight was asked for, whatever a hand has done before.
    if (state.flight) state.touched = false;
    state.flight = flight.number;
    state.home = flight;
    state.first ??= flight;
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
    const row = state.rowOf.get(id);
    if (row === undefined || isFirst || state.places.marks[row] !== "circle") return;
    const at = L.latLng(state.places.lats[row], state.places.lons[row]);
    if (!state.map.getBounds().contains(at)) state.map.panTo(at, { animate: !calm.matches });
  }

  // The page calls this with every new state; the layer it returns only stands for ours in streamlit-folium's list,
  // so that replacing it costs nothing and nothing flickers.
  function draw(map, scene) {
    if (!state || state.map !== map) start(map);
    if (!state.scene) addButtons(scene.words);
    const isNewTheme = state.scene?.theme !== scene.theme;
    state.scene = scene;
    takeWindow(scene);
    document.documentElement.dataset.theme = scene.theme;
    if (isNewTheme) state.circles.setTheme(scene.theme);
    map.invalidateSize({ animate: false, pan: false });
    fly(scene.flight);
    if (state.placesOf !== scene.places) loadPlaces(scene.places).catch(tellFailure);
    if (state.regionsOf !== scene.regions) loadRegions(scene.regions).catch(tellFailure);
    recount();
    bringIntoView(scene.selected);
    return L.layerGroup();
  }

  // What is drawn, for whoever has to find it without looking: tests, measurements.
  function listCircles() {
    const { circles, places, scene } = state || {};
    if (!places || !scene) return [];
    return circles.spots(circles.rows()).map(({ row, x, y, r }) => {
      const isTop = circles.find(x, y) === row;
      return { id: places.ids[row], x, y, r, n: circles.count(row), certain: circles.isCertain(row), isTop };
    });
  }

  const circleAt = (x, y) => state?.places?.ids[state.circles.find(x, y)] ?? null;

  const FRAME = Math.random().toString(36).slice(2, 10);
  window.dateline = Object.assign(window.dateline || {}, { drawStatements: draw, setWindow, listCircles, circleAt });
})();
