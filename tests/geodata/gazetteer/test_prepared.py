"""A gazetteer made ready once, in files that are mapped rather than read."""

from pathlib import Path

import pytest
from made_country import COUNTRY

from geodata.errors import GazetteerError, StoreError
from geodata.gazetteer import Gazetteer, read_gazetteer
from geodata.gazetteer.prepared import PlaceTable, open_gazetteer, save_places


def test_a_prepared_gazetteer_is_the_gazetteer(tmp_path: Path) -> None:
    path = COUNTRY / "gazetteer.csv"
    read = read_gazetteer(path)
    for _ in range(2):
        opened, lexicon = open_gazetteer(path, None, tmp_path)
        assert dict(opened.places) == dict(read.places)
        assert opened.country_ids == read.country_ids
        assert opened.index.look_up("Mirel") == read.index.look_up("Mirel")
        assert lexicon.find_name("Mirel") is not None
    assert len(list(tmp_path.iterdir())) == 1


def test_another_gazetteer_is_prepared_anew(tmp_path: Path) -> None:
    source = (COUNTRY / "gazetteer.csv").read_text("utf-8")
    path, cache = tmp_path / "gazetteer.csv", tmp_path / "cache"
    path.write_text(source, "utf-8")
    open_gazetteer(path, None, cache)
    path.write_text(source.replace("Salbek,", "Salbeck,"), "utf-8")
    opened, _ = open_gazetteer(path, None, cache)
    assert opened.places["xa-salbek"].name == "Salbeck"


def test_places_survive_being_written(country: Gazetteer, tmp_path: Path) -> None:
    save_places(country.places, tmp_path)
    table = PlaceTable(tmp_path)
    assert dict(table) == dict(country.places)
    assert list(table) == list(country.places)
    assert len(table) == len(country.places)
    assert "xa-mirel" in table
    assert "xa-gone" not in table
    with pytest.raises(KeyError):
        table["xa-gone"]


def test_a_cut_table_is_refused(country: Gazetteer, tmp_path: Path) -> None:
    save_places(country.places, tmp_path)
    whole = (tmp_path / "places.bin").read_bytes()
    (tmp_path / "places.bin").write_bytes(whole[:-3])
    with pytest.raises(StoreError, match="damaged"):
        PlaceTable(tmp_path)


def test_a_gazetteer_with_faults_is_never_prepared(tmp_path: Path) -> None:
    path, cache = tmp_path / "gazetteer.csv", tmp_path / "cache"
    path.write_text("place_id,name\n,\n", "utf-8")
    with pytest.raises(GazetteerError):
        open_gazetteer(path, None, cache)
    assert not list(cache.glob("*/prepared.json"))


def test_faults_of_the_regions_are_told_of_a_prepared_gazetteer_too(tmp_path: Path) -> None:
    regions = tmp_path / "regions.geojson"
    regions.write_text('{"features": [{"id": "xa-gone"}]}', "utf-8")
    for _ in range(2):
        with pytest.raises(GazetteerError, match="no place_id of the gazetteer"):
            open_gazetteer(COUNTRY / "gazetteer.csv", regions, tmp_path / "cache")


def test_a_missing_gazetteer_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file"):
        open_gazetteer(tmp_path / "gone.csv", None, tmp_path / "cache")
