"""Running totals by place and day: they say what adding up one by one says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.contract import COUNTS_KINDS as KINDS
from dashboard.counting.day_numbers import NO_DAY
from dashboard.counting.ladder import Ladder, Steps, check_order, sort_pairs

# Series, day and kind of each item; some without a day, some a century off.
ITEMS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.one_of(st.integers(0, 40), st.sampled_from([int(NO_DAY), -40_000])),
        st.integers(0, KINDS - 1),
    ),
    max_size=40,
)


def add_up(items: list[tuple[int, int, int]], count: int = 4) -> Steps:
    series, days, kinds = (np.array([item[n] for item in items], np.int32) for n in range(3))
    ladder, steps = Ladder.lay(series, days, count)
    return Steps.add_up(ladder, ladder.count(ladder.code(steps, kinds.astype(np.uint8))))


@settings(max_examples=200)
@given(ITEMS, st.integers(-3, 45), st.integers(0, 20))
def test_the_difference_of_two_days_is_what_lies_between(
    items: list[tuple[int, int, int]], first: int, more: int
) -> None:
    steps = add_up(items)
    between = steps.up_to(first + more) - steps.up_to(first)
    for series in range(4):
        for kind in range(KINDS):
            held = [day for s, day, k in items if (s, k) == (series, kind) and first < day <= first + more]
            assert between[kind, series] == len(held)


@given(ITEMS)
def test_steps_rise_within_each_series(items: list[tuple[int, int, int]]) -> None:
    ladder = add_up(items).ladder
    for begin, end in zip(ladder.first[:-1].tolist(), ladder.first[1:].tolist(), strict=True):
        days = ladder.days[begin:end].tolist()
        assert days == sorted(set(days))
    assert ladder.first[-1] == len(ladder.days)


def test_nothing_is_no_step() -> None:
    steps = add_up([])
    assert steps.up_to(0).sum() == 0
    assert len(steps.ladder.days) == 0


PAIRS = st.lists(st.tuples(st.integers(-(2**31), 2**31 - 1), st.integers(-(2**31), 2**31 - 1)), max_size=30)


@given(PAIRS)
def test_pairs_are_sorted_as_numpy_sorts_them(pairs: list[tuple[int, int]]) -> None:
    first, second = (np.array([pair[n] for pair in pairs], np.int32) for n in range(2))
    assert sort_pairs(first, second).tolist() == np.lexsort((second, first)).tolist()


def test_an_event_that_ends_before_it_starts_is_refused_and_numbered() -> None:
    starts, ends = np.array([1, 5, 5, 9], np.int32), np.array([1, 4, NO_DAY, 2], np.int32)
    with pytest.raises(ValueError, match="2 events end before they start"):
        check_order(starts, ends)
    check_order(starts[[0, 2]], ends[[0, 2]])
