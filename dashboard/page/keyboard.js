// The keyboard, which nobody may lose.

/** What was pressed last, and what opened the dialog that is open. */
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

  /** Tell who is to have the keyboard now; null for nobody new. */
  findNext() {
    const wasOpen = this.#isOpen;
    this.#isOpen = document.querySelector("[role=dialog]") !== null;
    this.#isWaiting ||= Boolean(this.#last?.disabled);
    const isReady = this.#isWaiting && !this.#last?.disabled;
    if (isReady) this.#isWaiting = false;
    if (wasOpen && !this.#isOpen) return this.#opener;
    return isReady ? this.#last : null;
  }
}

/**
 * A dialog gives the keyboard back to what opened it, but not where that is inside a component of ours; and a button
 * that is disabled while its download is made leaves it to nobody, so that Escape reaches no dialog.
 */
export function keepKeyboard() {
  const pressed = new Pressed();
  const giveBack = () => {
    const next = pressed.findNext();
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost && next?.isConnected) next.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => pressed.note(event), { capture: true });
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };
  new MutationObserver(giveBack).observe(document.body, watched);
}
