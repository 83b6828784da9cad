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
from hypothesis import given, settings
from hypothesis import strategies as st
from made_country import SAMPLE
from made_pictures import HOSTILE, NO_SHADES, PANEL, count_near, make_circles, make_shades, read_pixels
from PIL import Image
from pyproj import Geod
from shapely.geometry import LineString, MultiPoint, Polygon, box

from dashboard.briefing.ground import Frame, measure_scale
from dashboard.briefing.labels import Box, Circle, Label, Taken, place_along, place_at_anchor, place_labels
from dashboard.briefing.picture import BaseLayers, BriefingView, draw_picture, list_sources
from dashboard.briefing.places import find_spots
from dashboard.briefing.scales import LEAST_RADIUS_PX, choose_key_numbers, choose_round, find_radii, find_tint_bounds
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS, clean_text, fit_line, wrap_lines

BASEMAP = SAMPLE / "basemap.geojson"


NO_CIRCLES = pd.DataFrame(columns=["place_id", "name", "lat", "lon", "statements", "certain"])


@pytest.fixture(scope="module")
def base() -> BaseLayers:
    """A made country of two divisions, a river, a lake and a neighbour."""
    rows = [
        ("neighbour", None, None, None, None, box(35, 30, 45, 40)),
        ("focus", None, None, None, None, box(38, 33, 42, 37)),
        ("border", None, None, 1, False, box(38, 33, 42, 37).exterior),
        ("border", None, None, 1, True, LineString([(41, 33), (41, 34)])),
        ("division", None, None, 1, None, LineString([(40, 33), (40, 37)])),
        ("river", None, "Long River", 1, None, LineString([(38, 36.5), (39, 35.5), (40.5, 35), (42, 33.5)])),
        ("lake", None, "Round Lake", None, None, box(38.2, 33.2, 38.9, 33.7)),
        ("label", "country", "Madeland", 1, None, MultiPoint([(39, 34.5), (41, 36)])),
        ("label", "region", "West $x^", 1, None, MultiPoint([(39, 36)])),
        ("label", "lake", "Round Lake", 1, None, MultiPoint([(38.5, 33.4)])),
        ("label", "city", "Oldtown", 2, None, MultiPoint([(41.5, 36.5)])),
    ]
    columns = ["layer", "kind", "name", "rank", "disputed"]
    frame = pd.DataFrame([row[:-1] for row in rows], columns=columns)
    return BaseLayers(gpd.GeoDataFrame(frame, geometry=[row[-1] for row in rows], crs=4326))


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


def test_same_view_gives_same_bytes_also_from_many_threads(view, base):
    first = draw_picture(view, base)
    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(lambda _: draw_picture(view, base), range(4)))
    assert {first, *again} == {first}


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


def test_hostile_text_in_every_field_is_drawn_as_plain_text(view, base):
    names = [text for text in HOSTILE if text != "\ud800"]  # a frame can't hold half a character
    circles = make_circles([(text, 33.2 + row * 0.25, 38.3 + row * 0.24, row + 1) for row, text in enumerate(names)])
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
            assert len(png) > 20_000


def test_markup_is_not_read_as_formulas():
    sheet = Sheet(PAINTS["light"])
    sheet.write(100, 500, "$x^{2}$", 46, "#000000")
    drawn = read_pixels(sheet.to_png()).min(axis=2) < 128
    columns = np.flatnonzero(drawn.any(axis=0))
    assert columns.max() - columns.min() > 0.9 * sheet.measure("$x^{2}$", 46).width, "seven letters wide, not x squared"


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


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=30))
def test_areas_are_proportional_to_the_numbers(numbers):
    radii = find_radii(numbers, max(numbers))
    most = float(radii.max())
    expected = most * np.sqrt(np.array(numbers) / max(numbers))
    assert np.allclose(radii, np.maximum(expected, LEAST_RADIUS_PX))
    assert most <= 38.0 + 1e-9


@given(st.integers(1, 1_000_000))
def test_tints_and_key_are_made_of_rising_numbers_that_occur(most):
    bounds = find_tint_bounds(most)
    assert bounds[0] == 1
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= 5
    assert bounds[-1] <= most
    numbers = choose_key_numbers(most)
    assert numbers[-1] == 1
    assert numbers[0] <= most
    assert all(number == choose_round(number) for number in numbers)


@pytest.mark.parametrize(
    "extent",
    [
        (38.2, 33.9, 42.6, 36.1),
        (40.9, 34.4, 41.0, 34.5),
        (30.0, 25.0, 55.0, 42.0),
        (10.0, 68.0, 30.0, 72.0),
        (-5.0, -4, 5, 4),
    ],
)
def test_scale_bar_is_round_and_right_within_one_per_cent(extent):
    frame = Frame.fit(extent, PANEL)
    length_km, width_px = measure_scale(frame, 240.0)
    assert length_km == pytest.approx(choose_round(length_km))
    assert 40 < width_px <= 240
    x, y = PANEL.centre
    lon, lat = frame.to_degrees([x - width_px / 2, x + width_px / 2], [y, y])
    assert Geod(ellps="WGS84").inv(lon[0], lat[0], lon[1], lat[1])[2] / 1000 == pytest.approx(length_km, rel=0.01)


@given(st.floats(-170, 160), st.floats(-70, 60), st.floats(0.01, 9), st.floats(0.01, 9))
@settings(max_examples=40, deadline=None)
def test_all_of_the_extent_is_in_the_panel_and_pixels_lead_back(west, south, wide, high):
    frame = Frame.fit((west, south, west + wide, south + high), PANEL)
    lon = np.array([west, west, west + wide, west + wide])
    lat = np.array([south, south + high, south, south + high])
    xs, ys = frame.to_sheet(lon, lat)
    assert (xs > PANEL.left - 0.01).all()
    assert (xs < PANEL.right + 0.01).all()
    assert (ys > PANEL.bottom - 0.01).all()
    assert (ys < PANEL.top + 0.01).all()
    back_lon, back_lat = frame.to_degrees(xs, ys)
    assert np.allclose(back_lon, lon)
    assert np.allclose(back_lat, lat)


def test_equal_areas_stay_equal():
    frame = Frame.fit((30.0, 20.0, 50.0, 45.0), PANEL)
    north, south = (Polygon([(35, lat), (36, lat), (36, lat + 1), (35, lat + 1)]) for lat in (43.0, 22.0))
    shapes = gpd.GeoDataFrame(geometry=[north, south], crs=4326)
    pixels = frame.project(shapes).geometry.area.to_numpy()
    metres = [abs(Geod(ellps="WGS84").geometry_area_perimeter(shape)[0]) for shape in (north, south)]
    assert pixels[0] / pixels[1] == pytest.approx(metres[0] / metres[1], rel=0.005)


def test_land_beyond_the_date_line_is_in_view():
    frame = Frame.fit((170.0, -10.0, 180.0, 10.0), PANEL)
    east = gpd.GeoDataFrame(geometry=[box(-180, -5, -175, 5)], crs=4326)
    assert frame.project(east).geometry.area.sum() > 1_000


points = st.tuples(st.floats(60, 1470), st.floats(110, 890), st.floats(2, 38), st.floats(20, 300))


@given(st.lists(points, min_size=1, max_size=25), st.lists(points, max_size=5))
@settings(max_examples=60, deadline=None)
def test_labels_overlap_nothing(spots, blocked):
    circles = [Circle(x, y, radius) for x, y, radius, _ in spots]
    taken = Taken(PANEL, circles)
    plates = [Box(x, y, x + width, y + radius) for x, y, radius, width in blocked]
    for plate in plates:
        taken.add(plate)
    labels = [Label(str(row), x, y, radius, width, 22) for row, (x, y, radius, width) in enumerate(spots)]
    placed = place_labels(labels, taken)
    boxes = [label.box for label in placed]
    for row, one in enumerate(boxes):
        assert one.lies_in(PANEL)
        assert not any(one.overlaps(other) for other in [*boxes[:row], *plates])
        shape = box(*one)
        for label in placed:
            assert label.leader is None or not LineString(label.leader).crosses(shape.buffer(-2))
        for circle in circles:
            assert shape.distance(MultiPoint([circle[:2]])) >= circle.radius


def test_labels_find_room_by_a_leader_line_where_circles_crowd():
    crowd = [Circle(500 + 20 * row, 500, 8) for row in range(12)]
    labels = [Label(str(row), *circle, 90, 20) for row, circle in enumerate(crowd)]
    placed = place_labels(labels, Taken(PANEL, crowd))
    assert len(placed) >= 6
    assert any(label.leader for label in placed)


def test_names_of_areas_keep_off_rivers_and_borders_while_they_can():
    river = LineString([(0, 505), (2000, 505)])
    anchor = [(700.0, 500.0)]
    free = place_at_anchor(anchor, 100, 20, Taken(PANEL))
    assert free is not None
    assert free.centre == anchor[0]
    clear = place_at_anchor(anchor, 100, 20, Taken(PANEL, lines=LineString([(0, 512), (2000, 508)])))
    assert clear is not None
    assert not box(*clear).intersects(LineString([(0, 512), (2000, 508)]))
    assert clear.centre[1] < 508, "on the anchor's side of the line"
    cornered = place_at_anchor(anchor, 100, 20, Taken(PANEL, lines=MultiPoint([(700, 505)]).union(river)))
    assert cornered is not None


def test_a_river_is_named_along_its_course_and_upright():
    down_left = np.array([(1200.0, 700.0), (900.0, 600.0), (500.0, 420.0), (300.0, 300.0)])
    letters = place_along(down_left, [11.0] * 9, 20, Taken(PANEL))
    assert letters is not None
    assert [letter.x for letter in letters] == sorted(letter.x for letter in letters)
    assert all(0 < letter.turn_deg < 60 for letter in letters)
    course = LineString(down_left)
    assert all(3 < course.distance(MultiPoint([letter[:2]])) < 16 for letter in letters)
    assert place_along(down_left, [200.0] * 9, 20, Taken(PANEL)) is None


def test_text_is_cleaned_cut_and_wrapped():
    assert clean_text("a\x00b\n c\u202ed\u2066e") == "a b cde"
    assert clean_text(None) == clean_text(math.nan) == ""
    assert clean_text("Z" + "\u0301" * 50).count("\u0301") <= 3
    assert clean_text("漢") == "\ufffd"
    assert clean_text("دير الزور Абу") == "دير الزور Абу"
    assert fit_line("abcdefghij", 5, len) == "abcd…"
    assert fit_line("abc", 5, len) == "abc"
    assert wrap_lines("one two three four", 9, 2, len) == ["one two", "three…"]
    assert all(len(line) <= 9 for line in wrap_lines("x" * 50, 9, 3, len))
    assert wrap_lines("", 9, 2, len) == []
