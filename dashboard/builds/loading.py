"""What the screen reads from the store; the only functions that are cached.

Each is keyed by the store's folder, the version of the build and plain values, so a new build is a new
key and an old one falls out by itself. Whole tables are kept as resources: shared by all sessions and
never changed by anyone, because a copy for each rerun would cost more than the work done on it.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from dashboard.builds.compressed import squeeze
from dashboard.choices import FoundStatement, Limits, Window, choose_window, days_of_short_events, find_span
from dashboard.contract import Basis
from dashboard.counting import (
    Counts,
    Flags,
    Layout,
    ScrubberData,
    WindowCounts,
    build_scrubber_data,
    count_statements,
    name_days,
    pack_counts,
    read_layout,
)
from dashboard.settings import store_folder
from geodata.errors import Fault, StoreError
from geodata.store import Store, current_version, read_status

# The build shown and the one before it: a session may still finish a run on the old one.
VERSIONS_KEPT = 2
# A window has a number for each place: of 10,000 places 150 kB.
_WINDOWS_KEPT = 16
_REPORTS_KEPT = 64
_STATEMENTS_AROUND = 2


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the store: what everything loaded is keyed by.

    Attributes
    ----------
    folder : str
        The store.
    version : str
        Name of the build.
    """

    folder: str
    version: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What holds in the store right now, cheap enough to ask every other second.

    Attributes
    ----------
    version : str or None
        The build that holds; None where there is none.
    state : str
        How the last attempt to build went: "ok", "building", "failed", "none".
    faults : tuple of str
        Why it failed, or which report files were left out; one sentence each.
    """

    version: str | None
    state: str
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What a window shows, counted.

    Attributes
    ----------
    place_ids : numpy.ndarray of str
        The places that are counted.
    found : WindowCounts
        The numbers of each.
    statements, places : int
        Distinct statements, and places they name themselves.
    undated, unplaced : int
        Statements left out for want of a date, and for want of a place.
    """

    place_ids: NDArray[np.object_]
    found: WindowCounts
    statements: int
    places: int
    undated: int
    unplaced: int

    @property
    def counts(self) -> pd.DataFrame:
        """Lay out by place_id: statements, own, certain. Made at each call."""
        return self.found.frame(self.place_ids)


@dataclass(frozen=True)
class ReportParts:
    """One report: its row, and its mentions in order."""

    report: Mapping[Hashable, Any]
    mentions: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Context:
    """What a report says right before and right after a statement; empty at its beginning or end."""

    before: str
    after: str


def read_moment() -> Moment:
    """Read what holds in the store; not cached, for it is what the caches are keyed by."""
    return read_moment_of(store_folder())


def read_moment_of(folder: Path) -> Moment:
    """Read what holds in the store of a folder."""
    version, status = current_version(folder), read_status(folder)
    outcome = str(status.get("state", "none"))
    # While a build runs the page goes on as it is; only a page that waits for its first build tells of it.
    if version is not None and outcome == "building":
        outcome = "ok"
    faults = tuple(_say_fault(fault) for fault in status.get("faults", [])) if outcome in ("failed", "ok") else ()
    return Moment(version, outcome, faults)


def find_build(moment: Moment) -> Build | None:
    """Name the build to show; None where there is none that can be opened."""
    if moment.version is None:
        return None
    build = Build(str(store_folder()), moment.version)
    try:
        open_store(build)
    except StoreError:
        return None
    return build


def say_store_fault() -> str:
    """Say why a store that is there cannot be shown: another format, a damaged file; empty where none is there."""
    folder = store_folder()
    if not (folder / "manifest.json").exists():
        return ""
    try:
        Store.open(folder)
    except StoreError as error:
        return str(error)
    return ""


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def open_store(build: Build) -> Store:
    """Open a build; raises StoreError when it cannot be."""
    return Store.open(Path(build.folder))


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_places(build: Build) -> pd.DataFrame:
    """Load the places some statement is about and those around them, by place_id, with whether there is a polygon.

    Notes
    -----
    A gazetteer has a hundred times more places than reports ever name; the others never reach the screen.
    """
    store = open_store(build)
    places = store.query(
        """SELECT place_id, name, kind, feature_code, country_code, lat, lon, containers FROM places
           WHERE place_id IN (SELECT place_id FROM place_statements)
              OR place_id IN (SELECT unnest(containers) FROM places) ORDER BY place_id"""
    ).set_index("place_id")
    polygons = set(store.regions()["place_id"])
    return places.assign(has_polygon=places.index.isin(polygons))


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_region_bounds(build: Build) -> pd.DataFrame:
    """Load the bounds of each polygon in degrees, by place_id: minx, miny, maxx, maxy."""
    regions = open_store(build).regions().set_index("place_id")
    return pd.DataFrame(regions.geometry.bounds)


def load_days(build: Build) -> pd.DataFrame:
    """Load the dates of every statement on the map: event_start, event_end, published_on."""
    layout = load_layout(build)
    columns = {"event_start": layout.starts, "event_end": layout.ends, "published_on": layout.published}
    return pd.DataFrame({name: name_days(days[layout.placed]) for name, days in columns.items()})


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_limits(build: Build) -> Limits | None:
    """Load what a selection can hold; None where no statement is dated and placed."""
    rows = load_days(build)
    span = find_span(rows)
    if span is None:
        return None
    first, last = span
    reports = open_store(build).table("reports", ["report_id"])["report_id"].to_pylist()
    return Limits(
        first=first,
        last=last,
        window=choose_window(days_of_short_events(rows), first, last),
        place_ids=frozenset(load_places(build).index),
        report_ids=frozenset(reports),
    )


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_scrubber_data(build: Build) -> ScrubberData:
    """Load what the time control draws: the statements on the map, by day.

    Raises
    ------
    ValueError
        When no statement has a date.
    """
    limits = load_limits(build)
    if limits is None:
        raise ValueError("Without a dated statement there is no time to show.")
    return build_scrubber_data(load_days(build), limits.first, limits.last)


@st.cache_resource(max_entries=3 * VERSIONS_KEPT, show_spinner=False)
def load_numbers(build: Build, name: str) -> dict[str, NDArray[np.int32]]:
    """Load the row numbers of a table of the store, by column."""
    return open_store(build).numbers(name)


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_layout(build: Build) -> Layout:
    """Load the statements laid out for counting."""
    return read_layout(open_store(build))


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_counts(build: Build) -> Counts:
    """Load all statements ready to be counted in any window."""
    return count_statements(load_layout(build))


@st.cache_resource(max_entries=2 * VERSIONS_KEPT, show_spinner=False)
def load_packed_counts(build: Build, basis: Basis) -> bytes:
    """Load what the browser counts with, compressed."""
    return squeeze(pack_counts(load_counts(build), basis))


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_most(build: Build) -> int:
    """Load how many dated statements the most named settlement or site has, over all dates."""
    counts = load_counts(build)
    span = counts.span()
    if span is None:
        return 1
    kinds = load_places(build)["kind"].reindex(counts.layout.place_ids)
    of_points = counts.in_window(*span).by_place[kinds.isin(("settlement", "site")).to_numpy()]
    return int(of_points.max(initial=1))


@st.cache_resource(max_entries=_WINDOWS_KEPT, show_spinner=False)
def count_shown(build: Build, start: date, end: date, basis: Basis, *, uncertain: bool) -> Shown:
    """Count what a window shows and what it leaves out, at the same cost for any number of statements.

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
    """
    counts = load_counts(build)
    found = counts.in_window(start, end, basis, uncertain=uncertain)
    return Shown(
        place_ids=counts.layout.place_ids,
        found=found,
        statements=found.statements,
        places=found.places,
        undated=counts.undated[basis],
        unplaced=found.unplaced,
    )


def load_sources_shown(build: Build, window: Window, is_kept: Flags) -> list[str]:
    """Load where the reports are from that a window shows statements of, by what flags let through of them all.

    Parameters
    ----------
    build : Build
        The build that is shown.
    window : Window
        The days shown.
    is_kept : numpy.ndarray of bool
        A flag for each statement of the build.
    """
    store, layout = open_store(build), load_layout(build)
    shown = is_kept & layout.placed & layout.cover(window.start, window.end, window.basis)
    reports = np.unique(load_numbers(build, "statements")["report"][shown])
    sources: list[str] = store.table("reports", ["source"])["source"].take(pa.array(reports)).to_pylist()
    return sources


@st.cache_data(max_entries=VERSIONS_KEPT, show_spinner=False)
def load_as_of(build: Build) -> date | None:
    """Load the latest day a report was published; None where no report tells its day."""
    latest = open_store(build).query("SELECT max(published_on) AS day FROM reports")["day"].item()
    return None if pd.isna(latest) else pd.Timestamp(latest).date()


@st.cache_data(max_entries=_REPORTS_KEPT, show_spinner=False)
def find_statement(build: Build, statement_id: str) -> FoundStatement | None:
    """Find where a statement is to be seen; None for an id there is not."""
    store = open_store(build)
    rows = store.query(
        "SELECT event_start, event_end, published_on FROM statements WHERE statement_id = $name", name=statement_id
    )
    if rows.empty:
        return None
    places = store.query(
        "SELECT place_id FROM place_statements WHERE statement_id = $name ORDER BY own DESC, place_id",
        name=statement_id,
    )
    start, end, published = (None if pd.isna(day) else pd.Timestamp(day).date() for day in rows.iloc[0])
    event, publication = ((a, b) if a and b else None for a, b in ((start, end), (published, published)))
    return FoundStatement(places["place_id"].tolist(), event, publication)


@st.cache_data(max_entries=_REPORTS_KEPT, show_spinner=False)
def load_context(build: Build, statement_id: str) -> Context:
    """Load what stands in the report right before and after a statement."""
    rows = open_store(build).query(
        """SELECT n.text, n.ordinal < s.ordinal AS is_before FROM statements s
           JOIN statements n ON n.report_id = s.report_id AND n.ordinal <> s.ordinal
                            AND abs(n.ordinal - s.ordinal) <= $around
           WHERE s.statement_id = $statement_id ORDER BY n.ordinal""",
        statement_id=statement_id,
        around=_STATEMENTS_AROUND,
    )
    before = rows["is_before"].astype(bool)
    return Context(" ".join(rows["text"][before]), " ".join(rows["text"][~before]))


@st.cache_data(max_entries=_REPORTS_KEPT, show_spinner=False)
def load_report(build: Build, report_id: str) -> ReportParts:
    """Load a report whole."""
    store = open_store(build)
    report = store.query("SELECT * FROM reports WHERE report_id = $report_id", report_id=report_id)
    mentions = store.query(
        """SELECT m.*, g.name AS place_name, o.certain FROM mentions m
           LEFT JOIN places g ON g.place_id = m.place_id
           LEFT JOIN place_statements o ON o.report_id = m.report_id AND o.statement_id = m.statement_id
                                       AND o.place_id = m.place_id
           WHERE m.report_id = $report_id ORDER BY m."start" """,
        report_id=report_id,
    )
    return ReportParts(report.to_dict("records")[0], mentions)


def _say_fault(fault: Mapping[str, Any]) -> str:
    return str(Fault(str(fault.get("path", "")), int(fault.get("line") or 0), str(fault.get("message", ""))))
