"""A build's statements laid out for counting: who names what, and when."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from made_counts import FIRST, lay_out_rows, make_rows
from made_store import write_made_store

from dashboard.counting.day_numbers import NO_DAY, number_day
from dashboard.counting.layout import lay_out, read_layout
from geodata.store import Store

BEGIN, END = date(2017, 9, 10), date(2017, 9, 20)


@pytest.mark.parametrize("basis", ["event", "publication"])
@pytest.mark.parametrize("seed", range(4))
def test_a_window_covers_what_overlaps_it(seed: int, basis: str) -> None:
    rows, index = make_rows(seed)
    layout = lay_out_rows(rows, index)
    start, end = (("published_on",) * 2, ("event_start", "event_end"))[basis == "event"]
    inside = (index[start] <= pd.Timestamp(END)) & (index[end] >= pd.Timestamp(BEGIN))
    assert layout.cover(BEGIN, END, basis).tolist() == inside.tolist()
    some = np.array([3, 1, 7])
    assert layout.cover(BEGIN, END, basis, some).tolist() == inside.to_numpy()[some].tolist()


def test_flags_tell_what_is_on_the_map() -> None:
    rows, index = make_rows(3)
    layout = lay_out_rows(rows, index)
    on_map = index["statement_id"].isin(rows["statement_id"])
    certain = index["statement_id"].isin(rows[rows["certain"]]["statement_id"])
    judged = index["kind"] == "statement"
    assert layout.placed.tolist() == on_map.tolist()
    assert layout.certain.tolist() == certain.tolist()
    assert layout.named.tolist() == (judged & (index["placed"] + index["unplaced"] > 0)).tolist()


def test_an_event_with_one_end_open_has_no_days() -> None:
    rows, index = make_rows(3)
    index.loc[0, ["event_start", "event_end"]] = pd.Timestamp("2017-09-09"), pd.NaT
    layout = lay_out_rows(rows, index)
    assert (layout.starts[0], layout.ends[0]) == (NO_DAY, NO_DAY)
    dated = index["event_start"].notna() & index["event_end"].notna()
    assert ((layout.starts != NO_DAY) == dated).all()


def test_an_event_that_ends_before_it_starts_is_refused() -> None:
    rows, index = make_rows(3)
    index["event_end"] = index["event_start"] - pd.Timedelta(days=1)
    with pytest.raises(ValueError, match=r"\d+ events end before they start"):
        lay_out_rows(rows, index)


def test_an_empty_build_is_laid_out() -> None:
    rows, index = make_rows(3)
    layout = lay_out(np.array([], dtype=object), rows[:0], index[:0])
    assert (len(layout.place_ids), len(layout.starts)) == (0, 0)
    assert layout.cover(BEGIN, END, "event").tolist() == []


def test_a_store_is_laid_out_as_its_tables_say(tmp_path) -> None:  # type: ignore[no-untyped-def]
    write_made_store(tmp_path, ["One", "Two"])
    store = Store.open(tmp_path)
    layout = read_layout(store)
    table = store.query("SELECT event_start, published_on FROM statements")
    assert layout.place_ids.tolist() == ["g0", "g1", "p0", "p1"]
    days = [NO_DAY if pd.isna(day) else number_day(pd.Timestamp(day).date()) for day in table["event_start"]]
    assert layout.starts.tolist() == days
    assert layout.placed.sum() == 4
    assert number_day(date.fromisoformat(str(FIRST))) < layout.published.min()
