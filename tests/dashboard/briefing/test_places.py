"""Colours that mean something, their key, and lines between places on the briefing picture."""

from dataclasses import replace
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from made_pictures import HOSTILE, NO_SHADES, PANEL, count_near, make_circles, make_shades, read_pixels
from shapely.geometry import box

from dashboard import words
from dashboard.briefing.ground import Frame
from dashboard.briefing.lines import draw_links
from dashboard.briefing.picture import BaseLayers, BriefingView, draw_picture
from dashboard.briefing.places import Colours
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS
from dashboard.contract import Theme
from dashboard.map.colours import SCALES, Scale

SEEN = (0, 1, 3)


@pytest.fixture(scope="module")
def base() -> BaseLayers:
    """A square country."""
    return BaseLayers(gpd.GeoDataFrame({"layer": ["focus"]}, geometry=[box(38, 33, 42, 37)], crs=4326))


@pytest.fixture
def view() -> BriefingView:
    rows = [("Newtown", 35.0, 40.0, 9), ("Ford", 34.5, 39.0, 9), ("Hill", 36.0, 41.0, 9)]
    return BriefingView(
        title="Three towns",
        window=(date(2017, 11, 1), date(2017, 11, 14)),
        as_of=None,
        sentence="27 statements.",
        extent=(38.0, 33.0, 42.0, 37.0),
        circles=make_circles(rows).assign(colour=SEEN, certain=True),
        shades=NO_SHADES,
        selected=None,
        sources=(),
        attribution="Made",
        colours=Colours("Latest statement", SCALES["light"]["recency"]),
    )


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float, str]]:
    """Everything written on a sheet, and where."""
    texts: list[tuple[float, float, str]] = []
    write = Sheet.write

    def note(self: Sheet, x: float, y: float, text: str, *rest: Any, **style: Any) -> None:
        texts.append((x, y, text))
        write(self, x, y, text, *rest, **style)

    monkeypatch.setattr(Sheet, "write", note)
    return texts


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["recency", "kind"])
def test_circles_have_the_colours_of_their_classes(
    view: BriefingView,
    base: BaseLayers,
    theme: Theme,
    colour: Any,
) -> None:
    scale = SCALES[theme][colour]
    png = draw_picture(replace(view, theme=theme, colours=Colours("", scale)), base)
    plain = draw_picture(replace(view, theme=theme, colours=None), base)
    for kind in SEEN:
        # Fills let a little of the ground through.
        assert count_near(png, scale.fills[kind], 24) > count_near(plain, scale.fills[kind], 24) + 500, kind


def test_the_key_names_the_classes_in_view_alone(
    view: BriefingView,
    base: BaseLayers,
    written: list[tuple[float, float, str]],
) -> None:
    draw_picture(view, base)
    told = [text for _, _, text in written]
    labels = words.RECENCY_CLASSES
    assert "Latest statement" in told
    assert [label for label in labels if label in told] == [labels[kind] for kind in SEEN]


def test_without_a_meaning_of_colours_there_is_no_key_of_them(
    view: BriefingView,
    base: BaseLayers,
    written: list[tuple[float, float, str]],
) -> None:
    draw_picture(replace(view, colours=None), base)
    assert not {"Latest statement", *words.RECENCY_CLASSES} & {text for _, _, text in written}


def test_hostile_names_of_many_sources_stay_text_in_the_key_and_on_the_sheet(
    view: BriefingView,
    base: BaseLayers,
    written: list[tuple[float, float, str]],
) -> None:
    labels = (*[text for text in HOSTILE if text][:5], "word " * 60, words.SOURCE_OTHER, words.SOURCE_SEVERAL)
    rows = [(f"Town {row}", 33.5 + row / 3, 38.5 + row / 3, 9) for row in range(8)]
    circles = make_circles(rows).assign(colour=range(8))
    crowded = replace(
        view,
        circles=circles,
        shades=make_shades([("West", 900, box(38, 33, 40, 37))]),
        selected="p0",
        links={"p3": 2},
        colours=Colours("Source of most statements", Scale(SCALES["light"]["source"].fills, labels)),
    )
    draw_picture(crowded, base)
    told = {text for _, _, text in written}
    assert {"$x^", words.SOURCE_OTHER, words.SOURCE_SEVERAL, words.PICTURE_LINKS} <= told
    assert not any("\x00" in text or "\u202e" in text for text in told)
    # All of the key lies above the lines at the foot.
    foot = max(y for x, y, text in written if text == "Made")
    assert min(y for x, y, _ in written if x > 1500) > foot


def test_circles_without_a_class_are_a_fault_where_colours_mean_something(
    view: BriefingView,
    base: BaseLayers,
) -> None:
    with pytest.raises(ValueError, match="circles lack the columns colour"):
        draw_picture(replace(view, circles=view.circles.drop(columns="colour")), base)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_join_the_selected_place_to_those_of_the_same_reports(
    view: BriefingView,
    base: BaseLayers,
    theme: Theme,
) -> None:
    chosen = replace(view, selected="p0", theme=theme)
    plain, joined = (
        read_pixels(draw_picture(one, base)) for one in (chosen, replace(chosen, links={"p1": 5, "p2": 1}))
    )
    changed = np.abs(plain - joined).max(axis=2) > 30
    assert changed[:, :1500].sum() > 500
    assert changed[:, 1500:].any(), "the key tells of them"


def test_lines_need_the_circles_of_both_ends(view: BriefingView) -> None:
    frame, sheet = Frame.fit(view.extent, PANEL), Sheet(PAINTS["light"])
    links = {"p1": 5, "p2": 1, "elsewhere": 3}
    assert draw_links(sheet, view.circles, frame, "p0", links) == 2
    for selected in ("elsewhere", None):
        assert draw_links(sheet, view.circles, frame, selected, links) == 0
    assert draw_links(sheet, pd.DataFrame(), frame, "p0", links) == 0
    assert draw_links(sheet, view.circles, frame, "p0", {}) == 0
