"""Every fault of a gazetteer is told with its line and what to do, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made_country import COUNTRY

from geodata.errors import GazetteerError
from geodata.gazetteer.kinds import bare_name
from geodata.gazetteer.places import read_gazetteer, read_rows, write_rows

Write = Callable[..., Path]
REGIONS = COUNTRY / "regions.geojson"


def faults_of(path: Path, regions: Path | None = REGIONS) -> list[tuple[int, str]]:
    with pytest.raises(GazetteerError) as caught:
        read_gazetteer(path, regions)
    return [(fault.line, fault.message) for fault in caught.value.faults]


ROW_FAULTS = [
    ("xa-salbek,Salbek,PPL,XA,xa-north-province,,north,0.4,,made,,", "lat is 'north'"),
    ("xa-salbek,Salbek,PPL,XA,xa-north-province,,1.4,,,made,,", "lon is ''"),
    (
        "xa-salbek,Salbek,PPL,XA,xa-north-province,,106.8,0.4,,made,,",
        "allowed is -90 to 90; lat and lon may be swapped",
    ),
    ("xa-salbek,Salbek,PPL,XA,xa-north-province,,0.4,181,,made,,", "allowed is -180 to 180"),
    ("xa-salbek,Salbek,PPL,XA,xa-north-province,,nan,0.4,,made,,", "lat is nan"),
    ("xa-salbek,,PPL,XA,xa-north-province,,1.4,0.4,,made,,", "name is empty"),
    (",Salbek,PPL,XA,xa-north-province,,1.4,0.4,,made,,", "place_id is ''"),
    ("Sal Bek,Salbek,PPL,XA,xa-north-province,,1.4,0.4,,made,,", "place_id is 'Sal Bek'"),
    ("xa-salbek,Salbek,village,XA,xa-north-province,,1.4,0.4,,made,,", "feature_code is 'village'"),
    ("xa-salbek,Salbek,PPL,Arvania,xa-north-province,,1.4,0.4,,made,,", "country_code is 'Arvania'"),
    ("xa-salbek,Salbek,PPL,XA,xa-nowhere,,1.4,0.4,,made,,", "admin1 is 'xa-nowhere', no place_id"),
    ("xa-salbek,Salbek,PPL,XA,xa-mirel,,1.4,0.4,,made,,", "admin1 is 'xa-mirel', a PPLC"),
    ("xa-mirel,Salbek,PPL,XA,xa-north-province,,1.4,0.4,,made,,", "stands already in line 8"),
    ("xa-salbek,Salbek,PPL,XA,xa-north-province,,1.4,0.4,,made", "The row has 10 fields, the header 12"),
]


@pytest.mark.parametrize(("row", "message"), ROW_FAULTS, ids=[message for _, message in ROW_FAULTS])
def test_a_broken_row_is_told_with_its_line(write_gazetteer: Write, row: str, message: str) -> None:
    faults = faults_of(write_gazetteer({12: row}))
    assert [line for line, told in faults if message in told] == [12]


def test_swapped_coordinates_inside_the_allowed_range_are_told(tmp_path: Path) -> None:
    text = (COUNTRY / "gazetteer.csv").read_text(encoding="utf-8")
    path = tmp_path / "gazetteer.csv"
    path.write_text(text.replace("0.5,3.5,,made,,one of two", "3.5,0.5,,made,,one of two"), encoding="utf-8")
    faults = faults_of(path)
    assert faults == [(6, "lat 3.5 and lon 0.5 lie outside XA, but inside it the other way round; swap the two.")]


def test_all_faults_come_at_once_and_in_order(write_gazetteer: Write) -> None:
    path = write_gazetteer(
        {3: "xa,,PCLI,XA,,,1.0,2.0,,made,,", 5: "xa-dorun,Dorun,PPLA,XA,,,north,2.5,,made,,", 12: "x,y"}
    )
    assert [line for line, _ in faults_of(path)][:3] == [3, 5, 12]


def test_a_missing_unknown_or_double_column_is_told(write_gazetteer: Write) -> None:
    header = "place_id,name,feature_code,country_code,admin1,admin2,latitude,lon,aliases,source,source_id,source"
    messages = [message for line, message in faults_of(write_gazetteer({1: header})) if line == 1]
    assert any("'lat' is missing" in message for message in messages)
    assert any("'latitude' is unknown" in message for message in messages)
    assert any("'source' stands 2 times" in message for message in messages)


def test_a_byte_order_mark_is_told_and_mended(write_gazetteer: Write) -> None:
    path = write_gazetteer({}, encoding="utf-8-sig")
    assert [(line, "byte order mark" in message) for line, message in faults_of(path)] == [(1, True)]
    rows, _ = read_rows(path)
    write_rows(path, [row for _, row in rows])
    assert len(read_gazetteer(path, REGIONS).places) == 12


def test_semicolons_between_columns_are_told_and_mended(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.csv"
    lines = (COUNTRY / "gazetteer.csv").read_text(encoding="utf-8").splitlines()
    quoted = [";".join(f'"{field}"' if ";" in field else field for field in line.split(",")) for line in lines]
    path.write_text("\n".join(quoted), encoding="utf-8")
    assert [(line, "separated by ';'" in message) for line, message in faults_of(path)] == [(1, True)]
    rows, _ = read_rows(path)
    write_rows(path, [row for _, row in rows])
    assert read_gazetteer(path, REGIONS).places["xa-dorun"].aliases == ("Ad-Dorun", "Doroun", "Дорун")


def test_windows_1256_bytes_are_told_on_their_line(write_gazetteer: Write) -> None:
    arabic = "xa-salbek,Salbek,PPL,XA,xa-north-province,,1.4,0.4,سلبك الكبرى والصغرى في ريف المدينة,made,,"
    lines = {12: arabic, 2: "river-lem,Lem,STM,,,,1.0,1.0,,made,,"}
    lines |= {3: "xa,Arvania,PCLI,XA,,,1.0,2.0,,made,,", 4: "xa-bel-tarim,Bel Tarim,PPL,XA,,,1.5,0.5,,made,,"}
    lines |= {5: "xa-dorun,Dorun,PPLA,XA,,,0.5,2.5,,made,,", 8: "xa-mirel,Mirel,PPLC,XA,,,1.5,1.5,,made,,"}
    faults = faults_of(write_gazetteer(lines, encoding="cp1256"))
    assert [line for line, message in faults if "not UTF-8" in message] == [12]


def test_a_quoted_line_break_does_not_shift_the_lines_told(write_gazetteer: Write) -> None:
    first = 'river-lem,Lem,STM,,,,1.0,1.0,,made,,"a note\nof three\nlines"'
    path = write_gazetteer({2: first, 12: "xa-salbek,,PPL,XA,xa-north-province,,1.4,0.4,,made,,"})
    assert faults_of(path) == [(14, "name is empty; give the preferred English name.")]


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    assert "no such file" in faults_of(tmp_path / "gone.csv")[0][1]


def test_containers_run_from_small_to_large() -> None:
    country = read_gazetteer(COUNTRY / "gazetteer.csv", REGIONS)
    assert country.containers("xa-salbek") == ("xa-north-province", "xa")
    assert country.containers("xa") == ()
    assert "xa-salbek" in country.inside("xa-north-province")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Raqqa Governorate", "Raqqa"),
        ("Province of Anbar", "Anbar"),
        ("محافظة دير الزور", "دير الزور"),
        ("Hajin", ""),
        ("District", ""),
    ],
)
def test_a_feature_word_comes_off_a_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare
