"""The words of each language, as a text may write them."""

from itertools import combinations

import pytest

from geodata.dates.kinds import list_words
from geodata.dates.vocabulary import vocabulary_of
from geodata.languages import LANGUAGES


@pytest.mark.parametrize("pair", list(combinations(("en", "ru", "ar"), 2)), ids=" ".join)
def test_no_word_means_different_things_in_two_languages(pair: tuple[str, str]) -> None:
    one, other = ({word for word, _ in list_words(code)} for code in pair)
    assert one & other == set()


def test_where_two_languages_differ_a_mixed_text_is_read_by_the_first() -> None:
    assert vocabulary_of("fr").words["an"] == ("y", "year")
    assert vocabulary_of("en").words["an"] == vocabulary_of("und").words["an"] == ("a", 1)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_is_read_as_its_file_says(code: str) -> None:
    vocabulary = vocabulary_of(code)
    for word, entry in list_words(code):
        if word.isalpha() and word.isascii():
            assert vocabulary.words[word] == entry


@pytest.mark.parametrize(
    ("language", "word", "entry"),
    [
        ("en", "november", ("M", 11)),
        ("en", "NOVEMBER", ("M", 11)),
        ("en", "may", None),
        ("en", "MAY", ("m", 5)),
        ("en", "Tues", ("D", 1)),
        ("fr", "mars", ("M", 3)),
        ("fr", "Mars", ("m", 3)),
        ("fr", "sept", ("w", 7)),
        ("ru", "янв", ("M", 1)),
        ("uk", "лист", None),
        ("ar", "الاول", ("F", 1)),
    ],
)
def test_how_a_word_may_be_written(language: str, word: str, entry: tuple[str, int] | None) -> None:
    assert vocabulary_of(language).words.get(word) == entry


def test_another_language_has_none_of_it() -> None:
    assert "ноября" not in vocabulary_of("en").words
    assert "November" not in vocabulary_of("ru").words
    assert {"ноября", "November"} <= vocabulary_of("und").words.keys()
    assert vocabulary_of("xx").words.keys() == vocabulary_of("und").words.keys()
