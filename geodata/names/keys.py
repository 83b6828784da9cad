"""The key under which running text finds a name: of its words without case, accents, signs and endings."""

import re
from collections.abc import Iterable
from functools import lru_cache

from geodata.languages import plain

APOSTROPHES = "'’ʼʻʾʿ‘`´"
SHORTEST_STEM = 3
LONGEST_CODE = 4
"""Most letters of a name in capitals ("US", "UAE", "NATO") that is another name in small letters ("us")."""
_CYRILLIC_ENDING = re.compile(r"(?:ами|ями|ого|ому|ыми|ими|ях|ах|ям|ам|ой|ей|ом|ем|ов|ью|ия|ии|ию|[аяуюеиыойь])$")
_ARABIC_CLITIC = re.compile(r"^(?:[وف])?[بلك]?(?=ال|[\u0600-\u06ff]{3})")
POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")


@lru_cache(maxsize=100_000)
def key_of_name(name: str) -> str:
    """Reduce a name to the key by which running text finds it: the keys of its words, joined.

    A short name all in capitals keeps them: "US" is not "us".
    """
    letters = name.replace(".", "")
    if letters.isupper() and letters.isalpha() and len(letters) <= LONGEST_CODE:
        return letters
    return "".join(key_of_word(match.group()) for match in _WORD.finditer(name))


@lru_cache(maxsize=200_000)
def key_of_word(word: str) -> str:
    """Reduce one word: case, accents and signs off; Cyrillic endings off, so that cases of a name agree."""
    if word.isascii() and word.isalpha():
        return word.lower()
    key = plain(POSSESSIVE.sub("", word))
    if "а" <= key[-1] <= "я":
        stem = _CYRILLIC_ENDING.sub("", key)
        return stem if len(stem) >= SHORTEST_STEM else key
    return key


def without_clitics(surface: str) -> Iterable[tuple[int, str]]:
    """Yield an Arabic word without the conjunction and preposition written onto it, longest first.

    Yields
    ------
    (int, str)
        How many letters were taken off the front, and the key of the rest; "لل" counts as preposition and article.
    """
    if surface.startswith("لل") and len(surface) > 4:
        yield 1, key_of_word("ا" + surface[1:])
    match = _ARABIC_CLITIC.match(surface)
    for length in range(match.end() if match else 0, 0, -1):
        yield length, key_of_word(surface[length:])
