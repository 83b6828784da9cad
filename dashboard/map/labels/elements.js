// Elements with text: what comes from reports and gazetteers is set with textContent, no string of theirs is ever HTML.

/**
 * Makes an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {string} [text]
 */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * Writes a number for a reader.
 * @param {number} n
 */
export const writeNumber = (n) => n.toLocaleString("en");
