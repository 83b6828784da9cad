"""The panel while no place is selected: all places that can be, and what is not on the map; no Streamlit."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard import words
from dashboard.choices import count_rows
from dashboard.contract import Node
from dashboard.counting import Flags, Ints, WindowCounts
from dashboard.evidence.left_out import LeftOutCounts, build_rows
from dashboard.nodes import node, number, offer_more
from dashboard.text import show_controls


@dataclass(frozen=True)
class Listing:
    """What of the places never changes with the window, in the order of all counts.

    Attributes
    ----------
    place_ids, names, around : list of str
        Of each place; `around` is the name of the region to tell it by.
    ranks : numpy.ndarray of int32
        Rank of each by name.
    groups : dict of str to numpy.ndarray of bool
        Which are "points", "regions" with a polygon, and "wider" ones, which only count what is said of themselves.
    """

    place_ids: list[str]
    names: list[str]
    around: list[str]
    ranks: NDArray[np.intp]
    groups: dict[str, Flags]

    @classmethod
    def of(cls, places: pd.DataFrame, place_ids: Sequence[str]) -> "Listing":
        """Lay out places by place_id: name, kind, feature_code, containers, has_polygon."""
        rows = places.reindex(list(place_ids))
        is_point = rows["kind"].isin(("settlement", "site")).to_numpy()
        is_region = (rows["has_polygon"].astype(bool) & (rows["kind"] == "region")).to_numpy()
        names = [str(name) for name in rows["name"]]
        called = dict(zip(places.index, places["name"], strict=True))
        firsts = set(places.index[places["feature_code"] == "ADM1"])
        return cls(
            place_ids=list(place_ids),
            names=names,
            around=[_name_around(containers, called, firsts) for containers in rows["containers"]],
            ranks=np.argsort(np.argsort(np.array(names, dtype=object), kind="stable")),
            groups={"points": is_point, "regions": is_region, "wider": ~is_point & ~is_region},
        )


def build_overview(
    listing: Listing, found: WindowCounts, left_out: LeftOutCounts, listed: Mapping[str, int], *, filtered: bool = False
) -> list[Node]:
    """Build the panel for no selection: what can be selected, with counts, and what is left out.

    Parameters
    ----------
    listing : Listing
        The places.
    found : WindowCounts
        Their numbers in the window.
    left_out : LeftOutCounts
        For the section below.
    listed : mapping of str to int
        How many rows are shown of a list, where not the first.
    filtered : bool
        Whether filters are on.

    Returns
    -------
    list of Node
    """
    nodes = [] if filtered else [node("p", text=words.ORIENTATION, cls="orientation")]
    if not found.by_place.any():
        nodes.append(node("p", text=_say_nothing(left_out), cls="empty"))
    for key, title, counts in (
        ("points", words.PLACES, found.by_place),
        ("regions", words.REGIONS, found.by_place),
        ("wider", words.WIDER, found.own),
    ):
        nodes += _list_places(key, title, listing, counts, found.certain, count_rows(listed, key))
    return [*nodes, *build_rows(left_out)]


def _say_nothing(left_out: LeftOutCounts) -> str:
    """Say that nothing is shown, and what would help."""
    if left_out.parts.get("hidden"):
        return words.NOTHING_PASSES
    return words.NOTHING_DATED if left_out.parts.get("undated") else words.NOTHING_IN_WINDOW


def _list_places(key: str, title: str, listing: Listing, counts: Ints, certain: Ints, limit: int) -> list[Node]:
    at = np.flatnonzero(listing.groups[key] & (counts > 0))
    if not len(at):
        return []
    at = at[np.lexsort((listing.ranks[at], -counts[at]))]
    shown = at[:limit].tolist()
    rows = [
        [listing.place_ids[n], show_controls(listing.names[n]), show_controls(listing.around[n]), f"{counts[n]:,}"]
        + ([] if certain[n] else ["uncertain"])
        for n in shown
    ]
    head = node("h3", node("span", text=title), number(len(at)), cls="part")
    return [head, node("ul", rows=rows, do="place", cls="places"), *offer_more(key, len(shown), len(at))]


def _name_around(containers: Sequence[str], names: Mapping[str, str], firsts: Set[str]) -> str:
    # The first division tells a reader more than a district he has never heard of.
    known = [container for container in containers if container in names]
    return str(names[next((container for container in known if container in firsts), known[0])]) if known else ""
