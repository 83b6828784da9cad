"""Resolution: which place a mention means, or why none."""

from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.gazetteer.confirmed import Confirmed, read_confirmed
from geodata.gazetteer.lexicon import Lexicon
from geodata.gazetteer.places import Gazetteer
from geodata.mentions.recognise import GazetteerRecogniser
from geodata.model import PlacedMention
from geodata.resolution.evidence import great_circle_km
from geodata.resolution.resolve import Resolver


def place_all(gazetteer: Gazetteer, text: str, confirmed: Confirmed | None = None) -> list[PlacedMention]:
    lexicon = Lexicon.build(gazetteer)
    mentions = GazetteerRecogniser(gazetteer, lexicon).recognise(text, "en")
    return Resolver(gazetteer, lexicon, confirmed).resolve(mentions, text)


def places_of(gazetteer: Gazetteer, text: str) -> dict[str, str | None]:
    return {placed.mention.toponym: placed.resolution.place_id for placed in place_all(gazetteer, text)}


# Two towns of the made country are called Kesh, one in the north, one in the east.
CASES = [
    ("They met in Mirel.", "Mirel", "xa-mirel"),
    ("They met in Mirel province.", "Mirel", "xa-north-province"),
    ("They met in Kesh.", "Kesh", None),
    ("They met in Kesh, East Province.", "Kesh", "xa-kesh-east"),
    ("From Salbek and Bel Tarim they walked to Kesh.", "Kesh", "xa-kesh-north"),
    ("Троих видели у реки Лем.", "Лем", "river-lem"),
    ("Они летели над Дорунским краем и Лемом.", "Лемом", "river-lem"),
    ("They met in the city of Dorun.", "Dorun", "xa-dorun"),
    ("They met in the province of Dorun.", "Dorun", "xa-south-province"),
]


@pytest.mark.parametrize(("text", "name", "place_id"), CASES, ids=[text for text, _, _ in CASES])
def test_where_a_name_goes(country: Gazetteer, text: str, name: str, place_id: str | None) -> None:
    assert places_of(country, text)[name] == place_id


SYRIAN = [
    ("Shells fell on Deir ez-Zor province.", "Deir ez-Zor", "sy-deir-ez-zor-governorate"),
    ("Shells fell on the city of Deir ez-Zor.", "Deir ez-Zor", "sy-deir-ez-zor"),
    ("Boats cross the Euphrates by night.", "Euphrates", "river-euphrates"),
]


@pytest.mark.parametrize(("text", "name", "place_id"), SYRIAN, ids=[text for text, _, _ in SYRIAN])
def test_province_city_and_river(syria: Gazetteer, text: str, name: str, place_id: str) -> None:
    found = places_of(syria, text)[name]
    if place_id not in syria.places:
        assert found is not None
        assert syria.places[found].kind == "river"
    else:
        assert found == place_id


def test_an_undecided_name_keeps_its_candidates_and_says_why(country: Gazetteer) -> None:
    (placed,) = place_all(country, "They met in Kesh.")
    assert placed.resolution.place_id is None
    assert {candidate.place_id for candidate in placed.resolution.candidates} == {"xa-kesh-north", "xa-kesh-east"}
    assert "2 places bear such a name and nothing in the report decides" in placed.resolution.reason


def test_a_name_the_report_has_settled_keeps_its_sense(country: Gazetteer) -> None:
    placed = place_all(country, "They met in Kesh, East Province. Rain fell. Later they left Kesh.")
    last = [one for one in placed if one.mention.toponym == "Kesh"][-1]
    assert last.resolution.place_id == "xa-kesh-east"
    assert "so named before in the report" in last.resolution.reason


def test_a_demonym_is_its_country(syria: Gazetteer) -> None:
    (placed,) = place_all(syria, "A Syrian pilot was hurt.")
    assert placed.resolution.place_id in syria.country_ids.values()
    assert placed.resolution.reason == "the people of Syria"


def test_a_confirmed_choice_decides_and_is_told(country: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "confirmed.csv"
    path.write_text("toponym,region,place_id,note\nKesh,xa-north-province,xa-kesh-north,the camp\n", encoding="utf-8")
    (placed,) = place_all(country, "They met in Kesh.", read_confirmed(path, country))
    assert placed.resolution.place_id == "xa-kesh-north"
    assert "confirmed by a maintainer in North Province (the camp)" in placed.resolution.reason


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


def test_distance() -> None:
    assert great_circle_km(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)
    assert great_circle_km(35, 40, 35, 40) == 0.0
