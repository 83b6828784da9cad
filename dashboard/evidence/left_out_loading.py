"""Names that could not be placed, and statements without a name: counted at every move, listed where asked for."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pyarrow.compute as pc
import streamlit as st

from dashboard.builds import VERSIONS_KEPT, Build, load_layout, load_numbers, open_store
from dashboard.contract import Basis
from dashboard.counting import NO_DAY, Flags, Ints, number_day

_NAME_COLUMNS = ["toponym", "reason", "reason_because", "report_id"]


@dataclass(frozen=True)
class Rest:
    """What a window leaves out beside whole statements about places.

    Attributes
    ----------
    names : numpy.ndarray of int32
        Names in statements of the window that could not be placed; numbers that `list_names` takes.
    no_name, not_judged : int
        Statements in the window judged without finding a name; segments not judged at all.
    """

    names: Ints
    no_name: int
    not_judged: int


@dataclass(frozen=True)
class _Always:
    """Rows of mentions without a place and their statements; first and last days of statements without a name."""

    names: Ints
    statements: Ints
    nameless_days: tuple[Ints, Ints]
    not_judged: int


def find_rest(build: Build, start: date, end: date, basis: Basis, keep: Flags | None = None) -> Rest:
    """Find what a window leaves out beside whole statements about places.

    Parameters
    ----------
    build, start, end, basis
        The window.
    keep : numpy.ndarray of bool, (statements,), optional
        The statements that filters let through; all where not given.
    """
    always = _load_always(build, basis)
    starts, ends = always.nameless_days
    inside = load_layout(build).cover(start, end, basis, always.statements)
    if keep is not None:
        inside &= keep[always.statements]
    return Rest(
        names=np.flatnonzero(inside).astype(np.int32),
        no_name=int(starts.searchsorted(number_day(end), side="right") - ends.searchsorted(number_day(start))),
        not_judged=always.not_judged,
    )


def list_names(build: Build, names: Ints, limit: int) -> tuple[pd.DataFrame, int]:
    """List names that could not be placed, once each, the commonest first.

    Parameters
    ----------
    build : Build
        The build that is shown.
    names : numpy.ndarray of int32
        Rows of the mentions whose names are listed.
    limit : int
        How many are listed at most.

    Returns
    -------
    names : pandas.DataFrame
        toponym, reason, reason_because, n mentions, report_id of the first; at most `limit`.
    total : int
        How many there are.
    """
    rows = _load_names(build).iloc[names]
    groups = rows.groupby(["toponym", "reason", "reason_because"], sort=False, dropna=False)["report_id"]
    found = groups.agg(["first", "size"]).reset_index()
    found = found.rename(columns={"first": "report_id", "size": "n"})
    found = found.assign(key=found["toponym"].str.casefold()).sort_values(["n", "key"], ascending=[False, True])
    return found.drop(columns="key").head(limit), len(found)


@st.cache_resource(max_entries=2 * VERSIONS_KEPT, show_spinner=False)
def _load_always(build: Build, basis: Basis) -> _Always:
    store, layout = open_store(build), load_layout(build)
    judged = pc.equal(store.table("statements", ["kind"])["kind"], "statement").to_numpy()
    mentions = load_numbers(build, "mentions")
    is_literal = pc.equal(store.table("mentions", ["use"])["use"], "literal").to_numpy()
    names = np.flatnonzero((mentions["place"] < 0) & is_literal & judged[mentions["statement"]]).astype(np.int32)
    starts, ends = layout.days(basis)
    nameless = judged & ~layout.named & (starts != NO_DAY)
    return _Always(
        names=names,
        statements=mentions["statement"][names],
        nameless_days=(np.sort(starts[nameless]), np.sort(ends[nameless])),
        not_judged=int(np.count_nonzero(~judged)),
    )


@st.cache_resource(max_entries=VERSIONS_KEPT, show_spinner=False)
def _load_names(build: Build) -> pd.DataFrame:
    """Load the names that could not be placed, in the order of `_Always.names`: `_NAME_COLUMNS`."""
    names = _load_always(build, "event").names
    read: pd.DataFrame = open_store(build).take("mentions", names, _NAME_COLUMNS).to_pandas()
    return read
