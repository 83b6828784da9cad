import assert from "node:assert/strict";
import { test } from "node:test";
import { COLOURS } from "../../../../dashboard/contract/constants.js";
import { breakName, chooseStyle } from "../../../../dashboard/map/ground/styles.js";

/**
 * Lists the zooms at which a name is shown.
 * @param {string} kind
 * @param {number} rank
 */
const zooms = (kind, rank) =>
  Array.from({ length: 19 }, (_, zoom) => zoom).filter((zoom) => chooseStyle({ kind, rank }, zoom, COLOURS.dark));

test("each kind of name has its zooms", () => {
  assert.deepEqual(zooms("country", 1), [4, 5, 6, 7, 8]);
  assert.deepEqual(zooms("water", 1), [4, 5, 6, 7, 8, 9]);
  assert.deepEqual(zooms("region", 1), [7, 8, 9, 10, 11]);
  assert.deepEqual(zooms("region", 2), [8, 9, 10, 11]);
  assert.equal(zooms("lake", 1)[0], 8);
  assert.equal(zooms("city", 1)[0], 5);
  assert.equal(zooms("city", 7)[0], 9);
  assert.equal(zooms("city", 8)[0], 8);
  assert.equal(zooms("river", 7)[0], 7);
  assert.deepEqual(zooms("mountain", 1), []);
});

test("countries of the region come before others, large towns before small ones", () => {
  const orderOf = (/** @type {string} */ kind, /** @type {number} */ rank) =>
    chooseStyle({ kind, rank }, 8, COLOURS.light)?.order ?? Infinity;
  assert.ok(orderOf("country", 1) < orderOf("city", 1));
  assert.ok(orderOf("city", 3) < orderOf("country", 2));
  assert.ok(orderOf("city", 4) < orderOf("city", 8));
});

test("long names of countries and seas are broken at the space nearest the middle", () => {
  assert.deepEqual(breakName("UNITED ARAB EMIRATES", { caps: true }), ["UNITED ARAB", "EMIRATES"]);
  assert.deepEqual(breakName("Persian Gulf", { italic: true }), ["Persian", "Gulf"]);
  assert.deepEqual(breakName("Deir ez-Zor city", {}), ["Deir ez-Zor city"]);
  assert.deepEqual(breakName("SAUDI ARABIA", { caps: true }), ["SAUDI", "ARABIA"]);
  assert.deepEqual(breakName("NEW LANDS", { caps: true }), ["NEW LANDS"]);
});
