// Which circles are drawn and where, for whoever has to find it without looking: tests, measurements.

/** @typedef {import("../frame/places.js").Places} Places */
/** @typedef {import("../frame/window.d.ts").CircleFound} CircleFound */
/** @typedef {import("./circles.js").Circles} Circles */

/**
 * Lists the places that have a circle.
 * @param {Circles} circles
 * @param {Places} places
 * @param {Int32Array} n  Statements, by row.
 * @returns {CircleFound[]}
 */
export function listFound(circles, places, n) {
  const { of, size, classes, isCertain } = circles.marks;
  const spots = new Map(
    circles.listSpots().map(({ mark, x, y, r }) => {
      const isTop = circles.find(x, y) === mark;
      return [mark, { x, y, r, isTop, together: size[mark], colour: classes[mark] }];
    }),
  );
  const lines = new Map(circles.listLinks().map(({ row, reports }) => [row, reports]));
  return circles.rows.flatMap((row) => {
    const spot = spots.get(of[row]);
    const certain = Boolean(isCertain[of[row]]);
    return spot ? [{ id: places.ids[row], n: n[row], certain, link: lines.get(row) ?? 0, ...spot }] : [];
  });
}

/**
 * Finds the place whose circle is at a point of the frame; null where there is none, or that of several places.
 * @param {Circles} circles
 * @param {Places} places
 * @param {number} x
 * @param {number} y
 */
export function findAlone(circles, places, x, y) {
  const mark = circles.find(x, y);
  return mark >= 0 && circles.marks.size[mark] === 1 ? places.ids[mark] : null;
}
