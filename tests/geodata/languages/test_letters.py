"""Letters of other scripts in Latin ones, and names without marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.languages.letters import latinise, plain, strip_marks

LATIN = [
    ("دير الزور", "dyr zwr"),
    ("الرقة", "rqa"),
    ("Джиср-эш-Шугур", "jisr-esh-shugur"),
    ("Хомс", "khoms"),
    ("Щука", "shchuka"),
    ("Al-Mayādīn", "al-mayadin"),
    ("Ma‘arrat", "maarrat"),
    ("漢", "han"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "latin"), LATIN, ids=[text for text, _ in LATIN])
def test_latin_letters(text: str, latin: str) -> None:
    assert latinise(text).strip() == latin


PLAIN = [
    ("Al-Mayādīn", "almayadin"),
    ("DEIR EZ-ZOR", "deirezzor"),
    ("الرقّة", "الرقه"),
    ("Ёлка", "елка"),
    ("Straße", "strasse"),
    ("—", "—"),
]


@pytest.mark.parametrize(("text", "bare"), PLAIN, ids=[text for text, _ in PLAIN])
def test_names_without_marks_in_their_own_script(text: str, bare: str) -> None:
    assert plain(text) == bare


def test_marks_come_off_and_letters_stay() -> None:
    assert strip_marks("é") == "e"
    assert strip_marks("الرقَّة") == "الرقة"
    assert strip_marks("й") == "и"


ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANY)
def test_any_text_is_written_in_small_ascii(text: str) -> None:
    latin = latinise(text)
    assert latin.isascii()
    assert latin == latin.lower()


@given(ANY)
def test_plain_twice_is_plain_once(text: str) -> None:
    bare = plain(text)
    assert plain(bare) == bare
    if any(map(str.isalnum, bare)):
        assert all(map(str.isalnum, bare))


@given(st.text(max_size=40))
def test_case_and_composition_change_nothing(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))
