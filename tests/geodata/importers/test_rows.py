"""What all imports make: whole rows, ids, and the aliases worth keeping."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.importers.rows import LONGEST_ALIAS, choose_aliases, complete_row, plain_latin, slug, without_codes
from geodata.model import GAZETTEER_COLUMNS, OPTIONAL_COLUMNS


def test_aliases_that_no_report_could_hold_are_left_out() -> None:
    given = ["tarn", "drmswq", "TARN", "Тарн", "طرن", "塔恩", "Tarn (old)", "Tarne", "TARNE "]
    assert choose_aliases("Tarn", given) == ["TARN", "Тарн", "طرن", "Tarne"]


def test_a_row_has_every_column() -> None:
    row = complete_row({"name": "Tarn", "moon": "x"}, lat="1")
    assert tuple(row) == (*GAZETTEER_COLUMNS, *OPTIONAL_COLUMNS)
    assert (row["name"], row["lat"], row["lon"]) == ("Tarn", "1", "")


SLUGS = [("Tarn", "tarn"), ("Al-Mayādīn", "al-mayadin"), ("Ma‘arrat", "maarrat"), ("Тарн", "tarn"), ("—", ""), ("", "")]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=60))
def test_a_slug_is_a_part_of_an_id(name: str) -> None:
    made = slug(name)
    assert made == "" or re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert slug(made) == made


def test_plain_latin_has_no_signs() -> None:
    assert plain_latin("Ma‘arrat") == "Maarrat"
    assert plain_latin("Tarn's") == "Tarn's"


def test_codes_are_no_names() -> None:
    assert list(without_codes(["DAM", "Damask", "x"])) == ["Damask", "x"]


@given(st.text(min_size=1, max_size=20), st.lists(st.text(max_size=60), max_size=8))
def test_chosen_aliases_are_given_ones_once_each(name: str, given_names: list[str]) -> None:
    kept = choose_aliases(name, given_names)
    assert len(kept) == len(set(kept))
    assert set(kept) <= {" ".join(each.split()) for each in given_names}
    assert all(2 <= len(each) <= LONGEST_ALIAS for each in kept)
    assert choose_aliases(name, kept) == kept
