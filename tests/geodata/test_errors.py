"""Errors: every fault, in order, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.errors import Fault, GazetteerError, GeodataError, InputError, ReportError, SearchError, StoreError


def test_a_fault_tells_its_file_and_line() -> None:
    assert str(Fault("a.csv", 3, "This is wrong.")) == "a.csv, line 3: This is wrong."
    assert str(Fault("a.csv", 0, "This is wrong.")) == "a.csv: This is wrong."


FAULTS = st.lists(st.builds(Fault, st.sampled_from(["a", "b"]), st.integers(0, 9), st.sampled_from(["x", "y"])))


@given(FAULTS)
def test_all_faults_are_told_in_order(faults: list[Fault]) -> None:
    error = InputError(iter(faults))
    assert list(error.faults) == sorted(faults)
    assert str(error) == "\n".join(map(str, sorted(faults)))


@pytest.mark.parametrize("kind", [InputError, GazetteerError, ReportError, SearchError, StoreError])
def test_one_name_catches_them_all(kind: type[GeodataError]) -> None:
    assert issubclass(kind, GeodataError)


@pytest.mark.parametrize("kind", [GazetteerError, ReportError])
def test_what_the_user_can_mend_carries_its_faults(kind: type[InputError]) -> None:
    assert kind([Fault("a", 1, "b")]).faults == (Fault("a", 1, "b"),)
