"""The view on the screen -> what the picture for a slide shows; no Streamlit."""

import geopandas as gpd
import pandas as pd

from dashboard import words
from dashboard.briefing import BriefingView
from dashboard.layers import Drawing
from dashboard.selection import Selection

Bounds = tuple[float, float, float, float]


def make_briefing(
    drawing: Drawing,
    *,
    regions: gpd.GeoDataFrame,
    selection: Selection,
    sentence: str,
    bounds: Bounds,
    reports: pd.DataFrame,
    attribution: str,
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
    reports : pandas.DataFrame
        source and published_on of the reports shown.
    attribution : str
        Whose data map and gazetteer are.
    """
    south, west, north, east = bounds
    circles = pd.DataFrame(
        [(c.id, c.name, c.lat, c.lon, c.n, c.certain) for c in drawing.circles],
        columns=["place_id", "name", "lat", "lon", "statements", "certain"],
    )
    shades = pd.DataFrame([(s.id, s.name, s.n) for s in drawing.shades], columns=["place_id", "name", "statements"])
    names = {c.id: c.name for c in drawing.circles} | {s.id: s.name for s in drawing.shades}
    published = reports["published_on"].dropna()
    return BriefingView(
        title=words.PICTURE_TITLE.format(name=names.get(selection.place_id, words.PICTURE_EVERYWHERE)),
        window=(selection.start, selection.end),
        as_of=published.max().date() if len(published) else None,
        sentence=sentence,
        extent=(west, south, east, north),
        circles=circles,
        shades=regions[["place_id", "geometry"]].merge(shades, on="place_id"),
        selected=selection.place_id or None,
        sources=tuple(sorted({source for source in reports["source"] if source})),
        attribution=attribution,
        theme="light",
    )
