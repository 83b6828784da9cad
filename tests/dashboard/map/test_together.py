"""Places named in the same reports, and places by source: by hand, and against counting one by one."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from made_index import DAY, make_index

from dashboard.choices.filters import Filters
from dashboard.choices.selection import Window
from dashboard.counting.counts import count_statements
from dashboard.counting.day_numbers import name_day, number_day
from dashboard.counting.layout import lay_out
from dashboard.filters.facets import apply_filters
from dashboard.filters.loading import list_statements
from dashboard.map.sources import pair_sources
from dashboard.map.together import find_links

NOVEMBER = Window(date(2017, 11, 1), date(2017, 11, 30), "event")
LATER = date(2017, 12, 1)
# Two statements make a report: mill and port share the first two, mill and fort the third.
ROWS = [
    ("Agency", "", "day", DAY, [("mill", True)], 0),
    ("Agency", "", "day", DAY, [("port", True), ("east", True)], 0),
    ("Bureau", "", "day", DAY, [("port", False)], 0),
    ("Bureau", "", "day", DAY, [("mill", True), ("xa", True)], 0),
    ("", "", "day", DAY, [("mill", True), ("fort", True)], 0),
    ("", "", "day", LATER, [("mill", True), ("ufer", True)], 0),
    ("Agency", "", "day", LATER, [("mill", True)], 0),
    ("Agency", "", "day", LATER, [("fort", True)], 0),
]


def links_of(
    place_id: str, window: Window = NOVEMBER, filters: Filters | None = None, limit: int = 30
) -> dict[str, int]:
    index = make_index(ROWS)
    kept = apply_filters(index, filters or Filters())
    number = index.place_ids.index(place_id) if place_id in index.place_ids else -1
    found = find_links(index, kept.owns, number, window, limit)
    return dict(zip((index.place_ids[place] for place in found.places), found.reports.tolist(), strict=True))


def test_places_of_the_same_reports_are_joined_the_strongest_first() -> None:
    assert links_of("mill") == {"port": 2, "fort": 1}
    assert list(links_of("mill")) == ["port", "fort"]
    assert links_of("port") == {"mill": 2}


def test_only_what_a_report_says_of_the_window_joins_places() -> None:
    december = Window(LATER, LATER, "event")
    assert links_of("mill", december) == {"fort": 1, "ufer": 1}
    assert links_of("mill", replace(december, end=date(2017, 12, 31))) == {"fort": 1, "ufer": 1}
    assert links_of("mill", replace(NOVEMBER, basis="publication")) == {"port": 2, "fort": 2, "ufer": 1}
    assert links_of("mill", Window(date(2018, 1, 1), date(2018, 1, 2), "event")) == {}


def test_filters_and_the_limit_leave_lines_out() -> None:
    assert links_of("mill", filters=Filters(matches=("certain",))) == {"fort": 1, "port": 1}
    assert links_of("mill", filters=Filters(sources=("Bureau",))) == {"port": 1}
    assert links_of("mill", limit=1) == {"port": 2}


def test_regions_and_unknown_places_are_joined_to_nothing() -> None:
    assert "east" not in links_of("mill")
    assert links_of("nowhere") == {}


@pytest.mark.parametrize("limit", [1, 2, 6])
def test_pairs_of_place_and_source_are_counted_as_one_by_one(limit: int) -> None:
    index = make_index(ROWS)
    pairs = pair_sources(index, limit)
    assert pairs.names == ("Agency", "Bureau")[:limit]
    kept = apply_filters(index, Filters())
    layout = lay_out(
        np.arange(len(pairs.places)).astype(object), pairs.list_rows(index, kept.owns), list_statements(index, kept)
    )
    found = count_statements(layout).in_window(DAY, DAY).by_place
    told = {
        (index.place_ids[place], pairs.names[source]): int(n)
        for place, source, n in zip(pairs.places, pairs.sources, found, strict=True)
        if n
    }
    expected: dict[tuple[str, str], int] = {}
    for source, _, _, day, placed, _ in ROWS:
        for place, _ in placed:
            if day == DAY and source in pairs.names:
                expected[place, source] = expected.get((place, source), 0) + 1
    assert told == expected
    assert name_day(number_day(DAY)) == DAY
