"""A text cut into words of time, marks and the rest."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.finder import find_expressions
from geodata.dates.tokens import Piece, cut_tokens, tells_time
from geodata.dates.vocabulary import vocabulary_of

ENGLISH = vocabulary_of("en")


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "on 5 November 2017.", "jnMY."),
        ("en", "Nov. 5 the army came", "Mntx"),
        ("en", "The T72 and the 5", "txx&tn"),
        ("fr", "Il y a trois jours", "GwU"),
        ("fr", "il y avait trois jours", "xwU"),
        ("fr", "aujourd’hui, le week-end", "d,tU"),
        ("fr", "ils sont sept. Il pleut", "xmx"),
        ("fr", "le 9 sept. 2016", "tnmY"),
        ("fr", "ils étaient sept .", "xw."),
        ("fr", "rue du 4 septembre", "xxxx"),
        ("uk", "У П'ЯТНИЦЮ", "iD"),
        ("uk", "двадцять першого травня", "nM"),
        ("uk", "двадцять людей", "wK"),
        ("ar", "وتشرين الثاني", "M"),
        ("ar", "كانون", "x"),
        ("ar", "٩ نوفمبر", "nM"),
    ],
)
def test_words_have_their_kinds(language: str, text: str, kinds: str) -> None:
    assert cut_tokens(text, vocabulary_of(language)).kinds == kinds


def test_a_phrase_stands_where_its_words_stand() -> None:
    text = "Or il  y a trois jours"
    tokens = cut_tokens(text, vocabulary_of("fr"))
    assert [text[start:end] for start, end in tokens.spans] == ["Or", "il  y a", "trois", "jours"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The army came on foot.", False),
        ("en", "It came on Monday.", True),
        ("en", "It came at 10.30.", True),
        ("fr", "Aujourd'hui, il pleut.", True),
        ("fr", "Il pleut.", False),
        ("fr", "It came on Monday.", False),
        ("uk", "У п'ятницю дощ.", True),
        ("en", "مطر", True),
    ],
)
def test_most_sentences_tell_no_time(language: str, text: str, told: bool) -> None:
    assert tells_time(text, vocabulary_of(language)) == told


def test_a_paragraph_ends_a_run() -> None:
    assert "|" in cut_tokens("on Monday\n \n5 November", ENGLISH).kinds
    assert "|" not in cut_tokens("on Monday\n5 November", ENGLISH).kinds


@given(st.text(max_size=200))
def test_tokens_run_side_by_side_in_order(text: str) -> None:
    kinds, values, spans = cut_tokens(text, ENGLISH)
    assert len(kinds) == len(values) == len(spans)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


PIECES = st.sampled_from(
    ["Monday ", "9 ", "November ", "2017 ", "the ", "army ", ", ", ". ", "last ", "week ", "two days ago ",
     "9.11.2017 ", "вчера ", "9 ноября ", "أمس ", "since ", "early ", "and ", "-"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_text_that_holds_an_expression_is_passed_over(text: str) -> None:
    """The quick look says no only where the long one finds nothing: what it passes over is read with one token more."""
    if not tells_time(text, ENGLISH):
        assert find_expressions(f"{text}\n\nMonday", "en")[:-1] == []


def piece(text: str) -> Piece:
    tokens = cut_tokens(text, ENGLISH)
    return Piece(tokens, 0, len(tokens.kinds), 0)


def test_what_a_piece_says() -> None:
    assert piece("5 November 2017").numbers() == [5, 2017]
    assert piece("two weeks").count() == 2
    assert piece("week").count() == 1
    assert piece("a few days").count() is None
    assert (piece("two weeks").unit(), piece("two weeks").is_plural()) == ("week", True)
    assert (piece("last week").which(), piece("this week").which(), piece("next week").which()) == (-1, 0, 1)
    assert piece("week").which() is None
    assert piece("November 2017").year() == (2017, None)
    assert piece("November last year").year() == (None, -1)
    assert (piece("early").part(), piece("second half").part(), piece("week").part()) == ("early", "second half", "")
