"""Merging: two rows of a list become one only where they are one settlement."""

from typing import Any

import pytest

from geodata.importers.merging import merge_settlements

KM = 1 / 111.2
BASE = {
    "place_id": "xa-tarn",
    "name": "Tarn",
    "feature_code": "PPL",
    "country_code": "XA",
    "admin1": "xa-upland",
    "lat": "10",
    "lon": "20",
    "aliases": "",
    "source": "atlas",
    "source_id": "gn:1",
    "note": "",
    "population": "",
}


def make(km: float = 0.0, **fields: str) -> dict[str, str]:
    return {**BASE, "lat": str(10 + km * KM), **fields}


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (make(), make(2.9, source_id="gn:2"), True),
        (make(), make(3.1, source_id="gn:2"), False),
        (make(), make(2.9, source_id="gn:2", name="at-Tārn"), True),
        (make(aliases="Marsh;Mere"), make(1.9, source_id="gn:2", name="Mere"), True),
        (make(aliases="Marsh;Mere"), make(2.1, source_id="gn:2", name="Mere"), False),
        (make(aliases="Mere"), make(0.1, source_id="gn:2", name="Marsh", aliases="Mere"), False),
        (make(), make(4.9, source_id="ocha:C2"), True),
        (make(), make(5.1, source_id="ocha:C2"), False),
        (make(source_id="7"), make(4.9, source="register", source_id="7"), True),
        (make(source_id="7"), make(4.9, source_id="8"), False),
        (make(source_id="gn:1;ocha:C1"), make(0.1, source_id="ocha:C2"), False),
        (make(source_id="gn:1;ocha:C1"), make(0.1, source_id="ocha:C1"), True),
        (make(), make(0.1, source_id="gn:2", name="Eastern Tarn", aliases="Tarn"), False),
        (make(name="Western Tarn", aliases="Eastern Tarn"), make(0.1, source_id="gn:2", name="Eastern Tarn"), False),
        (make(), make(0.1, source_id="gn:2", admin1="xa-lowland"), False),
        (make(admin1=""), make(0.1, source_id="gn:2", admin1=""), False),
        (make(), make(0.1, source_id="gn:2", feature_code="ADM3"), False),
        (make(lon="179.999"), make(0.1, source_id="gn:2", lon="-179.999"), True),
    ],
)
def test_only_what_is_one_settlement_is_merged(first: dict[str, str], second: dict[str, str], merged: bool) -> None:
    for rows in ([first, second], [second, first]):
        assert len(merge_settlements(rows)) == (1 if merged else 2)


def test_the_nearest_go_together_and_two_registered_stay_two() -> None:
    rows = [make(0, source_id="ocha:C1"), make(0.9, source_id="gn:2"), make(2.5, source_id="ocha:C2")]
    assert [row["source_id"] for row in merge_settlements(rows)] == ["ocha:C1;gn:2", "ocha:C2"]


def test_a_merged_row_has_what_all_had_and_tells_it() -> None:
    rows = [
        make(1, name="Tarna", source_id="gn:2", aliases="Tarn;Mere", population="120", note="market town"),
        make(0, source_id="gn:1;ocha:C1", feature_code="PPLA2"),
    ]
    expected: dict[str, Any] = {
        **rows[1],
        "aliases": "Tarna;Mere",
        "source_id": "gn:1;ocha:C1;gn:2",
        "population": "120",
        "note": "market town; also listed as Tarna (gn:2) 1.0 km away",
    }
    assert merge_settlements(rows) == [expected]


def test_other_rows_stay_as_they_were_and_in_order() -> None:
    rows = [make(50, source_id="gn:3"), make(source_id="gn:1"), make(0.5, source_id="gn:2"), make(feature_code="ADM1")]
    merged = merge_settlements(rows)
    assert [row["source_id"] for row in merged] == ["gn:3", "gn:1;gn:2", "gn:1"]
    assert merged[0] == rows[0]
    assert merged[2] == rows[3]
    assert merge_settlements(merged) == merged


def test_many_rows_of_one_name_are_soon_compared() -> None:
    rows = [make(6 * number, source_id=f"gn:{number}") for number in range(1500)]
    assert merge_settlements(rows) == rows
