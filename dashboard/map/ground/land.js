// Land, water, borders and rivers: vectors projected once into Mercator units (world = 256), around an origin so that
// deep zooms stay exact.

/** @typedef {[number, number]} Spot */
/** @typedef {typeof import("../../contract/constants.js").COLOURS.light} GroundColours */
/** @typedef {"world" | "neighbour" | "focus" | "lake" | "coast" | "river" | "border" | "division" | "label"} LayerName */
/** @typedef {{ layer: LayerName, name: string, kind: string, rank: number, disputed?: boolean }} Properties */
/** @typedef {Properties & { lines: Spot[][], path: Path2D }} Feature */
/** @typedef {{ colour: string, width: number, dash: number[] }} Stroke */
/** @typedef {Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection | GeoJSON.Point>} Shape */
/** @typedef {GeoJSON.FeatureCollection<Shape, Properties>} Collection */

const MAX_LAT = 85.05;

/**
 * @param {number} lon
 * @param {number} lat
 * @param {Spot} origin
 * @returns {Spot}
 */
export function project(lon, lat, origin) {
  const clamped = Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));
  const sin = Math.sin((clamped * Math.PI) / 180);
  return [
    128 + (lon * 256) / 360 - origin[0],
    128 - (Math.log((1 + sin) / (1 - sin)) * 128) / (2 * Math.PI) - origin[1],
  ];
}

/**
 * @param {Shape} geometry
 * @returns {GeoJSON.Position[][]}
 */
function listLines(geometry) {
  if (geometry.type === "LineString" || geometry.type === "MultiPoint") return [geometry.coordinates];
  if (geometry.type === "MultiLineString" || geometry.type === "Polygon") return geometry.coordinates;
  return geometry.coordinates.flat();
}

/**
 * Projects what the file of the ground has.
 * @param {Collection} collection
 * @param {Spot} origin
 * @returns {Feature[]}
 */
export function readFeatures(collection, origin) {
  return collection.features.map(({ properties, geometry }) => {
    const lines = listLines(geometry).map((line) => line.map(([lon, lat]) => project(lon, lat, origin)));
    const path = properties.layer === "label" ? new Path2D() : traceLines(lines, properties.layer, geometry.type);
    return { ...properties, lines, path };
  });
}

/**
 * @param {Spot[][]} lines
 * @param {LayerName} layer
 * @param {string} type
 */
function traceLines(lines, layer, type) {
  const path = new Path2D();
  for (const line of lines) {
    if (layer === "river") traceSmooth(path, line);
    else for (const [i, [x, y]] of line.entries()) i ? path.lineTo(x, y) : path.moveTo(x, y);
    if (type.endsWith("Polygon")) path.closePath();
  }
  return path;
}

/**
 * Traces a line as curves through the middles of its pieces: a river has no corners.
 * @param {Path2D} path
 * @param {Spot[]} line
 */
function traceSmooth(path, line) {
  path.moveTo(...line[0]);
  for (let i = 1; i < line.length - 1; i += 1) {
    const [x, y] = line[i];
    path.quadraticCurveTo(x, y, (x + line[i + 1][0]) / 2, (y + line[i + 1][1]) / 2);
  }
  path.lineTo(...line[line.length - 1]);
}

/**
 * Paints all of the ground but its names, in every copy of the world that is seen.
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./sheet.js").SheetView} view
 * @param {Feature[]} features
 * @param {Spot} origin
 * @param {GroundColours} colours
 */
export function paintLand(pen, { corner, size, zoom, ratio }, features, origin, colours) {
  const scale = 2 ** zoom;
  pen.fillStyle = colours.water;
  pen.fillRect(0, 0, size.x * ratio, size.y * ratio);
  const first = Math.floor(corner.x / (256 * scale));
  const last = Math.floor((corner.x + size.x) / (256 * scale));
  for (let copy = first; copy <= last; copy += 1) {
    const left = (origin[0] + copy * 256) * scale - corner.x;
    const top = origin[1] * scale - corner.y;
    pen.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio);
    for (const feature of features) paintFeature(pen, feature, zoom, scale, colours);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Feature} feature
 * @param {number} zoom
 * @param {number} scale
 * @param {GroundColours} colours
 */
function paintFeature(pen, feature, zoom, scale, colours) {
  const { layer, path } = feature;
  if (layer === "world" || layer === "neighbour" || layer === "focus") {
    pen.fillStyle = colours[layer];
    pen.fill(path, "evenodd");
  } else if (layer === "lake") {
    pen.fillStyle = colours.water;
    pen.fill(path, "evenodd");
    stroke(pen, path, { colour: colours.coast, width: 0.7, dash: [] }, scale);
  } else {
    const line = chooseStroke(feature, zoom, colours);
    if (line) stroke(pen, path, line, scale);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Path2D} path
 * @param {Stroke} line
 * @param {number} scale
 */
function stroke(pen, path, { colour, width, dash }, scale) {
  pen.strokeStyle = colour;
  pen.lineWidth = width / scale;
  pen.lineJoin = "round";
  pen.lineCap = dash.length ? "butt" : "round";
  pen.setLineDash(dash.map((length) => length / scale));
  pen.stroke(path);
}

/**
 * Tells how a line is drawn at a zoom; null where it is not shown.
 * @param {Pick<Feature, "layer" | "rank" | "disputed">} feature
 * @param {number} zoom
 * @param {GroundColours} colours
 * @returns {Stroke | null}
 */
export function chooseStroke({ layer, rank, disputed }, zoom, colours) {
  if (layer === "coast") return { colour: colours.coast, width: zoom < 6 ? 0.6 : 0.9, dash: [] };
  if (layer === "river")
    return rank > zoom + 1 ? null : { colour: colours.river, width: riverWidth(rank, zoom), dash: [] };
  if (layer === "border")
    return { colour: colours.border, width: borderWidth(rank, zoom), dash: disputed ? [4, 3] : [] };
  if (layer !== "division" || zoom < (rank === 1 ? 6 : 7)) return null;
  return { colour: colours.division, width: rank === 1 ? 1 : 0.8, dash: rank === 1 ? [4, 3] : [2.5, 3] };
}

/**
 * @param {number} rank
 * @param {number} zoom
 */
const riverWidth = (rank, zoom) => Math.min(4, Math.max(0.6, 0.55 + (zoom - rank) * 0.32));

/**
 * @param {number} rank
 * @param {number} zoom
 */
function borderWidth(rank, zoom) {
  if (zoom < 5) return 0.6;
  return rank === 1 ? Math.min(1.7, 0.9 + (zoom - 5) * 0.12) : 0.9;
}
