"""Trust: which names of the gazetteer are a place's here."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read

from geodata.mentions import trust


def one(name: str, more: str, code: str = "PPL") -> str:
    return f"it | {name} | {code} | 1.0, 1.0 | {more}"


LONDON = "london | Lundun | PPLC | 1.0, 1.0 | people 8000000\n"

PINS = [
    Pin("WELL_KNOWN", "Salbek slept.", "Salbek", "no mention", "it certain", one("Salbek", "people 90000"), wary=True),
    Pin("WELL_KNOWN_ALIAS", "Tarim slept.", "Tarim", "no mention", "it certain",
        one("Salbek", "people 120000 | also Tarim"), wary=True),
    Pin("WELL_KNOWN_NAME_OF_WORDS", "Bel Tarim slept.", "Bel Tarim", "no mention", "it certain",
        one("Bel Tarim", "people 12000"), wary=True),
    Pin("LONGEST_BARE_CODE", "They met in the QB province.", "QB", "no mention", "it certain",
        one("Salbek", "also QB", "ADM1"), wary=True),
    Pin("_LONGEST_GAP", "They came from Lundun and Salbek.", "Salbek", "it certain", "no mention",
        LONDON + one("Salbek", "people 30000"), wary=True),
    Pin("_SHORTEST_ON_SIGHT", "They met in Zul.", "Zul", "no mention", "it certain", one("Zul", "people 30000"),
        wary=True),
    Pin("_LONGEST_BY_CHANCE", "Salbek slept.", "Salbek", "no mention", "it certain", one("Al-Salbek", "also Foo")),
    Pin("_LONGEST_SHORT_REGION", "At Bowling, Kyr rain fell.", "Kyr", "no mention", "it certain",
        one("Salbek", "also Kyr", "ADM1"), wary=True),
    Pin("_GIVEN_NAME_FACTOR", "Brandon slept.", "Brandon", "no mention", "it certain", one("Brandon", "people 300000"),
        wary=True),
]  # fmt: skip
FREE = {"_is_byname: 3": "the words of a byname: a name, an article, an origin"}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_threshold_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(trust, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(trust, PINS, FREE)


PLACES = """
xa | Arvania | PCLI | 1.0, 1.0 | of XA | people 80000000 | also ARV
land | Salbekland | ADM1 | 1.0, 1.0 | of XA | also Salb.
big | Dorun | PPL | 1.0, 1.0 | in land | of XA | people 900000
small | Tarim | PPL | 1.1, 1.0 | in land | of XA | people 900
kamal | Abu Kamal | PPL | 1.1, 1.0 | of XA | people 100
"""

# The text, what is a mention where every name is known, and where chance makes a place of nearly any word.
SENTENCES = [
    ("Tarim slept.", ["Tarim"], []),
    ("They met in Tarim.", ["Tarim"], ["Tarim"]),
    ("The village of Tarim slept.", ["Tarim"], ["Tarim"]),
    ("Dorun slept.", ["Dorun"], ["Dorun"]),
    ("Arvania slept.", ["Arvania"], ["Arvania"]),
    ("They came from Dorun, Tarim and Salbekland.", ["Dorun", "Tarim", "Salbekland"], ["Dorun", "Tarim", "Salbekland"]),
    ("Tarim, Salbekland, slept.", ["Tarim", "Salbekland"], ["Tarim", "Salbekland"]),
    ("Tarim said no. They met in Tarim.", ["Tarim", "Tarim"], ["Tarim"]),
    ("Tarim slept. They met in Tarim.", ["Tarim", "Tarim"], ["Tarim", "Tarim"]),
    ("Mr Tarim slept. Tarim left.", [], []),
    ("The Dorun Military Council slept.", [], []),
    ("Abu Kamal al-Dori slept in Dorun.", ["Dorun"], ["Dorun"]),
    ("tarim slept.", [], []),
]


@pytest.mark.parametrize(("text", "known", "wary"), SENTENCES, ids=[text for text, _, _ in SENTENCES])
def test_what_is_taken_for_a_place(text: str, known: list[str], wary: list[str]) -> None:
    for names, is_wary in ((known, False), (wary, True)):
        assert [placed.mention.toponym for placed in read(text, PLACES, wary=is_wary)] == names


def test_a_wary_reader_takes_no_name_that_the_other_leaves() -> None:
    for text, _, _ in SENTENCES:
        known = [placed.mention.start for placed in read(text, PLACES)]
        assert {placed.mention.start for placed in read(text, PLACES, wary=True)} <= set(known)
