// Names of countries, seas, regions and towns: those that matter most first, each where it covers nothing.

import { paintRiverName } from "./rivers.js";
import { breakName, chooseStyle, measureLetters, setFont } from "./styles.js";
import { Taken } from "./taken.js";

/** @typedef {import("./land.js").Feature} Feature */
/** @typedef {import("./land.js").GroundColours} GroundColours */
/** @typedef {import("./land.js").Spot} Spot */
/** @typedef {import("./styles.js").Style} Style */
/** @typedef {import("./taken.js").Box} Box */

/**
 * What names are set on.
 * @typedef {object} Board
 * @property {CanvasRenderingContext2D} pen
 * @property {Taken} taken
 * @property {(box: Box) => boolean} isInside  Whether a box is seen as a whole.
 * @property {(spot: Spot) => Spot} toPixels
 * @property {GroundColours} colours
 * @property {L.Point} size
 * @property {(x: number, y: number) => boolean} isOnCircle
 */

const SAME_SPOT_PX = 7;
const MARGIN_PX = 4;
const LINE_HEIGHT = 1.25;

/**
 * Paints all names that are shown and have room.
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./sheet.js").SheetView} view
 * @param {Feature[]} names
 * @param {Spot} origin
 * @param {GroundColours} colours
 * @param {{ obstacles: Box[], circles: L.Point[] }} others  What lies on the map already.
 */
export function paintNames(pen, view, names, origin, colours, { obstacles, circles }) {
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  const board = makeBoard(pen, view, origin, colours, circles);
  for (const box of obstacles) board.taken.add(box);
  for (const { name, style } of listWanted(names, view.zoom, colours)) {
    setFont(pen, style);
    if (name.kind === "river") paintRiverName(board, name, style);
    else if (style.dot) paintCity(board, name, style);
    else paintArea(board, name, style);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./sheet.js").SheetView} view
 * @param {Spot} origin
 * @param {GroundColours} colours
 * @param {L.Point[]} circles
 * @returns {Board}
 */
function makeBoard(pen, { corner, size, zoom }, origin, colours, circles) {
  const scale = 2 ** zoom;
  // Names are kept whole inside the part that is seen, not the spare rim of the canvas.
  const [rimX, rimY] = [size.x / 6 + MARGIN_PX, size.y / 6 + MARGIN_PX];
  return {
    pen,
    taken: new Taken(),
    isInside: ([left, top, right, bottom]) =>
      left > rimX && right < size.x - rimX && top > rimY && bottom < size.y - rimY,
    toPixels: ([x, y]) => [(x + origin[0]) * scale - corner.x, (y + origin[1]) * scale - corner.y],
    colours,
    size,
    // What has a circle is named by the layer of statements, if there is room.
    isOnCircle: (x, y) => circles.some((point) => Math.hypot(point.x - x, point.y - y) < SAME_SPOT_PX),
  };
}

/**
 * @param {Feature[]} names
 * @param {number} zoom
 * @param {GroundColours} colours
 */
function listWanted(names, zoom, colours) {
  const wanted = names.flatMap((name) => {
    const style = chooseStyle(name, zoom, colours);
    return style ? [{ name, style }] : [];
  });
  return wanted.sort((a, b) => a.style.order - b.style.order || a.name.rank - b.name.rank);
}

/**
 * @param {Board} board
 * @param {string} text
 * @param {Style} style
 * @param {number} x
 * @param {number} y
 */
function paintText({ pen, colours }, text, style, x, y) {
  pen.letterSpacing = `${style.size * style.spacing}px`;
  pen.strokeStyle = colours.focus;
  pen.globalAlpha = 0.85;
  pen.lineWidth = 3;
  if (!style.italic || style.dot) pen.strokeText(text, x, y);
  pen.globalAlpha = 1;
  pen.fillStyle = style.colour;
  pen.fillText(text, x, y);
  pen.letterSpacing = "0px";
}

/**
 * Sets a name at the first of its points that has room.
 * @param {Board} board
 * @param {Feature} name
 * @param {Style} style
 */
function paintArea(board, name, style) {
  const { pen, taken, isInside, toPixels } = board;
  const rows = breakName(style.caps ? name.name.toLocaleUpperCase("en") : name.name, style);
  const widths = rows.map((row) => measureLetters(pen, row, style).width);
  const [width, height] = [Math.max(...widths), rows.length * style.size * LINE_HEIGHT];
  for (const point of name.lines[0]) {
    const [x, y] = toPixels(point);
    /** @type {Box} */
    const box = [x - width / 2 - 4, y - height / 2 - 2, x + width / 2 + 4, y + height / 2 + 2];
    if (!(isInside(box) && taken.isFree(box))) continue;
    taken.add(box);
    for (const [i, row] of rows.entries()) {
      const middle = y - height / 2 + (i + 0.5) * style.size * LINE_HEIGHT;
      paintText(board, row, style, x - widths[i] / 2, middle);
    }
    return;
  }
}

/**
 * Sets a town's dot and, on the first side of it that has room, its name; neither where none has.
 * @param {Board} board
 * @param {Feature} name
 * @param {Style} style
 */
function paintCity(board, name, style) {
  const { pen, taken, isInside, toPixels, size, isOnCircle } = board;
  const [x, y] = toPixels(name.lines[0][0]);
  if (x < 0 || y < 0 || x > size.x || y > size.y || isOnCircle(x, y)) return;
  /** @type {Box} */
  const dot = [x - 3, y - 3, x + 3, y + 3];
  if (!taken.isFree(dot)) return;
  const isSeen = isInside([x, y, x, y]);
  const { width } = measureLetters(pen, name.name, style);
  const half = style.size * 0.62;
  const isFree = (/** @type {Box} */ box) => taken.isFree(box) && (!isSeen || isInside(box));
  for (const [left, middle] of listSides(x, y, width, half)) {
    /** @type {Box} */
    const box = [left - 2, middle - half, left + width + 2, middle + half];
    if (!isFree(box)) continue;
    paintDot(board, x, y, name.rank);
    taken.add(box);
    taken.add(dot);
    paintText(board, name.name, style, left, middle);
    return;
  }
}

/**
 * Lists where a name beside a dot begins, and its middle's height.
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} half  Half of its height.
 */
function listSides(x, y, width, half) {
  const gap = 6;
  return [
    [x + gap, y],
    [x - gap - width, y],
    [x - width / 2, y - half - gap],
    [x - width / 2, y + half + gap],
  ];
}

/**
 * @param {Board} board
 * @param {number} x
 * @param {number} y
 * @param {number} rank
 */
function paintDot({ pen, colours }, x, y, rank) {
  pen.beginPath();
  pen.arc(x, y, rank <= 3 ? 2.6 : 2, 0, 2 * Math.PI);
  pen.fillStyle = colours.quiet;
  pen.strokeStyle = colours.focus;
  pen.lineWidth = 2;
  pen.stroke();
  pen.fill();
}
