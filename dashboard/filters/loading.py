"""What filters need from the store, cached as in `loading`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from dashboard import words
from dashboard.builds import (
    VERSIONS_KEPT,
    Build,
    Shown,
    load_counts,
    load_layout,
    load_limits,
    load_numbers,
    load_scrubber_data,
    load_sources_shown,
    open_store,
    squeeze,
)
from dashboard.choices import Filters, LeftOutPart, Limits, Selection, Window
from dashboard.contract import Basis
from dashboard.counting import (
    Counts,
    Flags,
    Ints,
    PlacedRows,
    ScrubberData,
    count_days,
    count_kinds,
    count_rows,
    count_statements,
    number_day,
    pack_counts,
    pack_window,
    sort_pairs,
)
from dashboard.filters.facets import (
    Kept,
    Tally,
    apply_filters,
    count_facets,
    flag_placements,
    flag_places,
    tally,
    tell_filters,
)
from dashboard.filters.index import FacetIndex, read_index
from dashboard.filters.left_out import sort_left_out
from dashboard.filters.lists import Facet
from geodata.errors import SearchError

_FILTERS_KEPT = 8
_WINDOWS_KEPT = 16


@dataclass(frozen=True)
class Found:
    """What a search for words found: rows of the table of statements, or why it could not be read."""

    rows: Ints | None
    fault: str = ""


@dataclass(frozen=True)
class Filtered:
    """What filters let through, in any window.

    Attributes
    ----------
    kept : Kept
        Statements and placements.
    rows : numpy.ndarray of bool, (rows of place_statements,)
        Placements that are shown.
    """

    kept: Kept
    rows: Flags


@dataclass(frozen=True)
class Placements:
    """The rows of place_statements.

    Attributes
    ----------
    statements, places : numpy.ndarray of int32, (rows,)
        Rows of their tables.
    own, certain : numpy.ndarray of bool, (rows,)
        Whether the statement names the place itself, and whether the placement is certain.
    by_statement, firsts : numpy.ndarray of int32, (rows,) and (statements + 1,)
        The rows in order of their statements, and where those of each statement begin in that.
    """

    statements: Ints
    places: Ints
    own: Flags
    certain: Flags
    by_statement: Ints
    firsts: Ints


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_facets(build: Build) -> FacetIndex:
    """Load what filters are applied to."""
    return read_index(open_store(build))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def find_words(build: Build, query: str) -> Found:
    """Find statements by their words; a search that cannot be read filters nothing and says why."""
    if not query:
        return Found(None)
    try:
        return Found(open_store(build).search(query))
    except SearchError as error:
        return Found(None, _say_fault(error))


def _say_fault(error: SearchError) -> str:
    template = words.READING.get(error.kind)
    return template.format(**error.parts) if template else str(error)


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def keep_filtered(build: Build, filters: Filters) -> Filtered:
    """Keep what filters let through."""
    kept = keep_placements(build, filters)
    return Filtered(kept, flag_placements(load_facets(build), kept))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_filtered_counts(build: Build, filters: Filters) -> Counts:
    """Load what filters let through ready to be counted in any window; as `loading.load_counts` without filters."""
    if filters.is_empty:
        return load_counts(build)
    filtered = keep_filtered(build, filters)
    if not any(filters.chosen(facet) for facet in ("kinds", "regions", "countries", "matches")):
        return count_statements(load_layout(build), filtered.kept.statements)
    # Of a statement about several places only those that pass are shown.
    return count_statements(load_layout(build), filtered.kept.statements, filtered.rows)


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_packed_filtered(build: Build, filters: Filters, basis: Basis) -> bytes:
    """Load what the browser counts with of what filters let through, compressed.

    Parameters
    ----------
    build : Build
        The build that is shown.
    filters : Filters
        What the viewer filters by.
    basis : Basis
        Which date of a statement counts.
    """
    return squeeze(pack_counts(load_filtered_counts(build, filters), basis), quickly=True)


@st.cache_resource(max_entries=_WINDOWS_KEPT, show_spinner=False)
def load_packed_window(build: Build, filters: Filters, window: Window) -> bytes:
    """Load what the browser shows one window with, compressed; quick, where counting for all windows would take longer.

    Parameters
    ----------
    build : Build
        The build that is shown.
    filters : Filters
        What the viewer filters by.
    window : Window
        The days shown.
    """
    kept, layout = keep_filtered(build, filters), load_layout(build)
    statements = np.flatnonzero(kept.kept.on_map & layout.cover(window.start, window.end, window.basis))
    counted = count_kinds(layout, _find_rows(build, statements.astype(np.int32), kept.rows))
    return squeeze(pack_window(counted, number_day(window.start)), quickly=True)


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_filtered_scrubber(build: Build, filters: Filters) -> ScrubberData:
    """Load what the time control draws of what filters let through."""
    limits = load_limits(build)
    if filters.is_empty or limits is None:
        return load_scrubber_data(build)
    on_map, layout = keep_filtered(build, filters).kept.on_map, load_layout(build)
    days = (layout.starts[on_map], layout.ends[on_map], layout.published[on_map])
    return count_days(days, limits.first, limits.last)


@st.cache_resource(max_entries=_WINDOWS_KEPT, show_spinner=False)
def count_filtered(
    build: Build, start: date, end: date, basis: Basis, *, uncertain: bool, filters: Filters
) -> tuple[Shown, Tally]:
    """Count what a window shows under filters, and what it leaves out.

    Parameters
    ----------
    build : Build
        The build that is shown.
    start : datetime.date
        First day, included.
    end : datetime.date
        Last day, included.
    basis : Basis
        Which date of a statement counts.
    uncertain : bool
        Whether placements count that are not certain.
    filters : Filters
        What the viewer filters by.
    """
    filters = narrow(filters, uncertain=uncertain)
    kept, layout = keep_filtered(build, filters), load_layout(build)
    counted = tally(load_facets(build), kept.kept, Selection(start, end, basis))
    statements = np.flatnonzero(kept.kept.on_map & layout.cover(start, end, basis)).astype(np.int32)
    found = count_rows(layout, _find_rows(build, statements, kept.rows), len(statements), counted.unplaced)
    return Shown(
        layout.place_ids, found, counted.statements, counted.places, counted.undated, counted.unplaced
    ), counted


def _find_rows(build: Build, statements: Ints, shown: Flags) -> PlacedRows:
    """Find the placements shown of some statements; all of the build are never gone through."""
    placements = load_placements(build)
    heads, sizes = placements.firsts[statements], np.diff(placements.firsts)[statements]
    offsets = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows = placements.by_statement[np.repeat(heads, sizes) + offsets]
    rows = rows[shown[rows]]
    ranks = _load_ranks(build)
    return PlacedRows(ranks[placements.places[rows]], placements.own[rows], placements.certain[rows])


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def _load_ranks(build: Build) -> Ints:
    """Load the place in the order of all counts of each row of the table of places; -1 for those without a count."""
    ids = open_store(build).table("places", ["place_id"])["place_id"].to_pandas()
    return pd.Index(load_layout(build).place_ids).get_indexer(pd.Index(ids)).astype(np.int32)


def list_facets(
    build: Build, selection: Selection, filters: Filters, opened: Mapping[str, str] | None = None
) -> list[Facet]:
    """List the facets with their values and counts in the window; `opened` ones as `count_facets` does.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    opened : mapping of str to str or None, optional
        Facets listed whole, with the words looked for in each.
    """
    found = find_words(build, filters.query).rows
    return count_facets(load_facets(build), filters, selection, found, opened=opened)


def tell_shown(build: Build, selection: Selection, filters: Filters, counted: Tally) -> str:
    """Say in one sentence what is shown, by which filters, and what is left out.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    counted : Tally
        The numbers it tells.
    """
    return tell_filters(load_facets(build), filters, selection, counted)


def find_shown(build: Build, selection: Selection, filters: Filters) -> Ints:
    """Find the statements on the map under filters, by number, in order of their event.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    kept, layout = keep_filtered(build, narrow(filters, uncertain=selection.uncertain)).kept, load_layout(build)
    numbers = np.flatnonzero(kept.on_map).astype(np.int32)
    numbers = numbers[layout.cover(selection.start, selection.end, selection.basis, numbers)]
    return numbers[np.argsort(layout.starts[numbers], kind="stable")]


def list_shown(build: Build, selection: Selection, filters: Filters) -> list[str]:
    """List the statements on the map under filters, by id, in order of their event.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    return name_statements(build, find_shown(build, selection, filters))


def name_statements(build: Build, numbers: Ints) -> list[str]:
    """Give the ids of statements."""
    ids: list[str] = _load_ids(build).take(pa.array(numbers)).to_pylist()
    return ids


def number_statement(build: Build, statement_id: str) -> int:
    """Give the number of a statement; -1 for an unknown one."""
    return int(pc.index(_load_ids(build), statement_id).as_py())


def list_left_out(build: Build, selection: Selection, filters: Filters, part: LeftOutPart, limits: Limits) -> Ints:
    """List the statements of a part of what is not on the map, by number.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    part : LeftOutPart
        The part that is listed.
    limits : Limits
        What exists: days, places, reports.
    """
    every, kept = (
        keep_placements(build, Filters()),
        keep_placements(build, narrow(filters, uncertain=selection.uncertain)),
    )
    return sort_left_out(load_facets(build), part, every, kept, selection, limits)


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def count_elsewhen(build: Build, filters: Filters, basis: Basis) -> int:
    """Count the statements that filters let through about days no window reaches.

    Parameters
    ----------
    build : Build
        The build that is shown.
    filters : Filters
        What the viewer filters by.
    basis : Basis
        Which date of a statement counts.
    """
    limits, kept = load_limits(build), keep_placements(build, filters)
    if limits is None:
        return 0
    selection = Selection(limits.first, limits.last, basis)
    return len(sort_left_out(load_facets(build), "elsewhen", kept, kept, selection, limits))


def keep_statements(build: Build, filters: Filters) -> Flags | None:
    """Flag the statements that filters let through; None where all pass."""
    return None if filters.is_empty else keep_placements(build, filters).statements


def load_sources_kept(build: Build, selection: Selection, filters: Filters) -> list[str]:
    """Load where the reports are from that the window shows statements of, as the filters let them through.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    kept = keep_placements(build, narrow(filters, uncertain=selection.uncertain))
    return load_sources_shown(build, selection.window, kept.on_map)


def list_places_kept(build: Build, filters: Filters) -> list[str] | None:
    """List the places that filters on places let through; None where there is no such filter."""
    if not any(filters.chosen(facet) for facet in ("kinds", "regions", "countries")):
        return None
    index = load_facets(build)
    return [index.place_ids[number] for number in np.flatnonzero(flag_places(index, filters))]


def narrow(filters: Filters, *, uncertain: bool) -> Filters:
    """Join the filters with the choice to show only places that are certain."""
    return filters if uncertain or filters.matches else replace(filters, matches=("certain",))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def keep_placements(build: Build, filters: Filters) -> Kept:
    """Keep the statements and placements that filters let through."""
    return apply_filters(load_facets(build), filters, find_words(build, filters.query).rows)


def list_statements(index: FacetIndex, kept: Kept) -> pd.DataFrame:
    """List all statements in the order of the masks, as placed only where they are kept."""
    return pd.DataFrame(
        {
            "kind": np.where(kept.statements, "statement", ""),
            "event_start": index.starts.astype("datetime64[s]"),
            "event_end": index.ends.astype("datetime64[s]"),
            "published_on": index.published.astype("datetime64[s]"),
            "placed": kept.on_map.astype(np.int32),
            "unplaced": (kept.statements & index.is_unplaced).astype(np.int32),
        }
    )


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_placements(build: Build) -> Placements:
    """Load the rows of place_statements as numbers."""
    numbers, flags = load_numbers(build, "place_statements"), _read_flags(build)
    statements = numbers["statement"]
    order = sort_pairs(statements, np.zeros_like(statements)).astype(np.int32)
    sizes = np.bincount(statements, minlength=len(load_layout(build).starts))
    firsts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    return Placements(statements, numbers["place"], *flags, order, firsts)


def _read_flags(build: Build) -> tuple[Flags, Flags]:
    flags = open_store(build).table("place_statements", ["own", "certain"])
    return flags["own"].to_numpy(), flags["certain"].to_numpy()


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def _load_ids(build: Build) -> pa.ChunkedArray:
    return open_store(build).table("statements", ["statement_id"])["statement_id"]
