"""Cuts a text into tokens that date expressions are made of, and reads a run of them by kind (`kinds`)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from geodata.dates.kinds import Value
from geodata.dates.vocabulary import LETTERS, TOKEN, Vocabulary, match_phrase

# Kinds that the token before them can change.
_LEANING_KINDS = frozenset(".nNY")
_FIGURES = re.compile(r"[0-9](?:[-/.][0-9]|[0-9]{3})")
_ARABIC_SIGN = re.compile("[\u0600-\u06ff]")
# "Rue du 4 Septembre" is a street.
_NAMED = re.compile(r"@[=ot]{0,2}nO?-?[Mm]")


class Tokens(NamedTuple):
    """A text cut into words, numbers and marks.

    Attributes
    ----------
    kinds : str
        One letter a token: its kind.
    values : list of Value
        What each token says.
    spans : list of tuple of int
        Where each token stands: offsets into the text, end exclusive.
    """

    kinds: str
    values: list[Value]
    spans: list[tuple[int, int]]


def tells_time(text: str, vocabulary: Vocabulary) -> bool:
    """Tell quickly whether a text may hold a date expression at all; most sentences hold none.

    Parameters
    ----------
    text : str
        Any text.
    vocabulary : Vocabulary
        The words of its language.

    Returns
    -------
    bool
        False only when it holds none; always true for a text with Arabic letters, whose words need folding first.
    """
    return bool(
        not vocabulary.telling.isdisjoint(LETTERS.findall(text))
        or _FIGURES.search(text)
        or (not text.isascii() and _ARABIC_SIGN.search(text))
    )


def cut_tokens(text: str, vocabulary: Vocabulary) -> Tokens:
    """Cut a text into tokens.

    Parameters
    ----------
    text : str
        Any text.
    vocabulary : Vocabulary
        The words of its language.

    Returns
    -------
    Tokens
        In order; offsets count in `text`. Words that say nothing of time come as one where they follow each other.
    """
    kinds: list[str] = []
    values: list[Value] = []
    spans: list[tuple[int, int]] = []
    last = ""
    for read, value, span in _read_words(text, vocabulary):
        kind = read
        if kind == last == "x":
            spans[-1] = span
            continue
        if last and kind in _LEANING_KINDS and spans[-1][1] == span[0]:
            before = text[spans[-1][0] : spans[-1][1]]
            if kind == "." and before in vocabulary.abbreviations:
                continue
            # "T72", "Q4": a number grown onto a word that says nothing of time is a name's.
            if kind in "nNY" and last == "x" and before[-1].isalpha():
                kind = "x"
        last = kind
        kinds.append(kind)
        values.append(value)
        spans.append(span)
    told = "".join(kinds)
    return Tokens(_NAMED.sub(lambda found: "x" * len(found[0]), told) if "@" in told else told, values, spans)


def _read_words(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Value, tuple[int, int]]]:
    """Read each word, or the longest phrase that begins with it: its kind, its value and where it stands."""
    read_until = 0
    for found in TOKEN.finditer(text):
        start, end = found.span()
        if start < read_until:
            continue
        (kind, value), phrases = vocabulary.look_up(found.group())
        if phrases and (phrase := match_phrase(phrases, text, end)):
            (kind, value), end = phrase
            read_until = end
        yield kind, value, (start, end)


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
        """The unit of time in the singular; the year has kinds of its own."""
        for kind in "UWy":
            if isinstance(value := self.first.get(kind), str):
                return value.removesuffix("s")
        return "year" if "J" in self.first else ""

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
        for kind in "LhXRvQVJ":
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
        return (year, self.which() if year is None and not self.first.keys().isdisjoint("yJ") else None)
