"""The time control under the map."""

from dashboard.timeline.view import show_time

__all__ = [
    "show_time",
]
