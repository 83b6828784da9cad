"""Plain nodes of which the panel and the reader are made; no Streamlit.

A node is a dict: `t` tag, `c` class, `x` text, `k` children, `a` action, and a few attributes. `nodes/elements.js`
makes elements of it and sets each text by textContent, so whatever a report says stays text. A list of many like rows
is a single node, to be short. Its `rows` hold the id, name, note, number and class of each row; its `do` is the action
of them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Unpack

from dashboard.contract import Action, Do, Node, NodeMore
from dashboard.text import show_controls


def node(tag: str, *children: Node, text: str = "", cls: str = "", **more: Unpack[NodeMore]) -> Node:
    """Make a node; empty parts are left out, for they would be sent with every move of the slider."""
    made: Node = {"t": tag}
    if text:
        made["x"] = show_controls(text)
    if cls:
        made["c"] = cls
    if children:
        made["k"] = list(children)
    for name, value in more.items():
        if value:
            made[name] = value  # type: ignore[literal-required]  # a name of NodeMore, which a Node is
    return made


def action(do: Do, value: object = "") -> Action:
    """Make what a node reports to the page when it is chosen."""
    return {"do": do, "id": str(value)}


def button(text: str, do: Do, value: object = "", /, *, cls: str = "link", **more: Unpack[NodeMore]) -> Node:
    """Make a button that reports an action to the page.

    Parameters
    ----------
    text : str
        What stands on the button.
    do : Do
        The action.
    value : object
        What the action is about.
    cls : str
        A class of the style sheet.
    **more : NodeMore
        Attributes of the node.
    """
    made = node("button", text=text, cls=cls, **more)
    made["a"] = action(do, value)
    return made


def field(value: str, do: Do, name: str, label: str) -> Node:
    """Make a field to type in; what is typed is reported as it is with the name before it.

    Parameters
    ----------
    value : str
        What stands in the field.
    do : Do
        The action.
    name : str
        What is reported before the text typed.
    label : str
        What the field is called for those who do not see it.
    """
    return node("input", value=value, label=label, a=action(do, name))


def walk(made: Node) -> Iterator[Node]:
    """Give a node and all in it."""
    yield made
    for child in made.get("k", []):
        yield from walk(child)


def number(n: int) -> Node:
    """Make a number at the end of a row."""
    return node("span", text=f"{n:,}", cls="n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report to be marked.

    Attributes
    ----------
    start, end : int
        Offsets into the report, code points, end exclusive.
    cls : str
        A class of the style sheet.
    note : str
        Shown when pointed at.
    place_id : str
        The place it leads to; empty for none.
    """

    start: int
    end: int
    cls: str
    note: str
    place_id: str = ""


def cut_runs(text: str, offset: int, marks: Iterable[Mark]) -> list[Node]:
    """Cut a text into marked and unmarked runs that together are the text again.

    Parameters
    ----------
    text : str
        A statement's or a report's.
    offset : int
        Where it begins in the report.
    marks : iterable of Mark
        With offsets into the report; those that overlap an earlier one or leave the text are passed over.
    """
    runs: list[Node] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        start, end = mark.start - offset, mark.end - offset
        if start < at or end > len(text) or start >= end:
            continue
        if start > at:
            runs.append(node("span", text=text[at:start]))
        run = node("mark", text=text[start:end], cls=mark.cls, title=mark.note)
        if mark.place_id:
            run["a"] = action("place", mark.place_id)
        runs.append(run)
        at = end
    if at < len(text):
        runs.append(node("span", text=text[at:]))
    return runs
