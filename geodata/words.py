"""Text -> the words a name can be made of, with what joins them; all others are passed over.

Of a text with capitals only capitalised words matter, and the articles and particles between them. Letters that have
no case (Arabic) may always begin a name.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from geodata.context_words import ARTICLES, INNER_WORDS
from geodata.scripts import plain

SHORTEST_STEM = 3
LONGEST_CODE = 4
"""Most letters of a name in capitals ("US", "UAE", "NATO") that is another name in small letters ("us")."""

_APOSTROPHES = "'’ʼʻʾʿ‘`´"
_CYRILLIC_ENDING = re.compile(r"(?:ами|ями|ого|ому|ыми|ими|ях|ах|ям|ам|ой|ей|ом|ем|ов|ью|ия|ии|ию|[аяуюеиыойь])$")
_ARABIC_CLITIC = re.compile(r"^(?:[وف])?[بلك]?(?=ال|[\u0600-\u06ff]{3})")
_POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")


def _opening_letters() -> str:
    """Write the class of characters that a name may begin with: capitals, letters without case, digits."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) not in ("Lu", "Lt", "Lo", "Nd"):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_OPENS = f"[{_opening_letters()}]"
_LETTERS = r"[^\W_]"
_REST = rf"{_LETTERS}*(?:[{_APOSTROPHES}]{_LETTERS}+)*"
_ARTICLE = "|".join(sorted(ARTICLES, key=len, reverse=True))
_INNER = "|".join(sorted(INNER_WORDS, key=len, reverse=True))
_NAME_WORD = re.compile(
    rf"(?<!{_LETTERS})(?:(?:[A-Z]\.){{2,}}|{_OPENS}{_REST}"
    rf"|(?:{_ARTICLE})(?=[ \u00a0]?[-‐‑' ’]{_OPENS})"
    rf"|(?:{_INNER})(?=[ -](?:(?:the|la|las|los|den|der) )?{_OPENS})|(?<=[-‐‑])[^\W_]+)"
)
_JOINS = frozenset(" |\u00a0|-|‐|‑|–|\n| \n|'|’|`|´| -|- |\u00a0-".split("|"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes
    ----------
    start, end : int
        Offsets; a possessive "'s" is outside.
    surface : str
        As written.
    key : str
        Case, accents, signs and Cyrillic endings off.
    opens : bool
        Whether a name may begin with it.
    article : bool
        Whether it is an Arabic article.
    joined : bool
        Whether the next word follows with nothing but a space, a hyphen or a line's end between.
    """

    start: int
    end: int
    surface: str
    key: str
    opens: bool
    article: bool
    joined: bool


def read_words(text: str) -> list[Word]:
    """Cut the words out of a text that a name can be made of.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Word
        In order.
    """
    found = [(match.start(), match.group()) for match in _NAME_WORD.finditer(text)]
    words = []
    for number, (start, surface) in enumerate(found, 1):
        key, length, opens, article = _read_word(surface)
        end = start + length
        gap = text[end : found[number][0]] if number < len(found) and found[number][0] - end < 3 else ""
        words.append(Word(start, end, surface[:length], key, opens, article, gap in _JOINS))
    return words


@lru_cache(maxsize=100_000)
def _read_word(surface: str) -> tuple[str, int, bool, bool]:
    possessive = _POSSESSIVE.search(surface)
    length = possessive.start() if possessive else len(surface)
    first = surface[0]
    opens = first.isupper() or first.isdigit() or first.lower() == first.upper()
    return key_of_word(surface), length, opens, surface.lower() in ARTICLES


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
    key = plain(_POSSESSIVE.sub("", word))
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
