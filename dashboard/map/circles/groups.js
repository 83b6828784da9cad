// Puts places that lie too close to be told apart into groups. Which places belong together depends on the zoom alone,
// never on the window or on numbers: while the window is dragged circles grow and shrink, but none merges or splits.
// Used as window.dateline.groupClose(xs, ys, rows, reach, tile).
"use strict";

(() => {
  // xs, ys: positions by row. rows: those to group, the most important first, for they gather the others. reach: how
  // far a place may lie from the one it is gathered by, in the unit of the positions. tile: width of a tile, in the same.
  // Gives the group of each row, -1 for one that stays alone; the number of groups; and the crowd, how many groups and
  // lone places the fullest tile has.
  function groupClose(xs, ys, rows, reach, tile) {
    const gatherers = new Map(); // by cell of the width of reach
    const of = new Int32Array(xs.length).fill(-1);
    const gathered = new Map();
    let count = 0;
    const crowds = new Map(); // by tile
    let crowd = 0;
    const cell = (column, line) => column * 67_108_864 + line;
    for (const row of rows) {
      const [column, line] = [Math.floor(xs[row] / reach), Math.floor(ys[row] / reach)];
      let nearest = -1;
      let least = reach * reach;
      for (let c = column - 1; c <= column + 1; c += 1) {
        for (let l = line - 1; l <= line + 1; l += 1) {
          for (const other of gatherers.get(cell(c, l)) ?? []) {
            const away = (xs[other] - xs[row]) ** 2 + (ys[other] - ys[row]) ** 2;
            if (away < least) [nearest, least] = [other, away];
          }
        }
      }
      if (nearest < 0) {
        const here = cell(column, line);
        const there = cell(Math.floor(xs[row] / tile), Math.floor(ys[row] / tile));
        crowds.set(there, (crowds.get(there) ?? 0) + 1);
        crowd = Math.max(crowd, crowds.get(there));
        if (gatherers.has(here)) gatherers.get(here).push(row);
        else gatherers.set(here, [row]);
        continue;
      }
      if (!gathered.has(nearest)) {
        gathered.set(nearest, count);
        of[nearest] = count;
        count += 1;
      }
      of[row] = gathered.get(nearest);
    }
    return { of, count, crowd };
  }

  window.dateline = Object.assign(window.dateline || {}, { groupClose });
})();
