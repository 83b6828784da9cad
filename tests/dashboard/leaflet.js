// What modules need of Leaflet when they are loaded without a browser: something to extend.

globalThis.L = /** @type {typeof globalThis.L} */ (/** @type {unknown} */ ({ Renderer: class {} }));
