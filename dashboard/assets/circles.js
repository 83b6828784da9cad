// Draws the circles of places on one canvas, and tells which of them a hand is on. A canvas, for ten thousand
// elements would cost more than a frame; it takes no events itself, so that what lies under it can be clicked.
// Used as window.dateline.addCircles(map, options).
"use strict";

(() => {
  const GROW_MS = 120;
  // More than this move at once: growing would cost more frames than it tells.
  const GROWING_AT_MOST = 2500;
  const LEAST_PX = 2.5;
  const EDGE_PX = 3;
  const NEAR_PX = { fine: 3, coarse: 14 };
  // As in statements.css, which may arrive later than the first numbers.
  const COLOURS = {
    light: { voice: "#c8402a", paper: "#fbf9f4", ink: "#1d1b19" },
    dark: { voice: "#ef6a50", paper: "#15181c", ink: "#eeeae3" },
  };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const coarse = window.matchMedia("(pointer: coarse)");

  // A circle drawn once for each size and look; a stamp costs a tenth of an arc.
  class Stamps {
    constructor() {
      this.made = new Map();
      this.colours = COLOURS.light;
    }

    setTheme(theme) {
      this.made.clear();
      this.colours = COLOURS[theme];
    }

    get(radius, isCertain, ratio) {
      const size = Math.max(1, Math.round(radius * 2)) / 2;
      const key = (size * 2) * 2 + Number(isCertain);
      if (!this.made.has(key)) this.made.set(key, this.make(size, isCertain, ratio));
      return this.made.get(key);
    }

    make(radius, isCertain, ratio) {
      const stamp = document.createElement("canvas");
      const half = Math.ceil(radius + EDGE_PX);
      stamp.width = stamp.height = 2 * half * ratio;
      stamp.half = half;
      const pen = stamp.getContext("2d");
      pen.scale(ratio, ratio);
      pen.beginPath();
      pen.arc(half, half, radius, 0, 2 * Math.PI);
      if (isCertain) {
        pen.globalAlpha = 0.8;
        pen.fillStyle = this.colours.voice;
        pen.fill();
        pen.globalAlpha = 1;
        pen.strokeStyle = this.colours.paper;
        pen.lineWidth = 1;
      } else {
        pen.setLineDash([3.5, 2.5]);
        pen.strokeStyle = this.colours.voice;
        pen.lineWidth = 1.75;
      }
      pen.stroke();
      return stamp;
    }
  }

  // places: { ids, names, lats, lons } with a row for each place. onPick(row) is called for a click, tip(row) makes
  // the element a tooltip shows.
  function addCircles(map, { pane, onPick, tip }) {
    const stamps = new Stamps();
    const sheet = new window.dateline.Sheet((context, view) => paint(context, view), { pane, padding: 0.3 });
    let places = null;
    let worlds = { x: [], y: [] }; // world pixels at zoom 0
    let order = []; // rows with a circle, largest first, so that small ones lie above
    let numbers = new Int32Array(0);
    let isCertain = new Uint8Array(0);
    let radii = new Float32Array(0); // as drawn now, while they grow
    let targets = new Float32Array(0);
    let growing = 0;
    let hovered = -1;
    let selected = -1;
    const tooltip = L.tooltip({ direction: "top", className: "dateline-circle-tip", interactive: false });

    function setPlaces(given) {
      places = given;
      const count = given.ids.length;
      worlds = { x: new Float64Array(count), y: new Float64Array(count) };
      for (let i = 0; i < count; i += 1) {
        const at = map.project([given.lats[i], given.lons[i]], 0);
        worlds.x[i] = at.x;
        worlds.y[i] = at.y;
      }
      numbers = new Int32Array(count);
      isCertain = new Uint8Array(count);
      radii = new Float32Array(count);
      targets = new Float32Array(count);
      order = [];
    }

    // rows: those with a circle, largest first; n and certain by row.
    function show(rows, n, certain, pxPerRoot) {
      const before = order.filter((row) => radii[row] > 0);
      targets.fill(0);
      for (const row of rows) {
        targets[row] = n[row] || row === selected ? Math.max(LEAST_PX, pxPerRoot * Math.sqrt(n[row])) : 0;
        isCertain[row] = certain[row] > 0 || !n[row];
      }
      numbers = n;
      const leaving = before.filter((row) => !targets[row]);
      order = rows;
      window.cancelAnimationFrame(growing);
      if (calm.matches || document.hidden || rows.length > GROWING_AT_MOST) {
        radii.set(targets);
        sheet.repaint();
      } else {
        grow(leaving);
      }
      if (hovered >= 0) hover(targets[hovered] ? hovered : -1, true);
    }

    function grow(leaving) {
      const moving = [...order, ...leaving].filter((row) => radii[row] !== targets[row]);
      const from = moving.map((row) => radii[row]);
      const began = performance.now();
      const rows = order;
      const step = (now) => {
        const share = Math.min(1, Math.max(0, (now - began) / GROW_MS));
        moving.forEach((row, i) => { radii[row] = from[i] + (targets[row] - from[i]) * share; });
        order = share < 1 ? [...rows, ...leaving] : rows;
        sheet.repaint();
        if (share < 1) growing = window.requestAnimationFrame(step);
      };
      step(began + 16);
    }

    function paint(context, { corner, size, zoom, ratio }) {
      if (!places) return;
      const scale = 2 ** zoom;
      context.setTransform(1, 0, 0, 1, 0, 0);
      const stampOne = (row) => {
        const r = radii[row];
        if (r <= 0) return;
        const x = worlds.x[row] * scale - corner.x;
        const y = worlds.y[row] * scale - corner.y;
        if (x < -r || y < -r || x > size.x + r || y > size.y + r) return;
        const stamp = stamps.get(r, isCertain[row], ratio);
        context.drawImage(stamp, Math.round((x - stamp.half) * ratio), Math.round((y - stamp.half) * ratio));
      };
      for (const row of order) stampOne(row);
      if (selected >= 0 && radii[selected] > 0) {
        ring(context, worlds.x[selected] * scale - corner.x, worlds.y[selected] * scale - corner.y, ratio);
      }
    }

    function ring(context, x, y, ratio) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.lineWidth = 2.5;
      context.strokeStyle = stamps.colours.ink;
      context.beginPath();
      context.arc(x, y, Math.max(radii[selected], 4) + 1, 0, 2 * Math.PI);
      context.stroke();
    }

    // Where a circle is in the map's frame. The view is asked once for all circles, for Leaflet makes it anew each time.
    const lookThrough = () => ({ scale: 2 ** map.getZoom(), corner: map.getPixelBounds().min });

    function spot(row, { scale, corner } = lookThrough()) {
      return { x: worlds.x[row] * scale - corner.x, y: worlds.y[row] * scale - corner.y, r: targets[row] };
    }

    const spots = (rows, view = lookThrough()) => rows.map((row) => ({ row, ...spot(row, view) }));

    // The row of the circle at a point of the frame: the one drawn uppermost, else the nearest close by, else -1.
    function find(x, y) {
      if (!places) return -1;
      const near = coarse.matches ? NEAR_PX.coarse : NEAR_PX.fine;
      const { scale, corner } = lookThrough();
      let found = -1;
      let least = Infinity;
      for (let i = order.length - 1; i >= 0; i -= 1) {
        const r = targets[order[i]];
        if (!r) continue;
        const away = Math.hypot(worlds.x[order[i]] * scale - corner.x - x, worlds.y[order[i]] * scale - corner.y - y) - r;
        if (away <= 0) return order[i];
        if (away < near && away < least) [found, least] = [order[i], away];
      }
      return found;
    }

    function hover(row, isNew = false) {
      if (row === hovered && !isNew) return;
      hovered = row;
      map.getContainer().classList.toggle("on-circle", row >= 0);
      if (row < 0) {
        tooltip.remove();
        return;
      }
      tooltip.options.offset = L.point(0, -Math.max(targets[row], 4));
      tooltip.setContent(tip(row)).setLatLng([places.lats[row], places.lons[row]]);
      if (!map.hasLayer(tooltip)) tooltip.addTo(map);
    }

    function findUnder(event) {
      if (event.target.closest(".leaflet-control")) return -1;
      const box = map.getContainer().getBoundingClientRect();
      return find(event.clientX - box.left, event.clientY - box.top);
    }

    function listen() {
      const frame = map.getContainer();
      frame.addEventListener("mousemove", (event) => { if (!event.buttons) hover(findUnder(event)); });
      frame.addEventListener("mouseleave", () => hover(-1));
      // Before Leaflet hears of it, or the region under the circle would be clicked as well.
      frame.addEventListener("click", (event) => {
        if (map.dragging.moved()) return;
        const row = findUnder(event);
        if (row < 0) return;
        event.stopPropagation();
        onPick(row);
      }, { capture: true });
    }

    // What names keep off.
    sheet.listDiscs = () => {
      const { x: width, y: height } = map.getSize();
      return spots(order).filter(({ x, y, r }) => r && x > -r && y > -r && x < width + r && y < height + r);
    };

    sheet.addTo(map);
    listen();
    return {
      setPlaces, show, spot, spots, find,
      rows: () => order.filter((row) => targets[row] > 0),
      radius: (row) => targets[row],
      count: (row) => numbers[row],
      isCertain: (row) => Boolean(isCertain[row]),
      select(row) { selected = row; },
      setTheme(theme) {
        stamps.setTheme(theme);
        sheet.repaint();
      },
    };
  }

  window.dateline = Object.assign(window.dateline || {}, { addCircles });
})();
