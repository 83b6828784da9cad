"""The phrases that claim something of a place, by language, ready to be matched."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geodata.languages import LANGUAGES, Claims, fold_words
from geodata.model import ClaimKind

PLACE = "xplacex"
"""The word that stands for the name of the place in a clause."""

_WORDS_BETWEEN = 3
_FILLERS = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of the vocabulary.

    Attributes
    ----------
    kind : ClaimKind
        What it claims.
    beginnings : tuple of str
        How its words begin: a clause that lacks one is not worth matching.
    start : str
        First two letters of its longest word, as a word of the clause has to start.
    written : str
        The pattern as it is written.
    """

    kind: ClaimKind
    beginnings: tuple[str, ...]
    start: str
    written: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches a clause that is folded, has `PLACE` for the name, and ends in a space; compiled when first asked."""
        return _compile(self.written)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The vocabulary of one language.

    Attributes
    ----------
    claims : tuple of Phrase
        The longest first: it says more than a shorter one inside it.
    by_start : mapping of str to tuple of int
        Start of a word -> the numbers of the phrases among `claims` that have it for their own.
    guard, allowed, denial : re.Pattern
        Find the words of these tables in a folded text.
    elided : re.Pattern or None
        Finds a word that lost its vowel to the next ("l'", "n'"): a word of its own here. None where no word does.
    """

    claims: tuple[Phrase, ...]
    by_start: Mapping[str, tuple[int, ...]]
    guard: re.Pattern[str]
    allowed: re.Pattern[str]
    denial: re.Pattern[str]
    elided: re.Pattern[str] | None


@cache
def load_phrases() -> dict[str, Phrases]:
    """Load the phrases of the languages that have any, by ISO 639-1."""
    found = {code: _make_phrases(language.claims, language.names.elisions) for code, language in LANGUAGES.items()}
    return {code: phrases for code, phrases in found.items() if phrases.claims}


def _make_phrases(tables: Claims, elisions: Sequence[str]) -> Phrases:
    filler = "|".join(map(_make_words, tables.filler)) or "(?!)"
    claims = [(kind, phrase) for kind in ClaimKind for phrase in getattr(tables, kind.value, ())]
    claims.sort(key=lambda claim: -len(claim[1].split()))
    phrases = tuple(_make_phrase(kind, words, filler) for kind, words in claims)
    by_start: dict[str, tuple[int, ...]] = {}
    for number, phrase in enumerate(phrases):
        by_start[phrase.start] = (*by_start.get(phrase.start, ()), number)
    return Phrases(
        phrases,
        by_start,
        _join(tables.guard),
        _join(tables.allowed),
        _join(tables.denial),
        re.compile(rf"(?<!\w)(?:{_join_elisions(elisions)})", re.IGNORECASE) if elisions else None,
    )


def _make_phrase(kind: ClaimKind, phrase: str, filler: str) -> Phrase:
    between = rf"(?:(?:{filler}) ){{0,{_FILLERS}}}"
    parts, beginnings = [], []
    for word in phrase.split():
        if word == "{place}":
            parts.append(rf"{between}{PLACE} {between}")
        elif word == "…":
            parts.append(rf"(?:\w+ ){{0,{_WORDS_BETWEEN}}}")
        else:
            parts.append(f"{_make_words(word)} ")
            beginnings.append(fold_words(word))
    start = max(" ".join(beginnings).split(), key=len)[:2]
    return Phrase(kind, tuple(beginnings), start, rf"(?<!\w){''.join(parts)}")


@cache
def _compile(written: str) -> re.Pattern[str]:
    return re.compile(written)


def _join(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_make_words, phrases)) or '(?!)'})(?!\w)")


def _join_elisions(elisions: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’ʼ]") for word in elisions)


def _make_words(phrase: str) -> str:
    return " ".join(rf"{fold_words(word)}\w*" if word.endswith("*") else fold_words(word) for word in phrase.split())
