"""Dumps of GeoNames."""

from pathlib import Path

import pytest

from geodata.errors import InputError
from geodata.gazetteer import read_gazetteer
from geodata.importers.geonames import read_dump
from geodata.importers.importing import Imported, import_places

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


def dump_line(**fields: str) -> str:
    given = {"id": "9", "name": "Tarn", "ascii": "Tarn", "names": "", "class": "P", "code": "PPL", "country": "XA"}
    given |= {"admin1": "01", "people": "0"} | fields
    columns = [given["id"], given["name"], given["ascii"], given["names"], "1.5", "2.5", given["class"], given["code"]]
    columns += [given["country"], "", given["admin1"], "", "", "", given["people"], "", "", "", "2020-01-01"]
    return "\t".join(columns) + "\n"


def read_lines(folder: Path, *lines: str) -> list[dict[str, str]]:
    path = folder / "XA.txt"
    path.write_text("".join(lines), encoding="utf-8")
    return read_dump(path)


def test_codes_and_repeated_names_are_no_aliases(tmp_path: Path) -> None:
    (row,) = read_lines(tmp_path, dump_line(name="Târn", ascii="Tarn", names="TRN,Tarne"))
    assert row["aliases"] == "Tarn;Tarne"
    assert (row["lat"], row["lon"], row["source"], row["source_id"]) == ("1.5", "2.5", "geonames", "9")


LEFT_OUT = [("R", "ST"), ("U", "TRGU"), ("V", "FRST"), ("P", "")]


@pytest.mark.parametrize(("kind", "code"), LEFT_OUT)
def test_streets_and_the_undersea_are_left_out(tmp_path: Path, kind: str, code: str) -> None:
    assert read_lines(tmp_path, dump_line(**{"class": kind, "code": code})) == []


def test_a_division_that_comes_after_its_towns_holds_them_and_not_itself(tmp_path: Path) -> None:
    division = dump_line(id="1", name="Upland", **{"class": "A", "code": "ADM1"})
    town, upland, other = read_lines(tmp_path, dump_line(), division, dump_line(id="3", admin1="02"))
    assert (town["admin1"], upland["admin1"], other["admin1"]) == ("xa-upland-1", "", "")


def test_a_name_without_latin_letters_has_an_id_all_the_same(tmp_path: Path) -> None:
    (row,) = read_lines(tmp_path, dump_line(name="!!", country=""))
    assert row["place_id"] == "x-place-9"


def test_every_broken_line_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_lines(tmp_path, "one\n", dump_line(), "two\tthree\n")
    assert [fault.line for fault in caught.value.faults] == [1, 3]
    assert "2 fields between tabs" in caught.value.faults[1].message
