"""A text cut into words of time, marks and the rest."""

import pytest

from geodata.dates.tokens import cut_tokens, tells_time
from geodata.dates.vocabulary import vocabulary_of


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
