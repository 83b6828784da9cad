// Counts the statements of every place in any window of days, in the browser, while the window is dragged.
// Reads what dashboard/counts_wire.py packs; the format is told there, the way of counting in dashboard/counts.py.
// Used as window.dateline.counts = { decodeCounts, countWindow, lastDay, sumUp, dayNumber }; days are numbered from 1970-01-01.
"use strict";

(() => {
  const KINDS = 4;
  const MAGIC = 0x31434c44; // "DLC1", little-endian
  const HEAD_BYTES = 24;

  // Throws a RangeError where the bytes end too soon.
  function readStream(reader) {
    const length = reader.view.getInt32(reader.at, true);
    const size = reader.view.getInt32(reader.at + 4, true);
    const bytes = new Uint8Array(reader.view.buffer, reader.at + 8, size);
    reader.at += 8 + size;
    if (length > size) throw new RangeError("The counts are damaged: a stream is shorter than it says.");
    const values = new Int32Array(length);
    let at = 0;
    for (let i = 0; i < length; i += 1) {
      let byte = bytes[at++];
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
      }
      values[i] = value;
    }
    return values;
  }

  // Running totals of one kind before each step and after the last, in every KINDS-th cell.
  function addColumn(totals, kind, reader) {
    const gaps = readStream(reader);
    const values = readStream(reader);
    let cell = kind;
    let until = kind + KINDS;
    let sum = 0;
    for (let i = 0; i < gaps.length; i += 1) {
      until += gaps[i] * KINDS;
      for (; cell < until; cell += KINDS) totals[cell] += sum;
      sum += (values[i] >>> 1) ^ -(values[i] & 1);
    }
    for (; cell < totals.length; cell += KINDS) totals[cell] += sum;
  }

  // Gives a number for each place in arrays that every countWindow fills anew: statements, own (those that name the
  // place itself), certain (those placed for certain), ownCertain (both). total has the distinct statements shown, the
  // certain ones of them, the unplaced ones, the places named themselves, and those named so for certain.
  function decodeCounts(buffer) {
    const view = new DataView(buffer);
    if (buffer.byteLength < HEAD_BYTES || view.getUint32(0, true) !== MAGIC) {
      throw new Error("These are no counts of Dateline.");
    }
    const [series, undated, base, steps, columns] = [4, 8, 12, 16, 20].map((at) => view.getInt32(at, true));
    const reader = { view, at: HEAD_BYTES };
    const sizes = readStream(reader);
    const days = readStream(reader);
    const first = new Int32Array(series + 1);
    for (let i = 0; i < series; i += 1) {
      first[i + 1] = first[i] + sizes[i];
      let day = base;
      for (let j = first[i]; j < first[i + 1]; j += 1) days[j] = day += days[j];
    }
    const begun = new Int32Array((steps + 1) * KINDS);
    for (let kind = 0; kind < KINDS; kind += 1) addColumn(begun, kind, reader);
    let over = begun;
    if (columns > KINDS) {
      over = begun.slice();
      for (let kind = 0; kind < KINDS; kind += 1) addColumn(over, kind, reader);
    }
    const places = series - 2;
    const [statements, own, certain, ownCertain] = Array.from({ length: 4 }, () => new Int32Array(places));
    const total = { statements: 0, certain: 0, unplaced: 0, places: 0, certainPlaces: 0 };
    return { places, statements, own, certain, ownCertain, total, undated, first, days, begun, over };
  }

  function taken(days, low, high, day) {
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (days[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Both days are included.
  function countWindow(counts, startDay, endDay) {
    const { first, days, begun, over, statements, own, certain, ownCertain, places, total } = counts;
    total.places = total.certainPlaces = 0;
    for (let i = 0; i < places + 2; i += 1) {
      const before = taken(days, first[i], first[i + 1], startDay - 1);
      const last = taken(days, before, first[i + 1], endDay) * KINDS;
      const eve = before * KINDS;
      const both = begun[last] - over[eve];
      const named = both + begun[last + 1] - over[eve + 1];
      const sure = both + begun[last + 2] - over[eve + 2];
      const all = named + sure - both + begun[last + 3] - over[eve + 3];
      if (i < places) {
        statements[i] = all;
        own[i] = named;
        certain[i] = sure;
        ownCertain[i] = both;
        total.places += named > 0;
        total.certainPlaces += both > 0;
      } else if (i === places) {
        total.statements = all;
        total.certain = sure;
      } else {
        total.unplaced = all;
      }
    }
    return counts;
  }

  // The last day of a window on which a statement of a place begins or ends; -Infinity where all go on beyond it.
  function lastDay({ first, days, begun, over }, place, startDay, endDay, isSure) {
    const before = taken(days, first[place], first[place + 1], startDay - 1);
    let at = taken(days, before, first[place + 1], endDay);
    const moves = (kind) => [begun, over].some((sums) => sums[at * KINDS + kind] !== sums[(at - 1) * KINDS + kind]);
    while (isSure && at > before && !moves(0) && !moves(2)) at -= 1;
    return at > before ? days[at - 1] : -Infinity;
  }

  // Statements of a place over all dates, to tell which places matter most.
  function sumUp({ first, begun }, place) {
    let sum = 0;
    for (let kind = 0; kind < KINDS; kind += 1) {
      sum += begun[first[place + 1] * KINDS + kind] - begun[first[place] * KINDS + kind];
    }
    return sum;
  }

  function dayNumber(isoDate) {
    return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000);
  }

  window.dateline = Object.assign(window.dateline || {}, { counts: { decodeCounts, countWindow, lastDay, sumUp, dayNumber } });
})();
