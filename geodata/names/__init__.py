"""When two spellings are one name."""

from geodata.names.clitics import without_clitics
from geodata.names.forms import has_latin_forms, land_forms, plain_forms, town_forms
from geodata.names.index import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT, NameIndex, NameMatch
from geodata.names.keys import APOSTROPHES, LONGEST_CODE, POSSESSIVE, key_of_name, key_of_word
from geodata.names.spelling import LIKENESS, fold, split_name

__all__ = [
    "ACCEPT_NEAR",
    "ACCEPT_NEAR_IN_CONTEXT",
    "APOSTROPHES",
    "LIKENESS",
    "LONGEST_CODE",
    "POSSESSIVE",
    "NameIndex",
    "NameMatch",
    "fold",
    "has_latin_forms",
    "key_of_name",
    "key_of_word",
    "land_forms",
    "plain_forms",
    "split_name",
    "town_forms",
    "without_clitics",
]
