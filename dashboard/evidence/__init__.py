"""The panel beside the map: statements with who says what, when, and how the names were matched."""

from dashboard.evidence.loading import load_listing, load_rows
from dashboard.evidence.view import count_left_out, show_panel, show_reader

__all__ = [
    "count_left_out",
    "load_listing",
    "load_rows",
    "show_panel",
    "show_reader",
]
