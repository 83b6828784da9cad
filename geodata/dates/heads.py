"""The day a report prints at its own head, which dates the report and not what its first statement tells."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from geodata.dates.clauses import clauses_of
from geodata.dates.finder import DateExpression, find_expressions
from geodata.dates.intervals import resolve_value
from geodata.dates.values import DayDate
from geodata.languages import UNTOLD

_HEAD_CHARS = 300
_LONGEST_MONTH = 10
_DATELINE_BEFORE = re.compile(r"[^\W\d_][^\n\d]{1,40}[,(]\s*\Z")
_DATELINE_AFTER = re.compile(r"\s*(?:\([^()\n]{1,40}\)|\))?\s*[-–—:]")
# "Oct 042017": day and year run together where a scraper lost what stood between.
_GLUED = re.compile(r" (\d{1,2})((?:19|20)\d\d)(?!\d)")
_GLUED_MONTH = re.compile(r"\b([^\W\d_]{3,9})\.?\Z")


def printed_date(text: str) -> tuple[date, int, int] | None:
    """Find the day a report prints at its own head: "Oct 042017", "01-06-2016", "28.04.2017Get short URL".

    Parameters
    ----------
    text : str
        The report's text.

    Returns
    -------
    tuple of datetime.date, int and int, or None
        The day and the offsets of its words; None when there is none with a year.
    """
    head = text[:_HEAD_CHARS]
    return _find_printed(head, find_expressions(head), UNTOLD)


def _find_printed(head: str, expressions: Iterable[DateExpression], language: str) -> tuple[date, int, int] | None:
    for expression in sorted([*expressions, *_find_glued(head, language)], key=lambda found: found.start):
        value = expression.value
        if isinstance(value, DayDate) and value.year is not None and _stands_alone(head, expression, language):
            interval = resolve_value(value, None)
            return interval and (interval.start, expression.start, expression.end)
    return None


def _find_glued(head: str, language: str) -> Iterator[DateExpression]:
    for glued in _GLUED.finditer(head):
        month = _GLUED_MONTH.search(head, max(0, glued.start() - _LONGEST_MONTH), glued.start())
        if month is None:
            continue
        start, end = month.start(), glued.end()
        for expression in find_expressions(f"{month[1]} {glued[1]} {glued[2]}", language):
            yield DateExpression(start, end, head[start:end], expression.value)


def _stands_alone(head: str, expression: DateExpression, language: str) -> bool:
    """Tell whether a day is printed by itself rather than part of a sentence."""
    before = head[head.rfind("\n", 0, expression.start) + 1 : expression.start]
    after = head[expression.end :].lstrip(" \t")
    runs_on = after[:1].islower() or after[:1] == "." or (after[:1] == "," and not after[1:].lstrip()[:1].isdigit())
    return not runs_on and clauses_of(language).printed.match(before) is not None


def find_head(text: str, language: str) -> tuple[int, int]:
    """Find the day at the head of a report, printed or in its dateline ("DAMASCUS, Nov 9 -").

    Parameters
    ----------
    text : str
        The report's text.
    language : str
        The report's, ISO 639-1, or "und".

    Returns
    -------
    tuple of int
        Offsets of its words; both 0 where there is none.
    """
    head = text[:_HEAD_CHARS]
    expressions = find_expressions(head, language)
    printed = _find_printed(head, expressions, language)
    if printed:
        return printed[1:]
    for expression in expressions[:1]:
        before = head[head.rfind("\n", 0, expression.start) + 1 : expression.start]
        if _DATELINE_BEFORE.match(before) and _DATELINE_AFTER.match(head, expression.end):
            return expression.start, expression.end
    return 0, 0
