import assert from "node:assert/strict";
import { test } from "node:test";
import { toDay } from "../../../dashboard/timeline/days.js";
import { nameFigures } from "../../../dashboard/timeline/figures.js";
import { makeStanding } from "./words.js";

/** @import { ScrubberMessage } from "../../../dashboard/contract/contract.d.ts" */

// Three of one day each, one of the first three days; two published.
const FEW = { events: [1, 0, 2, 0], starts: [2, 0, 2, 0], ends: [1, 0, 3, 0], publications: [0, 2, 0, 0] };

test("a statement is in every window that its date overlaps", () => {
  const { figures } = makeStanding(FEW);
  assert.equal(figures.countOver("event", { start: 0, end: 3 }), 4);
  assert.equal(figures.countOver("event", { start: 1, end: 1 }), 1);
  assert.equal(figures.countOver("event", { start: 2, end: 2 }), 3);
  assert.equal(figures.countOver("event", { start: 3, end: 3 }), 0);
  assert.equal(figures.countOver("publication", { start: 1, end: 3 }), 2);
});

test("bars add up to what is dated to one day, whatever they stand for", () => {
  const { figures } = makeStanding();
  for (const unit of /** @type {const} */ (["day", "week", "month"])) {
    const bars = figures.barsOf("event", unit);
    assert.equal(
      bars.reduce((sum, { n }) => sum + n, 0),
      106,
    );
    assert.equal(bars[0].from, 0);
    assert.equal(bars.at(-1)?.to, 106);
    for (const [at, bar] of bars.slice(1).entries()) assert.equal(bar.from, bars[at].to);
  }
  assert.deepEqual(
    figures.barsOf("event", "month").map(({ n }) => n),
    [30, 31, 30, 15],
  );
});

test("the last week is the last seven days with statements", () => {
  const events = [...new Array(20).fill(1), 0, 0, 0];
  const { figures } = makeStanding({ events });
  assert.deepEqual(figures.choose("week", "event", { start: 0, end: 0 }), { start: 13, end: 19 });
  const none = makeStanding({ events: new Array(20).fill(0) }).figures;
  assert.deepEqual(none.choose("week", "event", { start: 0, end: 0 }), { start: 13, end: 19 });
  const short = makeStanding({ events: [1, 1] }).figures;
  assert.deepEqual(short.choose("week", "event", { start: 0, end: 0 }), { start: 0, end: 1 });
});

test("the month is the one in the middle of the window, as far as there are days", () => {
  const { figures } = makeStanding();
  assert.deepEqual(figures.choose("month", "event", { start: 61, end: 74 }), { start: 61, end: 90 });
  assert.deepEqual(figures.choose("month", "event", { start: 100, end: 105 }), { start: 91, end: 105 });
  assert.deepEqual(figures.choose("all", "event", { start: 61, end: 74 }), { start: 0, end: 105 });
});

test("a window is moved whole and stops at the first and the last day", () => {
  const { figures } = makeStanding();
  assert.deepEqual(figures.shift({ start: 61, end: 74 }, 7), { start: 68, end: 81 });
  assert.deepEqual(figures.shift({ start: 61, end: 74 }, -1000), { start: 0, end: 13 });
  assert.deepEqual(figures.shift({ start: 61, end: 74 }, 1000), { start: 92, end: 105 });
});

test("an end that is pulled stops at the other one", () => {
  const { figures } = makeStanding();
  const days = { start: 61, end: 74 };
  assert.deepEqual(figures.pull(days, "start", 1000), { start: 74, end: 74 });
  assert.deepEqual(figures.pull(days, "start", -1000), { start: 0, end: 74 });
  assert.deepEqual(figures.pull(days, "end", -1000), { start: 61, end: 61 });
  assert.deepEqual(figures.pull(days, "end", 1000), { start: 61, end: 105 });
  assert.deepEqual(figures.pull(days, "band", -2), { start: 59, end: 72 });
});

test("days leave numbered from 1970", () => {
  const { figures } = makeStanding();
  assert.deepEqual(figures.date({ start: 0, end: 8 }), { start: toDay("2017-09-01"), end: toDay("2017-09-09") });
});

test("figures are named by what is counted, not by the window", () => {
  const message = /** @type {ScrubberMessage} */ ({ first: "2017-09-01", ...FEW });
  assert.equal(nameFigures(message), nameFigures({ ...message, window: [1, 2], basis: "publication" }));
  assert.notEqual(nameFigures(message), nameFigures({ ...message, first: "2017-09-02" }));
  assert.notEqual(nameFigures(message), nameFigures({ ...message, ends: [0, 0, 4, 0] }));
});
