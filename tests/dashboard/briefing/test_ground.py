"""The ground of the picture: where a degree lies on the sheet, and how long a kilometre is."""

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pictures import PANEL, cut_out, differ, make_base
from pyproj import Geod
from shapely.geometry import Polygon, box

from dashboard.briefing.ground import BaseLayers, Frame, draw_land, draw_lines, draw_waters, find_lines, measure_scale
from dashboard.briefing.labels import Box
from dashboard.briefing.scales import choose_round
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS


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


BASE = make_base()
EXTENT = (38.0, 33.0, 42.0, 37.0)
PALETTE = PAINTS["light"]


def draw(*layers: str) -> bytes:
    sheet, frame = Sheet(PALETTE), Frame.fit(EXTENT, PANEL)
    sheet.fill(PANEL, PALETTE.water)
    if "land" in layers:
        draw_land(sheet.axes, BASE, frame, PALETTE)
    if "waters" in layers:
        draw_waters(sheet.axes, BASE, frame, PALETTE)
    if "lines" in layers:
        draw_lines(sheet.axes, BASE, frame, PALETTE)
    return sheet.to_png()


def test_layers_are_chosen_by_name_and_kind() -> None:
    assert len(BASE.select("border")) == 2
    assert BASE.select("label", "country")["name"].tolist() == ["Madeland"]
    assert len(BASE.select("label", "none such")) == 0
    assert len(BaseLayers(gpd.GeoDataFrame()).select("focus")) == 0


def test_the_shown_country_lies_in_the_middle_and_its_neighbour_around() -> None:
    land = draw("land")
    x, y = PANEL.centre
    middle = cut_out(land, Box(x - 5, y - 5, x + 5, y + 5))
    corner = cut_out(land, Box(PANEL.left + 5, PANEL.bottom + 5, PANEL.left + 15, PANEL.bottom + 15))
    for pixels, colour in ((middle, PALETTE.focus), (corner, PALETTE.neighbour)):
        assert np.abs(pixels - [int(colour[at : at + 2], 16) for at in (1, 3, 5)]).max() <= 2


def test_lakes_and_rivers_are_drawn_where_they_lie() -> None:
    land, wet = draw("land"), draw("land", "waters")
    changed = differ(land, wet)
    assert changed is not None
    frame = Frame.fit(EXTENT, PANEL)
    xs, ys = frame.to_sheet([38.2, 38.9], [33.2, 33.7])
    lake = Box(xs.min(), ys.min(), xs.max(), ys.max())
    filled = np.abs(cut_out(wet, lake.grow(-6)) - [int(PALETTE.water[at : at + 2], 16) for at in (1, 3, 5)]).max(axis=2)
    assert (filled <= 3).mean() > 0.9


def test_borders_are_drawn_along_their_course() -> None:
    changed = differ(draw("land"), draw("land", "lines"))
    assert changed is not None
    xs, ys = Frame.fit(EXTENT, PANEL).to_sheet([38, 42, 38, 42], [33, 33, 37, 37])
    assert changed.left == pytest.approx(max(xs.min(), 0), abs=12)
    assert changed.right == pytest.approx(xs.max(), abs=12)
    assert changed.top == pytest.approx(ys.max(), abs=40)


def test_lines_to_keep_off_are_in_pixels() -> None:
    frame = Frame.fit(EXTENT, PANEL)
    found = find_lines(BASE, frame, ["division"])
    x, _ = frame.to_sheet([40.0], [35.0])
    assert found.bounds[0] == pytest.approx(x[0], abs=1)
    assert found.bounds[2] == pytest.approx(x[0], abs=1)
    assert find_lines(BASE, frame, ["coast"]).is_empty


@pytest.mark.parametrize("m_per_px", [50.0, 500.0, 5_000.0])
def test_a_frame_about_a_point_has_the_scale_asked_for(m_per_px: float) -> None:
    frame = Frame.about(40.0, 35.0, PANEL, m_per_px)
    assert frame.m_per_px == pytest.approx(m_per_px)
    x, y = frame.to_sheet([40.0], [35.0])
    assert (x[0], y[0]) == pytest.approx(PANEL.centre)
    lon, lat = frame.to_degrees([x[0], x[0] + 100], [y[0], y[0]])
    assert Geod(ellps="WGS84").inv(lon[0], lat[0], lon[1], lat[1])[2] == pytest.approx(100 * m_per_px, rel=0.02)
