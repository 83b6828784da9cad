"""Lines on the picture from the selected place to those of the same reports."""

import numpy as np
import pandas as pd
import pytest
from made_pictures import PANEL, differ, make_circles, read_pixels

from dashboard.briefing.ground import Frame
from dashboard.briefing.lines import draw_links
from dashboard.briefing.sheet import HEIGHT_PX, Sheet
from dashboard.briefing.style import PAINTS

CIRCLES = make_circles([("Middle", 35.0, 40.0, 9), ("East", 35.0, 41.0, 4), ("North", 36.0, 40.0, 1)])
FRAME = Frame.fit((38.0, 33.0, 42.0, 37.0), PANEL)


def draw(links: dict[str, int], selected: str | None = "p0", circles: pd.DataFrame = CIRCLES) -> tuple[int, bytes]:
    sheet = Sheet(PAINTS["light"])
    return draw_links(sheet, circles, FRAME, selected, links), sheet.to_png()


def test_a_line_runs_from_one_end_to_the_other() -> None:
    number, png = draw({"p1": 2})
    assert number == 1
    found = differ(draw({})[1], png)
    assert found is not None
    xs, ys = FRAME.to_sheet([40.0, 41.0], [35.0, 35.0])
    assert (found.left, found.right) == pytest.approx((xs[0], xs[1]), abs=6)
    assert found.bottom < ys[0] < found.top


def test_more_reports_are_a_thicker_line() -> None:
    _, png = draw({"p1": 9, "p2": 1})
    (x0, x1, _x2), (y0, _y1, y2) = FRAME.to_sheet([40.0, 41.0, 40.0], [35.0, 35.0, 36.0])
    changed = (read_pixels(png) != read_pixels(draw({})[1])).any(axis=2)[::-1]
    across_east = changed[:, round((x0 + x1) / 2)].sum()
    across_north = changed[round((y0 + y2) / 2), :].sum()
    assert across_east > across_north > 0


NOTHING = [({}, "p0"), ({"p1": 1}, None), ({"p1": 1}, "gone"), ({"gone": 1}, "p0")]


@pytest.mark.parametrize(("links", "selected"), NOTHING)
def test_a_line_needs_both_its_ends(links: dict[str, int], selected: str | None) -> None:
    number, png = draw(links, selected)
    assert number == 0
    assert differ(draw({})[1], png) is None


def test_no_circles_have_no_lines() -> None:
    assert draw({"p1": 1}, circles=pd.DataFrame())[0] == 0


def test_the_sheet_is_left_alone_outside_the_lines() -> None:
    _, png = draw({"p1": 3, "p2": 3})
    same = (read_pixels(png) == read_pixels(draw({})[1])).all(axis=2)
    assert same.mean() > 0.98
    assert same.shape[0] == HEIGHT_PX
    assert np.count_nonzero(~same) > 100
