"""The columns of each table of the store."""

import pyarrow as pa
import pytest

from geodata.store.tables import SCHEMAS

KEYS = {
    "reports": "report_id",
    "statements": "statement_id",
    "mentions": "statement_id",
    "claims": "statement_id",
    "places": "place_id",
    "place_statements": "place_id",
}


def test_there_is_a_table_for_each_thing_that_is_kept() -> None:
    assert set(SCHEMAS) == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_a_table_has_its_key_and_no_column_twice(name: str) -> None:
    columns = SCHEMAS[name].names
    assert KEYS[name] in columns
    assert len(columns) == len(set(columns))


def test_what_tables_share_has_one_type() -> None:
    types: dict[str, set[pa.DataType]] = {}
    for schema in SCHEMAS.values():
        for field in schema:
            types.setdefault(field.name, set()).add(field.type)
    assert {name for name, found in types.items() if len(found) > 1} == set()


@pytest.mark.parametrize("name", ["event_start", "event_end", "published_on"])
def test_days_are_days(name: str) -> None:
    held = [schema.field(name).type for schema in SCHEMAS.values() if name in schema.names]
    assert held
    assert set(held) == {pa.date32()}
