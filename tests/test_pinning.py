"""Pinning itself: what it must not let through."""

import sys
from types import ModuleType

import pytest
from pinning import Pin, changed, check_all_are_pinned, check_pin, list_constants, list_hidden

from geodata.resolution import evidence, resolve

TOWN = "it | Kesh | PPL | 1.0, 1.0"


@pytest.fixture
def planted(tmp_path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module with a number, a table, a number without a name and things that are none."""
    (tmp_path / "planted.py").write_text(
        "LIMIT = 3\nNAME = 'x'\nFLAG = True\nPOINTS = {'a': 1.5}\n_A, _B = 1, 2\n"
        "def work(most=7):\n    return most * 0.25 + 1\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "planted", raising=False)
    import planted

    return planted


def test_numbers_are_found_by_looking(planted: ModuleType) -> None:
    assert list_constants(planted) == {"LIMIT": 3, "POINTS[a]": 1.5, "_A": 1, "_B": 2}
    assert list_hidden(planted) == ["work: 0.25"]


def test_a_number_without_a_pin_fails(planted: ModuleType) -> None:
    every = ["LIMIT", "POINTS[a]", "_A", "_B", "work: 0.25"]
    pins = [Pin(constant, "", "", "", "", "") for constant in every]
    check_all_are_pinned(planted, pins)
    for left_out in range(len(pins)):
        with pytest.raises(AssertionError):
            check_all_are_pinned(planted, pins[:left_out] + pins[left_out + 1 :])
    with pytest.raises(AssertionError):
        check_all_are_pinned(planted, pins, {"GONE": "was once there"})
    with pytest.raises(AssertionError):
        check_all_are_pinned(planted, pins, {"LIMIT": "pinned and free"})


UNTRUE = [
    ("it certain", "it certain", "says the same twice"),
    ("it doubtful", "unresolved of 1", "does not read right"),
    ("it certain", "it doubtful", "reads the same with the constant changed"),
]


@pytest.mark.parametrize(("right", "otherwise", "why"), UNTRUE, ids=[why for _, _, why in UNTRUE])
def test_a_pin_that_tells_nothing_fails(right: str, otherwise: str, why: str) -> None:
    with pytest.raises(AssertionError):
        check_pin(evidence, Pin("SUBURB_KM", "They met in Kesh.", "Kesh", right, otherwise, TOWN))


def test_a_change_reaches_who_imported_the_number_and_is_taken_back() -> None:
    before = evidence.CONFIRMED, evidence.CLASS_POINTS["PPLC"]
    with changed(evidence, "CONFIRMED", 0), changed(evidence, "CLASS_POINTS[PPLC]", 1):
        assert resolve.CONFIRMED == evidence.CONFIRMED == 0
        assert evidence.CLASS_POINTS["PPLC"] == 1
    assert (evidence.CONFIRMED, evidence.CLASS_POINTS["PPLC"]) == before
    assert before[0] == resolve.CONFIRMED
