// Makes elements of the nodes that nodes.py builds. Every text is set with textContent and only the attributes named
// here are set, so nothing that a report says can become markup.

/** @import { Action, Do, Node as PlainNode } from "../contract/contract.d.ts" */

/** @typedef {(action: Action) => void} Act */

const TAGS = new Set("p span bdi h2 h3 h4 ul li small mark article button a input".split(" "));
// What is typed is told when the hand rests, not at every key.
const REST_MS = 160;

/**
 * Tell which element a node becomes.
 *
 * @param {PlainNode} node
 */
export const tagOf = ({ t }) => (TAGS.has(t) ? t : "span");

/**
 * Tell which attributes a node's element has; no others are ever set.
 *
 * @param {PlainNode} node
 * @returns {Record<string, string>}
 */
export function attributesOf(node) {
  /** @type {Record<string, string | undefined>} */
  const named = {
    class: node.c,
    dir: node.dir,
    title: node.title,
    "aria-label": node.label,
    "aria-expanded": node.expanded,
    "aria-pressed": node.pressed,
    "aria-current": node.current,
    "data-act": node.a && `${node.a.do}:${node.a.id}`,
    "data-key": node.key,
    "data-name": node.name,
    ...attributesOfKind(node),
  };
  const given = Object.entries(named).filter((pair) => pair[1]);
  return Object.fromEntries(/** @type {[string, string][]} */ (given));
}

/**
 * @param {PlainNode} node
 * @returns {Record<string, string | undefined>}
 */
function attributesOfKind({ t, a, href, label }) {
  if (t === "button") return { type: "button" };
  if (t === "article") return { tabindex: "-1" };
  if (t === "input")
    return { type: "search", placeholder: label, autocomplete: "off", spellcheck: "false", dir: "auto" };
  // A name in a text is a button too: a true one would not break across lines with its words.
  const choice = a ? { role: "button", tabindex: "0" } : {};
  // A report's address may hold any scheme; only the web's own are followed.
  if (t !== "a" || !/^https?:\/\//i.test(href ?? "")) return choice;
  return { ...choice, href, target: "_blank", rel: "noopener noreferrer nofollow" };
}

/**
 * Write a row of a long list as the node it stands for.
 *
 * @param {string[]} row id, name, note, number, and class where there is one
 * @param {Do} does what choosing it does
 * @returns {PlainNode}
 */
export function nodeOfRow([id, name, note, n, cls], does) {
  const who = {
    t: "span",
    c: "who",
    k: [
      { t: "bdi", x: name },
      { t: "small", x: note },
    ],
  };
  const kinds = cls ? `row ${cls}` : "row";
  return { t: "li", k: [{ t: "button", c: kinds, a: { do: does, id }, k: [who, { t: "span", c: "n", x: n }] }] };
}

/**
 * Make the element of a node, with all that is in it.
 *
 * @param {PlainNode} node
 * @param {Act} act is told what is chosen or typed
 */
export function makeElement(node, act) {
  const element = document.createElement(tagOf(node));
  for (const [name, value] of Object.entries(attributesOf(node))) element.setAttribute(name, value);
  if (node.x) element.textContent = node.x;
  if (element instanceof HTMLInputElement) tellTyped(element, node, act);
  else if (node.a) tellChosen(element, node.a, act);
  const { rows = [], do: does } = node;
  const made = does ? rows.map((row) => nodeOfRow(row, does)) : [];
  for (const child of [...made, ...(node.k ?? [])]) element.append(makeElement(child, act));
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {Action} action
 * @param {Act} act
 */
function tellChosen(element, action, act) {
  element.addEventListener("click", () => act(action));
  if (element.tagName === "BUTTON") return;
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(action);
  });
}

/**
 * @param {HTMLInputElement} field
 * @param {PlainNode} node
 * @param {Act} act
 */
function tellTyped(field, { value, a: action }, act) {
  field.value = value ?? "";
  if (!action) return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => act({ ...action, text: field.value }), REST_MS);
  });
}
