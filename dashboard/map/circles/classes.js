// Tells the class of colour of each place in a window: how recent, of what kind, from which source. The classes and
// their colours are those of dashboard/colours.py. Used as window.dateline.colours = { classify, join }.
"use strict";

(() => {
  const KIND_SEVERAL = 4;
  const SOURCE_OTHER = 6;
  const SOURCE_SEVERAL = 7;

  // classes: filled for the rows given. what: { colour, places, counts, n, window, isSure, days, sources }, where
  // sources is { places, sources, counts } and may be missing as long as it is not here.
  function classify(classes, rows, what) {
    if (what.colour === "recency") classifyRecency(classes, rows, what);
    else if (what.colour === "kind") for (const row of rows) classes[row] = what.places.kinds[row];
    else if (what.colour === "source" && what.sources) classifySources(classes, rows, what);
    else classes.fill(0);
  }

  function classifyRecency(classes, rows, { counts, window: { start, end }, isSure, days }) {
    const { lastDay } = window.dateline.counts;
    for (const row of rows) {
      const age = end - lastDay(counts, row, start, end, isSure);
      let recency = 0;
      while (recency < days.length && age > days[recency]) recency += 1;
      classes[row] = recency;
    }
  }

  // The source that tells more than half of what is said of a place.
  function classifySources(classes, rows, { n, window: { start, end }, isSure, sources }) {
    window.dateline.counts.countWindow(sources.counts, start, end);
    const numbers = isSure ? sources.counts.certain : sources.counts.statements;
    const rest = Int32Array.from(n);
    classes.fill(SOURCE_SEVERAL);
    for (let pair = 0; pair < numbers.length; pair += 1) {
      const number = numbers[pair];
      if (!number) continue;
      const row = sources.places[pair];
      rest[row] -= number;
      if (2 * number > n[row]) classes[row] = sources.sources[pair];
    }
    for (const row of rows) if (2 * rest[row] > n[row]) classes[row] = SOURCE_OTHER;
  }

  // The class of several places drawn as one.
  function join(colour, one, other) {
    if (one === other || colour === "recency" || colour === "one") return Math.min(one, other);
    return colour === "kind" ? KIND_SEVERAL : SOURCE_SEVERAL;
  }

  window.dateline = Object.assign(window.dateline || {}, { colours: { classify, join } });
})();
