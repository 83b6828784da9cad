"""The days that a date expression comes to from an anchor day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.intervals import resolve_value
from geodata.dates.values import (
    Bound,
    DateValue,
    DayDate,
    DayOfMonth,
    FromTo,
    Lookback,
    MonthDate,
    Period,
    SeasonDate,
    Shift,
    WeekdayDate,
    WeekOfMonth,
    YearDate,
    is_explicit,
)

WEDNESDAY = date(2017, 12, 6)

# The value, and the days it comes to when written on Wednesday 6 December 2017.
RESOLVED = [
    (DayDate(9, 11, 2017), "2017-11-09", "2017-11-09", "day"),
    (DayDate(9, 11), "2017-11-09", "2017-11-09", "day"),
    (DayDate(13, 12), "2017-12-13", "2017-12-13", "day"),  # a week ahead may be announced
    (DayDate(14, 12), "2016-12-14", "2016-12-14", "day"),
    (DayDate(29, 2), "2016-02-29", "2016-02-29", "day"),
    (DayDate(9, 11, year_shift=-1), "2016-11-09", "2016-11-09", "day"),
    (DayOfMonth(5, 0), "2017-12-05", "2017-12-05", "day"),
    (DayOfMonth(5, 1), "2018-01-05", "2018-01-05", "day"),
    (MonthDate(12, 2016), "2016-12-01", "2016-12-31", "month"),
    (MonthDate(2, 2016), "2016-02-01", "2016-02-29", "month"),
    (MonthDate(12), "2017-12-01", "2017-12-31", "month"),
    (MonthDate(12, which=-1), "2016-12-01", "2016-12-31", "month"),
    (MonthDate(11, which=-1), "2017-11-01", "2017-11-30", "month"),
    (MonthDate(1, which=1), "2018-01-01", "2018-01-31", "month"),
    (MonthDate(11, part="early"), "2017-11-01", "2017-11-10", "span"),
    (MonthDate(11, part="mid"), "2017-11-11", "2017-11-20", "span"),
    (MonthDate(11, part="late"), "2017-11-21", "2017-11-30", "span"),
    (MonthDate(11, part="first half"), "2017-11-01", "2017-11-15", "span"),
    (MonthDate(11, part="second half"), "2017-11-16", "2017-11-30", "span"),
    (SeasonDate(6), "2017-06-01", "2017-08-31", "season"),
    (SeasonDate(12, 2015), "2015-12-01", "2016-02-29", "season"),
    (SeasonDate(6, which=1), "2018-06-01", "2018-08-31", "season"),
    (YearDate(2014), "2014-01-01", "2014-12-31", "year"),
    (YearDate(2014, "early"), "2014-01-01", "2014-04-30", "span"),
    (YearDate(2014, "second half"), "2014-07-01", "2014-12-31", "span"),
    (WeekdayDate(2), "2017-12-06", "2017-12-06", "day"),
    (WeekdayDate(3), "2017-11-30", "2017-11-30", "day"),
    (WeekdayDate(2, which=-1), "2017-11-29", "2017-11-29", "day"),
    (WeekdayDate(2, which=1), "2017-12-13", "2017-12-13", "day"),
    (WeekdayDate(4, which=0), "2017-12-08", "2017-12-08", "day"),
    (WeekdayDate(1, week=-1), "2017-11-28", "2017-11-28", "day"),
    (Shift(1, 1, "day", -1), "2017-12-05", "2017-12-05", "day"),
    (Shift(2, 2, "week", -1), "2017-11-20", "2017-11-26", "week"),
    (Shift(1, 1, "month", -1), "2017-11-01", "2017-11-30", "month"),
    (Shift(2, 2, "year", -1), "2015-01-01", "2015-12-31", "year"),
    (Shift(2, 7, "day", -1), "2017-11-29", "2017-12-04", "span"),
    (Shift(3, 3, "hour", -1), "2017-12-06", "2017-12-06", "day"),
    (Shift(20, 20, "hour", -1), "2017-12-05", "2017-12-06", "span"),
    (Period("week", -1), "2017-11-27", "2017-12-03", "week"),
    (Period("week", 0), "2017-12-04", "2017-12-06", "week"),
    (Period("weekend", -1), "2017-12-02", "2017-12-03", "span"),
    (Period("month", 0), "2017-12-01", "2017-12-06", "month"),
    (Period("year", 0, "later"), "2017-12-06", "2017-12-31", "span"),
    (Period("week", -1, "mid"), "2017-11-29", "2017-11-30", "span"),
    (Lookback(24, "hour"), "2017-12-05", "2017-12-06", "span"),
    (Lookback(2, "week"), "2017-11-22", "2017-12-06", "span"),
    (WeekOfMonth(1, MonthDate(11)), "2017-11-01", "2017-11-07", "span"),
    (WeekOfMonth(-1, MonthDate(11)), "2017-11-24", "2017-11-30", "span"),
    (Bound("since", MonthDate(11)), "2017-11-01", "2017-12-06", "span"),
    (Bound("until", DayDate(12, 12, 2017)), "2017-12-06", "2017-12-12", "span"),
    (Bound("until", MonthDate(11)), "2017-11-01", "2017-11-30", "month"),
    (FromTo(DayDate(5, 11), DayDate(9, 11)), "2017-11-05", "2017-11-09", "span"),
    (FromTo(DayDate(28, 12), DayDate(3, 1, 2017)), "2016-12-28", "2017-01-03", "span"),
    (FromTo(MonthDate(9), MonthDate(11)), "2017-09-01", "2017-11-30", "span"),
]


@pytest.mark.parametrize(("value", "start", "end", "precision"), RESOLVED, ids=[repr(row[0]) for row in RESOLVED])
def test_the_days_a_value_comes_to(value: DateValue, start: str, end: str, precision: str) -> None:
    expected = date.fromisoformat(start), date.fromisoformat(end), precision
    assert resolve_value(value, WEDNESDAY) == expected


def test_what_counts_from_the_last_day_told_does_so() -> None:
    told = date(2017, 11, 9)
    assert resolve_value(Shift(1, 1, "day", -1, told="day"), WEDNESDAY, told).start == date(2017, 11, 8)
    assert resolve_value(Shift(1, 1, "day", -1), WEDNESDAY, told).start == date(2017, 12, 5)
    assert resolve_value(Period("month", 1, told=True), WEDNESDAY, told).start == date(2017, 12, 1)


UNITS = st.sampled_from(["minute", "hour", "day", "week", "month", "year"])
PARTS = st.sampled_from(["", "early", "mid", "late", "first half", "second half"])
WHICH = st.sampled_from([-1, 0, 1])
MONTHS = st.integers(1, 12)
YEARS = st.one_of(st.none(), st.integers(1800, 2200))
VALUES = st.recursive(
    st.one_of(
        st.builds(DayDate, st.integers(1, 31), MONTHS, YEARS),
        st.builds(DayOfMonth, st.integers(1, 31), WHICH),
        st.builds(MonthDate, MONTHS, YEARS, part=PARTS),
        st.builds(MonthDate, MONTHS, which=WHICH, part=PARTS),
        st.builds(SeasonDate, st.sampled_from([3, 6, 9, 12]), YEARS, part=PARTS),
        st.builds(YearDate, st.integers(1950, 2050), PARTS),
        st.builds(WeekdayDate, st.integers(0, 6), WHICH),
        st.builds(Shift, st.integers(0, 3), st.integers(3, 9), UNITS, st.sampled_from([-1, 1])),
        st.builds(Period, st.sampled_from(["week", "weekend", "month", "year"]), WHICH),
        st.builds(Lookback, st.integers(1, 99), UNITS),
        st.builds(WeekOfMonth, st.sampled_from([-1, 1, 2, 3, 4]), st.builds(MonthDate, MONTHS)),
    ),
    lambda inner: st.one_of(
        st.builds(Bound, st.sampled_from(["since", "until"]), inner), st.builds(FromTo, inner, inner)
    ),
    max_leaves=3,
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(VALUES, st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS))
def test_any_value_comes_to_days_in_order_or_to_none(value: DateValue, anchor: date | None, told: date | None) -> None:
    found = resolve_value(value, anchor, told)
    assert found is None or found.start <= found.end


@given(DAYS)
def test_a_bare_day_is_never_more_than_a_week_ahead(anchor: date) -> None:
    for day, month in ((1, 1), (15, 6), (31, 12)):
        found = resolve_value(DayDate(day, month), anchor)
        assert found is None or (found.start - anchor).days <= 7


@given(st.integers(0, 6), DAYS)
def test_weekdays_stand_around_their_anchor(weekday: int, anchor: date) -> None:
    last, same, following = (resolve_value(WeekdayDate(weekday, which=which), anchor) for which in (-1, None, 1))
    if None in (last, same, following):
        return
    assert last.start < anchor < following.start
    assert 0 <= (anchor - same.start).days < 7
    assert {each.start.weekday() for each in (last, same, following)} == {weekday}


@given(VALUES.filter(lambda value: not is_explicit(value) and not isinstance(value, FromTo | Bound)))
def test_without_an_anchor_a_distance_comes_to_nothing(value: DateValue) -> None:
    assert resolve_value(value, None) is None
