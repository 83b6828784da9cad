"""The words that a name can be made of."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.mentions.tokeniser import Passage, Word


def read_words(text: str) -> list[Word]:
    return Passage.read(text, "und").words


READ = [
    ("They left Deir ez-Zor.", ["They", "Deir", "ez", "Zor"]),
    ("the al-Omar field", ["al", "Omar"]),
    ("Isle of Man", ["Isle", "of", "Man"]),
    ("in the U.S. today", ["the", "U.S."]),
    ("Syria's army", ["Syria"]),
    ("Бои в Ракке", ["Бои", "Ракке"]),
    ("في الرقة", ["في", "الرقة"]),
    ("at T4 base", ["T4"]),
    ("nothing here", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "surfaces"), READ, ids=[text for text, _ in READ])
def test_words_that_may_stand_in_a_name(text: str, surfaces: list[str]) -> None:
    found = [word.surface for word in read_words(text)]
    assert [surface for surface in surfaces if surface not in found] == []
    assert {word.surface for word in read_words(text) if word.opens} <= set(surfaces)


JOINED = [
    ("Deir ez-Zor", [True, True, False]),
    ("Hit, Anah", [False, False]),
    ("Hit\nAnah", [True, False]),
    ("Hit\n\nAnah", [False, False]),
    ("Hit – Anah", [False, False]),
    ("Hit. Anah", [False, False]),
]


@pytest.mark.parametrize(("text", "joined"), JOINED, ids=[text for text, _ in JOINED])
def test_what_joins_words(text: str, joined: list[bool]) -> None:
    assert [word.joined for word in read_words(text)] == joined


def test_a_possessive_is_outside_and_an_article_is_told() -> None:
    (word,) = read_words("Syria's")
    assert (word.surface, word.key, word.end) == ("Syria", "syria", 5)
    article, name = read_words("al-Omar")
    assert (article.article, article.opens) == (True, False)
    assert (name.article, name.opens) == (False, True)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_words_slice_back_in_order(text: str) -> None:
    words = read_words(text)
    assert all(text[word.start : word.end] == word.surface != "" for word in words)
    assert all(one.end <= other.start for one, other in itertools.pairwise(words))
    assert all(word.lower == word.surface.lower() for word in words)
    assert not (words and words[-1].joined)
