"""The index of facets: statements and placements of a build as arrays of numbers."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import DAY, PLACE_IDS, ROWS, make_index

from dashboard.choices.filters import Filters
from dashboard.filters.facets import apply_filters, flag_placements
from dashboard.filters.index import Spread, Values, read_index
from geodata.build import Inputs, build_store
from geodata.store import Store


def test_the_index_of_a_store_counts_what_its_tables_hold(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    index = read_index(store)
    kept = apply_filters(index, Filters())
    ids = np.array(store.table("statements")["statement_id"].to_pylist())
    own = store.query("SELECT DISTINCT statement_id FROM place_statements WHERE own")["statement_id"]
    assert set(ids[kept.on_map]) == set(own)
    assert flag_placements(index, kept).all()
    for place_id, statements in store.query(
        """SELECT place_id, count(*) AS n FROM place_statements JOIN places USING (place_id)
           WHERE kind = 'region' GROUP BY place_id"""
    ).itertuples(index=False):
        assert apply_filters(index, Filters(regions=(place_id,))).on_map.sum() == statements


def test_values_are_numbered_in_their_order() -> None:
    values = Values.of(pa.chunked_array([["b", None], ["a", "b"]]))
    assert values.texts == ["", "a", "b"]
    assert values.codes.tolist() == [2, 0, 1, 2]
    assert values.flag(["b", "none such"]).tolist() == [True, False, False, True]
    assert values.flag([]).all()
    assert values.count(np.array([True, True, False, True])).tolist() == [1, 0, 2]


SHARED = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=20)


@given(SHARED, st.data())
def test_a_spread_counts_each_statement_once_for_each_value(items: list[tuple[int, int]], data: st.DataObject) -> None:
    kept = np.array(data.draw(st.lists(st.booleans(), min_size=len(items), max_size=len(items))), bool)
    codes, statements = (np.array([item[n] for item in items], np.int32) for n in range(2))
    spread = Spread.of(list("abcd"), codes, np.arange(len(items), dtype=np.int32), statements)
    expected = [len({s for (c, s), keep in zip(items, kept, strict=True) if c == code and keep}) for code in range(4)]
    assert spread.count(kept).tolist() == expected


def test_what_an_index_of_rows_holds() -> None:
    index = make_index()
    assert index.place_ids == PLACE_IDS
    assert index.texts("sources") == ["", "Agency", "Bureau"]
    assert index.texts("speakers") == ["", "A clerk"]  # a large or a small letter is no other speaker
    assert index.texts("regions") == ["east", "west"]
    assert index.texts("countries") == ["XA", "XB"]
    assert index.names == {"XA": "Aland", "XB": "Beland", "east": "East", "west": "West"}
    assert index.is_unplaced.tolist() == [bool(row[5] and not row[4]) for row in ROWS]
    owned = sorted((number, name) for number, row in enumerate(ROWS) for name, _ in row[4])
    pairs = zip(index.own_statements.tolist(), index.own_places.tolist(), strict=True)
    assert [(number, PLACE_IDS[place]) for number, place in pairs] == owned


def test_each_region_around_a_place_is_linked_to_its_row() -> None:
    index = make_index([("Agency", "", "day", DAY, [("mill", True)], 0)])
    around = {PLACE_IDS[place] for place in index.link_containers.tolist()}
    assert around == {"east", "xa"}
    assert (index.link_rows >= 0).all()
    assert index.rows == 3


@pytest.mark.parametrize("rows", [[], [("Agency", "", "day", DAY, [], 0)]])
def test_an_index_without_placements_lets_nothing_through(rows: list) -> None:
    index = make_index(rows)
    assert not apply_filters(index, Filters()).on_map.any()
    assert index.texts("regions") == ["east", "west"]
