"""Nodes on the screen: what is sent, and what is chosen on them taken into the state."""

from typing import Any

import pytest

from dashboard.choices import state
from dashboard.nodes import button, view


class Screen:
    """Stands for the component: keeps what it was given, and does what a viewer does."""

    def __init__(self) -> None:
        self.told: dict[str, Any] = {}
        self.session: dict[str, Any] = {}

    def __call__(self, **told: Any) -> None:
        self.told = told

    def choose(self, **action: Any) -> None:
        self.session[self.told["key"]] = {"action": action}
        self.told["on_action_change"]()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    made = Screen()
    monkeypatch.setattr(view, "_show_nodes", made)
    monkeypatch.setattr(view.st, "session_state", made.session)
    return made


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What was done to the state."""
    found: list[tuple[Any, ...]] = []

    def note(name: str) -> Any:
        return lambda *given, **fields: found.append((name, *given, *fields.items()))

    for name in ("change", "toggle_filter", "find_value", "clear_filters"):
        monkeypatch.setattr(state, name, note(name))
    told = {name: note(name) for name in view._TOLD_BY_VALUE}
    monkeypatch.setattr(view, "_TOLD_BY_VALUE", told)
    return found


def test_nodes_are_sent_as_they_are_under_a_key_of_their_place(screen: Screen) -> None:
    nodes = [button("Go", "place", "xa")]
    view.show_nodes(nodes, "panel", "a subject", live=True, label="Panel", goal=("part", 3))
    assert screen.told["key"] == "nodes-panel"
    assert screen.told["data"] == {
        "nodes": nodes,
        "subject": "a subject",
        "live": True,
        "label": "Panel",
        "goal": ("part", 3),
    }


CHOSEN = [
    ("place", "xa", ("change", ("place_id", "xa"), ("report_id", ""))),
    ("back", "", ("change", ("place_id", ""))),
    ("report", "r1", ("change", ("report_id", "r1"))),
    ("order", "newest", ("change", ("newest_first", True))),
    ("order", "oldest", ("change", ("newest_first", False))),
    ("facet", "sources:a:b", ("toggle_filter", "sources", "a:b")),
    ("left", "undated", ("change", ("left_out", "undated"))),
    ("left", "something", ("change", ("left_out", ""))),
    ("clear", "", ("clear_filters",)),
    ("context", "s1", ("context", "s1")),
    ("more", "own", ("more", "own")),
    ("statement", "s1", ("statement", "s1")),
    ("values", "sources", ("values", "sources")),
]


@pytest.mark.parametrize(("do", "value", "change"), CHOSEN, ids=[f"{do} {value}" for do, value, _ in CHOSEN])
def test_what_is_chosen_changes_the_state(
    screen: Screen, done: list[tuple[Any, ...]], do: str, value: str, change: tuple[Any, ...]
) -> None:
    view.show_nodes([], "panel")
    screen.choose(do=do, id=value)
    assert done == [change]


def test_what_is_typed_is_looked_for(screen: Screen, done: list[tuple[Any, ...]]) -> None:
    view.show_nodes([], "facets")
    screen.choose(do="find", id="sources", text="<b>agency")
    assert done == [("find_value", "sources", "<b>agency")]


@pytest.mark.parametrize("action", [{}, {"do": "format the disk"}, {"do": None, "id": 7}, {"do": "__class__"}])
def test_what_no_node_of_ours_does_does_nothing(
    screen: Screen, done: list[tuple[Any, ...]], action: dict[str, Any]
) -> None:
    view.show_nodes([], "panel")
    screen.choose(**action)
    assert done == []
