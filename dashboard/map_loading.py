"""What the map asks for only when it is wanted, colours by source and lines between places; cached as in `loading`."""

import json

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from dashboard.counts import Counts, Layout, count_statements, lay_out
from dashboard.counts_wire import pack_counts
from dashboard.facet_index import Ints
from dashboard.facets import Filters, Kept
from dashboard.filter_loading import keep_placements, list_statements, load_facets, narrow
from dashboard.layers import show_controls
from dashboard.links import find_links
from dashboard.loading import Build, load_layout
from dashboard.selection import Basis, Window
from dashboard.source_pairs import SourcePairs, pair_sources

_VERSIONS_KEPT = 2
_FILTERS_KEPT = 4
_LINKS_KEPT = 256


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def load_source_pairs(build: Build) -> SourcePairs:
    """Load which places the commonest sources speak of."""
    return pair_sources(load_facets(build))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_source_counts(build: Build, filters: Filters) -> Counts:
    """Load the statements by place and source that filters let through, ready to be counted in any window."""
    kept = keep_placements(build, filters)
    if kept.owns.all():
        return count_statements(_load_pair_layout(build))
    return count_statements(_lay_out(build, kept))


@st.cache_resource(max_entries=_FILTERS_KEPT, show_spinner=False)
def load_packed_source_counts(build: Build, basis: Basis, filters: Filters) -> bytes:
    """Load what the browser counts places and sources with."""
    return pack_counts(load_source_counts(build, filters), basis)


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def load_packed_sources(build: Build) -> str:
    """Load the names of the commonest sources, and of each pair its place, in the order of the counts, and source."""
    pairs = load_source_pairs(build)
    rows = find_rows(build, pairs.places)
    sources = {"names": [show_controls(name) for name in pairs.names], "places": rows.tolist()}
    return json.dumps(sources | {"sources": pairs.sources.tolist()}, ensure_ascii=False, separators=(",", ":"))


@st.cache_data(max_entries=_LINKS_KEPT, show_spinner=False)
def load_packed_links(build: Build, place_id: str, window: Window, filters: Filters, *, uncertain: bool) -> str:
    """Load the places named in the same reports as a place: ids, and the number of reports of each."""
    index = load_facets(build)
    number = index.place_ids.index(place_id) if place_id in index.place_ids else -1
    links = find_links(index, keep_placements(build, narrow(filters, uncertain=uncertain)).owns, number, window)
    ids = [index.place_ids[place] for place in links.places]
    return json.dumps({"ids": ids, "reports": links.reports.tolist()}, separators=(",", ":"))


def find_rows(build: Build, places: Ints) -> NDArray[np.intp]:
    """Find places of the filters' index among those that are counted."""
    ids = np.asarray(load_facets(build).place_ids, dtype=object)[places]
    return pd.Index(load_layout(build).place_ids).get_indexer(pd.Index(ids))


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def _load_pair_layout(build: Build) -> Layout:
    return _lay_out(build, keep_placements(build, Filters()))


def _lay_out(build: Build, kept: Kept) -> Layout:
    index, pairs = load_facets(build), load_source_pairs(build)
    numbers = np.arange(len(pairs.places)).astype(object)
    return lay_out(numbers, pairs.list_rows(index, kept.owns), list_statements(index, kept))
