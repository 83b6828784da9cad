"""Where the map flies to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices.view import Bounds, pad_bounds

PADDED = [
    ((33.0, 40.0, 35.0, 42.0), 1.0, (32.0, 39.0, 36.0, 43.0)),
    ((33.0, 40.0, 35.0, 42.0), 0.0, (33.0, 40.0, 35.0, 42.0)),
    ((-84.5, -179.5, 84.5, 179.5), 1.0, (-85.0, -180.0, 85.0, 180.0)),
]


@pytest.mark.parametrize(("bounds", "margin", "padded"), PADDED)
def test_bounds_widen_to_all_sides_inside_the_world(bounds: Bounds, margin: float, padded: Bounds) -> None:
    assert pad_bounds(bounds, margin) == padded


LATS, LONS = st.floats(-85, 85), st.floats(-180, 180)


@given(st.tuples(LATS, LONS, LATS, LONS), st.floats(0, 400))
def test_padded_bounds_hold_what_they_held(given_bounds: tuple, margin: float) -> None:
    south, north = sorted((given_bounds[0], given_bounds[2]))
    west, east = sorted((given_bounds[1], given_bounds[3]))
    padded = pad_bounds((south, west, north, east), margin)
    assert -85 <= padded[0] <= south <= north <= padded[2] <= 85
    assert -180 <= padded[1] <= west <= east <= padded[3] <= 180
