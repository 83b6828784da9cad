// Copies a text.

/**
 * Copy a text, and tell whether that was possible.
 *
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page that is not served over HTTPS has no clipboard of its own, and the browser's settings may refuse it.
    return copyField(text);
  }
}

/** @param {string} text */
function copyField(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  return isDone;
}
