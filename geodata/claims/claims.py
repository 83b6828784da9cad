"""Statements and their placed mentions -> what they claim to have happened to the places.

A claim is read only where a phrase of the vocabulary stands right at the name of the place, in its own part of the
sentence, and nothing makes it a wish, a plan or a denial. What is not so plain is left out, not guessed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geodata.claims.phrases import PLACE, Phrases, load_phrases
from geodata.languages import fold_words
from geodata.model import Claim, ClaimKind, Report, Statement

_BETWEEN_CLAUSES = re.compile(r"[.,;:!?()«»\"“”،؛؟…]|\s[-–—]\s")
# Words that make a plan or a wish of a claim stand close before it.
_GUARDED_WORDS = 4

Span = tuple[int, int]


def read_claims(report: Report, statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """Read what the statements of a report claim about the places they name.

    Parameters
    ----------
    report : Report
        The report; one in a language without phrases claims nothing.
    statements : iterable of Statement
        Its statements, their mentions placed.

    Returns
    -------
    tuple of Claim
        In order of the statements; of each place in order of its first mention, each kind once. Only of places that
        are meant themselves: "Moscow said" is no event in Moscow.
    """
    phrases = load_phrases().get(report.language)
    return (
        tuple(claim for statement in statements for claim in _read_one(report, statement, phrases)) if phrases else ()
    )


def _read_one(report: Report, statement: Statement, phrases: Phrases) -> Iterator[Claim]:
    segment, event = statement.segment, statement.event
    text = report.text[segment.start : segment.end]
    for place_id, spans in _find_places(statement).items():
        inside = [(start - segment.start, end - segment.start) for start, end in spans]
        for kind in _read_text(text, inside, phrases):
            yield Claim(kind, place_id, statement.statement_id, segment.speaker, event.start, event.end)


def _find_places(statement: Statement) -> Mapping[str, Sequence[Span]]:
    """Find where each place is named that the statement is about."""
    spans: dict[str, list[Span]] = {}
    meant = set()
    for placed in statement.mentions:
        place_id = placed.resolution.place_id
        if place_id is None:
            continue
        spans.setdefault(place_id, []).append((placed.mention.start, placed.mention.end))
        if placed.mention.use == "literal":
            meant.add(place_id)
    return {place_id: where for place_id, where in spans.items() if place_id in meant}


def read_kinds(text: str, spans: Iterable[Span], language: str) -> list[ClaimKind]:
    """Read what a statement claims about the place named at some of its offsets.

    Parameters
    ----------
    text : str
        The statement.
    spans : iterable of (int, int)
        Where the place is named in it.
    language : str
        ISO 639-1; one without phrases claims nothing.

    Returns
    -------
    list of ClaimKind
        Each once; `DENIED` alone for a claim that the statement denies.
    """
    phrases = load_phrases().get(language)
    return _read_text(text, spans, phrases) if phrases else []


def _read_text(text: str, spans: Iterable[Span], phrases: Phrases) -> list[ClaimKind]:
    marked = _mark_place(text, sorted(spans, reverse=True))
    if phrases.elided:
        marked = phrases.elided.sub(r"\g<0> ", marked)
    clauses = [fold_words(part) for part in _BETWEEN_CLAUSES.split(marked) if PLACE in part]
    found = [kind for clause in clauses for kind in _read_clause(clause, phrases)]
    if found and phrases.denial.search(fold_words(marked)):
        return [ClaimKind.DENIED]
    return list(dict.fromkeys(found))


def _mark_place(text: str, spans_from_the_end: Iterable[Span]) -> str:
    for start, end in spans_from_the_end:
        text = f"{text[:start]} {PLACE} {text[end:]}"
    return text


def _read_clause(clause: str, phrases: Phrases) -> list[ClaimKind]:
    found: list[ClaimKind] = []
    taken: list[Span] = []
    starts = {word[:length] for word in clause.split() for length in (1, 2)}
    for number in sorted([number for start in starts for number in phrases.by_start.get(start, ())]):
        phrase = phrases.claims[number]
        if not all(beginning in clause for beginning in phrase.beginnings):
            continue
        for match in phrase.pattern.finditer(f"{clause} "):
            # "regained control of" is read before "control of", and what it took is not read again.
            inside = any(start <= match.start() and match.end() <= end for start, end in taken)
            before = " ".join(clause[: match.start()].split()[-_GUARDED_WORDS:])
            guarded = phrases.guard.search(phrases.allowed.sub("", f"{before} {match[0]}"))
            if not inside and not guarded:
                found.append(phrase.kind)
            taken.append(match.span())
    return found
