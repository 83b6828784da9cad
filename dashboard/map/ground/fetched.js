// Files of our own server that a frame asks for once.

/** @type {Map<string, Promise<unknown>>} */
const fetched = new Map();

/**
 * Gives what an address has; one that failed may be asked for again.
 * @template T
 * @param {string} address
 * @param {(answer: Response) => Promise<T>} read
 * @returns {Promise<T>}
 */
export function fetchOnce(address, read) {
  const known = fetched.get(address);
  // What an address gives is always read in the same way.
  if (known) return /** @type {Promise<T>} */ (known);
  const answer = fetch(address, { credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return read(response);
  });
  answer.catch(() => fetched.delete(address));
  fetched.set(address, answer);
  return answer;
}

/**
 * Lets the browser have the room of an answer back.
 * @param {string} address
 */
export function forgetFetched(address) {
  fetched.delete(address);
}
