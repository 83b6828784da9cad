import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLines, chooseWidth } from "../../../../dashboard/map/circles/lines.js";

test("of places in one mark the strongest line is drawn, none to the selected place or to one that is not shown", () => {
  const marks = [5, 6, 6, -1, 9];
  const links = [
    { row: 2, reports: 8 },
    { row: 4, reports: 7 },
    { row: 1, reports: 3 },
    { row: 3, reports: 2 },
    { row: 0, reports: 1 },
  ];
  assert.deepEqual(
    chooseLines(links, (row) => marks[row], 9),
    [
      { mark: 6, row: 2, reports: 8 },
      { mark: 5, row: 0, reports: 1 },
    ],
  );
});

test("the strongest line is four pixels wide, that of one report one", () => {
  assert.deepEqual(
    [1, 3, 5].map((reports) => chooseWidth(reports, 5)),
    [1, 2.5, 4],
  );
  assert.equal(chooseWidth(1, 1), 1);
});
