"""Which table makes words of which kind."""

from dataclasses import fields

import pytest

from geodata.dates import kinds
from geodata.dates.kinds import list_words
from geodata.languages import LANGUAGES
from geodata.languages.date_tables import Dates


def test_every_kind_is_told_in_the_table_of_kinds() -> None:
    told = {
        sign
        for line in (kinds.__doc__ or "").splitlines()
        for sign in line[:6].split()
        if len(sign) == 1 and len(line) > 30
    }
    used = {kind for code in LANGUAGES for _, (kind, _) in list_words(code)}
    assert used <= told, used - told


def test_every_table_whose_words_stand_once_has_its_kinds() -> None:
    assert set(Dates.ONCE) == kinds._KINDS.keys()
    assert set(Dates.ONCE) < {table.name for table in fields(Dates)}


@pytest.mark.parametrize(
    ("language", "word", "entry"),
    [
        ("en", "tuesday", ("D", 1)),
        ("en", "fall", ("z", 9)),
        ("ru", "накануне", ("k", -1)),
        ("uk", "торік", ("J", -1)),
        ("uk", "лист.", ("m", 11)),
        ("fr", "il y a", ("G", None)),
        ("fr", "dernier", ("R", -1)),
        ("ar", "الماضي", ("Q", -1)),
        ("ar", "تشرين الأول", ("M", 10)),
    ],
)
def test_what_a_word_is(language: str, word: str, entry: tuple[str, int | None]) -> None:
    assert dict(list_words(language))[word] == entry
