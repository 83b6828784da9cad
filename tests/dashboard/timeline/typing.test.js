import assert from "node:assert/strict";
import { test } from "node:test";
import { toDay, toIso } from "../../../dashboard/timeline/days.js";
import { readDay, sayEnd, understand } from "../../../dashboard/timeline/typing.js";
import { makeStanding, WORDS } from "./words.js";

/** @import { End } from "../../../dashboard/timeline/typing.js" */

/**
 * @param {string} typed
 * @param {End} [end]
 */
function read(typed, end = "start") {
  const day = readDay(WORDS, typed, end, toDay("2017-11-09"));
  return day === null ? null : toIso(day);
}

test("a day is read however it is usually written", () => {
  const written = ["2017-11-09", "2017/11/9", "2017.11.09", "9.11.2017", "9/11/17", "9-11-2017", " 9 Nov 2017 "];
  const inWords = ["9 november 2017", "Nov 9, 2017", "November 9th 2017", "9 nov 17", "2017 nov 9", "９ Nov ２０１７"];
  for (const typed of [...written, ...inWords]) assert.equal(read(typed), "2017-11-09", typed);
});

test("a month stands for its first day or its last", () => {
  assert.equal(read("Nov 2017"), "2017-11-01");
  assert.equal(read("Nov 2017", "end"), "2017-11-30");
  assert.equal(read("2016-02", "end"), "2016-02-29");
  assert.equal(read("december 2017", "end"), "2017-12-31");
});

test("a date without a year is the nearest one", () => {
  assert.equal(read("3 Dec"), "2017-12-03");
  assert.equal(read("3 feb"), "2018-02-03");
  assert.equal(read("3.2."), "2018-02-03");
  assert.equal(read("1 June"), "2017-06-01");
  assert.equal(read("Jan", "end"), "2018-01-31");
});

test("what is no date is none", () => {
  const wrong = [
    "",
    "soon",
    "31 June 2017",
    "29.2.2017",
    "2017-13-01",
    "2017-00-10",
    "no",
    "1 2 3 Nov",
    "9",
    "32 Jan 2017",
  ];
  for (const typed of wrong) assert.equal(read(typed), null, typed);
});

test("the end that is typed holds, the other gives way", () => {
  const standing = makeStanding();
  assert.deepEqual(understand(standing, "start", "3 Nov 2017"), { days: { start: 63, end: 74 }, fault: "" });
  assert.deepEqual(understand(standing, "start", "1 Dec 2017"), { days: { start: 91, end: 91 }, fault: "" });
  assert.deepEqual(understand(standing, "end", "1 Oct 2017"), { days: { start: 30, end: 30 }, fault: "" });
});

test("a day outside is brought inside, and that is said", () => {
  const fault = "The statements run from 1 September 2017 to 15 December 2017.";
  assert.deepEqual(understand(makeStanding(), "end", "2020-01-01"), { days: { start: 61, end: 105 }, fault });
});

test("what is no date moves nothing and is shown again, cut where it is long", () => {
  assert.deepEqual(understand(makeStanding(), "end", "soon"), { days: null, fault: "soon is not a date." });
  assert.equal(understand(makeStanding(), "end", "x".repeat(99)).fault, `${"x".repeat(40)} is not a date.`);
});

test("a field that was left as it is moves nothing", () => {
  const standing = makeStanding();
  assert.equal(sayEnd(standing, "start"), "1 Nov 2017");
  assert.deepEqual(understand(standing, "start", " 1 Nov 2017 "), { days: null, fault: "" });
});
