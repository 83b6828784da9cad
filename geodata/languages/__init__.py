"""What is particular to a language: its words and letters, for everything that reads."""

from geodata.languages.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    calendar_abbreviations,
    calendar_words,
    month_words,
    plain_months,
    plain_weekdays,
    weekday_words,
)
from geodata.languages.date_tables import WEEKDAYS
from geodata.languages.folding import UNSPACED, fold_words
from geodata.languages.known import (
    GIVEN_NAMES,
    LANGUAGES,
    UNTOLD,
    common_words,
    gather,
    given_names,
    is_known,
    is_read,
    read_by,
)
from geodata.languages.language import Language
from geodata.languages.letters import (
    ends_in_vowel,
    fold_arabic,
    fold_searched,
    has_cyrillic_h,
    is_cyrillic,
    latinise,
    plain,
    strip_marks,
)
from geodata.languages.place_tables import Kinds
from geodata.languages.statement_tables import Boilerplate, Claims, Sentences

__all__ = [
    "FIRST_YEAR",
    "GIVEN_NAMES",
    "LANGUAGES",
    "LAST_YEAR",
    "UNSPACED",
    "UNTOLD",
    "WEEKDAYS",
    "Boilerplate",
    "Claims",
    "Kinds",
    "Language",
    "Sentences",
    "calendar_abbreviations",
    "calendar_words",
    "common_words",
    "ends_in_vowel",
    "fold_arabic",
    "fold_searched",
    "fold_words",
    "gather",
    "given_names",
    "has_cyrillic_h",
    "is_cyrillic",
    "is_known",
    "is_read",
    "latinise",
    "month_words",
    "plain",
    "plain_months",
    "plain_weekdays",
    "read_by",
    "strip_marks",
    "weekday_words",
]
