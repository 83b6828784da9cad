// Writes names beside the larger circles, where they cover neither each other nor a circle. Names are set as text.
// Used as window.dateline.addNames(map, circles).
"use strict";

(() => {
  const NAMES_AT_MOST = 40;
  const NAMES_TRIED = 160;
  const pen = document.createElement("canvas").getContext("2d");

  function addNames(map, circles) {
    map.createPane("dateline-names").style.zIndex = 460;
    map.getPane("dateline-names").style.pointerEvents = "none";
    const layer = L.layerGroup().addTo(map);
    let said = "";

    // texts: the names of places by row. chosen: the row of the selected place, -1 for none.
    function write(texts, chosen) {
      const placed = placeNames(map.getSize(), circles, texts, chosen, listControls(map));
      const now = JSON.stringify(placed.map(({ rounded }) => rounded));
      // The same names at the same places need no new elements.
      if (now === said && layer.getLayers().length) return;
      said = now;
      layer.clearLayers();
      for (const { row, others, x, y, spot, isSelected } of placed) {
        const latlng = map.containerPointToLatLng([x, y]);
        layer.addLayer(makeName(texts[row], others, latlng, spot, isSelected));
      }
    }

    return { write };
  }

  function listControls(map) {
    const frame = map.getContainer().getBoundingClientRect();
    return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    });
  }

  function placeNames({ x: width, y: height }, circles, texts, chosen, boxes) {
    pen.font = "600 13px 'Dateline Sans', 'Source Sans 3', sans-serif";
    const inView = circles.listSpots().filter(
      ({ x, y, r }) => x > -r && y > -r && x < width + r && y < height + r);
    const taken = [...inView.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]), ...boxes];
    // A name that is cut, or lies under a control, tells nobody anything.
    const isInside = ([left, top, right, bottom]) => left > 0 && top > 0 && right < width && bottom < height;
    const isFree = (box, own) => isInside(box) && taken.every(
      (other, i) => i === own || box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
    const order = inView.slice(0, NAMES_TRIED).map((circle, i) => [circle, i]);
    const at = inView.findIndex(({ mark }) => mark === chosen);
    if (at >= 0) order.unshift([inView[at], at]);
    const written = new Set();
    const placed = [];
    for (const [{ mark, x, y, r }, i] of order) {
      if (written.has(mark) || written.size >= NAMES_AT_MOST) continue;
      const isSelected = mark === chosen;
      const row = circles.headOf(mark);
      const others = circles.size(mark) > 1 ? ` +${circles.size(mark) - 1}` : "";
      const room = pen.measureText(texts[row] + others).width + 4;
      const spot = findSpot({ x, y }, r, room, isSelected, [(box) => isFree(box, i), isInside]);
      if (!spot) continue;
      taken.push(spot.box);
      written.add(mark);
      const rounded = [row, others, Math.round(x), Math.round(y), Math.round(spot.x), Math.round(spot.y), isSelected];
      placed.push({ row, others, x, y, spot, isSelected, rounded });
    }
    return placed;
  }

  // tests: what a box must hold to, the strictest first; the selected place is named even where none is met.
  function findSpot(at, r, width, isSelected, tests) {
    const height = isSelected ? 20 : 15;
    const room = isSelected ? width + 12 : width;
    const gap = r + 4;
    const offsets = [
      [gap, -height / 2], [-gap - room, -height / 2], [-room / 2, -gap - height], [-room / 2, gap],
    ];
    const spots = offsets.map(([x, y]) => (
      { box: [at.x + x, at.y + y, at.x + x + room, at.y + y + height], x, y, room, height }));
    const [free, ...lesser] = tests.map((test) => spots.find(({ box }) => test(box)));
    return isSelected ? free ?? lesser.find((spot) => spot) ?? spots[0] : free ?? null;
  }

  function makeName(name, others, latlng, spot, isSelected) {
    const text = element("span", isSelected ? "dateline-name selected" : "dateline-name");
    text.append(element("bdi", "", name), element("span", "others", others));
    return L.marker(latlng, {
      pane: "dateline-names", interactive: false, keyboard: false,
      icon: L.divIcon({ html: text, className: "", iconSize: [spot.room, spot.height], iconAnchor: [-spot.x, -spot.y] }),
    });
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  window.dateline = Object.assign(window.dateline || {}, { addNames });
})();
