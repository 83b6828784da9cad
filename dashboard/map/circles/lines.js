// Draws lines from the selected place to those that the same reports name, under the circles.
// Used as window.dateline.paintLinks(context, from, ends, look).
"use strict";

(() => {
  const THIN_PX = 1;
  const THICK_PX = 4;

  // from: { x, y }. ends: { x, y, reports } of each place, the strongest first. look: { ink, paper }.
  function paintLinks(context, from, ends, { ink, paper }) {
    const most = ends[0]?.reports ?? 1;
    context.lineCap = "round";
    for (const { x, y, reports } of [...ends].reverse()) {
      const width = THIN_PX + (THICK_PX - THIN_PX) * (most > 1 ? (reports - 1) / (most - 1) : 0);
      trace(context, from, x, y);
      // A rim of the ground's colour keeps lines apart that cross.
      context.globalAlpha = 0.55;
      context.strokeStyle = paper;
      context.lineWidth = width + 1.5;
      context.stroke();
      context.globalAlpha = 0.6;
      context.strokeStyle = ink;
      context.lineWidth = width;
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function trace(context, from, x, y) {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(x, y);
  }

  window.dateline = Object.assign(window.dateline || {}, { paintLinks });
})();
