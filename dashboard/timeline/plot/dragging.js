// Hands and arrow keys on the window.
/** @import { Grip, Standing, Stretch } from "../figures.js" */

/**
 * What can be taken hold of.
 *
 * @typedef {object} Held
 * @property {() => Standing} now
 * @property {() => void} grab is called when a hand takes hold
 * @property {(days: Stretch) => void} move moves the window while the hand holds it
 * @property {() => void} settle is called when the hand has let go
 * @property {(event: PointerEvent | null) => void} point is told where a hand points that holds nothing
 */

/**
 * How the plot answers what lies where.
 *
 * @typedef {object} Measure
 * @property {(clientX: number) => number} dayAt
 * @property {(px: number) => number} daysOf
 */

/**
 * A hold: where the window was before all, and since the hand took it at `x`.
 *
 * @typedef {object} Hold
 * @property {number} id of the pointer
 * @property {number} x
 * @property {Stretch} before
 * @property {Stretch} from
 * @property {Grip | null} grip null where the ground beside the window was touched
 */

// A hand that only touches moves by less.
const TOUCH_PX = 4;
/** @type {Record<string, number>} */
const ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };

/**
 * Tell by how many days a key moves what it is pressed on; null where it moves nothing.
 *
 * @param {string} key
 * @param {boolean} isShifted with Shift an arrow goes a week
 * @param {Grip} grip
 * @param {Standing} standing
 */
export function stepOf(key, isShifted, grip, { figures, days: { start, end } }) {
  const { whole } = figures;
  // How far it is to either end; the window's own are as far as a handle goes.
  if (key === "Home") return grip === "end" ? start - end : whole.start - start;
  if (key === "End") return grip === "start" ? end - start : whole.end - end;
  if (!Object.hasOwn(ARROWS, key)) return null;
  return ARROWS[key] * (isShifted && key.startsWith("Arrow") ? 7 : 1);
}

/**
 * Tell which handle an element is; null for none.
 *
 * @param {EventTarget | null} target
 */
export function gripOf(target) {
  const handle = target instanceof Element ? target.closest("[data-grip]") : null;
  return handle instanceof HTMLElement ? /** @type {Grip} */ (handle.dataset.grip) : null;
}

/** What a pointer does to the window. */
export class Dragging {
  #plot;
  #measure;
  #held;
  /** @type {Hold | null} */
  #hold = null;

  /**
   * @param {HTMLElement} plot
   * @param {Measure} measure
   * @param {Held} held
   */
  constructor(plot, measure, held) {
    this.#plot = plot;
    this.#measure = measure;
    this.#held = held;
  }

  get isHeld() {
    return this.#hold !== null;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.#plot.addEventListener("pointerdown", (event) => this.#grab(event), { signal });
    this.#plot.addEventListener("pointermove", (event) => this.#follow(event), { signal });
    this.#plot.addEventListener("pointerup", (event) => this.#letGo(event), { signal });
    this.#plot.addEventListener("pointercancel", () => this.#loseGrip(), { signal });
    this.#plot.addEventListener("lostpointercapture", () => this.#loseGrip(), { signal });
    this.#plot.addEventListener("pointerleave", () => this.#held.point(null), { signal });
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button || this.#hold) return;
    this.#held.grab();
    const { days } = this.#held.now();
    this.#hold = { id: event.pointerId, x: event.clientX, before: days, from: days, grip: gripOf(event.target) };
    this.#plot.setPointerCapture(event.pointerId);
    this.#held.point(null);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const hold = this.#hold;
    if (!hold) {
      this.#held.point(event);
      return;
    }
    if (event.pointerId !== hold.id) return;
    if (!hold.grip && Math.abs(event.clientX - hold.x) > TOUCH_PX) this.#centre(hold, event);
    if (!hold.grip) return;
    const by = this.#measure.daysOf(event.clientX - hold.x);
    this.#held.move(this.#held.now().figures.pull(hold.from, hold.grip, by));
  }

  /**
   * Beside the window the ground was touched: the window comes to the hand.
   *
   * @param {Hold} hold
   * @param {PointerEvent} event
   */
  #centre(hold, event) {
    const { figures, days } = this.#held.now();
    const from = figures.shift(
      days,
      Math.round(this.#measure.dayAt(event.clientX) - 0.5 - (days.start + days.end) / 2),
    );
    this.#held.move(from);
    Object.assign(hold, { grip: "band", from, x: event.clientX });
  }

  /** @param {PointerEvent} event */
  #letGo(event) {
    const hold = this.#hold;
    if (!hold || event.pointerId !== hold.id) return;
    if (!hold.grip) this.#centre(hold, event);
    this.#hold = null;
    this.#held.settle();
  }

  // The browser took the finger away to scroll the page: nothing was meant.
  #loseGrip() {
    if (!this.#hold) return;
    const { before } = this.#hold;
    this.#hold = null;
    this.#held.move(before);
    this.#held.settle();
  }
}
