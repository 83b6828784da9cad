"""What a date expression says, as plain values."""

import pytest

from geodata.dates.values import (
    Bound,
    DateValue,
    DayDate,
    FromTo,
    Lookback,
    MonthDate,
    Period,
    SeasonDate,
    Shift,
    WeekdayDate,
    WeekOfMonth,
    YearDate,
    few,
    is_explicit,
    is_possible,
    is_told,
)

EXPLICIT = [DayDate(9, 11), MonthDate(11), SeasonDate(6, 2016), YearDate(2014), WeekOfMonth(1, MonthDate(11))]
RELATIVE = [MonthDate(11, which=-1), WeekdayDate(2), Shift(1, 1, "day", -1), Period("week", -1), Lookback(2, "day")]


@pytest.mark.parametrize("value", EXPLICIT, ids=repr)
def test_what_names_a_place_in_the_calendar(value: DateValue) -> None:
    assert is_explicit(value)
    assert is_explicit(Bound("since", value))
    assert is_explicit(FromTo(value, value))
    assert not is_explicit(FromTo(value, WeekdayDate(1)))
    assert not is_told(value)


@pytest.mark.parametrize("value", RELATIVE, ids=repr)
def test_what_is_only_a_distance(value: DateValue) -> None:
    assert not is_explicit(value)
    assert not is_explicit(Bound("since", value))


def test_what_counts_from_the_last_day_told() -> None:
    assert is_told(Shift(1, 1, "day", -1, told="day"))
    assert is_told(Period("month", 1, told=True))
    assert not is_told(Shift(1, 1, "day", -1))


IMPOSSIBLE = [DayDate(31, 11), DayDate(30, 2), DayDate(29, 2, 2017), DayDate(1, 13), MonthDate(10, 1863), DayDate(0, 1)]


@pytest.mark.parametrize("value", IMPOSSIBLE, ids=repr)
def test_no_calendar_has_it(value: DateValue) -> None:
    assert not is_possible(value)
    assert not is_possible(Bound("until", value))
    assert not is_possible(FromTo(YearDate(2017), value))


def test_a_calendar_has_it() -> None:
    assert is_possible(DayDate(29, 2))
    assert is_possible(DayDate(29, 2, 2016))


def test_few_is_a_range() -> None:
    for unit in ("minute", "hour", "day", "week", "month", "year", "era"):
        least, most = few(unit)
        assert 0 <= least <= most
