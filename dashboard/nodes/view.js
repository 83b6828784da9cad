// Shows nodes in a part of the page. What is scrolled, and who has the keyboard, stays as it was when they change.
import { makeElement } from "./elements.js";

/** @import { Action, Node as PlainNode, PanelMessage } from "../contract/contract.d.ts" */
/** @import { Act } from "./elements.js" */

/**
 * What Streamlit gives the script of a component with every run.
 *
 * @typedef {object} Component
 * @property {PanelMessage} data
 * @property {ShadowRoot} parentElement
 * @property {(name: "action", action: Action) => void} setTriggerValue
 */

/**
 * What a part of the page was told last, and the last goal that it reached.
 *
 * @typedef {{ told: string, subject: string, turn?: string | number }} Last
 */

/**
 * Where the keyboard was.
 *
 * @typedef {object} Keyboard
 * @property {HTMLElement} element
 * @property {(string | undefined)[]} acts what may have it now: the same button, what is open, the place it came from
 */

// j and k, or the arrows, go from card to card; Home and End to the first and the last.
/** @type {Record<string, number>} */
const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
/** @type {WeakMap<HTMLElement, Last>} */
const LAST = new WeakMap();

/**
 * Tell which card a key goes to; undefined where it is none of these keys.
 *
 * @param {string} key
 * @param {number} here which card has the keyboard; -1 for none
 * @param {number} cards how many there are
 */
export function cardAfter(key, here, cards) {
  if (key === "Home") return 0;
  if (key === "End") return Math.max(cards - 1, 0);
  return Object.hasOwn(STEPS, key) ? Math.max(here + STEPS[key], 0) : undefined;
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 */
function walk(event, box) {
  const { target } = event;
  if (!(target instanceof Element) || target.tagName === "INPUT") return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = listAll(box, "[data-key]").find((button) => button.dataset.key === event.key);
  if (step) {
    step.click();
    return;
  }
  const cards = listAll(box, "article");
  const here = cards.findIndex((one) => one.contains(target));
  const goal = cardAfter(event.key, here, cards.length);
  const card = goal === undefined ? undefined : cards[goal];
  if (!card) return;
  event.preventDefault();
  event.stopPropagation();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/**
 * @param {HTMLElement} box
 * @param {PanelMessage} message
 */
function describe(box, { nodes, live, label }) {
  if (live) box.setAttribute("aria-live", "polite");
  if (!label) return;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", label);
  box.tabIndex = nodes.some(({ t }) => t === "article") ? 0 : -1;
}

/**
 * @param {HTMLElement} box
 * @param {PlainNode[]} nodes
 * @param {Act} act
 */
function replace(box, nodes, act) {
  const scrolled = listAll(box, "ul.whole").map((list) => list.scrollTop);
  box.replaceChildren(...nodes.map((node) => makeElement(node, act)));
  listAll(box, "ul.whole").forEach((list, at) => {
    list.scrollTo(0, scrolled[at] ?? 0);
  });
}

/**
 * Tell where the keyboard is; null where that is elsewhere.
 *
 * @param {HTMLElement} box
 * @param {Element | null} element
 * @param {string | undefined} subject
 * @returns {Keyboard | null}
 */
function noteKeyboard(box, element, subject) {
  if (!(element instanceof HTMLElement) || !box.contains(element)) return null;
  const opened = listAll(box, ".fold[aria-expanded=true]")[0]?.dataset.act;
  return { element, acts: [element.dataset.act, opened, `place:${subject}`] };
}

/**
 * The keyboard stays where it was: on the same button, at the row it came from, or at the head of what it opened.
 *
 * @param {HTMLElement} box
 * @param {Keyboard} before
 */
function keepKeyboard(box, { element, acts }) {
  const buttons = listAll(box, "[data-act]");
  const same = buttons.find((button) => acts.includes(button.dataset.act));
  if (element.tagName === "INPUT" && same) {
    // The field itself stays, with what was typed while the answer was on its way.
    same.replaceWith(element);
    element.focus({ preventScroll: true });
    return;
  }
  const target = same ?? listAll(box, "h2")[0] ?? buttons[0];
  if (!target) return;
  if (!same) target.tabIndex = -1;
  target.focus({ preventScroll: !same });
}

/** @param {HTMLElement} goal */
function reach(goal) {
  goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView({ block: goal.tagName === "ARTICLE" ? "center" : "start" });
}

/**
 * @param {HTMLElement} box
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const listAll = (box, selector) => [...box.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);

/** @param {Component} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".panel");
  if (!(box instanceof HTMLElement)) throw new Error("There is nothing to show nodes in.");
  const last = LAST.get(box);
  const told = JSON.stringify(data);
  if (last?.told === told) return;
  const keyboard = noteKeyboard(box, parentElement.activeElement ?? document.activeElement, last?.subject);
  box.onkeydown = (event) => walk(event, box);
  describe(box, data);
  replace(box, data.nodes, (action) => setTriggerValue("action", action));
  if (last && last.subject !== data.subject) parentElement.host.closest(".st-key-panel")?.scrollTo(0, 0);
  const [name, turn] = data.goal;
  const isNew = name && last?.turn !== turn;
  const goal = isNew ? listAll(box, "[data-name]").find((one) => one.dataset.name === name) : undefined;
  LAST.set(box, { told, subject: data.subject, turn: goal ? turn : last?.turn });
  if (goal) reach(goal);
  else if (keyboard) keepKeyboard(box, keyboard);
}
