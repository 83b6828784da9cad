// The door asks for all modules at once, so it has to know them all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const DOOR = new URL("../../../../dashboard/map/frame/door.js", import.meta.url);

/** @param {URL} from */
function listImports(from) {
  const code = readFileSync(from, "utf8");
  return [...code.matchAll(/^(?:import|export) [^;]*?"(\.[^"]+)";/gm)].map(([, name]) => new URL(name, from).href);
}

/**
 * Follows the imports of a module.
 * @param {URL} entry
 */
function followImports(entry) {
  const found = new Set([entry.href]);
  for (const module of found) for (const name of listImports(new URL(module))) found.add(name);
  return [...found].sort();
}

/** @param {string} code */
function listAsked(code) {
  const list = /const MODULES = \[([^\]]*)\]/.exec(code)?.[1] ?? "";
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => new URL(name, DOOR).href).sort();
}

test("the door asks for the modules that the map imports, for all and for no others", () => {
  const needed = followImports(new URL("map.js", DOOR));
  assert.ok(needed.length > 20);
  assert.deepEqual(listAsked(readFileSync(DOOR, "utf8")), needed);
});

test("a module that was forgotten, or is needed no more, is found", () => {
  const code = readFileSync(DOOR, "utf8");
  const needed = followImports(new URL("map.js", DOOR));
  assert.notDeepEqual(listAsked(code.replace('"../circles/marks.js",', "")), needed);
  assert.notDeepEqual(listAsked(code.replace('"map.js",', '"map.js", "old.js",')), needed);
});
