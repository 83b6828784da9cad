"""Months and weekdays of a language: the plain ones of the Unicode CLDR, and what its file has besides."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from geodata.languages.date_tables import WEEKDAYS
from geodata.languages.known import LANGUAGES

FIRST_YEAR = 1900
"""The first year that is read."""
LAST_YEAR = 2100
"""The last year that is read."""

_CALENDAR = ("months", "months_also_words", "weekdays", "weekdays_also_words")
_APOSTROPHES = str.maketrans("’ʼ", "''")


@cache
def plain_months(code: str) -> Mapping[str, str]:
    """Give the months of the CLDR that a language's file says nothing else of.

    Parameters
    ----------
    code : str
        ISO 639-1 of a language there is a file for.

    Returns
    -------
    mapping of str to str
        Word -> number of the month, "1" to "12"; full names and abbreviations, some with a full stop at the end.
        Empty where the CLDR does not know the language.
    """
    return _without_known(code, dict(_cldr_words(code, "months")))


@cache
def plain_weekdays(code: str) -> Mapping[str, str]:
    """Give the weekdays of the CLDR that a language's file says nothing else of.

    Parameters
    ----------
    code : str
        ISO 639-1 of a language there is a file for.

    Returns
    -------
    mapping of str to str
        Word -> English name of the day, as the files have it.
    """
    return {word: WEEKDAYS[int(day)] for word, day in _without_known(code, dict(_cldr_words(code, "days"))).items()}


def _cldr_words(code: str, kind: str) -> Iterator[tuple[str, str]]:
    try:
        names = getattr(Locale(code), kind)
    except UnknownLocaleError:
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, word in names[context][width].items():
                yield word.translate(_APOSTROPHES), str(number)


def _without_known(code: str, words: Mapping[str, str]) -> Mapping[str, str]:
    dates = LANGUAGES[code].dates
    told = [word for table in _CALENDAR for word in getattr(dates, table)]
    known = {word.casefold() for word in (*told, *dates.not_in_calendar)}
    # "Jan." of a file is the CLDR's "Jan" too.
    return {
        word: number for word, number in words.items() if known.isdisjoint({word.casefold(), f"{word.casefold()}."})
    }


@cache
def month_words(code: str = "") -> frozenset[str]:
    """Give the months of a language, or of all.

    Parameters
    ----------
    code : str, optional
        ISO 639-1 of a language there is a file for; without, all languages.

    Returns
    -------
    frozenset of str
        In small letters, abbreviations without their full stop.
    """
    return _bare_words(code, ("months", "months_also_words"), plain_months)


@cache
def weekday_words(code: str = "") -> frozenset[str]:
    """Give the weekdays of a language, or of all.

    Parameters
    ----------
    code : str, optional
        ISO 639-1 of a language there is a file for; without, all languages.

    Returns
    -------
    frozenset of str
        In small letters, abbreviations without their full stop.
    """
    return _bare_words(code, ("weekdays", "weekdays_also_words"), plain_weekdays)


def calendar_words() -> frozenset[str]:
    """Give the months and weekdays of all languages, which are no names of places.

    Returns
    -------
    frozenset of str
        In small letters, abbreviations without their full stop.
    """
    return month_words() | weekday_words()


def _bare_words(code: str, tables: Sequence[str], plain_words: Callable[[str], Mapping[str, str]]) -> frozenset[str]:
    return frozenset(
        word.removesuffix(".").casefold()
        for one in ([code] if code else LANGUAGES)
        for words in (*(getattr(LANGUAGES[one].dates, table) for table in tables), plain_words(one))
        for word in words
    )


@cache
def calendar_abbreviations() -> frozenset[str]:
    """Give the abbreviated months and weekdays of all languages: a full stop after them ends no sentence.

    Returns
    -------
    frozenset of str
        In small letters, without the full stop; without those that are other words.
    """
    words = {word for code in LANGUAGES for table in (plain_months, plain_weekdays) for word in table(code)}
    words |= {word for one in LANGUAGES.values() for table in _CALENDAR for word in getattr(one.dates, table)}
    others = {word for one in LANGUAGES.values() for word in one.dates.not_in_calendar}
    return frozenset(word.removesuffix(".").casefold() for word in words if word.endswith(".")) - others
