"""Random rows to count, with the awkward ones: undated, without end of day, centuries off, unplaced, not judged."""

import numpy as np
import pandas as pd

from dashboard.counting.layout import Layout, lay_out

FIRST = np.datetime64("2017-09-01")


def make_rows(seed: int, *, statements: int = 60, places: int = 7, days: int = 40) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make rows of place_statements and of the statement index, linked by statement_id."""
    draw = np.random.default_rng(seed)
    start = FIRST + draw.integers(0, days, statements)
    start[draw.random(statements) < 0.05] = np.datetime64("1258-02-10")
    length = np.where(draw.random(statements) < 0.3, draw.integers(0, 400, statements), 0)
    dated, published = draw.random(statements) > 0.1, draw.random(statements) > 0.1
    kind = np.where(draw.random(statements) < 0.1, "boilerplate", "statement")
    undated = np.datetime64("NaT", "D")
    index = pd.DataFrame(
        {
            "statement_id": [f"s{n}" for n in range(statements)],
            "report_id": [f"r{n // 3}" for n in range(statements)],
            "kind": kind,
            "event_start": np.where(dated, start, undated),
            "event_end": np.where(dated, start + length, undated),
            "published_on": np.where(published, FIRST + draw.integers(0, days, statements), undated),
            "unplaced": draw.integers(0, 2, statements),
        }
    )
    pairs = np.argwhere((draw.random((statements, places)) < 0.2) & (kind == "statement")[:, np.newaxis])
    index["placed"] = np.bincount(pairs[:, 0], minlength=statements)
    rows = pd.DataFrame(
        {
            "statement": pairs[:, 0],
            "place": pairs[:, 1],
            "statement_id": [f"s{n}" for n in pairs[:, 0]],
            "place_id": [f"p{n}" for n in pairs[:, 1]],
            # The first places are regions: named themselves, or only by what lies in them.
            "own": (pairs[:, 1] > 2) | (draw.random(len(pairs)) < 0.5),
            "certain": draw.random(len(pairs)) < 0.7,
        }
    )
    columns = ["statement_id", "report_id", "event_start", "event_end", "published_on"]
    return rows.merge(index[columns], on="statement_id"), index


def lay_out_rows(rows: pd.DataFrame, index: pd.DataFrame, places: int = 7) -> Layout:
    """Lay made rows out; a place without any row has its place in the order too."""
    return lay_out(np.array([f"p{n}" for n in range(places)], dtype=object), rows, index)


def make_days(*rows: tuple[str | None, str | None, str | None]) -> pd.DataFrame:
    """Make statements of days written by hand: event start, event end, published."""
    frame = pd.DataFrame(list(rows), columns=["event_start", "event_end", "published_on"], dtype=object)
    return frame.apply(pd.to_datetime)
