"""The sheet: plain text and rectangles in pixels."""

import numpy as np
import pytest
from made_pictures import read_pixels

from dashboard.briefing.labels import Box
from dashboard.briefing.sheet import HEIGHT_PX, WIDTH_PX, Sheet, to_points
from dashboard.briefing.style import PAINTS


def test_markup_is_not_read_as_formulas():
    sheet = Sheet(PAINTS["light"])
    sheet.write(100, 500, "$x^{2}$", 46, "#000000")
    drawn = read_pixels(sheet.to_png()).min(axis=2) < 128
    columns = np.flatnonzero(drawn.any(axis=0))
    assert columns.max() - columns.min() > 0.9 * sheet.measure("$x^{2}$", 46).width, "seven letters wide, not x squared"


INK = "#000000"


def drawn(sheet: Sheet) -> np.ndarray:
    """Rows and columns from below where something dark is drawn."""
    dark = read_pixels(sheet.to_png()).min(axis=2) < 128
    return np.argwhere(dark[::-1])


def test_a_sheet_has_its_size_and_colour() -> None:
    pixels = read_pixels(Sheet(PAINTS["light"]).to_png())
    assert pixels.shape == (HEIGHT_PX, WIDTH_PX, 3)
    page = PAINTS["light"].page
    assert (pixels == [int(page[at : at + 2], 16) for at in (1, 3, 5)]).all()


def test_a_rectangle_lies_where_it_is_told() -> None:
    sheet = Sheet(PAINTS["light"])
    sheet.fill(Box(100, 200, 300, 250), INK)
    found = drawn(sheet)
    assert found.min(axis=0).tolist() == pytest.approx([200, 100], abs=1)
    assert found.max(axis=0).tolist() == pytest.approx([249, 299], abs=1)


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_text_stands_at_its_point(align: str, share: float) -> None:
    sheet = Sheet(PAINTS["light"])
    sheet.write(800, 500, "Hamburg", 60, INK, align=align)
    found = drawn(sheet)
    width = sheet.measure("Hamburg", 60).width
    assert found[:, 1].min() == pytest.approx(800 - share * width, abs=8)
    assert found[:, 1].max() == pytest.approx(800 + (1 - share) * width, abs=8)
    assert found[:, 0].min() < 500 < found[:, 0].max(), "letters hang below the baseline and stand on it"


def test_turned_text_stands_upright() -> None:
    sheet = Sheet(PAINTS["light"])
    sheet.write(800, 500, "Hamburg", 60, INK, turn_deg=90)
    height, width = np.ptp(drawn(sheet), axis=0)
    assert height > 2 * width


def test_a_halo_is_drawn_around_the_letters() -> None:
    plain, haloed = Sheet(PAINTS["light"]), Sheet(PAINTS["light"])
    plain.write(800, 500, "H", 60, "#bbbbbb")
    haloed.write(800, 500, "H", 60, "#bbbbbb", halo=INK)
    assert len(drawn(plain)) < 50
    assert len(drawn(haloed)) > 200


def test_what_is_around_a_box_is_covered() -> None:
    sheet = Sheet(PAINTS["light"])
    sheet.fill(Box(0, 0, WIDTH_PX, HEIGHT_PX), INK)
    sheet.mask_around(Box(500, 400, 700, 600), zorder=5)
    found = drawn(sheet)
    assert found.min(axis=0).tolist() == pytest.approx([400, 500], abs=1)
    assert found.max(axis=0).tolist() == pytest.approx([599, 699], abs=1)


def test_bold_is_wider_and_larger_is_larger() -> None:
    sheet = Sheet(PAINTS["light"])
    assert sheet.measure("Town", 20, bold=True).width > sheet.measure("Town", 20).width
    assert sheet.measure("Town", 40).width == pytest.approx(2 * sheet.measure("Town", 20).width, rel=0.1)
    assert sheet.measurer(20)("Town") == sheet.measure("Town", 20).width
    assert to_points(100) == pytest.approx(72)
