// Where the map looks: it goes where the page sends it, and stays where a hand has moved it.

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("../../contract/contract.d.ts").Flight} Flight */

const PADDING_PX = 12;
const CLOSEST_ZOOM = 11;

export class View {
  #map;
  #page;
  #calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  #flight = 0;
  /**
   * Where the map is until a hand moves it.
   * @type {Flight | null}
   */
  #home = null;
  /** @type {Flight | null} */
  #first = null;
  #isHome = false;
  #isTouched = false;

  /**
   * @param {L.Map} map
   * @param {Page} page
   */
  constructor(map, page) {
    this.#map = map;
    this.#page = page;
    const frame = map.getContainer();
    map.on("resize", () => this.#goHome());
    // Only what a hand does to the map goes into the URL; our own moves and resizes do not.
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      const touch = () => {
        this.#isTouched = true;
      };
      frame.addEventListener(kind, touch, { passive: true });
    }
    new ResizeObserver(() => this.measure()).observe(frame);
  }

  /** Lets the map take the size of its frame. */
  measure() {
    this.#map.invalidateSize({ animate: false, pan: false });
  }

  /**
   * Goes where the page wants it, once for each number.
   * @param {Flight} flight
   */
  fly(flight) {
    if (!flight || flight.number <= this.#flight) return;
    // A later flight was asked for, whatever a hand has done before.
    if (this.#flight) this.#isTouched = false;
    this.#flight = flight.number;
    this.#home = flight;
    this.#first ??= flight;
    this.#goHome();
  }

  /** Goes back to the first view. */
  reset() {
    // A zoom under way would end where it was going all the same.
    if (this.#map._animatingZoom) {
      this.#map.once("zoomend", () => this.reset());
      return;
    }
    this.#isTouched = false;
    this.#home = this.#first;
    this.#goHome();
    this.#page.tell(null);
  }

  /** Tells the page of a move, for its picture shows what the map does; bounds it has asked for itself it knows. */
  tellMove() {
    if (!this.#isTouched && this.#isHome && this.#home?.bounds) return;
    this.#page.tellView(this.#isTouched);
  }

  /**
   * Goes to a point from which others are seen as well.
   * @param {L.LatLng} centre
   * @param {number} zoom
   */
  goTo(centre, zoom) {
    this.#map.setView(centre, zoom, { animate: !this.#calm.matches });
  }

  /**
   * Moves a point into view where it is not seen.
   * @param {L.LatLng} at
   */
  bringIn(at) {
    if (this.#map.getBounds().contains(at)) return;
    this.#isHome = false;
    this.#map.panTo(at, { animate: !this.#calm.matches });
  }

  // The frame gets its size late, and a fit into no height is a fit into the world: until a hand has touched the map,
  // each new size is fitted anew.
  #goHome() {
    const home = this.#home;
    if (!home || this.#isTouched || !this.#map.getSize().y) return;
    this.#isHome = true;
    if (home.view) {
      this.#map.setView([home.view.lat, home.view.lon], home.view.zoom, { animate: false });
    } else if (home.bounds) {
      const [south, west, north, east] = home.bounds;
      const corners = L.latLngBounds([south, west], [north, east]);
      this.#map.fitBounds(corners, { animate: false, padding: [PADDING_PX, PADDING_PX], maxZoom: CLOSEST_ZOOM });
    }
  }
}
