"""The filters: a button, its facets with their counts, and the line that says what they leave out."""

import streamlit as st

from dashboard import filter_loading, words
from dashboard.facets import VALUES_SHOWN, Facet, Filters
from dashboard.loading import Build
from dashboard.node_view import show_nodes
from dashboard.nodes import Node, action, button, node, number
from dashboard.selection import Selection


def show_filters(build: Build, selection: Selection, filters: Filters) -> None:
    """Show the button, and while it is open the facets; their counts cost nothing while it is closed."""
    # Another label would be another button, and what is open would close at the first choice.
    opened = st.popover(words.FILTER, key="filter", on_change="rerun")
    if not opened.open:
        return
    with opened, st.container(key="facets"):
        facets = filter_loading.list_facets(build, selection, filters, VALUES_SHOWN)
        show_nodes(build_facets(facets, filters), "facets", label=words.FILTER)


def build_facets(facets: list[Facet], filters: Filters) -> list[Node]:
    """Build the facets; one with a single value that is not chosen would filter nothing."""
    nodes = []
    for facet in facets:
        if len(facet.values) > 1 or any(value.is_chosen for value in facet.values):
            nodes += _build_facet(facet)
    if not filters.is_empty:
        nodes.append(button(words.FILTER_CLEAR, "clear"))
    return nodes or [node("p", text=words.FILTER_NOTHING, cls="meta")]


def _build_facet(facet: Facet) -> list[Node]:
    rows = [
        node(
            "li",
            node(
                "button",
                node("bdi", text=value.label),
                number(value.count),
                cls="row facet",
                a=action("facet", f"{facet.name}:{value.value}"),
                pressed="true" if value.is_chosen else "false",
            ),
        )
        for value in facet.values
    ]
    more = [node("p", text=words.MORE_VALUES.format(n=facet.more), cls="meta")] if facet.more > 0 else []
    return [node("h3", text=facet.title, cls="part"), node("ul", *rows, cls="places"), *more]
