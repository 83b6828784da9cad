"""What part of the earth is looked at."""

from dashboard.contract import Bounds


def pad_bounds(bounds: Bounds, margin: float) -> Bounds:
    """Widen south, west, north, east by some degrees, inside the world."""
    south, west, north, east = bounds
    return (
        float(max(south - margin, -85.0)),
        float(max(west - margin, -180.0)),
        float(min(north + margin, 85.0)),
        float(min(east + margin, 180.0)),
    )
