"""The key: what is explained, and that all of it fits its column."""

from typing import Any

import pytest
from made_pictures import PANEL, differ, make_base

from dashboard import words
from dashboard.briefing.ground import Frame
from dashboard.briefing.labels import Box
from dashboard.briefing.legend import Key, draw_legend, draw_scale
from dashboard.briefing.places import Colours, Dot
from dashboard.briefing.sheet import Sheet
from dashboard.briefing.style import PAINTS
from dashboard.map import Scale

COLUMN = Box(1520, 100, 1864, 900)
FRAME = Frame.fit((38.0, 33.0, 42.0, 37.0), PANEL)
BASE = make_base()
SPOTS = tuple(
    Dot(f"p{n}", f"Town {n}", 700.0, 500.0, 10.0, number, is_certain=n != 2, colour=n % 2)
    for n, number in enumerate((1_234, 60, 3))
)
SCALE = Scale(("#111111", "#eeeeee", "#00ff00"), ("Early", "Late", "Never"))


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float]]:
    found: list[tuple[str, float, float]] = []
    write = Sheet.write

    def note(self: Sheet, x: float, y: float, text: str, *rest: Any, **style: Any) -> None:
        found.append((text, x, y))
        write(self, x, y, text, *rest, **style)

    monkeypatch.setattr(Sheet, "write", note)
    return found


def draw(key: Key, column: Box = COLUMN) -> bytes:
    sheet = Sheet(PAINTS["light"])
    draw_legend(sheet, column, BASE, FRAME, key)
    return sheet.to_png()


def texts(written: list[tuple[str, float, float]]) -> set[str]:
    return {text for text, _, _ in written}


def test_circles_are_explained_with_round_numbers_and_the_busiest_places(written: list) -> None:
    draw(Key(SPOTS, (), ()))
    assert {"Statements about a place", "1,000", "1", "Named most", "Town 0", "1,234"} <= texts(written)


def test_only_what_is_there_is_explained(written: list) -> None:
    draw(Key(SPOTS[:2], (), ()))
    told = texts(written)
    assert "place not certain" not in told
    assert words.PICTURE_LINKS not in told
    assert "Statements in a region" not in told


def test_doubt_lines_and_tints_are_explained_where_they_are(written: list) -> None:
    tints = PAINTS["light"].tints[:3]
    draw(Key(SPOTS, (1, 5, 20), tints, has_links=True))
    assert {"place not certain", words.PICTURE_LINKS, "Statements in a region", "1", "5", "20+"} <= texts(written)


def test_classes_that_no_circle_has_are_left_out(written: list) -> None:
    key = Key(SPOTS, (), (), Colours("Latest", SCALE))
    assert key.list_classes(300, len) == [("#111111", ["Early"]), ("#eeeeee", ["Late"])]
    draw(key)
    assert {"Latest", "Early", "Late"} <= texts(written)
    assert "Never" not in texts(written)


def test_nothing_to_explain_is_nothing_but_the_locator(written: list) -> None:
    draw(Key((), (), ()))
    assert not {"Statements about a place", "Named most", "Statements in a region"} & texts(written)


@pytest.mark.parametrize("bottom", [100, 400, 600])
def test_the_key_stays_in_its_column(written: list, bottom: int) -> None:
    column = Box(COLUMN.left, bottom, COLUMN.right, COLUMN.top)
    key = Key(SPOTS * 5, (1, 5, 20), PAINTS["light"].tints[:3], Colours("Latest", SCALE), has_links=True)
    png = draw(key, column)
    found = differ(png, Sheet(PAINTS["light"]).to_png())
    assert found is not None
    assert found.left >= COLUMN.left - 4
    assert found.right <= COLUMN.right + 4
    assert found.top <= COLUMN.top + 4


def test_what_marks_mean_needs_more_room_the_more_there_is() -> None:
    keys = [
        Key((), (), ()),
        Key(SPOTS[:1], (), ()),
        Key(SPOTS, (), ()),
        Key(SPOTS, (), (), has_links=True),
        Key(SPOTS, (1, 2), PAINTS["light"].tints[:2], has_links=True),
    ]
    heights = [key.measure([]) for key in keys]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("extent", [(38.0, 33.0, 42.0, 37.0), (40.0, 35.0, 40.01, 35.01), (-60.0, -40.0, 60.0, 60.0)])
def test_the_scale_bar_is_as_long_as_it_says(written: list, extent: tuple[float, float, float, float]) -> None:
    frame = Frame.fit(extent, PANEL)
    taken = draw_scale(Sheet(PAINTS["light"]), frame)
    assert taken.lies_in(PANEL)
    ((text, x, _),) = written
    number, unit = text.replace(",", "").split()
    assert unit == ("km" if float(number) and "km" in text else "m")
    assert PANEL.left < x < PANEL.right
