// The page's address: what of its changes makes an entry of the browser's history, and a button that copies it.

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

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".link");
  keepHistoryShort(data.quiet);
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
