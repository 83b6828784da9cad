"""What a language file holds, of the languages there are."""

import re
import unicodedata
from dataclasses import FrozenInstanceError, fields

import pytest

from geodata.languages.known import LANGUAGES
from geodata.languages.language import About, Language

SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC"}


def test_a_language_is_called_by_its_code() -> None:
    about = About("xx", "Invented", "Latn")
    language = Language(about, *[None for _ in fields(Language)[1:]])
    assert language.code == "xx"
    assert about.common == ()
    with pytest.raises(FrozenInstanceError):
        about.code = "yy"  # type: ignore[misc]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_there_is_tells_itself(code: str) -> None:
    about = LANGUAGES[code].about
    assert about.code == code
    assert re.fullmatch("[a-z]{2,3}", code)
    assert about.name[0].isupper()
    assert about.script in SCRIPTS


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_common_words_are_of_its_script_and_small(code: str) -> None:
    about = LANGUAGES[code].about
    for word in about.common:
        assert word == word.lower()
        assert all(unicodedata.name(letter).startswith(SCRIPTS[about.script]) for letter in word if letter.isalpha())
