// What holds the scripts does find what it is to find: a fault of each kind is planted.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = mkdtempSync(`${ROOT}tests/planted-`);
after(() => rmSync(FOLDER, { recursive: true }));

/**
 * Runs a tool of node_modules and gives what it says.
 * @param {string} tool
 * @param {string[]} options
 */
function run(tool, ...options) {
  const { stdout, stderr } = spawnSync(`node_modules/.bin/${tool}`, options, { cwd: ROOT, encoding: "utf8" });
  return stdout + stderr;
}

/**
 * Plants scripts by their names.
 * @param {Record<string, string>} scripts
 */
function plant(scripts) {
  for (const [name, code] of Object.entries(scripts)) writeFileSync(`${FOLDER}/${name}.js`, code);
}

test("Biome finds a long function, a tangled one, a forgotten name and one that is not there", () => {
  plant({
    long: `export function act(n) {\n${"  n.go();\n".repeat(61)}}\n`,
    tangled: `export function act(b, go) {\n${"for (const a of b) if (a) ".repeat(4)}go(a);\n}\n`,
    unused: "export const act = () => {\n  const unused = 1;\n};\n",
    undeclared: "export const act = () => dateline.draw();\n",
    good: "export const act = (n) => n + 1;\n",
  });
  const said = run("biome", "lint", "--error-on-warnings", "--max-diagnostics=100", FOLDER);
  assert.match(said, /long\.js:\S* lint\/complexity\/noExcessiveLinesPerFunction/);
  assert.match(said, /tangled\.js:\S* lint\/complexity\/noExcessiveCognitiveComplexity/);
  assert.match(said, /unused\.js:\S* lint\/correctness\/noUnusedVariables/);
  assert.match(said, /undeclared\.js:\S* lint\/correctness\/noUndeclaredVariables/);
  assert.doesNotMatch(said, /good\.js/);
});

test("tsc finds a parameter without a type, and a value that may be missing", () => {
  const include = ["un*.js", "missing.js", "right.js"];
  writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify({ extends: `${ROOT}tsconfig.json`, include }));
  plant({
    untyped: "export const act = (n) => n;\n",
    missing: 'export const act = () => document.querySelector("p").textContent;\n',
    right: 'export const act = () => document.querySelector("p")?.textContent;\n',
  });
  const said = run("tsc", "-p", FOLDER);
  assert.match(said, /untyped\.js\S* error TS7006/);
  assert.match(said, /missing\.js\S* error TS(2531|18047)/);
  assert.doesNotMatch(said, /right\.js/);
});
