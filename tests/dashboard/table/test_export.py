"""Downloads: whole, safe, attributed, the same every time, and read by the programs people use."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters.index import MATCHES
from dashboard.table.export import (
    SCHEMA,
    WRITERS,
    Export,
    make_cell,
    make_export,
    read_export,
    write_csv,
    write_geojson,
    write_parquet,
)
from geodata.build import Inputs, build_store
from geodata.store.builds import Store
from tests.made_store import HOSTILE, write_made_store

TEXTS = [field.name for field in SCHEMA if str(field.type) == "string"]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "＝1", '=HYPERLINK("x")', "-x"]


def make_rows(text: str, **more: object) -> pd.DataFrame:
    row = dict.fromkeys(TEXTS, text) | {"lat": -34.5, "lon": 40.123456789, "score": 0.9}
    row |= {"published_on": pd.Timestamp(2017, 11, 9), "event_start": pd.NaT, "event_end": pd.NaT}
    return pd.DataFrame([row | more])[SCHEMA.names]


def read_cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture
def store(country_inputs: Inputs, tmp_path: Path) -> Store:
    build_store(country_inputs, tmp_path / "store")
    return Store.open(tmp_path / "store")


def export_all(store: Store) -> Export:
    return read_export(store, store.table("statements")["statement_id"].to_pylist())


# --- formulas


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert make_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Deir ez-Zor", "a=1", "'=1", "1 - 2", "دير الزور", "“=1”"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert make_cell(text) == text


@given(st.text() | st.sampled_from(FORMULAS).flatmap(lambda f: st.text().map(lambda t: f + t)))
def test_no_text_of_a_csv_begins_a_formula_and_every_cell_stays_one(text: str) -> None:
    content = write_csv(make_export(make_rows(text), 1))
    header, row = read_cells(content)
    assert len(header) == len(row) == len(SCHEMA.names) + 1
    for name, cell in zip(header, row, strict=True):
        if name not in ("lat", "lon", "score"):
            assert not cell.lstrip(" \u00a0\u200b\u200e\u200f\ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row[header.index("lat")] == "-34.5"


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE, "a;=1+1;b", 'a";=1+1;"b', "two\nlines"])
def test_texts_are_whole_in_every_format(text: str) -> None:
    made = make_export(make_rows(text), 1)
    shown = make_cell(f"x{text}")[1:]
    frame = pd.read_csv(io.BytesIO(write_csv(made)), dtype=str, keep_default_na=False)
    assert frame["text"].item() == make_cell(text)
    assert json.loads(write_geojson(made))["features"][0]["properties"]["text"] == shown
    assert pq.read_table(io.BytesIO(write_parquet(made)))["text"].to_pylist() == [shown]


# --- contents


def test_each_row_is_a_statement_and_a_place_in_order(store: Store) -> None:
    rows = export_all(store).rows
    own = store.query("SELECT statement_id, place_id FROM place_statements WHERE own")
    placed = rows[rows["place_id"].notna()]
    assert set(zip(placed["statement_id"], placed["place_id"], strict=True)) == set(
        own.itertuples(index=False, name=None)
    )
    assert set(rows["statement_id"]) == set(store.table("statements")["statement_id"].to_pylist())
    assert not rows.duplicated(["statement_id", "place_id"]).any()
    assert rows["event_start"].dropna().is_monotonic_increasing


def test_places_can_be_left_out_without_their_statements(store: Store) -> None:
    whole = export_all(store).rows
    place_id = whole["place_id"].dropna().iloc[0]
    ids = store.table("statements")["statement_id"].to_pylist()
    rows = read_export(store, ids, [place_id]).rows
    assert set(rows["place_id"].dropna()) == {place_id}
    assert set(rows["statement_id"]) == set(ids)


def test_a_region_stands_at_a_point_inside_it(store: Store) -> None:
    rows = export_all(store).rows
    regions = store.regions().set_index("place_id").geometry
    named = rows[rows["place_id"].isin(regions.index)]
    assert len(named)
    for row in named.itertuples():
        assert regions[row.place_id].contains(gpd.points_from_xy([row.lon], [row.lat])[0])


def test_the_programs_people_use_read_the_same_rows(store: Store, tmp_path: Path) -> None:
    made = export_all(store)
    for ending, write in WRITERS.items():
        (tmp_path / f"rows.{ending}").write_bytes(write(made))
    from_csv = pd.read_csv(tmp_path / "rows.csv", parse_dates=["event_start"])
    from_parquet = pd.read_parquet(tmp_path / "rows.parquet")
    from_geojson = gpd.read_file(tmp_path / "rows.geojson")
    assert from_parquet.columns.tolist() == SCHEMA.names
    assert from_csv.columns.tolist() == [*SCHEMA.names, "attribution"]
    for read in (from_csv, from_parquet, from_geojson):
        assert read["statement_id"].tolist() == made.rows["statement_id"].tolist()
        assert pd.to_datetime(read["event_start"]).dt.date.tolist() == made.rows["event_start"].dt.date.tolist()
    assert from_geojson.crs.to_epsg() == 4326
    placed = made.rows["lat"].notna().to_numpy()
    assert from_geojson.geometry[placed].y.round(5).tolist() == made.rows["lat"][placed].round(5).tolist()
    assert from_geojson.geometry[~placed].isna().all()
    assert not placed.all()


def test_the_attribution_is_in_every_file(store: Store) -> None:
    made = export_all(store)
    assert made.attribution.startswith("Reports: ")
    assert "Places: " in made.attribution
    assert set(pd.read_csv(io.BytesIO(write_csv(made)))["attribution"]) == {made.attribution}
    assert json.loads(write_geojson(made))["attribution"] == made.attribution
    metadata = pq.read_schema(io.BytesIO(write_parquet(made))).metadata
    assert metadata[b"attribution"].decode() == made.attribution


def test_known_sources_come_with_their_licence_and_many_are_numbered() -> None:
    rows = pd.concat([make_rows("x", source=f"s{n:02}", place_source="geonames") for n in range(25)])
    said = make_export(rows, 25).attribution
    assert "GeoNames (https://www.geonames.org), CC BY 4.0" in said
    assert "s19; 5 more, each beside its statement." in said
    assert "s20" not in said


def test_a_download_that_is_cut_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.table.export.STATEMENTS_AT_MOST", 2)
    made = export_all(store)
    assert made.rows["statement_id"].nunique() == 2
    assert made.attribution.endswith(
        f"Only the first 2 of {store.table('statements').num_rows} statements are in this file."
    )


def test_placements_are_kept_as_the_filter_on_them_does(tmp_path: Path) -> None:
    """Else a statement would bear in the file a place that the map, filtered alike, does not show."""
    write_made_store(tmp_path, ["One", "Two"])
    made = Store.open(tmp_path)
    ids = made.table("statements")["statement_id"].to_pylist()
    found = {match: set(read_export(made, ids, matches=(match,)).rows["place_id"].dropna()) for match in MATCHES}
    assert found == {"certain": {"p1"}, "uncertain": {"p0"}}
    assert len(read_export(made, ids, matches=MATCHES).rows) == len(read_export(made, ids).rows)


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_statements_give_the_same_bytes_in_whatever_order_they_are_asked(store: Store, ending: str) -> None:
    ids = store.table("statements")["statement_id"].to_pylist()
    assert WRITERS[ending](read_export(store, ids)) == WRITERS[ending](read_export(store, ids[::-1]))


@pytest.mark.parametrize("ending", WRITERS)
def test_nothing_filtered_is_a_file_without_rows(store: Store, ending: str) -> None:
    content = WRITERS[ending](read_export(store, []))
    assert len(content) > 50
    if ending == "csv":
        assert len(read_cells(content)) == 1


def test_hostile_texts_of_a_store_are_whole(tmp_path: Path) -> None:
    write_made_store(tmp_path, HOSTILE)
    made = export_all(Store.open(tmp_path))
    rows = read_cells(write_csv(made))
    assert len(rows) == len(made.rows) + 1
    assert {len(row) for row in rows} == {len(SCHEMA.names) + 1}
    assert len(json.loads(write_geojson(made))["features"]) == len(made.rows)


def test_days_are_days(store: Store) -> None:
    table = pq.read_table(io.BytesIO(write_parquet(export_all(store))))
    assert table.schema.remove_metadata().equals(SCHEMA)
    assert all(isinstance(day, date) for day in table["published_on"].to_pylist() if day is not None)
