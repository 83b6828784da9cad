"""What the colour of a circle can tell, and what the map's frame is told to colour with; it does the classing."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard import words
from dashboard.contract import (
    KIND_FILLS,
    KIND_PART,
    KIND_SEAT,
    KIND_SITE,
    KIND_TOWN,
    PALETTES,
    RECENCY_DAYS,
    SOURCE_FILLS,
    Colour,
    MapColours,
    Palette,
    Theme,
)

Classes = NDArray[np.uint8]

_SEATS = r"PPLC|PPLA\d?|PPLG"


@dataclass(frozen=True, slots=True)
class Scale:
    """Colours of the classes of one choice, and what each class is called; names of sources are not known here.

    Attributes
    ----------
    fills, labels : tuple of str
        As hex strings, and in words; of sources there are the labels of the last two classes alone.
    """

    fills: tuple[str, ...]
    labels: tuple[str, ...]


def _make_scales(palette: Palette) -> dict[Colour, Scale]:
    sources = (*SOURCE_FILLS, palette.other, palette.several)
    return {
        "recency": Scale(palette.recency, words.RECENCY_CLASSES),
        "kind": Scale((*KIND_FILLS, palette.several), words.KIND_CLASSES),
        "source": Scale(sources, (words.SOURCE_OTHER, words.SOURCE_SEVERAL)),
    }


SCALES: Mapping[Theme, Mapping[Colour, Scale]] = {theme: _make_scales(palette) for theme, palette in PALETTES.items()}
"""By theme and by what colours tell; of one colour there is none."""


def describe_colours(theme: Theme) -> MapColours:
    """Give what the map's frame draws circles and their key with, where colours mean something."""
    return {
        "edge": PALETTES[theme].ink,
        "scales": {name: {"fills": scale.fills, "labels": scale.labels} for name, scale in SCALES[theme].items()},
        "recency_days": RECENCY_DAYS,
    }


def classify_kinds(places: pd.DataFrame) -> Classes:
    """Put places into classes of kind by what they are.

    Parameters
    ----------
    places : pandas.DataFrame
        kind and feature_code, as GeoNames has it.
    """
    codes = places["feature_code"].fillna("").astype(str)
    answers = [places["kind"] == "site", codes.str.fullmatch(_SEATS), codes == "PPLX"]
    return np.select(
        [answer.to_numpy(dtype=bool) for answer in answers], [KIND_SITE, KIND_SEAT, KIND_PART], KIND_TOWN
    ).astype(np.uint8)
