"""Running totals by place and day: with them a window costs two look-ups a place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.contract import COUNTS_KINDS
from dashboard.counting.arrays import Ints
from dashboard.counting.day_numbers import NO_DAY

_BLOCKS_AT_LEAST = 1 << 18
_DIGIT_BITS = 16
_CELLS_AT_LEAST = 1 << 22
_CELLS_OF_ITEM = 16


@dataclass(frozen=True)
class Ladder:
    """The days on which the running totals of each series change, before anything is counted.

    Attributes
    ----------
    first : numpy.ndarray of int32, (series + 1,)
        Where the steps of each series begin.
    days : numpy.ndarray of int32, (steps,)
        Day number of each step, rising within a series.
    base, width : int
        Day of the first step of all, and how many days there are from it to the last.
    blocks : numpy.ndarray of int32, (blocks + 1, series)
        Where in each series the steps of each block of `block_days` days begin, so that a look-up starts near.
    block_days : int
        A power of two.
    """

    first: Ints
    days: Ints
    base: int
    width: int
    blocks: Ints
    block_days: int

    @classmethod
    def lay(cls, series: Ints, days: Ints, count: int) -> "tuple[Ladder, Ints]":
        """Lay the steps of items; also give the step of each item, one past the last for items without a day.

        Parameters
        ----------
        series : numpy.ndarray of int32
            The series of each item.
        days : numpy.ndarray of int32
            The day of each item, numbered from 1970-01-01.
        count : int
            How many series there are.
        """
        dated = np.flatnonzero(days != NO_DAY)
        found = days[dated].astype(np.int64)
        base = int(found.min()) if len(found) else 0
        width = int(found.max()) - base + 1 if len(found) else 1
        joint = series[dated] * np.int64(width) + (found - base)
        keys, step = _rank(joint, count * width)
        steps = np.full(len(series), len(keys), dtype=np.int32)
        steps[dated] = step
        # Few steps get few blocks: an aside about another century must not fill the memory with empty ones.
        size = 4
        while count * width // size > max(_BLOCKS_AT_LEAST, 4 * len(keys)):
            size *= 2
        edges = np.minimum(np.arange(0, width + size, size, dtype=np.int64), width)
        grid = np.arange(count, dtype=np.int64)[:, np.newaxis] * width + edges
        blocks = np.ascontiguousarray(np.searchsorted(keys, grid).astype(np.int32).T)
        first = np.append(blocks[0], len(keys)).astype(np.int32)
        return cls(first, (keys % width + base).astype(np.int32), base, width, blocks, size), steps

    def find(self, day: int) -> Ints:
        """Find, for each series, how many steps of it and those before it are taken by the end of a day."""
        if not len(self.days):
            return self.first[:-1]
        # Outside the days of all steps both ends of the search meet at once.
        block = (day - self.base) // self.block_days
        low: Ints = self.blocks[min(max(block, 0), len(self.blocks) - 1)]
        high: Ints = self.blocks[min(max(block + 1, 0), len(self.blocks) - 1)]
        for _ in range(self.block_days.bit_length()):
            middle = (low + high) >> 1
            taken = (low < high) & (np.take(self.days, middle, mode="clip") <= day)
            low, high = np.where(taken, middle + 1, low), np.where(taken, high, middle)
        return low

    @property
    def room(self) -> int:
        """Give how many steps there are, with the one past the last."""
        return len(self.days) + 1

    def code(self, steps: Ints, kinds: NDArray[np.uint8]) -> Ints:
        """Join step and kind, so that one pass counts both."""
        return (kinds.astype(np.int32) * self.room + steps).astype(np.int32)

    def count(self, codes: Ints) -> NDArray[np.int64]:
        """Count codes: (COUNTS_KINDS, steps)."""
        return np.bincount(codes, minlength=COUNTS_KINDS * self.room).reshape(COUNTS_KINDS, self.room)[:, :-1]


@dataclass(frozen=True)
class Steps:
    """Running totals at each step of a ladder.

    Attributes
    ----------
    ladder : Ladder
        The days.
    totals : numpy.ndarray of int32, (COUNTS_KINDS, steps + 1)
        What all steps before each add up to, across series.
    """

    ladder: Ladder
    totals: Ints

    @classmethod
    def add_up(cls, ladder: Ladder, counts: NDArray[np.int64]) -> "Steps":
        """Add up what each step adds."""
        totals = np.zeros((COUNTS_KINDS, len(ladder.days) + 1), dtype=np.int32)
        np.cumsum(counts, axis=1, out=totals[:, 1:])
        return cls(ladder, totals)

    def up_to(self, day: int) -> Ints:
        """Give the totals at the end of a day, (kinds, series); only the difference of two days means something."""
        return np.take(self.totals, self.ladder.find(day), axis=1)


def sort_pairs(first: Ints, second: Ints) -> NDArray[np.int64]:
    """Give the order of pairs by the first number, then the second; of equal ones that of the arrays.

    Notes
    -----
    By digits of 16 bits, which NumPy sorts in one pass over them: five times as fast as `numpy.lexsort`.
    """
    order = np.arange(len(first), dtype=np.int64)
    for numbers in (second, first):
        rest = numbers.astype(np.int64) - int(numbers.min(initial=0))
        for shift in range(0, int(rest.max(initial=0)).bit_length(), _DIGIT_BITS):
            digits = (rest >> shift).astype(np.uint16)
            order = order[np.argsort(digits[order], kind="stable")]
    return order


def _rank(cells: NDArray[np.int64], room: int) -> tuple[NDArray[np.int64], NDArray[np.integer]]:
    """Give the distinct cells, rising, and the rank of each among them; `room` is one more than the highest can be."""
    if room > max(_CELLS_AT_LEAST, _CELLS_OF_ITEM * len(cells)):
        # An aside about another century makes more cells than the memory should hold.
        return np.unique(cells, return_inverse=True)
    is_used = np.zeros(room, dtype=bool)
    is_used[cells] = True
    ranks = np.cumsum(is_used, dtype=np.int32)
    return np.flatnonzero(is_used), ranks[cells] - 1


def check_order(starts: Ints, ends: Ints) -> None:
    """Refuse events that end before they start.

    Raises
    ------
    ValueError
        When there are any; it tells how many.
    """
    turned = (starts > ends) & (ends != NO_DAY)
    if turned.any():
        raise ValueError(f"{np.count_nonzero(turned)} events end before they start.")
