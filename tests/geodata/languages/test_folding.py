"""A text folded to the words that are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.languages.folding import UNSPACED, fold_words

FOLDED = [
    ("Déir ez-Zor's", "deir ez zor"),
    ("إلى الرقّة", "الي رقه"),
    ("والرقة", "رقه"),
    ("Ёлка, ёлка!", "елка елка"),
    ("Ja'far Ja\u02bcfar", "jafar jafar"),
    ("Łódź", "lodz"),
    ("١٢٣", "123"),
    ("東京", "東 京"),
    ("a_b-c", "a b c"),
    ("  ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), FOLDED, ids=[repr(text) for text, _ in FOLDED])
def test_words_as_they_are_compared(text: str, words: str) -> None:
    assert fold_words(text) == words


ANY = st.text(st.characters(exclude_categories=()), max_size=80)


@given(ANY)
def test_folded_text_is_words_with_one_space_between(text: str) -> None:
    folded = fold_words(text)
    assert folded == " ".join(folded.split())
    assert all(letter.isalnum() or letter == " " or not letter.isascii() for letter in folded)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F), max_size=40))
def test_case_changes_nothing(text: str) -> None:
    assert fold_words(text) == fold_words(text.casefold())


def test_each_sign_without_spaces_is_a_word() -> None:
    assert UNSPACED.findall("a東b京") == ["東", "京"]
    assert fold_words("東京abc").split() == ["東", "京", "abc"]
