"""Imports: other people's lists become gazetteers that pass our own checks."""

from pathlib import Path

import pytest
from made_country import COUNTRY, SAMPLE

from geodata.errors import InputError
from geodata.gazetteer.places import read_gazetteer
from geodata.gazetteer.prepared import open_gazetteer
from geodata.imports.importing import Imported, import_places
from geodata.imports.rows import choose_aliases


def test_a_list_of_places_gets_our_columns(tmp_path: Path) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "gazetteer.csv"
    source.write_text(
        "name,kind,country_iso2,admin1,lat,lon,alt_names,source,source_id\n"
        "Upland,governorate,XA,,1.0,1.0,The Upland,made,u1\n"
        "Tarn,town,XA,The Upland,1.1,1.2,Tarne;тарн,made,t1\n",
        encoding="utf-8",
    )
    assert import_places("csv", source, target) == Imported(2, 0)
    places = read_gazetteer(target).places
    assert places["xa-tarn-t1"].admin1 == "xa-upland-u1"
    assert places["xa-upland-u1"].feature_code == "ADM1"
    assert places["xa-tarn-t1"].aliases == ("Tarne", "тарн")


def test_all_faults_of_a_list_are_told_with_their_lines(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("name,lat,lon\nTarn,north,1\n,1,1\nFar,95,1\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        import_places("csv", source, tmp_path / "gazetteer.csv")
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4]


def test_a_list_without_positions_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("name,kind\nTarn,town\n", encoding="utf-8")
    with pytest.raises(InputError, match="No column for lat"):
        import_places("csv", source, tmp_path / "gazetteer.csv")


def test_a_kind_that_says_nothing_is_told_by_the_name(tmp_path: Path) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "gazetteer.csv"
    rows = ["Tarn District,other", "Tarn Subdistrict,", "Airport,other", "Tarn Dam,village", "Tarn,other"]
    source.write_text("name,kind,lat,lon\n" + "".join(f"{row},1,1\n" for row in rows), encoding="utf-8")
    import_places("csv", source, target)
    codes = {place.name: place.feature_code for place in read_gazetteer(target).places.values()}
    assert codes == {
        "Tarn District": "ADM2",
        "Tarn Subdistrict": "ADM3",
        "Airport": "PPL",
        "Tarn Dam": "PPL",
        "Tarn": "PPL",
    }


def test_the_rows_of_one_settlement_become_one(tmp_path: Path) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "gazetteer.csv"
    source.write_text(
        "name,kind,country_iso2,admin1,lat,lon,alt_names,source,source_id\n"
        "Upland,governorate,XA,,1.0,1.0,,made,gn:1\n"
        "Al Tarna,village,XA,Upland,1.1,1.2,,made,gn:3\n"
        "Tarnah,town,XA,Upland,1.11,1.2,Tarneh;тарн,register,gn:2;ocha:C2\n",
        encoding="utf-8",
    )
    assert import_places("csv", source, target) == Imported(2, 1)
    tarn = read_gazetteer(target).places["xa-tarnah-gn-2-ocha-c2"]
    assert (tarn.lat, tarn.source, tarn.source_id) == (1.11, "register; made", "gn:2;ocha:C2;gn:3")
    assert tarn.aliases == ("Tarneh", "тарн", "Al Tarna")
    assert tarn.note == "also listed as Al Tarna (gn:3) 1.1 km away"


DUMP = (
    "1\tUpland\tUpland\tHighland,UPL\t1.0\t1.0\tA\tADM1\tXA\t\t01\t\t\t\t0\t\t\tX\t2020-01-01\n"
    "2\tTarn\tTarn\t\t1.1\t1.2\tP\tPPL\tXA\t\t01\t\t\t\t1200\t\t\tX\t2020-01-01\n"
    "3\tHigh Street\tHigh Street\t\t1.1\t1.2\tR\tST\tXA\t\t01\t\t\t\t0\t\t\tX\t2020-01-01\n"
)


def test_a_dump_of_geonames(tmp_path: Path) -> None:
    source, target = tmp_path / "XA.txt", tmp_path / "gazetteer.csv"
    source.write_text(DUMP, encoding="utf-8")
    assert import_places("geonames", source, target) == Imported(2, 0)
    places = read_gazetteer(target).places
    assert places["xa-tarn-2"].population == 1200
    assert places["xa-tarn-2"].admin1 == "xa-upland-1"
    assert places["xa-upland-1"].aliases == ("Highland",)


def test_a_broken_line_of_a_dump_is_told(tmp_path: Path) -> None:
    source = tmp_path / "XA.txt"
    source.write_text(DUMP + "4\tshort\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        import_places("geonames", source, tmp_path / "gazetteer.csv")
    assert [fault.line for fault in caught.value.faults] == [4]


@pytest.mark.parametrize(("kind", "message"), [("moon", "There is no import called 'moon'"), ("csv", "needs a file")])
def test_an_import_that_is_none(tmp_path: Path, kind: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        import_places(kind, None, tmp_path / "gazetteer.csv")


def test_aliases_that_no_report_could_hold_are_left_out() -> None:
    given = ["tarn", "drmswq", "TARN", "Тарн", "طرن", "塔恩", "Tarn (old)", "Tarne", "TARNE "]
    assert choose_aliases("Tarn", given) == ["TARN", "Тарн", "طرن", "Tarne"]


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


def test_a_world_of_cities_is_described_by_its_tables() -> None:
    folder = SAMPLE
    areas = read_gazetteer(folder / "world_areas.csv").places
    assert areas["x-area-europe"].feature_code == "CONT"
    assert len({one.name for one in areas.values()}) == len(areas)


def test_a_list_that_is_not_utf8_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,lat,lon\nAl-Mayādīn,35.0,40.4\n".encode("utf-16"))
    with pytest.raises(InputError, match=r"Byte 1 is not UTF-8; save the list as CSV UTF-8"):
        import_places("csv", path, tmp_path / "out.csv")
