"""The view on the screen -> what the picture for a slide shows; no Streamlit."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import geopandas as gpd
import pandas as pd

from dashboard import words
from dashboard.briefing import BriefingView
from dashboard.briefing_places import Colours
from dashboard.layers import Drawing
from dashboard.selection import Selection

Theme = Literal["light", "dark"]
Bounds = tuple[float, float, float, float]


def make_briefing(
    drawing: Drawing,
    *,
    regions: gpd.GeoDataFrame,
    selection: Selection,
    sentence: str,
    bounds: Bounds,
    sources: Iterable[str],
    as_of: date | None,
    attribution: str,
    theme: Theme,
) -> BriefingView:
    """Gather what the picture needs from what the screen shows.

    Parameters
    ----------
    drawing : Drawing
        Circles and shades as on the map.
    regions : geopandas.GeoDataFrame
        place_id, geometry.
    selection : Selection
        Window and place.
    sentence : str
        The page's own line of words.
    bounds : tuple of float
        South, west, north, east of the map, in degrees.
    sources : iterable of str
        Where the reports shown are from; empty ones are left out.
    as_of : datetime.date or None
        The latest day a report of the store was published.
    attribution : str
        Whose data map and gazetteer are.
    theme : {"light", "dark"}
        As the page is.
    """
    south, west, north, east = bounds
    circles = pd.DataFrame(
        [(c.id, c.name, c.lat, c.lon, c.n, c.certain, c.colour) for c in drawing.circles],
        columns=["place_id", "name", "lat", "lon", "statements", "certain", "colour"],
    )
    shades = pd.DataFrame([(s.id, s.name, s.n) for s in drawing.shades], columns=["place_id", "name", "statements"])
    names = {c.id: c.name for c in drawing.circles} | {s.id: s.name for s in drawing.shades}
    return BriefingView(
        title=words.PICTURE_TITLE.format(name=names.get(selection.place_id, words.PICTURE_EVERYWHERE)),
        window=(selection.start, selection.end),
        as_of=as_of,
        sentence=sentence,
        extent=(west, south, east, north),
        circles=circles,
        shades=regions[["place_id", "geometry"]].merge(shades, on="place_id"),
        selected=selection.place_id or None,
        sources=tuple(sorted(set(filter(None, sources)))),
        attribution=attribution,
        theme=theme,
        colours=Colours(words.PICTURE_COLOURS[selection.colour], drawing.scale) if drawing.scale else None,
        links=drawing.links,
    )
