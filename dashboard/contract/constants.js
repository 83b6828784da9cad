// Made by `make contract` of the declarations in dashboard/contract; a change belongs there.

/** No map is zoomed out further. */
export const MIN_ZOOM = 3;

/** No map is zoomed in further. */
export const MAX_ZOOM = 18;

/** From this zoom on every place is drawn by itself: nearer nobody can go. */
export const APART_ZOOM = 13;

/** Regions have at most as many tints. */
export const SHADES = 5;

/**
 * Where a tint can begin: these, ten times these, a hundred times ...
 * @type {number[]}
 */
export const BREAK_STEPS = [1, 2, 5];

/**
 * Days before the end of the window up to which a latest statement is of each class; the last has the rest.
 * @type {number[]}
 */
export const RECENCY_DAYS = [0, 2, 6];

/** Class of a capital or the seat of an administration. */
export const KIND_SEAT = 0;

/** Class of any other settlement. */
export const KIND_TOWN = 1;

/** Class of a part of a town. */
export const KIND_PART = 2;

/** Class of a place where nobody lives. */
export const KIND_SITE = 3;

/** Class of places of several kinds drawn as one. */
export const KIND_SEVERAL = 4;

/** As many of the commonest sources have a class each, numbered from 0. */
export const SOURCES_AT_MOST = 6;

/** Class of a place of which some other source tells most. */
export const SOURCE_OTHER = 6;

/** Class of a place of which no source tells most. */
export const SOURCE_SEVERAL = 7;

/** How packed counts begin: "DLC1", read as an integer of 32 bits, little-endian. */
export const COUNTS_MAGIC = 826494020;

/** Integers of 32 bits in the head of packed counts, the first among them. */
export const COUNTS_HEAD = 6;

/** Rows of all totals: own and certain, own and uncertain, inside and certain, inside and uncertain. */
export const COUNTS_KINDS = 4;

/** Colours of either theme. */
export const COLOURS = {
  light: {
    voice: "#c8402a",
    page: "#fcfbf8",
    raised: "#f1ede4",
    rule: "#d9d3c7",
    ink: "#1d1b19",
    quiet: "#6b655b",
    halo: "#fbf9f4",
    plate: "#fbf9f4",
    plateRule: "#d5cec1",
    plateInk: "#3b3731",
    country: "#8a8377",
    region: "#9c9487",
    other: "#77726a",
    several: "#d3cdc2",
    focus: "#f5f2ea",
    neighbour: "#eceae3",
    world: "#eceae3",
    water: "#d9e4e8",
    coast: "#b4c6cd",
    border: "#8f877a",
    division: "#c4bcae",
    river: "#9db9c4",
    stream: "#7e9daa",
  },
  dark: {
    voice: "#ef6a50",
    page: "#15181c",
    raised: "#1f2329",
    rule: "#353a41",
    ink: "#eeeae3",
    quiet: "#a9a297",
    halo: "#15181c",
    plate: "#1f2329",
    plateRule: "#3a3d42",
    plateInk: "#e4dfd5",
    country: "#979086",
    region: "#7f796f",
    other: "#9b958b",
    several: "#4a4c50",
    focus: "#1f2329",
    neighbour: "#181b20",
    world: "#181b20",
    water: "#0f181e",
    coast: "#2c3a42",
    border: "#7a746a",
    division: "#45433f",
    river: "#34505d",
    stream: "#64838f",
  },
};
