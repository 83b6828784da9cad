"""When two spellings are one name."""

from geodata.names.index import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT, NameIndex, NameMatch
from geodata.names.keys import APOSTROPHES, LONGEST_CODE, POSSESSIVE, key_of_name, key_of_word, without_clitics
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
    "key_of_name",
    "key_of_word",
    "split_name",
    "without_clitics",
]
