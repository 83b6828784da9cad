// Draws lines from the selected place to those that the same reports name, under the circles.

/** @typedef {{ x: number, y: number }} At */

const THIN_PX = 1;
const THICK_PX = 4;

/**
 * Draws the lines.
 * @param {CanvasRenderingContext2D} pen
 * @param {At} from
 * @param {(At & { reports: number })[]} ends  The strongest first.
 * @param {{ ink: string, halo: string }} look
 */
export function paintLines(pen, from, ends, { ink, halo }) {
  const most = ends[0]?.reports ?? 1;
  pen.lineCap = "round";
  for (const { x, y, reports } of [...ends].reverse()) {
    const width = chooseWidth(reports, most);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(x, y);
    // A rim of the ground's colour keeps lines apart that cross.
    pen.globalAlpha = 0.55;
    pen.strokeStyle = halo;
    pen.lineWidth = width + 1.5;
    pen.stroke();
    pen.globalAlpha = 0.6;
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/**
 * Gives the width of a line in pixels.
 * @param {number} reports
 * @param {number} most  Reports of the strongest line.
 */
export function chooseWidth(reports, most) {
  return THIN_PX + (THICK_PX - THIN_PX) * (most > 1 ? (reports - 1) / (most - 1) : 0);
}

/**
 * Chooses the marks that lines lead to: of places in one mark the strongest.
 * @param {{ row: number, reports: number }[]} links  The strongest first.
 * @param {(row: number) => number} markOf  -1 where a place is not drawn.
 * @param {number} selected  The mark that lines begin at.
 */
export function chooseLines(links, markOf, selected) {
  /** @type {Map<number, { mark: number, row: number, reports: number }>} */
  const ends = new Map();
  for (const { row, reports } of links) {
    const mark = markOf(row);
    if (mark >= 0 && mark !== selected && !ends.has(mark)) ends.set(mark, { mark, row, reports });
  }
  return [...ends.values()];
}
