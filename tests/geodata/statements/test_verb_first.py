"""Speakers in languages that name them after the verb."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.statements.attribution import find_attribution

SPEAKERS = [
    ("Дорога открыта, сообщил представитель штаба Иван Орлов.", "ru", "представитель штаба Иван Орлов"),
    ("Минобороны сообщило, что дорога открыта.", "ru", "Минобороны"),
    ("По словам А. С. Петрова, дорога открыта.", "ru", "А. С. Петрова"),
    ("Дорога открыта, передаёт ТАСС.", "ru", "ТАСС"),
    ("Дорога открыта, сообщили в штабе округа.", "ru", "штабе округа"),
    ("Дорога открыта, сообщили в четверг.", "ru", ""),
    ("Дорога была закрыта два дня.", "ru", ""),
    ("قال المتحدث باسم الجيش إن الطريق مفتوح.", "ar", "المتحدث باسم الجيش"),
    ("وفقا لوكالة سانا، الطريق مفتوح.", "ar", "وكالة سانا"),
    ("دخل الجيش البلدة أمس.", "ar", ""),
    ("«Мин нет», — заявил командир отряда.", "ru", "командир отряда"),
    ("Мэр также отметил, что дорога открыта.", "ru", "Мэр"),
    ("Он сказал, что дорога открыта.", "ru", ""),
    ("По данным штаба, дорога открыта.", "ru", "штаба"),
    ("وأعلن رئيس البلدية أن الطريق مفتوح.", "ar", "رئيس البلدية"),
    ("نقلا عن مصدر عسكري، الطريق مفتوح.", "ar", "مصدر عسكري"),
]


@pytest.mark.parametrize(("sentence", "language", "speaker"), SPEAKERS, ids=[sentence for sentence, _, _ in SPEAKERS])
def test_who_speaks(sentence: str, language: str, speaker: str) -> None:
    assert find_attribution(sentence, language).named == speaker


def test_a_verb_without_a_subject_is_by_pronoun() -> None:
    assert find_attribution("Он сообщил, что дорога открыта.", "ru").by_pronoun
    assert not find_attribution("Дорога открыта.", "ru").by_pronoun


PIECES = st.sampled_from(
    ["сообщил ", "по словам ", "мэр ", "Минобороны ", "что ", ", ", "в четверг ", "قال ", "وفقا ", "المتحدث ", "إن ",
     "، ", "لوكالة رويترز ", ". ", "\x01", "—", "он "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["ru", "ar"]))
def test_who_speaks_is_named_in_words_of_the_sentence(sentence: str, language: str) -> None:
    found = find_attribution(sentence, language)
    # Of a word with a preposition glued to it the rest is named: "لوكالة" is "to an agency".
    assert all(word in sentence for word in re.findall(r"\w+", found.named))
