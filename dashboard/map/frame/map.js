// Shows the statements on the map, in the map's own frame: circles, shaded regions, names, legend.
// The numbers of any window are counted here, so that a dragged window is followed at once.
// Everything that comes from reports or gazetteers is set with textContent; no string of theirs is ever HTML.

import { APART_ZOOM } from "../../contract/constants.js";
import { countWindow, sumUp } from "../../counting/counts.js";
import { Circles } from "../circles/circles.js";
import { findAlone, listFound } from "../circles/found.js";
import { fetchOnce } from "../ground/fetched.js";
import { drawGround } from "../ground/ground.js";
import { Legend } from "../labels/legend.js";
import { Names } from "../labels/names.js";
import { groupTip, placeTip } from "../labels/tips.js";
import { Regions } from "../regions/regions.js";
import { Colouring } from "./colouring.js";
import { addControls, tellFailure } from "./controls.js";
import { Figures } from "./figures.js";
import { Choices, Page } from "./page.js";
import { Places } from "./places.js";
import { Together } from "./together.js";
import { View } from "./view.js";

/** @typedef {import("../../counting/counts.js").Counts} Counts */
/** @typedef {import("../regions/regions.js").Polygons} Polygons */
/** @typedef {import("../../contract/contract.d.ts").Basis} Basis */
/** @typedef {import("../../contract/contract.d.ts").Look} Look */
/** @typedef {import("../../contract/contract.d.ts").PlaceRows} PlaceRows */
/** @typedef {import("../../contract/contract.d.ts").Scene} Scene */

// Names and legend follow a dragged window more calmly than circles do.
const CALM_MS = 120;
const CIRCLES_PANE = "dateline-circles";

/**
 * Reads an answer as JSON.
 * @template T
 * @param {Response} answer
 * @returns {Promise<T>}
 */
const readJson = (answer) => answer.json();

export class StatementMap {
  #map;
  #ground;
  #choices = new Choices();
  #page;
  #view;
  #circles;
  #names;
  #regions;
  #figures;
  #colouring;
  #together;
  /** @type {Legend | null} */
  #legend = null;
  /** @type {Scene | null} */
  #scene = null;
  /** @type {Places | null} */
  #places = null;
  #placesOf = "";
  #regionsOf = "";
  #isOrdered = false;
  /**
   * Statements of the window shown, by row; null as long as nothing is drawn.
   * @type {Int32Array | null}
   */
  #n = null;
  #isDrawn = false;
  #calming = 0;
  /** @type {string | null} */
  #selected = null;

  /**
   * @param {L.Map} map
   * @param {import("../../contract/contract.d.ts").GroundScene} ground
   */
  constructor(map, ground) {
    this.#map = map;
    this.#ground = drawGround(map, ground);
    const pane = map.createPane(CIRCLES_PANE);
    pane.style.zIndex = "450";
    pane.style.pointerEvents = "none";
    this.#page = new Page(map, this.#choices);
    this.#circles = new Circles(map, CIRCLES_PANE, {
      onPick: (row) => this.#page.tell(this.#places?.ids[row] ?? null),
      onOpen: (rows) => this.#openGroup(rows),
      onRegroup: () => this.#explain(),
      tip: (mark) => this.#tipOf(mark),
    });
    this.#names = new Names(map, this.#circles);
    this.#regions = new Regions(map, {
      onPick: (id) => this.#page.tell(id),
      tip: (id, n) => placeTip({ name: this.#places?.nameOf(id) ?? "", n }, true, this.#told.words),
    });
    this.#view = new View(map, this.#page);
    const acts = { onLoad: () => this.#recount(), onFail: (/** @type {unknown} */ error) => this.#fail(error) };
    this.#figures = new Figures(acts);
    this.#colouring = new Colouring(this.#circles, this.#figures, acts);
    this.#together = new Together(this.#circles);
    this.#listen();
  }

  #listen() {
    this.#map.on("zoomend resize basemapready", () => this.#writeNames());
    this.#map.on("baselayerchange", (event) => {
      const { name } = /** @type {L.LayersControlEvent} */ (event);
      this.#choose("ground", this.#ground.keyOf(name) ?? "");
    });
    this.#map.on("moveend", () => {
      this.#writeNames();
      this.#view.tellMove();
    });
  }

  // What the page says

  /**
   * Draws a new state of the page.
   * @param {Scene} scene
   */
  draw(scene) {
    const isFirst = !this.#scene;
    this.#scene = scene;
    this.#figures.take(scene);
    this.#choices.takeWindow(scene, performance.now());
    if (this.#choices.takeLook(scene.look, performance.now())) this.#ground.choose(scene.look.ground);
    document.documentElement.dataset.theme = scene.theme;
    if (isFirst) this.#begin(scene);
    this.#view.measure();
    this.#view.fly(scene.flight);
    if (this.#placesOf !== scene.places) this.#loadPlaces(scene.places).catch((error) => this.#fail(error));
    if (this.#regionsOf !== scene.regions) this.#loadRegions(scene.regions).catch((error) => this.#fail(error));
    this.#recount();
    this.#bringIntoView(scene.selected);
  }

  /** @param {Scene} scene */
  #begin({ words }) {
    addControls(this.#map, words, () => this.#view.reset());
    this.#legend = new Legend(this.#map, words, {
      onChoose: (name, value) => this.#choose(name, value),
      onFold: () => this.#writeNames(),
    });
  }

  // What a hand does

  /**
   * Follows a dragged window.
   * @param {number} start  Days are numbered from 1970-01-01; both are included.
   * @param {number} end
   * @param {Basis} basis
   */
  setWindow(start, end, basis) {
    if (!this.#scene) return;
    this.#choices.setWindow({ start, end, basis }, performance.now());
    this.#recount();
  }

  /**
   * @param {keyof Look} name
   * @param {string} value
   */
  #choose(name, value) {
    if (!this.#choices.choose(name, value, performance.now())) return;
    this.#recount();
    this.#page.tell(null);
  }

  /**
   * Goes near enough for the places of a group to come apart, and no nearer: what is around them tells where they are.
   * @param {number[]} rows
   */
  #openGroup(rows) {
    const places = this.#places;
    if (!places) return;
    const bounds = L.latLngBounds(rows.map((row) => places.latLng(row)));
    const most = Math.min(this.#map.getBoundsZoom(bounds.pad(0.25)), APART_ZOOM);
    this.#view.goTo(bounds.getCenter(), this.#circles.findApart(rows, most));
  }

  // What is fetched

  /** @param {string} address */
  async #loadPlaces(address) {
    this.#placesOf = address;
    const rows = await fetchOnce(address, /** @type {typeof readJson<PlaceRows>} */ (readJson));
    if (this.#placesOf !== address) return;
    this.#places = new Places(rows);
    this.#isOrdered = false;
    this.#colouring.setPlaces(rows.ids.length);
    this.#circles.setPlaces(rows);
    this.#recount();
  }

  /** @param {string} address */
  async #loadRegions(address) {
    this.#regionsOf = address;
    const polygons = await fetchOnce(address, /** @type {typeof readJson<Polygons>} */ (readJson));
    if (this.#regionsOf !== address) return;
    this.#regions.setPolygons(polygons);
    this.#recount();
  }

  /** @param {unknown} error */
  #fail(error) {
    tellFailure(this.#map, this.#told.words.failed);
    throw error;
  }

  // What is drawn

  /** What the page told last. */
  get #told() {
    if (!this.#scene) throw new Error("The map was told nothing yet.");
    return this.#scene;
  }

  /** Draws the window; where its numbers are not here yet, what was drawn stays until they are. */
  #recount() {
    const [scene, places, { shown, look }] = [this.#scene, this.#places, this.#choices];
    if (!(scene && shown)) return;
    const counts = this.#figures.find(scene, shown, this.#isOrdered && look.colour !== "recency");
    if (!(counts && places)) return;
    countWindow(counts, shown.start, shown.end);
    const n = scene.uncertain ? counts.statements : counts.certain;
    this.#order(places, counts);
    this.#n = n;
    const chosen = places.circleOf(scene.selected);
    this.#circles.select(chosen);
    const rows = places.circles.filter((row) => n[row] || row === chosen);
    const coloured = { scene, colour: look.colour, shown, places, rows, counts, n };
    const { classes, colour } = this.#colouring.colour(coloured);
    this.#circles.show({ rows, n, certain: counts.certain, classes, colour, pxPerRoot: scene.px_per_root });
    const shaded = places.shades.filter((row) => n[row]);
    this.#regions.shade(new Map(shaded.map((row) => [places.ids[row], n[row]])), scene.selected);
    if (look.links === "yes" && chosen >= 0) this.#together.draw(scene, shown, places, chosen);
    else this.#together.clear();
    this.#calmDown();
  }

  /**
   * @param {Places} places
   * @param {Counts} counts
   */
  #order(places, counts) {
    if (this.#isOrdered) return;
    const { rows, sums } = places.order((row) => sumUp(counts, row));
    this.#circles.setOrder(rows, sums);
    this.#isOrdered = true;
  }

  #calmDown() {
    if (this.#calming) return;
    const write = () => {
      this.#calming = 0;
      this.#explain();
    };
    this.#calming = window.setTimeout(write, this.#isDrawn ? CALM_MS : 0);
    this.#isDrawn = true;
  }

  /** Draws the key, then the names, which keep off it; another zoom has other circles, and may have another scale. */
  #explain() {
    if (!this.#isDrawn) return;
    this.#drawLegend();
    this.#writeNames();
  }

  #drawLegend() {
    const [scene, places, circles, { look }] = [this.#scene, this.#places, this.#circles, this.#choices];
    if (!(scene && places)) return;
    const spots = circles.listSpots();
    this.#legend?.draw({
      most: spots.length ? circles.marks.n[spots[0].mark] : 0,
      pxPerRoot: circles.scale ?? scene.px_per_root,
      hasUncertain: spots.some(({ mark }) => !circles.marks.isCertain[mark]),
      hasGroups: circles.hasGroups,
      classes: this.#colouring.listClasses(scene, look.colour, places),
      edge: scene.colours.edge,
      canLink: places.circleOf(scene.selected) >= 0,
      breaks: this.#regions.breaks,
      look,
    });
  }

  #writeNames() {
    if (!(this.#scene && this.#places && this.#n)) return;
    this.#names.write(this.#places.names, this.#places.circleOf(this.#scene.selected));
  }

  /** @param {number} mark */
  #tipOf(mark) {
    const [circles, places, n, { words }] = [this.#circles, this.#places, this.#n, this.#told];
    const nameOf = (/** @type {number} */ row) => ({ name: places?.names[row] ?? "", n: n?.[row] ?? 0 });
    const { size, isCertain } = circles.marks;
    if (size[mark] < 2) return placeTip(nameOf(mark), Boolean(isCertain[mark]), words);
    const rows = circles.listRows(mark).map(nameOf);
    return groupTip(
      rows.sort((a, b) => b.n - a.n),
      words,
    );
  }

  /**
   * Brings a newly selected place into view, but for the one the page was opened with.
   * @param {string} id
   */
  #bringIntoView(id) {
    if (id === this.#selected) return;
    const isFirst = this.#selected === null;
    this.#selected = id;
    const row = this.#places?.circleOf(id) ?? -1;
    if (this.#places && row >= 0 && !isFirst) this.#view.bringIn(this.#places.latLng(row));
  }

  // What is found

  listCircles() {
    return this.#places && this.#n ? listFound(this.#circles, this.#places, this.#n) : [];
  }

  /** Tells how many places have a circle, and how many statements these are: cheap, however many there are. */
  countCircles() {
    const { rows } = this.#circles;
    return { places: rows.length, statements: rows.reduce((sum, row) => sum + (this.#n?.[row] ?? 0), 0) };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  circleAt(x, y) {
    return this.#places && findAlone(this.#circles, this.#places, x, y);
  }
}
