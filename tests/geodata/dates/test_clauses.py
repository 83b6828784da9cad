"""The words around a date that say what it dates, by language."""

import pytest

from geodata.dates.clauses import Clauses, clauses_of
from geodata.languages import LANGUAGES

ENGLISH = clauses_of("en")
FOUND = [
    ("saying", "the mayor said so", True),
    ("saying", "the mayor left", False),
    ("looks_back", "he had left", True),
    ("looks_back", "he left", False),
]


@pytest.mark.parametrize(("name", "text", "found"), FOUND)
def test_what_is_looked_for_in_english(name: str, text: str, found: bool) -> None:
    assert bool(getattr(ENGLISH, name).search(text)) == found


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_every_language_has_all_of_them_and_none_finds_something_in_nothing(language: str) -> None:
    clauses = clauses_of(language)
    for name in Clauses.__slots__:
        found = getattr(clauses, name)
        if name != "printed":
            assert not found.search("")
    assert clauses_of(language) is clauses


@pytest.mark.parametrize("before", ["", "Published: ", "Posted on ", "BAGHDAD, "])
def test_what_may_stand_before_a_printed_day(before: str) -> None:
    assert ENGLISH.printed.match(before)


def test_a_sentence_may_not() -> None:
    assert not ENGLISH.printed.match("The army left on")
