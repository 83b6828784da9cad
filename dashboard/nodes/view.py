"""Nodes on the screen, and what is chosen on them taken into the state; every text of a report passes here."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

import streamlit as st

from dashboard.assets import SCREEN, write_loader
from dashboard.choices import LeftOutPart, state
from dashboard.contract import Node, PanelMessage

_show_nodes = st.components.v2.component(
    "dateline.panel",
    html='<div class="panel"></div>',
    css=(SCREEN / "nodes" / "elements.css").read_text(encoding="utf-8"),
    js=write_loader("nodes/view.js"),
)


_TOLD_BY_VALUE: Mapping[str, Callable[[str], None]] = {
    "context": state.toggle_context,
    "more": state.list_more,
    "statement": state.see_statement,
    "values": state.toggle_facet,
}


def show_nodes(
    nodes: list[Node],
    key: str,
    subject: str = "",
    *,
    live: bool = False,
    label: str = "",
    goal: tuple[str, int | str] = ("", 0),
) -> None:
    """Show nodes.

    Parameters
    ----------
    nodes : list of Node
        What to show.
    key : str
        Tells this place on the page from others.
    subject : str
        What they are about; where it changes, they are read from the top again.
    live : bool
        Whether a screen reader tells of each change.
    label : str
        What a screen reader calls them.
    goal : tuple of str and int or str
        Name of the node to be brought into sight and given the keyboard, and what is different each time anew.
    """
    key = f"nodes-{key}"
    data: PanelMessage = {"nodes": nodes, "subject": subject, "live": live, "label": label, "goal": goal}
    _show_nodes(key=key, data=data, on_action_change=lambda: _take_action(key))


def _take_action(key: str) -> None:
    action: Any = st.session_state[key]["action"]
    do, value = action.get("do"), str(action.get("id", ""))
    if do in _TOLD_BY_VALUE:
        _TOLD_BY_VALUE[do](value)
    elif do == "place":
        state.change(place_id=value, report_id="")
    elif do == "back":
        state.change(place_id="")
    elif do == "report":
        state.change(report_id=value)
    elif do == "order":
        state.change(newest_first=value == "newest")
    elif do == "facet":
        state.toggle_filter(*value.partition(":")[::2])
    elif do == "left":
        # A value that is no part comes from no button of ours; it closes the list.
        part = next((part for part in get_args(LeftOutPart) if part == value), "")
        state.change(left_out=part)
    elif do == "find":
        state.find_value(value, str(action.get("text", "")))
    elif do == "clear":
        state.clear_filters()
