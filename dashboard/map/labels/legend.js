// The key of the map: what sizes, colours, tints and lines mean, and the choice of colours and lines.
// Words and names of sources are set as text. Used as window.dateline.addLegend(map, options).
"use strict";

(() => {
  const LEAST_PX = 2.5;
  const narrow = window.matchMedia("(max-width: 500px), (max-height: 380px)");

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // words: as layers.map_words gives them. onChoose(name, value) is called with "colour" or "links" and what is chosen,
  // onFold() when the key has opened or closed.
  function addLegend(map, { words, onChoose, onFold }) {
    const box = element("details", "dateline-legend");
    const parts = element("div", "parts");
    const select = chooseColour(words, onChoose);
    const circles = element("div", "part");
    const sizes = element("span", "items");
    circles.append(element("span", "head", words.circles), sizes);
    const regions = element("div", "part");
    const [lines, checkbox] = chooseLines(words, onChoose);
    const colours = element("div", "part colours");
    const classes = element("span", "items");
    colours.append(select, classes);
    const fold = () => { box.open = !narrow.matches; };
    let said = "";
    narrow.addEventListener("change", fold);
    box.addEventListener("toggle", onFold);
    fold();
    parts.append(circles, colours, regions, lines);
    box.append(element("summary", "", words.key), parts);
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      L.DomEvent.disableClickPropagation(box);
      L.DomEvent.disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);

    // told: { most, pxPerRoot, hasUncertain, hasGroups, breaks, look, classes: [{ fill, label }], edge, canLink }.
    function draw(told) {
      const now = JSON.stringify(told);
      if (now === said) return;
      said = now;
      select.value = told.look.colour;
      checkbox.checked = told.look.links === "yes";
      lines.hidden = !told.canLink;
      classes.replaceChildren(...told.classes.map(({ fill, label }) => classItem(fill, told.edge, label)));
      // Choices stay where they are in the page, or a hand on one would lose the keyboard.
      sizes.replaceChildren(...listSizes(words, told));
      regions.replaceChildren(element("span", "head", words.regions), ...listTints(told.breaks));
      regions.hidden = !told.breaks.length;
    }

    return { draw };
  }

  function chooseColour(words, onChoose) {
    const select = element("select", "");
    select.setAttribute("aria-label", words.colour);
    for (const [value, label] of Object.entries(words.colours)) {
      const option = element("option", "", label);
      option.value = value;
      select.append(option);
    }
    select.addEventListener("change", () => onChoose("colour", select.value));
    return select;
  }

  function chooseLines(words, onChoose) {
    const part = element("label", "part choice");
    const checkbox = element("input", "");
    checkbox.type = "checkbox";
    checkbox.addEventListener("change", () => onChoose("links", checkbox.checked ? "yes" : "no"));
    part.append(checkbox, element("span", "", words.lines));
    return [part, checkbox];
  }

  function item(mark, label) {
    const made = element("span", "item");
    made.append(mark, element("bdi", "", label));
    return made;
  }

  function classItem(fill, edge, label) {
    const disc = element("span", "disc class");
    disc.style.background = fill;
    disc.style.borderColor = edge;
    return item(disc, label);
  }

  function listSizes(words, { most, pxPerRoot, hasUncertain, hasGroups, classes }) {
    const plain = classes.length ? " plain" : "";
    const items = (most ? circleSizes(most) : []).map((n) => {
      const disc = element("span", `disc${plain}`);
      disc.style.width = disc.style.height = `${2 * Math.max(LEAST_PX, pxPerRoot * Math.sqrt(n))}px`;
      return item(disc, n.toLocaleString("en"));
    });
    if (hasUncertain) items.push(item(element("span", "disc uncertain"), words.uncertain));
    if (hasGroups) items.push(item(element("span", `disc together${plain}`), words.together));
    return items;
  }

  function circleSizes(most) {
    return [1, 10, 100, 1000, 10000].filter((n) => n < most * 0.7).slice(-2).concat(most);
  }

  function listTints(breaks) {
    const say = (n) => n.toLocaleString("en");
    return breaks.map((from, i) => {
      const next = breaks[i + 1];
      const range = next === undefined ? `${say(from)}+` : next - 1 > from ? `${say(from)}–${say(next - 1)}` : say(from);
      const swatch = element("span", "swatch");
      swatch.dataset.tint = i;
      return item(swatch, range);
    });
  }

  window.dateline = Object.assign(window.dateline || {}, { addLegend });
})();
