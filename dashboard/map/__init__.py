"""The map: the ground, and on it the circles, regions and lines of the statements.

What draws them in the browser lies in folders of scripts: `frame` (its door `door.js` and its middle `map.js`),
`ground`, `circles`, `regions` and `labels`.
"""

from dashboard.map.colours import Scale
from dashboard.map.drawing import Drawing
from dashboard.map.ground import BASEMAP_PATH, OWN_ATTRIBUTION
from dashboard.map.loading import (
    load_packed_links,
    load_packed_places,
    load_packed_regions,
    load_packed_source_counts,
    load_packed_sources,
)
from dashboard.map.view import find_bounds, make_drawing, page_theme, show_map

__all__ = [
    "BASEMAP_PATH",
    "OWN_ATTRIBUTION",
    "Drawing",
    "Scale",
    "find_bounds",
    "load_packed_links",
    "load_packed_places",
    "load_packed_regions",
    "load_packed_source_counts",
    "load_packed_sources",
    "make_drawing",
    "page_theme",
    "show_map",
]
