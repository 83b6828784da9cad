"""Months and weekdays: what the Unicode CLDR has and what is read, and each difference with its reason."""

import pytest
from babel import Locale

from geodata.dates.vocabulary import vocabulary_of
from geodata.languages import (
    WEEKDAYS,
    calendar_abbreviations,
    calendar_words,
    month_words,
    plain_months,
    plain_weekdays,
    weekday_words,
)
from geodata.languages.known import LANGUAGES

SHORT_DAYS = "no text of sentences shortens them, and some are other words"
DIFFERENCES = {
    "en": {
        "Jan": "a name too: read only where a date is likely",
        "Mar": "a name too",
        "March": "a word too",
        "May": "a word too",
        "Mon": "a word too",
        "Sat": "a word too",
        "Sun": "a word too",
    },
    "ru": {
        "среда": "also a milieu",
        **dict.fromkeys(("пн", "вт", "ср", "чт", "пт", "сб", "вс"), SHORT_DAYS),
    },
    "ar": {"مارس": "also 'practised'"},
    "uk": {
        "лютий": "also 'fierce'",
        "лютого": "also 'fierce'",
        "лют.": "February's short form goes with it",
        "трав.": "read with its full stop only: grasses",
        "лип.": "read with its full stop only: lindens",
        "лист.": "read with its full stop only: a leaf, a letter",
        "груд.": "read with its full stop only: breasts",
        **dict.fromkeys(("пн", "вт", "ср", "чт", "пт", "сб", "нд"), SHORT_DAYS),
    },
    "fr": {
        "sept.": "seven",
        **dict.fromkeys(("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."), SHORT_DAYS),
    },
}


def words_of_cldr(code: str) -> dict[str, tuple[str, int]]:
    """Give each word of the CLDR with the kind and value it would plainly have."""
    words: dict[str, tuple[str, int]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            words |= {word: ("M", number) for number, word in Locale(code).months[context][width].items()}
            words |= {word: ("D", number) for number, word in Locale(code).days[context][width].items()}
    return {word.replace("ʼ", "'"): entry for word, entry in words.items()}


@pytest.mark.parametrize("code", DIFFERENCES)
def test_what_differs_from_the_cldr_has_a_reason(code: str) -> None:
    vocabulary = vocabulary_of(code)
    differing = set()
    for word, (kind, number) in words_of_cldr(code).items():
        first, *rest = word.removesuffix(".").split("'")
        entry, phrases = vocabulary.look_up(first)
        if rest:
            entry = dict(phrases).get(("'", *rest))
        if entry != (kind, number):
            differing.add(word)
    assert differing == set(DIFFERENCES[code])


def test_a_comparison_that_finds_nothing_would_be_seen() -> None:
    assert ("M", 1) in words_of_cldr("en").values()
    assert len(words_of_cldr("uk")) > 40


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_all_months_and_weekdays(code: str) -> None:
    dates = LANGUAGES[code].dates
    months = {*plain_months(code).values(), *dates.months.values(), *dates.months_also_words.values()}
    weekdays = {*plain_weekdays(code).values(), *dates.weekdays.values(), *dates.weekdays_also_words.values()}
    assert months == {str(number) for number in range(1, 13)}
    assert weekdays == set(WEEKDAYS)


def test_what_the_file_says_of_a_word_of_the_cldr_holds() -> None:
    assert "March" not in plain_months("en")
    assert "January" in plain_months("en")
    assert "вс" not in plain_weekdays("ru")
    assert "воскресенье" in plain_weekdays("ru")


def test_words_of_all_calendars() -> None:
    assert {"march", "января", "травня", "août", "nov"} <= month_words()
    assert {"sat", "الأحد", "п'ятниця"} <= weekday_words()
    assert not {"today", "March", "monday"} & month_words()
    assert {"march", "sat"} <= calendar_words()


def test_words_of_one_calendar() -> None:
    assert "понедельник" in weekday_words("ru")
    assert "monday" not in weekday_words("ru")


def test_abbreviations_of_months_and_weekdays() -> None:
    assert {"nov", "fri", "нояб", "janv"} <= calendar_abbreviations()
    assert not {"may", "лист", "г"} & calendar_abbreviations()
