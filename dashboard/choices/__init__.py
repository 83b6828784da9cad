"""What the viewer has chosen: dates, place, filters, view; in the session and in the address."""

from dashboard.choices import state
from dashboard.choices.address import QUIET
from dashboard.choices.filters import FACETS, Filters, read_filters, write_filters
from dashboard.choices.goal import FoundStatement
from dashboard.choices.listed import CARDS, CARDS_AT_MOST, count_rows
from dashboard.choices.selection import (
    LeftOutPart,
    Limits,
    Selection,
    Window,
    choose_window,
    days_of_short_events,
    describe,
    find_span,
)
from dashboard.choices.view import pad_bounds

__all__ = [
    "CARDS",
    "CARDS_AT_MOST",
    "FACETS",
    "QUIET",
    "Filters",
    "FoundStatement",
    "LeftOutPart",
    "Limits",
    "Selection",
    "Window",
    "choose_window",
    "count_rows",
    "days_of_short_events",
    "describe",
    "find_span",
    "pad_bounds",
    "read_filters",
    "state",
    "write_filters",
]
