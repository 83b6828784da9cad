// Copies the page's address. A page that is not served over HTTPS has no clipboard of its own, so the old way stays.
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
