"""The search box and the link to the page."""

from dashboard.search.view import show_link, show_search

__all__ = [
    "show_link",
    "show_search",
]
