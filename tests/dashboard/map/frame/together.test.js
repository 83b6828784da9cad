import assert from "node:assert/strict";
import { test } from "node:test";
import { addressLinks } from "../../../../dashboard/map/frame/together.js";

const SHOWN = { start: 3, end: 9, basis: /** @type {const} */ ("event") };

/**
 * @param {string} links
 * @param {boolean} uncertain
 */
function address(links, uncertain) {
  const scene = { links, selected: "a&b=c", uncertain };
  return addressLinks(/** @type {import("../../../../dashboard/contract/contract.d.ts").Scene} */ (scene), SHOWN);
}

test("what is asked for is told whole, and an id is never more than an id", () => {
  assert.equal(address("/links.json", true), "/links.json?of=a%26b%3Dc&first=3&last=9&by=event");
  assert.equal(address("/links.json?f=1", false), "/links.json?f=1&of=a%26b%3Dc&first=3&last=9&by=event&uncertain=no");
});
