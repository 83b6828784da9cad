"""What was claimed about one place, day by day, where the words tell it; no Streamlit.

A claim is read only where a phrase of `claims.csv` stands right at the name of the place, in its own part of the
sentence, and nothing makes it a wish, a plan or a denial. What is not so plain is left out, not guessed.
"""

import csv
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import words
from geodata.store import fold_words

VOCABULARY = Path(__file__).parent / "claims.csv"
"""Phrases by language. `{place}` is the name of the place; `…` up to three words; `*` any ending of a word. The claims
`guard`, `allowed`, `denial` and `filler` hold words that make a phrase no claim, those that do not although they hold a
guard, those that deny, and those that may stand between a phrase and the name."""

_PLACE = "xplacex"
_BETWEEN_CLAUSES = re.compile(r"[.,;:!?()«»\"“”،؛؟…]|\s[-–—]\s")
_WORDS_BETWEEN = 3
_FILLERS = 4
# Words that make a plan or a wish of a claim stand close before it.
_GUARDED_WORDS = 4
_STRONGER = {"retaken": ("taken", "entered", "attacked"), "taken": ("entered", "attacked"), "lost": ("attacked",)}
_NO_CLAIMS = ("filler", "guard", "allowed", "denial")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement says happened to the place.

    Attributes
    ----------
    day : datetime.date
        Day of the event.
    claim : str
        A key of `words.CLAIMS`.
    by : str
        Who says it: the speaker, else the source.
    statement_id : str
        The statement.
    """

    day: date
    claim: str
    by: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one day of a history, and the first statement that says so."""

    words: str
    day: date
    statement_id: str


@dataclass(frozen=True)
class _Phrases:
    """The phrases of one language, ready to be matched; several claims in order of the file.

    With each phrase come the beginnings of its words: a clause that lacks one is not worth matching.
    """

    claims: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
    guard: re.Pattern[str]
    allowed: re.Pattern[str]
    denial: re.Pattern[str]


def make_history(statements: pd.DataFrame, mentions: pd.DataFrame, place_id: str) -> list[Claim]:
    """Read the claims about a place out of its statements.

    Parameters
    ----------
    statements : pandas.DataFrame
        With statement_id, text, start, language, event_start, event_end,
        speaker, source, own. Only those of one day that name the place itself are read.
    mentions : pandas.DataFrame
        With statement_id, start, end, place_id.
    place_id : str
        The place.

    Returns
    -------
    list of Claim
        In order of day; of a statement that claims several things, each.
    """
    here = mentions[mentions["place_id"] == place_id]
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in here.to_dict("records"):
        spans.setdefault(str(mention["statement_id"]), []).append((int(mention["start"]), int(mention["end"])))
    dated = statements[statements["own"] & (statements["event_start"] == statements["event_end"])]
    claims = [claim for row in dated.to_dict("records") for claim in _read_row(row, spans)]
    return sorted(claims, key=lambda claim: claim.day)


def read_claims(text: str, spans: Iterable[tuple[int, int]], language: str) -> list[str]:
    """Read what a statement claims about the place named at some of its offsets.

    Parameters
    ----------
    text : str
        The statement.
    spans : iterable of (int, int)
        Where the place is named in it.
    language : str
        ISO 639-1; one without vocabulary claims nothing.

    Returns
    -------
    list of str
        Keys of `words.CLAIMS`, each once; "denied" for a claim that the statement denies.
    """
    phrases = _load_phrases().get(language)
    if phrases is None:
        return []
    marked = _mark_place(text, sorted(spans, reverse=True))
    clauses = [fold_words(part) for part in _BETWEEN_CLAUSES.split(marked)]
    found = [claim for clause in clauses if _PLACE in clause for claim in _read_clause(clause, phrases)]
    if found and phrases.denial.search(fold_words(text)):
        return ["denied"]
    return list(dict.fromkeys(found))


def group_days(claims: Sequence[Claim]) -> list[tuple[date, list[Claim]]]:
    """Group claims by day, keeping their order."""
    return [(day, list(group)) for day, group in groupby(claims, key=lambda claim: claim.day)]


def tell_history(claims: Sequence[Claim]) -> list[Told]:
    """Say the history in a few words a day: "claimed 8 Nov", "lost 11 Nov", "retaken 19 Nov".

    Returns
    -------
    list of Told
        A day's claim that only repeats the one before, or that a stronger one of the day includes, is not said
        again.
    """
    days = group_days(claims)
    one_year = len({day.year for day, _ in days}) == 1
    parts: list[Told] = []
    last: list[str] = []
    for day, group in days:
        told = _keep_strongest([claim.claim for claim in group])
        if told != last:
            when = words.day(day, short=True)
            when = when.removesuffix(f" {day.year}") if one_year else when
            said = f"{words.listing([words.CLAIMS[claim] for claim in told])} {when}"
            parts.append(Told(said, day, next(claim.statement_id for claim in group if claim.claim == told[0])))
        last = told
    return parts


def _keep_strongest(claims: Sequence[str]) -> list[str]:
    covered = {weaker for claim in claims for weaker in _STRONGER.get(claim, ())}
    return [claim for claim in dict.fromkeys(claims) if claim not in covered]


def _read_row(row: Mapping[Hashable, Any], spans: Mapping[str, Sequence[tuple[int, int]]]) -> list[Claim]:
    statement_id, offset = str(row["statement_id"]), int(row["start"])
    inside = [(start - offset, end - offset) for start, end in spans.get(statement_id, [])]
    day, by = pd.Timestamp(row["event_start"]).date(), str(row["speaker"] or row["source"])
    found = read_claims(str(row["text"]), inside, str(row["language"]))
    return [Claim(day, claim, by, statement_id) for claim in found]


def _mark_place(text: str, spans_from_the_end: Iterable[tuple[int, int]]) -> str:
    for start, end in spans_from_the_end:
        text = f"{text[:start]} {_PLACE} {text[end:]}"
    return text


def _read_clause(clause: str, phrases: _Phrases) -> list[str]:
    found: list[str] = []
    taken: list[tuple[int, int]] = []
    for claim, beginnings, pattern in phrases.claims:
        if not all(beginning in clause for beginning in beginnings):
            continue
        for match in pattern.finditer(f"{clause} "):
            # "regained control of" is read before "control of", and what it took is not read again.
            inside = any(start <= match.start() and match.end() <= end for start, end in taken)
            before = " ".join(clause[: match.start()].split()[-_GUARDED_WORDS:])
            guarded = phrases.guard.search(phrases.allowed.sub("", f"{before} {match[0]}"))
            if not inside and not guarded:
                found.append(claim)
            taken.append(match.span())
    return found


@cache
def _load_phrases() -> dict[str, _Phrases]:
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {language: _make_phrases([row for row in rows if row["language"] == language]) for language in _list(rows)}


def _list(rows: Iterable[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(row["language"] for row in rows))


def _make_phrases(rows: Sequence[dict[str, str]]) -> _Phrases:
    by_kind = {kind: [row["pattern"] for row in rows if row["claim"] == kind] for kind in _NO_CLAIMS}
    filler = "|".join(_make_words(word) for word in by_kind["filler"])
    # A longer phrase says more than a shorter one inside it.
    claims = sorted(
        (row for row in rows if row["claim"] not in _NO_CLAIMS), key=lambda row: -len(row["pattern"].split())
    )
    return _Phrases(
        tuple((row["claim"], _list_beginnings(row["pattern"]), _compile(row["pattern"], filler)) for row in claims),
        *(_join(by_kind[kind]) for kind in ("guard", "allowed", "denial")),
    )


def _list_beginnings(pattern: str) -> tuple[str, ...]:
    return tuple(fold_words(word) for word in pattern.split() if word not in ("{place}", "…"))


def _compile(pattern: str, filler: str) -> re.Pattern[str]:
    between = rf"(?:(?:{filler}) ){{0,{_FILLERS}}}"
    parts = []
    for word in pattern.split():
        if word == "{place}":
            parts.append(rf"{between}{_PLACE} {between}")
        else:
            parts.append(rf"(?:\w+ ){{0,{_WORDS_BETWEEN}}}" if word == "…" else f"{_make_words(word)} ")
    return re.compile(rf"(?<!\w){''.join(parts)}")


def _join(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){_make_words(pattern)}(?!\w)" for pattern in patterns) or r"(?!)")


def _make_words(pattern: str) -> str:
    return " ".join(rf"{fold_words(word)}\w*" if word.endswith("*") else fold_words(word) for word in pattern.split())
