"""Words for peoples, and the places they mean."""

import pytest
from pinning import read, read_places

from geodata.gazetteer import Gazetteer
from geodata.gazetteer.demonyms import read_demonyms, read_forms
from geodata.gazetteer.regions import read_regions

PLACES = """
is | Iceland | PCLI | 65.0, -18.0 | of IS
europe | Europe | CONT | 50.0, 10.0
village | Europe | PPL | 1.0, 1.0 | of IS
"""


def made(lines: str) -> Gazetteer:
    return Gazetteer(read_places(lines), read_regions(None, {})[0])


def test_a_people_means_its_country_and_a_large_area_its_own() -> None:
    demonyms = read_demonyms(made(PLACES))
    assert demonyms["Icelandic"] == "is"
    assert demonyms["European"] == "europe"
    assert "French" not in demonyms


def test_where_only_a_village_has_the_name_it_is_meant() -> None:
    without = "\n".join(line for line in PLACES.splitlines() if "CONT" not in line)
    assert read_demonyms(made(without))["European"] == "village"


def test_every_form_is_written_with_a_capital_and_means_one_thing() -> None:
    for form, meant in read_forms().items():
        assert form[0].isupper()
        assert bool(meant.country_code) != bool(meant.place)


TEXTS = [
    ("An Icelandic pilot slept.", "Icelandic", "is certain"),
    ("Icelanders slept.", "Icelanders", "is certain"),
    ("A French pilot slept.", "French", None),
]


@pytest.mark.parametrize(("text", "name", "told"), TEXTS, ids=[text for text, _, _ in TEXTS])
def test_a_people_in_a_text(text: str, name: str, told: str | None) -> None:
    placed = {one.mention.toponym: one for one in read(text, PLACES)}
    if told is None:
        assert name not in placed
    else:
        assert placed[name].mention.use == "demonym"
        assert placed[name].resolution.place_id == "is"
        assert placed[name].resolution.reason == "the people of Iceland"
