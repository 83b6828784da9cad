"""A build's statements laid out for counting: who names what, and when."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from dashboard.contract import Basis
from dashboard.counting.arrays import INSIDE, Flags, Ints
from dashboard.counting.day_numbers import NO_DAY, number_day, number_days, read_days
from dashboard.counting.ladder import Ladder, check_order, sort_pairs
from geodata.store import Store

_JUDGED = "statement"


@dataclass(frozen=True)
class Layout:
    """Places and statements of a build, laid out for counting; made once, shared by all and never changed.

    An item is a row of place_statements, a statement on the map, or one whose names could not be placed; the
    two last are counted as series of their own behind those of the places.

    Attributes
    ----------
    place_ids : numpy.ndarray of str, (places,)
        Rising; the order of every array of counts.
    starts, ends, published : numpy.ndarray of int32, (statements,)
        Day numbers, in the order of the statement index; `NO_DAY` for none.
    placed, certain, named : numpy.ndarray of bool, (statements,)
        Whether a statement is on the map, is so by a certain placement, and names any place.
    """

    place_ids: NDArray[np.object_]
    starts: Ints
    ends: Ints
    published: Ints
    placed: Flags
    certain: Flags
    named: Flags
    _item_statements: Ints
    _item_rows: Ints
    _kinds: NDArray[np.uint8]
    _events: Ladder
    _begin_codes: Ints
    _long: Ints
    _long_codes: tuple[Ints, Ints]
    _out: Ladder
    _out_codes: Ints

    def days(self, basis: Basis) -> tuple[Ints, Ints]:
        """Give the first and last day number of each statement, `NO_DAY` for none."""
        return (self.published,) * 2 if basis == "publication" else (self.starts, self.ends)

    def cover(self, start: date, end: date, basis: Basis, numbers: Ints | slice = slice(None)) -> Flags:
        """Tell which statements, all or those of some numbers, lie in a window; one without a day never does.

        Parameters
        ----------
        start : datetime.date
            First day, included.
        end : datetime.date
            Last day, included.
        basis : Basis
            Which date of a statement counts.
        numbers : numpy.ndarray of int32 or slice
            Numbers of the statements asked about; all by default.
        """
        starts, ends = self.days(basis)
        covered: Flags = (starts[numbers] <= number_day(end)) & (ends[numbers] >= number_day(start))
        return covered


def read_layout(store: Store) -> Layout:
    """Read a build and lay it out; about a second for a million mentions, once a build."""
    placements, mentions = store.numbers("place_statements"), store.numbers("mentions")
    known = store.table("places", ["place_id"])["place_id"].to_numpy(zero_copy_only=False)
    used = np.unique(placements["place"])
    used = used[np.argsort(known[used], kind="stable")]
    ranks = np.full(len(known), -1, dtype=np.int32)
    ranks[used] = np.arange(len(used), dtype=np.int32)
    flags = store.table("place_statements", ["certain", "own"])
    rows = {"place": ranks[placements["place"]], "statement": placements["statement"]}
    rows |= {name: flags[name].to_numpy() for name in ("certain", "own")}
    statements = store.table("statements", ["kind", "event_start", "event_end", "published_on"])
    columns = {"kind": pc.equal(statements["kind"], _JUDGED).to_numpy()}
    columns |= {name: read_days(statements[name]) for name in ("event_start", "event_end", "published_on")}
    literal = pc.equal(store.table("mentions", ["use"])["use"], "literal").to_numpy()
    named, is_placed = mentions["statement"][literal], mentions["place"][literal] >= 0
    for name, picked in (("placed", is_placed), ("unplaced", ~is_placed)):
        columns[name] = np.bincount(named[picked], minlength=len(statements)).astype(np.int32)
    columns["kind"] = np.where(columns["kind"], _JUDGED, "")
    return lay_out(known[used].astype(object), pd.DataFrame(rows), pd.DataFrame(columns))


def lay_out(place_ids: NDArray[np.object_], rows: pd.DataFrame, statements: pd.DataFrame) -> Layout:
    """Lay a build out for counting.

    Parameters
    ----------
    place_ids : numpy.ndarray of str
        The places, in the order of all counts.
    rows : pandas.DataFrame
        place and statement (positions in `place_ids` and `statements`), certain, own; one row for each pair.
    statements : pandas.DataFrame
        kind, event_start, event_end, published_on, and the numbers of literal mentions `placed` and `unplaced`; in
        the order of the store's table, for the position of a row is the statement's number in every filter.

    Raises
    ------
    ValueError
        When an event ends before it starts.
    """
    starts, ends, published = (number_days(statements[name]) for name in ("event_start", "event_end", "published_on"))
    check_order(starts, ends)
    # An event with one end open cannot be laid over a window.
    starts, ends = np.where(ends == NO_DAY, NO_DAY, starts), np.where(starts == NO_DAY, NO_DAY, ends)
    number, codes = (rows[name].to_numpy(dtype=np.int32) for name in ("statement", "place"))
    own, sure = (rows[name].to_numpy(dtype=bool) for name in ("own", "certain"))
    flags = {name: np.zeros(len(statements), dtype=bool) for name in ("placed", "own", "certain")}
    for name, picked in (("placed", slice(None)), ("own", own), ("certain", sure)):
        flags[name][number[picked]] = True
    named = ((statements["placed"] + statements["unplaced"]) > 0).to_numpy() & (statements["kind"] == _JUDGED)
    on_map, off_map = (
        np.flatnonzero(mask).astype(np.int32) for mask in (flags["placed"], named & (statements["placed"] == 0))
    )
    places = len(place_ids)
    items = np.concatenate([number, on_map, off_map])
    series = np.concatenate([codes, np.full(len(on_map), places), np.full(len(off_map), places + 1)]).astype(np.int32)
    # Kinds as in COUNTS_KINDS; an unplaced statement stands in the first.
    kinds = np.concatenate(
        [~own * INSIDE + ~sure, ~flags["own"][on_map] * INSIDE + ~flags["certain"][on_map], np.zeros(len(off_map))]
    ).astype(np.uint8)
    # In order of series and day, so that counting runs through memory once.
    order = sort_pairs(series, starts[items])
    items, series, kinds = items[order], series[order], kinds[order]
    long = np.flatnonzero(starts[items] != ends[items])
    days = np.concatenate([starts[items], ends[items[long]]])
    events, steps = Ladder.lay(np.concatenate([series, series[long]]), days, places + 2)
    begin_codes, end_codes = events.code(steps[: len(items)], kinds), events.code(steps[len(items) :], kinds[long])
    out, out_steps = Ladder.lay(series, published[items], places + 2)
    return Layout(
        place_ids=place_ids,
        starts=starts,
        ends=ends,
        published=published,
        placed=flags["placed"],
        certain=flags["certain"],
        named=np.asarray(named, dtype=bool),
        _item_statements=items,
        _kinds=kinds,
        _item_rows=order[: len(number)].astype(np.int32),
        _events=events,
        _begin_codes=begin_codes,
        _long=long.astype(np.int32),
        _long_codes=(begin_codes[long], end_codes),
        _out=out,
        _out_codes=out.code(out_steps, kinds),
    )
