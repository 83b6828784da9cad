"""The shapes a table of a language file may have, held by the files there are."""

from dataclasses import FrozenInstanceError

import pytest

from geodata.languages.shapes import Keys


def test_the_keys_of_a_table_are_told_once() -> None:
    keys = Keys(("early", "late"))
    assert keys.allowed == ("early", "late")
    assert keys == Keys(("early", "late"))
    with pytest.raises(FrozenInstanceError):
        keys.allowed = ()  # type: ignore[misc]
