"""The words of the facets: codes of ours have names, and only facets have words."""

from typing import get_args

import pytest

from dashboard.choices import FACETS
from dashboard.filters import naming
from dashboard.filters.index import NOT_JUDGED
from geodata.model import Kind


@pytest.mark.parametrize(
    "table",
    ["VALUES", "NOT_NAMED", "NOT_JUDGED_VALUES", "TOLD_NOT_NAMED", "TOLD_NOT_JUDGED", "TOLD"],
)
def test_words_belong_to_a_facet(table: str) -> None:
    assert set(getattr(naming, table)) <= set(FACETS)


def test_each_kind_of_place_has_a_name() -> None:
    assert set(naming.VALUES["kinds"]) == set(get_args(Kind))


def test_what_is_listed_without_a_value_is_told_without_one_too() -> None:
    assert naming.NOT_NAMED.keys() == naming.TOLD_NOT_NAMED.keys()
    assert naming.NOT_JUDGED_VALUES.keys() == naming.TOLD_NOT_JUDGED.keys()
    assert NOT_JUDGED not in {value for values in naming.VALUES.values() for value in values}


def test_each_facet_that_is_told_says_its_values() -> None:
    assert all("{values}" in said for said in naming.TOLD.values())
