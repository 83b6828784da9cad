// Made by `make contract` of the declarations in dashboard/contract; a change belongs there.

/** Of the page around. */
export type Theme = "light" | "dark";

/** Which date of a statement a window filters: that of the event, or of the report. */
export type Basis = "event" | "publication";

/** What the colour of a circle tells: nothing, how recent, what kind of place, which source tells most of it. */
export type Colour = "one" | "recency" | "kind" | "source";

/** What lies under the statements: our own vectors, or tiles from the internet. */
export type Ground = "own" | "osm" | "positron" | "dark-matter" | "imagery";

/** As the page's address has it. */
export type Answer = "yes" | "no";

/** What a place has on the map; empty for what is counted and not drawn. */
export type PlaceMark = "circle" | "shade" | "";

/** What part of the earth the map shows. */
export interface View {
  /** Its centre, WGS 84 degrees. */
  lat: number;
  /** Its centre, WGS 84 degrees. */
  lon: number;
  /** Leaflet's zoom level, up to `MAX_ZOOM`. */
  zoom: number;
}

/** Where the map should go, once. */
export interface Flight {
  /** The map goes when it sees a number it has not seen yet, so a redraw never moves it. */
  number: number;
  /** South, west, north, east in degrees, to be fitted. */
  bounds: [number, number, number, number] | null;
  /** A centre and zoom, where there are no bounds. */
  view: View | null;
}

/** What a hand chooses on the map. */
export interface Look {
  /** What the colour of a circle tells. */
  colour: Colour;
  /** Whether the selected place is joined to those named in the same reports. */
  links: Answer;
  /** What lies under the statements. */
  ground: Ground;
}

/** Colours of the classes of one choice, and what each is called. */
export interface MapScale {
  /** As hex strings, and in words; of sources there are the labels of the last two classes alone. */
  fills: string[];
  /** As hex strings, and in words; of sources there are the labels of the last two classes alone. */
  labels: string[];
}

/** What circles and their key are coloured with where colours mean something. */
export interface MapColours {
  /** Edge of every circle whose colour means something. */
  edge: string;
  /** Of each choice but that of one colour. */
  scales: Record<Colour, MapScale>;
  /** Days before the end of the window up to which a latest statement is of each class. */
  recency_days: number[];
}

/** Words of legend and controls; the frame has none of its own. */
export interface MapWords {
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

/** What the map is told at every run: where to get what it draws, and what of it to show. */
export interface Scene {
  /** Addresses of the places as `PlaceRows`, and of the polygons. */
  places: string;
  /** Addresses of the places as `PlaceRows`, and of the polygons. */
  regions: string;
  /** Address of the counts of each basis, as `counting.pack_counts` packs them. */
  counts: Record<Basis, string>;
  /** First and last day shown, both included, numbered from 1970-01-01. */
  window: [number, number];
  /** Which date of a statement counts. */
  basis: Basis;
  /** Whether placements count that are not certain. */
  uncertain: boolean;
  /** Radius in pixels of a circle of one statement; radius grows with the root, so area tells the number. */
  px_per_root: number;
  /** place_id of the selected place; empty for none. */
  selected: string;
  /** Where to go. */
  flight: Flight;
  /** Of the page around. */
  theme: Theme;
  /** Words of legend and controls. */
  words: MapWords;
  /** As the page has it; afterwards it is chosen on the map. */
  look: Look;
  /** Of the theme. */
  colours: MapColours;
  /** Addresses of the commonest sources as `SourceRows`, and of their counts by basis; asked for when colours tell the source. */
  sources: string;
  /** Addresses of the commonest sources as `SourceRows`, and of their counts by basis; asked for when colours tell the source. */
  source_counts: Record<Basis, string>;
  /** Address of the places named in the same reports as a place, as `LinkRows`. */
  links: string;
  /** Address of the counts of the window shown alone, which are there before those of all windows; empty where these are known anyway. */
  at_once: string;
}

/** A row for each place, in the order of the counts. */
export interface PlaceRows {
  /** place_id and preferred name. */
  ids: string[];
  /** place_id and preferred name. */
  names: string[];
  /** WGS 84 degrees. */
  lats: number[];
  /** WGS 84 degrees. */
  lons: number[];
  /** Class of kind, from `KIND_SEAT` to `KIND_SITE`. */
  kinds: number[];
  /** What each has on the map. */
  marks: PlaceMark[];
}

/** The commonest sources, and which places they speak of. */
export interface SourceRows {
  /** Of the sources, by their class. */
  names: string[];
  /** Of each pair its place's row and its source, in the order of the sources' counts. */
  places: number[];
  /** Of each pair its place's row and its source, in the order of the sources' counts. */
  sources: number[];
}

/** Places that the same reports name as a place, the strongest first. */
export interface LinkRows {
  /** place_id. */
  ids: string[];
  /** How many reports name both. */
  reports: number[];
}

/** What the frame tells the page, as the component's value. */
export interface MapEvent {
  /** Counted up from 1 in each frame. */
  event: number;
  /** Several may have been open before this one: the number alone does not tell a new event. */
  frame: string;
  /** place_id of the place that was chosen. */
  place: string | null;
  /** Whether it was the viewer's doing: where no hand moved the map, what it shows is no choice. */
  hand: boolean;
  /** Latitude and longitude of the centre in degrees, and the zoom. */
  at: [number, number, number];
  /** South, west, north, east in degrees. */
  bounds: [number, number, number, number];
  /** As it is now. */
  look: Look;
}

/** Tiles from the internet that can lie under the statements. */
export interface TileLayer {
  /** As the address of the page has it. */
  key: Ground;
  /** Set as text, and as the HTML that its maker asks for. */
  name: string;
  /** Leaflet's template of an address. */
  url: string;
  /** Set as text, and as the HTML that its maker asks for. */
  attribution: string;
  /** The nearest there is. */
  max_zoom: number;
}

/** A font of the map's names: its address, and "normal" or "italic". */
export interface FontFace {
  url: string;
  style: string;
}

/** Words of the ground's notes. */
export interface GroundWords {
  unreachable: string;
  failed: string;
}

/** What the ground is drawn with, told once for each frame. */
export interface GroundScene {
  /** Address of the vectors. */
  url: string;
  /** Of the page around. */
  theme: Theme;
  /** Latitude, longitude near which drawing is most exact. */
  origin: [number, number];
  /** Of our own vectors. */
  attribution: string;
  /** Of our own vectors. */
  own_name: string;
  /** Streamlit's own sans. */
  fonts: FontFace[];
  /** What else can be chosen. */
  tiles: TileLayer[];
  /** Of its notes. */
  words: GroundWords;
}

/** What one bar of the histogram stands for; a narrow screen may draw a coarser one. */
export type Unit = "day" | "week" | "month";

/** What a node does that is chosen. */
export type Do =
  | "place"
  | "report"
  | "back"
  | "context"
  | "order"
  | "facet"
  | "values"
  | "find"
  | "clear"
  | "left"
  | "statement"
  | "more";

/** What an option of the search leads to; empty for one that only tells. */
export type Find = "place" | "words" | "";

/** Words of the time control, which has none of its own; names in braces are filled in. */
export interface ScrubberWords {
  control: string;
  play: string;
  pause: string;
  speed: string;
  speed_short: string;
  week_back: string;
  day_back: string;
  day_on: string;
  week_on: string;
  more: string;
  start: string;
  end: string;
  band: string;
  to: string;
  presets: string;
  preset_week: string;
  preset_week_help: string;
  preset_month: string;
  preset_month_help: string;
  preset_all: string;
  preset_all_help: string;
  basis: string;
  basis_event: string;
  basis_event_help: string;
  basis_publication: string;
  basis_publication_help: string;
  bad_date: string;
  outside: string;
  one: string;
  many: string;
  wider: string;
  said: string;
  day: string;
  in_month: string;
  in_year: string;
  over_years: string;
  months: string[];
  months_short: string[];
  locale: string;
}

/** What the time control is told with every run; days are counted from the first. */
export interface ScrubberMessage {
  /** The first day, as "2017-11-09". */
  first: string;
  /** What a bar stands for. */
  unit: Unit;
  /** For each day, the statements whose event is dated to that very day. */
  events: number[];
  /** For each day, the statements of any date whose event begins there, and ends there. */
  starts: number[];
  /** For each day, the statements of any date whose event begins there, and ends there. */
  ends: number[];
  /** For each day, the statements published on it. */
  publications: number[];
  /** The commonest coarse dates: first day, last day, statements. */
  spans: [number, number, number][];
  /** First and last day shown, both included. */
  window: [number, number];
  /** Which date of a statement counts. */
  basis: Basis;
  /** All of its words. */
  words: ScrubberWords;
}

/** The window that a hand has set. */
export interface ScrubberAnswer {
  /** First and last day, both included, as "2017-11-09". */
  start: string;
  /** First and last day, both included, as "2017-11-09". */
  end: string;
  /** Which date of a statement counts. */
  basis: Basis;
}

/** What the time control answers, by name. */
export interface ScrubberAnswers {
  window: ScrubberAnswer;
}

/** What a node reports to the page when it is chosen. */
export interface Action {
  /** What to do. */
  do: Do;
  /** With what. */
  id: string;
  /** What was typed, where something was. */
  text?: string;
}

/** What a node has besides its text and its children. */
export interface NodeMore {
  /** What it does when it is chosen. */
  a?: Action;
  /** Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field holds. */
  dir?: string;
  /** Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field holds. */
  title?: string;
  /** Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field holds. */
  href?: string;
  /** Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field holds. */
  label?: string;
  /** Direction of its text, note shown when pointed at, address of a link, name for a screen reader, what a field holds. */
  value?: string;
  /** As ARIA has them. */
  expanded?: string;
  /** As ARIA has them. */
  pressed?: string;
  /** As ARIA has them. */
  current?: string;
  /** Of the keyboard, that chooses it. */
  key?: string;
  /** By which a goal leads to it. */
  name?: string;
  /** A list of many like rows, written short: id, name, note, number, and class where there is one. */
  rows?: string[][];
  /** What a row does that is chosen. */
  do?: Do;
}

/** An element of the panel or the reader as plain data; each text of it is set as text. */
export interface Node {
  a?: Action;
  dir?: string;
  title?: string;
  href?: string;
  label?: string;
  value?: string;
  expanded?: string;
  pressed?: string;
  current?: string;
  key?: string;
  name?: string;
  rows?: string[][];
  do?: Do;
  /** Tag. */
  t: string;
  /** Class of the style sheet. */
  c?: string;
  /** Text. */
  x?: string;
  /** Children. */
  k?: Node[];
}

/** What a part of the page made of nodes is told. */
export interface PanelMessage {
  /** What to show. */
  nodes: Node[];
  /** What they are about; where it changes, they are read from the top again. */
  subject: string;
  /** Whether a screen reader tells of each change. */
  live: boolean;
  /** What a screen reader calls them. */
  label: string;
  /** Name of the node to be brought into sight and given the keyboard, and what is different each time anew. */
  goal: [string, number | string];
}

/** What a part of the page made of nodes answers, by name. */
export interface PanelAnswers {
  action: Action;
}

/** What the search offers. */
export interface SearchOption {
  /** What it leads to. */
  do: Find;
  /** place_id, or the words to look for. */
  id: string;
  /** What is read. */
  name: string;
  /** What is read. */
  note: string;
}

/** Words of the search box. */
export interface SearchWords {
  label: string;
  hint: string;
  clear: string;
}

/** What the search box is told. */
export interface SearchMessage {
  /** What was typed when the options were found. */
  asked: string;
  /** What can be chosen. */
  options: SearchOption[];
  /** The words that filter now. */
  query: string;
  /** Letters that a query has at most. */
  longest: number;
  /** Words of the box. */
  words: SearchWords;
}

/** The option that was chosen: words without an id clear the search. */
export interface SearchChoice {
  do: Find;
  id: string;
}

/** What the search box answers, by name: what is typed, and what is chosen. */
export interface SearchAnswers {
  asked: string;
  chosen: SearchChoice;
}

/** What the button is told that copies the page's address. */
export interface LinkMessage {
  /** Its words. */
  copy: string;
  /** Its words. */
  copied: string;
  /** Its words. */
  failed: string;
  /** Parameters of the address whose changes the browser's way back does not undo one by one. */
  quiet: string[];
}

/** What the script of the page as a whole answers, by name: the theme that the browser has come to. */
export interface LinkAnswers {
  theme: Theme;
}
