"""The screen's words in sentences: all of their English is in `words`."""

from datetime import date

import pytest

from dashboard import phrases, words

FIRST, NEXT, LATER = date(2017, 11, 9), date(2017, 11, 12), date(2018, 1, 3)


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
