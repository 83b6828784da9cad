"""What the map does not show, sorted out of the masks of the filters."""

from collections.abc import Mapping

import numpy as np

from dashboard.choices import LeftOutPart, Limits, Selection
from dashboard.counting import Flags, Ints
from dashboard.filters.facets import Kept, flag_covered
from dashboard.filters.index import FacetIndex


def sort_left_out(
    index: FacetIndex, part: LeftOutPart, every: Kept, kept: Kept, selection: Selection, limits: Limits
) -> Ints:
    """List the statements of one part.

    Parameters
    ----------
    index : FacetIndex
        The build.
    part : {"hidden", "undated", "unplaced", "elsewhen"}
        Hidden: the window shows them without filters, but not with them. The others are of those the filters let
        through: without a date, with names none of which could be placed, and about days no window reaches.
    every, kept : Kept
        What is kept by no filter, and by the filters chosen.
    selection : Selection
        Window and basis.
    limits : Limits
        The days a window can reach.

    Returns
    -------
    numpy.ndarray of int32
        Numbers of statements, in order of the event, undated ones in order of publication.
    """
    covered = flag_covered(index, selection)
    by_publication = selection.basis == "publication"
    flags: Mapping[str, Flags] = {
        "hidden": every.on_map & ~kept.on_map & covered,
        "undated": kept.statements & np.isnat(index.published if by_publication else index.starts),
        "unplaced": kept.statements & index.is_unplaced & covered,
        "elsewhen": kept.on_map & _flag_beyond(index, limits) & (not by_publication),
    }
    found = np.flatnonzero(flags[part]).astype(np.int32)
    days = index.published if part == "undated" else index.starts
    return found[np.argsort(days[found], kind="stable")]


def _flag_beyond(index: FacetIndex, limits: Limits) -> Flags:
    beyond: Flags = (index.ends < np.datetime64(limits.first)) | (index.starts > np.datetime64(limits.last))
    return beyond
