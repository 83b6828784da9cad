"""The running totals of `counts` as bytes for the browser; `counting/counts.js` reads them.

    "DLC1", then integers of 32 bits, little-endian: series, undated, base day, steps, columns;
    then streams: steps of each series, days, and two for each column

A stream is its number of values, its length in bytes, and the values: 7 bits a byte, the low ones first. A day is told
by its distance from the day of the step before, at the first step of a series from the base day.

There is a column for each of the `COUNTS_KINDS` of `begun`: what each step adds to that total. As many columns follow
for `over`: what each step adds to it, less what the same step adds to `begun`. That is 0 for events of one day, so most
of it is nothing. By publication every statement is over when it has begun, and the columns of `over` are left out.

A column has two streams: the distances between the steps that add anything, and what these add. A sign is folded into
the number: 0, -1, 1, -2 ... are written 0, 1, 2, 3 ...
"""

import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.contract import COUNTS_HEAD, COUNTS_MAGIC, Basis
from dashboard.counting.counts import Counts

_MOST_BYTES = 5


def pack_counts(counts: Counts, basis: Basis = "event") -> bytes:
    """Pack what the browser counts windows with.

    Parameters
    ----------
    counts : Counts
        The statements a filter lets through.
    basis : {"event", "publication"}
        The date that counts; the other is fetched when somebody asks for it.

    Returns
    -------
    bytes
        Not yet compressed; places are numbered in the order of `counts.layout.place_ids`.
    """
    ladder = counts.out.ladder if basis == "publication" else counts.begun.ladder
    if basis == "publication":
        changes = np.diff(counts.out.totals, axis=1)
    else:
        begun, over = (np.diff(steps.totals, axis=1) for steps in (counts.begun, counts.over))
        changes = np.concatenate([begun, over - begun])
    # A step at which a filter left nothing is not sent.
    used = changes.any(axis=0)
    before = np.concatenate([[0], np.cumsum(used)])[ladder.first]
    days = ladder.days[used]
    gaps = np.diff(days, prepend=ladder.base)
    heads = before[:-1][np.diff(before) > 0]
    gaps[heads] = days[heads] - ladder.base
    return _pack(np.diff(before), gaps, changes[:, used], counts.undated[basis], ladder.base)


def pack_window(by_kind: NDArray[np.int32], day: int) -> bytes:
    """Pack what lies in one window as if all of it were of one day: small, and right for every window with that day.

    Parameters
    ----------
    by_kind : numpy.ndarray of int32, (COUNTS_KINDS, places)
        Statements by kind and place.
    day : int
        A day of the window.

    Returns
    -------
    bytes
        As `pack_counts` gives them; the two series behind the places are empty, for no map shows them.
    """
    used = by_kind.any(axis=0)
    return _pack(np.append(used, [False, False]), np.zeros(np.count_nonzero(used)), by_kind[:, used], 0, day)


def _pack(sizes: NDArray[Any], gaps: NDArray[Any], changes: NDArray[np.int32], undated: int, base: int) -> bytes:
    head = struct.pack(f"<{COUNTS_HEAD}i", COUNTS_MAGIC, len(sizes), undated, base, len(gaps), len(changes))
    streams = [_pack_stream(numbers.astype(np.int32)) for numbers in (sizes, gaps)]
    return head + b"".join([*streams, *(_pack_column(column) for column in changes)])


def _pack_column(column: NDArray[np.int32]) -> bytes:
    adding = np.flatnonzero(column)
    values = column[adding]
    return _pack_stream(np.diff(adding, prepend=0)) + _pack_stream((values << 1) ^ (values >> 31))


def _pack_stream(values: NDArray[np.integer]) -> bytes:
    sizes = np.ones(len(values), dtype=np.int64)
    for more in range(1, _MOST_BYTES):
        sizes += values >= 1 << (7 * more)
    ends = np.cumsum(sizes)
    packed = np.empty(int(sizes.sum()), dtype=np.uint8)
    for nth in range(int(sizes.max(initial=0))):
        has = np.flatnonzero(sizes > nth)
        goes_on = (sizes[has] > nth + 1).astype(np.uint8) << 7
        packed[ends[has] - sizes[has] + nth] = ((values[has] >> (7 * nth)) & 127).astype(np.uint8) | goes_on
    return struct.pack("<2i", len(values), len(packed)) + packed.tobytes()
