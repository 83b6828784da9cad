// A canvas that stays in place while the map pans and zooms: the ground, its names and the circles are drawn on one each.

/** @typedef {{ corner: L.Point, size: L.Point, zoom: number, ratio: number }} SheetView */
/** @typedef {{ x: number, y: number, r: number }} Disc */

/**
 * Gives the pen of a canvas.
 * @param {HTMLCanvasElement} canvas
 */
export function penOf(canvas) {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws on no canvas.");
  return pen;
}

/** A Leaflet renderer without paths, which paints as a whole. */
export class Sheet extends L.Renderer {
  /**
   * @param {(pen: CanvasRenderingContext2D, view: SheetView) => void} paint
   * @param {L.RendererOptions} options
   */
  constructor(paint, options) {
    super({ padding: 0.25, ...options });
    this.paint = paint;
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("aria-hidden", "true");
    this.canvas.style.pointerEvents = "none";
    /**
     * Lists what names of the ground keep off, in pixels of the frame.
     * @type {(() => Disc[]) | null}
     */
    this.listDiscs = null;
  }

  // The names are Leaflet's.

  _initContainer() {
    this._container = this.canvas;
  }

  _destroyContainer() {
    this.canvas.remove();
    delete this._container;
  }

  _updatePaths() {}

  _onZoomEnd() {}

  /** @override */
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    super._update();
    if (!this._bounds) return;
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this.canvas, this._bounds.getTopLeft());
    this.canvas.width = Math.round(size.x * ratio);
    this.canvas.height = Math.round(size.y * ratio);
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    this.repaint();
  }

  repaint() {
    if (!(this._map && this._bounds)) return;
    const pen = penOf(this.canvas);
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const corner = this._map.getPixelOrigin().add(this._bounds.getTopLeft());
    this.paint(pen, { corner, size: this._bounds.getSize(), zoom: this._map.getZoom(), ratio });
  }
}
