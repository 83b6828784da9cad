"""How many statements each place has in any window of days, without going through the statements again.

An event counts where it overlaps the window, so its number is that of the events begun by the window's last day
less that of the events over before its first. Both are running totals by place and day: a window costs two
look-ups a place, whatever the number of mentions.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from dashboard.contract import COUNTS_KINDS, Basis, Unit
from geodata.store import Store

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

_INSIDE = 2  # kinds from here on do not name the place itself; even ones are certain

EPOCH = date(1970, 1, 1)
"""Days are numbered from here, as in the browser."""

_JUDGED = "statement"
NO_DAY = np.int32(np.iinfo(np.int32).min)
_BLOCKS_AT_LEAST = 1 << 18
_DIGIT_BITS = 16
_CELLS_AT_LEAST = 1 << 22
_CELLS_OF_ITEM = 16
_MONDAY = 4  # the first Monday of the epoch


@dataclass(frozen=True)
class Ladder:
    """The days on which the running totals of each series change, before anything is counted.

    Attributes
    ----------
    first : numpy.ndarray of int32, (series + 1,)
        Where the steps of each series begin.
    days : numpy.ndarray of int32, (steps,)
        Day number of each step, rising within a series.
    base, width : int
        Day of the first step of all, and how many days there are from it to the last.
    blocks : numpy.ndarray of int32, (blocks + 1, series)
        Where in each series the steps of each block of `block_days` days begin, so that a look-up starts near.
    block_days : int
        A power of two.
    """

    first: Ints
    days: Ints
    base: int
    width: int
    blocks: Ints
    block_days: int

    @classmethod
    def lay(cls, series: Ints, days: Ints, count: int) -> "tuple[Ladder, Ints]":
        """Lay the steps of items; also give the step of each item, one past the last for items without a day."""
        dated = np.flatnonzero(days != NO_DAY)
        found = days[dated].astype(np.int64)
        base = int(found.min()) if len(found) else 0
        width = int(found.max()) - base + 1 if len(found) else 1
        joint = series[dated] * np.int64(width) + (found - base)
        keys, step = _rank(joint, count * width)
        steps = np.full(len(series), len(keys), dtype=np.int32)
        steps[dated] = step
        # As fine as the steps are many: an aside about another century must not fill the memory with empty blocks.
        size = 4
        while count * width // size > max(_BLOCKS_AT_LEAST, 4 * len(keys)):
            size *= 2
        edges = np.minimum(np.arange(0, width + size, size, dtype=np.int64), width)
        grid = np.arange(count, dtype=np.int64)[:, np.newaxis] * width + edges
        blocks = np.ascontiguousarray(np.searchsorted(keys, grid).astype(np.int32).T)
        first = np.append(blocks[0], len(keys)).astype(np.int32)
        return cls(first, (keys % width + base).astype(np.int32), base, width, blocks, size), steps

    def find(self, day: int) -> Ints:
        """Find, for each series, how many steps of it and those before it are taken by the end of a day."""
        if not len(self.days):
            return self.first[:-1]
        # Outside the days of all steps both ends of the search meet at once.
        block = (day - self.base) // self.block_days
        low: Ints = self.blocks[min(max(block, 0), len(self.blocks) - 1)]
        high: Ints = self.blocks[min(max(block + 1, 0), len(self.blocks) - 1)]
        for _ in range(self.block_days.bit_length()):
            middle = (low + high) >> 1
            taken = (low < high) & (np.take(self.days, middle, mode="clip") <= day)
            low, high = np.where(taken, middle + 1, low), np.where(taken, high, middle)
        return low

    @property
    def room(self) -> int:
        """Give how many steps there are, with the one past the last."""
        return len(self.days) + 1

    def code(self, steps: Ints, kinds: NDArray[np.uint8]) -> Ints:
        """Join step and kind, so that one pass counts both."""
        return (kinds.astype(np.int32) * self.room + steps).astype(np.int32)

    def count(self, codes: Ints) -> NDArray[np.int64]:
        """Count codes: (COUNTS_KINDS, steps)."""
        return np.bincount(codes, minlength=COUNTS_KINDS * self.room).reshape(COUNTS_KINDS, self.room)[:, :-1]


@dataclass(frozen=True)
class Steps:
    """Running totals at each step of a ladder.

    Attributes
    ----------
    ladder : Ladder
        The days.
    totals : numpy.ndarray of int32, (COUNTS_KINDS, steps + 1)
        What all steps before each add up to, across series.
    """

    ladder: Ladder
    totals: Ints

    @classmethod
    def add_up(cls, ladder: Ladder, counts: NDArray[np.int64]) -> "Steps":
        """Add up what each step adds."""
        totals = np.zeros((COUNTS_KINDS, len(ladder.days) + 1), dtype=np.int32)
        np.cumsum(counts, axis=1, out=totals[:, 1:])
        return cls(ladder, totals)

    def up_to(self, day: int) -> Ints:
        """Give the totals at the end of a day, (kinds, series); only the difference of two days means something."""
        return np.take(self.totals, self.ladder.find(day), axis=1)


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
        """Tell which statements, all or those of some numbers, lie in a window; one without a day never does."""
        starts, ends = self.days(basis)
        covered: Flags = (starts[numbers] <= number_day(end)) & (ends[numbers] >= number_day(start))
        return covered


@dataclass(frozen=True)
class WindowCounts:
    """What lies in a window.

    Attributes
    ----------
    by_place, own, certain : numpy.ndarray of int32, (places,)
        Statements of each place and of what lies in it; of them those that name the place itself, and those whose
        placement is certain.
    statements, places : int
        Distinct statements, and places some of them name themselves.
    unplaced : int
        Statements in the window none of whose names could be placed.
    """

    by_place: Ints
    own: Ints
    certain: Ints
    statements: int
    places: int
    unplaced: int

    def frame(self, place_ids: NDArray[np.object_]) -> pd.DataFrame:
        """Lay out by place_id, for places with statements: statements, own, certain (any is)."""
        shown = np.flatnonzero(self.by_place)
        return pd.DataFrame(
            {
                "statements": self.by_place[shown].astype(int),
                "own": self.own[shown].astype(int),
                "certain": self.certain[shown] > 0,
            },
            index=pd.Index(place_ids[shown], name="place_id"),
        )


@dataclass(frozen=True)
class PlacedRows:
    """Rows of place_statements as arrays: place in the order of all counts, own and certain."""

    places: Ints
    own: Flags
    certain: Flags


def count_kinds(layout: Layout, rows: PlacedRows) -> Ints:
    """Count rows by kind and place: (COUNTS_KINDS, places)."""
    kinds, size = ~rows.own * _INSIDE + ~rows.certain, len(layout.place_ids)
    return (
        np.bincount(kinds * size + rows.places, minlength=COUNTS_KINDS * size)
        .reshape(COUNTS_KINDS, size)
        .astype(np.int32)
    )


def count_rows(layout: Layout, rows: PlacedRows, statements: int, unplaced: int) -> WindowCounts:
    """Count rows that are known to lie in a window, of so many distinct statements, beside so many unplaced ones."""
    size = len(layout.place_ids)
    by_place, own, certain = (
        np.bincount(rows.places[flags], minlength=size).astype(np.int32)
        for flags in (slice(None), rows.own, rows.certain)
    )
    return WindowCounts(by_place, own, certain, statements, int(np.count_nonzero(own)), unplaced)


@dataclass(frozen=True)
class Histogram:
    """Distinct statements by day, week or month.

    Attributes
    ----------
    days : numpy.ndarray of int32, (bars + 1,)
        Day number on which each bar begins; the last is the day after all of them.
    within : numpy.ndarray of int32, (bars,)
        Statements whose event lies in the bar whole.
    across : numpy.ndarray of int32, (bars,)
        Statements whose event reaches into the bar and beyond it: those dated less exactly than the bar is wide.
    """

    days: Ints
    within: Ints
    across: Ints


@dataclass(frozen=True)
class Counts:
    """The statements a filter lets through, ready to be counted in any window.

    Attributes
    ----------
    layout : Layout
        The build they are of.
    begun, over : Steps
        Events by first day and by last day, on one ladder. Series are the places, then all statements on the map,
        then all unplaced ones.
    undated : dict of str to int
        Statements that name a place and have no date, by basis.
    """

    layout: Layout
    begun: Steps
    over: Steps
    undated: dict[Basis, int]
    _kept: Flags
    _certain: Flags
    _out_codes: Ints

    @cached_property
    def out(self) -> Steps:
        """Statements by day of publication, in the same series; counted when somebody asks for it."""
        ladder = self.layout._out
        return Steps.add_up(ladder, ladder.count(self._out_codes))

    def in_window(self, start: date, end: date, basis: Basis = "event", *, uncertain: bool = True) -> WindowCounts:
        """Count what lies in a window.

        Parameters
        ----------
        start, end : datetime.date
            First and last day, both included.
        basis : {"event", "publication"}
            The date that counts.
        uncertain : bool
            Whether placements count that are not certain.

        Returns
        -------
        WindowCounts
            In O(places · log steps); the number of mentions does not matter.
        """
        eve, last = number_day(start) - 1, number_day(end)
        if basis == "publication":
            found = self.out.up_to(last) - self.out.up_to(eve)
        else:
            found = self.begun.up_to(last) - self.over.up_to(eve)
        own_certain, own_uncertain, certain, inside_uncertain = found
        if not uncertain:
            own_uncertain, inside_uncertain = np.zeros_like(own_uncertain), np.zeros_like(inside_uncertain)
        own = own_certain + own_uncertain
        sure = own_certain + certain
        by_place = sure + own_uncertain + inside_uncertain
        places = len(self.layout.place_ids)
        return WindowCounts(
            by_place=by_place[:places],
            own=own[:places],
            certain=sure[:places],
            statements=int(by_place[places]),
            places=int(np.count_nonzero(own[:places])),
            unplaced=int(own_certain[places + 1]),
        )

    def span(self, basis: Basis = "event") -> tuple[date, date] | None:
        """Give the first and last day of any statement on the map; None where none is dated."""
        starts, ends = self._days(basis, uncertain=True)
        return (name_day(int(starts.min())), name_day(int(ends.max()))) if len(starts) else None

    def histogram(
        self, unit: Unit, first: date, last: date, basis: Basis = "event", *, uncertain: bool = True
    ) -> Histogram:
        """Count distinct statements by day, week (from Monday) or month, over the bars that hold first to last day.

        Unlike a window this goes through the statements, once a filter; 500,000 take some 10 ms.
        """
        edges = cut_time(unit, first, last)
        starts, ends = self._days(basis, uncertain=uncertain)
        inside = (ends >= edges[0]) & (starts < edges[-1])
        room = len(edges) + 1
        # Bar 0 is all time before the first, the last one all time after.
        begins, closes = (np.searchsorted(edges, days[inside], side="right") for days in (starts, ends))
        whole = np.bincount(begins[begins == closes], minlength=room)
        change = np.bincount(begins, minlength=room + 1) - np.bincount(closes + 1, minlength=room + 1)
        reached = np.cumsum(change)[:room]
        return Histogram(edges, whole[1:-1].astype(np.int32), (reached - whole)[1:-1].astype(np.int32))

    def _days(self, basis: Basis, *, uncertain: bool) -> tuple[Ints, Ints]:
        layout = self.layout
        starts, ends = layout.days(basis)
        kept = (self._kept if uncertain else self._certain) & (starts != NO_DAY)
        return starts[kept], ends[kept]


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


def read_days(column: pa.ChunkedArray) -> NDArray[np.datetime64]:
    """Read a column of days as datetime64[s], NaT for none; cast by arrow, for pandas would make objects of them."""
    return np.asarray(column.cast(pa.timestamp("s")).to_numpy(), "datetime64[s]")


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
    _check(starts, ends)
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
        [~own * _INSIDE + ~sure, ~flags["own"][on_map] * _INSIDE + ~flags["certain"][on_map], np.zeros(len(off_map))]
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


def count_statements(
    layout: Layout, keep: Flags | NDArray[np.integer] | None = None, rows: Flags | None = None
) -> Counts:
    """Make the statements a filter lets through ready to be counted.

    Parameters
    ----------
    layout : Layout
        The build.
    keep : numpy.ndarray of bool or int, optional
        A flag for each statement of the index, or the numbers of those kept; None keeps all.
    rows : numpy.ndarray of bool, (rows given to `lay_out`,), optional
        Which placements of the statements kept count; all where not given.

    Returns
    -------
    Counts
        In one pass over the rows; 40 ms for a million mentions.
    """
    kept = np.ones(len(layout.starts), dtype=bool)
    if keep is not None:
        kept = np.zeros(len(layout.starts), dtype=bool)
        kept[keep] = True
    begin_codes, out_codes, (opening, closing) = layout._begin_codes, layout._out_codes, layout._long_codes
    certain = layout.certain
    if keep is not None:
        taken = kept[layout._item_statements]
        if rows is not None:
            taken[: len(layout._item_rows)] &= rows[layout._item_rows]
        here, there = np.flatnonzero(taken), np.flatnonzero(taken[layout._long])
        begin_codes, out_codes = begin_codes[here], out_codes[here]
        opening, closing = opening[there], closing[there]
        if rows is not None:
            change, certain = _judge_anew(layout, taken)
            begin_codes = begin_codes + change[here] * layout._events.room
            out_codes = out_codes + change[here] * layout._out.room
            change = change[layout._long[there]] * layout._events.room
            opening, closing = opening + change, closing + change
    begun = layout._events.count(begin_codes)
    # Most events are of one day, over when begun; only the longer ones are counted twice.
    over = begun - layout._events.count(opening) + layout._events.count(closing)
    undated = {
        basis: int(np.count_nonzero(kept & layout.named & (days == NO_DAY)))
        for basis, days in (("event", layout.starts), ("publication", layout.published))
    }
    return Counts(
        layout=layout,
        begun=Steps.add_up(layout._events, begun),
        over=Steps.add_up(layout._events, over),
        undated=undated,  # type: ignore[arg-type]
        _kept=kept & layout.placed,
        _certain=kept & certain,
        _out_codes=out_codes,
    )


def _judge_anew(layout: Layout, taken: Flags) -> tuple[Ints, Flags]:
    """Find what the kind of each item changes by when only the items taken count, and which statements stay certain.

    A statement is its own and certain by its placements; that of a row is its own affair.
    """
    size = len(layout._item_rows)
    at = np.flatnonzero(taken[:size])
    kinds, statements = layout._kinds[at], layout._item_statements[at]
    own, certain = (np.zeros(len(layout.starts), dtype=bool) for _ in range(2))
    own[statements[kinds < _INSIDE]] = True
    certain[statements[kinds % 2 == 0]] = True
    rest = layout._item_statements[size:]
    judged = np.where(layout.placed[rest], ~own[rest] * _INSIDE + ~certain[rest], 0)
    change = np.zeros(len(layout._item_statements), dtype=np.int32)
    change[size:] = judged - layout._kinds[size:]
    return change, certain


def number_day(day: date) -> int:
    """Number a day from the epoch."""
    return (day - EPOCH).days


def name_day(number: int) -> date:
    """Give the day of a number; `number_day` turned round."""
    return date.fromordinal(number + EPOCH.toordinal())


def name_days(numbers: Ints) -> NDArray[np.datetime64]:
    """Give the days of numbers as datetime64[s], NaT for none; `number_days` turned round."""
    days = numbers.astype("datetime64[D]")
    days[numbers == NO_DAY] = np.datetime64("NaT")
    return days.astype("datetime64[s]")


def number_days(days: pd.Series) -> Ints:
    """Number a column of days from the epoch, `NO_DAY` for none."""
    found = days.to_numpy(dtype="datetime64[D]")
    return np.where(np.isnat(found), NO_DAY, found.astype(np.int64)).astype(np.int32)


def cut_time(unit: Unit, first: date, last: date) -> Ints:
    """Cut time into days, weeks from Monday, or months, over the whole of those that hold first to last day.

    Returns
    -------
    numpy.ndarray of int32
        Day number on which each begins, and the day after the last.
    """
    start, end = number_day(first), number_day(last)
    if unit == "month":
        months = np.arange(np.datetime64(first, "M"), np.datetime64(last, "M") + 2)
        return months.astype("datetime64[D]").astype(np.int32)
    width = 7 if unit == "week" else 1
    begin = start - (start - _MONDAY) % width
    return np.arange(begin, end + width + 1 - (end - begin) % width, width, dtype=np.int32)


def sort_pairs(first: Ints, second: Ints) -> NDArray[np.int64]:
    """Give the order of pairs by the first number, then the second; of equal ones that of the arrays.

    Notes
    -----
    By digits of 16 bits, which NumPy sorts in one pass over them: five times as fast as `numpy.lexsort`.
    """
    order = np.arange(len(first), dtype=np.int64)
    for numbers in (second, first):
        rest = numbers.astype(np.int64) - int(numbers.min(initial=0))
        for shift in range(0, int(rest.max(initial=0)).bit_length(), _DIGIT_BITS):
            digits = (rest >> shift).astype(np.uint16)
            order = order[np.argsort(digits[order], kind="stable")]
    return order


def _rank(cells: NDArray[np.int64], room: int) -> tuple[NDArray[np.int64], NDArray[np.integer]]:
    """Give the distinct cells, rising, and the rank of each among them; `room` is one more than the highest can be."""
    if room > max(_CELLS_AT_LEAST, _CELLS_OF_ITEM * len(cells)):
        # An aside about another century makes more cells than the memory should hold.
        return np.unique(cells, return_inverse=True)
    is_used = np.zeros(room, dtype=bool)
    is_used[cells] = True
    ranks = np.cumsum(is_used, dtype=np.int32)
    return np.flatnonzero(is_used), ranks[cells] - 1


def _check(starts: Ints, ends: Ints) -> None:
    turned = (starts > ends) & (ends != NO_DAY)
    if turned.any():
        raise ValueError(f"{np.count_nonzero(turned)} events end before they start.")
