// The one door of the map's frame: window.dateline. streamlit-folium runs this classic script before Leaflet's, then
// calls drawBaseMap once and drawStatements with every new state of the page; the page's time control calls setWindow
// at every move. Behind it are modules. They are all asked for at once, while Leaflet is still on its way, for a module
// that is found by an import of another waits for that one; until they are here, what is to be drawn is kept.

{
  // All that map.js imports, and what those import; a test holds the list.
  const MODULES = [
    "map.js",
    "colouring.js",
    "controls.js",
    "figures.js",
    "page.js",
    "places.js",
    "together.js",
    "view.js",
    "../circles/circles.js",
    "../circles/classes.js",
    "../circles/found.js",
    "../circles/groups.js",
    "../circles/growth.js",
    "../circles/lines.js",
    "../circles/marks.js",
    "../circles/pointer.js",
    "../circles/stamps.js",
    "../ground/fetched.js",
    "../ground/ground.js",
    "../ground/land.js",
    "../ground/names.js",
    "../ground/rivers.js",
    "../ground/sheet.js",
    "../ground/styles.js",
    "../ground/taken.js",
    "../ground/tiles.js",
    "../labels/elements.js",
    "../labels/legend.js",
    "../labels/names.js",
    "../labels/tips.js",
    "../regions/regions.js",
    "../regions/tints.js",
    "../../contract/constants.js",
    "../../counting/counts.js",
  ];

  /** @typedef {import("./map.js").StatementMap} StatementMap */
  /** @typedef {import("../../contract/contract.d.ts").Scene} Scene */

  /** @type {StatementMap | null} */
  let opened = null;
  /** @type {Scene[]} */
  let waiting = [];

  const here = document.currentScript?.getAttribute("src") ?? "";
  const links = MODULES.map((name) => {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(name, new URL(here, document.baseURI)).href;
    return link;
  });
  // Not in the head: streamlit-folium writes that anew.
  document.body.append(...links);

  window.dateline = {
    drawBaseMap(map, ground) {
      // Leaflet is here now; the modules extend it.
      import("./map.js").then(({ StatementMap }) => {
        opened = new StatementMap(map, ground);
        for (const scene of waiting) opened.draw(scene);
        waiting = [];
      });
    },

    drawStatements(_map, scene) {
      if (opened) opened.draw(scene);
      else waiting.push(scene);
      // It only stands for ours in streamlit-folium's list, so that replacing it costs nothing and nothing flickers.
      return L.layerGroup();
    },

    setWindow: (first, last, basis) => opened?.setWindow(first, last, basis),
    listCircles: () => opened?.listCircles() ?? [],
    countCircles: () => opened?.countCircles() ?? { places: 0, statements: 0 },
    circleAt: (x, y) => opened?.circleAt(x, y) ?? null,
  };
}
