"""Statements by place and source: pairs counted as places are, against counting one by one."""

import numpy as np
import pytest
from made_index import DAY, make_index

from dashboard.choices import Filters
from dashboard.filters.facets import apply_filters
from dashboard.map.sources import pair_sources

ROWS = [
    ("Agency", "", "day", DAY, [("mill", True), ("port", False)], 0),
    ("Agency", "", "day", DAY, [("mill", True)], 0),
    ("Bureau", "", "day", DAY, [("mill", False)], 0),
    ("", "", "day", DAY, [("mill", True)], 0),
    ("Clarion", "", "day", DAY, [], 3),
]
INDEX = make_index(ROWS)


def count_pairs(pairs, filters: Filters) -> dict[tuple[str, str], int]:  # type: ignore[no-untyped-def]
    rows = pairs.list_rows(INDEX, apply_filters(INDEX, filters).owns)
    names = [
        (INDEX.place_ids[place], pairs.names[source])
        for place, source in zip(pairs.places.tolist(), pairs.sources.tolist(), strict=True)
    ]
    counted = np.bincount(rows["place"], minlength=len(names)).tolist()
    return {name: n for name, n in zip(names, counted, strict=True) if n}


def test_sources_stand_by_their_placements_and_those_without_a_name_or_place_are_none() -> None:
    assert pair_sources(INDEX).names == ("Agency", "Bureau")


@pytest.mark.parametrize("filters", [Filters(), Filters(matches=("certain",)), Filters(sources=("Bureau",))])
def test_pairs_count_what_going_through_the_rows_counts(filters: Filters) -> None:
    expected: dict[tuple[str, str], int] = {}
    for source, _, _, _, placed, _ in ROWS:
        for place, certain in placed:
            passes = (not filters.sources or source in filters.sources) and (certain or not filters.matches)
            if source and passes:
                expected[place, source] = expected.get((place, source), 0) + 1
    assert count_pairs(pair_sources(INDEX), filters) == expected


def test_beyond_the_limit_the_rarest_are_left_out() -> None:
    pairs = pair_sources(INDEX, limit=1)
    assert pairs.names == ("Agency",)
    assert count_pairs(pairs, Filters()) == {("mill", "Agency"): 2, ("port", "Agency"): 1}


def test_a_build_without_placements_has_no_pairs() -> None:
    pairs = pair_sources(make_index([]))
    assert (pairs.names, len(pairs.places), len(pairs.of_owns)) == ((), 0, 0)
