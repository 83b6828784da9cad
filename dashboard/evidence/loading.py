"""The statements about a place: found and counted as numbers, and only those that are shown read from the store."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from dashboard.builds import VERSIONS_KEPT, Build, load_layout, load_numbers, load_places, open_store
from dashboard.choices import Filters, Selection, Window
from dashboard.counting import NO_DAY, Flags, Ints, Layout
from dashboard.evidence.history import DayClaim
from dashboard.evidence.overview import Listing
from dashboard.filters import keep_filtered, load_facets, load_placements, number_statement
from geodata.model import ClaimKind

HISTORY_AT_MOST = 100
"""Statements that a history is made of at most: the claims of more could not be read in one line."""

PARTS = ("own", "inside", "undated here")
"""What is said about a place: in the window naming it, or something inside it; and without a date."""

_CARDS_BEFORE_GOAL = 20
_HISTORIES_KEPT = 256
_REPORT_COLUMNS = ["title", "url", "language"]
_CLAIM_COLUMNS = ["statement_id", "kind", "event_start"]
_MENTION_COLUMNS = (
    "statement_id report_id start end toponym use place_id matched_name method reason reason_because".split()
)


@dataclass(frozen=True)
class Part:
    """The first statements of a part of what is said about a place.

    Attributes
    ----------
    rows : pandas.DataFrame
        As `load_rows` gives them, in the order in which they are read.
    total : int
        How many statements the part has.
    """

    rows: pd.DataFrame
    total: int


@dataclass(frozen=True)
class About:
    """What is said about a place.

    Attributes
    ----------
    own : Part
        Statements of the window that name the place itself.
    inside : Part
        Statements of the window that name something inside it.
    undated : Part
        Statements about it without a date.
    mentions : pandas.DataFrame
        All names in these statements, as `load_rows` gives them.
    """

    own: Part
    inside: Part
    undated: Part
    mentions: pd.DataFrame


def load_about(build: Build, selection: Selection, limits: Mapping[str, int], filters: Filters) -> About:
    """Load the first statements about the selected place, and around the one a link leads to.

    Parameters
    ----------
    build : Build
        The build.
    selection : Selection
        Place, window, basis, order, whether uncertain placements count, and which statement is to be among them.
    limits : mapping of str to int
        How many statements to read of each of `PARTS`.
    filters : Filters
        What placements have to pass.
    """
    placements, layout = load_placements(build), load_layout(build)
    rows = _find_rows(build, selection.place_id, filters)
    rows = rows[_order(layout, placements.statements[rows])]
    numbers, own, certain = placements.statements[rows], placements.own[rows], placements.certain[rows]
    inside = layout.cover(selection.start, selection.end, selection.basis, numbers)
    if not selection.uncertain:
        inside &= certain
    undated = (layout.starts[numbers] == NO_DAY) & (selection.basis == "event")
    picked = {
        name: np.flatnonzero(flags) for name, flags in zip(PARTS, (inside & own, inside & ~own, undated), strict=True)
    }
    if selection.newest_first:
        picked |= {name: picked[name][::-1] for name in ("own", "inside")}
    goal = number_statement(build, selection.statement_id) if selection.statement_id else -1
    first = {name: _cut(at, numbers[at] == goal, limits[name]) for name, at in picked.items()}
    every = np.concatenate(list(first.values()))
    read, mentions = load_rows(build, numbers[every])
    read = read.assign(own=own[every], certain=certain[every])
    heads = np.cumsum([0, *map(len, first.values())])
    own_part, inside_part, undated_part = (
        Part(read.iloc[heads[n] : heads[n + 1]], len(picked[name])) for n, name in enumerate(PARTS)
    )
    return About(own_part, inside_part, undated_part, mentions)


def _cut(at: NDArray[np.intp], is_goal: Flags, limit: int) -> NDArray[np.intp]:
    """Cut a list to `limit` rows, so that the statement a link leads to stays in it."""
    goal = int(is_goal.argmax()) if is_goal.any() else 0
    first = goal - min(_CARDS_BEFORE_GOAL, limit // 2) if goal >= limit else 0
    return at[first : first + limit]


def _find_rows(build: Build, place_id: str, filters: Filters) -> NDArray[np.intp]:
    rows = np.flatnonzero(load_placements(build).places == _load_place_rows(build).get(place_id, -2))
    return rows if filters.is_empty else rows[keep_filtered(build, filters).rows[rows]]


def load_rows(build: Build, numbers: Ints) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Load some statements and all names in them.

    Parameters
    ----------
    build : Build
        The build.
    numbers : numpy.ndarray of int32
        Rows of the table of statements.

    Returns
    -------
    statements : pandas.DataFrame
        The statements' columns in the order of `numbers`, and the report's `title`, `url` and `language`; `certain`
        where a placement of it is, `own` True.
    mentions : pandas.DataFrame
        Their names in the order of the reports: statement_id, report_id, start, end, toponym, use, place_id,
        matched_name, method, reason, reason_because, place_name, certain (missing where the name gives no placement).
    """
    store = open_store(build)
    statements = store.take("statements", numbers).to_pandas(date_as_object=False)
    reports = store.take("reports", load_numbers(build, "statements")["report"][numbers], _REPORT_COLUMNS).to_pandas()
    every = np.unique(numbers)
    rows = _find_names(build, every)
    linked = load_numbers(build, "mentions")
    mentions = store.take("mentions", rows, _MENTION_COLUMNS).to_pandas()
    places = linked["place"][rows]
    called = store.take("places", np.maximum(places, 0), ["name"])["name"].to_pandas()
    sure = _find_sure(build, every)
    pairs = zip(linked["statement"][rows].tolist(), mentions["place_id"], strict=True)
    mentions["place_name"] = called.where(places >= 0, None)
    mentions["certain"] = pd.Series([sure.get(pair) for pair in pairs], dtype=object)
    certain = {number for (number, _), is_certain in sure.items() if is_certain}
    return statements.assign(
        **{name: reports[name] for name in _REPORT_COLUMNS}, own=True, certain=[n in certain for n in numbers.tolist()]
    ), mentions


def load_history(build: Build, place_id: str, filters: Filters, window: Window) -> tuple[list[DayClaim], bool]:
    """Load the claims about a place in its statements of one day, and tell whether they are those of all time.

    Of a place with too many statements they are those of the window, in its latest statements.

    Parameters
    ----------
    build : Build
        The build.
    place_id : str
        The place.
    filters : Filters
        What placements have to pass.
    window : Window
        Days to keep to where there are too many statements.

    Returns
    -------
    claims : list of DayClaim
        In order of day, of one day in order of the reports.
    is_whole : bool
        Whether they are those of all time.
    """
    is_whole = len(find_dated(build, place_id, filters)) <= HISTORY_AT_MOST
    return _load_claims(build, place_id, filters, None if is_whole else window), is_whole


@st.cache_resource(max_entries=_HISTORIES_KEPT, show_spinner=False)
def _load_claims(build: Build, place_id: str, filters: Filters, window: Window | None) -> list[DayClaim]:
    layout, numbers = load_layout(build), find_dated(build, place_id, filters)
    if window:
        numbers = numbers[layout.cover(window.start, window.end, "event", numbers)]
    numbers = numbers[-HISTORY_AT_MOST:]
    rows = load_claim_rows(build).of(_load_place_rows(build)[place_id])
    claiming = load_numbers(build, "claims")["statement"][rows]
    kept = np.isin(claiming, numbers)
    rows = rows[kept][np.argsort(layout.starts[claiming[kept]], kind="stable")]
    table = open_store(build).take("claims", rows, _CLAIM_COLUMNS)
    return [DayClaim(row["event_start"], ClaimKind(row["kind"]), row["statement_id"]) for row in table.to_pylist()]


def find_dated(build: Build, place_id: str, filters: Filters) -> Ints:
    """Find the statements of one day that name a place itself and pass the filters, in order of day.

    Parameters
    ----------
    build : Build
        The build that is shown.
    place_id : str
        The place.
    filters : Filters
        What the viewer filters by.
    """
    placements, layout = load_placements(build), load_layout(build)
    rows = _find_rows(build, place_id, filters)
    numbers = placements.statements[rows[placements.own[rows]]]
    numbers = numbers[(layout.starts[numbers] == layout.ends[numbers]) & (layout.starts[numbers] != NO_DAY)]
    ordered: Ints = numbers[_order(layout, numbers)]
    return ordered


@dataclass(frozen=True)
class GroupedRows:
    """Rows of a table in order of what they belong to, and where those of each begin."""

    rows: Ints
    firsts: Ints

    @classmethod
    def by(cls, owners: Ints, count: int) -> "GroupedRows":
        """Group rows by the numbers of their owners, from 0 to `count`; rows of an owner keep their order."""
        rows = np.argsort(owners, kind="stable").astype(np.int32)
        return cls(rows, np.searchsorted(owners[rows], np.arange(count + 1)).astype(np.int32))

    def of(self, owner: int) -> Ints:
        """Tell the rows of one owner, ascending."""
        return self.rows[self.firsts[owner] : self.firsts[owner + 1]]


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_name_rows(build: Build) -> GroupedRows:
    """Load which rows of the table of mentions each statement has."""
    return GroupedRows.by(load_numbers(build, "mentions")["statement"], len(load_layout(build).starts))


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_claim_rows(build: Build) -> GroupedRows:
    """Load which rows of the table of claims each row of the table of places has."""
    return GroupedRows.by(load_numbers(build, "claims")["place"], len(_load_place_rows(build)))


def _find_names(build: Build, numbers: Ints) -> Ints:
    """Find the rows of the names in some statements."""
    names = load_name_rows(build)
    return np.concatenate([names.of(number) for number in numbers] or [names.rows[:0]])


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_listing(build: Build) -> Listing:
    """Load what the list of places is made of."""
    return Listing.of(load_places(build), load_layout(build).place_ids.tolist())


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def _load_place_rows(build: Build) -> dict[str, int]:
    places: list[str] = open_store(build).table("places", ["place_id"])["place_id"].to_pylist()
    return {place_id: row for row, place_id in enumerate(places)}


def _find_sure(build: Build, numbers: Ints) -> dict[tuple[int, str], bool]:
    """Find whether a placement is certain, by statement and the place it names itself."""
    index = load_facets(build)
    lows, highs = (np.searchsorted(index.own_statements, numbers, side=side) for side in ("left", "right"))
    return {
        (number, index.place_ids[index.own_places[at]]): bool(index.own_certain[at])
        for number, low, high in zip(numbers.tolist(), lows.tolist(), highs.tolist(), strict=True)
        for at in range(low, high)
    }


def _order(layout: Layout, numbers: Ints) -> NDArray[np.intp]:
    """Order statements by their event, the undated last, and by their place in the reports."""
    starts, ends = layout.starts[numbers], layout.ends[numbers]
    return np.lexsort((numbers, ends, starts, starts == NO_DAY))
