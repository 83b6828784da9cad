"""What is written together with a name before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.names.clitics import without_clitics
from geodata.names.keys import key_of_word

CLITICS = [
    ("والرقة", [(1, "الرقة")]),
    ("بالرقة", [(1, "الرقة")]),
    ("للرقة", [(1, "الرقة")]),
    ("الرقة", []),
    ("Raqqa", []),
]


@pytest.mark.parametrize(("surface", "left"), CLITICS)
def test_what_is_written_onto_a_word_comes_off(surface: str, left: list[tuple[int, str]]) -> None:
    found = list(without_clitics(surface, "ar"))
    assert {(length, key_of_word(word)) for length, word in left} <= set(found)
    assert bool(found) == bool(left)


FRENCH = [
    ("L'Algérie", 2, "Algérie"),
    ("d’Alger", 2, "Alger"),
    ("Jusqu'Alger", 6, "Alger"),
]


@pytest.mark.parametrize(("surface", "length", "rest"), FRENCH)
def test_french_elisions_come_off_in_french_alone(surface: str, length: int, rest: str) -> None:
    assert (length, key_of_word(rest)) in set(without_clitics(surface, "fr"))
    assert list(without_clitics(surface, "en")) == []


@given(st.text(max_size=20))
def test_clitics_leave_the_rest_of_the_word(surface: str) -> None:
    for length, _ in without_clitics(surface, "ar"):
        assert 0 < length <= 2
