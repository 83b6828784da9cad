// Follows the hand over the circles: the canvas takes no events itself, so that what lies under it can be clicked.

/**
 * What the hand meets; marks are numbers, -1 stands for none.
 * @typedef {object} Met
 * @property {(x: number, y: number) => number} find  The mark at a point of the frame.
 * @property {(mark: number) => void} hover
 * @property {(mark: number) => void} click
 */

/**
 * Listens to the hand.
 * @param {L.Map} map
 * @param {Met} met
 */
export function followPointer(map, { find, hover, click }) {
  const frame = map.getContainer();
  const findUnder = (/** @type {MouseEvent} */ event) => {
    if (event.target instanceof Element && event.target.closest(".leaflet-control")) return -1;
    const box = frame.getBoundingClientRect();
    return find(event.clientX - box.left, event.clientY - box.top);
  };
  frame.addEventListener("mousemove", (event) => {
    if (!event.buttons) hover(findUnder(event));
  });
  frame.addEventListener("mouseleave", () => hover(-1));
  // Before Leaflet hears of it, or the region under the circle would be clicked as well.
  frame.addEventListener(
    "click",
    (event) => {
      if (map.dragging.moved()) return;
      const mark = findUnder(event);
      if (mark < 0) return;
      event.stopPropagation();
      click(mark);
    },
    { capture: true },
  );
}
