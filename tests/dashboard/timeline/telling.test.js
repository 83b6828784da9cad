import assert from "node:assert/strict";
import { test } from "node:test";
import { nameWindow, ServerTeller, toTold } from "../../../dashboard/timeline/telling.js";
import { makeStanding } from "./words.js";

/** @import { ScrubberAnswer } from "../../../dashboard/contract/contract.d.ts" */

/**
 * A server that notes what it is told, and a window that stands where it is put.
 */
function makeServer() {
  /** @type {ScrubberAnswer[]} */
  const heard = [];
  const at = { now: toTold(makeStanding()) };
  const server = new ServerTeller(
    (told) => heard.push(told),
    () => at.now,
    () => {},
  );
  server.hear(at.now);
  /** @param {number} start */
  const stand = (start) => {
    at.now = toTold(makeStanding({}, { start, end: 74 }));
    return at.now;
  };
  return { server, heard, stand };
}

test("a window leaves as dates", () => {
  assert.deepEqual(toTold(makeStanding()), { start: "2017-11-01", end: "2017-11-14", basis: "event" });
  assert.equal(nameWindow(toTold(makeStanding())), "2017-11-01 2017-11-14 event");
});

test("the server is told once a hand rests, and never the same twice", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { server, heard, stand } = makeServer();
  server.settle(0);
  assert.equal(heard.length, 0, "it knows where the window was");
  for (const start of [60, 59, 58]) {
    stand(start);
    server.settle(250);
    context.mock.timers.tick(200);
  }
  assert.equal(heard.length, 0);
  assert.ok(server.isWaiting);
  context.mock.timers.tick(50);
  assert.deepEqual(
    heard.map(({ start }) => start),
    ["2017-10-29"],
  );
  server.settle(0);
  assert.equal(heard.length, 1);
});

test("what is held is not told", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { server, heard, stand } = makeServer();
  stand(60);
  server.settle(250);
  server.hold();
  context.mock.timers.tick(1000);
  assert.deepEqual([heard.length, server.isWaiting], [0, false]);
});

test("while it plays the server hears at once, then no more often than each second", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 5000;
  context.mock.method(performance, "now", () => now);
  const { server, heard, stand } = makeServer();
  for (let step = 0; step < 19; step += 1) {
    stand(60 - step);
    server.settlePaced();
    now += 200;
    context.mock.timers.tick(200);
  }
  assert.equal(heard.length, 4);
  assert.equal(heard[0].start, "2017-10-31");
});

test("what the server repeats is not its own, in the order it was told", () => {
  const { server, stand } = makeServer();
  const first = stand(60);
  server.settle(0);
  const second = stand(59);
  server.settle(0);
  assert.equal(server.hear(first), false);
  assert.equal(server.hear(first), false, "a run for another reason says the same again");
  assert.equal(server.hear(second), false);
  assert.equal(server.hear(first), true, "somebody else went back");
});

test("a repeated window that was passed over does not come later", () => {
  const { server, stand } = makeServer();
  const first = stand(60);
  server.settle(0);
  const second = stand(59);
  server.settle(0);
  assert.equal(server.hear(second), false);
  assert.equal(server.hear(first), true);
});
