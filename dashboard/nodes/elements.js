// Makes elements of the nodes that panel.py builds. Every text is set with textContent and only the attributes
// named here are set, so nothing that a report says can become markup.
const TAGS = new Set(["p", "span", "bdi", "h2", "h3", "h4", "ul", "li", "small", "mark", "article", "button", "a", "input"]);

function make(node, act) {
  const element = document.createElement(TAGS.has(node.t) ? node.t : "span");
  if (node.c) element.className = node.c;
  if (node.x) element.textContent = node.x;
  if (node.dir) element.dir = node.dir;
  if (node.title) element.title = node.title;
  if (node.t === "a") link(element, node.href);
  if (node.t === "button") element.type = "button";
  if (node.label) element.setAttribute("aria-label", node.label);
  if (node.expanded) element.setAttribute("aria-expanded", node.expanded);
  if (node.pressed) element.setAttribute("aria-pressed", node.pressed);
  if (node.t === "input") listen(element, node, act);
  else if (node.a) choose(element, node.a, act);
  if (node.t === "article") element.tabIndex = -1;
  if (node.key) element.dataset.key = node.key;
  if (node.name) element.dataset.name = node.name;
  if (node.current) element.setAttribute("aria-current", node.current);
  for (const row of node.rows || []) element.append(makeRow(row, node.do, act));
  for (const child of node.k || []) element.append(make(child, act));
  return element;
}

// A name in a text is a button too: a true one would not break across lines with its words.
function choose(element, action, act) {
  element.dataset.act = `${action.do}:${action.id}`;
  element.addEventListener("click", () => act(action));
  if (element.tagName === "BUTTON") return;
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(action);
  });
}

// What is typed is told when the hand rests, not at every key.
const REST_MS = 160;

function listen(element, node, act) {
  Object.assign(element, { type: "search", value: node.value || "", placeholder: node.label, autocomplete: "off", spellcheck: false, dir: "auto" });
  element.dataset.act = `${node.a.do}:${node.a.id}`;
  let timer = 0;
  element.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => act({ ...node.a, text: element.value }), REST_MS);
  });
}

function link(element, href) {
  // A report's address may hold any scheme; only the web's own are followed.
  if (!/^https?:\/\//i.test(href || "")) return;
  element.href = href;
  element.target = "_blank";
  element.rel = "noopener noreferrer nofollow";
}

// A row of a long list: what it stands for, its name, where that is, how many; written so short to be sent so often.
function makeRow([id, name, note, n, cls], does, act) {
  const who = { t: "span", c: "who", k: [{ t: "bdi", x: name }, { t: "small", x: note }] };
  const row = { t: "button", c: cls ? `row ${cls}` : "row", a: { do: does, id }, k: [who, { t: "span", c: "n", x: n }] };
  return make({ t: "li", k: [row] }, act);
}

// j and k, or the arrows, go from card to card; Home and End to the first and the last.
const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function walk(event, box) {
  if (event.target.tagName === "INPUT" || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = [...box.querySelectorAll("[data-key]")].find((button) => button.dataset.key === event.key);
  if (step) return step.click();
  const cards = [...box.querySelectorAll("article")];
  const here = cards.findIndex((card) => card.contains(event.target));
  const goal = event.key === "Home" ? 0 : event.key === "End" ? cards.length - 1 : here + STEPS[event.key];
  const card = cards[Math.max(goal, 0)];
  if (!card) return;
  event.preventDefault();
  event.stopPropagation();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".panel");
  const told = JSON.stringify(data);
  if (box.told === told) return;
  const active = parentElement.activeElement || document.activeElement;
  const wasIn = box.contains(active);
  const opened = box.querySelector(".fold[aria-expanded=true]")?.dataset.act;
  const before = { act: active?.dataset?.act, subject: box.subject, typed: active, opened };
  const isNew = box.subject !== data.subject;
  if (data.live) box.setAttribute("aria-live", "polite");
  box.onkeydown = (event) => walk(event, box);
  if (data.label) {
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", data.label);
    box.tabIndex = data.nodes.some((node) => node.t === "article") ? 0 : -1;
  }
  box.told = told;
  box.subject = data.subject;
  const scrolled = [...box.querySelectorAll("ul.whole")].map((list) => list.scrollTop);
  box.replaceChildren(...data.nodes.map((node) => make(node, (action) => setTriggerValue("action", action))));
  box.querySelectorAll("ul.whole").forEach((list, at) => list.scrollTo(0, scrolled[at] || 0));
  if (isNew && before.subject !== undefined) parentElement.host?.closest(".st-key-panel")?.scrollTo(0, 0);
  const [name, turn] = data.goal || ["", 0];
  const goal = name && box.turn !== turn && [...box.querySelectorAll("[data-name]")].find((e) => e.dataset.name === name);
  if (goal) {
    box.turn = turn;
    reach(goal);
  } else if (wasIn) keepFocus(box, before);
}

function reach(goal) {
  goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView({ block: goal.tagName === "ARTICLE" ? "center" : "start" });
}

// The keyboard stays where it was: on the same button, at the row it came from, or at the head of what it opened.
function keepFocus(box, before) {
  const buttons = [...box.querySelectorAll("[data-act]")];
  const same = buttons.find((button) => [before.act, before.opened, `place:${before.subject}`].includes(button.dataset.act));
  const target = same || box.querySelector("h2") || buttons[0];
  if (!target) return;
  if (before.typed?.tagName === "INPUT" && same) {
    // The field itself stays, with what was typed while the answer was on its way.
    same.replaceWith(before.typed);
    return before.typed.focus({ preventScroll: true });
  }
  if (!same) target.tabIndex = -1;
  target.focus({ preventScroll: !same });
}
