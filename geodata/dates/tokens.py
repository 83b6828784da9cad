"""Cuts a text into tokens that date expressions are made of, and reads a run of them by kind (`date_words`)."""

import re
from typing import NamedTuple

from geodata.languages import ABBREVIATIONS, VOCABULARY, Entry, Value, fold_arabic

_CLITICS = "وفبلك"
_LONGEST_ARABIC_WORD = 20
_UNKNOWN: Entry = ("x", None)
# Kinds that the token before them can change.
_LEANING_KINDS = frozenset(".nNY")

# Letters of the scripts we have words in are spelled out, so that Arabic vowel signs stay inside their word;
# any other letter, digit or mark is a token of its own kind. "\n", blanks, "\n" is a paragraph's end.
_TOKEN = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u052f\u0621-\u065f\u0670-\u06d3]+|\d+|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]")


class Tokens(NamedTuple):
    """A text cut into words, numbers and marks.

    `kinds` holds one letter a token; the other lists run beside it.
    """

    kinds: str
    values: list[Value]
    spans: list[tuple[int, int]]


def _read_arabic(word: str) -> Entry:
    """Find an Arabic word or number by its plain spelling, off its one-letter prefixes if need be."""
    plain = fold_arabic(word)
    for _ in range(3):
        if entry := VOCABULARY.get(plain):
            return entry
        if len(plain) < 4 or plain[0] not in _CLITICS:
            break
        # "li" and the article melt into "ll".
        plain = "ا" + plain[1:] if plain.startswith("لل") else plain[1:]
    return _UNKNOWN


# Kinds without one of which, a year or two figures with a mark between, nothing tells a day.
_TELLING_KINDS = frozenset("MmDqSzdkIUCyTW2")
_TELLING = frozenset(word for word, (kind, _) in VOCABULARY.items() if kind in _TELLING_KINDS)
_LETTERS = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u052f]+")
_FIGURES = re.compile(r"[0-9](?:[-/.][0-9]|[0-9]{3})")
_ARABIC_SIGN = re.compile("[\u0600-\u06ff]")


def tells_time(text: str) -> bool:
    """Tell quickly whether a text may hold a date expression at all; most sentences hold none.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    bool
        False only when it holds none; always true for a text with Arabic letters, whose words need folding first.
    """
    return bool(
        not _TELLING.isdisjoint(_LETTERS.findall(text))
        or _FIGURES.search(text)
        or (not text.isascii() and _ARABIC_SIGN.search(text))
    )


def cut_tokens(text: str) -> Tokens:
    """Cut a text into tokens.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Tokens
        In order; offsets count in `text`. Words that say nothing of time come as one where they follow each other.
    """
    kinds: list[str] = []
    values: list[Value] = []
    spans: list[tuple[int, int]] = []
    last = ""
    for found in _TOKEN.finditer(text):
        word = found.group()
        kind, value = VOCABULARY.get(word) or _read_unlisted(word)
        span = found.span()
        if kind == last == "x":
            spans[-1] = span
            continue
        if last and (kind in _LEANING_KINDS or last == "2"):
            before = text[spans[-1][0] : spans[-1][1]]
            if last == "2" and (second := _second_half(values[-1], word)):
                kinds[-1], values[-1], spans[-1] = "M", second, (spans[-1][0], span[1])
                last = "M"
                continue
            if kind == "." and spans[-1][1] == span[0] and before in ABBREVIATIONS:
                continue
            # "T72", "Q4": a number grown onto a word that says nothing of time is a name's.
            if kind in "nNY" and last == "x" and spans[-1][1] == span[0] and before[-1].isalpha():
                kind = "x"
        last = kind
        kinds.append(kind)
        values.append(value)
        spans.append(span)
    return Tokens("".join(kinds), values, spans)


def _read_unlisted(word: str) -> Entry:
    if word.isascii() and word.isalpha():
        return _UNKNOWN
    if "\u0600" <= word[0] <= "\u06ff" and len(word) <= _LONGEST_ARABIC_WORD:
        return _read_arabic(word)
    if len(word) == 4 and word.isdecimal():
        return ("Z", int(word))
    return ("|", None) if word[0] == "\n" else _UNKNOWN


def _second_half(halves: Value, word: str) -> int | None:
    return halves.get(fold_arabic(word)) if isinstance(halves, dict) else None


# Kinds that differ only in where they may stand say the same thing.
_SAME_KIND = {"m": "M", "q": "D", "z": "S", "C": "U", "N": "n", "l": "w", "a": "w", "e": "E"}


class Piece:
    """The tokens of one match, by kind."""

    def __init__(self, tokens: Tokens, start: int, end: int, link: int) -> None:
        self.tokens, self.start, self.end, self.link = tokens, start, end, link
        self.kinds = tokens.kinds[start:end]
        self.first: dict[str, Value] = {}
        self.last: dict[str, Value] = {}
        for kind, value in zip(self.kinds, tokens.values[start:end], strict=True):
            name = _SAME_KIND.get(kind, kind)
            self.first.setdefault(name, value)
            self.last[name] = value

    def number(self, kind: str) -> int | None:
        """The value of the first token of a kind, where it has one that is a number."""
        value = self.first.get(kind)
        return value if isinstance(value, int) else None

    def values(self, kinds: str) -> list[int]:
        """All numbers of some kinds, in order."""
        run = self.tokens.values[self.start : self.end]
        return [value for kind, value in zip(self.kinds, run, strict=True) if kind in kinds and isinstance(value, int)]

    def numbers(self) -> list[int]:
        """All numbers in figures, in order."""
        return self.values("nNY")

    def unit(self) -> str:
        """The unit of time in the singular; the year has a kind of its own."""
        for kind in "UWy":
            if isinstance(value := self.first.get(kind), str):
                return value.removesuffix("s")
        return ""

    def is_plural(self) -> bool:
        """Whether the unit stands in the plural."""
        return any(str(self.first.get(kind, "")).endswith("s") for kind in "Uy")

    def part(self) -> str:
        """The part of a period told of, or nothing."""
        if "H" in self.first:
            return "second half" if self.number("F") == 2 else "first half"
        value = self.first.get("P")
        return value if isinstance(value, str) else ""

    def which(self) -> int | None:
        """-1 last, 0 this, 1 next, None where no such word stands."""
        for kind in "LhXvQV":
            if isinstance(value := self.first.get(kind), int):
                return value
        return None

    def count(self) -> int | None:
        """The number before a unit; None for a few."""
        if "W" in self.first:
            return 2
        # The last, since "a couple" begins with another.
        number = None if "A" in self.first else self.last.get("n", self.last.get("w"))
        if isinstance(number, int):
            return number
        return None if "A" in self.first or self.is_plural() else 1

    def year(self) -> tuple[int | None, int | None]:
        """The year, or how many years from the anchor's."""
        year = self.number("Y") or self.number("Z")
        return (year, self.which() if "y" in self.first and year is None else None)
