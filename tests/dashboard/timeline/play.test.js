import assert from "node:assert/strict";
import { test } from "node:test";
import { beginAt, Player } from "../../../dashboard/timeline/play.js";
import { makeStanding } from "./words.js";

/** @import { Stretch } from "../../../dashboard/timeline/figures.js" */

test("playing begins where the window is, or at the first day when it cannot move on", () => {
  assert.deepEqual(beginAt(makeStanding({}, { start: 61, end: 74 })), { start: 61, end: 74 });
  assert.deepEqual(beginAt(makeStanding({}, { start: 92, end: 105 })), { start: 0, end: 13 });
  assert.deepEqual(beginAt(makeStanding({}, { start: 0, end: 105 })), { start: 0, end: 6 });
  assert.deepEqual(beginAt(makeStanding({ unit: "week" }, { start: 0, end: 105 })), { start: 0, end: 27 });
  assert.deepEqual(beginAt(makeStanding({ events: [1, 1] }, { start: 0, end: 1 })), { start: 0, end: 1 });
});

/**
 * @param {Stretch} days
 */
function makePlayer(days) {
  // Nothing glides for who wants no motion, so no frame of a screen is needed.
  Object.assign(globalThis, { window: { matchMedia: () => ({ matches: true }) } });
  let standing = makeStanding({}, days);
  /** @type {string[]} */
  const told = [];
  const player = new Player({
    now: () => standing,
    move: (to) => {
      standing = { ...standing, days: to };
      told.push(`${to.start}-${to.end}`);
    },
    show: () => assert.fail("it glides"),
    step: () => told.push("step"),
    settle: () => told.push("settle"),
    label: (isPlaying, speed) => told.push(`${isPlaying ? "plays" : "rests"} ${speed}`),
  });
  return { player, told };
}

test("it steps until the window holds the last day, then rests and settles", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { player, told } = makePlayer({ start: 90, end: 103 });
  player.toggle();
  for (let step = 0; step < 5; step += 1) context.mock.timers.tick(800);
  assert.deepEqual(told, ["plays 1", "91-104", "step", "92-105", "rests 1", "settle"]);
  assert.equal(player.isPlaying, false);
});

test("the speed goes round and the next step is as much sooner", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { player, told } = makePlayer({ start: 0, end: 13 });
  player.quicken();
  player.quicken();
  player.toggle();
  context.mock.timers.tick(200);
  player.toggle();
  player.quicken();
  context.mock.timers.tick(5000);
  assert.deepEqual(told, ["rests 2", "rests 4", "plays 4", "1-14", "step", "rests 4", "settle", "rests 1"]);
});
