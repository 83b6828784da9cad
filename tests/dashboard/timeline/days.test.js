import assert from "node:assert/strict";
import { test } from "node:test";
import {
  barAround,
  findTicks,
  numberDate,
  numberMonth,
  partsOf,
  sayCount,
  sayDays,
  toDay,
  toIso,
} from "../../../dashboard/timeline/days.js";
import { WORDS } from "./words.js";

/** @import { Unit } from "../../../dashboard/contract/contract.d.ts" */

test("days are numbered from 1970-01-01, before it too", () => {
  assert.deepEqual(["1970-01-01", "2017-11-09", "1969-12-31", "1900-01-01"].map(toDay), [0, 17479, -1, -25567]);
  assert.deepEqual([0, 17479, -1, -25567].map(toIso), ["1970-01-01", "2017-11-09", "1969-12-31", "1900-01-01"]);
  assert.deepEqual(partsOf(17479), { d: 9, m: 10, y: 2017 });
});

test("every day of 400 years has its own number and comes back as it was", () => {
  for (let day = toDay("1800-01-01"); day < toDay("2200-01-01"); day += 1) assert.equal(toDay(toIso(day)), day);
});

test("a date that the calendar has not is none", () => {
  assert.equal(numberDate(2017, 5, 31), null);
  assert.equal(numberDate(2017, 1, 29), null);
  assert.equal(numberDate(2016, 1, 29), toDay("2016-02-29"));
  assert.equal(numberMonth(2017, 12), toDay("2018-01-01"));
});

/** @type {[string, string, string, string][]} */
const SAID = [
  ["2017-11-09", "2017-11-09", "9 November 2017", "9 Nov 2017"],
  ["2017-11-01", "2017-11-14", "1–14 November 2017", "1–14 Nov 2017"],
  ["2017-10-30", "2017-11-14", "30 October – 14 November 2017", "30 Oct – 14 Nov 2017"],
  ["2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018", "30 Dec 2017 – 2 Jan 2018"],
  ["2017-11-09", "2018-11-09", "9 November 2017 – 9 November 2018", "9 Nov 2017 – 9 Nov 2018"],
];

test("days in words say month and year once where they are the same", () => {
  for (const [first, last, long, short] of SAID) {
    const days = { start: toDay(first), end: toDay(last) };
    assert.equal(sayDays(WORDS, days), long);
    assert.equal(sayDays(WORDS, days, true), short);
  }
});

test("one statement is not many", () => {
  assert.deepEqual(
    [0, 1, 1240].map((n) => sayCount(WORDS, n)),
    ["0 statements", "1 statement", "1,240 statements"],
  );
});

test("a bar is a day, a week from Monday or a month", () => {
  /** @type {[Unit, string, string, string][]} */
  const bars = [
    ["day", "2017-11-09", "2017-11-09", "2017-11-10"],
    ["week", "2017-11-09", "2017-11-06", "2017-11-13"],
    ["week", "2017-11-06", "2017-11-06", "2017-11-13"],
    ["week", "1969-12-30", "1969-12-29", "1970-01-05"],
    ["month", "2017-12-31", "2017-12-01", "2018-01-01"],
  ];
  for (const [unit, day, from, to] of bars) {
    assert.deepEqual(barAround(unit, toDay(day)), [toDay(from), toDay(to)], `${unit} of ${day}`);
  }
});

/**
 * @param {string} first
 * @param {number} days
 * @param {number} pxPerDay
 */
const fullest = (first, days, pxPerDay) =>
  findTicks(WORDS, toDay(first), days, pxPerDay).map(({ texts, major }) => (major ? texts[0] : `(${texts[0]})`));

test("the axis marks months, and days between them where they fit", () => {
  const marks = ["Sep 2017", "(10)", "(20)", "Oct", "(10)", "(20)", "Nov"];
  assert.deepEqual(fullest("2017-09-01", 70, 3), marks);
  assert.deepEqual(fullest("2017-09-28", 8, 30), ["28 Sep 2017", "(29)", "Oct", "(2)", "(3)", "(4)", "(5)"]);
});

test("January says the year, and alone where there is little room", () => {
  assert.deepEqual(fullest("2017-12-01", 60, 2.4), ["Dec 2017", "Jan 2018"]);
  assert.deepEqual(fullest("2017-12-01", 60, 1.2), ["Dec 2017", "2018"]);
});

test("few months or only years are marked where days are narrow", () => {
  assert.deepEqual(fullest("2017-09-01", 300, 0.5), ["Sep 2017", "Oct", "2018", "Apr"]);
  assert.deepEqual(fullest("2000-05-01", 3000, 0.1), ["2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008"]);
  assert.deepEqual(fullest("1801-01-01", 146000, 0.001), ["1900", "2000", "2100", "2200"]);
});
