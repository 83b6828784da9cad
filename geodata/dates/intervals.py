"""From what a date expression says, and an anchor day, to days of the calendar.

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
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from geodata.dates.values import (
    Bound,
    DateValue,
    DayDate,
    DayOfMonth,
    FromTo,
    Lookback,
    MonthDate,
    Period,
    SeasonDate,
    Shift,
    WeekdayDate,
    WeekOfMonth,
    YearDate,
    calendar_day,
)
from geodata.languages import FIRST_YEAR, LAST_YEAR
from geodata.model import Precision

_AHEAD_DAYS = 7
"""How far after the anchor a day without a year may lie."""

_UNIT_DAYS = {"day": 1, "week": 7, "weekend": 7, "month": 30, "year": 365}


class Interval(NamedTuple):
    """Days one after the other.

    Attributes
    ----------
    start, end : datetime.date
        First and last day, both included.
    precision : Precision
        How exact that is.
    """

    start: date
    end: date
    precision: Precision


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
        case FromTo(first, last):
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
            found = calendar_day(year, month, day)
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
        case Lookback(count, unit):
            return Interval(_move(anchor, -_window_days(count, unit)), anchor, "span")
    return None


def _resolve_bare_day(value: DayDate, anchor: date) -> Interval | None:
    if value.year_shift is not None:
        return _resolve_dated(replace(value, year=anchor.year + value.year_shift))
    if value.which == 1:
        # Eight years always hold a 29 February.
        days = (calendar_day(year, value.month, value.day) for year in range(anchor.year, anchor.year + 9))
        found = next((day for day in days if day and day > anchor), None)
    else:
        latest = _move(anchor, -1 if value.which == -1 else _AHEAD_DAYS)
        days = (calendar_day(year, value.month, value.day) for year in range(latest.year, latest.year - 9, -1))
        found = next((day for day in days if day and day <= latest), None)
    return Interval(found, found, "day") if found else None


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


def _month(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def _season(year: int, month: int) -> Interval:
    last_year, last_month = divmod(year * 12 + month + 1, 12)
    return Interval(date(year, month, 1), _month(last_year, last_month + 1).end, "season")


def _move(day: date, days: int) -> date:
    """Add days, stopping at the ends of the calendar."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))
