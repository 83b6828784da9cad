"""When the thing a statement tells happened: from the date expressions in it and around it.

The finder (`finder`) says what stands in the text, `intervals` what days that comes to; here is decided from
which day a relative expression counts, which of several expressions dates the statement, and what holds for a
statement without any.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from geodata.dates.clauses import Clauses, clauses_of
from geodata.dates.finder import DateExpression, find_expressions
from geodata.dates.heads import find_head, printed_date
from geodata.dates.intervals import Interval, resolve_value
from geodata.dates.values import (
    Bound,
    DateValue,
    DayDate,
    Lookback,
    MonthDate,
    Shift,
    WeekdayDate,
    YearDate,
    is_explicit,
    is_told,
)
from geodata.languages import UNTOLD, is_read
from geodata.model import Because, DateBasis, EventDate, Segment, because

_T = TypeVar("_T")

__all__ = ["DateExpression", "date_statements", "find_expressions", "printed_date", "resolve_expression"]

_BOILERPLATE = EventDate(None, None, "none", because(DateBasis.BOILERPLATE))

# What dates a statement, best first. A background ("since 2014", "after the battle in May") dates the statement only
# when nothing else does, the day a thing was said only when the thing itself has no day.
_MAIN, _SAID, _BACKGROUND, _HEAD = range(4)

_SAYING_WORDS = 4
"""How many words may stand between "said" and its day."""
_SAYING_CHARS = 60

_LOOK_CHARS = 100

_QUOTATION = re.compile(r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|\"[^\"]*(?:\"|\Z)")

_LONGEST_CARRIED_DAYS = 31
_NEAR_DAYS = 60
"""A day without a year this near the report's is meant near, whatever year was told before it."""

_LISTED = 4
"""How many expressions a basis names."""


def resolve_expression(
    expression: DateExpression, anchor: date | None, reference: date | None = None, *, is_spoken: bool = False
) -> EventDate:
    """Work out the days an expression comes to, and say from where.

    Parameters
    ----------
    expression : DateExpression
        As found.
    anchor : datetime.date or None
        The day the words were written or spoken; None when unknown.
    reference : datetime.date or None
        The last day told before it, from which "the day before" counts; the anchor when None.
    is_spoken : bool
        Whether the anchor is the day of a quotation and not that of the publication.

    Returns
    -------
    EventDate
        Precision "none" when it needs an anchor and there is none.
    """
    interval = resolve_value(expression.value, anchor, reference)
    if interval is None:
        return EventDate(None, None, "none", because(DateBasis.UNDATED_UNANCHORED, words=_quote(expression)))
    return EventDate(*interval, _tell_basis(expression, anchor, reference, is_spoken=is_spoken))


def _tell_basis(expression: DateExpression, anchor: date | None, reference: date | None, *, is_spoken: bool) -> Because:
    words = _quote(expression)
    if is_explicit(expression.value):
        return because(DateBasis.EXPLICIT, words=words)
    if is_told(expression.value) and reference:
        return because(DateBasis.RELATIVE_TO_TOLD, words=words, day=reference)
    if anchor is None:
        return because(DateBasis.RELATIVE_TO_UNKNOWN, words=words)
    return because(DateBasis.RELATIVE_TO_SPOKEN if is_spoken else DateBasis.RELATIVE, words=words, day=anchor)


def _quote(expression: DateExpression) -> str:
    return " ".join(expression.text.split())


@dataclass(frozen=True, slots=True)
class _Reading:
    """An expression of a statement with its days and its weight for dating it."""

    expression: DateExpression
    event: EventDate
    interval: Interval
    rank: int

    @property
    def length_days(self) -> int:
        """Days after the first."""
        return (self.interval.end - self.interval.start).days


@dataclass(slots=True)
class _Narrative:
    """What a report has told so far; later statements lean on it."""

    text: str
    published_on: date | None
    language: str
    clauses: Clauses
    head: tuple[int, int]
    told: date | None = None  # the last day told in this paragraph
    told_in_figures: date | None = None  # the last one told as a day of a month
    told_before: date | None = None  # the last one told in the report
    year: int | None = None  # the last year given in figures in this paragraph
    event: EventDate | None = None  # the report's own day: what a statement without a date carries on
    carried: EventDate | None = None  # the same, as such a statement has it


def date_statements(
    text: str, segments: Sequence[Segment], published_on: date | None, language: str = UNTOLD
) -> list[EventDate]:
    """Date the statements of a report.

    Parameters
    ----------
    text : str
        The report's text.
    segments : sequence of Segment
        Its statements, in order.
    published_on : datetime.date or None
        The report's own day; None when unknown.
    language : str
        ISO 639-1: the text is read by its words; one whose language cannot be told, by the words of all.

    Returns
    -------
    list of EventDate
        One a segment. In a language without rules no date is judged: each has the publication day. Else, without a
        date of its own, a statement carries on the report's own day: the latest day told so far that is not after
        publication. A look back ("had been taken on 8 October", "since 2014") dates its own sentence only. Where
        nothing is told yet, a statement has the publication day.
    """
    if not is_read(language):
        unjudged = _leave_unjudged(published_on, language)
        return [_BOILERPLATE if segment.kind == "boilerplate" else unjudged for segment in segments]
    narrative = _Narrative(text, published_on, language, clauses_of(language), find_head(text, language))
    paragraph_break = re.compile(r"\n\s*?\n" if "\n\n" in text else r"\n")
    events: list[EventDate] = []
    end = 0
    for segment in segments:
        if paragraph_break.search(text, min(end, segment.start), segment.start):
            _open_paragraph(narrative)
        end = segment.end
        events.append(_BOILERPLATE if segment.kind == "boilerplate" else _date_segment(narrative, segment))
    return events


def _leave_unjudged(published_on: date | None, language: str) -> EventDate:
    if published_on is None:
        return EventDate(None, None, "none", because(DateBasis.UNDATED_NOT_JUDGED, language=language))
    return EventDate(published_on, published_on, "day", because(DateBasis.NOT_JUDGED, language=language))


def _open_paragraph(narrative: _Narrative) -> None:
    narrative.told, narrative.told_in_figures, narrative.year = None, None, None


def _date_segment(narrative: _Narrative, segment: Segment) -> EventDate:
    words = narrative.text[segment.start : segment.end]
    expressions = find_expressions(words, narrative.language)
    readings = _read_all(narrative, segment, words, expressions) if expressions else []
    if not readings:
        return _carry_on(narrative, words, expressions)
    chosen = _choose(readings)
    event = _cover(chosen)
    _keep(narrative, words, event, chosen)
    return event


def _carry_on(narrative: _Narrative, words: str, expressions: Sequence[DateExpression]) -> EventDate:
    if narrative.carried:
        return narrative.carried
    day = narrative.published_on
    is_undated = day is None
    if expressions:
        kind = DateBasis.UNDATED_UNCLEAR if is_undated else DateBasis.PUBLICATION_UNCLEAR
        told = because(kind, words=_quote(expressions[0]))
    else:
        told = because(DateBasis.UNDATED if is_undated else DateBasis.PUBLICATION)
    return EventDate(day, day, "none" if is_undated else "day", told)


def _is_aside(narrative: _Narrative, words: str, end: date, chosen: Sequence[_Reading]) -> bool:
    """Tell a look back, after which the report goes on where it was."""
    if any(isinstance(reading.expression.value, Bound) for reading in chosen):
        return True
    now = narrative.event.end if narrative.event else narrative.published_on
    is_long_ago = now is not None and (now - end).days > _LONGEST_CARRIED_DAYS
    return is_long_ago or chosen[0].rank == _BACKGROUND or _looks_back(narrative.clauses, words)


def _looks_back(clauses: Clauses, words: str) -> bool:
    """Tell whether the main clause, not a "because" within it, tells what was before."""
    had = clauses.looks_back.search(words)
    return had is not None and not clauses.opens_background.search(
        words, max(0, had.start() - _LOOK_CHARS), had.start()
    )


def _is_until(value: DateValue) -> bool:
    return isinstance(value, Bound) and value.side == "until"


def _is_since(value: DateValue) -> bool:
    return isinstance(value, Bound) and value.side == "since"


def _keep(narrative: _Narrative, words: str, event: EventDate, chosen: Sequence[_Reading]) -> None:
    """Remember the report's own day: the latest day, or two days, told so far and not after publication."""
    limit = narrative.published_on
    if event.start is None or event.end is None or (limit and event.end > limit):
        return
    if (event.end - event.start).days > 1 or _is_aside(narrative, words, event.end, chosen):
        return
    if narrative.event is None or _is_later(event, narrative.event):
        narrative.event = event
        told, more = _list_some(_quote(reading.expression) for reading in chosen)
        kind = DateBasis.CARRIED_OF_MORE if more else DateBasis.CARRIED
        narrative.carried = replace(event, because=because(kind, words=tuple(told), n=more))


def _is_later(event: EventDate, known: EventDate) -> bool:
    """Tell whether an event ends after another, or on the same day and is the narrower of the two."""
    assert event.start
    assert event.end
    assert known.start
    assert known.end
    return (event.end, event.start) > (known.end, known.start)


def _read_all(
    narrative: _Narrative, segment: Segment, words: str, expressions: Sequence[DateExpression]
) -> list[_Reading]:
    """Resolve the expressions of a statement, in order, each from the day it counts from."""
    quoted = _find_quoted(words, expressions)
    following = [*(expression.start for expression in expressions[1:]), len(words)]
    ranks = [
        _rank(narrative, segment, words, expression, is_quoted, next_start)
        for expression, is_quoted, next_start in zip(expressions, quoted, following, strict=True)
    ]
    spoken_on = _find_day_of_speech(narrative, expressions, ranks)
    readings: list[_Reading] = []
    for expression, is_quoted, rank in zip(expressions, quoted, ranks, strict=True):
        spoken = spoken_on if is_quoted else None
        before = max(0, expression.start - _LOOK_CHARS)
        announces = narrative.clauses.looks_ahead.search(words, before, expression.start) is not None
        reading = _read(narrative, expression, rank, spoken, announces)
        if reading:
            readings.append(reading)
            _remember_told(narrative, reading)
    return readings


def _find_quoted(words: str, expressions: Sequence[DateExpression]) -> list[bool]:
    """Tell of each expression whether it stands inside quotation marks."""
    quotations = [found.span() for found in _QUOTATION.finditer(words)]
    starts = [start for start, _ in quotations]
    before = (bisect_right(starts, expression.start) - 1 for expression in expressions)
    return [
        index >= 0 and expression.start < quotations[index][1]
        for index, expression in zip(before, expressions, strict=True)
    ]


def _read(
    narrative: _Narrative, expression: DateExpression, rank: int, spoken_on: date | None, announces: bool
) -> _Reading | None:
    anchor = spoken_on or narrative.published_on
    told = narrative.told_in_figures if _is_eve(expression.value) else narrative.told
    if told is None and _counts_on(expression.value):
        told = narrative.told_before
        if told is None:
            return None
    if announces and isinstance(expression.value, Lookback):
        return None  # "will be over in less than two weeks"
    value = _look_ahead(expression.value, anchor) if anchor and announces else expression.value
    meant = replace(expression, value=_with_told_year(value, narrative, anchor))
    event = resolve_expression(meant, anchor, told, is_spoken=spoken_on is not None)
    if event.start is None or event.end is None:
        return None
    return _Reading(expression, event, Interval(event.start, event.end, event.precision), rank)


def _look_ahead(value: DateValue, anchor: date) -> DateValue:
    """Read what is announced ("will meet on Tuesday") as the next such day or month instead of the last."""
    match value:
        case WeekdayDate(weekday, None, None):
            days = (weekday - anchor.weekday()) % 7
            return Shift(days, days, "day", 1)
        case MonthDate(month, None, None, None):
            return replace(value, year=anchor.year + (month < anchor.month))
        case DayDate(day, month, None, None):
            return replace(value, year=anchor.year + ((month, day) < (anchor.month, anchor.day)))
    return value


def _is_eve(value: DateValue) -> bool:
    return isinstance(value, Shift) and value.told == "date"


def _counts_on(value: DateValue) -> bool:
    """Tell whether it counts on from a day told ("the next day"), which the report's own day seldom is."""
    return isinstance(value, Shift) and value.told != "" and (value.direction > 0 or value.most == 0)


def _with_told_year(value: DateValue, narrative: _Narrative, anchor: date | None) -> DateValue:
    """Give a day or month without a year the year its paragraph has been telling of."""
    if not isinstance(value, DayDate | MonthDate) or narrative.year is None:
        return value
    if value.year is not None or value.year_shift is not None or getattr(value, "which", None) is not None:
        return value
    near = resolve_value(value, anchor)
    if near and anchor and abs((anchor - near.end).days) <= _NEAR_DAYS:
        return value
    return replace(value, year=narrative.year)


def _remember_told(narrative: _Narrative, reading: _Reading) -> None:
    if reading.interval.precision == "day":
        narrative.told = narrative.told_before = reading.interval.start
    value = reading.expression.value
    if isinstance(value, DayDate):
        narrative.told_in_figures = reading.interval.start
    if isinstance(value, DayDate | MonthDate | YearDate) and value.year is not None:
        narrative.year = value.year


def _find_day_of_speech(
    narrative: _Narrative, expressions: Sequence[DateExpression], ranks: Sequence[int]
) -> date | None:
    """The day outside the quotation on which it was spoken."""
    for expression, rank in zip(expressions, ranks, strict=True):
        if rank == _SAID:
            interval = resolve_value(expression.value, narrative.published_on, narrative.told)
            if interval and interval.precision == "day":
                return interval.start
    return None


def _rank(
    narrative: _Narrative, segment: Segment, words: str, expression: DateExpression, is_quoted: bool, next_start: int
) -> int:
    start, end = narrative.head
    if start <= segment.start + expression.start < end:
        return _HEAD
    if _is_since(expression.value) or (isinstance(expression.value, Lookback) and expression.value.lasting):
        return _BACKGROUND
    if not is_quoted and _is_day_of_saying(narrative.clauses, words, expression, next_start):
        return _SAID
    before = words[max(0, expression.start - _LOOK_CHARS) : expression.start]
    if not is_quoted and _is_until(expression.value) and narrative.clauses.that.search(before):
        return _BACKGROUND  # "announced that it would be over by the end of the year"
    return _BACKGROUND if narrative.clauses.opens_background.search(before) else _MAIN


def _is_day_of_saying(clauses: Clauses, words: str, expression: DateExpression, next_start: int) -> bool:
    """Tell whether "said", or its like, stands next to the expression, and no other expression nearer to it."""
    before = words[max(0, expression.start - _SAYING_CHARS) : expression.start]
    spoken = list(clauses.saying.finditer(before))
    if spoken and _is_short_gap(clauses, before[spoken[-1].end() :]):
        return True
    after = words[expression.end : expression.end + _SAYING_CHARS]
    following = clauses.saying.search(after)
    if following is None or not _is_short_gap(clauses, after[: following.start()].removeprefix(",")):
        return False
    # "Killed last Tuesday, a monitor said on Saturday": the verb has its own day.
    said_at = expression.end + following.end()
    return not (said_at <= next_start < len(words) and _is_short_gap(clauses, words[said_at:next_start]))


def _is_short_gap(clauses: Clauses, gap: str) -> bool:
    return len(gap.split()) <= _SAYING_WORDS and not clauses.that.search(gap)


def _choose(readings: Sequence[_Reading]) -> list[_Reading]:
    """Take the narrowest expression of the best rank, or all its single days."""
    best_rank = min(reading.rank for reading in readings)
    best = [reading for reading in readings if reading.rank == best_rank]
    narrowest = min(best, key=lambda reading: reading.length_days)
    if narrowest.interval.precision != "day":
        return [narrowest]
    days = [reading for reading in best if reading.interval.precision == "day"]
    # "Today, on 5 December," in a report of the 6th is the 5th.
    dated = [reading for reading in days if not _is_today(reading.expression.value)]
    return dated if any(is_explicit(reading.expression.value) for reading in days) else days


def _is_today(value: DateValue) -> bool:
    return isinstance(value, Shift) and value.most == 0 and not value.told


def _cover(readings: Sequence[_Reading]) -> EventDate:
    """The days from the first to the last of several."""
    first = readings[0]
    start = min(reading.interval.start for reading in readings)
    end = max(reading.interval.end for reading in readings)
    if (start, end) == (first.interval.start, first.interval.end):
        return first.event
    told, more = _list_some(reason for reading in readings for reason in reading.event.because)
    return EventDate(start, end, "span", (*told, *(because(DateBasis.AND_MORE, n=more) if more else ())))


def _list_some(items: Iterable[_T]) -> tuple[list[_T], int]:
    """List the first distinct ones of some, and tell how many more there are."""
    distinct: list[_T] = []
    for item in items:
        if item not in distinct:
            distinct.append(item)
    return distinct[:_LISTED], max(0, len(distinct) - _LISTED)
