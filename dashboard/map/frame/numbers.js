// What the map's scripts share with each other, and some of it with Python: numbers of classes, zooms, colours.
// Each stands here once.

/** From this zoom on every place is drawn by itself: nearer nobody can go. */
export const APART_ZOOM = 13;

/** Regions have at most as many tints. */
export const SHADES = 5;

/** Classes of a circle of several kinds, of other sources than the commonest, and of several sources. */
export const KIND_SEVERAL = 4;
export const SOURCE_OTHER = 6;
export const SOURCE_SEVERAL = 7;

/** No circle is drawn smaller than this radius. */
export const LEAST_PX = 2.5;

/** @typedef {{ voice: string, paper: string, ink: string }} Look */

/**
 * Colours of circles and lines; as in map.css, which may arrive later than the first numbers.
 * @type {Record<import("./scene.d.ts").Theme, Look>}
 */
export const LOOKS = {
  light: { voice: "#c8402a", paper: "#fbf9f4", ink: "#1d1b19" },
  dark: { voice: "#ef6a50", paper: "#15181c", ink: "#eeeae3" },
};

/** Colours of the ground. */
export const GROUND_COLOURS = {
  light: {
    water: "#D9E4E8",
    world: "#ECEAE3",
    neighbour: "#ECEAE3",
    focus: "#F5F2EA",
    coast: "#B4C6CD",
    river: "#9DB9C4",
    border: "#8F877A",
    division: "#C4BCAE",
    country: "#8A8377",
    region: "#9C9487",
    city: "#6B655B",
    waterName: "#7E9DAA",
    halo: "#F5F2EA",
  },
  dark: {
    water: "#0F181E",
    world: "#181B20",
    neighbour: "#181B20",
    focus: "#1F2329",
    coast: "#2C3A42",
    river: "#34505D",
    border: "#7A746A",
    division: "#45433F",
    country: "#979086",
    region: "#7F796F",
    city: "#A9A297",
    waterName: "#64838F",
    halo: "#1F2329",
  },
};
