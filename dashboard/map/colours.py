"""What the colour of a circle can tell, and the colours themselves; given to the map's frame, which does the classing.

Source of the colours of kinds and sources: Okabe and Ito, Color Universal Design, 2008. Recency is one hue that fades
with age, so that its order is seen without a key and without telling red from green. Not all of them stand out from
the ground by themselves: each circle that means something by its colour has an edge of ink, and that does.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard import words
from dashboard.choices import Colour, Theme

Classes = NDArray[np.uint8]

RECENCY_DAYS = (0, 2, 6)
"""Days before the end of the window up to which the latest statement belongs to each class; the last has the rest."""

SOURCES_AT_MOST = 6
SOURCE_OTHER, SOURCE_SEVERAL = SOURCES_AT_MOST, SOURCES_AT_MOST + 1
"""Classes of places of which some other source tells most, and of which none does."""

_SEATS = r"PPLC|PPLA\d?|PPLG"
_VERMILION, _BLUE, _ORANGE, _SKY, _GREEN, _PURPLE = "#d55e00", "#0072b2", "#e69f00", "#56b4e9", "#009e73", "#cc79a7"
_SOURCES = (_VERMILION, _BLUE, _ORANGE, _SKY, _GREEN, _PURPLE)


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


SCALES: dict[Theme, dict[Colour, Scale]] = {
    "light": {
        "recency": Scale(("#8c1808", "#d9472e", "#f0a58f", "#fbf3ee"), words.RECENCY_CLASSES),
        "kind": Scale((_BLUE, _ORANGE, _SKY, _GREEN, "#d3cdc2"), words.KIND_CLASSES),
        "source": Scale((*_SOURCES, "#77726a", "#d3cdc2"), (words.SOURCE_OTHER, words.SOURCE_SEVERAL)),
    },
    "dark": {
        "recency": Scale(("#ffdccf", "#f07a60", "#943d2d", "#2b2221"), words.RECENCY_CLASSES),
        "kind": Scale((_BLUE, _ORANGE, _SKY, _GREEN, "#4a4c50"), words.KIND_CLASSES),
        "source": Scale((*_SOURCES, "#9b958b", "#4a4c50"), (words.SOURCE_OTHER, words.SOURCE_SEVERAL)),
    },
}
EDGES: dict[Theme, str] = {"light": "#1d1b19", "dark": "#eeeae3"}
"""Edge of every circle whose colour means something."""


def describe_colours(theme: Theme) -> dict[str, Any]:
    """Give what the map's frame draws circles and their key with, as plain data."""
    scales = {name: {"fills": scale.fills, "labels": scale.labels} for name, scale in SCALES[theme].items()}
    return {"edge": EDGES[theme], "scales": scales, "recency_days": RECENCY_DAYS}


def classify_kinds(places: pd.DataFrame) -> Classes:
    """Put places into classes of kind by what they are.

    Parameters
    ----------
    places : pandas.DataFrame
        kind and feature_code, as GeoNames has it.
    """
    codes = places["feature_code"].fillna("").astype(str)
    answers = [places["kind"] == "site", codes.str.fullmatch(_SEATS), codes == "PPLX"]
    return np.select([answer.to_numpy(dtype=bool) for answer in answers], [3, 0, 2], 1).astype(np.uint8)
