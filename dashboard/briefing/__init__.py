"""The picture for a slide."""

from dashboard.briefing.view import show_picture

__all__ = [
    "show_picture",
]
