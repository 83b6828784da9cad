"""Days as numbers, counted from 1970-01-01, as tables, scripts and counts have them."""

from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from dashboard.contract import Unit
from dashboard.counting.arrays import Ints

EPOCH = date(1970, 1, 1)
"""Days are numbered from here, as in the browser."""
NO_DAY = np.int32(np.iinfo(np.int32).min)
_MONDAY = 4  # the first Monday of the epoch


def read_days(column: pa.ChunkedArray) -> NDArray[np.datetime64]:
    """Read a column of days as datetime64[s], NaT for none; cast by arrow, for pandas would make objects of them."""
    return np.asarray(column.cast(pa.timestamp("s")).to_numpy(), "datetime64[s]")


def number_day(day: date) -> int:
    """Number a day from the epoch."""
    return (day - EPOCH).days


def name_day(number: int) -> date:
    """Give the day of a number; `number_day` turned round."""
    return date.fromordinal(number + EPOCH.toordinal())


def name_days(numbers: Ints) -> NDArray[np.datetime64]:
    """Give the days of numbers as datetime64[s], NaT for none; `number_days` turned round."""
    days = numbers.astype("datetime64[D]")
    days[numbers == NO_DAY] = np.datetime64("NaT")
    return days.astype("datetime64[s]")


def number_days(days: pd.Series) -> Ints:
    """Number a column of days from the epoch, `NO_DAY` for none."""
    found = days.to_numpy(dtype="datetime64[D]")
    return np.where(np.isnat(found), NO_DAY, found.astype(np.int64)).astype(np.int32)


def cut_time(unit: Unit, first: date, last: date) -> Ints:
    """Cut time into days, weeks from Monday, or months, over the whole of those that hold first to last day.

    Parameters
    ----------
    unit : Unit
        What a step is.
    first : datetime.date
        First day, included.
    last : datetime.date
        Last day, included.

    Returns
    -------
    numpy.ndarray of int32
        Day number on which each begins, and the day after the last.
    """
    start, end = number_day(first), number_day(last)
    if unit == "month":
        months = np.arange(np.datetime64(first, "M"), np.datetime64(last, "M") + 2)
        return months.astype("datetime64[D]").astype(np.int32)
    width = 7 if unit == "week" else 1
    begin = start - (start - _MONDAY) % width
    return np.arange(begin, end + width + 1 - (end - begin) % width, width, dtype=np.int32)
