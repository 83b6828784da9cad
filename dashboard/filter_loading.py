"""What filters need from the store, cached as in `loading`."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.facet_index import FacetIndex, Ints, read_index
from dashboard.facets import (
    Facet,
    Filters,
    Kept,
    Tally,
    apply_filters,
    count_facets,
    flag_placements,
    tally,
    tell_filters,
)
from dashboard.loading import Build, LeftOut, Shown, open_store
from dashboard.selection import Basis, Selection, count_places, covers
from geodata.errors import SearchError

_VERSIONS_KEPT = 2
_FILTERS_KEPT = 32
_WINDOWS_KEPT = 256


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
    placements : pandas.DataFrame
        Rows of place_statements that are shown.
    """

    kept: Kept
    placements: pd.DataFrame


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
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
        return Found(None, str(error))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def keep_filtered(build: Build, filters: Filters) -> Filtered:
    """Keep what filters let through."""
    index = load_facets(build)
    kept = apply_filters(index, filters, find_words(build, filters.query).rows)
    return Filtered(kept, _load_placements(build)[flag_placements(index, kept)])


@st.cache_resource(max_entries=_WINDOWS_KEPT, show_spinner=False)
def count_filtered(
    build: Build, start: date, end: date, basis: Basis, *, uncertain: bool, filters: Filters
) -> tuple[Shown, Tally]:
    """Count what a window shows under filters, and what it leaves out."""
    selection = Selection(start, end, basis)
    filtered = keep_filtered(build, narrow(filters, uncertain=uncertain))
    counted = tally(load_facets(build), filtered.kept, selection)
    counts = count_places(filtered.placements[covers(filtered.placements, selection)])
    return Shown(counts, counted.statements, counted.places, counted.undated, counted.unplaced), counted


def list_facets(build: Build, selection: Selection, filters: Filters, limit: int) -> list[Facet]:
    """List the facets with their values and counts in the window, at most `limit` values of each."""
    found = find_words(build, filters.query).rows
    return count_facets(load_facets(build), filters, selection, found, limit)


def tell(build: Build, selection: Selection, filters: Filters, counted: Tally) -> str:
    """Say in one sentence what is shown, by which filters, and what is left out."""
    return tell_filters(load_facets(build), filters, selection, counted)


def list_shown(build: Build, selection: Selection, filters: Filters) -> list[str]:
    """List the statements on the map under filters, by id, in order of the store."""
    filtered = keep_filtered(build, narrow(filters, uncertain=selection.uncertain))
    placements = filtered.placements
    return list(dict.fromkeys(placements["statement_id"][covers(placements, selection)]))


def keep_statements_of(build: Build, place_id: str, statements: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the statements about a place that filters let through."""
    if filters.is_empty:
        return statements
    placements = keep_filtered(build, filters).placements
    kept = placements["statement_id"][placements["place_id"] == place_id]
    return statements[statements["statement_id"].isin(kept)]


def keep_left_out(build: Build, left_out: LeftOut, filters: Filters) -> LeftOut:
    """Keep of what the map does not show the statements that filters let through."""
    if filters.is_empty:
        return left_out
    kept = set(_load_ids(build)[keep_filtered(build, filters).kept.statements])
    unplaced, undated, elsewhen = (
        rows[rows["statement_id"].isin(kept)] for rows in (left_out.unplaced, left_out.undated, left_out.elsewhen)
    )
    return replace(left_out, unplaced=unplaced, undated=undated, elsewhen=elsewhen)


def narrow(filters: Filters, *, uncertain: bool) -> Filters:
    """Join the filters with the choice to show only places that are certain."""
    return filters if uncertain or filters.matches else replace(filters, matches=("certain",))


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def _load_placements(build: Build) -> pd.DataFrame:
    # In the order of the file, which is that of the masks.
    return open_store(build).query(
        """SELECT place_id, statement_id, report_id, event_start, event_end, published_on, certain, own
           FROM place_statements"""
    )


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def _load_ids(build: Build) -> "pd.Series[str]":
    ids: pd.Series[str] = open_store(build).table("statements", ["statement_id"]).to_pandas()["statement_id"]
    return ids
