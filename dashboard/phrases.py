"""The words of the screen put into sentences: numbers of things, days, lists."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dashboard import words

_Template = Literal["day", "in_month", "in_year", "over_years"]


def count(n: int, one: str, many: str) -> str:
    """Say a number of things: "1 place", "1,240 places".

    Parameters
    ----------
    n : int
        The number.
    one : str
        The word for one.
    many : str
        The word for several.
    """
    return f"{n:,} {one if n == 1 else many}"


def statements(n: int) -> str:
    """Say a number of statements."""
    return count(n, *words.STATEMENTS)


def places(n: int) -> str:
    """Say a number of places."""
    return count(n, *words.PLACES_COUNTED)


def mentions(n: int) -> str:
    """Say how often a name occurs."""
    return count(n, *words.MENTIONS)


def in_window(n: int, window: str) -> str:
    """Say how many statements a window holds."""
    return words.IN_WINDOW.format(statements=statements(n), window=window)


def day(value: date, *, short: bool = False) -> str:
    """Say a day: "9 November 2017", short "9 Nov 2017"."""
    return _say_days("day", value, value, short=short)


def span(start: date, end: date, *, short: bool = False) -> str:
    """Say an interval of days, both ends included, without repeating what the two share.

    Parameters
    ----------
    start : datetime.date
        First day, included.
    end : datetime.date
        Last day, included.
    short : bool
        Whether months are shortened.
    """
    if start == end:
        return day(start, short=short)
    if (start.year, start.month) == (end.year, end.month):
        return _say_days("in_month", start, end, short=short)
    return _say_days("in_year" if start.year == end.year else "over_years", start, end, short=short)


def event_date(start: date, end: date, precision: str, *, is_reported: bool = False) -> str:
    """Say when an event was, no more exactly than the report tells it.

    Parameters
    ----------
    start, end : datetime.date
        First and last day, both included.
    precision : str
        A `geodata.model.Precision`.
    is_reported : bool
        Whether the report's own day stands in for the event's.

    Returns
    -------
    str
        "9 November 2017", "about 6–12 November 2017", "in November 2017", "reported 9 November 2017".
    """
    if is_reported:
        return words.WHEN["reported"].format(days=span(start, end))
    if precision == "month":
        return words.WHEN["month"].format(month=_month(start), year=start.year)
    if precision == "year":
        return words.WHEN["year"].format(year=start.year)
    if precision in ("week", "season"):
        return words.WHEN["about"].format(days=span(start, end))
    return span(start, end)


def listing(parts: Sequence[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return words.LISTING.format(parts=", ".join(parts[:-1]), last=parts[-1])


def left_out(undated: int, unplaced: int) -> str:
    """Say what a window leaves out; empty when nothing is."""
    parts = [f"{n:,} {word}" for n, word in ((undated, words.UNDATED), (unplaced, words.UNPLACED)) if n]
    if not parts:
        return ""
    sentence = words.IS_LEFT_OUT if undated + unplaced == 1 else words.ARE_LEFT_OUT
    return sentence.format(parts=listing(parts))


def _say_days(template: _Template, start: date, end: date, *, short: bool) -> str:
    """Say one day or two by a template of the time control, which says them in the browser."""
    return words.TIME_CONTROL[template].format(
        d=start.day,
        month=_month(start, short=short),
        y=start.year,
        d2=end.day,
        month2=_month(end, short=short),
        y2=end.year,
    )


def _month(value: date, *, short: bool = False) -> str:
    months = words.TIME_CONTROL["months_short" if short else "months"]
    return months[value.month - 1]
