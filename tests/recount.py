"""Counting anew with pandas, row by row: what the counts of the product are held against."""

import numpy as np
import pandas as pd

from dashboard.choices.selection import Selection
from dashboard.contract import Basis


def covers(frame: pd.DataFrame, selection: Selection) -> pd.Series:
    """Tell which rows lie in the window: an event by overlap, a publication by its day, the undated never.

    Parameters
    ----------
    frame : pandas.DataFrame
        With event_start, event_end and published_on.
    selection : Selection
        The window and its basis.

    Returns
    -------
    pandas.Series of bool
        On the frame's index.
    """
    start, end = date_columns(selection.basis)
    inside = (frame[start] <= pd.Timestamp(selection.end)) & (frame[end] >= pd.Timestamp(selection.start))
    return inside.fillna(value=False).astype(bool)


def keep_selected(frame: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Keep the rows of place_statements that the window and the filters let through; place and view do not filter."""
    kept = covers(frame, selection)
    if not selection.uncertain:
        kept &= frame["certain"]
    return frame[kept]


def count_places(place_statements: pd.DataFrame) -> pd.DataFrame:
    """Count the statements of each place.

    Parameters
    ----------
    place_statements : pandas.DataFrame
        Rows of place_statements, one for each place and statement.

    Returns
    -------
    pandas.DataFrame
        Indexed by place_id: `statements` (own and inside), `own`, `certain` (any of them is).
    """
    groups = place_statements.groupby("place_id", observed=True)
    counts = pd.DataFrame({"statements": groups.size(), "own": groups["own"].sum(), "certain": groups["certain"].any()})
    return counts.astype({"statements": int, "own": int, "certain": bool})


def sort_out(statements: pd.DataFrame, selection: Selection) -> pd.Series:
    """Tell of each statement whether the map shows it, and if not, why not; each has exactly one answer.

    Parameters
    ----------
    statements : pandas.DataFrame
        With kind, event_start, event_end, published_on, and the numbers of its literal mentions `placed`
        and `unplaced`.
    selection : Selection
        The window and its basis.

    Returns
    -------
    pandas.Series of str
        "shown", "outside" the window, "undated", "unplaced" (names places, none could be placed),
        "no_name" (judged, nothing found), "not_judged" (boilerplate).
    """
    start, _ = date_columns(selection.basis)
    named = (statements["placed"] + statements["unplaced"]) > 0
    answers = [
        ("not_judged", statements["kind"] != "statement"),
        ("no_name", ~named & statements[start].isna()),
        ("undated", statements[start].isna()),
        ("outside", ~covers(statements, selection)),
        ("shown", statements["placed"] > 0),
        ("unplaced", statements["unplaced"] > 0),
    ]
    told = np.select([mask.to_numpy(dtype=bool) for _, mask in answers], [name for name, _ in answers], "no_name")
    return pd.Series(told, index=statements.index)


def date_columns(basis: Basis) -> tuple[str, str]:
    """Name the columns of first and last day that a basis filters by."""
    return ("published_on", "published_on") if basis == "publication" else ("event_start", "event_end")
