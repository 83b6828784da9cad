// Says in words what the control does and where the window is. All words come from Python and are set as text.
import { fill, sayCount, sayDays, sayNumber } from "./days.js";
import { find } from "./plot/drawing.js";

/** @import { Basis, ScrubberWords } from "../contract/contract.d.ts" */
/** @import { Bar, Grip, Preset, Standing, Stretch } from "./figures.js" */

/** @type {Preset[]} */
const PRESETS = ["week", "month", "all"];
/** @type {Basis[]} */
const BASES = ["event", "publication"];

/**
 * Say some days of the data.
 *
 * @param {Standing} standing
 * @param {Stretch} days
 */
const sayThese = ({ words, figures }, days) => sayDays(words, figures.date(days));

/**
 * Say how many statements the window holds.
 *
 * @param {Standing} standing
 */
const countWindow = ({ words, figures, basis, days }) => sayCount(words, figures.countOver(basis, days));

/**
 * Say the window and how many statements it holds.
 *
 * @param {Standing} standing
 */
export const sayWindow = (standing) =>
  fill(standing.words.said, { window: sayThese(standing, standing.days), statements: countWindow(standing) });

/**
 * Say what a bar stands for: its days, and its statements with those of wider dates.
 *
 * @param {Standing} standing
 * @param {Bar} bar
 */
export function sayBar(standing, { from, to, n }) {
  const { words, figures, basis } = standing;
  const days = { start: from, end: to - 1 };
  const wider = figures.countOver(basis, days) - n;
  const counts = [sayCount(words, n)];
  if (wider) counts.push(fill(words.wider, { n: sayNumber(words, wider) }));
  return { days: sayThese(standing, days), counts: counts.join(" · ") };
}

/** All that is said on the control but what stands in its fields. */
export class Labels {
  #root;
  #window;
  #count;
  #status;
  #sliders;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#window = find(root, ".said b", HTMLElement);
    this.#count = find(root, ".said span", HTMLElement);
    this.#status = find(root, ".status", HTMLElement);
    this.#sliders = {
      start: find(root, ".hit.start", HTMLElement),
      band: find(root, ".hit.band", HTMLElement),
      end: find(root, ".hit.end", HTMLElement),
    };
  }

  /**
   * Set the words that never change.
   *
   * @param {ScrubberWords} words
   */
  setWords(words) {
    this.#root.setAttribute("aria-label", words.control);
    /** @type {[selector: string, text: string][]} */
    const names = [
      ["[data-do=more]", words.more],
      ['[data-step="-7"]', words.week_back],
      ['[data-step="-1"]', words.day_back],
      ['[data-step="1"]', words.day_on],
      ['[data-step="7"]', words.week_on],
      ["[data-date=start]", words.start],
      ["[data-date=end]", words.end],
      [".hit.start", words.start],
      [".hit.end", words.end],
      [".hit.band", words.band],
      [".presets", words.presets],
      [".basis", words.basis],
    ];
    for (const [selector, text] of names) name(find(this.#root, selector, HTMLElement), text);
    find(this.#root, ".to", HTMLElement).textContent = words.to;
    for (const preset of PRESETS) {
      const button = this.#presetOf(preset);
      button.textContent = words[`preset_${preset}`];
      button.title = words[`preset_${preset}_help`];
    }
    for (const basis of BASES) {
      const label = find(this.#root, `.basis label:has([value=${basis}])`, HTMLElement);
      find(label, "span", HTMLElement).textContent = words[`basis_${basis}`];
      label.title = words[`basis_${basis}_help`];
    }
  }

  /**
   * Say what the button plays or pauses, and how fast.
   *
   * @param {ScrubberWords} words
   * @param {boolean} isPlaying
   * @param {number} speed
   */
  setPlay(words, isPlaying, speed) {
    const play = find(this.#root, "[data-do=play]", HTMLElement);
    play.classList.toggle("playing", isPlaying);
    name(play, isPlaying ? words.pause : words.play);
    const quicken = find(this.#root, "[data-do=speed]", HTMLElement);
    quicken.textContent = fill(words.speed_short, { n: speed });
    name(quicken, fill(words.speed, { n: speed }));
  }

  /**
   * Show which dates count.
   *
   * @param {Basis} basis
   */
  setBasis(basis) {
    for (const each of BASES) find(this.#root, `[value=${each}]`, HTMLInputElement).checked = each === basis;
  }

  /**
   * Say where the window is.
   *
   * @param {Standing} standing
   */
  say(standing) {
    const { figures, basis, days } = standing;
    const { start, end } = days;
    const last = figures.whole.end;
    /** @param {number} day */
    const sayDay = (day) => sayThese(standing, { start: day, end: day });
    this.#window.textContent = sayThese(standing, days);
    this.#count.textContent = countWindow(standing);
    this.#setSlider("start", [0, end], start, sayDay(start));
    this.#setSlider("end", [start, last], end, sayDay(end));
    this.#setSlider("band", [0, last - (end - start)], start, sayWindow(standing));
    for (const preset of PRESETS) {
      const chosen = figures.choose(preset, basis, days);
      this.#presetOf(preset).setAttribute("aria-pressed", String(chosen.start === start && chosen.end === end));
    }
  }

  /**
   * Tell a screen reader the window that was set.
   *
   * @param {Standing} standing
   */
  announce(standing) {
    this.#status.textContent = sayWindow(standing);
  }

  /** @param {Preset} preset */
  #presetOf(preset) {
    return find(this.#root, `[data-preset=${preset}]`, HTMLElement);
  }

  /**
   * @param {Grip} grip
   * @param {[least: number, most: number]} limits
   * @param {number} now
   * @param {string} text
   */
  #setSlider(grip, [least, most], now, text) {
    const slider = this.#sliders[grip];
    slider.setAttribute("aria-valuemin", String(least));
    slider.setAttribute("aria-valuemax", String(most));
    slider.setAttribute("aria-valuenow", String(now));
    slider.setAttribute("aria-valuetext", text);
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function name(element, text) {
  element.setAttribute("aria-label", text);
  if (element.tagName === "BUTTON" || element.tagName === "INPUT") element.title = text;
}
