"""The values of a facet as they are listed: what is chosen first, then those with most statements, all to be found."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard import words
from dashboard.counting import Ints
from dashboard.filters import naming
from dashboard.filters.index import NAMED_BY_PLACES, NOT_JUDGED, FacetIndex
from geodata.store import fold_words

VALUES_SHOWN = 8
"""Values of a facet that is not opened."""
VALUES_AT_MOST = 200
"""Values of an opened one: more are looked for by name, for nobody reads through them."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet.

    Attributes
    ----------
    value : str
        As the store has it.
    label : str
        What to call it.
    count : int
        Statements it would show.
    is_chosen : bool
        Whether it is filtered by.
    """

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values: the chosen ones always and first, then those with most statements.

    Attributes
    ----------
    name : str
        One of `FACETS`.
    title : str
        What to call it.
    values : tuple of FacetValue
        Those listed.
    total : int
        All values with statements, and the chosen ones.
    more : int
        Values that are not listed although they hold the words looked for.
    wanted : str or None
        The words looked for among the values; None where the list is not opened.
    """

    name: str
    title: str
    values: tuple[FacetValue, ...]
    total: int
    more: int
    wanted: str | None = None


def list_values(
    index: FacetIndex, facet: str, counts: Ints, chosen: Sequence[str], limit: int, wanted: str | None = None
) -> Facet:
    """List the values of a facet.

    Parameters
    ----------
    index : FacetIndex
        The build.
    facet : str
        One of `FACETS`.
    counts : numpy.ndarray of int32
        Statements of each value, in the order of `index.texts`.
    chosen : sequence of str
        Values that are filtered by.
    limit : int
        Values listed beside the chosen ones, where the list is not opened.
    wanted : str, optional
        Words that the names of the values listed hold, case and accents ignored; empty opens the list whole.
    """
    texts = index.texts(facet)
    picked = set(chosen)
    order = np.argsort(-counts, kind="stable")[: int(np.count_nonzero(counts))].tolist()
    others = [number for number in order if texts[number] not in picked]
    first = sorted(
        (number for number, text in enumerate(texts) if text in picked) if picked else (),
        key=lambda number: -counts[number],
    )
    total = len(first) + len(others)
    if wanted is not None:
        limit = VALUES_AT_MOST
        asked = fold_words(wanted).split()
        if asked:
            others = [number for number in others if _holds(label_value(index, facet, texts[number]), asked)]
    values = tuple(
        FacetValue(texts[n], label_value(index, facet, texts[n]), int(counts[n]), texts[n] in picked)
        for n in (*first, *others[:limit])
    )
    return Facet(facet, words.FACETS[facet], values, total, max(len(others) - limit, 0), wanted)


def label_value(index: FacetIndex, facet: str, value: str) -> str:
    """Say what a value of a facet is called.

    Parameters
    ----------
    index : FacetIndex
        What filters are applied to.
    facet : str
        One of `FACETS`.
    value : str
        A value of it.
    """
    if not value and facet in naming.NOT_NAMED:
        return naming.NOT_NAMED[facet]
    if value == NOT_JUDGED and facet in naming.NOT_JUDGED_VALUES:
        return naming.NOT_JUDGED_VALUES[facet]
    known = naming.VALUES.get(facet, index.names if facet in NAMED_BY_PLACES else {})
    return known.get(value, value)


def _holds(label: str, asked: Sequence[str]) -> bool:
    """Tell whether a name holds words that begin so, each."""
    folded = f" {fold_words(label)}"
    return all(f" {word}" in folded for word in asked)
