// A box to type in with a list under it. What is typed is asked when the hand rests. All texts by textContent.
import { OptionList } from "./options.js";

/** @import { SearchChoice, SearchMessage, SearchOption } from "../contract/contract.d.ts" */

/**
 * What the server is told: what was typed so far, or what was chosen.
 *
 * @typedef {object} Server
 * @property {(text: string) => void} ask
 * @property {(chosen: SearchChoice) => void} choose
 */

/**
 * What Streamlit gives the script of a component with every run.
 *
 * @typedef {object} Component
 * @property {SearchMessage} data
 * @property {ParentNode} parentElement
 * @property {(name: "asked", text: string) => void} setStateValue
 * @property {(name: "chosen", chosen: SearchChoice) => void} setTriggerValue
 */

const PAUSE_MS = 160;
// A press on an option takes the keyboard from the box before it chooses.
const BLUR_MS = 150;
/** @type {WeakMap<Element, SearchBox>} */
const BOXES = new WeakMap();

class SearchBox {
  #input = document.createElement("input");
  #clear = document.createElement("button");
  #list = document.createElement("ul");
  #options;
  /** @type {Server} */
  #server;
  /** @type {string | undefined} */
  #query;
  /** @type {string | undefined} */
  #asked;
  #told = "";
  /** Whether the first option is to be chosen as soon as those for the text are there. */
  #isAwaited = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {Element} box
   * @param {Server} server
   */
  constructor(box, server) {
    this.#server = server;
    this.#options = new OptionList(this.#input, this.#list, (option) => this.#choose(option));
    Object.assign(this.#input, { type: "text", autocomplete: "off", spellcheck: false, dir: "auto" });
    this.#input.setAttribute("role", "combobox");
    this.#input.setAttribute("aria-autocomplete", "list");
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.setAttribute("aria-controls", "search-options");
    Object.assign(this.#list, { id: "search-options", hidden: true });
    this.#list.setAttribute("role", "listbox");
    Object.assign(this.#clear, { type: "button", textContent: "×", hidden: true });
    this.#listen();
    box.replaceChildren(this.#input, this.#clear, this.#list);
  }

  #listen() {
    this.#input.addEventListener("input", () => this.#takeTyped());
    this.#input.addEventListener("keydown", (event) => this.#press(event));
    this.#input.addEventListener("blur", () => setTimeout(() => this.#options.open(false), BLUR_MS));
    this.#input.addEventListener("focus", () => this.#options.open(this.#input.value !== this.#query));
    this.#clear.addEventListener("click", () => {
      this.#input.value = "";
      this.#clear.hidden = true;
      this.#server.choose({ do: "words", id: "" });
      this.#input.focus();
    });
  }

  get #text() {
    return this.#input.value.trim();
  }

  /**
   * Take what a run of the page sends.
   *
   * @param {SearchMessage} message
   * @param {Server} server
   */
  take({ asked, options, query, longest, words }, server) {
    this.#server = server;
    this.#input.placeholder = words.hint;
    this.#input.maxLength = longest;
    for (const element of [this.#input, this.#list]) element.setAttribute("aria-label", words.label);
    this.#clear.setAttribute("aria-label", words.clear);
    if (this.#query !== query) this.#takeQuery(query);
    this.#asked = asked;
    const told = JSON.stringify(options);
    if (told === this.#told || asked !== this.#text) return;
    this.#told = told;
    this.#options.take(options);
    if (this.#isAwaited) {
      this.#isAwaited = false;
      this.#options.chooseMarked();
    }
  }

  /** @param {string} query */
  #takeQuery(query) {
    this.#query = query;
    if (!this.#input.matches(":focus") || !query) this.#input.value = query;
    this.#clear.hidden = !this.#input.value;
  }

  #takeTyped() {
    const text = this.#text;
    this.#isAwaited = false;
    this.#clear.hidden = !text;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#ask(text), PAUSE_MS);
  }

  /** @param {string} text */
  #ask(text) {
    if (!text) this.#options.open(false);
    this.#server.ask(text);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === "Escape") {
      if (!this.#options.isOpen) this.#input.value = this.#query ?? "";
      this.#options.open(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#options.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      this.#enter();
    }
  }

  #enter() {
    const text = this.#text;
    if (!text && this.#query) {
      this.#server.choose({ do: "words", id: "" });
      return;
    }
    if (text === this.#asked && this.#options.isOpen) {
      this.#options.chooseMarked();
      return;
    }
    // The list is still of what was typed before: chosen as soon as the right one is there.
    clearTimeout(this.#resting);
    this.#isAwaited = true;
    this.#ask(text);
    if (text === this.#asked) this.#options.draw();
  }

  /** @param {SearchOption} option */
  #choose(option) {
    if (option.do === "place") this.#input.value = this.#query ?? "";
    this.#clear.hidden = !this.#input.value;
    this.#server.choose({ do: option.do, id: option.id });
  }
}

/** @param {Component} component */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const box = parentElement.querySelector(".search");
  if (!box) throw new Error("There is nothing to put the search box in.");
  const server = {
    ask: (/** @type {string} */ text) => setStateValue("asked", text),
    choose: (/** @type {SearchChoice} */ chosen) => setTriggerValue("chosen", chosen),
  };
  const known = BOXES.get(box) ?? new SearchBox(box, server);
  BOXES.set(box, known);
  known.take(data, server);
}
