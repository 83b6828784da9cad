"""The key under which running text finds a name: of its words without case, accents, signs and endings."""

import re
from functools import cache, lru_cache

from geodata.languages import gather, is_cyrillic, plain

APOSTROPHES = "'’ʼʻʾʿ‘`´"
SHORTEST_STEM = 3
LONGEST_CODE = 4
"""Most letters of a name in capitals ("US", "UAE", "NATO") that is another name in small letters ("us")."""
POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")


@cache
def _ending() -> re.Pattern[str]:
    """Write the pattern of the endings that are off in every Cyrillic name."""
    endings = gather(lambda one: one.names.endings if one.about.script == "Cyrl" else ())
    return re.compile(f"(?:{'|'.join(dict.fromkeys(map(plain, endings))) or '(?!)'})$")


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
    if is_cyrillic(key[-1]):
        stem = _ending().sub("", key)
        return stem if len(stem) >= SHORTEST_STEM else key
    return key
