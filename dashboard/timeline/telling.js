// Who hears of the window: the map's frame at every frame of the screen, the server when the hand rests.
import { toIso } from "./days.js";

/** @import { Basis, ScrubberAnswer } from "../contract/contract.d.ts" */
/** @import { Standing } from "./figures.js" */

/**
 * What the map's frame offers the page. This is the one place where scripts of two frames meet; all else between page
 * and map goes through the server.
 *
 * @typedef {object} MapSeam
 * @property {(start: number, end: number, basis: Basis) => void} [setWindow] shows a window; days from 1970-01-01
 */

const MAP_FRAME = 'iframe[title^="streamlit_folium"], .st-key-map iframe';
// While it plays, the server hears of the window no more often than this.
const PACE_MS = 1000;

/** The map, which follows the window as it moves. */
export class MapFollower {
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #told = "";

  /**
   * Show a window on the map.
   *
   * @param {Standing} standing
   */
  tell({ figures, basis, days }) {
    const { start, end } = figures.date(days);
    const told = `${start} ${end} ${basis}`;
    if (told === this.#told) return;
    this.#told = told;
    if (!this.#frame?.isConnected) this.#frame = document.querySelector(MAP_FRAME);
    try {
      const map = /** @type {(Window & { dateline?: MapSeam }) | null} */ (this.#frame?.contentWindow ?? null);
      map?.dateline?.setWindow?.(start, end, basis);
    } catch (error) {
      // A frame of another origin, or a map that is just being opened: it draws the window it is sent by the server.
      if (!(error instanceof DOMException)) throw error;
    }
    window.dispatchEvent(new CustomEvent("dateline:window", { detail: { start, end, basis } }));
  }
}

/** The server, which is told a window once a hand has let go of it. */
export class ServerTeller {
  #send;
  #now;
  #onSent;
  /** @type {string[]} what it was told and has not repeated yet */
  #unheard = [];
  #said = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #sentAt = Number.NEGATIVE_INFINITY;

  /**
   * @param {(told: ScrubberAnswer) => void} send
   * @param {() => ScrubberAnswer} now what there is to be told
   * @param {() => void} onSent
   */
  constructor(send, now, onSent) {
    this.#send = send;
    this.#now = now;
    this.#onSent = onSent;
  }

  /** Whether something is still to be told. */
  get isWaiting() {
    return this.#resting !== undefined;
  }

  /**
   * Take another way to the server, as each run of the page gives one.
   *
   * @param {(told: ScrubberAnswer) => void} send
   */
  reach(send) {
    this.#send = send;
  }

  /**
   * Hear what the server says, and tell whether that is its own. It repeats what it was told, one run after the other.
   *
   * @param {ScrubberAnswer} told
   */
  hear(told) {
    const said = nameWindow(told);
    const echo = this.#unheard.indexOf(said);
    const isOwn = echo < 0 && said !== this.#said;
    this.#unheard.splice(0, echo + 1);
    this.#said = said;
    return isOwn;
  }

  /** Expect no more repeating of what was told so far. */
  forget() {
    this.#unheard = [];
  }

  /**
   * Tell after some milliseconds in which nothing else is to be told.
   *
   * @param {number} rest 0 for at once
   */
  settle(rest) {
    this.hold();
    if (rest) this.#resting = setTimeout(() => this.#commit(), rest);
    else this.#commit();
  }

  /** Tell at a pace: the first step after a pause of the server at once, the others when their second is over. */
  settlePaced() {
    if (!this.isWaiting) this.settle(Math.max(0, PACE_MS - (performance.now() - this.#sentAt)));
  }

  /** Tell nothing of what is still waiting. */
  hold() {
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  #commit() {
    this.hold();
    const now = this.#now();
    const name = nameWindow(now);
    if (name === (this.#unheard.at(-1) ?? this.#said)) return;
    this.#unheard.push(name);
    this.#sentAt = performance.now();
    this.#send(now);
    this.#onSent();
  }
}

/**
 * Write a window as it leaves for the server.
 *
 * @param {Standing} standing
 * @returns {ScrubberAnswer}
 */
export function toTold({ figures, basis, days }) {
  const { start, end } = figures.date(days);
  return { start: toIso(start), end: toIso(end), basis };
}

/**
 * Name a window, to tell it from others.
 *
 * @param {ScrubberAnswer} told
 */
export const nameWindow = ({ start, end, basis }) => `${start} ${end} ${basis}`;
