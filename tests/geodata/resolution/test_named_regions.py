"""What the regions that a report names say of where its other places are."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read

from geodata.resolution import named_regions

EAST = """
east | East Province | ADM1 | 1.0, 9.0
salbek | Salbek | PPL | 1.0, 9.0 | in east
tarim | Tarim | PPL | 1.1, 9.1 | in east
"""
TWO = f"{EAST}kesh-w | Kesh | PPL | 1.0, 1.0\nkesh-e | Kesh | PPL | 1.1, 9.0 | in east"
THREE = f"{TWO}\nkesh-n | Kesh | PPL | 9.0, 1.0"

PINS = [
    Pin("BESIDE_REACH", "They met in Kesh, East Province.", "Kesh", "kesh-e certain", "kesh-e doubtful", THREE),
    Pin("SENTENCE_REACH", "In East Province, where it had rained for nearly all of the week, they met at Kesh.",
        "Kesh", "kesh-e certain", "kesh-e doubtful", TWO),
]  # fmt: skip


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_bound_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(named_regions, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(named_regions, PINS, {})


# A province and the town it is named after; villages of one name in it and elsewhere.
DORUN = """
land | Dorun Province | ADM1 | 1.0, 1.0
dorun | Dorun | PPLA | 1.0, 1.2 | in land
halim | Halim | PPLA | 5.0, 5.0
kesh-in | Kesh | PPL | 1.4, 1.0 | in land
kesh-w | Kesh | PPL | 5.2, 5.0
kesh-e | Kesh | PPL | 9.0, 9.0
only | Salbek | PPL | 9.0, 9.0
"""


def tell(text: str, name: str) -> str | None:
    (found,) = [one.resolution.place_id for one in read(text, DORUN) if one.mention.toponym == name]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The shelling of Kesh, Dorun, went on all night.",
        "They met in Kesh in Dorun.",
        "They met in Kesh, Dorun Province.",
    ],
)
def test_a_town_behind_the_comma_is_also_the_division_named_after_it(text: str) -> None:
    assert tell(text, "Kesh") == "kesh-in"


@pytest.mark.parametrize("text", ["Two houses fell in Salbek, Dorun.", "Two houses fell in Salbek, Dorun Province."])
def test_a_place_is_not_drawn_outside_the_region_the_text_names_behind_it(text: str) -> None:
    assert tell(text, "Salbek") is None


@pytest.mark.parametrize(
    "text",
    ["Shells hit Salbek, Dorun and Halim.", "Shells hit Salbek, Dorun, and Halim.", "Halim, Salbek, Dorun slept."],
)
def test_a_list_says_of_none_that_it_is_in_the_next(text: str) -> None:
    assert tell(text, "Salbek") == "only"


def test_of_two_large_places_with_a_comma_between_neither_is_in_the_other() -> None:
    assert tell("They met in Halim, Dorun.", "Halim") == "halim"
