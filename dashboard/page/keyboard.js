// The keyboard, which nobody may lose.

/**
 * What was pressed last, and what opened the dialog that is open. Streamlit may put another button in the place of the
 * one that was pressed; the key of the widget finds it again.
 */
class Pressed {
  /** @type {HTMLButtonElement | null} */
  #last = null;
  /** @type {HTMLButtonElement | null} */
  #opener = null;
  #isOpen = false;
  #isWaiting = false;

  /** @param {Event} event */
  note(event) {
    const path = event.composedPath().filter((target) => target instanceof Element);
    this.#last = path.find((element) => element instanceof HTMLButtonElement) ?? null;
    this.#isWaiting = false;
    if (!path.some((element) => element.getAttribute("role") === "dialog")) this.#opener = this.#last;
  }

  /** The viewer moved on; nothing is given back to what was pressed before. */
  forget() {
    this.#last = null;
    this.#isWaiting = false;
  }

  /**
   * Tell who is to have the keyboard now; null for nobody new.
   * @param {MutationRecord[]} records
   * @returns {HTMLButtonElement | null}
   */
  findNext(records) {
    const wasOpen = this.#isOpen;
    this.#isOpen = document.querySelector("[role=dialog]") !== null;
    if (wasOpen && !this.#isOpen) return isFree() && this.#opener ? findAgain(this.#opener) : null;
    const button = this.#last && findAgain(this.#last);
    if (!button) return null;
    const wasDisabled = records.some((record) => record.target === button && record.type === "attributes");
    this.#isWaiting ||= wasDisabled || (button !== this.#last && isFree());
    this.#last = button;
    if (!this.#isWaiting || button.disabled) return null;
    this.#isWaiting = false;
    return button;
  }
}

/** @param {HTMLButtonElement} button */
function findAgain(button) {
  if (button.isConnected) return button;
  const key = [...(button.closest("[class*='st-key-']")?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  /** @type {HTMLButtonElement | null} */
  const other = key ? document.querySelector(`.${CSS.escape(key)} button`) : null;
  return other;
}

const isFree = () => !document.activeElement || document.activeElement === document.body;

/**
 * A dialog gives the keyboard back to what opened it, but not where that is inside a component of ours; and a button
 * that is disabled while its download is made leaves it to nobody, so that Escape reaches no dialog, or to whatever
 * the dialog takes for its first.
 */
export function keepKeyboard() {
  const pressed = new Pressed();
  document.addEventListener("click", (event) => pressed.note(event), { capture: true });
  for (const moved of ["keydown", "pointerdown"]) {
    document.addEventListener(moved, () => pressed.forget(), { capture: true });
  }
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };
  new MutationObserver((records) => {
    const next = pressed.findNext(records);
    if (next && next !== document.activeElement) next.focus({ preventScroll: true });
  }).observe(document.body, watched);
}
