"""Lists of places with columns of their own."""

from pathlib import Path

import pytest

from geodata.errors import InputError
from geodata.gazetteer import read_gazetteer
from geodata.importers.importing import Imported, import_places
from geodata.importers.lists import read_list


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


def test_a_list_that_is_not_utf8_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,lat,lon\nAl-Mayādīn,35.0,40.4\n".encode("utf-16"))
    with pytest.raises(InputError, match=r"Byte 1 is not UTF-8; save the list as CSV UTF-8"):
        import_places("csv", path, tmp_path / "out.csv")


# The column of a list and what it becomes.
COLUMNS = [
    ("name_en", "name"),
    ("latitude", "lat"),
    ("lng", "lon"),
    ("country_iso2", "country_code"),
    ("alternatenames", "aliases"),
    ("pop", "population"),
    ("pcode", "source_id"),
]


def write_list(folder: Path, header: str, *rows: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    path = write_list(tmp_path, ",".join(theirs for theirs, _ in COLUMNS), "Tarn,1.5,2.5,xa,Tarne,900,P 1")
    (row,) = read_list(path)
    assert {ours: row[ours] for _, ours in COLUMNS} == {
        "name": "Tarn",
        "lat": "1.5",
        "lon": "2.5",
        "country_code": "XA",
        "aliases": "Tarne",
        "population": "900",
        "source_id": "P 1",
    }
    assert row["place_id"] == "xa-tarn-p-1"


KINDS = [("village", "PPL"), ("Capital", "PPLC"), ("river", "STM"), ("PPLA2", "PPLA2"), ("dam", "DAM"), ("moon", "PPL")]


@pytest.mark.parametrize(("kind", "code"), KINDS, ids=[kind for kind, _ in KINDS])
def test_a_word_for_a_kind_becomes_its_code(tmp_path: Path, kind: str, code: str) -> None:
    (row,) = read_list(write_list(tmp_path, "name,type,lat,lon", f"Tarn,{kind},1,1"))
    assert row["feature_code"] == code


def test_names_that_come_again_get_ids_of_their_own(tmp_path: Path) -> None:
    rows = read_list(write_list(tmp_path, "name,lat,lon", "Tarn,1,1", "Tarn,2,2", "Tarn,3,3", "塔,4,4", "!,5,5"))
    assert [row["place_id"] for row in rows] == ["x-tarn", "x-tarn-2", "x-tarn-3", "x-ta", "x-place"]


def test_a_division_is_found_by_any_of_its_names_and_in_its_country_only(tmp_path: Path) -> None:
    header = "name,kind,country,admin1,lat,lon,aliases"
    rows = read_list(
        write_list(
            tmp_path,
            header,
            "Upland,province,XA,,1,1,The Upland",
            "Tarn,town,XA,the upland,1,1,",
            "Farn,town,XB,Upland,1,1,",
            "Upland Town,town,XA,Nowhere,1,1,",
        )
    )
    assert [row["admin1"] for row in rows] == ["", "xa-upland", "", ""]


BEYOND = ["91,1", "1,181", "nan,1", "1,inf", ",1", "north,1"]


@pytest.mark.parametrize("position", BEYOND)
def test_a_position_beyond_the_globe_is_told(tmp_path: Path, position: str) -> None:
    with pytest.raises(InputError) as caught:
        read_list(write_list(tmp_path, "name,lat,lon", f"Tarn,{position}"))
    assert [fault.line for fault in caught.value.faults] == [2]
