// A box to type in with a list under it, as the ARIA pattern of a combobox has it. All texts by textContent.
const PAUSE_MS = 160;

function build(box) {
  const input = document.createElement("input");
  const clear = document.createElement("button");
  const list = document.createElement("ul");
  Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, dir: "auto" });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-options" })) input.setAttribute(name, value);
  Object.assign(list, { id: "search-options", hidden: true });
  list.setAttribute("role", "listbox");
  Object.assign(clear, { type: "button", textContent: "×", hidden: true });
  box.replaceChildren(input, clear, list);
  const state = { input, clear, list, options: [], at: -1, timer: 0, wanted: "" };
  input.addEventListener("input", () => typed(state));
  input.addEventListener("keydown", (event) => pressed(state, event));
  input.addEventListener("blur", () => setTimeout(() => open(state, false), 150));
  input.addEventListener("focus", () => open(state, input.value !== state.query));
  clear.addEventListener("click", () => {
    input.value = "";
    clear.hidden = true;
    state.send("chosen", { do: "words", id: "" });
    input.focus();
  });
  return state;
}

function typed(state) {
  const text = state.input.value.trim();
  state.enter = false;
  state.clear.hidden = !text;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => ask(state, text), PAUSE_MS);
}

function ask(state, text) {
  state.wanted = text;
  if (!text) open(state, false);
  state.send("asked", text, true);
}

function pressed(state, event) {
  const { list } = state;
  if (event.key === "Escape") {
    if (list.hidden) state.input.value = state.query;
    open(state, false);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(state, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const text = state.input.value.trim();
    if (!text && state.query) return state.send("chosen", { do: "words", id: "" });
    if (text !== state.asked || list.hidden) {
      // The list is still of what was typed before: chosen as soon as the right one is there.
      clearTimeout(state.timer);
      state.enter = true;
      ask(state, text);
      if (text === state.asked) draw(state);
    } else choose(state, state.at);
  }
}

function step(state, by) {
  const open = state.options.map((option, at) => (option.do ? at : -1)).filter((at) => at >= 0);
  if (!open.length) return;
  const here = open.indexOf(state.at);
  mark(state, open[(here + by + open.length) % open.length]);
}

function mark(state, at) {
  state.at = at;
  [...state.list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
  if (at >= 0) state.input.setAttribute("aria-activedescendant", `search-option-${at}`);
  else state.input.removeAttribute("aria-activedescendant");
}

function choose(state, at) {
  const option = state.options[at];
  if (!option || !option.do) return;
  open(state, false);
  if (option.do === "place") state.input.value = state.query;
  state.clear.hidden = !state.input.value;
  state.send("chosen", { do: option.do, id: option.id });
}

function open(state, is) {
  const shown = is && state.options.length > 0;
  state.list.hidden = !shown;
  state.input.setAttribute("aria-expanded", String(shown));
}

function draw(state) {
  state.list.replaceChildren(...state.options.map((option, at) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const note = document.createElement("small");
    item.id = `search-option-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", String(!option.do));
    name.textContent = option.name;
    note.textContent = option.note;
    item.append(name, note);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(state, at);
    });
    return item;
  }));
  mark(state, state.options.findIndex((option) => option.do));
  open(state, document.activeElement === state.host || state.input.matches(":focus"));
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const box = parentElement.querySelector(".search");
  const state = (box.state ||= build(box));
  state.send = (name, value, keeps) => (keeps ? setStateValue(name, value) : setTriggerValue(name, value));
  const { input } = state;
  input.placeholder = data.words.hint;
  input.maxLength = data.longest;
  input.setAttribute("aria-label", data.words.label);
  state.list.setAttribute("aria-label", data.words.label);
  state.clear.setAttribute("aria-label", data.words.clear);
  if (state.query !== data.query) {
    state.query = data.query;
    if (!input.matches(":focus") || !data.query) input.value = data.query;
    state.clear.hidden = !input.value;
  }
  state.asked = data.asked;
  const told = JSON.stringify(data.options);
  if (told === state.told || data.asked !== input.value.trim()) return;
  state.told = told;
  state.options = data.options;
  draw(state);
  if (state.enter) {
    state.enter = false;
    choose(state, state.at);
  }
}
