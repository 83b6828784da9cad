"""The lexicon: every name of a gazetteer as running text holds it, and what bears it."""

from pathlib import Path

import pytest
from pinning import read_places

from geodata.errors import StoreError
from geodata.gazetteer import Gazetteer, Lexicon
from geodata.gazetteer.lexicon import class_of
from geodata.gazetteer.regions import read_regions
from geodata.names import key_of_name


def test_a_lexicon_survives_being_saved(country: Gazetteer, tmp_path: Path) -> None:
    built = Lexicon.build(country)
    built.save(tmp_path)
    loaded = Lexicon.load(tmp_path)
    for name in ("Mirel", "Kesh", "Бел-Тарим", "سلبك", "nowhere"):
        assert loaded.find_name(name) == built.find_name(name)


PLACES = """
xa | Arvania | PCLI | 1.0, 1.0 | of XA | people 900000 | also ARV; AR
land | Kesh Province | ADM1 | 1.0, 1.0 | of XA
big | Kesh | PPL | 1.0, 1.0 | in land | of XA | people 9000
small | Kesh | PPLX | 1.1, 1.0 | of XA | people 90
capital | Mirel | PPLC | 1.0, 1.0 | of XA
other | Salbek | PPL | 2.0, 2.0 | also Kesh; li
"""


@pytest.fixture(scope="module")
def made() -> Gazetteer:
    return Gazetteer(read_places(PLACES), read_regions(None, {})[0])


def names_of(made: Gazetteer, name: str) -> list[str]:
    bearers = Lexicon.build(made).find_name(name)
    return [list(made.places)[number] for number in bearers.numbers] if bearers else []


BORNE = [
    ("Kesh", ["big", "small", "land", "other"]),
    ("KESH", ["big", "small", "land", "other"]),
    ("Arvania", ["xa"]),
    ("ARV", ["xa"]),
    ("arv", []),  # a code in small letters is a word
    ("AR", ["xa"]),
    ("li", []),  # too short to be a name in running text
    ("Kesh Province", []),  # of that the mention is the name alone
    ("Nowhere", []),
]


@pytest.mark.parametrize(("name", "bearers"), BORNE, ids=[name for name, _ in BORNE])
def test_who_bears_a_name(made: Gazetteer, name: str, bearers: list[str]) -> None:
    assert names_of(made, name) == bearers


def test_what_bearers_are(made: Gazetteer) -> None:
    found = Lexicon.build(made).find_name("Kesh")
    assert found.classes == {"settlement", "region"}
    assert (found.population, found.preferred) == (9000, True)
    alone = Lexicon.build(made).find_name("ARV")
    assert (alone.classes, alone.preferred) == ({"country"}, False)


def test_of_many_bearers_the_most_populous_and_those_of_named_regions_are_kept(made: Gazetteer) -> None:
    lexicon, numbers = Lexicon.build(made), {place_id: number for number, place_id in enumerate(made.places)}
    order = [numbers[place_id] for place_id in ("xa", "big", "small", "other")]
    assert lexicon.narrow(order, set(), 9) == order
    assert lexicon.narrow(order, set(), 1) == [numbers["xa"]]
    assert lexicon.narrow(order, {numbers["land"]}, 1) == [numbers["xa"], numbers["big"]]
    assert lexicon.narrow(order, {numbers["xa"]}, 2) == [numbers["xa"], numbers["big"], numbers["small"]]


CLASSES = [("xa", "country"), ("land", "region"), ("big", "settlement"), ("capital", "capital")]


@pytest.mark.parametrize(("place_id", "expected"), CLASSES)
def test_what_a_place_is_to_the_recogniser(made: Gazetteer, place_id: str, expected: str) -> None:
    assert class_of(made.places[place_id]) == expected


def test_every_name_of_the_country_is_found_by_its_key(country: Gazetteer) -> None:
    lexicon = Lexicon.build(country)
    for place in country.places.values():
        if place.kind not in ("region", "site"):
            assert lexicon.find(key_of_name(place.name)) is not None


def test_a_small_gazetteer_is_not_wary(country: Gazetteer) -> None:
    assert not Lexicon.build(country).wary


@pytest.mark.parametrize("damage", ["lexicon-hashes.npy", "lexicon-filter.bin"])
def test_a_damaged_lexicon_is_refused(made: Gazetteer, tmp_path: Path, damage: str) -> None:
    Lexicon.build(made).save(tmp_path)
    (tmp_path / damage).unlink()
    with pytest.raises(StoreError, match="Build it again"):
        Lexicon.load(tmp_path)
