// Shows the statements on the map, in the map's own frame: circles, shaded regions, names, legend.
// The numbers of any window are counted here, so that a dragged window is followed at once: the time control calls
// window.dateline.setWindow, and the page window.dateline.drawStatements whenever the server has drawn it anew.
// Everything that comes from reports or gazetteers is set with textContent; no string of theirs is ever
// HTML. Tooltips get elements, not strings: Leaflet and streamlit-folium put strings into innerHTML.
"use strict";

(() => {
  const VIEW_REST_MS = 300;
  // Names and legend follow a dragged window more calmly than circles do.
  const CALM_MS = 120;
  // What the server says of a window that a hand has just left is late, not new.
  const LATE_MS = 2000;
  // Lines are asked for once the window has come to rest.
  const LINKS_REST_MS = 150;
  const LISTED_IN_TIP = 6;
  // As in circles.js: from here on every place is drawn by itself.
  const APART_ZOOM = 13;
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
    map.createPane("dateline-circles").style.zIndex = 450;
    map.getPane("dateline-circles").style.pointerEvents = "none";
    state = {
      map,
      scene: null,
      window: null,
      local: new Map(), // windows set by a hand, and when
      places: null,
      placesOf: "",
      rowOf: new Map(),
      counts: new Map(), // by address
      regionsOf: "",
      legend: null,
      look: null, // colour, links and ground
      told: "", // how the page has them
      chosen: new Map(), // looks chosen by a hand, and when
      classes: new Uint8Array(0),
      coloured: "",
      sources: null,
      linked: "", // address of the lines that are drawn
      linksRest: 0,
      calming: 0,
      isDrawn: false,
      flight: 0,
      home: null, // where the map is until a hand moves it
      isHome: false,
      first: null,
      selected: null,
      touched: false,
      events: 0,
      rest: 0,
    };
    state.circles = window.dateline.addCircles(map, {
      pane: "dateline-circles", onPick: (row) => send(state.places.ids[row]), onOpen: openGroup, tip: tipOfMark, onRegroup: explain,
    });
    state.names = window.dateline.addNames(map, state.circles);
    state.regions = window.dateline.addRegions(map, {
      onPick: send, tip: (id, n) => tip(state.rowOf.get(id), n, true),
    });
    map.on("resize", goHome);
    map.on("zoomend resize basemapready", placeNames);
    map.on("baselayerchange", ({ name }) => choose("ground", window.dateline.ground.keyOf(name)));
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

  // Leaflet's own controls, in the words of the page.
  function nameControls(names) {
    for (const [name, label] of Object.entries(names)) {
      const control = state.map.getContainer().querySelector(`.leaflet-control-${name}`);
      control?.setAttribute("aria-label", label);
      control?.setAttribute("title", label);
    }
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

  function send(place, hand = true) {
    const centre = state.map.getCenter();
    const seen = state.map.getBounds();
    window.clearTimeout(state.rest);
    window.Streamlit.setComponentValue({
      event: (state.events += 1),
      // Several pages may have been open before this one: the number alone does not tell a new event.
      frame: FRAME,
      place: place,
      hand,
      at: [centre.lat, centre.lng, state.map.getZoom()],
      bounds: [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()],
      look: state.look,
    });
  }

  function choose(name, value) {
    if (state.look[name] === value) return;
    state.look = { ...state.look, [name]: value };
    state.chosen.set(JSON.stringify(state.look), performance.now());
    recount();
    send(null);
  }

  // Goes near enough for the places of a group to come apart, and no nearer: what is around them tells where they are.
  function openGroup(rows) {
    const { map, places, circles } = state;
    const bounds = L.latLngBounds(rows.map((row) => [places.lats[row], places.lons[row]]));
    const zoom = circles.findApart(rows, Math.min(map.getBoundsZoom(bounds.pad(0.25)), APART_ZOOM));
    map.setView(bounds.getCenter(), zoom, { animate: !calm.matches });
  }

  // The page is told of every move, for its picture shows what the map does; bounds it has asked for itself it knows.
  function viewMoved() {
    if (!state.touched && state.isHome && state.home.bounds) return;
    window.clearTimeout(state.rest);
    state.rest = window.setTimeout(() => send(null, state.touched), VIEW_REST_MS);
  }

  function tip(row, n, isCertain) {
    const box = element("span", "dateline-tip");
    box.append(element("bdi", "", state.places.names[row]), element("b", "", n.toLocaleString("en")));
    if (!isCertain) box.append(element("i", "", state.scene.words.uncertain));
    return box;
  }

  function tipOfMark(mark) {
    const { circles, n, scene: { words } } = state;
    if (circles.size(mark) < 2) return tip(mark, circles.count(mark), circles.isCertain(mark));
    const rows = circles.listRows(mark).sort((a, b) => n[b] - n[a]);
    const box = element("span", "dateline-tip of-group");
    box.append(element("span", "", words.places.replace("{n}", rows.length)));
    // One name too many takes no more room than the words for it.
    const listed = rows.length > LISTED_IN_TIP ? LISTED_IN_TIP - 1 : rows.length;
    for (const row of rows.slice(0, listed)) box.append(tip(row, n[row], true));
    if (rows.length > listed) box.append(element("i", "", words.more.replace("{n}", rows.length - listed)));
    return box;
  }

  // Counting

  async function loadPlaces(address) {
    state.placesOf = address;
    const places = await fetchOnce(address, (answer) => answer.json());
    if (state.placesOf !== address) return;
    state.places = places;
    state.rowOf = new Map(places.ids.map((id, row) => [id, row]));
    state.circleRows = rowsOf(places, "circle");
    state.shadeRows = rowsOf(places, "shade");
    state.classes = new Uint8Array(places.ids.length);
    state.kinds = new Set(state.circleRows.map((row) => places.kinds[row]));
    state.isOrdered = false;
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
      const { counts, source_counts: ofSources, at_once: atOnce } = state.scene;
      if ([latest, atOnce, ...Object.values(counts), ...Object.values(ofSources)].includes(address)) continue;
      state.counts.delete(address);
      fetched.delete(address);
    }
  }

  // Gives what the window is counted with, and asks for it: as long as the numbers of all windows are not here, those of
  // the one the page has just been drawn with. That one does not tell when in it a place was last spoken of.
  function findCounts() {
    const { scene, window: shown, look, counts } = state;
    const every = scene.counts[shown.basis];
    if (counts.has(every)) return counts.get(every);
    const isDrawnWith = scene.basis === shown.basis && scene.window[0] === shown.start && scene.window[1] === shown.end;
    const isAtOnce = scene.at_once && isDrawnWith && state.isOrdered && look.colour !== "recency";
    const isHere = counts.has(scene.at_once);
    loadCounts(isAtOnce && !isHere ? scene.at_once : every).catch(tellFailure);
    return isAtOnce ? counts.get(scene.at_once) : undefined;
  }

  // Draws the window; where its numbers are not here yet, what was drawn stays until they are.
  function recount() {
    const { scene, window: shown, places } = state;
    const counts = findCounts();
    if (!counts || !places) return;
    window.dateline.counts.countWindow(counts, shown.start, shown.end);
    const n = scene.uncertain ? counts.statements : counts.certain;
    const chosen = state.rowOf.get(scene.selected) ?? -1;
    state.circles.select(places.marks[chosen] === "circle" ? chosen : -1);
    const rows = state.circleRows.filter((row) => n[row] || row === chosen);
    if (!state.isOrdered) orderPlaces(counts);
    state.n = n;
    const { classes, circles } = state;
    const colour = colourCircles(rows, counts);
    circles.show({ rows, n, certain: counts.certain, classes, colour, pxPerRoot: scene.px_per_root });
    shadeRegions(n);
    drawLinks(chosen);
    if (!state.calming) {
      state.calming = window.setTimeout(() => {
        state.calming = 0;
        drawLegend(); // names keep off it
        placeNames();
      }, state.isDrawn ? CALM_MS : 0);
      state.isDrawn = true;
    }
  }

  // Groups gather around the places that matter most over all dates, whatever the window.
  function orderPlaces(counts) {
    const { sumUp } = window.dateline.counts;
    const sums = new Map(state.circleRows.map((row) => [row, sumUp(counts, row)]));
    const { kinds } = state.places; // a capital before a village
    const order = (a, b) => sums.get(b) - sums.get(a) || kinds[a] - kinds[b] || a - b;
    state.circles.setGroupable([...state.circleRows].sort(order), sums);
    state.isOrdered = true;
  }

  // Colours

  // Gives what the colours tell: nothing as long as the sources are not here.
  function colourCircles(rows, counts) {
    const { scene, look, window: shown, places, classes, circles, n } = state;
    const sources = look.colour === "source" ? findSources() : null;
    const colour = look.colour === "source" && !sources ? "one" : look.colour;
    if (state.coloured !== `${scene.theme} ${colour}`) {
      state.coloured = `${scene.theme} ${colour}`;
      const { scales, edge } = scene.colours;
      circles.setColours(scene.theme, colour === "one" ? null : { fills: scales[colour].fills, edge });
    }
    const { recency_days: days } = scene.colours;
    const what = { colour, places, counts, n, window: shown, isSure: !scene.uncertain, days, sources };
    window.dateline.colours.classify(classes, rows, what);
    return colour;
  }

  // What colours by source are counted with; asks for it, and gives null until it is here.
  function findSources() {
    const { scene, window: shown } = state;
    const counts = state.counts.get(scene.source_counts[shown.basis]);
    if (!counts) loadCounts(scene.source_counts[shown.basis]).catch(tellFailure);
    if (state.sources?.address !== scene.sources) {
      loadSources(scene.sources).catch(tellFailure);
      return null;
    }
    return counts ? { ...state.sources, counts } : null;
  }

  async function loadSources(address) {
    const sources = await fetchOnce(address, (answer) => answer.json());
    if (state.scene.sources !== address || state.sources?.address === address) return;
    state.sources = { address, ...sources };
    recount();
  }

  function listClasses() {
    const { scene, look, circles, sources, kinds } = state;
    const scale = scene.colours.scales[look.colour];
    if (!scale) return [];
    if (look.colour === "source") {
      const unnamed = scale.fills.length - scale.labels.length;
      const names = sources?.names ?? [];
      const rest = scale.labels.map((label, i) => ({ fill: scale.fills[unnamed + i], label }));
      return [...names.map((label, i) => ({ fill: scale.fills[i], label })), ...rest];
    }
    const isThere = (i) => look.colour === "recency" || kinds.has(i) || circles.hasClass(i);
    return scale.fills.map((fill, i) => ({ fill, label: scale.labels[i] })).filter((_, i) => isThere(i));
  }

  // Another zoom has other circles, and may have another scale.
  function explain() {
    if (!state.isDrawn) return;
    drawLegend();
    placeNames();
  }

  function drawLegend() {
    const { scene, look, circles, regions } = state;
    const [largest] = circles.listSpots();
    state.legend.draw({
      most: largest ? circles.count(largest.mark) : 0,
      pxPerRoot: circles.scale() ?? scene.px_per_root,
      hasUncertain: circles.listSpots().some(({ mark }) => !circles.isCertain(mark)),
      hasGroups: circles.hasGroups(),
      classes: listClasses(),
      edge: scene.colours.edge,
      canLink: findChosen() >= 0,
      breaks: regions.listBreaks(),
      look,
    });
  }

  // Lines to the places that the same reports name

  // The row of the selected place where it has a circle, else -1.
  function findChosen() {
    const row = state.rowOf.get(state.scene.selected) ?? -1;
    return row >= 0 && state.places.marks[row] === "circle" ? row : -1;
  }

  function drawLinks(chosen) {
    const { scene, look, window: shown, circles } = state;
    window.clearTimeout(state.linksRest);
    if (look.links !== "yes" || findChosen() < 0) {
      state.linked = "";
      circles.setLinks([]);
      return;
    }
    const query = new URLSearchParams({ of: scene.selected, first: shown.start, last: shown.end, by: shown.basis });
    if (!scene.uncertain) query.set("uncertain", "no");
    const address = `${scene.links}${scene.links.includes("?") ? "&" : "?"}${query}`;
    if (address === state.linked) return;
    // Lines of the window before stay until there are others; those of another place would be wrong.
    if (state.linkedFrom !== chosen) circles.setLinks([]);
    state.linkedFrom = chosen;
    state.linksRest = window.setTimeout(() => loadLinks(address), LINKS_REST_MS);
  }

  async function loadLinks(address) {
    state.linked = address;
    const answer = await fetch(address, { credentials: "same-origin" });
    const { ids, reports } = answer.ok ? await answer.json() : { ids: [], reports: [] };
    if (state.linked !== address) return;
    const rows = ids.map((id, i) => ({ row: state.rowOf.get(id), reports: reports[i] }));
    state.circles.setLinks(rows.filter(({ row }) => row !== undefined));
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

  // A look the page has newly come to, out of its address or by the browser's way back.
  function takeLook(look) {
    const now = performance.now();
    const told = JSON.stringify(look);
    for (const [name, at] of state.chosen) if (now - at > LATE_MS) state.chosen.delete(name);
    if (told !== state.told && !state.chosen.has(told)) {
      state.look = { ...look };
      window.dateline.ground.choose(look.ground);
    }
    state.told = told;
  }

  // Regions

  async function loadRegions(address) {
    state.regionsOf = address;
    const polygons = await fetchOnce(address, (answer) => answer.json());
    if (state.regionsOf !== address) return;
    state.regions.setPolygons(polygons);
    recount();
  }

  function shadeRegions(n) {
    const { ids } = state.places;
    const rows = state.shadeRows.filter((row) => n[row]);
    state.regions.shade(new Map(rows.map((row) => [ids[row], n[row]])), state.scene.selected);
  }

  function placeNames() {
    if (state.places && state.n) state.names.write(state.places.names, findChosen());
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
    state.isHome = true;
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
    if (state.map.getBounds().contains(at)) return;
    state.isHome = false;
    state.map.panTo(at, { animate: !calm.matches });
  }

  // The page calls this with every new state; the layer it returns only stands for ours in streamlit-folium's list,
  // so that replacing it costs nothing and nothing flickers.
  function draw(map, scene) {
    if (!state || state.map !== map) start(map);
    const isFirst = !state.scene;
    state.scene = scene;
    takeWindow(scene);
    takeLook(scene.look);
    document.documentElement.dataset.theme = scene.theme;
    if (isFirst) begin(scene);
    map.invalidateSize({ animate: false, pan: false });
    fly(scene.flight);
    if (state.placesOf !== scene.places) loadPlaces(scene.places).catch(tellFailure);
    if (state.regionsOf !== scene.regions) loadRegions(scene.regions).catch(tellFailure);
    recount();
    bringIntoView(scene.selected);
    return L.layerGroup();
  }

  function begin(scene) {
    addButtons(scene.words);
    state.legend = window.dateline.addLegend(state.map, { words: scene.words, onChoose: choose, onFold: placeNames });
    nameControls(scene.words.controls);
  }

  // What is drawn, for whoever has to find it without looking: tests, measurements.
  function listCircles() {
    const { circles, places, scene } = state || {};
    if (!places || !scene) return [];
    const marks = new Map(circles.listSpots().map(({ mark, x, y, r }) => {
      const isTop = circles.find(x, y) === mark;
      return [mark, { x, y, r, isTop, together: circles.size(mark), colour: circles.classOf(mark) }];
    }));
    const lines = new Map(circles.listLinks().map(({ row, reports }) => [row, reports]));
    return circles.rows().filter((row) => marks.has(circles.markOf(row))).map((row) => ({
      id: places.ids[row], n: state.n[row], certain: circles.isCertain(circles.markOf(row)),
      link: lines.get(row) ?? 0, ...marks.get(circles.markOf(row)),
    }));
  }

  // How many places have a circle, and how many statements these are: cheap, however many there are.
  function countCircles() {
    const rows = state?.places && state.scene ? state.circles.rows() : [];
    return { places: rows.length, statements: rows.reduce((sum, row) => sum + state.n[row], 0) };
  }

  // The place whose circle is at a point of the frame; null where there is none, or that of several places.
  function circleAt(x, y) {
    const mark = state?.scene ? state.circles.find(x, y) : -1;
    return mark >= 0 && state.circles.size(mark) === 1 ? state.places.ids[mark] : null;
  }

  const FRAME = Math.random().toString(36).slice(2, 10);
  window.dateline = Object.assign(window.dateline || {}, { drawStatements: draw, setWindow, listCircles, countCircles, circleAt });
})();
