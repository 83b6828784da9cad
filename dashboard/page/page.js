// The page as a whole: its history, its keyboard, its theme, and the button that copies its address.
import { copy } from "./clipboard.js";
import { keepHistoryShort } from "./history.js";
import { keepKeyboard } from "./keyboard.js";

/** @import { LinkMessage, Theme } from "../contract/contract.d.ts" */

/**
 * What Streamlit gives the script of a component with every run.
 *
 * @typedef {object} Component
 * @property {LinkMessage} data
 * @property {ParentNode} parentElement
 * @property {(name: "theme", theme: Theme) => void} setTriggerValue
 */

const TOLD_MS = 2500;
// What the server draws in colours it draws anew when the browser comes to another theme, once Streamlit has.
const THEME_REST_MS = 150;
/** @type {((theme: Theme) => void) | null} */
let tellTheme = null;

function followTheme() {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    setTimeout(() => tellTheme?.(matches ? "dark" : "light"), THEME_REST_MS);
  });
}

/** @param {LinkMessage} words */
function makeButton(words) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    button.textContent = (await copy(location.href)) ? words.copied : words.failed;
    setTimeout(() => {
      button.textContent = words.copy;
    }, TOLD_MS);
  });
  return button;
}

/** @param {Component} component */
export default function ({ data, parentElement, setTriggerValue }) {
  keepHistoryShort(data.quiet);
  if (!tellTheme) {
    keepKeyboard();
    followTheme();
  }
  tellTheme = (theme) => setTriggerValue("theme", theme);
  const box = parentElement.querySelector(".link");
  if (box && !box.firstChild) box.append(makeButton(data));
}
