// What stands on the window of the map's frame, and what its own scripts tell each other.

import type * as Leaflet from "leaflet";
import type { Basis, GroundScene, MapEvent, Scene } from "../../contract/contract.d.ts";

/** A window of days as the frame has it. */
export interface Shown {
  start: number;
  end: number;
  basis: Basis;
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
  drawBaseMap(map: Leaflet.Map, ground: GroundScene): void;
  drawStatements(map: Leaflet.Map, scene: Scene): Leaflet.Layer;
}

declare global {
  interface Window {
    dateline: Door;
    Streamlit: { setComponentValue(value: MapEvent): void };
  }
}
