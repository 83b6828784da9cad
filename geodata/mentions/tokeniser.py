"""Text -> the words a name can be made of, with what joins them; all others are passed over.

Of a text with capitals only capitalised words matter, and the articles and particles between them. Letters that have
no case (Arabic) may always begin a name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geodata.mentions.vocabulary import Vocabulary, vocabulary_of
from geodata.names import APOSTROPHES, POSSESSIVE, has_latin_forms, key_of_word


def _opening_letters() -> str:
    """Write the class of characters that a name may begin with: capitals, letters without case, digits."""
    ranges: list[list[int]] = []
    for code in range(_LAST_TABLED + 1):
        if unicodedata.category(chr(code)) not in ("Lu", "Lt", "Lo", "Nd"):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# Beyond the basic plane nearly all letters are without case, and a long class would be slow there.
_LAST_TABLED = 0xFFFF
_OPENS = f"[{_opening_letters()}\U00010000-\U0001bfff\U00020000-\U0003ffff]"
# The class comes first and the look back after it: a search skips fast over what is not in the class.
_OPENER = re.compile(rf"{_OPENS}(?<![^\W_].)(?:(?:\.[A-Z])+\.(?![^\W_])|[^\W_]*(?:[{APOSTROPHES}][^\W_]+)*)", re.DOTALL)
_PART = re.compile(r"[^\W_]+")
_LONGEST_SMALL = 5
_HYPHENS = "-‐‑"
_BEFORE_OPENER = " -‐‑'’\u00a0"
_JOINS = frozenset(" |\u00a0|-|‐|‑|–|\n| \n|'|’|`|´| -|- |\u00a0-".split("|"))


class Word(NamedTuple):
    """A word of a text.

    Attributes
    ----------
    start, end : int
        Offsets; a possessive "'s" is outside.
    surface : str
        As written.
    lower : str
        The same in small letters.
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
    lower: str
    key: str
    opens: bool
    article: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A text on its way to its mentions.

    Attributes
    ----------
    text : str
        The text.
    language : str
        ISO 639-1 code, or "und".
    vocabulary : Vocabulary
        Of its language.
    words : list of Word
        The words that a name can be made of.
    has_forms : bool
        Whether a word in plain Latin letters may be declined or hold an article: English ones stand as listed.
    """

    text: str
    language: str
    vocabulary: Vocabulary
    words: list[Word]
    has_forms: bool

    @classmethod
    def read(cls, text: str, language: str) -> "Passage":
        """Read the words of a text by those of its language."""
        vocabulary = vocabulary_of(language)
        has_forms = bool(vocabulary.contractions) or has_latin_forms(language)
        return cls(text, language, vocabulary, read_words(text, vocabulary), has_forms)


def read_words(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Cut the words out of a text that a name can be made of.

    Parameters
    ----------
    text : str
        Any text.
    vocabulary : Vocabulary
        Of its language.

    Returns
    -------
    list of Word
        In order.
    """
    found = _find_words(text, vocabulary)
    words = []
    for number, (start, surface) in enumerate(found, 1):
        name, lower, key, opens = _read_word(surface)
        end = start + len(name)
        following = found[number][0] if number < len(found) else -1
        joined = 0 <= following - end < 3 and text[end:following] in _JOINS
        words.append(Word(start, end, name, lower, key, opens, lower in vocabulary.articles, joined))
    return words


def _find_words(text: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Find the words that may begin a name, the small words before them and the parts after their hyphens."""
    found: list[tuple[int, str]] = []
    small_words = vocabulary.articles | vocabulary.inner_words
    last_end = 0
    for match in _OPENER.finditer(text):
        start, end = match.span()
        if start > last_end + 1 and text[start - 1] in _BEFORE_OPENER:
            small = _small_before(text, start - 1, last_end, small_words)
            if small:
                if small[1] in vocabulary.the and (of := _small_before(text, small[0] - 1, last_end, small_words)):
                    found.append(of)
                found.append(small)
        found.append((start, match.group()))
        while text[end : end + 1] in _HYPHENS and end + 1 < len(text) and text[end + 1].islower():
            part = _PART.match(text, end + 1)
            assert part is not None
            found.append((end + 1, part.group()))
            end = part.end()
        last_end = end
    return found


def _small_before(text: str, end: int, least: int, small_words: frozenset[str]) -> tuple[int, str] | None:
    """Find the article or particle that ends at an offset, if one does."""
    start = end
    while start > least and end - start <= _LONGEST_SMALL and text[start - 1].isalpha():
        start -= 1
    word = text[start:end]
    if word not in small_words or (start > least and text[start - 1].isalnum()):
        return None
    return start, word


@lru_cache(maxsize=100_000)
def _read_word(surface: str) -> tuple[str, str, str, bool]:
    """Read off a word what does not depend on where it stands: as in `Word`, without the possessive."""
    if surface.isascii() and surface.isalpha():
        lower = surface.lower()
        return surface, lower, lower, surface[0].isupper()
    name = POSSESSIVE.sub("", surface)
    first = surface[0]
    opens = first.isupper() or first.isdigit() or first.lower() == first.upper()
    return name, name.lower(), key_of_word(surface), opens
