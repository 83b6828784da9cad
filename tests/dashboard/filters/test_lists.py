"""The values of a facet as they are listed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import DAY, make_index

from dashboard import words
from dashboard.filters import naming
from dashboard.filters.lists import VALUES_AT_MOST, Facet, label_value, list_values

SOURCES = ["Agency", "Bureau", "Clarion", "Déir desk", "The Deir office"]
INDEX = make_index([(source, "", "day", DAY, [("mill", True)], 0) for source in SOURCES])
COUNTS = np.array([3, 0, 9, 1, 1], np.int32)


def list_sources(*chosen: str, limit: int = 8, wanted: str | None = None) -> Facet:
    return list_values(INDEX, "sources", COUNTS, chosen, limit, wanted)


def labels(facet: Facet) -> list[str]:
    return [value.label for value in facet.values]


def test_those_with_most_statements_come_first_and_empty_ones_are_left_out() -> None:
    facet = list_sources()
    assert labels(facet) == ["Clarion", "Agency", "Déir desk", "The Deir office"]
    assert [value.count for value in facet.values] == [9, 3, 1, 1]
    assert (facet.total, facet.more, facet.title) == (4, 0, words.FACETS["sources"])


def test_what_is_chosen_comes_first_even_when_empty() -> None:
    facet = list_sources("Bureau", "Déir desk")
    assert labels(facet)[:2] == ["Déir desk", "Bureau"]
    assert [value.is_chosen for value in facet.values] == [True, True, False, False, False]
    assert facet.total == 5


def test_the_limit_is_beside_the_chosen_ones() -> None:
    facet = list_sources("Bureau", limit=1)
    assert labels(facet) == ["Bureau", "Clarion"]
    assert (facet.total, facet.more) == (5, 3)


WANTED = [
    ("", ["Clarion", "Agency", "Déir desk", "The Deir office"]),
    ("deir", ["Déir desk", "The Deir office"]),
    ("office DEIR", ["The Deir office"]),
    ("eir", []),
    ("zz", []),
]


@pytest.mark.parametrize(("wanted", "found"), WANTED)
def test_values_are_looked_for_by_the_beginnings_of_their_words(wanted: str, found: list[str]) -> None:
    facet = list_sources(wanted=wanted, limit=0)
    assert labels(facet) == found
    assert facet.wanted == wanted


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5), st.sets(st.sampled_from(SOURCES)), st.integers(0, 6))
def test_every_value_with_statements_is_listed_or_numbered(numbers: list[int], chosen: set[str], limit: int) -> None:
    counts = np.array(numbers, np.int32)
    facet = list_values(INDEX, "sources", counts, sorted(chosen), limit)
    assert facet.total == len(chosen | {SOURCES[n] for n in np.flatnonzero(counts)})
    assert len(facet.values) + facet.more == facet.total
    assert {value.value for value in facet.values if value.is_chosen} == chosen


LABELS = [
    ("sources", "Agency", "Agency"),
    ("sources", "", naming.NOT_NAMED["sources"]),
    ("kinds", "settlement", words.KINDS["settlement"]),
    ("matches", "certain", naming.MATCHES["certain"]),
    ("precisions", "day", naming.PRECISIONS["day"]),
    ("regions", "east", "East"),
    ("countries", "XA", "Aland"),
    ("countries", "ZZ", "ZZ"),
]


@pytest.mark.parametrize(("facet", "value", "label"), LABELS)
def test_what_a_value_is_called(facet: str, value: str, label: str) -> None:
    assert label_value(INDEX, facet, value) == label


def test_of_very_many_the_rest_is_numbered() -> None:
    index = make_index([(f"Agency {n}", "", "day", DAY, [("mill", True)], 0) for n in range(VALUES_AT_MOST + 7)])
    facet = list_values(index, "sources", np.ones(VALUES_AT_MOST + 7, np.int32), (), 3, "")
    assert (len(facet.values), facet.more) == (VALUES_AT_MOST, 7)
