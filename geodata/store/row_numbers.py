"""Row numbers in place of ids, so that a reader of the store joins millions of rows without comparing a text.

They are found once, when a build is written; at every start of a server they would take seconds.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

Ints = NDArray[np.int32]

LINKS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "statements": {"report": ("reports", "report_id")},
    "mentions": {"statement": ("statements", "statement_id"), "place": ("places", "place_id")},
    "claims": {"statement": ("statements", "statement_id"), "place": ("places", "place_id")},
    "place_statements": {"statement": ("statements", "statement_id"), "place": ("places", "place_id")},
}
"""By table and name of the column of numbers: the table whose rows are meant, and the id both share."""


def write_numbers(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write a file of row numbers for each table of `LINKS`.

    Parameters
    ----------
    folder : Path
        Made, with `<table>.parquet` in it: int32 columns in the order of the table's rows, -1 where the id is
        missing or names no row.
    tables : mapping of str to pyarrow.Table
        The tables of the store.
    """
    folder.mkdir()
    for name, links in LINKS.items():
        columns = {column: number_rows(tables[name][key], tables[other][key]) for column, (other, key) in links.items()}
        pq.write_table(pa.table(columns), folder / f"{name}.parquet", compression="zstd")


def number_rows(wanted: pa.ChunkedArray, known: pa.ChunkedArray) -> pa.Array:
    """Find the row of each id among those known; -1 where there is none."""
    found = pc.index_in(wanted.combine_chunks(), value_set=known.combine_chunks(), skip_nulls=True)
    return pc.fill_null(found, -1).cast(pa.int32())


def read_numbers(folder: Path, name: str) -> dict[str, Ints]:
    """Read the row numbers of a table of `LINKS`, by column."""
    table = pq.read_table(folder / f"{name}.parquet")
    return {column: table[column].to_numpy() for column in table.column_names}
