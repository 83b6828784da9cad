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
    ("Дорога відкрита, повідомив речник штабу Іван Орлов.", "uk", "речник штабу Іван Орлов"),
    ("За словами голови громади, дорогу відкрито.", "uk", "голови громади"),
    ("Міноборони заявило, що дорога відкрита.", "uk", "Міноборони"),
    ("«Мін немає», — заявив у п'ятницю командир загону.", "uk", "командир загону"),
    ("Дорогу відкрито, передає Укрінформ.", "uk", "Укрінформ"),
    ("За даними Генштабу, дорогу відкрито.", "uk", "Генштабу"),
    ("Про це повідомила обласна прокуратура.", "uk", "обласна прокуратура"),
    ("Мер також зазначив, що дорога відкрита.", "uk", "Мер"),
    ("Вона сказала, що дорога відкрита.", "uk", ""),
    ("Дорогу відкрили у вівторок.", "uk", ""),
    ("Дорогу відкрито, повідомили в міністерстві оборони.", "uk", "міністерстві оборони"),
    ("Як повідомляє агентство УНІАН, дорогу відкрито.", "uk", "агентство УНІАН"),
    ("La route est ouverte, a déclaré le porte-parole de l'armée.", "fr", "le porte-parole de l'armée"),
    ("Selon le gouverneur de Gao, la route est ouverte.", "fr", "le gouverneur de Gao"),
    ("« Il n'y a plus de mines », a affirmé jeudi le ministre de la Défense.", "fr", "le ministre de la Défense"),
    ("Le maire a annoncé que la route était ouverte.", "fr", "Le maire"),
    ("D'après la préfecture, la route est ouverte.", "fr", "la préfecture"),
    ("L'armée affirme que la route est ouverte.", "fr", "L'armée"),
    ("La route est ouverte, rapporte l'AFP.", "fr", "l'AFP"),
    ("Elle a précisé que la route était ouverte.", "fr", ""),
    ("« La route est ouverte », a-t-il ajouté.", "fr", ""),
    ("La route a été ouverte mardi.", "fr", ""),
    ("De son côté, le gouvernement a démenti toute attaque.", "fr", "le gouvernement"),
    ("La Banque du Liban a indiqué que la route était ouverte.", "fr", "La Banque du Liban"),
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


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["ru", "ar", "uk", "fr"]))
def test_who_speaks_is_named_in_words_of_the_sentence(sentence: str, language: str) -> None:
    found = find_attribution(sentence, language)
    # Of a word with a preposition glued to it the rest is named: "لوكالة" is "to an agency".
    assert all(word in sentence for word in re.findall(r"\w+", found.named))
