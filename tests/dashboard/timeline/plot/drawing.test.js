import assert from "node:assert/strict";
import { test } from "node:test";
import { findTicks, toDay } from "../../../../dashboard/timeline/days.js";
import { chooseUnit, keepRoom, pathOfBars, pathOfSpans } from "../../../../dashboard/timeline/plot/drawing.js";
import { WORDS } from "../words.js";

test("a narrow screen draws a coarser bar than the server chose, never a finer one", () => {
  assert.equal(chooseUnit("day", 3), "day");
  assert.equal(chooseUnit("day", 1.39), "week");
  assert.equal(chooseUnit("day", 0.19), "month");
  assert.equal(chooseUnit("week", 10), "week");
  assert.equal(chooseUnit("month", 0.001), "month");
});

test("the highest bar has all the height, one statement among thousands is still seen, none is no bar", () => {
  const bars = [
    { from: 0, to: 1, n: 5000 },
    { from: 1, to: 2, n: 0 },
    { from: 2, to: 3, n: 1 },
  ];
  assert.equal(pathOfBars(bars, 10), "M0.50 56v-44h9.00V56zM20.50 56v-1.5h9.00V56z");
});

test("there is a gap between bars that are wide enough for one", () => {
  const bar = [{ from: 0, to: 1, n: 1 }];
  const widths = [6, 4, 2, 0.2].map((px) => /h([\d.]+)V/.exec(pathOfBars(bar, px))?.[1]);
  assert.deepEqual(widths, ["5.00", "3.50", "2.00", "0.50"]);
});

test("coarse dates lie on the first free line, and those beyond the last one share it", () => {
  const lines = pathOfSpans(
    [
      [1, 9, 1],
      [2, 5, 1],
      [4, 7, 1],
      [5, 9, 1],
      [12, 13, 1],
    ],
    10,
  );
  assert.deepEqual(
    lines.match(/ \d+h/g)?.map((y) => Number.parseInt(y, 10)),
    [1, 4, 7, 7, 1],
  );
});

test("labels never touch, and months come before days", () => {
  for (const px of [0.02, 0.1, 0.5, 1.2, 3, 9, 30, 60]) {
    const days = 400;
    const kept = keepRoom(findTicks(WORDS, toDay("2017-09-28"), days, px), px, days * px);
    const boxes = kept
      .map(({ day, text }) => ({ left: day * px, right: day * px + text.length * 6.2 }))
      .sort((a, b) => a.left - b.left);
    for (const [at, box] of boxes.slice(1).entries()) assert.ok(box.left >= boxes[at].right, `${px} px`);
    assert.ok(boxes.every(({ right }) => right <= days * px + 8));
  }
});

test("the first label says less where a month begins soon after it", () => {
  const kept = keepRoom(findTicks(WORDS, toDay("2017-09-28"), 60, 12), 12, 720);
  assert.equal(kept.find(({ day }) => day === 0)?.text, "2017");
  assert.equal(kept.find(({ day }) => day === 3)?.text, "Oct");
});
