// What of the page's address makes an entry of the browser's history.

/**
 * Name what an address says of choices, without what is quiet.
 *
 * @param {string} address
 * @param {string} base what a relative one starts from
 * @param {string[]} quiet parameters that are no choice: where map and window merely stand
 */
export function nameChoices(address, base, quiet) {
  const { pathname, searchParams } = new URL(address, base);
  for (const name of quiet) searchParams.delete(name);
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

/**
 * Streamlit makes an entry of every change. Going back is to undo a choice, so what is quiet takes the place of what
 * the last entry says.
 *
 * @param {string[]} quiet
 */
export function keepHistoryShort(quiet) {
  if (Object.hasOwn(history, "pushState")) return;
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, address) => {
    const here = nameChoices(location.href, location.href, quiet);
    const isSame = nameChoices(String(address), location.href, quiet) === here;
    if (isSame) history.replaceState(state, unused, address);
    else push(state, unused, address);
  };
}
