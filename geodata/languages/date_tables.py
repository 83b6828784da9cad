"""The section `dates` of a language file: the words that dates are written with.

One grammar reads all languages; a table says what a word does in it, so a table is filled by what its words do and not
by what they are called in the grammar of the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from geodata.languages.shapes import Codes, Keys, Patterns, Text, Words

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_Months = Annotated[Codes, Keys(tuple(map(str, range(1, 13))))]
_Weekdays = Annotated[Codes, Keys(WEEKDAYS)]
_Seasons = Annotated[Codes, Keys(("spring", "summer", "autumn", "winter"))]
_UNITS = ("minute", "hour", "day", "week", "weekend", "month", "year")
_Units = Annotated[Codes, Keys((*_UNITS, *(f"{unit}s" for unit in _UNITS)))]
_DualUnits = Annotated[Codes, Keys(_UNITS)]
_NearDays = Annotated[Codes, Keys(("-2", "-1", "0", "1", "2", "overnight"))]
_NearYears = Annotated[Codes, Keys(("-2", "-1", "0", "1"))]
_ToldDays = Annotated[Codes, Keys(("-2", "-1", "0", "1", "2"))]
_Which = Annotated[Codes, Keys(("last", "this", "next", "recent", "previous", "same", "following"))]
_EitherSide = Annotated[Codes, Keys(("last", "this", "next"))]
_Parts = Annotated[Codes, Keys(("early", "mid", "late"))]
_MonthDays = Annotated[Codes, Keys(tuple(map(str, range(1, 32))))]
_DayOrder = Annotated[Text, Keys(("day first", "either"))]
_Numbers = Annotated[Codes, Keys(tuple(map(str, range(1, 1000))))]
_Counts = Annotated[Codes, Keys(("one", "couple", "few"))]
_Moves = Annotated[Codes, Keys(("ago", "ago before its number", "earlier", "later", "before", "after"))]
_Prepositions = Annotated[
    Codes, Keys(("in", "on", "of", "from", "of and from", "between", "since", "until", "to", "and", "the", "about"))
]


def _none() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Dates:
    """Words of time.

    A word in small letters is also read capitalised and in capitals; one with a capital as it is written and in
    capitals. A full stop at its end says that it is an abbreviation. A word may have several parts ("il y a", "п'ять",
    "week-end"); whatever apostrophe a text has, here it is written '. In Arabic letters it is written without vowel
    signs. Give every form of a word that stands in dates, in all cases. No word stands in two of the tables.

    Attributes
    ----------
    months : mapping of str to str
        By number. The plain months and their abbreviations are known already from the Unicode CLDR: give what it lacks.
    months_also_words : mapping of str to str
        Months that are other words too ("May", "March"): read only where a date is likely.
    weekdays : mapping of str to str
        By their English names. Those of the CLDR are known.
    weekdays_also_words : mapping of str to str
        "Sat", "Sun".
    not_in_calendar : tuple of str
        Months and weekdays of the CLDR that are not to be read, for they are other words in texts.
    seasons : mapping of str to str
        "spring", "summer", "autumn", "winter"; words that say alone that it was then: Russian "in summer" in one word.
    seasons_also_words : mapping of str to str
        "spring", "fall": read only where a date is likely.
    units : mapping of str to str
        "day", "days" and so on: one of them ("a day"), and several ("3 days").
    day_and_night : tuple of str
        24 hours in one word.
    two_units : mapping of str to str
        Two of a unit in one word: Arabic "two days".
    times_of_day : tuple of str
        "morning", "night".
    near_days : mapping of str to str
        By days from the day of writing: "-1" is "yesterday", "0" "today"; "overnight".
    near_years : mapping of str to str
        By years from that of writing: "-1" is "last year" in one word.
    told_days : mapping of str to str
        By days from the day that was told before: "-1" is "the day before" in one word, "1" "the next day".
    eve : tuple of str
        "eve", which says so after "on the".
    which : mapping of str to str
        Before their noun: "last", "this", "next", "recent" ("recent", "past"), "previous", "same", "following".
    which_after : mapping of str to str
        The same, where they stand after their noun.
    which_either : mapping of str to str
        The same, where they stand on either side of it: French "dernier".
    parts : mapping of str to str
        "early" ("early", "beginning"), "mid" ("middle"), "late" ("late", "end").
    half : tuple of str
        "half", as in "the first half of May".
    ordinals : mapping of str to str
        "1" is "first", with their number.
    days_of_month : mapping of str to str
        "1" is a day of a month in a word, straight before its month: Ukrainian "first of".
    day_order : str
        "day first" where only "9 November" is written and never "November 9"; else "either".
    ordinal_endings : tuple of str
        "st", "nd", which follow a number.
    numbers : mapping of str to str
        "2" is "two".
    counts : mapping of str to str
        "one" as an article ("a"), "couple", "few" ("several").
    moves : mapping of str to str
        "ago" after its number, "ago before its number" as in French; "earlier", "later" ("two days earlier");
        "before", "after".
    prepositions : mapping of str to str
        Small words of dates: "in", "on" a day, "of", "from", "of and from" for a word that is both, "between", "since",
        "until", "to", "and", "the", "about" ("about two weeks ago").
    counted : tuple of str
        What is counted in reports: before "people" a number is no day.
    named_after_days : tuple of str
        After a day they make it a name: the 17 April "Bridge".
    named_after_days_before : tuple of str
        The same before the day: "rue" du 4 Septembre.
    glued_before : tuple of str
        Letters that are written together with the word after them: Arabic "and", "in".
    melted : mapping of str to str
        How a word begins by itself -> how it begins together with such a letter: Arabic "li" melts with the article.
    that : tuple of str
        "that", after which stands what was said.
    day_of_saying : tuple of str
        Words besides those of saying whose day is the day of saying: "published".
    background : tuple of str
        After these words a date is of something told by the way: "which", "when", "after".
    looks_back : tuple of str
        What makes a sentence one of what was before: "had".
    looks_ahead : tuple of str
        What says before a date that it is yet to come: "will", "is planned".
    printed : tuple of str
        Before the day that a report prints at its head: "published", "updated".
    """

    ONCE: ClassVar[tuple[str, ...]] = (
        *("months", "months_also_words", "weekdays", "weekdays_also_words", "seasons", "seasons_also_words"),
        *("units", "day_and_night", "two_units", "times_of_day", "near_days", "near_years", "told_days", "eve"),
        *("which", "which_after", "which_either", "parts", "half", "ordinals", "days_of_month", "ordinal_endings"),
        *("numbers", "counts", "moves", "prepositions", "counted", "named_after_days", "named_after_days_before"),
    )

    months: _Months = field(default_factory=_none)
    months_also_words: _Months = field(default_factory=_none)
    weekdays: _Weekdays = field(default_factory=_none)
    weekdays_also_words: _Weekdays = field(default_factory=_none)
    not_in_calendar: Words = ()
    seasons: _Seasons = field(default_factory=_none)
    seasons_also_words: _Seasons = field(default_factory=_none)
    units: _Units = field(default_factory=_none)
    day_and_night: Words = ()
    two_units: _DualUnits = field(default_factory=_none)
    times_of_day: Words = ()
    near_days: _NearDays = field(default_factory=_none)
    near_years: _NearYears = field(default_factory=_none)
    told_days: _ToldDays = field(default_factory=_none)
    eve: Words = ()
    which: _Which = field(default_factory=_none)
    which_after: _Which = field(default_factory=_none)
    which_either: _EitherSide = field(default_factory=_none)
    parts: _Parts = field(default_factory=_none)
    half: Words = ()
    ordinals: _MonthDays = field(default_factory=_none)
    days_of_month: _MonthDays = field(default_factory=_none)
    day_order: _DayOrder = "either"
    ordinal_endings: Words = ()
    numbers: _Numbers = field(default_factory=_none)
    counts: _Counts = field(default_factory=_none)
    moves: _Moves = field(default_factory=_none)
    prepositions: _Prepositions = field(default_factory=_none)
    counted: Words = ()
    named_after_days: Words = ()
    named_after_days_before: Words = ()
    glued_before: Words = ()
    melted: Codes = field(default_factory=_none)
    that: Words = ()
    day_of_saying: Words = ()
    background: Patterns = ()
    looks_back: Patterns = ()
    looks_ahead: Patterns = ()
    printed: Words = ()
