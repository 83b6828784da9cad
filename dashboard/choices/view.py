"""Where the map is and where it flies to."""

from dataclasses import dataclass
from typing import Literal

from dashboard.choices.selection import View

Bounds = tuple[float, float, float, float]
"""South, west, north, east in degrees."""

Theme = Literal["light", "dark"]
"""Of the page around."""


@dataclass(frozen=True, slots=True)
class Flight:
    """Where the map should go, once.

    Attributes
    ----------
    number : int
        The map goes when it sees a number it has not seen yet, so a redraw never moves it.
    bounds : tuple of float, or None
        South, west, north, east in degrees, to be fitted.
    view : View or None
        A centre and zoom, where there are no bounds.
    """

    number: int
    bounds: Bounds | None = None
    view: View | None = None


def pad_bounds(bounds: Bounds, margin: float) -> Bounds:
    """Widen south, west, north, east by some degrees, inside the world."""
    south, west, north, east = bounds
    return (
        float(max(south - margin, -85.0)),
        float(max(west - margin, -180.0)),
        float(min(north + margin, 85.0)),
        float(min(east + margin, 180.0)),
    )
