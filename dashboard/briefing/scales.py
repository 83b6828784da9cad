"""How numbers become sizes and tints on the briefing picture, and which round numbers its key shows."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAX_RADIUS_PX = 38.0
ONE_RADIUS_PX = 10.0
LEAST_RADIUS_PX = 4.0
"""Smaller a circle shows neither its colour nor whether it is dashed."""


def find_radii(statements: Sequence[int] | NDArray[Any], most: int) -> NDArray[np.float64]:
    """Return the radius of each circle in pixels; areas are proportional to the numbers, but for the smallest.

    Parameters
    ----------
    statements : sequence of int
        Numbers of statements.
    most : int
        The largest number on the picture, which sets the scale.
    """
    one_px = min(ONE_RADIUS_PX, MAX_RADIUS_PX / math.sqrt(max(most, 1)))
    return np.asarray(np.maximum(one_px * np.sqrt(np.asarray(statements, dtype=float)), LEAST_RADIUS_PX))


def find_tint_bounds(most: int) -> tuple[int, ...]:
    """Return the smallest number of each tint, at most five, in steps that widen: `(1, 3, 6, 15, 40)`.

    Parameters
    ----------
    most : int
        The largest number shaded.
    """
    if most <= 5:
        return tuple(range(1, max(most, 1) + 1))
    steps = [most ** (step / 5) for step in range(5)]
    bounds = [1]
    for step in steps[1:]:
        power = 10 ** max(0, math.floor(math.log10(step)))
        bounds.append(max(bounds[-1] + 1, round(step / power * 2) * power // 2 if power > 1 else round(step)))
    return tuple(bounds)


def choose_round(limit: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is not above `limit` (> 0)."""
    power = 10.0 ** math.floor(math.log10(limit))
    return next(step * power for step in (5, 2, 1) if step * power <= limit * (1 + 1e-9))


def choose_key_numbers(most: int) -> tuple[int, ...]:
    """Return up to three round numbers of statements, the largest first, whose circles differ well: `(50, 10, 1)`.

    Parameters
    ----------
    most : int
        The largest number on the picture (> 0).
    """
    largest = int(choose_round(most))
    middle = int(choose_round(largest / 4)) if largest >= 16 else 1
    return tuple(sorted({largest, middle, 1}, reverse=True))
