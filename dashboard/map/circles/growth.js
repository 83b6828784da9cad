// Lets circles grow and shrink to their new sizes within a tenth of a second.

const GROW_MS = 120;
const FRAME_MS = 16;

export class Growth {
  #frame = 0;

  stop() {
    window.cancelAnimationFrame(this.#frame);
  }

  /**
   * Moves radii to their targets.
   * @param {number[]} moving  Marks.
   * @param {{ radii: Float64Array, targets: Float64Array }} sizes  By mark.
   * @param {(isOver: boolean) => void} draw  Called after each step.
   */
  start(moving, { radii, targets }, draw) {
    const from = moving.map((mark) => radii[mark]);
    const began = performance.now();
    const step = (/** @type {number} */ now) => {
      const share = Math.min(1, Math.max(0, (now - began) / GROW_MS));
      for (const [i, mark] of moving.entries()) radii[mark] = from[i] + (targets[mark] - from[i]) * share;
      draw(share >= 1);
      if (share < 1) this.#frame = window.requestAnimationFrame(step);
    };
    step(began + FRAME_MS);
  }
}
