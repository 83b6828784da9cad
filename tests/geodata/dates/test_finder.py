"""Date expressions: which words of a text tell a time, and what they say."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.finder import find_expressions
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
)

# The words, and what they say before any anchor.
SAID = [
    ("9 November 2017", DayDate(9, 11, 2017)),
    ("November 9, 2017", DayDate(9, 11, 2017)),
    ("9 November", DayDate(9, 11)),
    ("9.11.2017", DayDate(9, 11, 2017)),
    ("2017-11-09", DayDate(9, 11, 2017)),
    ("11/25/2017", DayDate(25, 11, 2017)),  # day first unless that cannot be
    ("9 November last year", DayDate(9, 11, None, -1)),
    ("the 5th of this month", DayOfMonth(5, 0)),
    ("November 2017", MonthDate(11, 2017)),
    ("last December", MonthDate(12, which=-1)),
    ("early November 2017", MonthDate(11, 2017, part="early")),
    ("summer 2016", SeasonDate(6, 2016)),
    ("Tuesday", WeekdayDate(1)),
    ("last Tuesday", WeekdayDate(1, which=-1)),
    ("yesterday", Shift(1, 1, "day", -1)),
    ("two days ago", Shift(2, 2, "day", -1)),
    ("three weeks ago", Shift(3, 3, "week", -1)),
    ("the day before", Shift(1, 1, "day", -1, told="day")),
    ("last week", Period("week", -1)),
    ("this month", Period("month", 0)),
    ("the past 24 hours", Lookback(24, "hour")),
    ("the first week of November", WeekOfMonth(1, MonthDate(11))),
    ("since November 2017", Bound("since", MonthDate(11, 2017))),
    ("until 9 November", Bound("until", DayDate(9, 11))),
    ("from 5 to 9 November", FromTo(DayDate(5, 11), DayDate(9, 11))),
    ("2011-2013", FromTo(YearDate(2011), YearDate(2013))),
    ("9 ноября 2017 года", DayDate(9, 11, 2017)),
    ("вчера", Shift(1, 1, "day", -1)),
    ("9 نوفمبر 2017", DayDate(9, 11, 2017)),
    ("أمس", Shift(1, 1, "day", -1)),
]


@pytest.mark.parametrize(("words", "value"), SAID, ids=[words for words, _ in SAID])
def test_what_words_say(words: str, value: DateValue) -> None:
    found = find_expressions(f"They left {words}.")
    assert [expression.value for expression in found] == [value]
    assert found[0].text.removeprefix("the ") == words.removeprefix("the ")


NOTHING = [
    "They stayed for two days.",
    "They left at 10:30.",
    "They left 5 in the field.",
    "31 November came.",
    "They sold 2000 houses.",
    "Call +49 30 12.11.2017.44 now.",
    "They may march.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_no_day(text: str) -> None:
    assert find_expressions(text) == []


def test_several_stand_in_order() -> None:
    text = "On Monday they left; on 9 November 2017 they were back, and last week they left again."
    assert [found.text for found in find_expressions(text)] == ["Monday", "9 November 2017", "last week"]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        (found,) = find_expressions(f"They left on {words}.")
        assert found.value == DayDate(day.day, day.month, day.year)


@given(st.text(max_size=100), st.text(max_size=100))
def test_what_is_found_slices_back_without_overlap(before: str, after: str) -> None:
    text = f"{before} 9 November 2017 {after}"
    found = find_expressions(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
