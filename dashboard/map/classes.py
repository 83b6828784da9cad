"""The class of colour of each place in a window, for a picture; the classes are those of `colours`.

The browser puts places into the same classes by itself, in `map/circles/classes.js`, so that the colours follow a
window while it is dragged.
"""

import numpy as np
from numpy.typing import NDArray

from dashboard.choices import Window
from dashboard.contract import RECENCY_DAYS, SOURCE_OTHER, SOURCE_SEVERAL
from dashboard.counting import NO_DAY, Counts, Ints, number_day
from dashboard.map.colours import Classes

_CERTAIN = slice(None, None, 2)  # of the kinds of totals


def find_last_days(counts: Counts, window: Window, *, uncertain: bool) -> Ints:
    """Find the last day of a window on which a statement of each place begins or ends.

    Parameters
    ----------
    counts : Counts
        The statements.
    window : Window
        The days.
    uncertain : bool
        Whether placements count that are not certain.

    Returns
    -------
    numpy.ndarray of int32, (places,)
        Day numbers, counted from 1970-01-01; `NO_DAY` where all statements begin before the window and end after it.
    """
    steps = (counts.out,) if window.basis == "publication" else (counts.begun, counts.over)
    kinds = slice(None) if uncertain else _CERTAIN
    moves = np.any([np.diff(one.totals[kinds], axis=1).any(axis=0) for one in steps], axis=0)
    # For each step the last one up to it that counts; one entry more, for series without a step.
    latest = np.append(np.maximum.accumulate(np.where(moves, np.arange(len(moves)), -1)), -1)
    ladder = steps[0].ladder
    before, until = ladder.find(number_day(window.start) - 1), ladder.find(number_day(window.end))
    found = latest[until - 1]
    days = np.append(ladder.days, NO_DAY)[np.where(found >= before, found, -1)]
    return np.asarray(days[: len(counts.layout.place_ids)], dtype=np.int32)


def classify_recency(counts: Counts, window: Window, *, uncertain: bool) -> Classes:
    """Put places into classes by how long before the window's end their last day in it is: (places,).

    Parameters
    ----------
    counts : Counts
        The statements, ready to be counted.
    window : Window
        The days shown.
    uncertain : bool
        Whether placements count that are not certain.
    """
    last = find_last_days(counts, window, uncertain=uncertain)
    ages = number_day(window.end) - last.astype(np.int64)
    return np.searchsorted(RECENCY_DAYS, ages, side="left").astype(np.uint8)


def classify_sources(numbers: Ints, rows: NDArray[np.intp], sources: NDArray[np.signedinteger], told: Ints) -> Classes:
    """Put places into classes by the source that tells more than half of what is said of them.

    Parameters
    ----------
    numbers : numpy.ndarray of int32, (places,)
        Statements of each place.
    rows, sources : numpy.ndarray of int, (pairs,)
        Of each pair of a place and one of the commonest sources its place, and the number of its source.
    told : numpy.ndarray of int32, (pairs,)
        Statements of each pair.
    """
    rest = numbers.astype(np.int64)
    np.subtract.at(rest, rows, told)
    classes = np.full(len(numbers), SOURCE_SEVERAL, np.uint8)
    is_most = 2 * told > numbers[rows]
    classes[rows[is_most]] = sources[is_most]
    classes[2 * rest > numbers] = SOURCE_OTHER
    return classes
