"""Row numbers in place of ids."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from made_store import write_made_store

from geodata.errors import StoreError
from geodata.store.builds import Store
from geodata.store.row_numbers import LINKS, number_rows


def test_an_id_has_the_number_of_its_row_and_none_where_it_is_missing_or_unknown() -> None:
    known = pa.chunked_array([["b"], ["a", "c"]])
    assert number_rows(pa.chunked_array([["a", None], ["x", "b"]]), known).to_pylist() == [1, -1, -1, 0]
    assert number_rows(pa.chunked_array([[None]], pa.string()), pa.chunked_array([["a", None]])).to_pylist() == [-1]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    write_made_store(tmp_path, [f"Place {n}" for n in range(9)])
    return Store.open(tmp_path)


def test_the_numbers_of_a_store_lead_to_the_rows_with_the_same_id(store: Store) -> None:
    for name, links in LINKS.items():
        numbers = store.numbers(name)
        for column, (other, key) in links.items():
            wanted = store.table(name)[key].to_pylist()
            known = [*store.table(other)[key].to_pylist(), None]
            assert [known[n] for n in numbers[column]] == wanted


def test_rows_are_taken_in_the_order_asked_for(store: Store) -> None:
    rows = np.array([20, 3, 3, 26, 0])
    whole = store.table("statements")
    assert store.take("statements", rows).to_pylist() == whole.take(pa.array(rows)).to_pylist()
    assert store.take("statements", rows[:0], ["text"]).to_pydict() == {"text": []}


def test_a_damaged_file_of_rows_is_told_in_a_sentence(store: Store) -> None:
    (store.path / "rows" / "mentions.arrow").write_bytes(b"ARROW1 and then nothing of the kind")
    with pytest.raises(StoreError, match=r"mentions\.arrow cannot be read .*; build it again"):
        store.take("mentions", np.array([0]))
