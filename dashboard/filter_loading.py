"""What filters need from the store, cached as in `loading`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.counts import Counts, count_statements, lay_out
from dashboard.facet_index import FacetIndex, Ints, read_index
from dashboard.facet_lists import Facet
from dashboard.facets import (
    Filters,
    Kept,
    Tally,
    apply_filters,
    count_facets,
    flag_placements,
    flag_places,
    tally,
    tell_filters,
)
from dashboard.left_out import sort_left_out
from dashboard.loading import (
    Build,
    Shown,
    load_counts,
    load_layout,
    load_limits,
    load_scrubber_data,
    open_store,
)
from dashboard.scrubber import ScrubberData, build_scrubber_data
from dashboard.selection import Basis, LeftOutPart, Limits, Selection, covers
from geodata.errors import SearchError

_VERSIONS_KEPT = 2
_FILTERS_KEPT = 8
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
    kept = keep_placements(build, filters)
    return Filtered(kept, _load_placements(build)[flag_placements(load_facets(build), kept)])


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_filtered_counts(build: Build, filters: Filters) -> Counts:
    """Load what filters let through ready to be counted in any window; as `loading.load_counts` without filters."""
    if filters.is_empty:
        return load_counts(build)
    filtered, index = keep_filtered(build, filters), load_facets(build)
    if not any(filters.chosen(facet) for facet in ("kinds", "regions", "countries", "matches")):
        return count_statements(load_layout(build), filtered.kept.statements)
    # Of a statement about several places only those that pass are shown, so what is kept is laid out anew.
    place_ids = load_layout(build).place_ids
    rows = filtered.placements
    numbered = pd.DataFrame(
        {
            "place": pd.Index(place_ids).get_indexer(pd.Index(rows["place_id"])),
            "statement": pd.Index(_load_ids(build)).get_indexer(pd.Index(rows["statement_id"])),
            "certain": rows["certain"].to_numpy(),
            "own": rows["own"].to_numpy(),
        }
    )
    return count_statements(lay_out(place_ids, numbered, list_statements(index, filtered.kept)))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_filtered_scrubber(build: Build, filters: Filters) -> ScrubberData:
    """Load what the time control draws of what filters let through."""
    limits = load_limits(build)
    if filters.is_empty or limits is None:
        return load_scrubber_data(build)
    kept = keep_filtered(build, filters).kept
    statements = list_statements(load_facets(build), kept)[kept.on_map]
    return build_scrubber_data(statements, limits.first, limits.last)


@st.cache_resource(max_entries=_WINDOWS_KEPT, show_spinner=False)
def count_filtered(
    build: Build, start: date, end: date, basis: Basis, *, uncertain: bool, filters: Filters
) -> tuple[Shown, Tally]:
    """Count what a window shows under filters, and what it leaves out."""
    filters = narrow(filters, uncertain=uncertain)
    counts = load_filtered_counts(build, filters)
    found = counts.in_window(start, end, basis)
    counted = tally(load_facets(build), keep_filtered(build, filters).kept, Selection(start, end, basis))
    frame = found.frame(counts.layout.place_ids)
    return Shown(frame, counted.statements, counted.places, counted.undated, counted.unplaced), counted


def list_facets(
    build: Build, selection: Selection, filters: Filters, opened: Mapping[str, str] | None = None
) -> list[Facet]:
    """List the facets with their values and counts in the window; `opened` ones as `count_facets` does."""
    found = find_words(build, filters.query).rows
    return count_facets(load_facets(build), filters, selection, found, opened=opened)


def tell(build: Build, selection: Selection, filters: Filters, counted: Tally) -> str:
    """Say in one sentence what is shown, by which filters, and what is left out."""
    return tell_filters(load_facets(build), filters, selection, counted)


def list_shown(build: Build, selection: Selection, filters: Filters) -> list[str]:
    """List the statements on the map under filters, by id, in order of the store."""
    filtered = keep_filtered(build, narrow(filters, uncertain=selection.uncertain))
    inside = filtered.placements[covers(filtered.placements, selection)]
    return list(dict.fromkeys(inside.sort_values("event_start", kind="stable")["statement_id"]))


def keep_statements_of(build: Build, place_id: str, statements: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the statements about a place that filters let through."""
    if filters.is_empty:
        return statements
    placements = keep_filtered(build, filters).placements
    kept = placements["statement_id"][placements["place_id"] == place_id]
    return statements[statements["statement_id"].isin(kept)]


def keep_names(build: Build, names: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep of the names that could not be placed those in statements that filters let through."""
    if filters.is_empty or names.empty:
        return names
    numbers = _number_statements(build).get_indexer(pd.Index(names["statement_id"]))
    return names[keep_placements(build, filters).statements[numbers]]


def list_left_out(
    build: Build, selection: Selection, filters: Filters, part: LeftOutPart, limits: Limits, at_most: int
) -> list[str]:
    """List the first statements of a part of what is not on the map, by id."""
    every, kept = (
        keep_placements(build, Filters()),
        keep_placements(build, narrow(filters, uncertain=selection.uncertain)),
    )
    rows = sort_left_out(load_facets(build), part, every, kept, selection, limits)[:at_most]
    return _load_ids(build).iloc[rows].tolist()


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def count_elsewhen(build: Build, filters: Filters, basis: Basis) -> int:
    """Count the statements that filters let through about days no window reaches."""
    limits, kept = load_limits(build), keep_placements(build, filters)
    if limits is None:
        return 0
    selection = Selection(limits.first, limits.last, basis)
    return len(sort_left_out(load_facets(build), "elsewhen", kept, kept, selection, limits))


def list_places_kept(build: Build, filters: Filters) -> list[str] | None:
    """List the places that filters on places let through; None where there is no such filter."""
    if not any(filters.chosen(facet) for facet in ("kinds", "regions", "countries")):
        return None
    index = load_facets(build)
    return [index.place_ids[number] for number in np.flatnonzero(flag_places(index, filters))]


def narrow(filters: Filters, *, uncertain: bool) -> Filters:
    """Join the filters with the choice to show only places that are certain."""
    return filters if uncertain or filters.matches else replace(filters, matches=("certain",))


def load_statements(build: Build, statement_ids: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Load some statements and their names, as `loading.load_statements_of` and `load_mentions_of` do of a place."""
    store, ids = open_store(build), list(statement_ids)
    statements = store.query(
        """SELECT s.*, true AS own, r.title, r.url, r.language,
                  coalesce((SELECT bool_or(p.certain) FROM place_statements p
                            WHERE p.statement_id = s.statement_id), false) AS certain
           FROM statements s JOIN reports r ON r.report_id = s.report_id
           WHERE s.statement_id IN (SELECT unnest($ids))
           ORDER BY s.event_start NULLS LAST, s.event_end, s.report_id, s.ordinal""",
        ids=ids,
    )
    mentions = store.query(
        """SELECT m.statement_id, m.report_id, m."start", m."end", m.toponym, m.use, m.place_id, m.matched_name,
                  m.method, m.reason, g.name AS place_name, o.certain
           FROM mentions m
           LEFT JOIN place_statements o ON o.report_id = m.report_id AND o.statement_id = m.statement_id
                                       AND o.place_id = m.place_id
           LEFT JOIN places g ON g.place_id = m.place_id
           WHERE m.statement_id IN (SELECT unnest($ids)) ORDER BY m.report_id, m."start" """,
        ids=ids,
    )
    return statements, mentions


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def keep_placements(build: Build, filters: Filters) -> Kept:
    """Keep the statements and placements that filters let through."""
    return apply_filters(load_facets(build), filters, find_words(build, filters.query).rows)


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def _number_statements(build: Build) -> pd.Index:
    return pd.Index(_load_ids(build))


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
