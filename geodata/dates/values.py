"""What a date expression says, as plain values, and the days it comes to from an anchor day.

Conventions, where language leaves a choice:

- a weekday is the latest one not after the anchor; "last Tuesday" is before it, "next Tuesday" after it;
- a day without a year is the latest such day not more than 7 days after the anchor (a report announces the near
  future, tells the past), a month or season without a year the latest that begins not after the anchor;
- early, mid and late are days 1-10, 11-20 and 21-end of a month, and thirds of anything else;
- "last week" is the calendar week before the anchor's, "the past week" the 7 days up to the anchor;
- "this" week, month or year ends at the anchor; "since X" runs from the start of X to the anchor.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from geodata.languages import FIRST_YEAR, LAST_YEAR
from geodata.model import Precision

_AHEAD_DAYS = 7
"""How far after the anchor a day without a year may lie."""

_FEW = {"minute": (0, 0), "hour": (2, 12), "day": (2, 7), "week": (2, 4), "month": (2, 6), "year": (2, 5)}
"""Least and most that "a few" of a unit means here; a choice, not a finding."""

_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "month": 30, "year": 365}


class Interval(NamedTuple):
    """Days from `start` to `end`, both included, and how exact that is."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class DayDate:
    """A day of a month: "9 November", "9 November 2017"; `year_shift` is -1 in "9 November last year"."""

    day: int
    month: int
    year: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month before (-1), around (0) or after (1) the anchor: "the 5th of this month"."""

    day: int
    which: int


@dataclass(frozen=True, slots=True)
class MonthDate:
    """A month, or a `part` of it; `which` is -1, 0, 1 in "last", "this", "next December"."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    which: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class SeasonDate:
    """Three months from `month` on; winter is named after the year it begins in."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    which: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class YearDate:
    """A year, or a `part` of it."""

    year: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class WeekdayDate:
    """A weekday (0 is Monday); `which` as in MonthDate, `week` is -1 in "Tuesday of last week"."""

    weekday: int
    which: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A time `least` to `most` units away: yesterday, two days ago, the day before.

    `told` says what it counts from: "" the report's day, "day" the last day told, "date" the last one told as a day
    of a month ("on the eve" after "on Tuesday" is still the eve of the report).
    """

    least: int
    most: int
    unit: str
    direction: int
    told: Literal["", "day", "date"] = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The calendar unit before (-1), around (0) or after (1) the anchor: last week, the end of this year."""

    unit: str
    which: int
    part: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The time up to the anchor: the past 24 hours, recent days."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class WeekOfMonth:
    """Seven days of a month; the last seven when `number` is -1."""

    number: int
    month: MonthDate


@dataclass(frozen=True, slots=True)
class Bound:
    """Only one end is told: "since" X or "until" X."""

    side: str
    value: "DateValue"


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`."""

    first: "DateValue"
    last: "DateValue"


DateValue = (
    DayDate
    | DayOfMonth
    | MonthDate
    | SeasonDate
    | YearDate
    | WeekdayDate
    | Shift
    | Period
    | Window
    | WeekOfMonth
    | Bound
    | Span
)

_EXPLICIT = (DayDate, MonthDate, SeasonDate, YearDate, WeekOfMonth)


def is_explicit(value: DateValue) -> bool:
    """Tell whether a value names a place in the calendar rather than a distance from some day.

    Parameters
    ----------
    value : DateValue
        Any value.

    Returns
    -------
    bool
        False for "last December" too.
    """
    match value:
        case Bound(_, inner):
            return is_explicit(inner)
        case Span(first, last):
            return is_explicit(first) and is_explicit(last)
        case MonthDate() | SeasonDate():
            return value.which is None
    return isinstance(value, _EXPLICIT)


def is_told(value: DateValue) -> bool:
    """Tell whether a value counts from the last day told: "the day before", not "yesterday".

    Parameters
    ----------
    value : DateValue
        Any value.

    Returns
    -------
    bool
        False for everything that counts from the report's day.
    """
    return isinstance(value, Shift | Period) and bool(value.told)


def few(unit: str) -> tuple[int, int]:
    """Say how many "a few" are.

    Parameters
    ----------
    unit : {"minute", "hour", "day", "week", "month", "year"}
        What is counted.

    Returns
    -------
    tuple of int
        Least and most.
    """
    return _FEW.get(unit, (2, 5))


def is_possible(value: DateValue) -> bool:
    """Tell whether there is such a day, in the years read.

    Parameters
    ----------
    value : DateValue
        Any value.

    Returns
    -------
    bool
        False for 31 November, for 29 February of a common year, for October 1863, and for spans over any of them.
    """
    match value:
        case DayDate(day, month, year):
            # Of a year unknown 29 February may be.
            return _day(year or 2000, month, day) is not None
        case MonthDate(year=int(year)) | SeasonDate(year=int(year)):
            return FIRST_YEAR <= year <= LAST_YEAR
        case Span(first, last):
            return is_possible(first) and is_possible(last)
        case Bound(_, inner):
            return is_possible(inner)
    return True


def resolve_value(value: DateValue, anchor: date | None, told: date | None = None) -> Interval | None:
    """Work out the days a value comes to.

    Parameters
    ----------
    value : DateValue
        What the expression says.
    anchor : datetime.date or None
        The day the words were written or spoken; None when unknown.
    told : datetime.date or None
        The last day told before the expression, from which "the day before" counts; `anchor` when None.

    Returns
    -------
    Interval or None
        None when it takes an anchor and there is none, or lies outside the years read.
    """
    if anchor is not None and not FIRST_YEAR <= anchor.year <= LAST_YEAR:
        anchor = None
    found = _resolve(value, anchor, told or anchor)
    if found is None or found.start > found.end:
        return None
    in_range = found.start.year >= FIRST_YEAR and found.end.year <= LAST_YEAR
    return found if in_range else None


def _resolve(value: DateValue, anchor: date | None, told: date | None) -> Interval | None:
    match value:
        case DayDate(year=int()) | YearDate() | MonthDate(year=int()) | SeasonDate(year=int()):
            return _resolve_dated(value)
        case WeekOfMonth(number, month):
            return _resolve_week_of_month(number, _resolve(month, anchor, told))
        case Span(first, last):
            return _resolve_span(first, last, anchor)
        case Shift() | Period():
            base = told if value.told else anchor
            return None if base is None else _resolve_from(value, base)
    if isinstance(value, Bound):
        return _resolve_bound(value, anchor, told)
    return None if anchor is None else _resolve_from(value, anchor)


def _resolve_dated(value: DateValue) -> Interval | None:
    match value:
        case DayDate(day, month, int(year)):
            found = _day(year, month, day)
            return None if found is None else Interval(found, found, "day")
        case YearDate(year, part):
            return _cut_part(Interval(date(year, 1, 1), date(year, 12, 31), "year"), part)
        case MonthDate(month, int(year), part=part):
            return _cut_part(_month(year, month), part)
        case SeasonDate(month, int(year), part=part):
            return _cut_part(_season(year, month), part)
    return None


def _resolve_from(value: DateValue, anchor: date) -> Interval | None:
    match value:
        case DayDate():
            return _resolve_bare_day(value, anchor)
        case DayOfMonth(day, which):
            month = _calendar_unit(anchor, "month", which)
            return month and _resolve_dated(DayDate(day, month.start.month, month.start.year))
        case MonthDate() | SeasonDate():
            return _resolve_dated(replace(value, year=_choose_year(value, anchor)))
        case WeekdayDate():
            weekday = _resolve_weekday(value, anchor)
            return Interval(weekday, weekday, "day")
        case Shift():
            return _resolve_shift(value, anchor)
        case Period():
            return _resolve_period(value, anchor)
        case Window(count, unit):
            return Interval(_move(anchor, -_window_days(count, unit)), anchor, "span")
    return None


def _resolve_bare_day(value: DayDate, anchor: date) -> Interval | None:
    if value.year_shift is not None:
        return _resolve_dated(replace(value, year=anchor.year + value.year_shift))
    latest = _move(anchor, _AHEAD_DAYS)
    # Eight years always hold a 29 February.
    for year in range(latest.year, latest.year - 9, -1):
        found = _day(year, value.month, value.day)
        if found and found <= latest:
            return Interval(found, found, "day")
    return None


def _choose_year(value: MonthDate | SeasonDate, anchor: date) -> int:
    if value.year_shift is not None:
        return anchor.year + value.year_shift
    begun = anchor.year if value.month <= anchor.month else anchor.year - 1
    match value.which:
        case 1:
            return begun + 1
        case -1:
            length = 3 if isinstance(value, SeasonDate) else 1
            months_on = (anchor.year - begun) * 12 + anchor.month - value.month
            return begun - 1 if months_on < length else begun
    return begun


def _resolve_weekday(value: WeekdayDate, anchor: date) -> date:
    monday = _move(anchor, -anchor.weekday())
    if value.week is not None:
        return _move(monday, 7 * value.week + value.weekday)
    if value.which == 0:
        return _move(monday, value.weekday)
    if value.which == 1:
        return _move(anchor, (value.weekday - anchor.weekday() - 1) % 7 + 1)
    if value.which == -1:
        return _move(anchor, -((anchor.weekday() - value.weekday - 1) % 7 + 1))
    return _move(anchor, -((anchor.weekday() - value.weekday) % 7))


def _resolve_shift(value: Shift, anchor: date) -> Interval | None:
    if value.unit in {"minute", "hour"}:
        # The hour of a report is not known: up to half a day away still counts as its day.
        days = 0 if value.unit == "minute" else (value.most + 11) // 24
        moved = _move(anchor, value.direction * days)
        return _between(moved, anchor, "day" if not days else "span")
    near, far = (_shift_unit(anchor, value.unit, value.direction * count) for count in (value.least, value.most))
    if near is None or far is None:
        return None
    if value.least == value.most:
        return near
    return Interval(min(near.start, far.start), max(near.end, far.end), "span")


def _shift_unit(anchor: date, unit: str, count: int) -> Interval | None:
    """The day, or the calendar week, month or year, that lies `count` units away."""
    if unit == "day":
        day = _move(anchor, count)
        return Interval(day, day, "day")
    return _calendar_unit(anchor, unit, count)


def _calendar_unit(anchor: date, unit: str, count: int) -> Interval | None:
    if unit in {"week", "weekend"}:
        monday = _move(anchor, 7 * count - anchor.weekday())
        if unit == "weekend":
            return Interval(_move(monday, 5), _move(monday, 6), "span")
        return Interval(monday, _move(monday, 6), "week")
    months = anchor.year * 12 + anchor.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Interval(date(year, 1, 1), date(year, 12, 31), "year") if unit == "year" else _month(year, month + 1)


def _resolve_period(value: Period, anchor: date) -> Interval | None:
    whole = _calendar_unit(anchor, value.unit, value.which)
    if whole is None or (value.part and value.part != "later"):
        return whole and _cut_part(whole, value.part)
    if value.part == "later":
        return Interval(anchor, max(anchor, whole.end), "span")
    if value.which == 0 and whole.start <= anchor <= whole.end:
        return whole._replace(end=anchor)
    return whole


def _resolve_week_of_month(number: int, month: Interval | None) -> Interval | None:
    if month is None:
        return None
    start = _move(month.end, -6) if number < 0 else _move(month.start, 7 * (number - 1))
    return Interval(start, min(_move(start, 6), month.end), "span")


def _resolve_span(first: DateValue, last: DateValue, anchor: date | None) -> Interval | None:
    """Resolve the last end, then the first as the nearest before it."""
    till = _resolve(last, anchor, anchor)
    if till is None:
        return None
    since = _resolve(first, _reach_back(first, till.end), None)
    return since and _between(since.start, till.end, "span")


def _reach_back(first: DateValue, end: date) -> date:
    """The anchor from which a day without a year falls not after `end`."""
    return _move(end, -_AHEAD_DAYS) if isinstance(first, DayDate) else end


def _resolve_bound(value: Bound, anchor: date | None, told: date | None) -> Interval | None:
    inner = _resolve(value.value, anchor, told)
    if inner is None or anchor is None:
        return inner
    if value.side == "since":
        return Interval(inner.start, max(inner.end, anchor), "span") if inner.start <= anchor else inner
    return Interval(anchor, inner.end, "span") if inner.end > anchor else inner


def _cut_part(whole: Interval, part: str) -> Interval:
    if not part:
        return whole
    cuts = list(_thirds(whole))
    first_half_end = _half_end(whole)
    start, end = {
        "early": (whole.start, _move(cuts[0], -1)),
        "mid": (cuts[0], _move(cuts[1], -1)),
        "late": (cuts[1], whole.end),
        "first half": (whole.start, first_half_end),
        "second half": (_move(first_half_end, 1), whole.end),
    }[part]
    return Interval(start, end, "span")


def _thirds(whole: Interval) -> Iterator[date]:
    """First days of the second and the last third."""
    if whole.precision == "month":
        yield from (whole.start.replace(day=11), whole.start.replace(day=21))
        return
    if whole.precision == "week":
        yield from (_move(whole.start, 2), _move(whole.start, 4))
        return
    months = 4 if whole.precision == "year" else 1
    for third in (1, 2):
        year, month = divmod(whole.start.year * 12 + whole.start.month - 1 + third * months, 12)
        yield date(min(year, date.max.year), month + 1, 1)


def _half_end(whole: Interval) -> date:
    if whole.precision == "month":
        return whole.start.replace(day=15)
    if whole.precision == "year":
        return whole.start.replace(month=6, day=30)
    return _move(whole.start, (whole.end - whole.start).days // 2)


def _window_days(count: int, unit: str) -> int:
    return -(-count // 24) if unit == "hour" else count * _UNIT_DAYS.get(unit, 1)


def _between(one: date, other: date, precision: Precision) -> Interval:
    return Interval(min(one, other), max(one, other), precision)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _month(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def _season(year: int, month: int) -> Interval:
    last_year, last_month = divmod(year * 12 + month + 1, 12)
    return Interval(date(year, month, 1), _month(last_year, last_month + 1).end, "season")


def _move(day: date, days: int) -> date:
    """Add days, stopping at the ends of the calendar."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))
