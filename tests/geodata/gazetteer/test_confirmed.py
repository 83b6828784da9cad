"""Confirmed choices: read, checked, told."""

from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer import Gazetteer
from geodata.gazetteer import confirmed as confirmed_module
from geodata.gazetteer.confirmed import read_confirmed
from geodata.wording import say

HEADER = "toponym,region,place_id,note\n"


def test_without_a_file_nothing_is_confirmed(country: Gazetteer, tmp_path: Path) -> None:
    assert read_confirmed(tmp_path / "confirmed.csv", country).notes == {}


FAULTY = [
    ("Kesh,,xa-nowhere,", "no place of the gazetteer"),
    ("Kesh,xa-east-province,xa-kesh-north,", "does not hold 'xa-kesh-north'"),
    (",,xa-kesh-north,", "toponym is ''"),
]


@pytest.mark.parametrize(("row", "message"), FAULTY, ids=[message for _, message in FAULTY])
def test_a_faulty_confirmation_is_told_with_its_line(
    country: Gazetteer, tmp_path: Path, row: str, message: str
) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_text(f"toponym,region,place_id,note\n{row}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=message) as caught:
        read_confirmed(path, country)
    assert caught.value.faults[0].line == 2


def test_every_fault_is_told_at_once(country: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_text(HEADER + "Kesh,,xa-nowhere,\n\nKesh,,xa-kesh-north,fine\n,,xa-salbek,\n", encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        read_confirmed(path, country)
    assert [fault.line for fault in caught.value.faults] == [2, 5]


def test_a_choice_is_told_for_every_way_of_writing_the_name_and_for_its_place_only(
    country: Gazetteer, tmp_path: Path
) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_text(HEADER + "Bel Tarim,xa-north-province,xa-bel-tarim,\n", encoding="utf-8")
    confirmed = read_confirmed(path, country)
    place = country.places["xa-bel-tarim"]
    for name in ("Bel Tarim", "bel-tarim", "BEL TARIM"):
        assert say(confirmed.tell(name, place)) == "confirmed by a maintainer in North Province"
    assert not confirmed.tell("Bel Tarim", country.places["xa-salbek"])
    assert not confirmed.tell("Salbek", place)


UNREADABLE = [
    (b"toponym,region\nKesh,\n", "Missing are place_id, note"),
    (b"toponym,region,place_id,note\n\xff\xfe,,xa-salbek,\n", "not UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), UNREADABLE, ids=[message for _, message in UNREADABLE])
def test_a_file_that_cannot_be_read_is_told(country: Gazetteer, tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_bytes(data)
    with pytest.raises(GazetteerError, match=message):
        read_confirmed(path, country)


def test_a_file_too_large_is_refused(country: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confirmed_module, "MAX_BYTES", 10)
    path = tmp_path / "confirmed.csv"
    path.write_text(HEADER, encoding="utf-8")
    with pytest.raises(GazetteerError, match="larger than 10 bytes"):
        read_confirmed(path, country)


def test_a_byte_order_mark_does_no_harm(country: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_text(HEADER + "Salbek,,xa-salbek,so\n", encoding="utf-8-sig")
    assert "(so)" in say(read_confirmed(path, country).tell("Salbek", country.places["xa-salbek"]))
