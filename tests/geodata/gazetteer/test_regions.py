"""Regions: polygons by place_id, checked against the gazetteer's rows."""

import json
from pathlib import Path

import pytest
from made_country import COUNTRY

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.regions import read_regions

REGION_FAULTS = [
    ('{"type": "FeatureCollection", "features": [\n{"type": }', 2, "not JSON"),
    ('{"type": "Feature"}', 1, "no list 'features'"),
    ('{"features": [{"type": "Feature", "geometry": null}]}', 0, "has no 'id'"),
    ('{"features": [\n{"id": "xa-gone", "geometry": null}]}', 2, "no place_id of the gazetteer"),
    ('{"features": [\n{"id": "xa-mirel", "geometry": null}]}', 2, "is a PPLC in the gazetteer"),
    ('{"features": [\n{"id": "xa", "geometry": {"type": "Point", "coordinates": [1, 1]}}]}', 2, "is a Point"),
    ('{"features": [\n{"id": "xa", "geometry": {"type": "Polygon", "coordinates": "x"}}]}', 2, "cannot be read"),
    (
        '{"features": [\n{"id": "xa", "geometry": {"type": "Polygon", "coordinates": '
        "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}]}",
        2,
        "crosses itself",
    ),
    (
        '{"features": [\n{"id": "xa", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[0,95],[5,95],[0,0]]]}}]}',
        2,
        "leaves the globe",
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), REGION_FAULTS, ids=[case[2] for case in REGION_FAULTS])
def test_broken_regions_are_told_with_their_line(
    country: Gazetteer, tmp_path: Path, text: str, line: int, message: str
) -> None:
    regions = tmp_path / "regions.geojson"
    regions.write_text(text, encoding="utf-8")
    _, faults = read_regions(regions, country.places)
    assert [fault.line for fault in faults if message in fault.message] == [line]


def test_the_rows_stand_in_order_with_the_facts_of_their_places(country: Gazetteer) -> None:
    regions, faults = read_regions(COUNTRY / "regions.geojson", country.places)
    assert faults == []
    assert regions["place_id"].is_monotonic_increasing
    assert regions.crs.to_epsg() == 4326
    for row in regions.itertuples():
        place = country.places[row.place_id]
        assert (row.name, row.feature_code, row.country_code) == (place.name, place.feature_code, place.country_code)


def test_without_a_file_there_are_no_polygons(country: Gazetteer) -> None:
    regions, faults = read_regions(None, country.places)
    assert (len(regions), faults) == (0, [])
    assert list(regions.columns) == ["place_id", "name", "feature_code", "country_code", "geometry"]


def test_what_is_right_is_read_beside_what_is_wrong(country: Gazetteer, tmp_path: Path) -> None:
    whole = json.loads((COUNTRY / "regions.geojson").read_text("utf-8"))
    twice = {"features": [*whole["features"], whole["features"][0], {"id": "xa-gone"}]}
    path = tmp_path / "regions.geojson"
    path.write_text(json.dumps(twice), "utf-8")
    regions, faults = read_regions(path, country.places)
    assert len(regions) == len(whole["features"])
    assert ["stands twice" in fault.message for fault in faults] == [True, False]


UNREADABLE = [(b"\xff\xfe", "not UTF-8"), (b"[" * 100_000, "nested too deeply")]


@pytest.mark.parametrize(("data", "message"), UNREADABLE, ids=[message for _, message in UNREADABLE])
def test_a_file_that_cannot_be_read_is_one_fault(country: Gazetteer, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "regions.geojson"
    path.write_bytes(data)
    regions, faults = read_regions(path, country.places)
    assert (len(regions), len(faults)) == (0, 1)
    assert message in faults[0].message
