"""The browser counts what the server counts, from the bytes the server packs."""

import base64
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from made_counts import FIRST, lay_out_rows, make_rows
from playwright.sync_api import Browser, Error, Page
from scripts import open_blank

from dashboard.contract import Basis
from dashboard.counting.counts import Counts, WindowCounts, count_statements
from dashboard.counting.day_numbers import name_day, number_day
from dashboard.counting.wire import pack_counts, pack_window

BEGIN = int(FIRST.astype(int))


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = open_blank(browser)
    page.evaluate("async () => { window.counts = await import('/counting/counts.js'); }")
    yield page
    page.close()


def count_in_browser(page: Page, packed: bytes, windows: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Decode once and count every window."""
    found: list[dict[str, Any]] = page.evaluate(
        """([packed, windows]) => {
          const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
          const counts = window.counts.decodeCounts(bytes.buffer);
          return windows.map(([start, end]) => {
            const {statements, own, certain, ownCertain, total, undated} =
              window.counts.countWindow(counts, start, end);
            return {statements: [...statements], own: [...own], certain: [...certain], ownCertain: [...ownCertain],
                    total: {...total}, undated};
          });
        }""",
        [base64.b64encode(packed).decode(), windows],
    )
    return found


def count_here(counts: Counts, basis: Basis, window: tuple[int, int], *, uncertain: bool) -> WindowCounts:
    return counts.in_window(name_day(window[0]), name_day(window[1]), basis, uncertain=uncertain)


@pytest.mark.parametrize("basis", ["event", "publication"])
@pytest.mark.parametrize(("seed", "statements", "kept"), [(1, 60, 1.0), (2, 60, 0.5), (3, 4000, 1.0), (4, 900, 0.02)])
def test_the_browser_counts_what_the_server_counts(
    blank: Page, seed: int, statements: int, kept: float, basis: Basis
) -> None:
    draw = np.random.default_rng(seed)
    layout = lay_out_rows(*make_rows(seed, statements=statements))
    counts = count_statements(layout, draw.random(statements) < kept)
    starts = BEGIN + draw.integers(-30, 90, 60)
    windows = [(int(start), int(start + length)) for start, length in zip(starts, draw.integers(0, 120, 60))]  # noqa: B905
    windows += [(number_day(name_day(-250_000)), 20_000), (BEGIN, BEGIN), (-300_000, -299_000)]
    for window, found in zip(windows, count_in_browser(blank, pack_counts(counts, basis), windows), strict=True):
        every = count_here(counts, basis, window, uncertain=True)
        sure = count_here(counts, basis, window, uncertain=False)
        assert found["statements"] == every.by_place.tolist()
        assert found["own"] == every.own.tolist()
        assert found["certain"] == sure.by_place.tolist() == every.certain.tolist()
        assert found["ownCertain"] == sure.own.tolist()
        assert found["total"] == {
            "statements": every.statements,
            "certain": sure.statements,
            "unplaced": every.unplaced,
            "places": every.places,
            "certainPlaces": sure.places,
        }
        assert found["undated"] == counts.undated[basis]


def test_an_empty_filter_is_packed_and_counted(blank: Page) -> None:
    counts = count_statements(lay_out_rows(*make_rows(1)), np.array([], dtype=int))
    (found,) = count_in_browser(blank, pack_counts(counts), [(0, 30_000)])
    assert found["statements"] == [0] * 7


@pytest.mark.parametrize("cut", [0, 10, 40, -1])
def test_damaged_bytes_are_refused(blank: Page, cut: int) -> None:
    packed = pack_counts(count_statements(lay_out_rows(*make_rows(1))))
    with pytest.raises(Error, match=r"no counts of Dateline|RangeError"):
        count_in_browser(blank, packed[:cut], [(0, 1)])


def test_a_day_is_numbered_alike(blank: Page) -> None:
    days = ["1970-01-01", "2016-02-29", "2017-12-11", "1258-02-10"]
    found = blank.evaluate("days => days.map(window.counts.dayNumber)", days)
    assert found == [int(np.datetime64(day).astype(int)) for day in days]


def test_one_window_alone_is_packed_and_counted(blank: Page) -> None:
    by_kind = np.random.default_rng(5).integers(0, 4, (4, 9)).astype(np.int32)
    by_kind[:, [2, 8]] = 0
    whole, inside, before = count_in_browser(
        blank, pack_window(by_kind, BEGIN), [(BEGIN, BEGIN + 9), (BEGIN, BEGIN), (BEGIN - 9, BEGIN - 1)]
    )
    assert whole["statements"] == inside["statements"] == by_kind.sum(axis=0).tolist()
    assert whole["own"] == (by_kind[0] + by_kind[1]).tolist()
    assert whole["certain"] == (by_kind[0] + by_kind[2]).tolist()
    assert whole["ownCertain"] == by_kind[0].tolist()
    assert before["statements"] == [0] * 9
