"""Guesses at the plain forms of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.names.forms import land_forms, plain_forms, town_forms
from geodata.names.keys import key_of_word

DECLINED = [
    ("Києва", "Київ"),
    ("Миколаєвом", "Миколаїв"),
    ("Харкові", "Харків"),
    ("Ірпеня", "Ірпінь"),
    ("Ризі", "Рига"),
    ("Празі", "Прага"),
    ("Авдіївці", "Авдіївка"),
    ("Олешок", "Олешки"),
    ("Розі", "Ріг"),
    ("Тернополя", "Тернопіль"),
    ("Кам'янця", "Кам'янець"),
]


@pytest.mark.parametrize(("word", "plain"), DECLINED)
def test_the_plain_form_is_among_the_guesses(word: str, plain: str) -> None:
    keys = {key_of_word(word), *map(key_of_word, plain_forms(word, "uk"))}
    assert key_of_word(plain) in keys


def test_consonants_do_not_change_in_a_language_whose_table_does_not_say_so() -> None:
    assert key_of_word("Рига") not in set(map(key_of_word, plain_forms("Ризі", "ru")))
    assert plain_forms("Raqqa", "en") == ()


TOWNS = [("Харківська", "Харків"), ("Київської", "Київ"), ("Одеською", "Одеса"), ("Запорізькій", "Запоріжжя"),
         ("Донецька", "Донецьк"), ("Рівненська", "Рівне"), ("Закарпатська", "Закарпаття"), ("Вінницьку", "Вінниця"),
         ("Чернівецька", "Чернівці")]  # fmt: skip
LANDS = [("Київщина", "Київ"), ("Харківщині", "Харків"), ("Одещину", "Одеса"), ("Донеччиною", "Донецьк"),
         ("Луганщині", "Луганськ"), ("Рівненщина", "Рівне"), ("Вінниччина", "Вінниця")]  # fmt: skip


@pytest.mark.parametrize(("word", "town"), TOWNS)
def test_the_town_of_an_adjective(word: str, town: str) -> None:
    assert key_of_word(town) in set(map(key_of_word, town_forms(word, "uk")))


@pytest.mark.parametrize(("word", "town"), LANDS)
def test_the_town_of_a_land(word: str, town: str) -> None:
    assert key_of_word(town) in set(map(key_of_word, land_forms(word, "uk")))


def test_most_words_are_made_of_no_town() -> None:
    assert town_forms("Київ", "uk") == land_forms("Київ", "uk") == ()
    assert land_forms("Londonshchyna", "fr") == town_forms("London", "en") == ()


@given(st.text(min_size=1, max_size=12), st.sampled_from(["uk", "ru", "en", "und"]))
def test_any_word_has_guesses_that_are_words(word: str, code: str) -> None:
    assert all(plain_forms(word, code))
