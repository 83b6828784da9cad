"""Places found by what a viewer types."""

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.build import Inputs, build_store
from geodata.errors import StoreError
from geodata.gazetteer.places import Gazetteer
from geodata.store.builds import Store
from geodata.store.join import frame_places
from geodata.store.place_search import PlaceSearch, write_places
from geodata.store.tables import SCHEMAS


@pytest.fixture(scope="module")
def places(syria: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> PlaceSearch:
    folder = tmp_path_factory.mktemp("places")
    write_places(folder, pa.Table.from_pandas(frame_places(syria), schema=SCHEMAS["places"], preserve_index=False))
    return PlaceSearch(folder)


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("Al-Bukamal", "Al-Bukamal", "name"),
        ("al bukamal", "Al-Bukamal", "name"),
        ("Abu Kemal", "Al-Bukamal", "alias"),
        ("البوكمال", "Al-Bukamal", "alias"),
        ("Абу-Кемаль", "Al-Bukamal", "alias"),
        ("bukam", "Al-Bukamal", "beginning"),
        ("al-bukam", "Al-Bukamal", "beginning"),
        ("deir ez", "Deir ez-Zor", "beginning"),
        ("Mayadeen", "Al-Mayadin", "alias"),
        ("Bukkamahl", "Al-Bukamal", "near"),
        ("  Raqqa  ", "Raqqa", "name"),
    ],
)
def test_what_is_offered_first(places: PlaceSearch, typed: str, name: str, how: str) -> None:
    found = places.find(typed)
    assert (found[0].name, found[0].how) == (name, how)


@pytest.mark.parametrize("typed", ["", " ", "-", "!?", "qqqqxz", "\x00", "\ud800"])
def test_what_is_no_name_finds_nothing(places: PlaceSearch, typed: str) -> None:
    assert places.find(typed) == []


@given(st.text(max_size=150), st.integers(1, 12))
def test_any_text_offers_each_place_once_and_no_more_than_asked(places: PlaceSearch, typed: str, limit: int) -> None:
    ids = [place.place_id for place in places.find(typed, limit)]
    assert len(ids) == len(set(ids)) <= limit


def test_a_place_is_found_by_each_of_its_names(places: PlaceSearch, syria: Gazetteer) -> None:
    for place in list(syria.places.values())[::20]:
        for name in (place.name, *place.aliases):
            assert place.place_id in [found.place_id for found in places.find(name, 40)], name


def test_the_store_finds_its_places(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    for _, place in store.query("SELECT place_id, name FROM places").iterrows():
        assert place["place_id"] in [found.place_id for found in store.find_places(place["name"])]


def test_damaged_names_are_told(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    (store.path / "place_names" / "starts.parquet").write_bytes(b"x")
    with pytest.raises(StoreError, match="build the store again"):
        store.find_places("Dorun")


def test_the_same_places_give_the_same_bytes(country: Gazetteer, tmp_path: Path) -> None:
    table = pa.Table.from_pandas(frame_places(country), schema=SCHEMAS["places"], preserve_index=False)
    for name in ("one", "two"):
        write_places(tmp_path / name, table)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert len(files) >= 12
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file
