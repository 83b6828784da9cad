// How the names of the ground are set: which at which zoom, how large, in which order they are given room.

/** @typedef {import("./land.js").GroundColours} GroundColours */
/** @typedef {{ kind: string, rank: number }} Named */

/**
 * How a name is set; the lowest order is given room first.
 * @typedef {object} Style
 * @property {number} size
 * @property {number} weight
 * @property {number} spacing  Between letters, in parts of the size.
 * @property {string} colour
 * @property {number} order
 * @property {boolean} [caps]
 * @property {boolean} [italic]
 * @property {boolean} [dot]  Whether the place has a dot.
 */

/** @typedef {(rank: number, zoom: number, colours: GroundColours) => Style | null} Setting */

const SANS = '"Dateline Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif';

/**
 * @param {number} zoom
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 */
const between = (zoom, low, high, from, to) =>
  from + (Math.min(high, Math.max(low, zoom)) - low) * ((to - from) / (high - low));

/** @type {Setting} */
function setCountry(rank, zoom, { country: colour }) {
  if (zoom < 4 || zoom >= 9) return null;
  if (rank === 1)
    return { size: between(zoom, 4, 8, 12, 19), weight: 600, spacing: 0.42, colour, caps: true, order: 0 };
  return { size: between(zoom, 4, 8, 9.5, 13.5), weight: 500, spacing: 0.28, colour, caps: true, order: 2 };
}

/** @type {Setting} */
function setWater(_rank, zoom, { stream: colour }) {
  if (zoom < 4 || zoom >= 10) return null;
  return { size: between(zoom, 4, 8, 11, 16), weight: 400, spacing: 0.08, colour, italic: true, order: 3 };
}

/** @type {Setting} */
function setRegion(rank, zoom, { region: colour }) {
  if (zoom < (rank === 1 ? 7 : 8) || zoom >= 12) return null;
  const size = between(zoom, 7, 11, 10, 13);
  return { size, weight: 500, spacing: 0.14, colour, caps: true, order: rank === 1 ? 4 : 7 };
}

/** @type {Setting} */
function setLake(_rank, zoom, { stream: colour }) {
  return zoom < 8 ? null : { size: 11, weight: 400, spacing: 0.03, colour, italic: true, order: 6 };
}

/** @type {Setting} */
function setCity(rank, zoom, { quiet: colour }) {
  const isSmall = rank >= 8;
  if (zoom < 5 || rank > zoom - (isSmall ? 0 : 2)) return null;
  const size = between(zoom, 5, 10, 11, 13) - (isSmall ? 1 : 0);
  const [weight, order] = rank <= 3 ? [600, 1] : isSmall ? [400, 8] : [500, 3.2];
  return { size, weight, spacing: 0.01, colour, dot: true, order };
}

/** @type {Setting} */
function setRiver(rank, zoom, { stream: colour }) {
  if (zoom < 6 || rank > zoom) return null;
  return { size: between(zoom, 6, 10, 10.5, 12.5), weight: 400, spacing: 0.1, colour, italic: true, order: 3.5 };
}

/** @type {Map<string, Setting>} */
const SETTINGS = new Map([
  ["country", setCountry],
  ["water", setWater],
  ["region", setRegion],
  ["lake", setLake],
  ["city", setCity],
  ["river", setRiver],
]);

/**
 * Tells how a name of a kind is set at a zoom; null where it is not shown.
 * @param {Named} name
 * @param {number} zoom
 * @param {GroundColours} colours
 */
export function chooseStyle({ kind, rank }, zoom, colours) {
  return SETTINGS.get(kind)?.(rank, zoom, colours) ?? null;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Style} style
 */
export function setFont(pen, style) {
  pen.font = `${style.italic ? "italic " : ""}${style.weight} ${style.size}px ${SANS}`;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  pen.lineJoin = "round";
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {Style} style
 */
export function measureLetters(pen, text, style) {
  const gap = style.size * style.spacing;
  const widths = [...text].map((letter) => pen.measureText(letter).width + gap);
  return { widths, width: widths.reduce((sum, width) => sum + width, 0) - gap };
}

/**
 * Splits a long name of a country or sea over two lines at the space nearest its middle.
 * @param {string} text
 * @param {Pick<Style, "caps" | "italic">} style
 */
export function breakName(text, style) {
  if (!(style.caps || style.italic)) return [text];
  const spaces = [...text].map((letter, i) => (letter === " " ? i : -1)).filter((i) => i > 0);
  if (text.length < 12 || !spaces.length) return [text];
  const middle = text.length / 2;
  const at = spaces.reduce((best, i) => (Math.abs(i - middle) < Math.abs(best - middle) ? i : best));
  return [text.slice(0, at), text.slice(at + 1)];
}
