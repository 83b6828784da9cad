"""Every name of a gazetteer as the recogniser meets it in running text: words, keys, and what bears them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from geodata.context_words import ARTICLES
from geodata.gazetteer import Gazetteer, bare_name
from geodata.names import fold
from geodata.scripts import plain

WORD = re.compile(r"[^\W_]+(?:['’ʼʻʾʿ‘`´][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
_CYRILLIC_ENDING = re.compile(r"(?:ами|ями|ого|ому|ыми|ими|ях|ах|ям|ам|ой|ей|ом|ем|ов|ью|ия|ии|ию|[аяуюеиыойь])$")
_ARABIC_CLITIC = re.compile(r"^(?:[وف])?[بلك]?(?=ال|[\u0600-\u06ff]{3})")
SHORTEST_KEY = 3
SHORTEST_FOLD = 5
LONGEST_NAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets, key, and whether a name may begin with it."""

    start: int
    end: int
    key: str
    opens: bool
    article: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The keys of all names.

    Attributes
    ----------
    names : dict of str to tuple of str
        `place_id` of all places of a name, by the name's key (case, accents, hyphens, inflection set aside).
    spellings : dict of str to tuple of str
        The same by `geodata.names.fold`, which sets articles and the habits of transliteration aside too.
    """

    names: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def build(cls, gazetteer: Gazetteer) -> "Lexicon":
        """Collect the keys of a gazetteer's names."""
        names: dict[str, dict[str, None]] = {}
        spellings: dict[str, dict[str, None]] = {}
        for place_id, name, _ in gazetteer.names():
            if bare_name(name):
                continue  # the mention is the name alone, and that comes too
            key = key_of_name(name)
            if len(key) >= SHORTEST_KEY or any(map(str.isdigit, key)):
                names.setdefault(key, {})[place_id] = None
            folded = fold(name)
            if len(folded) >= SHORTEST_FOLD:
                spellings.setdefault(folded, {})[place_id] = None
        return cls({k: tuple(v) for k, v in names.items()}, {k: tuple(v) for k, v in spellings.items()})


def key_of_name(name: str) -> str:
    """Reduce a name to the key by which running text finds it: the keys of its words, joined."""
    return "".join(key_of_word(match.group()) for match in WORD.finditer(name))


@lru_cache(maxsize=200_000)
def key_of_word(word: str) -> str:
    """Reduce one word: case, accents and signs off; Cyrillic endings off, so that cases of a name agree."""
    key = plain(_POSSESSIVE.sub("", word))
    if "а" <= key[-1] <= "я":
        stem = _CYRILLIC_ENDING.sub("", key)
        return stem if len(stem) >= SHORTEST_KEY else key
    return key


def read_words(text: str) -> list[Word]:
    """Cut a text into words.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Word
        In order; a possessive "'s" is outside the word, an Arabic conjunction or preposition too.
    """
    return [_read_word(match.start(), match.group()) for match in WORD.finditer(text)]


def _read_word(start: int, surface: str) -> Word:
    possessive = _POSSESSIVE.search(surface)
    end = start + (possessive.start() if possessive else len(surface))
    opens = surface[0].isupper() or surface[0].isdigit() or not _has_case(surface[0])
    return Word(start, end, key_of_word(surface), opens, surface.lower() in ARTICLES)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


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
