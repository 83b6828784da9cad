"""Scales: how numbers become sizes and tints, and which round numbers the key shows."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.scales import (
    LEAST_RADIUS_PX,
    MAX_RADIUS_PX,
    ONE_RADIUS_PX,
    choose_key_numbers,
    choose_round,
    find_radii,
    find_tint_bounds,
)


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=30))
def test_areas_are_proportional_to_the_numbers(numbers):
    radii = find_radii(numbers, max(numbers))
    most = float(radii.max())
    expected = most * np.sqrt(np.array(numbers) / max(numbers))
    assert np.allclose(radii, np.maximum(expected, LEAST_RADIUS_PX))
    assert most <= 38.0 + 1e-9


@given(st.integers(1, 1_000_000))
def test_tints_and_key_are_made_of_rising_numbers_that_occur(most):
    bounds = find_tint_bounds(most)
    assert bounds[0] == 1
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= 5
    assert bounds[-1] <= most
    numbers = choose_key_numbers(most)
    assert numbers[-1] == 1
    assert numbers[0] <= most
    assert all(number == choose_round(number) for number in numbers)


@given(st.integers(1, 10**6))
def test_one_statement_and_the_most_have_the_sizes_they_should(most: int) -> None:
    one, largest = find_radii([1, most], most)
    assert LEAST_RADIUS_PX <= one <= ONE_RADIUS_PX
    assert one <= largest <= MAX_RADIUS_PX + 1e-9


def test_no_numbers_have_no_radii() -> None:
    assert find_radii([], 1).tolist() == []


BOUNDS = [(1, (1,)), (3, (1, 2, 3)), (5, (1, 2, 3, 4, 5))]


@pytest.mark.parametrize(("most", "bounds"), BOUNDS)
def test_few_numbers_have_a_tint_each(most: int, bounds: tuple[int, ...]) -> None:
    assert find_tint_bounds(most) == bounds


@given(st.integers(6, 10**6))
def test_steps_of_tints_widen(most: int) -> None:
    bounds = find_tint_bounds(most)
    steps = [later / earlier for earlier, later in itertools.pairwise(bounds)]
    assert all(step > 1 for step in steps)
    assert most / bounds[-1] < most


ROUND = [(1, 1), (1.9, 1), (2, 2), (4.99, 2), (5, 5), (9, 5), (10, 10), (73, 50), (0.3, 0.2), (199_999, 100_000)]


@pytest.mark.parametrize(("limit", "number"), ROUND)
def test_round_numbers(limit: float, number: float) -> None:
    assert choose_round(limit) == pytest.approx(number)


@given(st.floats(1e-6, 1e9))
def test_a_round_number_is_the_largest_below(limit: float) -> None:
    number = choose_round(limit)
    assert number <= limit * (1 + 1e-6)
    assert 2.5 * number >= limit * (1 - 1e-6)
    digits = number / 10 ** math.floor(math.log10(number) + 1e-9)
    assert any(digits == pytest.approx(each) for each in (1, 2, 5))


def test_the_key_has_few_numbers_that_differ_well() -> None:
    for most in (1, 2, 15, 16, 73, 5_000):
        numbers = choose_key_numbers(most)
        assert 1 <= len(numbers) <= 3
        assert all(larger >= 2 * smaller for larger, smaller in itertools.pairwise(numbers))
