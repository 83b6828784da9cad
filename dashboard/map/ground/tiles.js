// Tiles of others, loaded only when they are picked.

/** @typedef {import("../../contract/contract.d.ts").GroundScene} GroundScene */
/** @typedef {import("../../contract/contract.d.ts").TileLayer} TileLayer */
/** @typedef {{ keyOf: (name: string) => string | undefined, choose: (key: string) => void }} LayerChoice */

const OFFLINE_AFTER_FAILED_TILES = 4;

/**
 * Says something above the map, or takes back what was said.
 * @param {L.Map} map
 * @param {string} words
 */
export function say(map, words) {
  const box = map.getContainer();
  /** @type {HTMLElement | null} */
  let note = box.querySelector(".dateline-note");
  if (!note) {
    note = document.createElement("div");
    note.className = "dateline-note";
    note.setAttribute("role", "status");
    box.append(note);
  }
  note.textContent = words;
  note.hidden = !words;
}

/**
 * Adds the choice between our own ground and the tiles.
 * @param {L.Map} map
 * @param {GroundScene} ground
 * @param {(isCovered: boolean) => void} onCovered  Called when the first tile has come, and when tiles have gone.
 * @returns {LayerChoice}
 */
export function addLayerChoice(map, ground, onCovered) {
  /** @type {Record<string, L.Layer>} */
  const choices = { [ground.own_name]: L.layerGroup().addTo(map) };
  /** @type {Record<string, string>} */
  const names = { own: ground.own_name };
  for (const tiles of ground.tiles) {
    const unreachable = ground.words.unreachable.replace("{name}", tiles.name);
    choices[tiles.name] = makeTiles(map, tiles, unreachable, onCovered);
    names[tiles.key] = tiles.name;
  }
  L.control.layers(choices, {}, { position: "topright", collapsed: true }).addTo(map);
  return {
    keyOf: (name) => Object.keys(names).find((key) => names[key] === name),
    choose(key) {
      const chosen = choices[names[key]];
      if (!chosen || map.hasLayer(chosen)) return;
      for (const layer of Object.values(choices)) layer.remove();
      chosen.addTo(map);
    },
  };
}

/**
 * @param {L.Map} map
 * @param {TileLayer} told
 * @param {string} unreachable  What is said when none of the first tiles has come.
 * @param {(isCovered: boolean) => void} onCovered
 */
function makeTiles(map, { url, attribution, max_zoom: maxNativeZoom }, unreachable, onCovered) {
  const tiles = L.tileLayer(url, { attribution, maxZoom: 18, maxNativeZoom });
  let failed = 0;
  let loaded = 0;
  tiles.on("loading", () => {
    failed = 0;
    loaded = 0;
  });
  tiles.on("tileload", () => {
    loaded += 1;
    say(map, "");
    onCovered(true);
  });
  tiles.on("tileerror", () => {
    failed += 1;
    if (!loaded && failed === OFFLINE_AFTER_FAILED_TILES) say(map, unreachable);
  });
  tiles.on("remove", () => {
    say(map, "");
    onCovered(false);
  });
  return tiles;
}
