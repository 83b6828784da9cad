// The time control: draws the histogram, moves the window, tells the map at every frame and the server when the hand
// lets go. Days are counted from the first one of the data; only what leaves the control has real dates.

import { Figures, nameFigures } from "./figures.js";
import { Player } from "./play.js";
import { Dragging, gripOf, stepOf } from "./plot/dragging.js";
import { find, Plot } from "./plot/drawing.js";
import { Labels, sayBar } from "./saying.js";
import { MapFollower, nameWindow, ServerTeller, toTold } from "./telling.js";
import { Choices, Fields, sayEnd, understand } from "./typing.js";

/** @import { Basis, ScrubberAnswer, ScrubberMessage } from "../contract/contract.d.ts" */
/** @import { Grip, Preset, Standing, Stretch } from "./figures.js" */
/** @import { End } from "./typing.js" */

/**
 * What Streamlit gives the script of a component with every run.
 *
 * @typedef {object} Component
 * @property {ScrubberMessage} data
 * @property {ParentNode} parentElement
 * @property {(name: "window", told: ScrubberAnswer) => void} setTriggerValue
 */

const KEY_REST_MS = 250;
/** @type {WeakMap<HTMLElement, Control>} */
const CONTROLS = new WeakMap();

/** The window: where it is, and what follows when it moves. */
class Control {
  /** @type {Standing} */
  #standing;
  #figuresName;
  /** @type {Stretch} where the window is drawn; elsewhere than it is only while it glides */
  #shown;
  #said = "";
  #frame = 0;
  #plot;
  #labels;
  #fields;
  #choices;
  #player;
  #dragging;
  #map = new MapFollower();
  #server;
  #end = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {ScrubberMessage} message
   * @param {(told: ScrubberAnswer) => void} send
   */
  constructor(root, message, send) {
    const [start, end] = message.window;
    const { words, basis } = message;
    this.#standing = { words, basis, figures: new Figures(message), days: { start, end } };
    this.#shown = this.#standing.days;
    this.#figuresName = nameFigures(message);
    this.#plot = new Plot(root);
    this.#labels = new Labels(root);
    this.#fields = new Fields(root);
    this.#choices = new Choices(root);
    this.#server = new ServerTeller(
      send,
      () => toTold(this.#standing),
      () => this.#announce(),
    );
    this.#player = this.#makePlayer();
    this.#dragging = this.#makeDragging(root);
    this.#labels.setWords(words);
    this.#player.label();
    this.#server.hear(toTold(this.#standing));
    this.#draw();
    const unwatch = this.#plot.watch(() => this.#draw());
    this.#end.signal.addEventListener("abort", unwatch);
    this.#listen(root);
  }

  stop() {
    this.#player.pause();
    this.#server.hold();
    window.cancelAnimationFrame(this.#frame);
    this.#end.abort();
  }

  // What the server says

  /**
   * @param {ScrubberMessage} message
   * @param {(told: ScrubberAnswer) => void} send
   */
  take(message, send) {
    this.#server.reach(send);
    this.#standing = { ...this.#standing, words: message.words };
    const name = nameFigures(message);
    const isNew = name !== this.#figuresName;
    if (isNew) {
      this.#figuresName = name;
      this.#takeFigures(new Figures(message));
    }
    this.#takeWindow(message);
    if (isNew) this.#draw();
  }

  /**
   * The window keeps its days, though the first one of the data may be another now.
   *
   * @param {Figures} figures
   */
  #takeFigures(figures) {
    const { start, end } = this.#standing.figures.date(this.#standing.days);
    const days = figures.clip({ start: start - figures.epoch, end: end - figures.epoch });
    this.#standing = { ...this.#standing, figures, days };
    this.#shown = days;
    this.#said = "";
  }

  /**
   * Only what the server says of itself moves the window, and never under a hand.
   *
   * @param {ScrubberMessage} message
   */
  #takeWindow({ window: [start, end], basis }) {
    const given = { ...this.#standing, basis, days: { start, end } };
    const isOwn = this.#server.hear(toTold(given));
    if (!isOwn || this.#isBusy()) {
      this.#render();
      return;
    }
    this.#server.forget();
    this.#standing = given;
    this.#shown = given.days;
    this.#draw();
  }

  #isBusy() {
    return this.#dragging.isHeld || this.#server.isWaiting || this.#player.isPlaying;
  }

  // What leaves the control

  /**
   * Move the window; the map follows in the next frame.
   *
   * @param {Stretch} days
   */
  #move(days) {
    this.#standing = { ...this.#standing, days };
    this.#shown = days;
    this.#ask();
  }

  #ask() {
    if (this.#frame) return;
    this.#frame = window.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#render();
      this.#map.tell(this.#standing);
    });
  }

  #announce() {
    if (!this.#player.isPlaying) this.#labels.announce(this.#standing);
  }

  // Drawing

  /** Draw everything that stays while the window moves. */
  #draw() {
    this.#plot.draw(this.#standing);
    this.#labels.setBasis(this.#standing.basis);
    this.#render();
  }

  /** Draw everything that moves with the window. */
  #render() {
    if (!this.#plot.isDrawn) return;
    this.#plot.place(this.#shown);
    const name = nameWindow(toTold(this.#standing));
    if (name === this.#said) return;
    this.#said = name;
    this.#labels.say(this.#standing);
    this.#fields.show((end) => sayEnd(this.#standing, end));
  }

  /** @param {PointerEvent | null} event */
  #point(event) {
    const bar = event && event.pointerType !== "touch" ? this.#plot.barAt(event.clientX) : undefined;
    if (!bar) {
      this.#plot.hideTip();
      return;
    }
    const { days, counts } = sayBar(this.#standing, bar);
    this.#plot.showTip(bar, days, counts);
  }

  // Moving

  #makePlayer() {
    return new Player({
      now: () => this.#standing,
      move: (days) => this.#move(days),
      show: (days) => {
        this.#shown = days;
        this.#render();
      },
      step: () => this.#server.settlePaced(),
      settle: () => this.#server.settle(0),
      label: (isPlaying, speed) => this.#labels.setPlay(this.#standing.words, isPlaying, speed),
    });
  }

  /** @param {HTMLElement} root */
  #makeDragging(root) {
    return new Dragging(find(root, ".plot", HTMLElement), this.#plot, {
      now: () => this.#standing,
      grab: () => {
        this.#player.pause();
        // What keys have left unsaid is said when this hand lets go.
        this.#server.hold();
      },
      move: (days) => this.#move(days),
      settle: () => this.#server.settle(0),
      point: (event) => this.#point(event),
    });
  }

  /**
   * @param {Grip} grip
   * @param {number} by
   */
  #nudge(grip, by) {
    this.#player.pause();
    this.#move(this.#standing.figures.pull(this.#standing.days, grip, by));
    this.#server.settle(KEY_REST_MS);
  }

  /** @param {Preset} preset */
  #choose(preset) {
    this.#player.pause();
    const { figures, basis, days } = this.#standing;
    this.#move(figures.choose(preset, basis, days));
    this.#server.settle(0);
  }

  /** @param {Basis} basis */
  #setBasis(basis) {
    this.#standing = { ...this.#standing, basis };
    this.#draw();
    this.#ask();
    this.#server.settle(0);
  }

  /**
   * @param {End} end
   * @param {string} typed
   */
  #takeTyped(end, typed) {
    const understood = understand(this.#standing, end, typed);
    this.#fields.blame(end, understood);
    if (!understood.days) return;
    this.#move(understood.days);
    this.#server.settle(0);
    this.#fields.write(end, sayEnd(this.#standing, end));
  }

  // Buttons and keys

  /** @param {HTMLElement} root */
  #listen(root) {
    const { signal } = this.#end;
    root.addEventListener("click", ({ target }) => this.#press(target), { signal });
    root.addEventListener("keydown", (event) => this.#key(event), { signal });
    root.addEventListener(
      "change",
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.type === "radio")
          this.#setBasis(/** @type {Basis} */ (target.value));
      },
      { signal },
    );
    this.#fields.listen((end, typed) => this.#takeTyped(end, typed), signal);
    this.#choices.listen(signal);
    this.#dragging.listen(signal);
    document.addEventListener("visibilitychange", () => document.hidden && this.#player.pause(), { signal });
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const { do: act, step, preset } = button.dataset;
    if (act === "play") this.#player.toggle();
    if (act === "speed") this.#player.quicken();
    if (act === "more") this.#choices.toggle();
    if (step) this.#nudge("band", Number(step));
    if (preset) this.#choose(/** @type {Preset} */ (preset));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key } = event;
    if (key === "Escape") this.#choices.close();
    const grip = gripOf(target);
    if (!grip || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = stepOf(key, event.shiftKey, grip, this.#standing);
    if (key === " ") this.#player.toggle();
    else if (by === null) return;
    else this.#nudge(grip, by);
    event.preventDefault();
    // Streamlit has shortcuts of its own on the page.
    event.stopPropagation();
  }
}

/** @param {Component} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = find(parentElement, ".scrubber", HTMLElement);
  /** @param {ScrubberAnswer} told */
  const send = (told) => setTriggerValue("window", told);
  const known = CONTROLS.get(root);
  const control = known ?? new Control(root, data, send);
  if (known) known.take(data, send);
  else CONTROLS.set(root, control);
  return () => control.stop();
}
