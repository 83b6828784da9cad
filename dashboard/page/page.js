// The page as a whole: what of its address makes an entry of the browser's history, a button that copies the address,
// the keyboard that nobody may lose, and the theme.

// Streamlit makes an entry of every change. Going back is to undo a choice, so where map and window merely stand takes
// the place of what the last entry says.
function keepHistoryShort(quiet) {
  if (Object.hasOwn(history, "pushState")) return;
  const choices = (address) => {
    const { pathname, searchParams } = new URL(address, location.href);
    quiet.forEach((name) => searchParams.delete(name));
    searchParams.sort();
    return `${pathname}?${searchParams}`;
  };
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, address) =>
    choices(address) === choices(location.href) ? history.replaceState(state, unused, address) : push(state, unused, address);
}

// A page that is not served over HTTPS has no clipboard of its own, so the old way stays.
const TOLD_MS = 2500;

async function copy(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser's settings; the old way may still be allowed.
    }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

// A dialog gives the keyboard back to what opened it, but not where that is inside a component of ours; and a button
// that is disabled while its download is made leaves it to nobody, so that Escape reaches no dialog.
function keepKeyboard() {
  let [pressed, opener, isOpen, isWaiting] = [null, null, false, false];
  const note = (event) => {
    const path = event.composedPath();
    pressed = path.find((element) => element.tagName === "BUTTON") ?? null;
    isWaiting = false;
    if (!path.some((element) => element.getAttribute?.("role") === "dialog")) opener = pressed;
  };
  const giveBack = () => {
    const wasOpen = isOpen;
    isOpen = Boolean(document.querySelector("[role=dialog]"));
    isWaiting ||= Boolean(pressed?.disabled);
    const isReady = isWaiting && !pressed.disabled;
    if (isReady) isWaiting = false;
    const wanted = wasOpen && !isOpen ? opener : isReady ? pressed : null;
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost && wanted?.isConnected) wanted.focus({ preventScroll: true });
  };
  document.addEventListener("click", note, { capture: true });
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };
  new MutationObserver(giveBack).observe(document.body, watched);
}

// What the server draws in colours it draws anew when the browser comes to another theme, once Streamlit has.
const THEME_REST_MS = 150;
let tellTheme = null;

function followTheme() {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    setTimeout(() => tellTheme(matches ? "dark" : "light"), THEME_REST_MS);
  });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".link");
  keepHistoryShort(data.quiet);
  if (!tellTheme) {
    keepKeyboard();
    followTheme();
  }
  tellTheme = (theme) => setTriggerValue("theme", theme);
  if (box.firstChild) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = data.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    button.textContent = (await copy(location.href)) ? data.copied : data.failed;
    setTimeout(() => (button.textContent = data.copy), TOLD_MS);
  });
  box.append(button);
}
