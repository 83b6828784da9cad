"""Counting from running totals gives what going through the statements gives."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_counts import FIRST, lay_out_rows, make_rows
from made_store import write_made_store
from recount import count_places, keep_selected, sort_out

from dashboard.choices.selection import Selection
from dashboard.contract import Basis
from dashboard.counting.counts import Counts, count_statements
from dashboard.counting.day_numbers import cut_time, name_day, number_day
from dashboard.counting.layout import lay_out, read_layout
from geodata.store.builds import Store

BEGIN = date.fromisoformat(str(FIRST))
windows = st.tuples(st.integers(-20, 80), st.integers(0, 500)).map(
    lambda two: (BEGIN + timedelta(two[0]), BEGIN + timedelta(two[0] + two[1]))
)
bases = st.sampled_from(["event", "publication"])


def keep_some(seed: int, rows: pd.DataFrame, index: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame, pd.DataFrame]:
    keep = np.random.default_rng(seed + 1).random(len(index)) < 0.6
    return keep, rows[keep[rows["statement"]]], index[keep]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 50), windows, bases, st.booleans(), st.booleans())
def test_a_window_counts_what_going_through_the_rows_counts(
    seed: int, window: tuple[date, date], basis: Basis, uncertain: bool, filtered: bool
) -> None:
    rows, index = make_rows(seed)
    layout = lay_out_rows(rows, index)
    keep = None
    if filtered:
        keep, rows, index = keep_some(seed, rows, index)
    counts = count_statements(layout, keep)
    found = counts.in_window(*window, basis, uncertain=uncertain)
    selection = Selection(*window, basis, uncertain=uncertain)
    kept = keep_selected(rows, selection)
    expected = count_places(kept)
    pd.testing.assert_frame_equal(found.frame(layout.place_ids), expected, check_index_type=False, check_dtype=False)
    assert found.statements == kept["statement_id"].nunique()
    assert found.places == kept[kept["own"]]["place_id"].nunique()
    answers = sort_out(index, selection)
    assert counts.undated[basis] == (answers == "undated").sum()
    assert found.unplaced == (answers == "unplaced").sum()


def test_numbers_of_statements_and_flags_keep_the_same() -> None:
    layout = lay_out_rows(*make_rows(3))
    numbers = np.array([1, 5, 6, 40])
    flags = np.isin(np.arange(60), numbers)
    whole = (date(1200, 1, 1), date(2100, 1, 1))
    by_number, by_flag = (count_statements(layout, keep).in_window(*whole) for keep in (numbers, flags))
    assert by_number.by_place.tolist() == by_flag.by_place.tolist()
    assert 0 < by_number.statements < count_statements(layout).in_window(*whole).statements


def test_a_filter_that_keeps_nothing_counts_nothing() -> None:
    counts = count_statements(lay_out_rows(*make_rows(3)), np.array([], dtype=int))
    assert counts.in_window(BEGIN, BEGIN + timedelta(99)).frame(counts.layout.place_ids).empty
    assert counts.span() is None
    assert counts.undated == {"event": 0, "publication": 0}
    assert counts.histogram("week", BEGIN, BEGIN + timedelta(30)).within.sum() == 0


def test_an_empty_build_counts_nothing() -> None:
    rows, index = make_rows(3)
    counts = count_statements(lay_out(np.array([], dtype=object), rows[:0], index[:0]))
    assert counts.in_window(BEGIN, BEGIN).statements == 0
    assert counts.span() is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 30), st.sampled_from(["day", "week", "month"]), bases, st.booleans())
def test_a_bar_holds_what_a_window_of_its_days_shows(seed: int, unit, basis: Basis, uncertain: bool) -> None:  # type: ignore[no-untyped-def]
    counts = count_statements(lay_out_rows(*make_rows(seed)))
    bars = counts.histogram(unit, BEGIN, BEGIN + timedelta(50), basis, uncertain=uncertain)
    for n, (first, after) in enumerate(zip(bars.days[:-1], bars.days[1:], strict=True)):
        shown = counts.in_window(name_day(int(first)), name_day(int(after) - 1), basis, uncertain=uncertain)
        assert bars.within[n] + bars.across[n] == shown.statements
    if basis == "publication":
        assert bars.across.sum() == 0


def test_days_are_split_from_longer_dates() -> None:
    rows, index = make_rows(5)
    counts = count_statements(lay_out_rows(rows, index))
    day = index["event_start"].where(index["event_start"] == index["event_end"])
    placed = index["placed"] > 0
    bars = counts.histogram("day", BEGIN, BEGIN + timedelta(50))
    expected = day[placed].value_counts()
    for number, n in zip(bars.days[:-1], bars.within, strict=True):
        assert n == expected.get(pd.Timestamp(name_day(int(number))), 0)


@pytest.mark.parametrize(
    ("unit", "first", "last", "edges"),
    [
        ("day", date(2017, 9, 5), date(2017, 9, 6), ["2017-09-05", "2017-09-06", "2017-09-07"]),
        ("week", date(2017, 9, 6), date(2017, 9, 10), ["2017-09-04", "2017-09-11"]),
        ("week", date(2017, 9, 10), date(2017, 9, 11), ["2017-09-04", "2017-09-11", "2017-09-18"]),
        ("month", date(2017, 12, 31), date(2018, 1, 1), ["2017-12-01", "2018-01-01", "2018-02-01"]),
        ("week", date(1969, 12, 31), date(1969, 12, 31), ["1969-12-29", "1970-01-05"]),
    ],
)
def test_time_is_cut_into_whole_bars(unit, first: date, last: date, edges: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [name_day(int(day)).isoformat() for day in cut_time(unit, first, last)] == edges


def test_the_span_is_that_of_the_statements_on_the_map() -> None:
    rows, index = make_rows(3)
    on_map = index[index["placed"] > 0]
    span = count_statements(lay_out_rows(rows, index)).span("event")
    assert span == (on_map["event_start"].min().date(), on_map["event_end"].max().date())


def test_an_event_that_ends_before_it_starts_is_refused() -> None:
    rows, index = make_rows(3)
    index["event_end"] = index["event_start"] - pd.Timedelta(days=1)
    with pytest.raises(ValueError, match=r"\d+ events end before they start"):
        lay_out_rows(rows, index)


def test_days_have_the_numbers_of_the_browser() -> None:
    assert number_day(date(1970, 1, 1)) == 0
    assert name_day(number_day(date(2016, 2, 29))) == date(2016, 2, 29)


def test_a_store_is_laid_out_in_the_order_of_its_table(tmp_path) -> None:  # type: ignore[no-untyped-def]
    write_made_store(tmp_path, ["One", "Two", "Three"])
    layout = read_layout(Store.open(tmp_path))
    counts: Counts = count_statements(layout)
    assert layout.place_ids.tolist() == ["g0", "g1", "g2", "p0", "p1", "p2"]
    whole = counts.in_window(date(2017, 11, 1), date(2017, 11, 30))
    assert (whole.statements, whole.places, whole.unplaced, counts.undated["event"]) == (3, 3, 3, 3)
    # Row 3 of the table is the dated statement about the second place.
    only = count_statements(layout, np.array([3])).in_window(date(2017, 11, 1), date(2017, 11, 30))
    assert only.frame(layout.place_ids).index.tolist() == ["g1", "p1"]
