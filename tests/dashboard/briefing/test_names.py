"""The names of the ground: written where nothing is in the way, in the letters of their kind."""

from typing import Any

import pytest
from made_pictures import NO_SHADES, PANEL, make_base, make_shades
from shapely.geometry import box

from dashboard.briefing.ground import BaseLayers, Frame
from dashboard.briefing.labels import Box, Disc, Taken
from dashboard.briefing.names import write_ground_names, write_locator_names
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS

BASE = make_base()
FRAME = Frame.fit((38.0, 33.0, 42.0, 37.0), PANEL)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float, dict[str, Any]]]:
    found: list[tuple[str, float, float, dict[str, Any]]] = []
    monkeypatch.setattr(Sheet, "write", lambda _, x, y, text, *rest, **style: found.append((text, x, y, style)))
    return found


def write(taken: Taken | None = None, shades: Any = NO_SHADES, base: BaseLayers = BASE) -> None:
    write_ground_names(Sheet(PAINTS["light"]), base, FRAME, shades, taken or Taken(PANEL))


def plain(text: str) -> str:
    return text.replace("\u2009", "").replace("\u2002", " ")


def test_each_kind_is_named(written: list) -> None:
    write()
    texts = [plain(text) for text, *_ in written]
    assert "MADELAND" in texts
    assert "WEST $X^" in texts
    assert "Oldtown" in texts
    assert "Round Lake" in texts
    river = "".join(text for text, _, _, style in written if style.get("turn_deg"))
    assert river == "Long River"


def test_waters_are_in_italics_and_land_is_upright(written: list) -> None:
    write()
    styles = {plain(text): style for text, _, _, style in written}
    assert styles["Round Lake"]["italic"]
    assert not styles["MADELAND"].get("italic")


def test_names_stand_inside_the_panel(written: list) -> None:
    write()
    assert written
    assert all(PANEL.left < x < PANEL.right and PANEL.bottom < y < PANEL.top for _, x, y, _ in written)


def test_what_has_no_room_is_not_written(written: list) -> None:
    taken = Taken(PANEL)
    taken.add(PANEL)
    write(taken)
    assert written == []


def test_a_town_beside_a_circle_is_the_circles_own(written: list) -> None:
    x, y = FRAME.to_sheet([41.5], [36.5])
    write(Taken(PANEL, [Disc(float(x[0]) + 5, float(y[0]), 8)]))
    assert "Oldtown" not in [text for text, *_ in written]


def test_a_shaded_region_without_a_name_on_the_ground_gets_its_own(written: list) -> None:
    shades = make_shades([("East Upland", 4, box(40, 33, 42, 35)), ("Madeland Province", 2, box(38, 33, 40, 37))])
    write(shades=FRAME.project(shades))
    texts = [plain(text) for text, *_ in written]
    assert "EAST UPLAND" in texts
    assert "MADELAND PROVINCE" not in texts, "the country's name stands for it"


def test_the_locator_names_countries_beside_the_outline(written: list) -> None:
    small = Frame.fit((30.0, 25.0, 50.0, 45.0), Box(1500, 700, 1844, 936))
    write_locator_names(Sheet(PAINTS["light"]), BASE, small, Box(1650, 790, 1700, 840))
    assert [text for text, *_ in written] in (["Madeland"], [])


def test_an_empty_ground_has_no_names(written: list) -> None:
    import geopandas as gpd

    write(base=BaseLayers(gpd.GeoDataFrame()))
    assert written == []
