"""Words: days, spans, numbers and lists as they are said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import phrases, words

FIRST, NEXT, LATER = date(2017, 11, 9), date(2017, 11, 12), date(2018, 1, 3)


@pytest.mark.parametrize(
    ("start", "end", "precision", "is_reported", "said"),
    [
        ((2017, 11, 9), (2017, 11, 9), "day", False, "9 November 2017"),
        ((2017, 11, 1), (2017, 11, 30), "month", False, "in November 2017"),
        ((2017, 1, 1), (2017, 12, 31), "year", False, "in 2017"),
        ((2017, 11, 6), (2017, 11, 12), "week", False, "about 6–12 November 2017"),
        ((2017, 9, 1), (2017, 11, 30), "season", False, "about 1 September – 30 November 2017"),
        ((2017, 11, 28), (2017, 12, 2), "span", False, "28 November – 2 December 2017"),
        ((2016, 12, 30), (2017, 1, 2), "span", False, "30 December 2016 – 2 January 2017"),
        ((2017, 11, 9), (2017, 11, 9), "day", True, "reported 9 November 2017"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(
    start: tuple, end: tuple, precision: str, is_reported: bool, said: str
) -> None:
    assert phrases.event_date(date(*start), date(*end), precision, is_reported=is_reported) == said


SPANS = [
    ((2017, 11, 1), (2017, 11, 1), "1 November 2017", "1 Nov 2017"),
    ((2017, 11, 1), (2017, 11, 10), "1–10 November 2017", "1–10 Nov 2017"),
    ((2017, 11, 28), (2017, 12, 2), "28 November – 2 December 2017", "28 Nov – 2 Dec 2017"),
    ((2016, 12, 30), (2017, 1, 2), "30 December 2016 – 2 January 2017", "30 Dec 2016 – 2 Jan 2017"),
]


@pytest.mark.parametrize(("start", "end", "said", "short"), SPANS, ids=[said for _, _, said, _ in SPANS])
def test_a_span_names_month_and_year_once(start: tuple, end: tuple, said: str, short: str) -> None:
    assert phrases.span(date(*start), date(*end)) == said
    assert phrases.span(date(*start), date(*end), short=True) == short


@given(st.dates(date(1000, 1, 1), date(2999, 1, 1)), st.integers(0, 800))
def test_a_span_begins_and_ends_with_its_days(start: date, long: int) -> None:
    end = start + timedelta(days=long)
    said = phrases.span(start, end)
    assert said.startswith(str(start.day))
    assert said.endswith(phrases.day(end).split(" ", 1)[1])


NUMBERS = [(0, "0 statements"), (1, "1 statement"), (2, "2 statements"), (12_345, "12,345 statements")]


@pytest.mark.parametrize(("n", "said"), NUMBERS)
def test_numbers_agree_with_their_words(n: int, said: str) -> None:
    assert phrases.statements(n) == said
    assert phrases.count(n, "mouse", "mice").endswith("mouse" if n == 1 else "mice")


def test_numbers_of_other_things() -> None:
    assert (phrases.places(1), phrases.places(3)) == ("1 place", "3 places")
    assert (phrases.mentions(1), phrases.mentions(3)) == ("1 mention", "3 mentions")
    assert phrases.in_window(2, "1–10 November 2017") == "2 statements, 1–10 November 2017"


LISTS = [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]


@pytest.mark.parametrize(("parts", "said"), LISTS)
def test_lists(parts: list[str], said: str) -> None:
    assert phrases.listing(parts) == said


LEFT_OUT = [(0, 0, ""), (1, 0, "1 undated"), (0, 2, "2 unplaced"), (3, 5, "3 undated and 5 unplaced")]


@pytest.mark.parametrize(("undated", "unplaced", "said"), LEFT_OUT)
def test_what_is_left_out_is_numbered(undated: int, unplaced: int, said: str) -> None:
    assert said in phrases.left_out(undated, unplaced)
    assert bool(phrases.left_out(undated, unplaced)) == bool(said)


def test_numbers_are_told_by_one_and_several() -> None:
    assert [phrases.statements(1), phrases.places(1_240), phrases.mentions(0)] == [
        "1 statement",
        "1,240 places",
        "0 mentions",
    ]


def test_lists_are_joined_as_in_a_sentence() -> None:
    assert [phrases.listing(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_days_are_said_without_what_they_share() -> None:
    assert phrases.day(FIRST, short=True) == "9 Nov 2017"
    assert phrases.span(FIRST, FIRST) == "9 November 2017"
    assert phrases.span(FIRST, NEXT) == "9–12 November 2017"
    assert phrases.span(FIRST, LATER, short=True) == "9 Nov 2017 – 3 Jan 2018"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WHEN", {**words.WHEN, "reported": "signalé {days}"}, "signalé 9 November 2017"),
        ("TIME_CONTROL", {**words.TIME_CONTROL, "day": "{d}. {month} {y}"}, "reported 9. November 2017"),
    ],
)
def test_another_language_needs_other_words_only(
    monkeypatch: pytest.MonkeyPatch, name: str, value: dict[str, str], said: str
) -> None:
    monkeypatch.setattr(words, name, value)
    assert phrases.event_date(FIRST, FIRST, "day", is_reported=True) == said
