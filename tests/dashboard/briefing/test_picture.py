"""The briefing picture: exact, deterministic, plain about hostile text, and honest in its scales."""

import io
import math
import struct
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from made_country import SAMPLE
from made_pictures import HOSTILE, NO_SHADES, PANEL, count_near, make_base, make_circles, make_shades, read_pixels
from PIL import Image
from shapely.geometry import box

from dashboard.briefing.ground import Frame
from dashboard.briefing.picture import BaseLayers, BriefingView, draw_picture, list_sources
from dashboard.briefing.places import find_spots
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS, clean_text

BASEMAP = SAMPLE / "basemap.geojson"


NO_CIRCLES = pd.DataFrame(columns=["place_id", "name", "lat", "lon", "statements", "certain"])


@pytest.fixture(scope="module")
def base() -> BaseLayers:
    return make_base()


@pytest.fixture
def view() -> BriefingView:
    return BriefingView(
        title="Two towns claimed in one week",
        window=(date(2017, 11, 1), date(2017, 11, 14)),
        as_of=date(2017, 12, 11),
        sentence="12 statements are shown; 3 without a place are left out.",
        extent=(38.0, 33.0, 42.0, 37.0),
        circles=make_circles([("Newtown", 35.0, 40.0, 9), ("Ford", 34.5, 39.0, 4), ("Hill", 36.0, 41.0, 1)]),
        shades=make_shades([("West", 12, box(38, 33, 40, 37)), ("East", 3, box(40, 33, 42, 37))]),
        selected="p0",
        sources=("agency", "ministry"),
        attribution="Base map: made for tests",
        theme="light",
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_picture_is_a_png_of_1920_by_1080_in_the_colours_of_its_theme(view, base, theme):
    png = draw_picture(replace(view, theme=theme), base)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1920, 1080)
    assert Image.open(io.BytesIO(png)).info.keys() <= {"dpi"}, "no date or maker in the file"
    assert count_near(png, PAINTS[theme].page, 2) > 200_000
    assert count_near(png, PAINTS[theme].voice, 40) > 1_000


@pytest.mark.slow
def test_same_view_gives_same_bytes_also_from_many_threads(view, base):
    first = draw_picture(view, base)
    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(lambda _: draw_picture(view, base), range(4)))
    assert {first, *again} == {first}


@pytest.mark.slow
def test_what_is_shown_changes_the_picture(view, base):
    plain = draw_picture(view, base)
    changes = [
        {"title": "Another title"},
        {"window": (date(2017, 11, 2), date(2017, 11, 14))},
        {"as_of": None},
        {"sentence": "Another sentence"},
        {"selected": None},
        {"selected": "r1"},
        {"sources": ()},
        {"attribution": "Another"},
        {"shades": NO_SHADES},
        {"circles": NO_CIRCLES},
    ]
    assert len({plain, *(draw_picture(replace(view, **change), base) for change in changes)}) == len(changes) + 1


@pytest.mark.slow
def test_hostile_text_in_every_field_is_drawn_as_plain_text(view, base):
    names = [text for text in HOSTILE if text != "\ud800"]  # a frame can't hold half a character
    circles = make_circles([(text, 33.2 + row * 0.25, 38.3 + row * 0.24, row + 1) for row, text in enumerate(names)])
    ink, hue = PAINTS["light"].ink, PAINTS["light"].voice
    shades = make_shades([(text, 2, box(38 + row / 4, 33, 38.25 + row / 4, 37)) for row, text in enumerate(names)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a letter missing from the fonts would warn
        for row, text in enumerate(HOSTILE):
            png = draw_picture(
                replace(
                    view,
                    title=text,
                    sentence=text * 3,
                    sources=(text, text),
                    attribution=text,
                    circles=circles,
                    shades=shades,
                    selected=f"p{row}" if row % 2 else f"r{row}",
                ),
                base,
            )
            assert count_near(png, hue, 40) > 2_000, "the circles are there"
            head = read_pixels(png)[:90, :1400]
            written = (np.abs(head - [int(ink[at : at + 2], 16) for at in (1, 3, 5)]).max(axis=2) < 60).sum()
            assert (written > 20) == bool(clean_text(text)), "the title is written where there is one"


@pytest.mark.parametrize(
    "change",
    [
        {"circles": NO_CIRCLES, "shades": NO_SHADES, "selected": None},
        {"circles": pd.DataFrame(), "shades": gpd.GeoDataFrame()},
        {"circles": make_circles([("Alone", 35.0, 40.0, 1)]), "extent": (40.0, 35.0, 40.0, 35.0)},
        {"window": (date(2017, 11, 9), date(2017, 11, 9)), "as_of": None},
        {"extent": (-150.0, -30.0, -140.0, -20.0)},
        {"extent": (-180.0, -90.0, 180.0, 90.0)},
        {"extent": (170.0, -50.0, 180.0, -35.0)},
        {"extent": (-20.0, 75.0, 30.0, 90.0)},
        {"selected": "nowhere"},
        {"title": "", "sentence": "", "sources": (), "attribution": ""},
        {"title": "word " * 60},
    ],
)
def test_edges_are_drawn(view, base, change):
    assert struct.unpack(">II", draw_picture(replace(view, **change), base)[16:24]) == (1920, 1080)


def test_rows_without_a_place_or_a_number_are_left_out():
    circles = make_circles([("A", 35.0, 40.0, 5), ("B", math.nan, 40.0, 5), ("C", 35.0, 40.0, 0), ("D", 60.0, 40.0, 9)])
    frame = Frame.fit((38.0, 33.0, 42.0, 37.0), PANEL)
    assert [spot.name for spot in find_spots(circles, frame)] == ["A"]


def test_no_text_is_smaller_than_a_projector_shows(view, base, monkeypatch):
    sizes = []
    write = Sheet.write

    def note_size(self, x, y, *rest, **style):
        sizes.append(rest[1])
        write(self, x, y, *rest, **style)

    monkeypatch.setattr(Sheet, "write", note_size)
    draw_picture(view, base)
    assert len(sizes) > 20
    assert min(sizes) >= 16


def test_sources_that_do_not_fit_are_counted():
    assert list_sources(["agency", "", "ministry"], 100, len) == "agency; ministry"
    assert list_sources(["agency", "ministry", "radio"], 19, len) == "agency; ministry; and 1 more"
    assert list_sources([], 100, len) == "none named in the reports shown"
    assert list_sources(["x" * 200], 100, len) == "1 with long names"


def test_an_empty_base_map_is_enough(view):
    assert draw_picture(view, BaseLayers(gpd.GeoDataFrame()))


def test_every_fault_of_a_view_is_named_at_once(view, base):
    bad = replace(
        view,
        window=(date(2017, 11, 2), date(2017, 11, 1)),
        extent=(42.0, 33.0, 38.0, math.nan),
        theme="sepia",
        circles=view.circles.drop(columns="lat"),
        shades=view.shades.drop(columns="name"),
    )
    with pytest.raises(ValueError, match=r"window.*extent.*sepia.*circles.*lat.*shades.*name"):
        draw_picture(bad, base)


def test_the_shipped_base_map_is_drawn_with_land_water_and_rivers(view):
    png = draw_picture(replace(view, circles=NO_CIRCLES, shades=NO_SHADES, extent=(35.0, 32.0, 43.0, 37.0)), BASEMAP)
    for colour in ("focus", "neighbour", "water"):
        assert count_near(png, getattr(PAINTS["light"], colour), 2) > 20_000, colour
    assert count_near(png, PAINTS["light"].river, 6) > 500
