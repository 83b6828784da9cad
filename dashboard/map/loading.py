"""What the map asks for only when it is wanted, colours by source and lines between places; cached as in `loading`."""

import json

import numpy as np
import pandas as pd
import shapely
import streamlit as st
from numpy.typing import NDArray

from dashboard.builds import VERSIONS_KEPT, Build, load_layout, load_places, open_store, squeeze
from dashboard.choices import Filters, Selection, Window
from dashboard.contract import SOURCES_AT_MOST, Basis, LinkRows, SourceRows, Theme
from dashboard.counting import Counts, Ints, Layout, count_statements, lay_out, pack_counts
from dashboard.filters import Kept, keep_placements, list_statements, load_facets, load_filtered_counts, narrow
from dashboard.map.classes import classify_recency, classify_sources
from dashboard.map.colours import SCALES, Scale, classify_kinds
from dashboard.map.drawing import write_places
from dashboard.map.sources import SourcePairs, pair_sources
from dashboard.map.together import find_links
from dashboard.text import show_controls

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
    """Load what the browser counts places and sources with.

    Parameters
    ----------
    build : Build
        The build that is shown.
    basis : Basis
        Which date of a statement counts.
    filters : Filters
        What the viewer filters by.
    """
    return pack_counts(load_source_counts(build, filters), basis)


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner=False)
def load_packed_sources(build: Build) -> str:
    """Load the names of the commonest sources, and of each pair its place, in the order of the counts, and source."""
    pairs = load_source_pairs(build)
    rows = find_rows(build, pairs.places)
    sources: SourceRows = {
        "names": [show_controls(name) for name in pairs.names],
        "places": rows.tolist(),
        "sources": pairs.sources.tolist(),
    }
    return json.dumps(sources, ensure_ascii=False, separators=(",", ":"))


def load_classes(build: Build, selection: Selection, filters: Filters) -> dict[str, int]:
    """Load the class of colour of each place in a selection's window, by place_id; empty where all are of one.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    place_ids, window = load_layout(build).place_ids, selection.window
    days, uncertain = (window.start, window.end, window.basis), selection.uncertain
    if selection.colour == "recency":
        classes = classify_recency(load_filtered_counts(build, filters), window, uncertain=uncertain)
    elif selection.colour == "kind":
        classes = classify_kinds(load_places(build).reindex(place_ids))
    elif selection.colour == "source":
        pairs = load_source_pairs(build)
        numbers, told = (
            counts.in_window(*days, uncertain=uncertain).by_place
            for counts in (load_filtered_counts(build, filters), load_source_counts(build, filters))
        )
        classes = classify_sources(numbers, find_rows(build, pairs.places), pairs.sources, told)
    else:
        return {}
    return dict(zip(place_ids.tolist(), classes.tolist(), strict=True))


def load_scale(build: Build, selection: Selection, theme: Theme) -> Scale | None:
    """Load fill and label of every class of a selection's colours; None where all circles are of one colour.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    theme : Theme
        Of the page.
    """
    if selection.colour == "one":
        return None
    scale = SCALES[theme][selection.colour]
    if selection.colour != "source":
        return scale
    names = load_source_pairs(build).names
    return Scale(scale.fills, (*names, *[""] * (SOURCES_AT_MOST - len(names)), *scale.labels))


def load_links(build: Build, selection: Selection, filters: Filters) -> dict[str, int]:
    """Load how many reports name the selected place and each other one; empty where no lines are wanted.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    if not selection.links or not selection.place_id:
        return {}
    place_id, window = selection.place_id, selection.window
    links = json.loads(load_packed_links(build, place_id, window, filters, uncertain=selection.uncertain))
    return dict(zip(links["ids"], links["reports"], strict=True))


@st.cache_data(max_entries=_LINKS_KEPT, show_spinner=False)
def load_packed_links(build: Build, place_id: str, window: Window, filters: Filters, *, uncertain: bool) -> str:
    """Load the places named in the same reports as a place: ids, and the number of reports of each.

    Parameters
    ----------
    build : Build
        The build that is shown.
    place_id : str
        The place.
    window : Window
        The days shown.
    filters : Filters
        What the viewer filters by.
    uncertain : bool
        Whether placements count that are not certain.
    """
    index = load_facets(build)
    number = index.place_ids.index(place_id) if place_id in index.place_ids else -1
    links = find_links(index, keep_placements(build, narrow(filters, uncertain=uncertain)).owns, number, window)
    found: LinkRows = {
        "ids": [index.place_ids[place] for place in links.places],
        "reports": links.reports.tolist(),
    }
    return json.dumps(found, separators=(",", ":"))


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


# Finer than the lines are, and half the bytes.
_REGION_DEGREES = 1e-4


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_packed_places(build: Build) -> bytes:
    """Load what the browser draws the counted places with, compressed."""
    return squeeze(write_places(load_places(build), load_layout(build).place_ids.tolist()).encode())


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_packed_regions(build: Build) -> bytes:
    """Load the polygons as GeoJSON, coordinates rounded to about 10 m, compressed."""
    regions = open_store(build).regions().set_index("place_id")[["geometry"]]
    regions["geometry"] = shapely.set_precision(regions.geometry.to_numpy(), _REGION_DEGREES, mode="pointwise")
    return squeeze(str(regions.to_json(drop_id=False, to_wgs84=False)).encode())
