// The first and the last day as they are typed, and what they lie in with all else that can be chosen.
import { fill, numberDate, numberMonth, partsOf, sayDays } from "./days.js";
import { find } from "./plot/drawing.js";

/** @import { ScrubberWords } from "../contract/contract.d.ts" */
/** @import { Standing, Stretch } from "./figures.js" */

/** @typedef {"start" | "end"} End */

/**
 * What was understood of a typed day: where the window is to be, and what is said about it; the day is wrong where
 * there is a fault and no window.
 *
 * @typedef {{ days: Stretch | null, fault: string }} Understood
 */

/**
 * Year, month from 0, and day as they were typed; year or day undefined where it was left out.
 *
 * @typedef {[year: number | undefined, month: number, day: number | undefined]} TypedDate
 */

/**
 * Read the day that was typed; null where it is none. A month stands for its first or its last day; a date without a
 * year is the one nearest to where the window is.
 *
 * @param {ScrubberWords} words
 * @param {string} typed
 * @param {End} end
 * @param {number} near
 */
export function readDay(words, typed, end, near) {
  const [year, month, day] = readParts(words, typed.normalize("NFKC").trim().toLowerCase()) ?? [0, -1, 0];
  if (month < 0 || month > 11) return null;
  const around = partsOf(near).y;
  const years = year === undefined ? [around, around - 1, around + 1] : [year];
  const days = years.map((y) => {
    if (day !== undefined) return numberDate(y, month, day);
    return end === "end" ? numberMonth(y, month + 1) - 1 : numberMonth(y, month);
  });
  const real = days.filter((one) => one !== null);
  return real.length ? real.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a)) : null;
}

/**
 * @param {ScrubberWords} words
 * @param {string} text
 * @returns {TypedDate | null}
 */
function readParts(words, text) {
  const yearFirst = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]) - 1, readNumber(yearFirst[3])];
  const dayFirst = /^(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2})?)?$/.exec(text);
  if (dayFirst) return [readYear(dayFirst[3]), Number(dayFirst[2]) - 1, Number(dayFirst[1])];
  return readInWords(words, text.match(/\d+|\p{L}+/gu) ?? []);
}

/**
 * @param {ScrubberWords} words
 * @param {string[]} tokens
 * @returns {TypedDate | null}
 */
function readInWords(words, tokens) {
  const month = tokens.map((token) => findMonth(words, token)).find((m) => m >= 0);
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  if (month === undefined || numbers.length > 2) return null;
  const year = numbers.find((number) => number.length === 4);
  const rest = numbers.filter((number) => number !== year);
  if (rest.length === 2) return [readYear(rest[1]), month, Number(rest[0])];
  return [readNumber(year), month, readNumber(rest[0])];
}

/**
 * @param {ScrubberWords} words
 * @param {string} text
 */
function findMonth(words, text) {
  if (text.length < 3) return -1;
  const lists = [words.months, words.months_short];
  return Math.max(...lists.map((names) => names.findIndex((name) => name.toLowerCase().startsWith(text))));
}

/** @param {string | undefined} text */
const readNumber = (text) => (text ? Number(text) : undefined);

/** @param {string | undefined} text */
const readYear = (text) => (text ? Number(text) + (text.length === 2 ? 2000 : 0) : undefined);

/**
 * Understand what was typed for one end of the window. The end that is typed holds; the other gives way.
 *
 * @param {Standing} standing
 * @param {End} end
 * @param {string} typed
 * @returns {Understood}
 */
export function understand(standing, end, typed) {
  const { words, figures, days: now } = standing;
  if (typed.trim() === sayEnd(standing, end)) return { days: null, fault: "" };
  const read = readDay(words, typed, end, figures.epoch + Math.floor((now.start + now.end) / 2));
  if (read === null) return { days: null, fault: fill(words.bad_date, { value: typed.slice(0, 40) }) };
  const wanted = read - figures.epoch;
  const { start: day } = figures.clip({ start: wanted, end: wanted });
  const days =
    end === "end" ? { start: Math.min(now.start, day), end: day } : { start: day, end: Math.max(now.end, day) };
  if (day === wanted) return { days, fault: "" };
  const { start: first, end: last } = figures.date(figures.whole);
  const limits = {
    first: sayDays(words, { start: first, end: first }),
    last: sayDays(words, { start: last, end: last }),
  };
  return { days, fault: fill(words.outside, limits) };
}

/**
 * Say one end of a window as it stands in its field.
 *
 * @param {Standing} standing
 * @param {End} end
 */
export function sayEnd({ words, figures, days }, end) {
  const day = figures.epoch + days[end];
  return sayDays(words, { start: day, end: day }, true);
}

/** The two fields, and what is said about a day that is none. */
export class Fields {
  #fields;
  #fault;
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#fields = {
      start: find(root, "[data-date=start]", HTMLInputElement),
      end: find(root, "[data-date=end]", HTMLInputElement),
    };
    this.#fault = find(root, ".fault", HTMLElement);
  }

  /**
   * Hand on what was typed, when a field is left or Enter is pressed.
   *
   * @param {(end: End, typed: string) => void} act
   * @param {AbortSignal} signal
   */
  listen(act, signal) {
    for (const end of /** @type {End[]} */ (["start", "end"])) {
      const field = this.#fields[end];
      field.addEventListener("blur", () => act(end, field.value), { signal });
      field.addEventListener("keydown", ({ key }) => key === "Enter" && act(end, field.value), { signal });
    }
  }

  /**
   * Show a window's first and last day, but not where somebody is typing.
   *
   * @param {(end: End) => string} say
   */
  show(say) {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.#root.getRootNode());
    for (const end of /** @type {End[]} */ (["start", "end"])) {
      const field = this.#fields[end];
      if (activeElement !== field) field.value = say(end);
    }
  }

  /**
   * Write a day into a field.
   *
   * @param {End} end
   * @param {string} text
   */
  write(end, text) {
    this.#fields[end].value = text;
  }

  /**
   * Say what is wrong with a day, or nothing.
   *
   * @param {End} end
   * @param {Understood} understood
   */
  blame(end, { days, fault }) {
    this.#fault.textContent = fault;
    this.#fault.hidden = !fault;
    for (const field of Object.values(this.#fields)) field.removeAttribute("aria-invalid");
    if (fault && !days) this.#fields[end].setAttribute("aria-invalid", "true");
  }
}

/** What is behind a button where there is no room for it. */
export class Choices {
  #root;
  #choices;
  #more;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#choices = find(root, ".choices", HTMLElement);
    this.#more = find(root, "[data-do=more]", HTMLElement);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const shutOutside = (/** @type {Event} */ event) => {
      if (!event.composedPath().includes(this.#root)) this.#open(false);
    };
    const shutBehind = (/** @type {FocusEvent} */ { relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#root.contains(relatedTarget)) this.#open(false);
    };
    document.addEventListener("pointerdown", shutOutside, { signal });
    this.#choices.addEventListener("focusout", shutBehind, { signal });
  }

  get #isOpen() {
    return this.#choices.classList.contains("open");
  }

  toggle() {
    this.#open(!this.#isOpen);
  }

  /** Shut them by the keyboard, which goes back to their button. */
  close() {
    if (!this.#isOpen) return;
    this.#open(false);
    this.#more.focus();
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#choices.classList.toggle("open", isOpen);
    this.#more.setAttribute("aria-expanded", String(isOpen));
  }
}
