"""The model: what is certain, and what a place is to the map."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin

from geodata import model
from geodata.model import kind_of

PINS = [Pin("CERTAIN", "They met in Kesh.", "Kesh", "it doubtful", "it certain", "it | Kesh | PPLX | 1.0, 1.0")]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_threshold_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(model, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(model, PINS, {})


KINDS = [
    ("PCLI", "country"),
    ("ADM1", "region"),
    ("PPLA2", "settlement"),
    ("STMI", "river"),
    ("LK", "area"),
    ("MTS", "area"),
    ("CONT", "area"),
    ("AIRB", "site"),
    ("", "site"),
]


@pytest.mark.parametrize(("code", "kind"), KINDS, ids=[code for code, _ in KINDS])
def test_kinds(code: str, kind: str) -> None:
    assert kind_of(code) == kind
