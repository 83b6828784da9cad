"""Filters: applied, counted, in the URL, in words."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import DAY, PLACES, ROWS, make_index

from dashboard.choices.filters import FACETS, Filters
from dashboard.choices.selection import Selection
from dashboard.filters.facets import apply_filters, count_facets, flag_placements, flag_places, tally, tell_filters
from dashboard.filters.index import FacetIndex
from dashboard.filters.lists import VALUES_AT_MOST, Facet

# Two provinces of country XA with a town and a base each, a town over the border, and a country named itself.
# source, speaker, precision, day, names placed as (place, certain), names not placed
NOVEMBER = Selection(date(2017, 11, 1), date(2017, 11, 30))
ALWAYS = Selection(date(2000, 1, 1), date(2030, 1, 1))


INDEX = make_index()

filters_of_index = st.builds(
    Filters,
    st.sampled_from(["", "mill"]),
    **{
        facet: st.lists(st.sampled_from(INDEX.texts(facet)), max_size=2, unique=True).map(lambda v: tuple(sorted(v)))
        for facet in FACETS
    },
)
found_rows = st.none() | st.lists(st.integers(0, len(ROWS) - 1), unique=True).map(
    lambda rows: np.array(sorted(rows), np.int32)
)


def list_kept(filters: Filters, found: np.ndarray | None = None) -> list[int]:
    return np.flatnonzero(apply_filters(INDEX, filters, found).on_map).tolist()


def by_value(facets: list[Facet], name: str) -> dict[str, int]:
    return {value.value: value.count for facet in facets if facet.name == name for value in facet.values}


# --- applied


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        (Filters(), [0, 1, 2, 3, 4, 6]),
        (Filters(sources=("Agency",)), [0, 1, 2]),
        (Filters(sources=("",)), [6]),
        (Filters(sources=("", "Bureau")), [3, 4, 6]),
        (Filters(speakers=("A clerk",)), [1, 3]),
        (Filters(kinds=("site",)), [2, 3]),
        (Filters(kinds=("region",)), [3]),
        (Filters(regions=("east",)), [0, 1, 2, 3]),
        (Filters(regions=("west",)), [1]),
        (Filters(countries=("XB",)), [4]),
        (Filters(countries=("XA",)), [0, 1, 2, 3, 6]),
        (Filters(matches=("uncertain",)), [1, 3]),
        (Filters(precisions=("week", "none")), [1, 2]),
        # One place must be both: the settlement in the east of row 1 is uncertain, its certain one is in the west.
        (Filters(regions=("east",), kinds=("settlement",), matches=("certain",)), [0]),
        (Filters(sources=("Agency",), countries=("XB",)), []),
    ],
)
def test_what_filters_let_through(filters: Filters, rows: list[int]) -> None:
    assert list_kept(filters) == rows


def test_words_found_are_a_filter_like_the_others() -> None:
    assert list_kept(Filters("mill"), np.array([1, 5, 7], np.int32)) == [1]
    assert list_kept(Filters("nothing"), np.empty(0, np.int32)) == []


@given(filters_of_index, found_rows)
def test_filters_only_remove(filters: Filters, found: np.ndarray | None) -> None:
    kept, whole = apply_filters(INDEX, filters, found), apply_filters(INDEX, Filters())
    for name in ("statements", "on_map", "owns"):
        assert not (getattr(kept, name) & ~getattr(whole, name)).any()
    for facet in FACETS:
        less = apply_filters(INDEX, filters.without(facet), found)
        assert not (kept.on_map & ~less.on_map).any()
    assert not (kept.on_map & ~kept.statements).any()


@given(filters_of_index)
def test_masks_of_statements_and_placements_agree(filters: Filters) -> None:
    kept = apply_filters(INDEX, filters)
    shown = np.zeros(len(ROWS), bool)
    shown[INDEX.own_statements[kept.owns]] = True
    assert (shown == kept.on_map).all()
    places = flag_places(INDEX, filters)
    assert places[INDEX.own_places[kept.owns]].all()


@given(filters_of_index)
def test_a_region_is_shown_where_it_holds_a_place_that_passes(filters: Filters) -> None:
    kept = apply_filters(INDEX, filters)
    flags = flag_placements(INDEX, kept)
    around = dict(zip(PLACES["place_id"], PLACES["containers"], strict=True))
    pairs = {
        (int(s), INDEX.place_ids[p])
        for s, p, keep in zip(INDEX.own_statements, INDEX.own_places, kept.owns, strict=True)
        if keep
    }
    expected = pairs | {(s, outer) for s, name in pairs for outer in around[name]}
    rows = list_rows(INDEX)
    shown = {rows[n] for n in np.flatnonzero(flags)}
    # A region that a statement names itself has one row, its own; it is shown only where that passes or holds one.
    assert shown == expected & set(rows.values())


def list_rows(index: FacetIndex) -> dict[int, tuple[int, str]]:
    own = {
        int(row): (int(s), index.place_ids[p])
        for row, s, p in zip(index.own_rows, index.own_statements, index.own_places, strict=True)
    }
    inside = {
        int(row): (int(index.own_statements[o]), index.place_ids[c])
        for row, o, c in zip(index.link_rows, index.link_owns, index.link_containers, strict=True)
        if row >= 0
    }
    assert len(own.keys() | inside.keys()) == index.rows
    return inside | own


# --- counted


def test_each_facet_is_counted_without_its_own_filter() -> None:
    facets = count_facets(INDEX, Filters(sources=("Agency",), kinds=("settlement",)), ALWAYS)
    assert by_value(facets, "sources") == {"Agency": 2, "Bureau": 1}
    assert by_value(facets, "kinds") == {"settlement": 2}
    assert by_value(facets, "regions") == {"east": 2, "west": 1}
    assert by_value(facets, "matches") == {"certain": 2, "uncertain": 1}


def test_facets_follow_the_window_and_its_basis() -> None:
    assert by_value(count_facets(INDEX, Filters(), NOVEMBER), "sources") == {"Agency": 2, "Bureau": 1, "": 1}
    published = replace(NOVEMBER, basis="publication")
    assert by_value(count_facets(INDEX, Filters(), published), "sources") == {"Agency": 3, "Bureau": 2, "": 1}


def test_a_statement_of_two_places_in_one_region_counts_once() -> None:
    rows = [("Agency", "", "day", DAY, [("mill", True), ("fort", True)], 0)]
    facets = count_facets(make_index(rows), Filters(), NOVEMBER)
    assert by_value(facets, "regions") == {"east": 1}
    assert by_value(facets, "countries") == {"XA": 1}
    assert by_value(facets, "kinds") == {"settlement": 1, "site": 1}


@given(filters_of_index, found_rows)
def test_a_facets_count_is_what_choosing_it_would_show(filters: Filters, found: np.ndarray | None) -> None:
    for facet in count_facets(INDEX, filters, NOVEMBER, found, limit=50):
        for value in facet.values:
            chosen = replace(filters, **{facet.name: (value.value,)})
            assert tally(INDEX, apply_filters(INDEX, chosen, found), NOVEMBER).statements == value.count


@given(filters_of_index)
def test_counts_of_values_a_statement_has_one_of_sum_to_what_is_shown(filters: Filters) -> None:
    facets = count_facets(INDEX, filters, NOVEMBER, limit=50)
    for name in ("sources", "speakers", "precisions"):
        shown = tally(INDEX, apply_filters(INDEX, filters.without(name)), NOVEMBER).statements
        assert sum(by_value(facets, name).values()) == shown


def test_a_chosen_value_is_listed_whatever_its_count_and_the_rest_is_numbered() -> None:
    facets = count_facets(INDEX, Filters(sources=("Bureau",), kinds=("country",)), NOVEMBER, limit=1)
    sources = facets[0]
    assert [(v.label, v.count, v.is_chosen) for v in sources.values] == [
        ("Bureau", 0, True),
        ("Source not given", 1, False),
    ]
    assert count_facets(INDEX, Filters(), NOVEMBER, limit=1)[0].more == 2


def count_sources(sources: list[str], wanted: str | None, *chosen: str) -> Facet:
    rows = [(source, "", "day", DAY, [("mill", True)], 0) for source in sources]
    opened = {} if wanted is None else {"sources": wanted}
    return count_facets(make_index(rows), Filters(sources=chosen), NOVEMBER, opened=opened)[0]


def test_an_opened_facet_lists_all_its_values_and_the_chosen_ones_first() -> None:
    sources = [f"Agency {n:02}" for n in range(30)]
    closed, opened = count_sources(sources, None, "Agency 29"), count_sources(sources, "", "Agency 29")
    assert (len(closed.values), closed.total, closed.more) == (9, 30, 21)
    assert (len(opened.values), opened.total, opened.more) == (30, 30, 0)
    assert [facet.values[0].label for facet in (closed, opened)] == ["Agency 29"] * 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("deir", ["Déir desk", "The Deir office"]),
        ("OFFICE deir", ["The Deir office"]),
        ("الرقة", ["مكتب الرقّة"]),
        ("eir", []),
        ("<b>", ["<b>bold</b>"]),
        (" . ", ["<b>bold</b>", "Déir desk", "The Deir office", "مكتب الرقّة"]),
    ],
)
def test_a_value_is_found_by_the_beginnings_of_its_words(wanted: str, found: list[str]) -> None:
    sources = ["Déir desk", "The Deir office", "مكتب الرقّة", "<b>bold</b>"]
    assert sorted(value.label for value in count_sources(sources, wanted).values) == found


def test_a_chosen_value_stays_listed_whatever_is_looked_for() -> None:
    assert [value.label for value in count_sources(["One", "Two", "Three"], "thr", "Two").values] == ["Two", "Three"]


def test_of_very_many_values_the_rest_is_numbered_and_found_by_name() -> None:
    sources = [f"Agency {n}" for n in range(VALUES_AT_MOST + 50)]
    assert count_sources(sources, "").more == 50
    assert [value.label for value in count_sources(sources, "249").values] == ["Agency 249"]


# --- told


def test_the_sentence() -> None:
    filters = Filters("mill", sources=("Agency",), regions=("east",), matches=("certain",))
    kept = apply_filters(INDEX, filters, np.arange(len(ROWS), dtype=np.int32))
    assert tell_filters(INDEX, filters, NOVEMBER, tally(INDEX, kept, NOVEMBER)) == (
        "1 statement of 1 report about 1 place in East, 1–30 November 2017, source Agency, placement certain, "
        "with “mill”; 2 undated are left out."
    )


def test_what_is_not_given_reads_as_a_part_of_the_sentence() -> None:
    filters = Filters(sources=("",), speakers=("",))
    told = tell_filters(INDEX, filters, NOVEMBER, tally(INDEX, apply_filters(INDEX, filters), NOVEMBER))
    assert "source not given, said by nobody named" in told


def test_the_sentence_without_filters_tells_what_is_left_out() -> None:
    counted = tally(INDEX, apply_filters(INDEX, Filters()), NOVEMBER)
    assert tell_filters(INDEX, Filters(), NOVEMBER, counted) == (
        "4 statements of 3 reports about 5 places, 1–30 November 2017; 2 undated and 1 unplaced are left out."
    )
