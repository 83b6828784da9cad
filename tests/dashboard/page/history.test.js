import assert from "node:assert/strict";
import { test } from "node:test";
import { nameChoices } from "../../../dashboard/page/history.js";

const HERE = "http://localhost:8501/?place=sy-hit&from=2017-11-01&zoom=7";
const QUIET = ["from", "zoom"];

test("where map and window merely stand is no choice", () => {
  assert.equal(nameChoices(HERE, HERE, QUIET), "/?place=sy-hit");
  assert.equal(nameChoices("?zoom=9&place=sy-hit", HERE, QUIET), nameChoices(HERE, HERE, QUIET));
});

test("a place or a filter is one, in whichever order", () => {
  assert.notEqual(nameChoices("?place=iq-rawa", HERE, QUIET), nameChoices(HERE, HERE, QUIET));
  assert.equal(nameChoices("?a=1&b=2", HERE, QUIET), nameChoices("?b=2&a=1", HERE, QUIET));
});
