"""What the map's frame reports is taken as far as it makes sense, and no further."""

from datetime import date
from typing import Any

import pytest

from dashboard.choices import state
from dashboard.choices.selection import Selection
from dashboard.contract import View

CHOSEN = Selection(date(2017, 11, 1), date(2017, 11, 14), colour="kind", view=View(35.0, 40.0, 8.0))
EVENT: dict[str, Any] = {
    "event": 1,
    "frame": "a",
    "place": None,
    "hand": True,
    "at": [34.0, 41.0, 9],
    "bounds": [33.0, 40.0, 35.0, 42.0],
    "look": {"colour": "one", "links": "yes", "ground": "own"},
}


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session that has chosen something."""
    held: dict[str, Any] = {"selection": CHOSEN}
    monkeypatch.setattr(state.st, "session_state", held)
    # The first run of a session comes before anything is done on its map.
    assert not state.take_map_event(None)
    return held


def test_a_hand_on_the_map_moves_the_view_and_chooses_the_look() -> None:
    assert state.take_map_event(EVENT)
    assert state.current().view == View(34.0, 41.0, 9.0)
    assert state.current().colour == "one"
    assert state.map_seen().bounds == (33.0, 40.0, 35.0, 42.0)
    assert not state.take_map_event(EVENT), "once"


def test_what_was_done_in_a_session_that_is_lost_is_not_done_again(session: dict[str, Any]) -> None:
    """A server started anew is told the last click once more; since then something else may have been chosen."""
    for key in [key for key in session if key != "selection"]:
        del session[key]
    assert not state.take_map_event(EVENT | {"place": "p1"})
    assert state.current() == CHOSEN
    assert state.map_seen().bounds == (33.0, 40.0, 35.0, 42.0), "the map is still where it was"
    assert state.take_map_event(EVENT | {"event": 2, "place": "p1"})
    assert state.current().place_id == "p1"


def test_a_flight_of_a_new_session_is_later_than_those_of_a_lost_one(session: dict[str, Any]) -> None:
    """The frame stays open over a lost session, and makes no flight it has made already."""
    for _ in range(3):
        state.go_to("place", View(34.0, 41.0, 9))
    before = state.first_flight(lambda: None).number
    for key in [key for key in session if key != "selection"]:
        del session[key]
    assert state.first_flight(lambda: None).number < before, "the map stays where it is"
    state.go_to("place", View(35.0, 41.0, 9))
    assert state.first_flight(lambda: None).number > before


def test_a_move_by_no_hand_tells_what_is_seen_alone() -> None:
    """It may come late, with the look of before, when the browser has gone back to another."""
    assert not state.take_map_event(EVENT | {"hand": False})
    assert state.current() == CHOSEN
    assert state.map_seen().bounds == (33.0, 40.0, 35.0, 42.0)


def test_who_holds_what_is_seen_sees_the_map_move_on() -> None:
    held = state.map_seen()
    state.take_map_event(EVENT)
    assert held.bounds == (33.0, 40.0, 35.0, 42.0)
    state.go_to("place", None)
    assert held.bounds is None, "the map goes elsewhere, and has not told where it is"


@pytest.mark.parametrize(
    "change",
    [
        {"bounds": [35.0, 40.0, 33.0, 42.0]},
        {"bounds": [33.0, float("nan"), 35.0, 42.0]},
        {"bounds": [33.0, 40.0]},
        {"bounds": "everywhere"},
        {"at": [134.0, 41.0, 9]},
        {"at": None},
    ],
)
def test_what_cannot_be_is_not_taken(change: dict[str, Any]) -> None:
    assert not state.take_map_event(EVENT | change)
    assert state.current() == CHOSEN
    assert state.map_seen().bounds is None


def test_more_than_the_world_is_the_world() -> None:
    state.take_map_event(EVENT | {"bounds": [-120.0, -900.0, float("inf"), 900.0]})
    assert state.map_seen().bounds == (-85.0, -180.0, 85.0, 180.0)
