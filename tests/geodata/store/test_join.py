"""The tables of the map: every statement counted once for each place and region, none lost."""

from pathlib import Path

import pandas as pd
import pytest

from geodata.build import Inputs, build_store
from geodata.gazetteer.places import Gazetteer, read_gazetteer
from geodata.store.builds import Store
from geodata.store.join import frame_places, locate_points


@pytest.fixture
def store(country_inputs: Inputs, tmp_path: Path) -> Store:
    build_store(country_inputs, tmp_path / "store")
    return Store.open(tmp_path / "store")


def test_polygons_hold_the_points_drawn_in_them(country: Gazetteer) -> None:
    found = locate_points(country)
    assert found["xa-salbek"] == ["xa-north-province", "xa"]
    assert found["xa-dorun"] == ["xa-south-province", "xa"]
    assert "river-lem" not in found


def test_the_gazetteers_own_columns_decide_before_the_polygons(country_inputs: Inputs) -> None:
    text = country_inputs.gazetteer.read_text(encoding="utf-8")
    text = text.replace("xa-salbek,Salbek,PPL,XA,xa-north-province", "xa-salbek,Salbek,PPL,XA,xa-east-province")
    text = text.replace("xa-dorun,Dorun,PPLA,XA,xa-south-province", "xa-dorun,Dorun,PPLA,XA,")
    country_inputs.gazetteer.write_text(text, encoding="utf-8")
    places = frame_places(read_gazetteer(country_inputs.gazetteer, country_inputs.regions)).set_index("place_id")
    assert list(places.loc["xa-salbek", "containers"]) == ["xa-east-province", "xa"]
    assert list(places.loc["xa-dorun", "containers"]) == ["xa-south-province", "xa"]


def test_a_region_counts_a_statement_once_and_tells_its_own_apart(store: Store) -> None:
    rows = store.query("SELECT place_id, own, count(*) AS n FROM place_statements GROUP BY ALL")
    counts = {(row.place_id, row.own): row.n for row in rows.itertuples()}
    assert counts["xa-south-province", True] == 1
    assert counts["xa-north-province", False] == 2  # one names two villages and is still one
    assert counts["xa", False] == 5


def test_counts_of_regions_and_unplaced_make_all(store: Store) -> None:
    statements = store.query("SELECT statement_id FROM statements WHERE kind = 'statement'")
    placed = store.query("SELECT DISTINCT statement_id FROM place_statements")
    unplaced = set(statements["statement_id"]) - set(placed["statement_id"])
    in_regions = store.query(
        "SELECT DISTINCT statement_id FROM place_statements JOIN places USING (place_id) "
        "WHERE kind IN ('region', 'country')"
    )
    outside = set(placed["statement_id"]) - set(in_regions["statement_id"])
    assert len(in_regions) + len(outside) + len(unplaced) == len(statements)
    assert unplaced


def test_a_metonym_is_kept_but_not_on_the_map(store: Store) -> None:
    mentions = store.query("SELECT toponym, place_id FROM mentions WHERE use = 'metonym'")
    assert mentions.values.tolist() == [["Mirel", "xa-mirel"]]
    assert store.query("SELECT * FROM place_statements WHERE place_id = 'xa-mirel'").empty


def test_rows_of_the_map_are_in_order_of_their_days(store: Store) -> None:
    days = store.table("place_statements")["event_start"].to_pandas()
    assert pd.to_datetime(days).is_monotonic_increasing


def test_claims_stand_in_order_of_their_statements_and_name_their_place(store: Store) -> None:
    assert store.table("claims").select(["report_id", "place_id", "kind"]).to_pylist() == [
        {"report_id": "2017-05-03-bel-tarim", "place_id": "xa-bel-tarim", "kind": "entered"}
    ]
    rows = store.numbers("claims")
    named = store.table("claims")["statement_id"].to_pylist()
    assert store.table("statements")["statement_id"].take(rows["statement"]).to_pylist() == named
    assert store.table("places")["place_id"].take(rows["place"]).to_pylist() == ["xa-bel-tarim"]
