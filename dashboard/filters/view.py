"""The filters: a button, its facets with their counts, and the lists of all their values."""

import streamlit as st

from dashboard import words
from dashboard.builds import Build
from dashboard.choices import Filters, Selection, state
from dashboard.contract import Node
from dashboard.filters.lists import VALUES_SHOWN, Facet
from dashboard.filters.loading import list_facets
from dashboard.nodes import action, button, field, node, number, show_nodes

_FIRST = "first facet"


@st.fragment
def show_filters(build: Build, selection: Selection, filters: Filters) -> None:
    """Show the button, and while it is open the facets; their counts cost nothing while it is closed.

    A fragment of its own: opening it, and looking for a value in a list, changes nothing else of the page.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    if state.filters() != filters:
        st.rerun()
    # The label never changes: with another one it would be another button, and the list would close at a choice.
    opened = st.popover(words.FILTER, key="filter", on_change="rerun")
    if not opened.open:
        return
    with opened, st.container(key="facets"):
        facets = list_facets(build, selection, filters, state.opened_facets())
        # Streamlit puts what opens at the page's end. The keyboard is led there, past all that stands between.
        show_nodes(build_facets(facets, filters), "facets", label=words.FILTER, goal=(_FIRST, 0))


def build_facets(facets: list[Facet], filters: Filters) -> list[Node]:
    """Build the facets; one whose only value is not chosen is left out, for it would filter nothing."""
    nodes: list[Node] = []
    for facet in facets:
        if facet.total > 1 or any(value.is_chosen for value in facet.values):
            nodes += _build_facet(facet, "" if nodes else _FIRST)
    if not filters.is_empty:
        nodes.append(button(words.FILTER_CLEAR, "clear"))
    return nodes or [node("p", text=words.FILTER_NOTHING, cls="meta")]


def _build_facet(facet: Facet, name: str) -> list[Node]:
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
    head = node("h3", node("span", text=facet.title), cls="part", name=name)
    listed = node("ul", *rows, cls="places" if facet.wanted is None else "places whole")
    if facet.wanted is None:
        is_cut = facet.total > len(rows)
        all_values = words.ALL_VALUES.format(n=facet.total)
        return [head, listed, *([button(all_values, "values", facet.name, expanded="false")] if is_cut else [])]
    label = words.FIND_VALUE.format(facet=facet.title.lower())
    find = [field(facet.wanted, "find", facet.name, label)] if facet.total > VALUES_SHOWN else []
    return [head, *find, listed, *_say_rest(facet), button(words.FEWER_VALUES, "values", facet.name, expanded="true")]


def _say_rest(facet: Facet) -> list[Node]:
    if facet.more:
        return [node("p", text=words.MORE_VALUES.format(n=facet.more), cls="meta")]
    if facet.wanted and all(value.is_chosen for value in facet.values):
        return [node("p", text=words.NO_VALUE.format(asked=facet.wanted), cls="meta")]
    return []
