"""Statements by place and source, laid out for counting in any window: a pair of the two is counted like a place."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.contract import SOURCES_AT_MOST
from dashboard.counting import Flags, Ints
from dashboard.filters import FacetIndex

_UNUSED = -1


@dataclass(frozen=True)
class SourcePairs:
    """Which places the commonest sources of a build speak of.

    Attributes
    ----------
    names : tuple of str
        The sources, the one with most placements first; reports without a source count for none.
    places, sources : numpy.ndarray of int32, (pairs,)
        Of each pair the number of its place in `FacetIndex.place_ids`, and of its source in `names`.
    of_owns : numpy.ndarray of int32, (own placements,)
        The pair each belongs to; -1 for other sources.
    """

    names: tuple[str, ...]
    places: Ints
    sources: Ints
    of_owns: Ints

    def list_rows(self, index: FacetIndex, owns: Flags) -> pd.DataFrame:
        """List the placements that count in the form `lay_out` takes; each pair stands there as a place."""
        rows = np.flatnonzero(owns & (self.of_owns != _UNUSED))
        return pd.DataFrame(
            {
                "place": self.of_owns[rows],
                "statement": index.own_statements[rows],
                "certain": index.own_certain[rows],
                "own": True,
            }
        )


def pair_sources(index: FacetIndex, limit: int = SOURCES_AT_MOST) -> SourcePairs:
    """Pair places with the commonest sources of all dates, so that a source keeps its colour in every window."""
    values = index.by_statement["sources"]
    codes = values.codes[index.own_statements]
    placed = np.bincount(codes, minlength=len(values.texts))
    common = [int(code) for code in np.argsort(-placed, kind="stable") if placed[code] and values.texts[code]][:limit]
    ranks = np.full(len(values.texts), _UNUSED, np.int32)
    ranks[common] = np.arange(len(common))
    rank = ranks[codes]
    known = np.flatnonzero(rank != _UNUSED)
    keys, pairs = np.unique(index.own_places[known].astype(np.int64) * limit + rank[known], return_inverse=True)
    of_owns: NDArray[np.int32] = np.full(len(codes), _UNUSED, np.int32)
    of_owns[known] = pairs
    names = tuple(values.texts[code] for code in common)
    return SourcePairs(names, (keys // limit).astype(np.int32), (keys % limit).astype(np.int32), of_owns)
