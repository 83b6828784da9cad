// The time control: draws the histogram, moves the window, tells the map at every frame and the server when the
// hand lets go. Days are counted from the first one of the data; only what leaves the control has real dates.
// All words come from Python and are set with textContent or as attributes.
const DAY_MS = 86400000;
const KEY_REST_MS = 250;
const STEP_MS = 800;
const GLIDE_MS = 160;
const SPEEDS = [1, 2, 4];
// While it plays, the server hears of the window no more often than this.
const PACE_MS = 1000;
const SPANS_PX = 12;
const BARS_PX = 44;
const AXIS_PX = 16;
const LANE_PX = 3;
const CHARACTER_PX = 6.2;
const LEAST_BAR_PX = 1.4;
const PLAYED_DAYS = { day: 1, week: 7, month: 30 };
// What is played when the window holds everything and cannot move.
const FIRST_PLAYED_DAYS = { day: 7, week: 28, month: 182 };
const ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };
const CONTROLS = new WeakMap();

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// Days and words

const toIso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

function parts(day) {
  const at = new Date(day * DAY_MS);
  return { d: at.getUTCDate(), m: at.getUTCMonth(), y: at.getUTCFullYear() };
}

function sayDays(words, first, last, short = false) {
  const [a, b] = [parts(first), parts(last)];
  const months = short ? words.months_short : words.months;
  const values = { d: a.d, month: months[a.m], y: a.y, d2: b.d, month2: months[b.m], y2: b.y };
  if (first === last) return fill(words.day, values);
  if (a.y !== b.y) return fill(words.over_years, values);
  return fill(a.m === b.m ? words.in_month : words.in_year, values);
}

function toDay(y, m, d) {
  const at = new Date(Date.UTC(y, m, d));
  // Date rolls 31 June over into July; a date that was typed is meant or it is none.
  return at.getUTCMonth() === m && at.getUTCDate() === d ? Math.floor(at / DAY_MS) : null;
}

function findMonth(words, text) {
  if (text.length < 3) return -1;
  const lists = [words.months, words.months_short];
  return Math.max(...lists.map((names) => names.findIndex((name) => name.toLowerCase().startsWith(text))));
}

// Year, month (from 0) and day of what was typed; year or day are undefined where they were left out.
function readParts(words, typed) {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  let found = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text);
  if (found) return [+found[1], found[2] - 1, found[3] && +found[3]];
  found = /^(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2})?)?$/.exec(text);
  if (found) return [fullYear(found[3]), found[2] - 1, +found[1]];
  const tokens = text.match(/\d+|\p{L}+/gu) || [];
  const month = tokens.map((token) => findMonth(words, token)).find((m) => m >= 0);
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  if (month === undefined || numbers.length > 2) return null;
  const year = numbers.find((number) => number.length === 4);
  const rest = numbers.filter((number) => number !== year);
  if (rest.length === 2) return [fullYear(rest[1]), month, +rest[0]];
  return [year && +year, month, rest[0] && +rest[0]];
}

const fullYear = (text) => (text ? +text + (text.length === 2 ? 2000 : 0) : undefined);

// The day that was typed, or null. A month stands for its first or its last day; a date without a year is the one
// nearest to where the window is.
function readDay(words, typed, isEnd, near) {
  const read = readParts(words, typed);
  if (!read) return null;
  const [year, month, day] = read;
  if (month < 0 || month > 11) return null;
  const around = parts(near).y;
  const years = year === undefined ? [around, around - 1, around + 1] : [year];
  const days = years.map((y) => {
    if (day !== undefined) return toDay(y, month, day);
    return isEnd ? toDay(y + (month === 11), (month + 1) % 12, 1) - 1 : toDay(y, month, 1);
  });
  const real = days.filter((one) => one !== null);
  return real.length ? real.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a)) : null;
}

// Where a bar of this unit begins that holds the day, and where the next one does.
function barAround(unit, day) {
  if (unit === "day") return [day, day + 1];
  if (unit === "week") {
    // Day 0, in 1970, was a Thursday; weeks begin on Monday.
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return [monday, monday + 7];
  }
  const { m, y } = parts(day);
  return [toDay(y, m, 1), toDay(y + (m === 11), (m + 1) % 12, 1)];
}

function addUp(counts) {
  const sums = new Array(counts.length + 1).fill(0);
  counts.forEach((n, i) => { sums[i + 1] = sums[i] + n; });
  return sums;
}

// Drawing

function svg(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function pathOfBars(bars, pxPerDay) {
  const most = Math.max(1, ...bars.map((bar) => bar.n));
  return bars.filter((bar) => bar.n).map(({ from, to, n }) => {
    const width = (to - from) * pxPerDay;
    const gap = width >= 5 ? 1 : width >= 3 ? 0.5 : 0;
    // One statement among thousands is still seen.
    const height = Math.max(1.5, (n / most) * BARS_PX);
    const x = (from * pxPerDay + gap / 2).toFixed(2);
    return `M${x} ${SPANS_PX + BARS_PX}v${-height.toFixed(2)}h${Math.max(0.5, width - gap).toFixed(2)}V${SPANS_PX + BARS_PX}z`;
  }).join("");
}

// Each span on the first free line; those beyond the last line share it.
function pathOfSpans(spans, pxPerDay) {
  const lanes = Math.floor(SPANS_PX / LANE_PX) - 1;
  const taken = new Array(lanes).fill(-1);
  return spans.map(([from, to]) => {
    const free = taken.findIndex((until) => until < from * pxPerDay - 1);
    const lane = free < 0 ? lanes - 1 : free;
    taken[lane] = Math.max(taken[lane], (to + 1) * pxPerDay);
    return `M${(from * pxPerDay + 0.5).toFixed(2)} ${lane * LANE_PX + 1}h${Math.max(2, (to + 1 - from) * pxPerDay - 1).toFixed(2)}`;
  }).join("");
}

// Every month, or as many of them as there is room for, then days between them where those fit too. Each tick has
// the texts it can do with, the fullest first.
function findTicks(words, epoch, days, pxPerDay) {
  const monthPx = 30.4 * pxPerDay;
  const every = [1, 3, 12, 60, 120, 600].find((months) => months * monthPx >= 34) || 1200;
  const between = every === 1 && [1, 2, 5, 10].find((step) => step * pxPerDay >= 26);
  const ticks = [];
  for (let day = 0; day < days; day += 1) {
    const at = parts(epoch + day);
    const month = words.months_short[at.m];
    if (day === 0 && every < 12) {
      const dated = at.d > 1 ? [`${at.d} ${month} ${at.y}`] : [];
      ticks.push({ day, major: true, texts: [...dated, `${month} ${at.y}`, `${at.y}`, month] });
    } else if (at.d === 1 && (at.y * 12 + at.m) % every === 0) {
      const isYear = every >= 12 || (at.m === 0 && monthPx * every < 66);
      ticks.push({ day, major: true, texts: [isYear ? `${at.y}` : at.m === 0 ? `${month} ${at.y}` : month] });
    } else if (between && at.d > 1 && at.d % between === 0 && at.d < 30) {
      ticks.push({ day, major: false, texts: [`${at.d}`] });
    }
  }
  return ticks;
}

function keepRoom(ticks, pxPerDay, width) {
  const boxes = [];
  const place = ({ day, major, texts }) => {
    const left = day * pxPerDay - 3;
    const isFree = (right) => right <= width + 8 && boxes.every(([a, b]) => left >= b || right <= a);
    const text = texts.find((one) => isFree(left + one.length * CHARACTER_PX + 9));
    if (text) boxes.push([left, left + text.length * CHARACTER_PX + 9]);
    return { day, major, text };
  };
  // Months before days; the first label may stand a few days before a month's, which is worth more.
  const months = ticks.filter((tick) => tick.major);
  const order = [...months.slice(1), ...months.slice(0, 1), ...ticks.filter((tick) => !tick.major)];
  return order.map(place).filter((tick) => tick.text);
}

class Control {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.end = new AbortController();
    this.speed = 1;
    this.sent = [];
    this.parts = {
      track: this.find(".track"), plot: this.find(".plot"), loud: this.find(".loud"), band: this.find(".window"),
      gripStart: this.find(".grip.start"), gripEnd: this.find(".grip.end"), hover: this.find(".hover"),
      tip: this.find(".tip"), hitStart: this.find(".hit.start"), hitBand: this.find(".hit.band"),
      hitEnd: this.find(".hit.end"), saidWindow: this.find(".said b"), saidCount: this.find(".said span"),
      typedStart: this.find("[data-date=start]"), typedEnd: this.find("[data-date=end]"), fault: this.find(".fault"),
      status: this.find(".status"), choices: this.find(".choices"), more: this.find("[data-do=more]"),
    };
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.coarse = window.matchMedia("(pointer: coarse)");
    this.listen();
  }

  stop() {
    this.pause();
    window.clearTimeout(this.resting);
    window.cancelAnimationFrame(this.frame);
    this.sizes?.disconnect();
    this.end.abort();
  }

  // What the server says

  take(data, send) {
    this.send = send;
    const isFirst = !this.data;
    const drawn = JSON.stringify([data.first, data.unit, data.events, data.publications, data.spans, data.starts, data.ends]);
    const isNew = drawn !== this.drawn;
    this.data = data;
    if (isNew) this.takeFigures(drawn);
    if (isFirst) this.setWords();
    this.takeWindow(data, isFirst);
    if (isFirst) {
      this.sizes = new ResizeObserver(() => this.draw());
      this.sizes.observe(this.parts.track);
    } else if (isNew) {
      this.draw();
    }
  }

  takeFigures(drawn) {
    this.drawn = drawn;
    this.said = "";
    const before = this.epoch;
    const { first, starts, ends, publications, events } = this.data;
    this.epoch = Math.floor(Date.parse(`${first}T00:00:00Z`) / DAY_MS);
    this.days = events.length;
    this.sums = { starts: addUp(starts), ends: addUp(ends), events: addUp(events), publications: addUp(publications) };
    if (!this.window) return;
    // The window keeps its days, though the first one of the data may be another now.
    const end = clamp(this.window.end + before - this.epoch, 0, this.days - 1);
    this.window = this.shown = { start: clamp(this.window.start + before - this.epoch, 0, end), end };
  }

  // The server repeats what it was told, one run after the other; only what it says of itself moves the window, and
  // never under a hand.
  takeWindow({ window: [start, end], basis }, isFirst) {
    const given = this.name({ start, end }, basis);
    const echo = this.sent.indexOf(given);
    const isTheirs = echo < 0 && given !== this.server;
    if (echo >= 0) this.sent.splice(0, echo + 1);
    this.server = given;
    if (!isFirst && (!isTheirs || this.isBusy())) {
      this.render();
      return;
    }
    this.sent = [];
    this.basis = basis;
    this.window = this.shown = { start, end };
    this.draw();
  }

  isBusy() {
    return Boolean(this.drag || this.resting || this.playing);
  }

  name({ start, end }, basis) {
    return [toIso(this.epoch + start), toIso(this.epoch + end), basis].join(" ");
  }

  // What leaves the control

  // Moves the window; the map follows in the next frame, the server after `rest` ms, or not yet when that is undefined.
  move(start, end, rest) {
    this.window = { start, end };
    this.shown = this.window;
    this.ask();
    if (rest !== undefined) this.settle(rest);
  }

  ask() {
    if (this.frame) return;
    this.frame = window.requestAnimationFrame(() => {
      this.frame = 0;
      this.render();
      this.tellMap();
    });
  }

  tellMap() {
    const start = this.epoch + this.window.start;
    const end = this.epoch + this.window.end;
    const told = `${start} ${end} ${this.basis}`;
    if (told === this.told) return;
    this.told = told;
    if (!this.map?.isConnected) this.map = document.querySelector('iframe[title^="streamlit_folium"], .st-key-map iframe');
    try {
      this.map?.contentWindow?.dateline?.setWindow?.(start, end, this.basis);
    } catch (error) {
      // A frame of another origin, or a map that is just being opened: it draws the window it is sent by the server.
      if (!(error instanceof DOMException)) throw error;
    }
    window.dispatchEvent(new CustomEvent("dateline:window", { detail: { start, end, basis: this.basis } }));
  }

  settle(rest) {
    window.clearTimeout(this.resting);
    this.resting = rest ? window.setTimeout(() => this.commit(), rest) : 0;
    if (!rest) this.commit();
  }

  // In play the first step after a pause of the server is sent at once, the others when their second is over.
  settlePaced() {
    if (this.resting) return;
    this.settle(Math.max(0, PACE_MS - (performance.now() - (this.sentAt || -PACE_MS))));
  }

  commit() {
    window.clearTimeout(this.resting);
    this.resting = 0;
    const name = this.name(this.window, this.basis);
    if (name === (this.sent.at(-1) ?? this.server)) return;
    this.sent.push(name);
    this.sentAt = performance.now();
    const [start, end] = name.split(" ");
    this.send({ start, end, basis: this.basis });
    if (!this.playing) this.parts.status.textContent = this.sayWindow();
  }

  // Drawing

  setWords() {
    const { words } = this.data;
    const name = (selector, text) => {
      const element = this.find(selector);
      element.setAttribute("aria-label", text);
      if (element.tagName === "BUTTON" || element.tagName === "INPUT") element.title = text;
    };
    this.root.setAttribute("aria-label", words.control);
    name("[data-do=more]", words.more);
    for (const [step, word] of [[-7, words.week_back], [-1, words.day_back], [1, words.day_on], [7, words.week_on]]) {
      name(`[data-step="${step}"]`, word);
    }
    for (const end of ["start", "end"]) {
      name(`[data-date=${end}]`, words[end]);
      name(`.hit.${end}`, words[end]);
    }
    name(".hit.band", words.band);
    name(".presets", words.presets);
    name(".basis", words.basis);
    this.find(".to").textContent = words.to;
    for (const preset of ["week", "month", "all"]) {
      const button = this.find(`[data-preset=${preset}]`);
      button.textContent = words[`preset_${preset}`];
      button.title = words[`preset_${preset}_help`];
    }
    for (const label of this.root.querySelectorAll(".basis label")) {
      const { value } = label.querySelector("input");
      label.querySelector("span").textContent = words[`basis_${value}`];
      label.title = words[`basis_${value}_help`];
    }
    this.setPlay();
  }

  setPlay() {
    const { words } = this.data;
    const play = this.find("[data-do=play]");
    play.classList.toggle("playing", Boolean(this.playing));
    play.title = this.playing ? words.pause : words.play;
    play.setAttribute("aria-label", play.title);
    const speed = this.find("[data-do=speed]");
    speed.textContent = fill(words.speed_short, { n: this.speed });
    speed.title = fill(words.speed, { n: this.speed });
    speed.setAttribute("aria-label", speed.title);
  }

  counts() {
    return this.basis === "publication" ? this.data.publications : this.data.events;
  }

  // Statements whose date overlaps these days.
  countOver(start, end) {
    const [begun, over] = this.basis === "publication"
      ? [this.sums.publications, this.sums.publications] : [this.sums.starts, this.sums.ends];
    return begun[end + 1] - over[start];
  }

  barsOf(unit) {
    const sums = this.basis === "publication" ? this.sums.publications : this.sums.events;
    const bars = [];
    for (let day = 0; day < this.days;) {
      const to = Math.min(barAround(unit, this.epoch + day)[1] - this.epoch, this.days);
      bars.push({ from: day, to, n: sums[to] - sums[day] });
      day = to;
    }
    return bars;
  }

  // Everything that stays while the window moves.
  draw() {
    const width = this.parts.track.clientWidth;
    if (!width) return;
    this.width = width;
    this.isSmall = this.coarse.matches || this.root.clientWidth < 640;
    this.pxPerDay = width / this.days;
    const units = ["day", "week", "month"].slice(["day", "week", "month"].indexOf(this.data.unit));
    const unit = units.find((one) => PLAYED_DAYS[one] * this.pxPerDay >= LEAST_BAR_PX) || "month";
    this.bars = this.barsOf(unit);
    const counts = pathOfBars(this.bars, this.pxPerDay);
    const spans = this.basis === "publication" ? "" : pathOfSpans(this.data.spans, this.pxPerDay);
    for (const layer of this.root.querySelectorAll(".bars")) {
      layer.querySelector(".counts").setAttribute("d", counts);
      layer.querySelector(".spans").setAttribute("d", spans);
    }
    this.drawAxis(width);
    for (const radio of this.root.querySelectorAll(".basis input")) radio.checked = radio.value === this.basis;
    this.render();
  }

  drawAxis(width) {
    const ticks = findTicks(this.data.words, this.epoch, this.days, this.pxPerDay);
    const made = [svg("path", { class: "base", d: `M0 0.5H${width}` })];
    for (const { day, major, text } of keepRoom(ticks, this.pxPerDay, width)) {
      const x = Math.round(day * this.pxPerDay) + 0.5;
      made.push(svg("path", { class: major ? "major" : "minor", d: `M${x} 0v${major ? AXIS_PX - 3 : 4}` }));
      made.push(svg("text", { class: major ? "major" : "minor", x: x + 3, y: AXIS_PX - 3 }, text));
    }
    this.find(".axis").replaceChildren(...made);
  }

  // Everything that moves with the window.
  render() {
    if (!this.width) return;
    const { start, end } = this.shown;
    const left = start * this.pxPerDay;
    const right = (end + 1) * this.pxPerDay;
    const { loud, band, gripStart, gripEnd } = this.parts;
    loud.style.clipPath = `inset(0 ${this.width - right}px 0 ${left}px)`;
    band.style.transform = `translateX(${left}px)`;
    band.style.width = `${right - left}px`;
    gripStart.style.transform = `translateX(${left}px)`;
    gripEnd.style.transform = `translateX(${right}px)`;
    this.placeHits(left, right);
    this.say();
  }

  // The places a hand can take hold of: as wide as a finger needs, side by side even where the window is a sliver,
  // and never outside the control.
  placeHits(left, right) {
    const size = this.isSmall ? 44 : 24;
    const least = this.isSmall ? 44 : 16;
    const edge = this.isSmall ? 22 : 12;
    const width = right - left;
    const inside = clamp((width - least) / 2, 0, size / 2);
    const middle = Math.max(width - 2 * inside, least);
    const from = clamp((left + right - middle) / 2 - size, -edge, this.width + edge - middle - 2 * size);
    const places = [[this.parts.hitStart, from, size], [this.parts.hitBand, from + size, middle],
      [this.parts.hitEnd, from + size + middle, size]];
    for (const [hit, at, wide] of places) {
      hit.style.transform = `translateX(${at}px)`;
      hit.style.width = `${wide}px`;
    }
  }

  sayWindow() {
    const { start, end } = this.window;
    const count = this.sayCount(this.countOver(start, end));
    return fill(this.data.words.said, { window: this.sayDays(start, end), statements: count });
  }

  sayDays(start, end, short) {
    return sayDays(this.data.words, this.epoch + start, this.epoch + end, short);
  }

  sayCount(n) {
    const { words } = this.data;
    return fill(n === 1 ? words.one : words.many, { n: n.toLocaleString(words.locale) });
  }

  say() {
    const { start, end } = this.window;
    const said = this.name(this.window, this.basis);
    if (said === this.said) return;
    this.said = said;
    const { saidWindow, saidCount, hitStart, hitBand, hitEnd, typedStart, typedEnd } = this.parts;
    saidWindow.textContent = this.sayDays(start, end);
    saidCount.textContent = this.sayCount(this.countOver(start, end));
    setSlider(hitStart, 0, end, start, this.sayDays(start, start));
    setSlider(hitEnd, start, this.days - 1, end, this.sayDays(end, end));
    setSlider(hitBand, 0, this.days - 1 - (end - start), start, this.sayWindow());
    const active = this.root.getRootNode().activeElement;
    if (active !== typedStart) typedStart.value = this.sayDays(start, start, true);
    if (active !== typedEnd) typedEnd.value = this.sayDays(end, end, true);
    for (const preset of ["week", "month", "all"]) {
      const [from, to] = this.preset(preset);
      this.find(`[data-preset=${preset}]`).setAttribute("aria-pressed", String(from === start && to === end));
    }
  }

  // Moving

  preset(name) {
    if (name === "all") return [0, this.days - 1];
    if (name === "week") {
      const last = this.counts().findLastIndex((n) => n > 0);
      const to = last < 0 ? this.days - 1 : last;
      return [Math.max(0, to - 6), to];
    }
    const { start, end } = this.window;
    const [from, to] = barAround("month", this.epoch + Math.floor((start + end) / 2));
    return [clamp(from - this.epoch, 0, this.days - 1), clamp(to - this.epoch - 1, 0, this.days - 1)];
  }

  shift(by, rest) {
    const { start, end } = this.window;
    const to = clamp(start + by, 0, this.days - 1 - (end - start));
    this.move(to, to + end - start, rest);
  }

  pull(grip, by, rest) {
    const { start, end } = this.window;
    if (grip === "band") this.shift(by, rest);
    else if (grip === "start") this.move(clamp(start + by, 0, end), end, rest);
    else this.move(start, clamp(end + by, start, this.days - 1), rest);
  }

  play() {
    const { start, end } = this.window;
    const { unit } = this.data;
    if (start === 0 && end === this.days - 1) this.move(0, Math.min(FIRST_PLAYED_DAYS[unit], this.days) - 1);
    else if (end === this.days - 1) this.move(0, end - start);
    this.playing = window.setTimeout(() => this.playOn(), STEP_MS / this.speed);
    this.setPlay();
  }

  playOn() {
    const before = this.window;
    this.shift(PLAYED_DAYS[this.data.unit]);
    if (!this.calm.matches) this.glide(before);
    if (this.window.end >= this.days - 1) {
      this.pause();
      return;
    }
    this.settlePaced();
    this.playing = window.setTimeout(() => this.playOn(), STEP_MS / this.speed);
  }

  pause() {
    if (!this.playing) return;
    window.clearTimeout(this.playing);
    this.playing = 0;
    this.setPlay();
    this.settle(0);
  }

  // Only the band glides from day to day; what is counted and told is always a window of whole days.
  glide(before) {
    const began = performance.now();
    const { window: target } = this;
    const far = target.start - before.start;
    const step = (now) => {
      if (this.window !== target) return;
      const left = Math.max(0, 1 - (now - began) / Math.min(GLIDE_MS, STEP_MS / this.speed));
      this.shown = { start: target.start - far * left, end: target.end - far * left };
      this.render();
      if (left) window.requestAnimationFrame(step);
    };
    this.shown = before;
    window.requestAnimationFrame(step);
  }

  setBasis(basis) {
    this.basis = basis;
    this.draw();
    this.ask();
    this.settle(0);
  }

  typed(input) {
    const { words } = this.data;
    const isEnd = input.dataset.date === "end";
    const { start, end } = this.window;
    if (input.value.trim() === this.sayDays(isEnd ? end : start, isEnd ? end : start, true)) {
      this.setFault(input, "");
      return;
    }
    const read = readDay(words, input.value, isEnd, this.epoch + Math.floor((start + end) / 2));
    if (read === null) {
      this.setFault(input, fill(words.bad_date, { value: input.value.slice(0, 40) }));
      return;
    }
    const day = clamp(read - this.epoch, 0, this.days - 1);
    const limits = { first: this.sayDays(0, 0), last: this.sayDays(this.days - 1, this.days - 1) };
    this.setFault(input, day === read - this.epoch ? "" : fill(words.outside, limits), true);
    // The one that is typed holds; the other gives way.
    if (isEnd) this.move(Math.min(start, day), day, 0);
    else this.move(day, Math.max(end, day), 0);
    input.value = this.sayDays(day, day, true);
  }

  setFault(input, text, isUsed = false) {
    this.parts.fault.textContent = text;
    this.parts.fault.hidden = !text;
    for (const each of [this.parts.typedStart, this.parts.typedEnd]) each.removeAttribute("aria-invalid");
    if (text && !isUsed) input.setAttribute("aria-invalid", "true");
  }

  open(isOpen) {
    this.parts.choices.classList.toggle("open", isOpen);
    this.parts.more.setAttribute("aria-expanded", String(isOpen));
  }

  // Hands and keys

  listen() {
    const on = (target, kinds, act) => {
      for (const kind of kinds.split(" ")) target.addEventListener(kind, act, { signal: this.end.signal });
    };
    const { plot, typedStart, typedEnd, choices } = this.parts;
    on(this.root, "click", (event) => this.press(event.target.closest("button")));
    on(this.root, "keydown", (event) => this.key(event));
    on(this.root, "change", ({ target }) => { if (target.type === "radio") this.setBasis(target.value); });
    for (const input of [typedStart, typedEnd]) on(input, "blur", () => this.typed(input));
    on(plot, "pointerdown", (event) => this.grab(event));
    on(plot, "pointermove", (event) => this.follow(event));
    on(plot, "pointerup", (event) => this.letGo(event));
    on(plot, "pointercancel lostpointercapture", () => this.loseGrip());
    on(plot, "pointerleave", () => this.hover(null));
    on(document, "visibilitychange", () => { if (document.hidden) this.pause(); });
    on(document, "pointerdown", (event) => { if (!event.composedPath().includes(this.root)) this.open(false); });
    on(choices, "focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.root.contains(relatedTarget)) this.open(false);
    });
  }

  press(button) {
    if (!button) return;
    const { do: act, step, preset } = button.dataset;
    if (act === "play") this.toggle();
    if (act === "speed") {
      this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
      this.setPlay();
    }
    if (act === "more") this.open(!this.parts.choices.classList.contains("open"));
    if (step) {
      this.pause();
      this.shift(Number(step), KEY_REST_MS);
    }
    if (preset) {
      this.pause();
      this.move(...this.preset(preset), 0);
    }
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  key(event) {
    const { target, key } = event;
    if (key === "Escape" && this.parts.choices.classList.contains("open")) {
      this.open(false);
      this.parts.more.focus();
    }
    if (target.dataset.date && key === "Enter") this.typed(target);
    const { grip } = target.dataset;
    if (!grip || event.ctrlKey || event.metaKey || event.altKey) return;
    const { start, end } = this.window;
    // How far it is to either end; the window's own are as far as a handle goes.
    const home = grip === "end" ? start - end : -start;
    const away = grip === "start" ? end - start : this.days - 1 - end;
    const far = ARROWS[key] * (event.shiftKey && key.startsWith("Arrow") ? 7 : 1);
    const by = key === "Home" ? home : key === "End" ? away : far;
    if (key === " ") this.toggle();
    else if (Number.isNaN(by)) return;
    else {
      this.pause();
      this.pull(grip, by, KEY_REST_MS);
    }
    event.preventDefault();
    // Streamlit has shortcuts of its own on the page.
    event.stopPropagation();
  }

  dayAt(event) {
    return (event.clientX - this.parts.track.getBoundingClientRect().left) / this.pxPerDay;
  }

  grab(event) {
    if (event.button || this.drag) return;
    this.pause();
    // What keys have left unsaid is said when this hand lets go.
    window.clearTimeout(this.resting);
    this.resting = 0;
    const hit = event.target.closest("[data-grip]");
    this.drag = { x: event.clientX, before: this.window, from: this.window, grip: hit?.dataset.grip, id: event.pointerId };
    this.parts.plot.setPointerCapture(event.pointerId);
    this.hover(null);
  }

  follow(event) {
    if (!this.drag) {
      this.hover(event);
      return;
    }
    if (event.pointerId !== this.drag.id) return;
    if (!this.drag.grip && Math.abs(event.clientX - this.drag.x) > 4) this.centre(event);
    if (!this.drag.grip) return;
    const by = Math.round((event.clientX - this.drag.x) / this.pxPerDay);
    this.window = this.drag.from;
    this.pull(this.drag.grip, by);
  }

  // Beside the window the ground was touched: the window comes to the hand.
  centre(event) {
    const { start, end } = this.window;
    this.shift(Math.round(this.dayAt(event) - 0.5 - (start + end) / 2));
    Object.assign(this.drag, { grip: "band", from: this.window, x: event.clientX });
  }

  letGo(event) {
    if (!this.drag || event.pointerId !== this.drag.id) return;
    if (!this.drag.grip) this.centre(event);
    this.drag = null;
    this.settle(0);
  }

  // The browser took the finger away to scroll the page: nothing was meant.
  loseGrip() {
    if (!this.drag) return;
    const { before } = this.drag;
    this.drag = null;
    this.move(before.start, before.end, 0);
  }

  hover(event) {
    const { hover, tip } = this.parts;
    const day = event && event.pointerType !== "touch" && this.width ? Math.floor(this.dayAt(event)) : -1;
    const bar = this.bars?.find(({ from, to }) => day >= from && day < to);
    hover.hidden = tip.hidden = !bar;
    if (!bar) return;
    const { words } = this.data;
    const { from, to, n } = bar;
    const wider = this.countOver(from, to - 1) - n;
    const told = [this.sayCount(n)];
    if (wider) told.push(fill(words.wider, { n: wider.toLocaleString(words.locale) }));
    tip.firstChild.textContent = this.sayDays(from, to - 1);
    tip.lastChild.textContent = told.join(" · ");
    const middle = ((from + to) / 2) * this.pxPerDay;
    hover.style.transform = `translateX(${from * this.pxPerDay}px)`;
    hover.style.width = `${(to - from) * this.pxPerDay}px`;
    const half = tip.offsetWidth / 2;
    tip.style.transform = `translateX(${clamp(middle - half, 0, this.width - 2 * half)}px)`;
  }
}

function setSlider(element, least, most, now, text) {
  element.setAttribute("aria-valuemin", least);
  element.setAttribute("aria-valuemax", most);
  element.setAttribute("aria-valuenow", now);
  element.setAttribute("aria-valuetext", text);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".scrubber");
  if (!CONTROLS.has(root)) CONTROLS.set(root, new Control(root));
  const control = CONTROLS.get(root);
  control.take(data, (window) => setTriggerValue("window", window));
  return () => control.stop();
}
