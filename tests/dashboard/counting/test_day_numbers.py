"""Days as numbers, as tables, scripts and counts have them."""

import itertools
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.counting.day_numbers import (
    EPOCH,
    NO_DAY,
    cut_time,
    name_day,
    name_days,
    number_day,
    number_days,
    read_days,
)

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEAR = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_a_day_comes_back_from_its_number(day: date) -> None:
    assert name_day(number_day(day)) == day
    assert number_day(day) == (day - EPOCH).days


@given(st.lists(st.none() | NEAR, max_size=20))
def test_columns_come_back_with_what_is_missing(days: list[date | None]) -> None:
    column = pd.Series(pd.to_datetime(pd.Series(days, dtype=object)), dtype="datetime64[s]")
    numbers = number_days(column)
    assert numbers.tolist() == [NO_DAY if day is None else number_day(day) for day in days]
    assert np.array_equal(name_days(numbers), column.to_numpy("datetime64[s]"), equal_nan=True)


def test_a_column_of_a_table_is_read_with_what_is_missing() -> None:
    read = read_days(pa.chunked_array([pa.array([date(2017, 11, 9), None], pa.date32())]))
    assert read[0] == np.datetime64("2017-11-09")
    assert np.isnat(read[1])


CUT = [
    ("day", date(2017, 9, 5), date(2017, 9, 6), ["2017-09-05", "2017-09-06", "2017-09-07"]),
    ("week", date(2017, 9, 6), date(2017, 9, 10), ["2017-09-04", "2017-09-11"]),
    ("week", date(1969, 12, 31), date(1969, 12, 31), ["1969-12-29", "1970-01-05"]),
    ("month", date(2017, 12, 31), date(2018, 1, 1), ["2017-12-01", "2018-01-01", "2018-02-01"]),
]


@pytest.mark.parametrize(("unit", "first", "last", "edges"), CUT)
def test_time_is_cut_into_whole_bars(unit: str, first: date, last: date, edges: list[str]) -> None:
    assert [name_day(int(day)).isoformat() for day in cut_time(unit, first, last)] == edges


@given(st.sampled_from(["day", "week", "month"]), NEAR, st.integers(0, 400))
def test_bars_follow_each_other_and_hold_both_ends(unit: str, first: date, long: int) -> None:
    last = first + timedelta(days=long)
    edges = cut_time(unit, first, last).tolist()
    assert edges == sorted(set(edges))
    assert edges[0] <= number_day(first) < edges[1]
    assert edges[-2] <= number_day(last) < edges[-1]
    widths = {late - early for early, late in itertools.pairwise(edges)}
    assert widths <= {"day": {1}, "week": {7}, "month": {28, 29, 30, 31}}[unit]
