"""Plain nodes of text, of which the panel and the reader are made, and what puts them on the page."""

from dashboard.nodes.more import offer_more
from dashboard.nodes.nodes import Mark, action, button, cut_runs, field, node, number, walk
from dashboard.nodes.view import show_nodes

__all__ = [
    "Mark",
    "action",
    "button",
    "cut_runs",
    "field",
    "node",
    "number",
    "offer_more",
    "show_nodes",
    "walk",
]
