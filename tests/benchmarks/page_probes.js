// What bench_page.py measures with, inside the page. Times are in ms since 1970, so that frames can be compared.
{
  const now = () => performance.timeOrigin + performance.now();

  // Work of each frame in which the pointer moved: from the first handler to the end of layout and paint. A message
  // posted from a frame's callback arrives when the frame is done; the map's frame shares the thread and is included.
  /** @type {number[]} */
  const frames = [];
  const channel = new MessageChannel();
  let began = 0;
  channel.port1.onmessage = () => {
    frames.push(now() - began);
    began = 0;
  };
  window.addEventListener(
    "pointermove",
    () => {
      if (began) return;
      began = now();
      requestAnimationFrame(() => channel.port2.postMessage(0));
    },
    true,
  );

  // When the words in some elements last changed; shadow roots are part of them.
  /** @param {string[]} selectors */
  const listRoots = (selectors) =>
    selectors
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .flatMap((element) => [element, ...[...element.querySelectorAll("*")].flatMap((e) => e.shadowRoot ?? [])]);
  /** @param {string[]} selectors */
  const read = (selectors) =>
    listRoots(selectors)
      .map((root) => root.textContent)
      .join("\n");
  let stop = () => {};
  /** @type {{ first: number, last: number } | null} */
  let latest = null;

  /** @param {string[]} selectors */
  const watch = (selectors) => {
    stop();
    const change = { first: 0, last: 0 };
    latest = change;
    let words = read(selectors);
    // Once a frame, before it is painted: looking at every mutation would take longer than what is measured.
    let asked = false;
    const ask = () => {
      if (!asked) requestAnimationFrame(look);
      asked = true;
    };
    const look = () => {
      asked = false;
      follow();
      const found = read(selectors);
      if (found === words) return;
      words = found;
      change.last = now();
      change.first = change.first || change.last;
    };
    const seen = new WeakSet();
    const observer = new MutationObserver(ask);
    const follow = () => {
      for (const root of [document.body, ...listRoots(selectors)]) {
        if (seen.has(root)) continue;
        seen.add(root);
        observer.observe(root, { childList: true, subtree: true, characterData: true });
      }
    };
    follow();
    stop = () => observer.disconnect();
  };

  const probe = {
    watch,
    change: () => latest,
    takeFrames: () => frames.splice(0),
    // When the hand last let go or pressed a key.
    act: 0,
  };
  /** @param {EventTarget} target */
  const probeActs = (target) => {
    const note = () => {
      probe.act = now();
    };
    for (const kind of ["pointerup", "keyup", "click"]) target.addEventListener(kind, note, true);
  };
  probeActs(window);
  Object.assign(window, { probe, probeActs });
}
