// What passes between the map's frame and the page around it.

/** @typedef {import("../../contract/contract.d.ts").Look} Look */
/** @typedef {import("../../contract/contract.d.ts").Scene} Scene */
/** @typedef {import("./window.d.ts").Shown} Shown */

const VIEW_REST_MS = 300;
// What the server says of a choice that a hand has just left is late, not new.
const LATE_MS = 2000;

/** What a hand has chosen, and when: by it an answer of the server that comes late is known. */
export class Echoes {
  /** @type {Map<string, number>} */
  #chosen = new Map();

  /**
   * Notes a choice of a hand.
   * @param {string} name
   * @param {number} now  In milliseconds.
   */
  note(name, now) {
    this.#chosen.set(name, now);
  }

  /**
   * Tells whether the server only repeats what a hand has chosen a moment ago.
   * @param {string} name
   * @param {number} now
   */
  isLate(name, now) {
    for (const [other, at] of this.#chosen) if (now - at > LATE_MS) this.#chosen.delete(other);
    return this.#chosen.has(name);
  }
}

/** The window and the look that are shown: of a hand, or of the page where it has come to others. */
export class Choices {
  /** @type {Shown | null} */
  shown = null;
  /** @type {Look} */
  look = { colour: "one", links: "no", ground: "own" };
  #windows = new Echoes();
  #looks = new Echoes();
  #lookTold = ""; // how the page has it

  /**
   * Takes the window of the page.
   * @param {Pick<Scene, "window" | "basis">} scene
   * @param {number} now  In milliseconds.
   */
  takeWindow({ window: [start, end], basis }, now) {
    const told = { start, end, basis };
    if (this.#windows.isLate(JSON.stringify(told), now) && this.shown) return;
    this.shown = told;
  }

  /**
   * Takes the look of the page, out of its address or by the browser's way back; tells whether it is a new one.
   * @param {Look} look
   * @param {number} now
   */
  takeLook(look, now) {
    const told = JSON.stringify(look);
    const isNew = !this.#looks.isLate(told, now) && told !== this.#lookTold;
    if (isNew) this.look = { ...look };
    this.#lookTold = told;
    return isNew;
  }

  /**
   * Takes the window of a hand.
   * @param {Shown} shown
   * @param {number} now
   */
  setWindow(shown, now) {
    this.shown = shown;
    this.#windows.note(JSON.stringify(shown), now);
  }

  /**
   * Takes what a hand has chosen; tells whether it is new.
   * @param {keyof Look} name
   * @param {string} value
   * @param {number} now
   */
  choose(name, value, now) {
    if (this.look[name] === value) return false;
    this.look = { ...this.look, [name]: value };
    this.#looks.note(JSON.stringify(this.look), now);
    return true;
  }
}

/** Tells the page what happens on the map. */
export class Page {
  #map;
  #choices;
  #events = 0;
  #rest = 0;
  #frame = Math.random().toString(36).slice(2, 10);

  /**
   * @param {L.Map} map
   * @param {Choices} choices
   */
  constructor(map, choices) {
    this.#map = map;
    this.#choices = choices;
  }

  /**
   * Tells of something at once, and with it of all that was to be told later.
   * @param {string | null} place  The place_id of what was picked.
   * @param {boolean} [hand]  Whether a hand did it.
   */
  tell(place, hand = true) {
    const centre = this.#map.getCenter();
    const seen = this.#map.getBounds();
    window.clearTimeout(this.#rest);
    this.#events += 1;
    window.Streamlit.setComponentValue({
      event: this.#events,
      frame: this.#frame,
      place,
      hand,
      at: [centre.lat, centre.lng, this.#map.getZoom()],
      bounds: [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()],
      look: this.#choices.look,
    });
  }

  /**
   * Tells where the map is once it has come to rest.
   * @param {boolean} hand
   */
  tellView(hand) {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.tell(null, hand), VIEW_REST_MS);
  }
}
