// What crosses between Python and the map's frame: what the frame is told, what it fetches, what it tells the page.

import type * as Leaflet from "leaflet";

export type Theme = "light" | "dark";
export type Basis = "event" | "publication";
export type Colour = "one" | "recency" | "kind" | "source";

/** What a hand chooses on the map. */
export interface LookChosen {
  colour: Colour;
  links: "yes" | "no";
  ground: string;
}

/** Colours of the classes of one choice, and what each is called; of sources the labels of the last two alone. */
export interface Scale {
  fills: string[];
  labels: string[];
}

export interface Flight {
  number: number;
  /** South, west, north, east in degrees. */
  bounds: [number, number, number, number] | null;
  view: { lat: number; lon: number; zoom: number } | null;
}

export interface Words {
  controls: Record<string, string>;
  key: string;
  colour: string;
  colours: Record<string, string>;
  together: string;
  lines: string;
  places: string;
  more: string;
  circles: string;
  regions: string;
  uncertain: string;
  fullscreen: string;
  reset: string;
  failed: string;
}

/** What the map is told at every run of the page; fields as `Scene` of Python has them. */
export interface Scene {
  places: string;
  regions: string;
  counts: Record<Basis, string>;
  /** First and last day, both included, numbered from 1970-01-01. */
  window: [number, number];
  basis: Basis;
  uncertain: boolean;
  px_per_root: number;
  selected: string;
  flight: Flight;
  theme: Theme;
  words: Words;
  look: LookChosen;
  colours: { edge: string; scales: Partial<Record<Colour, Scale>>; recency_days: number[] };
  sources: string;
  source_counts: Record<Basis, string>;
  links: string;
  at_once: string;
}

/** A window of days as the frame has it. */
export interface Shown {
  start: number;
  end: number;
  basis: Basis;
}

/** The answer of `Scene.places`: a row for each place, in the order of the counts. */
export interface PlaceRows {
  ids: string[];
  names: string[];
  lats: number[];
  lons: number[];
  kinds: number[];
  marks: ("circle" | "shade" | "")[];
}

/** The answer of `Scene.sources`: names of the commonest, and of each pair its place's row and its source. */
export interface SourceRows {
  names: string[];
  places: number[];
  sources: number[];
}

/** The answer of `Scene.links`: places that the same reports name, the strongest first. */
export interface LinkRows {
  ids: string[];
  reports: number[];
}

/** What the frame tells the page, as the component's value. */
export interface MapEvent {
  event: number;
  /** Several pages may have been open before this one: the number alone does not tell a new event. */
  frame: string;
  place: string | null;
  hand: boolean;
  at: [number, number, number];
  bounds: [number, number, number, number];
  look: LookChosen;
}

export interface TileLayer {
  key: string;
  name: string;
  url: string;
  attribution: string;
  max_zoom: number;
}

/** What the ground is drawn with, as `describe_ground` of Python gives it. */
export interface Ground {
  url: string;
  theme: Theme;
  origin: [number, number];
  attribution: string;
  own_name: string;
  fonts: { url: string; style: string }[];
  tiles: TileLayer[];
  words: { unreachable: string; failed: string };
}

/** A circle as tests and measurements find it. */
export interface CircleFound {
  id: string;
  n: number;
  certain: boolean;
  link: number;
  x: number;
  y: number;
  r: number;
  isTop: boolean;
  together: number;
  colour: number;
}

/** What an open map does for whoever is outside of its frame. */
export interface OpenMap {
  setWindow(first: number, last: number, basis: Basis): void;
  listCircles(): CircleFound[];
  countCircles(): { places: number; statements: number };
  circleAt(x: number, y: number): string | null;
}

/** `window.dateline` of the map's frame: what classic scripts and the page's time control call. */
export interface Door extends OpenMap {
  drawBaseMap(map: Leaflet.Map, ground: Ground): void;
  drawStatements(map: Leaflet.Map, scene: Scene): Leaflet.Layer;
}

declare global {
  interface Window {
    dateline: Door;
    Streamlit: { setComponentValue(value: MapEvent): void };
  }
}
