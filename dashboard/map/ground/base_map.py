"""The base map: a Folium map whose script, style and vectors come from our own server.

Folium loads Leaflet from other people's servers; without a network the map stays blank. `BaseMap` takes all of it from
`/assets/`, and draws the ground from `geodata/data/basemap.geojson` in the browser (`map/ground/ground.js`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

import folium
import streamlit
from branca.element import MacroElement
from folium.template import Template

from dashboard import words
from dashboard.assets import address_asset, hash_file
from dashboard.contract import MAX_ZOOM, MIN_ZOOM, FontFace, GroundScene, Theme, TileLayer

BASEMAP_PATH = Path(str(files("geodata"))) / "data" / "basemap.geojson"
SHADING_PANE = "shading"
"""Pane under the names of the map and above the ground, for shaded regions."""

OWN_ATTRIBUTION = "Natural Earth; GeoNames CC BY 4.0"
OWN_NAME = words.GROUND_OWN

OSM = '&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors'
CARTO = f'{OSM}, &copy; <a href="https://carto.com/attributions">CARTO</a>'
ESRI = "Source: Esri, Maxar, Earthstar Geographics, and the GIS User Community"
TILE_LAYERS: list[TileLayer] = [
    {
        "key": "osm",
        "name": "OpenStreetMap",
        "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        "attribution": OSM,
        "max_zoom": 19,
    },
    {
        "key": "positron",
        "name": "CARTO Positron",
        "url": "https://{s}.basemaps.cartocdn.com/light_all/{z}/{x}/{y}{r}.png",
        "attribution": CARTO,
        "max_zoom": 20,
    },
    {
        "key": "dark-matter",
        "name": "CARTO Dark Matter",
        "url": "https://{s}.basemaps.cartocdn.com/dark_all/{z}/{x}/{y}{r}.png",
        "attribution": CARTO,
        "max_zoom": 20,
    },
    {
        "key": "imagery",
        "name": "Esri World Imagery",
        "url": "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
        "attribution": ESRI,
        "max_zoom": 18,
    },
]


@cache
def list_fonts() -> list[FontFace]:
    """Return the addresses of Streamlit's own sans, so that map and page are set in one face."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "media"
    faces = (("normal", "SourceSansVF-Upright*.woff2"), ("italic", "SourceSansVF-Italic*.woff2"))
    return [
        {"url": f"/static/media/{path.name}", "style": style}
        for style, pattern in faces
        for path in sorted(folder.glob(pattern))
    ]


class BaseMap(folium.Map):
    """A Folium map that asks nobody but our own server."""

    default_js = [  # noqa: RUF012  folium's own form
        ("dateline", address_asset("map/frame/door.js")),  # asks for all its scripts while Leaflet is on its way
        ("leaflet", "/assets/leaflet/leaflet.js"),
    ]
    default_css = [  # noqa: RUF012
        ("leaflet_css", "/assets/leaflet/leaflet.css"),
        ("dateline_ground", address_asset("map/ground/ground.css")),
        ("dateline_map", address_asset("map/frame/map.css")),
    ]


class DrawGround(MacroElement):
    """The call that draws the ground, the choice of layers, the scale and the attribution on the map it is added to."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            dateline.drawBaseMap({{ this._parent.get_name() }}, {{ this.ground|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, ground: GroundScene) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "DrawGround"
        self.ground = ground


def build_base_map(theme: Theme = "light", center: tuple[float, float] = (34.9, 40.5), zoom: int = 6) -> BaseMap:
    """Return a new base map; the same arguments give the same script, so that the browser keeps the map it has.

    Parameters
    ----------
    theme : {"light", "dark"}
        Colours of the ground and the controls.
    center : tuple of float
        Latitude and longitude of the middle at the first view, in degrees.
    zoom : int
        Leaflet zoom of the first view, from `MIN_ZOOM` to `MAX_ZOOM`.

    Returns
    -------
    BaseMap
        Without data. Give what moves to `st_folium` as `feature_group_to_add`.

    Raises
    ------
    ValueError
        If the theme or the zoom is not one of the allowed values.
    """
    if theme not in get_args(Theme):
        msg = f"theme is {theme!r}; allowed are {', '.join(get_args(Theme))}"
        raise ValueError(msg)
    if not MIN_ZOOM <= zoom <= MAX_ZOOM:
        msg = f"zoom is {zoom}; allowed are {MIN_ZOOM} to {MAX_ZOOM}"
        raise ValueError(msg)
    base_map = BaseMap(location=center, zoom_start=zoom, tiles=None, prefer_canvas=True, min_zoom=MIN_ZOOM)
    base_map.options["maxZoom"] = MAX_ZOOM
    DrawGround(describe_ground(theme)).add_to(base_map)
    return base_map


def describe_ground(theme: Theme) -> GroundScene:
    """Return what `drawGround` in `map/ground/ground.js` is told."""
    return {
        "url": f"/assets/data/basemap.geojson?v={hash_file(BASEMAP_PATH)}",
        "theme": theme,
        "origin": (35.0, 40.0),
        "attribution": OWN_ATTRIBUTION,
        "own_name": OWN_NAME,
        "fonts": list_fonts(),
        "tiles": TILE_LAYERS,
        "words": {"unreachable": words.GROUND_UNREACHABLE, "failed": words.GROUND_FAILED},
    }
