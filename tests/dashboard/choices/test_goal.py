"""What a link to a statement changes so that it can be seen."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import words
from dashboard.choices.goal import FoundStatement, reach_statement, widen_window
from dashboard.choices.selection import Limits, Selection, Window

FIRST, LAST = date(2017, 9, 5), date(2017, 12, 11)
LIMITS = Limits(FIRST, LAST, (FIRST, LAST), frozenset({"town", "east"}), frozenset())
START, END = date(2017, 11, 8), date(2017, 11, 14)
SELECTION = Selection(START, END, statement_id="s1", place_id="town")


def find(start: int, end: int, published: int = 10) -> FoundStatement:
    """Dated to days of November."""
    day = date(2017, 11, published)
    return FoundStatement(["town", "east"], (date(2017, 11, start), date(2017, 11, end)), (day, day))


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [(9, 9, (8, 14)), (1, 8, (8, 14)), (14, 30, (8, 14)), (2, 3, (3, 14)), (19, 20, (8, 19)), (1, 30, (8, 14))],
)
def test_the_window_is_widened_no_further_than_to_the_statement(start: int, end: int, window: tuple[int, int]) -> None:
    reached, told = reach_statement(SELECTION, LIMITS, find(start, end))
    assert (reached.start.day, reached.end.day) == window
    assert bool(told) == (window != (8, 14))
    assert reached == replace(SELECTION, start=reached.start, end=reached.end)


def test_the_window_is_told_when_it_is_widened() -> None:
    _, told = reach_statement(SELECTION, LIMITS, find(19, 19))
    assert told == [words.WINDOW_WIDENED.format(window="8–19 November 2017")]


def test_by_publication_the_day_of_the_report_counts() -> None:
    reached, _ = reach_statement(replace(SELECTION, basis="publication"), LIMITS, find(1, 1, published=20))
    assert reached.window == Window(START, date(2017, 11, 20), "publication")


def test_days_that_no_window_reaches_change_nothing() -> None:
    found = FoundStatement(["town"], (date(1990, 1, 1), date(1990, 1, 2)), None)
    assert reach_statement(SELECTION, LIMITS, found) == (SELECTION, [])


@pytest.mark.parametrize(("selected", "then"), [("town", "town"), ("east", "east"), ("", "town"), ("other", "town")])
def test_a_place_of_the_statement_is_selected(selected: str, then: str) -> None:
    reached, _ = reach_statement(replace(SELECTION, place_id=selected), LIMITS, find(9, 9))
    assert reached.place_id == then


@pytest.mark.parametrize("found", [None, FoundStatement([], (START, END), None)])
def test_without_such_a_statement_on_the_map_it_is_told(found: FoundStatement | None) -> None:
    reached, told = reach_statement(SELECTION, LIMITS, found)
    assert reached == replace(SELECTION, statement_id="")
    assert told == [words.URL_UNKNOWN_STATEMENT.format(value="s1")]


def test_a_window_that_overlaps_stays() -> None:
    window = Window(START, END, "event")
    assert widen_window(window, END, LAST) is window
