"""A town, its doubles and the divisions named after it are one place."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read

from geodata.model import ReasonKind
from geodata.resolution import one_place

TOWN = "town | Kesh | PPL | 1.0, 1.0"
FAR = "far | Kesh | PPL | 9.0, 9.0"


def division(code: str, where: str = "1.2, 1.2") -> str:
    return f"{TOWN}\nland | Kesh | {code} | {where}\n{FAR}"


MET = "They met in Kesh."

PINS = [
    Pin("SAME_TOWN_KM", MET, "Kesh", "town certain", "unresolved of 2", f"{TOWN}\ntwin | Kesh | PPL | 1.0, 1.03"),
    Pin("SEAT_KM[ADM1]", MET, "Kesh", "town certain", "unresolved of 3", division("ADM1")),
    Pin("SEAT_KM[ADM2]", MET, "Kesh", "town doubtful", "unresolved of 3", division("ADM2")),
    Pin("SEAT_KM_OF_OTHERS", MET, "Kesh", "town doubtful", "unresolved of 3", division("ADM3")),
    Pin("REGION_LEADS", MET, "Kesh", "town certain", "land certain", f"{TOWN}\nland | Kesh | ADM1 | 1.0, 1.0", to=-9),
]  # fmt: skip
FREE = {
    "_LEVEL": "letters of the code of a level, as GeoNames writes them",
    "_join: 4": "decimals of a score as it is shown",
}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_bound_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(one_place, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(one_place, PINS, FREE)


KESH = f"""
{TOWN} | in land
land | Kesh Province | ADM1 | 1.9, 1.9
part | Kesh District | ADM2 | 1.2, 1.2 | in land
twin | Kesh | PPL | 1.0, 1.02 | in land
other | Kesh | PPL | 9.0, 9.0
"""


@pytest.mark.parametrize(
    ("text", "right"),
    [(MET, "town"), ("They met in the city of Kesh.", "town"), ("They met in Kesh Province.", "land"),
     ("It rained in the district of Kesh.", "part")],
)  # fmt: skip
def test_the_one_that_is_asked_for_is_drawn(text: str, right: str) -> None:
    (placed,) = read(text, KESH)
    assert placed.resolution.place_id == right


def test_what_is_one_place_is_one_candidate_and_told_so() -> None:
    (placed,) = read(MET, KESH)
    found = placed.resolution
    assert [one.place_id for one in found.candidates] == ["town", "other"]
    (told,) = [reason for reason in found.because if reason.kind == ReasonKind.ONE_PLACE]
    assert (told.parts["n"], told.parts["name"]) == (3, "Kesh")
    assert sum(one.score for one in found.candidates) <= 1.0


def test_a_namesake_in_another_division_is_a_rival() -> None:
    (placed,) = read(MET, f"{TOWN}\n{FAR}")
    assert placed.resolution.place_id is None


def test_a_town_in_another_division_is_not_the_seat_of_its_namesake() -> None:
    places = f"east | East Province | ADM1 | 1.0, 3.0\n{TOWN} | in east\nland | Kesh Province | ADM1 | 1.5, 1.0\n{FAR}"
    (placed,) = read(MET, places)
    assert "land" in [one.place_id for one in placed.resolution.candidates]
