"""Resolution: which place a mention means, or why none."""

from pathlib import Path

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read, read_places

from geodata.gazetteer.confirmed import Confirmed, read_confirmed
from geodata.gazetteer.lexicon import Lexicon
from geodata.gazetteer.places import Gazetteer
from geodata.gazetteer.regions import read_regions
from geodata.mentions.recognise import GazetteerRecogniser
from geodata.model import PlacedMention
from geodata.resolution import resolve
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


EAST = """
east | East Province | ADM1 | 1.0, 9.0
salbek | Salbek | PPL | 1.0, 9.0 | in east
tarim | Tarim | PPL | 1.1, 9.1 | in east
"""
TWO = f"{EAST}kesh-w | Kesh | PPL | 1.0, 1.0\nkesh-e | Kesh | PPL | 1.1, 9.0 | in east"
NEAR = f"{EAST}it | Marbelosan | PPL | 1.0, 9.1 | in east"
FAR_SPELLING = "From Salbek and Tarim they walked to the village of Marbelofan."
NO_SPELLING = "From Salbek and Tarim they walked to the village of Murbilusi."

PINS = [
    Pin("ACCEPT", "They met in Kesh.", "Kesh", "unresolved of 2", "kesh-e doubtful", TWO),
    Pin("ACCEPT_NEAR_IN_COMPANY", NO_SPELLING, "Murbilusi", "unresolved of 1", "it certain", NEAR),
    Pin("SCORE_OF_PEOPLE", "An Icelandic pilot slept.", "Icelandic", "is certain", "is doubtful",
        "is | Iceland | PCLI | 65.0, -18.0 | of IS"),
    Pin("MOST_CANDIDATES", "They met in Marbilosan.", "Marbilosan", "it doubtful", "unresolved of 1", NEAR),
    Pin("MOST_REGIONS_SEARCHED", FAR_SPELLING, "Marbelofan", "it certain", "unresolved of 1", NEAR),
    Pin("MOST_SUGGESTED", NO_SPELLING, "Murbilusi", "unresolved of 1", "unresolved of 0", NEAR),
]  # fmt: skip
FREE = {
    "_RIVALS_TOLD": "how many are told by name in the reason; all stand in the candidates",
    "_give_up: 100": "per cent",
}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_bound_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(resolve, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(resolve, PINS, FREE)


SENTENCES = [
    "They met in Kesh.",
    "From Salbek and Tarim they walked to Kesh, East Province.",
    "They met in the village of Marbilosan and in Qwertan province.",
    "Kesh, Kesh and Kesh.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_candidates_stand_best_first_with_the_chosen_one_at_their_head(text: str) -> None:
    for placed in read(text, f"{TWO}\nit | Marbelosan | PPL | 1.0, 9.1 | in east"):
        found = placed.resolution
        scores = [candidate.score for candidate in found.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in [*scores, found.score])
        assert found.reason
        if found.place_id is None:
            assert (found.method, found.matched_name) == ("unresolved", "")
        else:
            assert found.candidates[0].place_id == found.place_id
            assert found.score >= resolve.ACCEPT


@pytest.mark.parametrize("text", SENTENCES)
def test_the_same_text_is_placed_alike_again(text: str) -> None:
    assert read(text, TWO) == read(text, TWO)


def test_a_report_is_read_on_its_own() -> None:
    """What one report settled does not help the next."""
    gazetteer = Gazetteer(read_places(TWO), read_regions(None, {})[0])
    lexicon = Lexicon.build(gazetteer)
    recogniser, resolver = GazetteerRecogniser(gazetteer, lexicon), Resolver(gazetteer, lexicon)
    for text, place_id in (("They met in Kesh, East Province.", "kesh-e"), ("They met in Kesh.", None)):
        placed = resolver.resolve(recogniser.recognise(text, "en"), text)
        assert placed[0].resolution.place_id == place_id
