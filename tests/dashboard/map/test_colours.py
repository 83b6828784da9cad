"""What colours of circles mean, and that they can be told from the ground and from each other."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from dashboard.contract import PALETTES
from dashboard.map.colours import SCALES, classify_kinds, describe_colours

# Land and the strongest tint of a region, which circles lie on.
GROUNDS = {theme: (palette.land.focus, palette.land.water, palette.tints[-1]) for theme, palette in PALETTES.items()}


def find_luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 has it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return float(np.dot(parts, (0.2126, 0.7152, 0.0722)))


def find_contrast(one: str, other: str) -> float:
    low, high = sorted((find_luminance(one), find_luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_stand_out_from_every_ground(theme: str) -> None:
    assert min(find_contrast(PALETTES[theme].ink, ground) for ground in GROUNDS[theme]) >= 3


@pytest.mark.parametrize(("theme", "rising"), [("light", True), ("dark", False)])
def test_recency_fades_steadily_into_the_ground(theme: str, rising: bool) -> None:
    lights = [find_luminance(fill) for fill in SCALES[theme]["recency"].fills]
    assert lights == sorted(lights, reverse=not rising)
    steps = [
        find_contrast(one, next_one) for one, next_one in zip(lights_of(theme), lights_of(theme)[1:], strict=False)
    ]
    assert min(steps) > 1.4


def lights_of(theme: str) -> tuple[str, ...]:
    return SCALES[theme]["recency"].fills


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_class_has_a_colour_of_its_own(theme: str) -> None:
    for scale in SCALES[theme].values():
        assert len(set(scale.fills)) == len(scale.fills) >= len(scale.labels)
    told = describe_colours(theme)
    assert set(told["scales"]) == {"recency", "kind", "source"}


def test_kinds_follow_from_feature_codes() -> None:
    places = pd.DataFrame(
        {
            "kind": ["settlement"] * 6 + ["site"],
            "feature_code": ["PPLC", "PPLA", "PPLA3", "PPL", "PPLX", None, "OILF"],
        }
    )
    assert classify_kinds(places).tolist() == [0, 0, 0, 1, 2, 1, 3]
