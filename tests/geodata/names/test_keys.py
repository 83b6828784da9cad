"""The key under which running text finds a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.names.keys import LONGEST_CODE, key_of_name, key_of_word

SAME = [
    ["Al-Mayādīn", "al mayadin", "AL MAYADIN", "Al‑Mayadin"],
    ["Ma‘arrat", "Ma'arrat", "Maarrat"],
    ["Алеппо", "АЛЕППО"],
    ["Ракка", "Ракку", "Ракке"],
    ["Aleppo", "Aleppo's", "Aleppo’s"],
    ["الرقة", "الرقه"],
]


@pytest.mark.parametrize("names", SAME, ids=[names[0] for names in SAME])
def test_spellings_of_one_key(names: list[str]) -> None:
    assert len({key_of_name(name) for name in names}) == 1


APART = [("US", "us"), ("UN", "un"), ("Ир", "Ира"), ("Homs", "Hama")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_keys_apart(one: str, other: str) -> None:
    assert key_of_name(one) != key_of_name(other)


def test_a_code_keeps_its_capitals_and_loses_its_points() -> None:
    assert key_of_name("U.S.") == key_of_name("US") == "US"
    assert key_of_name("IRAQ") == "IRAQ"
    assert key_of_name("A" * (LONGEST_CODE + 1)) == "a" * (LONGEST_CODE + 1)


@given(st.text(max_size=40))
def test_a_key_is_a_key_of_itself_in_small_letters(name: str) -> None:
    key = key_of_name(name)
    assert not set(key) & set(" -'’")


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=20))
def test_words_have_a_key(word: str) -> None:
    assert key_of_word(word)
