import assert from "node:assert/strict";
import { test } from "node:test";
import { Choices, Echoes } from "../../../../dashboard/map/frame/page.js";

/** @typedef {import("../../../../dashboard/contract/contract.d.ts").Look} Look */

/** @type {Look} */
const LOOK = { colour: "one", links: "no", ground: "own" };

/**
 * @param {number} start
 * @param {number} end
 */
const told = (start, end) => ({
  window: /** @type {[number, number]} */ ([start, end]),
  basis: /** @type {const} */ ("event"),
});

test("what a hand chose a moment ago is late, after two seconds it is not", () => {
  const echoes = new Echoes();
  echoes.note("a", 1000);
  assert.equal(echoes.isLate("a", 2999), true);
  assert.equal(echoes.isLate("b", 2999), false);
  assert.equal(echoes.isLate("a", 3001), false);
});

test("the page's window is taken, but not the repeated one of a hand that has moved on", () => {
  const choices = new Choices();
  choices.takeWindow(told(1, 5), 0);
  assert.deepEqual(choices.shown, { start: 1, end: 5, basis: "event" });
  choices.setWindow({ start: 2, end: 6, basis: "event" }, 100);
  choices.setWindow({ start: 3, end: 7, basis: "event" }, 200);
  choices.takeWindow(told(2, 6), 300);
  assert.equal(choices.shown?.start, 3);
  choices.takeWindow(told(9, 10), 400);
  assert.equal(choices.shown?.start, 9);
  choices.takeWindow(told(2, 6), 2500);
  assert.equal(choices.shown?.start, 2);
});

test("a look of the page is new once, and not where a hand has just chosen it", () => {
  const choices = new Choices();
  assert.equal(choices.takeLook(LOOK, 0), true);
  assert.equal(choices.takeLook(LOOK, 1), false);
  assert.equal(choices.choose("colour", "kind", 10), true);
  assert.equal(choices.choose("colour", "kind", 11), false);
  assert.equal(choices.takeLook({ ...LOOK, colour: "kind" }, 500), false);
  assert.equal(choices.look.colour, "kind");
  assert.equal(choices.takeLook({ ...LOOK, links: "yes" }, 600), true);
  assert.deepEqual(choices.look, { ...LOOK, links: "yes" });
});
