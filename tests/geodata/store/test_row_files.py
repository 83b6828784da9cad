"""A few rows out of many, read in parts."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from geodata.store.row_files import take_rows, write_rows

ROWS = 5000


@pytest.fixture
def table() -> pa.Table:
    rng = np.random.default_rng(3)
    return pa.table({"n": np.arange(ROWS), "text": [f"text {n}" for n in range(ROWS)], "noise": rng.random(ROWS)})


@pytest.fixture
def path(table: pa.Table, tmp_path: Path) -> Path:
    write_rows(tmp_path / "rows.arrow", table)
    return tmp_path / "rows.arrow"


@pytest.mark.parametrize("rows", [[4999, 0, 1023, 1024, 0, 2048], [7], [], list(range(ROWS))])
def test_rows_come_in_the_order_asked_for_whichever_part_they_are_in(
    table: pa.Table, path: Path, rows: list[int]
) -> None:
    numbers = np.array(rows, dtype=np.int32)
    assert take_rows(path, numbers).equals(table.take(pa.array(rows, pa.int64())))
    assert take_rows(path, numbers, ["text"])["text"].to_pylist() == [f"text {n}" for n in rows]


def test_only_the_parts_asked_for_are_read(table: pa.Table, path: Path) -> None:
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(whole[: middle - 5000] + b"\xff" * 10_000 + whole[middle + 5000 :])
    assert take_rows(path, np.array([0, 4999])).equals(table.take(pa.array([0, 4999])))
    with pytest.raises((OSError, pa.ArrowInvalid)):
        take_rows(path, np.arange(ROWS))
