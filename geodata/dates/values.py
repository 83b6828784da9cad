"""What a date expression says, as plain values."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geodata.languages import FIRST_YEAR, LAST_YEAR

_FEW = {"minute": (0, 0), "hour": (2, 12), "day": (2, 7), "week": (2, 4), "month": (2, 6), "year": (2, 5)}
"""Least and most that "a few" of a unit means here; a choice, not a finding."""


@dataclass(frozen=True, slots=True)
class DayDate:
    """A day of a month: "9 November", "9 November 2017", "9 November last year".

    Attributes
    ----------
    day : int
        From 1.
    month : int
        1 to 12.
    year : int or None
        In figures; None where it is not told.
    year_shift : int or None
        Years from the anchor's: -1 in "last year"; None where it is not told so.
    which : int or None
        -1 in "last 9 November", 1 in "next 9 November"; None without such a word.
    """

    day: int
    month: int
    year: int | None = None
    year_shift: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month before (-1), around (0) or after (1) the anchor: "the 5th of this month"."""

    day: int
    which: int


@dataclass(frozen=True, slots=True)
class MonthDate:
    """A month, or a part of it.

    Attributes
    ----------
    month : int
        1 to 12.
    year : int or None
        In figures; None where it is not told.
    year_shift : int or None
        Years from the anchor's: -1 in "last year"; None where it is not told so.
    which : int or None
        -1, 0, 1 in "last", "this", "next December"; None without such a word.
    part : str
        "early", "mid", "late"; empty for the whole.
    """

    month: int
    year: int | None = None
    year_shift: int | None = None
    which: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class SeasonDate:
    """A season, or a part of it: three months. Winter is named after the year it begins in.

    Attributes
    ----------
    month : int
        Its first month, 1 to 12.
    year, year_shift, which, part
        As of `MonthDate`.
    """

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
    """A weekday.

    Attributes
    ----------
    weekday : int
        0 for Monday to 6.
    which : int or None
        As of `MonthDate`: "last Tuesday".
    week : int or None
        Weeks from the anchor's: -1 in "Tuesday of last week"; None where it is not told.
    """

    weekday: int
    which: int | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A time some units away: yesterday, two days ago, the day before.

    Attributes
    ----------
    least, most : int
        How many units away it is; different for "a few".
    unit : {"minute", "hour", "day", "week", "weekend", "month", "year"}
        Which unit.
    direction : int
        -1 for before, 1 for after.
    told : {"", "day", "date"}
        What it counts from: the report's day, the last day told, or the last one told as a day of a month. "On the eve"
        after "on Tuesday" is still the eve of the report.
    """

    least: int
    most: int
    unit: str
    direction: int
    told: Literal["", "day", "date"] = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A unit of the calendar, or a part of it: last week, the end of this year.

    Attributes
    ----------
    unit : {"week", "weekend", "month", "year"}
        Which unit.
    which : int
        -1 for the one before the anchor, 0 for the one around it, 1 for the one after.
    part : str
        "early", "mid", "late", or "later" for what comes after the anchor; empty for the whole.
    told : bool
        Whether it counts from the last day told and not from the report's.
    """

    unit: str
    which: int
    part: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Lookback:
    """The time up to the anchor: the past 24 hours, recent days.

    Attributes
    ----------
    count : int
        How many units.
    unit : {"minute", "hour", "day", "week", "month", "year"}
        Which unit.
    lasting : bool
        Whether it is told how long something took: "held for nearly two years".
    """

    count: int
    unit: str
    lasting: bool = False


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
class FromTo:
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
    | Lookback
    | WeekOfMonth
    | Bound
    | FromTo
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
        case FromTo(first, last):
            return is_explicit(first) and is_explicit(last)
        case DayDate() | MonthDate() | SeasonDate():
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
            return calendar_day(year or 2000, month, day) is not None
        case MonthDate(year=int(year)) | SeasonDate(year=int(year)):
            return FIRST_YEAR <= year <= LAST_YEAR
        case FromTo(first, last):
            return is_possible(first) and is_possible(last)
        case Bound(_, inner):
            return is_possible(inner)
    return True


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Find a day in the calendar.

    Parameters
    ----------
    year, month, day : int
        In figures.

    Returns
    -------
    datetime.date or None
        None where there is no such day in the years read.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
