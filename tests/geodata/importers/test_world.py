"""The world's cities, countries and first divisions."""

import json
from pathlib import Path

import pytest
from made_country import SAMPLE

from geodata.errors import InputError
from geodata.gazetteer import read_gazetteer
from geodata.importers.world import read_world

pytestmark = pytest.mark.slow


def test_a_world_of_cities_is_described_by_its_tables() -> None:
    folder = SAMPLE
    areas = read_gazetteer(folder / "world_areas.csv").places
    assert areas["x-area-europe"].feature_code == "CONT"
    assert len({one.name for one in areas.values()}) == len(areas)


SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]]}


def division(name: str, number: int, **facts: str) -> dict:
    given = {"iso_a2": "DE", "name": name, "iso_3166_2": f"DE-{number}", "latitude": "1.0", "longitude": "1.0"}
    return {"properties": given | {"ne_id": str(number), "gn_a1_code": f"DE.{number:02}"} | facts, "geometry": SQUARE}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    path = tmp_path_factory.mktemp("world") / "regions.geojson"
    features = [
        division("Overland", 1, region="The North", name_fr="Surland|Pays haut"),
        division("Underland", 2, region="The North"),
        division("Nothing", 3, iso_a2="-99"),
        division("Circle", 4, gn_level="2"),
    ]
    path.write_text(json.dumps({"features": features}), "utf-8")
    return {row["place_id"]: row for row in read_world(path)}


def test_divisions_of_the_file_are_rows(world: dict[str, dict[str, str]]) -> None:
    overland = world["de-1-overland"]
    assert (overland["feature_code"], overland["country_code"]) == ("ADM1", "DE")
    assert {"Surland", "Pays haut"} <= set(overland["aliases"].split(";"))
    assert world["de-4-circle"]["feature_code"] == "ADM2"
    assert not any(row["name"] == "Nothing" and row["source"] == "natural-earth" for row in world.values())


def test_a_group_of_divisions_holds_its_parts(world: dict[str, dict[str, str]]) -> None:
    assert world["de-x-the-north"]["note"] == "centre of its parts"
    assert {world[f"de-{n}-{name}"]["admin1"] for n, name in ((1, "overland"), (2, "underland"))} == {"de-x-the-north"}


def test_a_country_lies_in_the_middle_of_its_polygons(world: dict[str, dict[str, str]]) -> None:
    germany = next(row for row in world.values() if row["country_code"] == "DE" and row["feature_code"] == "PCLI")
    assert germany["name"] == "Germany"
    assert -90 <= float(germany["lat"]) <= 90


def test_each_country_has_one_capital(world: dict[str, dict[str, str]]) -> None:
    capitals = [row["country_code"] for row in world.values() if row["feature_code"] == "PPLC"]
    assert len(capitals) == len(set(capitals)) > 150


def test_a_file_that_is_no_geojson_is_told(tmp_path: Path) -> None:
    path = tmp_path / "regions.geojson"
    path.write_text("[]", "utf-8")
    with pytest.raises(InputError, match="no GeoJSON of features"):
        read_world(path)
