"""How much of each list is shown: its first rows, and more where asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices.listed import (
    CARDS,
    CARDS_AT_FIRST,
    CARDS_AT_MOST,
    LISTS,
    ROWS_AT_FIRST,
    UNDATED_AT_FIRST,
    count_rows,
    show_more,
)

AT_FIRST = [
    ("points", ROWS_AT_FIRST),
    ("names", ROWS_AT_FIRST),
    ("own", CARDS_AT_FIRST),
    ("undated here", UNDATED_AT_FIRST),
]


@pytest.mark.parametrize(("key", "rows"), AT_FIRST)
def test_the_first_rows_are_shown_at_first(key: str, rows: int) -> None:
    assert count_rows({}, key) == rows
    assert count_rows({key: 7}, key) == 7


@given(st.sampled_from(LISTS), st.integers(1, 6))
def test_each_step_shows_more_up_to_the_most(key: str, steps: int) -> None:
    listed: dict[str, int] = {}
    shown = [count_rows(listed, key)]
    for _ in range(steps):
        listed = show_more(listed, key)
        shown.append(count_rows(listed, key))
    assert shown == sorted(shown)
    assert shown[1] > shown[0]
    if key in CARDS:
        assert shown[-1] <= CARDS_AT_MOST


def test_one_list_grows_and_the_others_stay() -> None:
    assert show_more({"own": 30, "names": 50}, "names") == {"own": 30, "names": 200}


@given(st.text())
def test_a_list_that_is_none_changes_nothing(key: str) -> None:
    if key not in LISTS:
        assert show_more({"own": 30}, key) == {"own": 30}
