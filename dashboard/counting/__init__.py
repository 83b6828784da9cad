"""Statements counted by place and day, here and in the browser."""

from dashboard.counting.arrays import Flags, Ints
from dashboard.counting.counts import Counts, PlacedRows, WindowCounts, count_kinds, count_rows, count_statements
from dashboard.counting.day_numbers import NO_DAY, name_day, name_days, number_day, read_days
from dashboard.counting.days import ScrubberData, build_scrubber_data, count_days
from dashboard.counting.ladder import sort_pairs
from dashboard.counting.layout import Layout, lay_out, read_layout
from dashboard.counting.wire import pack_counts, pack_window

__all__ = [
    "NO_DAY",
    "Counts",
    "Flags",
    "Ints",
    "Layout",
    "PlacedRows",
    "ScrubberData",
    "WindowCounts",
    "build_scrubber_data",
    "count_days",
    "count_kinds",
    "count_rows",
    "count_statements",
    "lay_out",
    "name_day",
    "name_days",
    "number_day",
    "pack_counts",
    "pack_window",
    "read_days",
    "read_layout",
    "sort_pairs",
]
