// The same bytes as in the browser's test against Python, made here by hand: one place, two days.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countWindow, dayNumber, decodeCounts, lastDay, sumUp } from "../../../dashboard/counting/counts.js";

const MAGIC = 0x31434c44;

/**
 * Packs small numbers, each in a byte of its own.
 * @param {number[]} values
 */
function stream(values) {
  const head = Buffer.alloc(8);
  head.writeInt32LE(values.length, 0);
  head.writeInt32LE(values.length, 4);
  return Buffer.concat([head, Buffer.from(values)]);
}

/**
 * Packs the counts of one place with a statement of its own, placed for certain, on each of some days.
 * @param {number[]} gaps  From the base to the first day, and from each day to the next.
 */
function pack(gaps) {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(MAGIC, 0);
  // Series (the place, all that is shown, the unplaced), undated, base, steps, columns.
  for (const [i, value] of [3, 2, 100, gaps.length * 2, 4].entries()) head.writeInt32LE(value, 4 + 4 * i);
  const ones = gaps.map(() => 2); // zigzag of 1
  const all = [...gaps, ...gaps].map(() => 0);
  const columns = [stream([0, ...all.slice(1).map(() => 1)]), stream([...ones, ...ones])];
  const none = [stream([]), stream([])];
  const packed = Buffer.concat([
    head,
    stream([gaps.length, gaps.length, 0]),
    stream([...gaps, ...gaps]),
    ...columns,
    ...none,
    ...none,
    ...none,
  ]);
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength);
}

test("statements of a window are counted, both of its days included", () => {
  const counts = decodeCounts(pack([1, 4])); // days 101 and 105
  assert.deepEqual([counts.places, counts.undated], [1, 2]);
  for (const [first, last, n] of [
    [0, 200, 2],
    [101, 101, 1],
    [102, 104, 0],
    [105, 300, 1],
    [-10, 100, 0],
  ]) {
    countWindow(counts, first, last);
    assert.deepEqual([counts.statements[0], counts.own[0], counts.certain[0]], [n, n, n], `${first} to ${last}`);
    assert.equal(counts.total.statements, n);
    assert.equal(counts.total.places, n ? 1 : 0);
  }
});

test("the last day is the last one inside of the window", () => {
  const counts = decodeCounts(pack([1, 4]));
  assert.equal(lastDay(counts, 0, 0, 200, false), 105);
  assert.equal(lastDay(counts, 0, 0, 104, true), 101);
  assert.equal(lastDay(counts, 0, 102, 104, false), -Infinity);
});

test("a place is summed up over all dates", () => {
  assert.equal(sumUp(decodeCounts(pack([1, 4])), 0), 2);
});

test("other bytes are refused", () => {
  assert.throws(() => decodeCounts(new ArrayBuffer(30)), /no counts of Dateline/);
  assert.throws(() => decodeCounts(pack([1, 4]).slice(0, 40)), RangeError);
});

test("days are numbered from 1970", () => {
  assert.equal(dayNumber("1970-01-01"), 0);
  assert.equal(dayNumber("2017-12-11"), 17511);
  assert.equal(dayNumber("1969-12-31"), -1);
});
