"""The phrases that claim something of a place, by language, ready to be matched."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodata.languages import fold_words
from geodata.model import ClaimKind

VOCABULARY = Path(__file__).parent / "claims.csv"
"""Phrases by language. `{place}` is the name of the place; `…` up to three words; `*` any ending of a word. The claims
`guard`, `allowed`, `denial` and `filler` hold words that make a phrase no claim, those that do not although they hold a
guard, those that deny, and those that may stand between a phrase and the name."""

NO_CLAIMS = ("filler", "guard", "allowed", "denial")
"""What of the column `claim` is no kind of claim."""

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
    pattern : re.Pattern
        Matches a clause that is folded, has `PLACE` for the name, and ends in a space.
    """

    kind: ClaimKind
    beginnings: tuple[str, ...]
    start: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The vocabulary of one language.

    Attributes
    ----------
    claims : tuple of Phrase
        The longest first: it says more than a shorter one inside it.
    guard, allowed, denial : re.Pattern
        Find the words that `VOCABULARY` tells of, in a folded text.
    """

    claims: tuple[Phrase, ...]
    guard: re.Pattern[str]
    allowed: re.Pattern[str]
    denial: re.Pattern[str]


@cache
def load_phrases() -> dict[str, Phrases]:
    """Load the vocabulary, by language as ISO 639-1."""
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    languages = dict.fromkeys(row["language"] for row in rows)
    return {language: _make_phrases([row for row in rows if row["language"] == language]) for language in languages}


def _make_phrases(rows: Sequence[dict[str, str]]) -> Phrases:
    words = {name: [row["pattern"] for row in rows if row["claim"] == name] for name in NO_CLAIMS}
    filler = "|".join(_make_words(word) for word in words["filler"])
    claims = sorted(
        (row for row in rows if row["claim"] not in NO_CLAIMS), key=lambda row: -len(row["pattern"].split())
    )
    return Phrases(
        tuple(_make_phrase(ClaimKind(row["claim"]), row["pattern"], filler) for row in claims),
        *(_join(words[name]) for name in ("guard", "allowed", "denial")),
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
    return Phrase(kind, tuple(beginnings), start, re.compile(rf"(?<!\w){''.join(parts)}"))


def _join(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_make_words, phrases)) or '(?!)'})(?!\w)")


def _make_words(phrase: str) -> str:
    return " ".join(rf"{fold_words(word)}\w*" if word.endswith("*") else fold_words(word) for word in phrase.split())
