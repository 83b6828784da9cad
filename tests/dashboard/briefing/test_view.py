"""The view on the screen becomes what a picture for a slide shows."""

from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from dashboard import words
from dashboard.briefing.picture import BriefingView
from dashboard.briefing.view import make_briefing
from dashboard.choices import Selection
from dashboard.map import Drawing
from dashboard.map.colours import SCALES
from dashboard.map.drawing import Circle, Shade

REGIONS = gpd.GeoDataFrame(
    {"place_id": ["east", "west"]}, geometry=[box(40, 33, 42, 37), box(38, 33, 40, 37)], crs=4326
)
SELECTION = Selection(date(2017, 11, 1), date(2017, 11, 14), place_id="mill")


def make_drawing(**more: object) -> Drawing:
    circles = (Circle("mill", "Mill", 35.0, 40.0, 9, True, 2), Circle("port", "Port", 36.0, 41.0, 1, False, 0))
    usual = {"circles": circles, "shades": (), "scale": None, "links": {"port": 2}}
    return Drawing(**(usual | more))  # type: ignore[arg-type]


def make(selection: Selection = SELECTION, drawing: Drawing | None = None, **more: object) -> BriefingView:
    usual = {
        "regions": REGIONS,
        "sentence": "Ten statements.",
        "bounds": (33.0, 38.0, 37.0, 42.0),
        "sources": ["b", "", "a", "b"],
        "as_of": None,
        "attribution": "Made",
        "theme": "dark",
    }
    return make_briefing(drawing or make_drawing(), selection=selection, **(usual | more))  # type: ignore[arg-type]


def test_circles_come_with_all_that_the_map_shows_of_them() -> None:
    view = make()
    assert view.circles.to_dict("records") == [
        {"place_id": "mill", "name": "Mill", "lat": 35.0, "lon": 40.0, "statements": 9, "certain": True, "colour": 2},
        {"place_id": "port", "name": "Port", "lat": 36.0, "lon": 41.0, "statements": 1, "certain": False, "colour": 0},
    ]
    assert view.links == {"port": 2}


def test_bounds_are_turned_to_west_south_east_north() -> None:
    assert make().extent == (38.0, 33.0, 42.0, 37.0)


def test_sources_stand_once_each_in_order() -> None:
    assert make().sources == ("a", "b")


def test_the_title_names_the_selected_place_or_everywhere() -> None:
    assert make().title == words.PICTURE_TITLE.format(name="Mill")
    nobody = Selection(SELECTION.start, SELECTION.end)
    assert make(nobody).title == words.PICTURE_TITLE.format(name=words.PICTURE_EVERYWHERE)
    assert make(nobody).selected is None
    assert make().selected == "mill"


@pytest.mark.parametrize("colour", ["recency", "kind"])
def test_colours_that_mean_something_are_named(colour: str) -> None:
    scale = SCALES["dark"][colour]
    selection = Selection(SELECTION.start, SELECTION.end, colour=colour)  # type: ignore[arg-type]
    view = make(selection, make_drawing(scale=scale))
    assert view.colours is not None
    assert (view.colours.name, view.colours.scale) == (words.PICTURE_COLOURS[colour], scale)
    assert make().colours is None


def test_only_shaded_regions_bring_their_polygons() -> None:
    view = make()
    assert len(view.shades) == 0
    assert {"place_id", "name", "statements", "geometry"} <= set(view.shades.columns)
    fields = Shade.__dataclass_fields__ if hasattr(Shade, "__dataclass_fields__") else Shade._fields
    assert {"id", "name", "n"} <= set(fields)
    assert isinstance(view.circles, pd.DataFrame)
