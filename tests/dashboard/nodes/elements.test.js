import assert from "node:assert/strict";
import { test } from "node:test";
import { attributesOf, nodeOfRow, tagOf } from "../../../dashboard/nodes/elements.js";

/** @import { Action, Node as PlainNode } from "../../../dashboard/contract/contract.d.ts" */

test("only tags that text is set in are made", () => {
  assert.equal(tagOf({ t: "article" }), "article");
  for (const t of ["script", "iframe", "img", "style", "object", "svg", "SPAN", "p onclick=x", ""]) {
    assert.equal(tagOf({ t }), "span", t);
  }
});

test("only the web's own addresses are followed", () => {
  const leads = ["https://a.example/", "http://a.example/", "HTTPS://a.example/"];
  for (const href of leads) {
    const given = { href, target: "_blank", rel: "noopener noreferrer nofollow" };
    assert.deepEqual(attributesOf({ t: "a", href }), given);
  }
  const hostile = ["javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "file:///etc", ""];
  for (const href of hostile) assert.deepEqual(attributesOf({ t: "a", href }), {}, href);
  assert.deepEqual(attributesOf({ t: "p", href: "https://a.example/" }), {});
});

test("no attribute is set but those that are named", () => {
  const hostile = /** @type {PlainNode} */ (
    /** @type {unknown} */ ({ t: "p", x: "said", onclick: "alert(1)", style: "x", srcdoc: "x", id: "x", src: "x" })
  );
  assert.deepEqual(attributesOf(hostile), {});
});

test("what is chosen can be reached by the keyboard", () => {
  /** @type {Action} */
  const a = { do: "place", id: "sy-hit" };
  assert.deepEqual(attributesOf({ t: "mark", a }), { "data-act": "place:sy-hit", role: "button", tabindex: "0" });
  assert.deepEqual(attributesOf({ t: "button", a, c: "row" }), {
    class: "row",
    "data-act": "place:sy-hit",
    type: "button",
  });
  assert.deepEqual(attributesOf({ t: "article", name: "s1", current: "true" }), {
    "aria-current": "true",
    "data-name": "s1",
    tabindex: "-1",
  });
});

test("a field says what it is for and lets its text run either way", () => {
  const field = attributesOf({ t: "input", label: "Find a source", value: "x", a: { do: "find", id: "source" } });
  assert.deepEqual(field, {
    "aria-label": "Find a source",
    "data-act": "find:source",
    type: "search",
    placeholder: "Find a source",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
  });
});

test("a button that opens or stays pressed says so", () => {
  assert.equal(attributesOf({ t: "button", expanded: "false" })["aria-expanded"], "false");
  assert.equal(attributesOf({ t: "button", pressed: "true" })["aria-pressed"], "true");
});

test("a row is a button with its name, where that is and how many", () => {
  const row = nodeOfRow(["sy-hit", "Hit", "Anbar, Iraq", "12", "uncertain"], "place");
  const [button] = row.k ?? [];
  assert.deepEqual([row.t, button.t, button.c], ["li", "button", "row uncertain"]);
  assert.deepEqual(button.a, { do: "place", id: "sy-hit" });
  assert.deepEqual(
    button.k?.[0].k?.map(({ x }) => x),
    ["Hit", "Anbar, Iraq"],
  );
  assert.deepEqual(button.k?.[1], { t: "span", c: "n", x: "12" });
  assert.equal(nodeOfRow(["a", "b", "", "1"], "place").k?.[0].c, "row");
});
