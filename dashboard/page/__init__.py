"""What stands around the parts: the line on top, notices, faults, and the page before there is a store."""

from dashboard.page.view import (
    say_shown,
    show_faults,
    show_headline,
    show_no_store,
    show_notices,
    show_style,
    watch_store,
)

__all__ = [
    "say_shown",
    "show_faults",
    "show_headline",
    "show_no_store",
    "show_notices",
    "show_style",
    "watch_store",
]
