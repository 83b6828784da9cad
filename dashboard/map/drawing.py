"""Counted places -> the one Folium layer that moves, and what it draws with; no Streamlit.

Names in it come from reports and gazetteers, and Folium is no friend of hostile names: it writes them into
JavaScript, streamlit-folium evaluates that in a page of our own origin, and branca compiles the same text
as a Jinja template on the server. So a layer carries no names at all, only addresses and plain data as JSON in
which nothing but letters and digits stands unescaped; our own script in the map's frame fetches the names and draws
them with textContent.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.choices import pad_bounds
from dashboard.contract import BREAK_STEPS, SHADES, Bounds, PlaceRows
from dashboard.map.colours import Scale, classify_kinds
from dashboard.text import show_controls

LARGEST_RADIUS_PX = 34.0
RADIUS_OF_ONE_PX = 5.0

_AROUND_PLACE_DEG = 0.35
_MARGIN_DEG = 0.04


@dataclass(frozen=True, slots=True)
class Circle:
    """A settlement or site with statements in the window.

    Attributes
    ----------
    id, name : str
        Its place_id and preferred name.
    lat, lon : float
        WGS 84 degrees.
    n : int
        Statements in the window.
    certain : bool
        False where no placement is certain: drawn dashed.
    colour : int
        Its class, where colours tell something.
    """

    id: str
    name: str
    lat: float
    lon: float
    n: int
    certain: bool
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Shade:
    """A region with statements in the window.

    Attributes
    ----------
    id, name : str
        Its place_id and preferred name.
    n : int
        Statements about it and about what lies in it.
    tint : int
        From 0 for the fewest statements to 4 for the most.
    """

    id: str
    name: str
    n: int
    tint: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture of the map shows.

    Attributes
    ----------
    circles : tuple of Circle
        Largest first, so that small ones are drawn above.
    shades : tuple of Shade
        Regions.
    scale : Scale or None
        Fill and label of every class of the circles; None where all are of one colour.
    links : mapping of str to int
        Reports that name the selected place and another, by the place_id of the other; empty where no lines are drawn.
    """

    circles: tuple[Circle, ...]
    shades: tuple[Shade, ...]
    scale: Scale | None = None
    links: Mapping[str, int] = field(default_factory=dict)


def write_places(places: pd.DataFrame, place_ids: Sequence[str], feature_code: str = "ADM1") -> str:
    """Write what the map draws places with as JSON.

    Parameters
    ----------
    places : pandas.DataFrame
        By place_id: name, kind, feature_code, lat, lon, has_polygon.
    place_ids : sequence of str
        Places in the order of the counts.
    feature_code : str
        The level of the regions that are shaded: those of several would cover each other.

    Returns
    -------
    str
        Arrays of equal length, in that order: ids, names, lats, lons, kinds as `colours.classify_kinds` has them, and
        marks: "circle", "shade" or "".
    """
    rows = places.reindex(list(place_ids))
    is_shade = (rows["has_polygon"] & (rows["feature_code"] == feature_code)).to_numpy(dtype=bool)
    marks = np.select([rows["kind"].isin(("settlement", "site")).to_numpy(), is_shade], ["circle", "shade"], "")
    columns: PlaceRows = {
        "ids": list(place_ids),
        "names": [show_controls(str(name)) for name in rows["name"]],
        "lats": rows["lat"].round(5).tolist(),
        "lons": rows["lon"].round(5).tolist(),
        "kinds": classify_kinds(rows).tolist(),
        "marks": marks.tolist(),
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def make_circles(
    places: pd.DataFrame, counts: pd.DataFrame, selected: str = "", classes: Mapping[str, int] | None = None
) -> tuple[Circle, ...]:
    """Make a circle of each settlement and site that has statements, and of the selected one in any case.

    Parameters
    ----------
    places : pandas.DataFrame
        By place_id: name, kind, lat, lon.
    counts : pandas.DataFrame
        By place_id: statements, certain.
    selected : str
        place_id; empty for none.
    classes : mapping of str to int, or None
        Class of colour of each place; None where all are of one.

    Returns
    -------
    tuple of Circle
        Largest first; `n` is 0 where nothing is said of the selected place.
    """
    points = places[places["kind"].isin(("settlement", "site"))].join(counts)
    points = points[points["statements"].notna() | (points.index == selected)]
    points = points.assign(statements=points["statements"].fillna(0), certain=points["certain"].fillna(value=True))
    points = points.sort_values(["statements", "name"], ascending=[False, True])
    columns = ("name", "lat", "lon", "statements", "certain")
    classes = classes or {}
    return tuple(
        Circle(
            str(place_id),
            show_controls(str(name)),
            round(lat, 5),
            round(lon, 5),
            int(n),
            bool(certain),
            classes.get(str(place_id), 0),
        )
        for place_id, name, lat, lon, n, certain in zip(points.index, *(points[c] for c in columns), strict=True)
    )


def make_shades(
    places: pd.DataFrame, counts: pd.DataFrame, feature_code: str = "ADM1"
) -> tuple[tuple[Shade, ...], tuple[int, ...]]:
    """Make a shade of each region of one level that has a polygon and statements.

    Parameters
    ----------
    places : pandas.DataFrame
        By place_id: name, feature_code, has_polygon.
    counts : pandas.DataFrame
        By place_id: statements.
    feature_code : str
        The level: regions of several would cover each other.

    Returns
    -------
    shades : tuple of Shade
        In order of place_id.
    breaks : tuple of int
        Lowest count of each tint.
    """
    regions = (
        places[places["has_polygon"] & (places["feature_code"] == feature_code)].join(counts, how="inner").sort_index()
    )
    breaks = class_breaks(regions["statements"].tolist())
    tints = np.searchsorted(breaks, regions["statements"].to_numpy(dtype=int), side="right") - 1
    shades = (
        Shade(str(place_id), show_controls(str(name)), int(n), int(tint))
        for place_id, name, n, tint in zip(regions.index, regions["name"], regions["statements"], tints, strict=True)
    )
    return tuple(shades), breaks


def class_breaks(counts: Sequence[int]) -> tuple[int, ...]:
    """Cut counts into at most five classes of a rising scale that a reader can name: 1, 2, 5, 10, 20, 50 ...

    Returns
    -------
    tuple of int
        Lowest count of each class, the first 1; the highest class holds the largest count.
    """
    if not counts:
        return (1,)
    decades = range(len(str(max(counts))))
    reached = [step * 10**decade for decade in decades for step in BREAK_STEPS if step * 10**decade <= max(counts)]
    return (1, *reached[-(SHADES - 1) :]) if len(reached) > SHADES else tuple(reached)


def choose_bounds(places: pd.DataFrame, region_boxes: pd.DataFrame, selected: str) -> Bounds | None:
    """Choose what a newly opened map shows: the selected place, else the region with most statements, else all places.

    Parameters
    ----------
    places : pandas.DataFrame
        Places with statements, by place_id: kind, feature_code, lat, lon, has_polygon, statements.
    region_boxes : pandas.DataFrame
        By place_id: minx, miny, maxx, maxy of the polygon in degrees.
    selected : str
        place_id; empty for none.

    Returns
    -------
    tuple of float or None
        South, west, north, east in degrees; None where nothing is on the map.
    """
    points = places[places["kind"].isin(("settlement", "site"))]
    regions = places[places["has_polygon"] & (places["feature_code"] == "ADM1")]
    chosen = points[points.index == selected]
    if not chosen.empty:
        return pad_bounds(_span_points(chosen), _AROUND_PLACE_DEG)
    if not regions.empty:
        region_id = selected if selected in regions.index else str(regions["statements"].idxmax())
        box = region_boxes[region_boxes.index == region_id].iloc[0]
        return pad_bounds((box["miny"], box["minx"], box["maxy"], box["maxx"]), _MARGIN_DEG)
    return None if points.empty else pad_bounds(_span_points(points), _MARGIN_DEG)


def radius_scale(most: int) -> float:
    """Choose the radius in pixels of one statement so that the largest circle of the whole corpus fits.

    Parameters
    ----------
    most : int
        Statements about the most named place in the whole corpus: a scale that followed the window would
        let circles change their size without a change of number.
    """
    return min(RADIUS_OF_ONE_PX, LARGEST_RADIUS_PX / math.sqrt(max(most, 1)))


def _span_points(points: pd.DataFrame) -> Bounds:
    lat, lon = points["lat"].to_numpy(dtype=float), points["lon"].to_numpy(dtype=float)
    return (float(lat.min()), float(lon.min()), float(lat.max()), float(lon.max()))
