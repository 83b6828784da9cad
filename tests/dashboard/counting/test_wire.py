"""Counts as bytes for the browser, read back here as its script reads them."""

import struct
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_counts import FIRST, lay_out_rows, make_rows

from dashboard.contract import COUNTS_KINDS as KINDS
from dashboard.counting.counts import Counts, count_statements
from dashboard.counting.day_numbers import number_day
from dashboard.counting.wire import pack_counts, pack_window

BEGIN = date.fromisoformat(str(FIRST))


class Reader:
    """What the browser makes of the bytes: the days and what they add to each kind, by series."""

    def __init__(self, data: bytes) -> None:
        assert data[:4] == b"DLC1"
        series, self.undated, base, steps, columns = struct.unpack_from("<5i", data, 4)
        self._data, self._at = data, 24
        sizes = self._read_stream()
        gaps = self._read_stream()
        assert (len(sizes), len(gaps), sum(sizes)) == (series, steps, steps)
        self.first = np.concatenate([[0], np.cumsum(sizes)]).astype(int)
        self.days = np.zeros(steps, int)
        for begin, end in zip(self.first[:-1], self.first[1:], strict=True):
            self.days[begin:end] = base + np.cumsum(gaps[begin:end])
        self.columns = np.array([self._read_column(steps) for _ in range(columns)], int).reshape(columns, steps)
        assert self._at == len(data)

    def _read_stream(self) -> list[int]:
        count, length = struct.unpack_from("<2i", self._data, self._at)
        body = self._data[self._at + 8 : self._at + 8 + length]
        self._at += 8 + length
        values, value, shift = [], 0, 0
        for byte in body:
            value |= (byte & 127) << shift
            shift += 7
            if not byte & 128:
                values.append(value)
                value, shift = 0, 0
        assert len(values) == count
        return values

    def _read_column(self, steps: int) -> list[int]:
        column, at = [0] * steps, 0
        for gap, folded in zip(self._read_stream(), self._read_stream(), strict=True):
            at += gap
            column[at] = (folded >> 1) ^ -(folded & 1)
        return column

    def count(self, start: int, end: int) -> np.ndarray:
        """Statements by kind and series that have begun by the end, less those over before the start."""
        begun = self.columns[:KINDS]
        over = begun + self.columns[KINDS:] if len(self.columns) > KINDS else begun
        shape = (KINDS, len(self.first) - 1)
        found = np.zeros(shape, int)
        for series in range(shape[1]):
            steps = slice(self.first[series], self.first[series + 1])
            found[:, series] += begun[:, steps][:, self.days[steps] <= end].sum(axis=1)
            found[:, series] -= over[:, steps][:, self.days[steps] < start].sum(axis=1)
        return found


@settings(max_examples=60)
@given(
    st.integers(0, 20),
    st.integers(-5, 50),
    st.integers(0, 60),
    st.sampled_from(["event", "publication"]),
    st.booleans(),
)
def test_what_is_packed_counts_as_the_counts_do(seed: int, first: int, long: int, basis: str, filtered: bool) -> None:
    rows, index = make_rows(seed)
    keep = np.random.default_rng(seed).random(len(index)) < 0.5 if filtered else None
    counts: Counts = count_statements(lay_out_rows(rows, index), keep)
    read = Reader(pack_counts(counts, basis))
    start = BEGIN + timedelta(days=first)
    end = start + timedelta(days=long)
    found = read.count(number_day(start), number_day(end))
    shown = counts.in_window(start, end, basis)
    places = len(counts.layout.place_ids)
    assert found[:, :places].sum(axis=0).tolist() == shown.by_place.tolist()
    assert found[:2, :places].sum(axis=0).tolist() == shown.own.tolist()
    assert read.undated == counts.undated[basis]


@given(st.lists(st.lists(st.integers(0, 2**31 - 1), min_size=3, max_size=3), min_size=KINDS, max_size=KINDS))
def test_one_window_is_packed_whole(numbers: list[list[int]]) -> None:
    by_kind = np.array(numbers, np.int64)
    by_kind = np.minimum(by_kind, 2**30 - 1).astype(np.int32)
    read = Reader(pack_window(by_kind, 17_000))
    assert read.count(17_000, 17_000)[:, :3].tolist() == by_kind.tolist()
    assert read.count(16_000, 16_999).sum() == 0


def test_what_is_packed_is_small() -> None:
    rows, index = make_rows(1, statements=2_000, places=50)
    packed = pack_counts(count_statements(lay_out_rows(rows, index, places=50)))
    assert len(packed) < 4 * len(rows)


@pytest.mark.parametrize("basis", ["event", "publication"])
def test_nothing_is_packed_too(basis: str) -> None:
    counts = count_statements(lay_out_rows(*make_rows(1)), np.array([], dtype=int))
    assert Reader(pack_counts(counts, basis)).count(-10_000, 30_000).sum() == 0
