// The list under the search box: what can be chosen for what was typed, and what only tells.

/** @import { SearchOption } from "../contract/contract.d.ts" */

/**
 * Find the next option that can be chosen, going round; -1 where there is none.
 *
 * @param {SearchOption[]} options
 * @param {number} at
 * @param {number} by 1 or -1
 */
export function nextOption(options, at, by) {
  const open = options.flatMap((option, number) => (option.do ? [number] : []));
  const here = open.indexOf(at);
  return open.length ? open[(here + by + open.length) % open.length] : -1;
}

/** The list, as the ARIA pattern of a combobox has it: the keyboard stays in the box, one option is marked. */
export class OptionList {
  #box;
  #list;
  #onChoose;
  /** @type {SearchOption[]} */
  #options = [];
  #at = -1;

  /**
   * @param {HTMLInputElement} box
   * @param {HTMLUListElement} list
   * @param {(option: SearchOption) => void} onChoose
   */
  constructor(box, list, onChoose) {
    this.#box = box;
    this.#list = list;
    this.#onChoose = onChoose;
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  /**
   * Open or shut the list; an empty one stays shut.
   *
   * @param {boolean} isWanted
   */
  open(isWanted) {
    const isOpen = isWanted && this.#options.length > 0;
    this.#list.hidden = !isOpen;
    this.#box.setAttribute("aria-expanded", String(isOpen));
  }

  /**
   * Show other options.
   *
   * @param {SearchOption[]} options
   */
  take(options) {
    this.#options = options;
    this.draw();
  }

  /** Show the options anew, the first one that can be chosen marked. */
  draw() {
    this.#list.replaceChildren(...this.#options.map((option, at) => this.#makeItem(option, at)));
    this.#mark(this.#options.findIndex((option) => option.do));
    this.open(this.#box.matches(":focus"));
  }

  /**
   * @param {SearchOption} option
   * @param {number} at
   */
  #makeItem(option, at) {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const note = document.createElement("small");
    item.id = `search-option-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", String(!option.do));
    name.textContent = option.name;
    note.textContent = option.note;
    item.append(name, note);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.#choose(at);
    });
    return item;
  }

  /**
   * Mark the next option that can be chosen.
   *
   * @param {number} by 1 or -1
   */
  step(by) {
    const next = nextOption(this.#options, this.#at, by);
    if (next >= 0) this.#mark(next);
  }

  /** Choose the option that is marked. */
  chooseMarked() {
    this.#choose(this.#at);
  }

  /** @param {number} at */
  #choose(at) {
    const option = this.#options[at];
    if (!option?.do) return;
    this.open(false);
    this.#onChoose(option);
  }

  /** @param {number} at */
  #mark(at) {
    this.#at = at;
    for (const [number, item] of [...this.#list.children].entries()) {
      item.setAttribute("aria-selected", String(number === at));
    }
    if (at >= 0) this.#box.setAttribute("aria-activedescendant", `search-option-${at}`);
    else this.#box.removeAttribute("aria-activedescendant");
  }
}
