"""Classes of colour of places in a window, against looking at the statements one by one."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_counts import FIRST, lay_out_rows, make_rows

from dashboard.choices.selection import Window
from dashboard.contract import RECENCY_DAYS, SOURCE_OTHER, SOURCE_SEVERAL, Basis
from dashboard.counting.counts import count_statements
from dashboard.counting.day_numbers import NO_DAY, number_day
from dashboard.map.classes import classify_recency, classify_sources, find_last_days


def find_last_one_by_one(rows: pd.DataFrame, window: Window, place: int, *, uncertain: bool) -> int:
    of_place = rows[(rows["place"] == place) & (rows["certain"] | uncertain)]
    columns = ["published_on"] if window.basis == "publication" else ["event_start", "event_end"]
    days = pd.to_datetime(pd.concat([of_place[column] for column in columns])).dropna()
    inside = days[(days >= pd.Timestamp(window.start)) & (days <= pd.Timestamp(window.end))]
    return number_day(inside.max().date()) if len(inside) else int(NO_DAY)


@given(st.integers(0, 40), st.integers(-5, 45), st.integers(0, 50), st.sampled_from(["event", "publication"]))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("uncertain", [True, False])
def test_the_last_day_is_that_of_looking_one_by_one(
    uncertain: bool, seed: int, begin: int, length: int, basis: Basis
) -> None:
    rows, index = make_rows(seed)
    start = (FIRST + begin).astype(date)
    window = Window(start, (FIRST + begin + length).astype(date), basis)
    counts = count_statements(lay_out_rows(rows, index))
    found = find_last_days(counts, window, uncertain=uncertain)
    assert found.tolist() == [find_last_one_by_one(rows, window, place, uncertain=uncertain) for place in range(7)]


def test_what_a_filter_leaves_out_makes_no_place_recent() -> None:
    rows, index = make_rows(3)
    window = Window((FIRST - 5).astype(date), (FIRST + 60).astype(date), "event")
    kept = np.arange(len(index)) < 20
    found = find_last_days(count_statements(lay_out_rows(rows, index), kept), window, uncertain=True)
    seen = rows[rows["statement"] < 20]
    assert found.tolist() == [find_last_one_by_one(seen, window, place, uncertain=True) for place in range(7)]


def test_classes_of_recency_begin_where_the_key_says() -> None:
    rows, index = make_rows(5)
    counts = count_statements(lay_out_rows(rows, index))
    for end in range(12):
        window = Window((FIRST - 3).astype(date), (FIRST + end).astype(date), "publication")
        last = find_last_days(counts, window, uncertain=True)
        ages = [number_day(window.end) - int(day) for day in last]
        expected = [sum(age > limit for limit in RECENCY_DAYS) for age in ages]
        assert classify_recency(counts, window, uncertain=True).tolist() == expected


def test_a_place_is_of_the_source_that_tells_more_than_half() -> None:
    # Places: one source has 2 of 3; two have half each; the common ones have 1 of 3; nothing; all of one.
    numbers = np.array([3, 2, 3, 0, 4], np.int32)
    rows, sources = np.array([0, 0, 1, 1, 2, 4]), np.array([1, 0, 0, 1, 2, 5])
    told = np.array([2, 1, 1, 1, 1, 4], np.int32)
    found = classify_sources(numbers, rows, sources, told)
    assert found.tolist() == [1, SOURCE_SEVERAL, SOURCE_OTHER, SOURCE_SEVERAL, 5]
