// Draws the circles of places on one canvas, and tells which of them a hand is on. A canvas, for ten thousand
// elements would cost more than a frame; it takes no events itself, so that what lies under it can be clicked.
// Used as window.dateline.addCircles(map, options).
//
// What is drawn is a mark: a place, or several that lie too close to be told apart. A place's mark has the number of
// its row, marks of groups follow behind all rows.
"use strict";

(() => {
  const GROW_MS = 120;
  // More than this move at once: growing would cost more frames than it tells.
  const GROWING_AT_MOST = 2500;
  const LEAST_PX = 2.5;
  // No group of a zoom may ever, over all dates, have a larger radius: it and the key would hide the map.
  const LARGEST_GROUP_PX = 72;
  const EDGE_PX = 5;
  const AROUND_GROUP_PX = 2.5;
  const DASH_PX = 6;
  const DASHES_AT_LEAST = 5;
  const NEAR_PX = { fine: 3, coarse: 14 };
  // Nearer than this two circles are one: the least distance at which the most crowded tile of the map holds no more
  // circles than can be told apart, else the last. From the last zoom on nothing is grouped: nearer nobody can go.
  const TOGETHER_PX = [3, 6, 10, 16];
  const TILE_PX = 256;
  const IN_TILE_AT_MOST = 60;
  const APART_ZOOM = 13;
  // As in statements.css, which may arrive later than the first numbers.
  const LOOKS = {
    light: { voice: "#c8402a", paper: "#fbf9f4", ink: "#1d1b19" },
    dark: { voice: "#ef6a50", paper: "#15181c", ink: "#eeeae3" },
  };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const coarse = window.matchMedia("(pointer: coarse)");

  // A circle drawn once for each size and look; a stamp costs a tenth of an arc.
  class Stamps {
    constructor() {
      this.made = new Map();
      this.look = LOOKS.light;
      this.scale = null;
    }

    // scale: { fills, edge }, or null where all circles are alike.
    set(theme, scale) {
      this.made.clear();
      this.look = LOOKS[theme];
      this.scale = scale;
    }

    get(radius, kind, isCertain, isGroup, ratio) {
      const size = Math.max(1, Math.round(radius * 2)) / 2;
      const key = ((size * 2 * 16 + kind) * 2 + Number(isCertain)) * 2 + Number(isGroup);
      if (!this.made.has(key)) this.made.set(key, this.make(size, kind, isCertain, isGroup, ratio));
      return this.made.get(key);
    }

    make(radius, kind, isCertain, isGroup, ratio) {
      const stamp = document.createElement("canvas");
      const half = Math.ceil(radius + EDGE_PX);
      stamp.width = stamp.height = 2 * half * ratio;
      stamp.half = half;
      const pen = stamp.getContext("2d");
      pen.scale(ratio, ratio);
      const { voice, paper } = this.look;
      const fill = this.scale ? this.scale.fills[kind] : voice;
      const edge = this.scale ? this.scale.edge : voice;
      if (isGroup) this.surround(pen, half, radius, edge, paper);
      pen.beginPath();
      pen.arc(half, half, radius, 0, 2 * Math.PI);
      pen.fillStyle = fill;
      pen.globalAlpha = isCertain ? (this.scale ? 0.92 : 0.8) : (this.scale ? 0.5 : 0);
      pen.fill();
      pen.globalAlpha = 1;
      if (!isCertain) pen.setLineDash(dashes(radius));
      pen.strokeStyle = isCertain && !this.scale ? paper : edge;
      pen.lineWidth = isCertain ? 1 : Math.min(1.75, 0.5 + radius / 4);
      pen.stroke();
      return stamp;
    }

    surround(pen, half, radius, edge, paper) {
      for (const [colour, width, alpha] of [[paper, 3, 1], [edge, 1, 0.7]]) {
        pen.beginPath();
        pen.arc(half, half, radius + AROUND_GROUP_PX, 0, 2 * Math.PI);
        pen.globalAlpha = alpha;
        pen.strokeStyle = colour;
        pen.lineWidth = width;
        pen.stroke();
      }
    }
  }

  // The same gap after every dash, also where the circle closes: the smallest would else look like half a disc.
  function dashes(radius) {
    const round = 2 * Math.PI * radius;
    const period = round / Math.max(DASHES_AT_LEAST, Math.round(round / DASH_PX));
    return [0.58 * period, 0.42 * period];
  }

  // What is drawn of each mark, in arrays by mark: a frame of a drag must not make thousands of objects.
  class Marks {
    constructor(count) {
      const room = Math.ceil(count * 1.5) + 1; // a group has two places at least
      for (const name of ["x", "y", "n", "radii", "targets"]) this[name] = new Float64Array(room);
      for (const name of ["isCertain", "classes"]) this[name] = new Uint8Array(room);
      this.size = new Int32Array(room); // places in it
      this.head = new Int32Array(room); // its row with most statements
      this.of = new Int32Array(count).fill(-1); // mark of each row, -1 where it is not drawn
    }
  }

  // places: { ids, names, lats, lons } with a row for each place. onPick(row) is called for a click on a place,
  // onOpen(rows) for one on a group, onRegroup() for a zoom with other groups; tip(mark) makes what a tooltip shows.
  function addCircles(map, { pane, onPick, onOpen, tip, onRegroup }) {
    const stamps = new Stamps();
    const sheet = new window.dateline.Sheet((context, view) => paint(context, view), { pane, padding: 0.3 });
    let worlds = { x: [], y: [] }; // world pixels at zoom 0
    let count = 0;
    let marks = new Marks(0);
    let groupable = []; // rows, the most named first
    let ranks = new Int32Array(0); // of each row, its place among them
    let sums = new Map(); // statements over all dates, by row
    let grouped = { zoom: NaN, of: null, count: 0 };
    let shown = null; // what show was told last
    let order = []; // marks, largest first, so that small ones lie above
    let growing = 0;
    let hovered = -1;
    let selected = -1;
    let links = [];
    const tooltip = L.tooltip({ direction: "top", className: "dateline-circle-tip", interactive: false });

    function setPlaces(given) {
      count = given.ids.length;
      worlds = { x: new Float64Array(count), y: new Float64Array(count) };
      for (let i = 0; i < count; i += 1) {
        const at = map.project([given.lats[i], given.lons[i]], 0);
        worlds.x[i] = at.x;
        worlds.y[i] = at.y;
      }
      marks = new Marks(count);
      groupable = [];
      ranks = new Int32Array(count);
      grouped = { zoom: NaN, of: null, count: 0 };
      shown = null;
      order = [];
    }

    // rows: all that can ever have a circle, the most named first. totals: statements over all dates, by row.
    function setGroupable(rows, totals) {
      groupable = rows;
      sums = totals;
      rows.forEach((row, i) => { ranks[row] = i; });
      grouped.zoom = NaN;
    }

    function regroup() {
      const zoom = map.getZoom();
      if (zoom === grouped.zoom) return false;
      grouped = groupAt(zoom);
      grouped.pxPerRoot = LARGEST_GROUP_PX / Math.sqrt(findMostTogether(grouped));
      return true;
    }

    function findMostTogether({ of, count: groups }) {
      const together = new Float64Array(groups);
      for (const row of of ? groupable : []) if (of[row] >= 0) together[of[row]] += sums.get(row);
      return together.reduce((a, b) => Math.max(a, b), 1);
    }

    // The radius of one statement. It follows the zoom where many places lie close together, never the window.
    const scaleOf = ({ pxPerRoot }) => Math.min(pxPerRoot, grouped.pxPerRoot ?? pxPerRoot);

    function groupAt(zoom) {
      const rows = zoom >= APART_ZOOM ? [] : groupable;
      let found = null;
      for (const near of TOGETHER_PX) {
        const [reach, tile] = [near / 2 ** zoom, TILE_PX / 2 ** zoom];
        found = { zoom, ...window.dateline.groupClose(worlds.x, worlds.y, rows, reach, tile) };
        if (found.crowd <= IN_TILE_AT_MOST) break;
      }
      return found;
    }

    // The lowest zoom above the present one at which each of these rows is drawn by itself, at most `most`.
    function findApart(rows, most) {
      const first = map.getZoom() + 1;
      for (let zoom = first; zoom < most; zoom += 1) {
        const { of } = groupAt(zoom);
        const groups = rows.map((row) => of[row]).filter((group) => group >= 0);
        if (new Set(groups).size === groups.length) return zoom;
      }
      return Math.max(first, most);
    }

    // told: { rows with a circle, n and certain and classes by row, colour, pxPerRoot }.
    function show(told) {
      shown = told;
      const isRegrouped = regroup();
      const before = order.filter((mark) => marks.radii[mark] > 0);
      const were = marks.of.slice();
      marks.targets.fill(0);
      order = makeMarks(told);
      const pxPerRoot = scaleOf(told);
      for (const mark of order) {
        marks.targets[mark] = Math.max(LEAST_PX, pxPerRoot * Math.sqrt(marks.n[mark]));
      }
      inherit(were);
      window.cancelAnimationFrame(growing);
      if (isRegrouped || calm.matches || document.hidden || order.length > GROWING_AT_MOST) {
        marks.radii.set(marks.targets);
        sheet.repaint();
      } else {
        grow(before.filter((mark) => marks.radii[mark] && !marks.targets[mark]));
      }
      if (hovered >= 0) hover(marks.targets[hovered] && !isRegrouped ? hovered : -1, true);
      if (isRegrouped) onRegroup();
    }

    // A place that another joins, or leaves, changes its mark but is not drawn from nothing.
    function inherit(were) {
      const { radii, targets, head } = marks;
      for (const mark of order) {
        const was = were[head[mark]];
        if (radii[mark] || was < 0 || targets[was]) continue;
        radii[mark] = radii[was];
        radii[was] = 0;
      }
    }

    function makeMarks({ rows, n, certain, classes, colour }) {
      const { x, y, size, of, head } = marks;
      const made = [];
      size.fill(0);
      of.fill(-1);
      for (const row of rows) {
        const group = row === selected ? -1 : grouped.of[row];
        const mark = group < 0 ? row : count + group;
        of[row] = mark;
        size[mark] += 1;
        if (size[mark] === 1) {
          made.push(mark);
          marks.n[mark] = x[mark] = y[mark] = 0;
          marks.isCertain[mark] = 0;
          marks.classes[mark] = classes[row];
          head[mark] = row;
        } else {
          marks.classes[mark] = window.dateline.colours.join(colour, marks.classes[mark], classes[row]);
          if (isAhead(row, head[mark], n)) head[mark] = row;
        }
        // Where the statements are; a selected place without any stands where it is.
        const weight = size[mark] === 1 && !n[row] ? 1 : n[row];
        marks.n[mark] += n[row];
        x[mark] += worlds.x[row] * weight;
        y[mark] += worlds.y[row] * weight;
        if (certain[row] > 0 || !n[row]) marks.isCertain[mark] = 1;
      }
      made.forEach((mark, i) => { made[i] = settle(mark); });
      return made.sort((a, b) => marks.n[b] - marks.n[a] || a - b);
    }

    // A group bears the name of the place with most statements here, or as many and the most over all dates.
    const isAhead = (row, other, n) => n[row] > n[other] || (n[row] === n[other] && ranks[row] < ranks[other]);

    // A group of which the window has one place alone is that place.
    function settle(mark) {
      const { x, y, n, size, head, of, classes, isCertain } = marks;
      if (mark >= count && size[mark] > 1) {
        x[mark] /= n[mark];
        y[mark] /= n[mark];
        return mark;
      }
      const row = head[mark];
      x[row] = worlds.x[row];
      y[row] = worlds.y[row];
      n[row] = n[mark];
      classes[row] = classes[mark];
      isCertain[row] = isCertain[mark];
      size[mark] = 0;
      size[row] = 1;
      head[row] = row;
      of[row] = row;
      return row;
    }

    function grow(leaving) {
      const { radii, targets } = marks;
      const moving = [...order, ...leaving].filter((mark) => radii[mark] !== targets[mark]);
      const from = moving.map((mark) => radii[mark]);
      const began = performance.now();
      const staying = order;
      const step = (now) => {
        const share = Math.min(1, Math.max(0, (now - began) / GROW_MS));
        moving.forEach((mark, i) => { radii[mark] = from[i] + (targets[mark] - from[i]) * share; });
        order = share < 1 ? [...staying, ...leaving] : staying;
        sheet.repaint();
        if (share < 1) growing = window.requestAnimationFrame(step);
      };
      step(began + 16);
    }

    function paint(context, { corner, size, zoom, ratio }) {
      if (!shown) return;
      if (zoom !== grouped.zoom) {
        show(shown); // paints
        return;
      }
      const scale = 2 ** zoom;
      const at = (mark) => ({ x: marks.x[mark] * scale - corner.x, y: marks.y[mark] * scale - corner.y });
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (selected >= 0 && marks.of[selected] >= 0) {
        const ends = listLinks().map(({ mark, reports }) => ({ ...at(mark), reports }));
        window.dateline.paintLinks(context, at(selected), ends, stamps.look);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      for (const mark of order) {
        const r = marks.radii[mark];
        if (r <= 0) continue;
        const x = marks.x[mark] * scale - corner.x;
        const y = marks.y[mark] * scale - corner.y;
        if (x < -r || y < -r || x > size.x + r || y > size.y + r) continue;
        const stamp = stamps.get(r, marks.classes[mark], marks.isCertain[mark], mark >= count, ratio);
        context.drawImage(stamp, Math.round((x - stamp.half) * ratio), Math.round((y - stamp.half) * ratio));
      }
      if (selected >= 0 && marks.radii[selected] > 0) ring(context, at(selected), ratio);
    }

    function ring(context, { x, y }, ratio) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.lineWidth = 2.5;
      context.strokeStyle = stamps.look.ink;
      context.beginPath();
      context.arc(x, y, Math.max(marks.radii[selected], 4) + 1, 0, 2 * Math.PI);
      context.stroke();
    }

    // The marks that lines lead to: of places in one mark the strongest.
    function listLinks() {
      const ends = new Map();
      for (const { row, reports } of links) {
        const mark = marks.of[row];
        if (mark >= 0 && mark !== selected && !ends.has(mark)) ends.set(mark, { mark, row, reports });
      }
      return [...ends.values()];
    }

    // Where marks are in the map's frame. The view is asked once for all, for Leaflet makes it anew each time.
    const lookThrough = () => ({ scale: 2 ** map.getZoom(), corner: map.getPixelBounds().min });

    function spot(mark, { scale, corner } = lookThrough()) {
      return { x: marks.x[mark] * scale - corner.x, y: marks.y[mark] * scale - corner.y, r: marks.targets[mark] };
    }

    // All marks, largest first.
    function listSpots() {
      const view = lookThrough();
      return order.filter((mark) => marks.targets[mark]).map((mark) => ({ mark, ...spot(mark, view) }));
    }

    // The mark at a point of the frame: the one drawn uppermost, else the nearest close by, else -1.
    function find(x, y) {
      const near = coarse.matches ? NEAR_PX.coarse : NEAR_PX.fine;
      const { scale, corner } = lookThrough();
      let found = -1;
      let least = Infinity;
      for (let i = order.length - 1; i >= 0; i -= 1) {
        const mark = order[i];
        const r = marks.targets[mark];
        if (!r) continue;
        const away = Math.hypot(marks.x[mark] * scale - corner.x - x, marks.y[mark] * scale - corner.y - y) - r;
        if (away <= 0) return mark;
        if (away < near && away < least) [found, least] = [mark, away];
      }
      return found;
    }

    function hover(mark, isNew = false) {
      if (mark === hovered && !isNew) return;
      hovered = mark;
      map.getContainer().classList.toggle("on-circle", mark >= 0);
      if (mark < 0) {
        tooltip.remove();
        return;
      }
      tooltip.options.offset = L.point(0, -Math.max(marks.targets[mark], 4));
      tooltip.setContent(tip(mark)).setLatLng(map.unproject([marks.x[mark], marks.y[mark]], 0));
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
        const mark = findUnder(event);
        if (mark < 0) return;
        event.stopPropagation();
        if (marks.size[mark] > 1) onOpen(listRows(mark));
        else onPick(mark);
      }, { capture: true });
    }

    const listRows = (mark) => shown.rows.filter((row) => marks.of[row] === mark);

    // What names keep off. Where the place that a group is named for lies is told as well, or the ground would name
    // it once more.
    sheet.listDiscs = () => {
      const { x: width, y: height } = map.getSize();
      const { scale, corner } = lookThrough();
      const discs = listSpots().filter(({ x, y, r }) => x > -r && y > -r && x < width + r && y < height + r);
      const heads = discs.filter(({ mark }) => marks.size[mark] > 1).map(({ mark }) => marks.head[mark]);
      const at = (row) => ({ x: worlds.x[row] * scale - corner.x, y: worlds.y[row] * scale - corner.y, r: 0 });
      return [...discs, ...heads.map(at)];
    };

    sheet.addTo(map);
    listen();
    return {
      setPlaces, setGroupable, findApart, show, spot, listSpots, listRows, find, listLinks,
      rows: () => shown?.rows ?? [],
      scale: () => (shown ? scaleOf(shown) : undefined),
      markOf: (row) => marks.of[row],
      headOf: (mark) => marks.head[mark],
      size: (mark) => marks.size[mark],
      count: (mark) => marks.n[mark],
      classOf: (mark) => marks.classes[mark],
      isCertain: (mark) => Boolean(marks.isCertain[mark]),
      hasClass: (kind) => order.some((mark) => marks.classes[mark] === kind),
      hasGroups: () => order.some((mark) => marks.size[mark] > 1),
      select(row) { selected = row; },
      // rows: [{ row, reports }], the strongest first.
      setLinks(rows) {
        links = rows;
        sheet.repaint();
      },
      setColours(theme, scale) {
        stamps.set(theme, scale);
        sheet.repaint();
      },
    };
  }

  window.dateline = Object.assign(window.dateline || {}, { addCircles });
})();
