/* The ground of the map: land, water, borders and names, drawn on two canvases from our own vectors.
 *
 * Nothing is requested but one GeoJSON file of our own server; tiles of others are loaded only when they are picked.
 * Names reach the screen through canvas fillText and textContent alone: data is never read as HTML.
 *
 * Panes, from below: ground (150), tiles (200), shading (300: for shaded regions), names (350), data (400 and up).
 */
(function () {
  "use strict";

  const THEMES = {
    light: {
      water: "#D9E4E8", world: "#ECEAE3", neighbour: "#ECEAE3", focus: "#F5F2EA", coast: "#B4C6CD",
      river: "#9DB9C4", border: "#8F877A", division: "#C4BCAE",
      country: "#8A8377", region: "#9C9487", city: "#6B655B", waterName: "#7E9DAA", halo: "#F5F2EA",
    },
    dark: {
      water: "#0F181E", world: "#181B20", neighbour: "#181B20", focus: "#1F2329", coast: "#2C3A42",
      river: "#34505D", border: "#7A746A", division: "#45433F",
      country: "#979086", region: "#7F796F", city: "#A9A297", waterName: "#64838F", halo: "#1F2329",
    },
  };
  const PANES = { ground: 150, shading: 300, names: 350 };
  const SANS = '"Dateline Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif';
  const MAX_LAT = 85.05;
  const SAME_SPOT_PX = 7;
  const SETTLE_MS = 150; // data layers come in bursts: the names are placed once they are all there
  const OFFLINE_AFTER_FAILED_TILES = 4;

  /* ---- vectors: projected once into Mercator units (world = 256), around an origin so that deep zooms stay exact */

  function project(lon, lat, origin) {
    const clamped = Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));
    const sin = Math.sin((clamped * Math.PI) / 180);
    return [
      128 + (lon * 256) / 360 - origin[0],
      128 - (Math.log((1 + sin) / (1 - sin)) * 128) / (2 * Math.PI) - origin[1],
    ];
  }

  function listLines(geometry) {
    const { type, coordinates } = geometry;
    if (type === "LineString" || type === "MultiPoint") return [coordinates];
    if (type === "MultiLineString" || type === "Polygon") return coordinates;
    return coordinates.flat();
  }

  function readFeatures(collection, origin) {
    return collection.features.map(({ properties, geometry }) => {
      const lines = listLines(geometry).map((line) => line.map(([lon, lat]) => project(lon, lat, origin)));
      const closed = geometry.type.endsWith("Polygon");
      const path = new Path2D();
      if (properties.layer !== "label") {
        for (const line of lines) {
          if (properties.layer === "river") traceSmooth(path, line);
          else line.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
          if (closed) path.closePath();
        }
      }
      return { ...properties, lines, path };
    });
  }

  /** Trace a line as curves through the middles of its pieces: a river has no corners. */
  function traceSmooth(path, line) {
    path.moveTo(...line[0]);
    for (let i = 1; i < line.length - 1; i += 1) {
      const [x, y] = line[i];
      path.quadraticCurveTo(x, y, (x + line[i + 1][0]) / 2, (y + line[i + 1][1]) / 2);
    }
    path.lineTo(...line[line.length - 1]);
  }

  /* ---- the two canvases: a Leaflet renderer keeps them in place while the map pans and zooms */

  const Sheet = L.Renderer.extend({
    options: { padding: 0.25, interactive: false },

    initialize(paint, options) {
      L.setOptions(this, options);
      L.stamp(this);
      this._layers = {};
      this._paint = paint;
    },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._container.style.pointerEvents = "none";
    },

    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },

    _updatePaths() {},
    _onZoomEnd() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.width = Math.round(size.x * ratio);
      canvas.height = Math.round(size.y * ratio);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      this.repaint();
    },

    repaint() {
      if (!this._map || !this._bounds) return;
      const context = this._container.getContext("2d");
      const ratio = window.devicePixelRatio || 1;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      this._paint(context, { corner, size: this._bounds.getSize(), zoom: this._map.getZoom(), ratio });
    },
  });

  /* ---- ground */

  function paintGround(context, view, features, origin, theme) {
    const { corner, size, zoom, ratio } = view;
    const scale = Math.pow(2, zoom);
    context.fillStyle = theme.water;
    context.fillRect(0, 0, size.x * ratio, size.y * ratio);
    const first = Math.floor(corner.x / (256 * scale));
    const last = Math.floor((corner.x + size.x) / (256 * scale));
    for (let copy = first; copy <= last; copy += 1) {
      const left = (origin[0] + copy * 256) * scale - corner.x;
      const top = origin[1] * scale - corner.y;
      context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio);
      for (const feature of features) paintFeature(context, feature, zoom, scale, theme);
    }
  }

  function paintFeature(context, feature, zoom, scale, theme) {
    const { layer, path } = feature;
    if (layer === "world" || layer === "neighbour" || layer === "focus") {
      context.fillStyle = theme[layer];
      context.fill(path, "evenodd");
    } else if (layer === "lake") {
      context.fillStyle = theme.water;
      context.fill(path, "evenodd");
      stroke(context, path, theme.coast, 0.7 / scale);
    } else {
      const line = lineOf(feature, zoom, theme);
      if (line) stroke(context, path, line.colour, line.width / scale, line.dash.map((length) => length / scale));
    }
  }

  function stroke(context, path, colour, width, dash = []) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineJoin = "round";
    context.lineCap = dash.length ? "butt" : "round";
    context.setLineDash(dash);
    context.stroke(path);
  }

  function lineOf(feature, zoom, theme) {
    const { layer, rank } = feature;
    if (layer === "coast") return { colour: theme.coast, width: zoom < 6 ? 0.6 : 0.9, dash: [] };
    if (layer === "river") {
      if (rank > zoom + 1) return null;
      const width = Math.min(4, Math.max(0.6, 0.55 + (zoom - rank) * 0.32));
      return { colour: theme.river, width, dash: [] };
    }
    if (layer === "border") {
      const width = zoom < 5 ? 0.6 : rank === 1 ? Math.min(1.7, 0.9 + (zoom - 5) * 0.12) : 0.9;
      return { colour: theme.border, width, dash: feature.disputed ? [4, 3] : [] };
    }
    if (layer === "division" && zoom >= (rank === 1 ? 6 : 7)) {
      return { colour: theme.division, width: rank === 1 ? 1 : 0.8, dash: rank === 1 ? [4, 3] : [2.5, 3] };
    }
    return null;
  }

  /* ---- names */

  /** Boxes taken so far, in a grid of cells so that thousands of circles cost little. */
  class Taken {
    constructor(cell = 64) {
      this.cell = cell;
      this.cells = new Map();
    }

    *keys([left, top, right, bottom]) {
      for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1)
        for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y += 1) yield `${x},${y}`;
    }

    add(box) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }

    isFree(box) {
      for (const key of this.keys(box))
        for (const other of this.cells.get(key) || [])
          if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
      return true;
    }
  }

  const between = (zoom, low, high, from, to) =>
    from + (Math.min(high, Math.max(low, zoom)) - low) * ((to - from) / (high - low));

  /** How a label of a kind is set at a zoom; null where it isn't shown. */
  function styleOf({ kind, rank }, zoom, theme) {
    const lead = rank === 1;
    if (kind === "country" && zoom >= 4 && zoom < 9) {
      const size = lead ? between(zoom, 4, 8, 12, 19) : between(zoom, 4, 8, 9.5, 13.5);
      return { size, weight: lead ? 600 : 500, spacing: lead ? 0.42 : 0.28, colour: theme.country, caps: true, order: lead ? 0 : 2 };
    }
    if (kind === "water" && zoom >= 4 && zoom < 10)
      return { size: between(zoom, 4, 8, 11, 16), weight: 400, spacing: 0.08, colour: theme.waterName, italic: true, order: 3 };
    if (kind === "region" && zoom >= (lead ? 7 : 8) && zoom < 12)
      return { size: between(zoom, 7, 11, 10, 13), weight: 500, spacing: 0.14, colour: theme.region, caps: true, order: lead ? 4 : 7 };
    if (kind === "lake" && zoom >= 8)
      return { size: 11, weight: 400, spacing: 0.03, colour: theme.waterName, italic: true, order: 6 };
    if (kind === "city" && zoom >= 5 && rank <= zoom - (rank < 8 ? 2 : 0))
      return { size: between(zoom, 5, 10, 11, 13) - (rank < 8 ? 0 : 1), weight: rank <= 3 ? 600 : rank < 8 ? 500 : 400, spacing: 0.01, colour: theme.city, dot: true, order: rank <= 3 ? 1 : rank < 8 ? 3.2 : 8 };
    if (kind === "river" && zoom >= 6 && rank <= zoom)
      return { size: between(zoom, 6, 10, 10.5, 12.5), weight: 400, spacing: 0.1, colour: theme.waterName, italic: true, order: 3.5 };
    return null;
  }

  function setFont(context, style) {
    context.font = `${style.italic ? "italic " : ""}${style.weight} ${style.size}px ${SANS}`;
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.lineJoin = "round";
  }

  function measureLetters(context, text, style) {
    const gap = style.size * style.spacing;
    const widths = [...text].map((letter) => context.measureText(letter).width + gap);
    return { widths, width: widths.reduce((sum, width) => sum + width, 0) - gap };
  }

  function drawText(context, text, style, x, y, theme) {
    context.letterSpacing = `${style.size * style.spacing}px`;
    context.strokeStyle = theme.halo;
    context.globalAlpha = 0.85;
    context.lineWidth = 3;
    if (!style.italic || style.dot) context.strokeText(text, x, y);
    context.globalAlpha = 1;
    context.fillStyle = style.colour;
    context.fillText(text, x, y);
    context.letterSpacing = "0px";
  }

  /** Split a long name of a country or sea over two lines at the space nearest its middle. */
  function breakName(text, style) {
    if (!style.caps && !style.italic) return [text];
    const spaces = [...text].map((letter, i) => (letter === " " ? i : -1)).filter((i) => i > 0);
    if (text.length < 12 || !spaces.length) return [text];
    const middle = text.length / 2;
    const at = spaces.reduce((best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best));
    return [text.slice(0, at), text.slice(at + 1)];
  }

  function paintNames(context, view, names, origin, theme, { obstacles, circles }) {
    const { corner, size, zoom, ratio } = view;
    const scale = Math.pow(2, zoom);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const taken = new Taken();
    obstacles.forEach((box) => taken.add(box));
    // What has a circle is named by the layer of statements, if there is room.
    const onCircle = (x, y) => circles.some((point) => Math.hypot(point.x - x, point.y - y) < SAME_SPOT_PX);
    const toPixels = ([x, y]) => [(x + origin[0]) * scale - corner.x, (y + origin[1]) * scale - corner.y];
    const inside = (box) => {
      // Names are kept whole inside the part that is seen, not the spare rim of the canvas.
      const [left, top] = [size.x / 6, size.y / 6];
      return box[0] > left + 4 && box[2] < size.x - left - 4 && box[1] > top + 4 && box[3] < size.y - top - 4;
    };
    const wanted = names
      .map((name) => ({ name, style: styleOf(name, zoom, theme) }))
      .filter(({ style }) => style)
      .sort((a, b) => a.style.order - b.style.order || a.name.rank - b.name.rank);
    for (const { name, style } of wanted) {
      setFont(context, style);
      const sheet = { context, taken, inside, toPixels, theme, size, onCircle };
      if (name.kind === "river") placeAlong(sheet, name, style);
      else if (style.dot) placeCity(sheet, name, style);
      else placeArea(sheet, name, style);
    }
  }

  function placeArea({ context, taken, inside, toPixels, theme }, name, style) {
    const rows = breakName(style.caps ? name.name.toLocaleUpperCase("en") : name.name, style);
    const widths = rows.map((row) => measureLetters(context, row, style).width);
    const [width, height] = [Math.max(...widths), rows.length * style.size * 1.25];
    for (const point of name.lines[0]) {
      const [x, y] = toPixels(point);
      const box = [x - width / 2 - 4, y - height / 2 - 2, x + width / 2 + 4, y + height / 2 + 2];
      if (!inside(box) || !taken.isFree(box)) continue;
      taken.add(box);
      rows.forEach((row, i) => {
        const top = y - height / 2 + (i + 0.5) * style.size * 1.25;
        drawText(context, row, style, x - widths[i] / 2, top, theme);
      });
      return;
    }
  }

  function placeCity({ context, taken, inside, toPixels, theme, size, onCircle }, name, style) {
    const [x, y] = toPixels(name.lines[0][0]);
    if (x < 0 || y < 0 || x > size.x || y > size.y || onCircle(x, y)) return;
    const seen = inside([x, y, x, y]);
    const { width } = measureLetters(context, name.name, style);
    const [gap, half] = [6, style.size * 0.62];
    const places = [[x + gap, y], [x - gap - width, y], [x - width / 2, y - half - gap], [x - width / 2, y + half + gap]];
    const dot = [x - 3, y - 3, x + 3, y + 3];
    if (!taken.isFree(dot)) return;
    for (const [left, middle] of places) {
      const box = [left - 2, middle - half, left + width + 2, middle + half];
      if (!taken.isFree(box) || (seen && !inside(box))) continue;
      paintDot(context, x, y, name.rank, theme);
      taken.add(box);
      taken.add(dot);
      drawText(context, name.name, style, left, middle, theme);
      return;
    }
  }

  function paintDot(context, x, y, rank, theme) {
    context.beginPath();
    context.arc(x, y, rank <= 3 ? 2.6 : 2, 0, 2 * Math.PI);
    context.fillStyle = theme.city;
    context.strokeStyle = theme.halo;
    context.lineWidth = 2;
    context.stroke();
    context.fill();
  }

  /* -- names along rivers: the line is resampled, smoothed, and letters set one by one where it is straight enough */

  const STEP = 4;
  const SMOOTH = 11; // neighbours on each side: about the length of half a name
  const BEND = 0.26; // radians between neighbouring letters
  const STEEPEST = 1.5; // radians: steeper names stand on their heads at the next bend
  const TILT_COST = 0.12;
  const REPEAT = 520; // pixels between two names of one river

  function resample(points) {
    const out = [points[0]];
    let left = STEP;
    for (let i = 1; i < points.length; i += 1) {
      let [x0, y0] = points[i - 1];
      const [x1, y1] = points[i];
      let length = Math.hypot(x1 - x0, y1 - y0);
      while (length >= left) {
        x0 += ((x1 - x0) * left) / length;
        y0 += ((y1 - y0) * left) / length;
        out.push([x0, y0]);
        length = Math.hypot(x1 - x0, y1 - y0);
        left = STEP;
      }
      left -= length;
    }
    return out;
  }

  function smooth(points) {
    return points.map((_, i) => {
      const near = points.slice(Math.max(0, i - SMOOTH), i + SMOOTH + 1);
      return [near.reduce((sum, p) => sum + p[0], 0) / near.length, near.reduce((sum, p) => sum + p[1], 0) / near.length];
    });
  }

  function clipRuns(points, size) {
    const runs = [[]];
    for (const point of points) {
      if (point[0] > 0 && point[1] > 0 && point[0] < size.x && point[1] < size.y) runs[runs.length - 1].push(point);
      else if (runs[runs.length - 1].length) runs.push([]);
    }
    return runs.filter((run) => run.length > 1);
  }

  /** Move a line sideways, so that letters set on it stand clear of the water at even distances. */
  function shift(points, lift) {
    return points.map(([x, y], i) => {
      const [before, after] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
      const angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
      return [x + Math.sin(angle) * lift, y - Math.cos(angle) * lift];
    });
  }

  function setLetters(points, start, letters) {
    const places = [];
    let [at, bend] = [start, 0];
    for (const { letter, width } of letters) {
      const exact = (at + width / 2) / STEP;
      const i = Math.floor(exact);
      const [here, next, before, after] = [points[i], points[i + 1], points[i - 3], points[i + 4]];
      if (!here || !next || !before || !after) return null;
      const angle = Math.atan2(after[1] - before[1], after[0] - before[0]);
      const last = places[places.length - 1];
      const turn = last ? Math.abs(Math.atan2(Math.sin(angle - last.angle), Math.cos(angle - last.angle))) : 0;
      if (turn > BEND || Math.abs(angle) > STEEPEST) return null;
      bend += turn + Math.abs(angle) * TILT_COST;
      const part = exact - i;
      places.push({ letter, width, angle, x: here[0] + (next[0] - here[0]) * part, y: here[1] + (next[1] - here[1]) * part });
      at += width;
    }
    return { places, bend };
  }

  function placeAlong(sheet, name, style) {
    const { context, taken, toPixels, size } = sheet;
    const { widths, width } = measureLetters(context, name.name, style);
    const letters = [...name.name].map((letter, i) => ({ letter, width: widths[i] }));
    const found = [];
    for (const line of name.lines) {
      for (const run of clipRuns(line.map(toPixels), size)) {
        const sampled = resample(run);
        if (sampled.length * STEP < width * 1.2) continue;
        const even = smooth(smooth(sampled));
        const forward = even[even.length - 1][0] >= even[0][0] ? even : even.reverse();
        const track = resample(smooth(shift(forward, style.size * 0.95)));
        for (let start = 4 * STEP; start + width < (track.length - 5) * STEP; start += 12) {
          const row = setLetters(track, start, letters);
          if (row) found.push(row);
        }
      }
    }
    const shown = [];
    for (const { places } of found.sort((a, b) => a.bend - b.bend)) {
      if (!letterRowFits(places, style, sheet, shown)) continue;
      shown.push(places[0]);
      places.forEach((place) => taken.add(letterBox(place, style)));
      paintLetters(context, places, style);
    }
  }

  const letterBox = ({ x, y }, { size }) => [x - size * 0.5, y - size * 0.5, x + size * 0.5, y + size * 0.5];

  function letterRowFits(places, style, { taken, inside }, shown) {
    const apart = shown.every((other) => Math.hypot(other.x - places[0].x, other.y - places[0].y) > REPEAT);
    return apart && places.every((place) => inside(letterBox(place, style)) && taken.isFree(letterBox(place, style)));
  }

  function paintLetters(context, places, style) {
    context.save();
    context.fillStyle = style.colour;
    for (const { letter, width, angle, x, y } of places) {
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context.fillText(letter, -width / 2, 0);
      context.restore();
    }
    context.restore();
  }

  /* ---- what names keep off: data circles, the names set on them, the controls */

  function listObstacles(map, corner) {
    const [obstacles, circles] = [[], []];
    const frame = map.getContainer().getBoundingClientRect();
    const shift = map.getPixelBounds().min.subtract(corner);
    map.eachLayer((layer) => {
      if (layer.listDiscs) {
        for (const disc of layer.listDiscs()) {
          const [x, y] = [disc.x + shift.x, disc.y + shift.y];
          circles.push(L.point(x, y));
          if (disc.r) obstacles.push([x - disc.r, y - disc.r, x + disc.r, y + disc.r]);
        }
      } else if (layer instanceof L.Marker) {
        const point = map.project(layer.getLatLng()).subtract(corner);
        const { iconSize, iconAnchor } = layer.getIcon().options;
        const [size, anchor] = [L.point(iconSize || [0, 0]), L.point(iconAnchor || [0, 0])];
        const start = point.subtract(anchor);
        obstacles.push([start.x, start.y, start.x + size.x, start.y + size.y]);
      }
    });
    for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
      const box = control.getBoundingClientRect();
      const [left, top] = [box.left - frame.left + shift.x, box.top - frame.top + shift.y];
      obstacles.push([left, top, left + box.width, top + box.height]);
    }
    return { obstacles, circles };
  }

  /* ---- online tiles, only when picked */

  function say(map, words) {
    const box = map.getContainer();
    let note = box.querySelector(".dateline-note");
    if (!note) {
      note = document.createElement("div");
      note.className = "dateline-note";
      note.setAttribute("role", "status");
      box.appendChild(note);
    }
    note.textContent = words;
    note.hidden = !words;
  }

  function addLayerChoice(map, options, onCovered) {
    const own = L.layerGroup().addTo(map);
    const choices = { [options.own_name]: own };
    const names = { own: options.own_name };
    for (const { key, name, url, attribution, max_zoom: maxZoom } of options.tiles) {
      const tiles = L.tileLayer(url, { attribution, maxZoom: 18, maxNativeZoom: maxZoom });
      let [failed, loaded] = [0, 0];
      tiles.on("loading", () => ([failed, loaded] = [0, 0]));
      tiles.on("tileload", () => {
        loaded += 1;
        say(map, "");
        onCovered(true);
      });
      tiles.on("tileerror", () => {
        failed += 1;
        if (!loaded && failed === OFFLINE_AFTER_FAILED_TILES) say(map, options.words.unreachable.replace("{name}", name));
      });
      tiles.on("remove", () => {
        say(map, "");
        onCovered(false);
      });
      choices[name] = tiles;
      names[key] = name;
    }
    L.control.layers(choices, {}, { position: "topright", collapsed: true }).addTo(map);
    return {
      keyOf: (name) => Object.keys(names).find((key) => names[key] === name),
      choose(key) {
        const chosen = choices[names[key]];
        if (!chosen || map.hasLayer(chosen)) return;
        for (const layer of Object.values(choices)) layer.remove();
        chosen.addTo(map);
      },
    };
  }

  /* ---- put together */

  const fetched = new Map();

  function fetchOnce(url) {
    if (!fetched.has(url)) {
      const answer = fetch(url, { credentials: "same-origin" }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} for ${url}`);
        return response.json();
      });
      fetched.set(url, answer);
    }
    return fetched.get(url);
  }

  function loadFonts(faces) {
    return Promise.allSettled(
      faces.map(({ url, style }) =>
        new FontFace("Dateline Sans", `url(${url})`, { style, weight: "200 900" }).load().then((face) => document.fonts.add(face))
      )
    );
  }

  function draw(map, options) {
    const theme = THEMES[options.theme];
    const origin = project(options.origin[1], options.origin[0], [0, 0]);
    let [features, names, covered] = [[], [], false]; // covered: by the first tile that has come
    for (const [pane, order] of Object.entries(PANES)) {
      map.createPane(pane).style.zIndex = order;
      map.getPane(pane).style.pointerEvents = pane === "shading" ? "" : "none";
    }
    map.getContainer().classList.add("dateline-map", `dateline-${options.theme}`);
    const ground = new Sheet((context, view) => paintGround(context, view, features, origin, theme), { pane: "ground" });
    const sheet = new Sheet(
      (context, view) => covered || paintNames(context, view, names, origin, theme, listObstacles(map, view.corner)),
      { pane: "names" }
    );
    ground.addTo(map);
    sheet.addTo(map);

    let waiting = 0;
    map.on("layeradd layerremove", ({ layer }) => {
      if (layer === sheet || layer === ground || layer instanceof L.Tooltip) return;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => sheet.repaint(), SETTLE_MS);
    });
    const choice = addLayerChoice(map, options, (isCovered) => {
      if (isCovered === covered) return;
      covered = isCovered;
      sheet.repaint();
    });
    window.dateline.ground = choice;
    L.control.scale({ imperial: false, maxWidth: 110, position: "bottomleft" }).addTo(map);
    map.attributionControl.setPrefix(false).addAttribution(options.attribution);

    loadFonts(options.fonts).then(() => sheet.repaint());
    fetchOnce(options.url).then(
      (collection) => {
        const all = readFeatures(collection, origin);
        features = all.filter(({ layer }) => layer !== "label");
        const rivers = all.filter(({ layer, name }) => layer === "river" && name).map((river) => ({ ...river, kind: "river" }));
        names = [...all.filter(({ layer }) => layer === "label"), ...rivers];
        ground.repaint();
        sheet.repaint();
        map.fire("basemapready");
      },
      () => say(map, options.words.failed)
    );
  }

  window.dateline = Object.assign(window.dateline || {}, { drawBaseMap: draw, Sheet });
})();
