"""Statements counted by day: what the time control draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.contract import Unit
from dashboard.counting.day_numbers import number_day, number_days

# Bars stay at least about 3 px wide on a screen of 1,400 px.
_DAYS_AT_MOST = 450
_WEEKS_AT_MOST = 450
# More lines than this cannot be told apart, and each costs a reader of the page some bytes.
_SPANS_AT_MOST = 120


@dataclass(frozen=True, slots=True)
class WideDate:
    """Statements of which each is dated to the same several days, and no closer.

    Attributes
    ----------
    start, end : datetime.date
        First and last day, both included; both lie within the histogram.
    statements : int
        How many there are.
    """

    start: date
    end: date
    statements: int


@dataclass(frozen=True, slots=True)
class ScrubberData:
    """What the control draws and counts with.

    Attributes
    ----------
    first, last : datetime.date
        First and last day of the histogram.
    unit : {"day", "week", "month"}
        What a bar stands for.
    events : tuple of int
        For each day, the statements whose event is dated to that very day.
    starts, ends : tuple of int
        For each day, the statements of any date whose event begins there, and ends there; one that reaches beyond
        the histogram is counted at its edge. The two tell how many statements any window overlaps.
    publications : tuple of int
        For each day, the statements published on it.
    spans : tuple of WideDate
        The commonest coarse dates, by their start.
    """

    first: date
    last: date
    unit: Unit
    events: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    publications: tuple[int, ...]
    spans: tuple[WideDate, ...]


def build_scrubber_data(statements: pd.DataFrame, first: date, last: date) -> ScrubberData:
    """Count statements by day.

    Parameters
    ----------
    statements : pandas.DataFrame
        One row for each statement to be counted, with event_start, event_end and published_on (datetime64, NaT
        where there is none).
    first, last : datetime.date
        The days the control covers, both included.

    Returns
    -------
    ScrubberData
        Statements without a date, or wholly outside, are in none of its figures.

    Raises
    ------
    ValueError
        When last is before first.
    """
    names = ("event_start", "event_end", "published_on")
    return count_days([number_days(statements[name]) for name in names], first, last)


def count_days(columns: Sequence[npt.NDArray[np.int32]], first: date, last: date) -> ScrubberData:
    """Count statements by day as `build_scrubber_data` does, but from day numbers.

    Parameters
    ----------
    columns : sequence of numpy.ndarray of int32
        First day, last day and day of publication of each statement, numbered from 1970-01-01.
    first : datetime.date
        First day, included.
    last : datetime.date
        Last day, included.

    Raises
    ------
    ValueError
        When last is before first.
    """
    if last < first:
        raise ValueError(f"last ({last}) is before first ({first}); the control needs at least one day.")
    days = (last - first).days + 1
    starts, ends, published = columns
    # The undated are before all days, so they fall out here too.
    begin = number_day(first)
    inside = (ends >= begin) & (starts < begin + days)
    start, end = starts[inside].astype(np.int64) - begin, ends[inside].astype(np.int64) - begin
    exact = start == end
    clipped = np.clip(start, 0, days - 1), np.clip(end, 0, days - 1)
    told = published[(published >= begin) & (published < begin + days)].astype(np.int64) - begin
    return ScrubberData(
        first=first,
        last=last,
        unit=choose_unit(days),
        events=_tally(start[exact], days),
        starts=_tally(clipped[0], days),
        ends=_tally(clipped[1], days),
        publications=_tally(told, days),
        spans=_find_spans(clipped[0][~exact], clipped[1][~exact], first, days),
    )


def choose_unit(days: int) -> Unit:
    """Choose what a bar stands for, so that bars of so many days can be told apart on a wide screen."""
    if days <= _DAYS_AT_MOST:
        return "day"
    return "week" if days <= 7 * _WEEKS_AT_MOST else "month"


def _tally(offsets: npt.NDArray[np.int64], days: int) -> tuple[int, ...]:
    return tuple(np.bincount(offsets, minlength=days).tolist())


def _find_spans(
    start: npt.NDArray[np.int64], end: npt.NDArray[np.int64], first: date, days: int
) -> tuple[WideDate, ...]:
    pairs, counts = np.unique(start * days + end, return_counts=True)
    commonest = np.sort(np.argsort(-counts, kind="stable")[:_SPANS_AT_MOST])
    return tuple(
        WideDate(first + timedelta(days=int(pair // days)), first + timedelta(days=int(pair % days)), int(n))
        for pair, n in zip(pairs[commonest], counts[commonest], strict=True)
    )
