// What of Leaflet 1.9's insides the scripts lean on; its own types do not tell it.

import "leaflet";

declare module "leaflet" {
  interface Map {
    _animatingZoom?: boolean;
  }
  interface Handler {
    moved(): boolean;
  }
  interface Renderer {
    _bounds?: Bounds;
    _container?: HTMLElement;
    _update(): void;
  }
}
