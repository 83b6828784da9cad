"""The session's state: one `Selection`, where it came from, and what may change it.

Every change of the page goes through `change`, so that there is one truth and the URL follows it.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import words
from dashboard.choices.address import CONTEXTS_AT_MOST, read_look, read_url, write_url
from dashboard.choices.filters import FACETS, LONGEST_QUERY, Filters, ListValues, read_filters, write_filters
from dashboard.choices.goal import FoundStatement, reach_statement
from dashboard.choices.listed import CARDS, show_more
from dashboard.choices.selection import LeftOutPart, Limits, Selection, clamp_window, shorten
from dashboard.choices.view import pad_bounds
from dashboard.contract import MAX_ZOOM, Bounds, Flight, View

_SELECTION = "selection"
_NOTICES = "notices"
_EVENT = "last map event"
_SEEN = "map seen"
_FILTERS = "filters"
_FLIGHTS = "flights"
_GOAL = "goal in the panel"
_SETTLED = "statement settled"
_AROUND_A_STATEMENT = frozenset({"start", "end", "basis", "place_id", "left_out"})
_OPENED = "facets listed whole"
_FLOWN = "bounds of the last flight"
_LISTED = "rows listed"


@dataclass
class Seen:
    """What the map shows: one for each session, changed with every move, readable from outside the session.

    Attributes
    ----------
    bounds : tuple of float or None
        South, west, north, east in degrees; None as long as the frame has not told.
    """

    bounds: Bounds | None = None


def begin(limits: Limits) -> Selection:
    """Give the session's selection.

    At the session's first run, and when the browser goes back or on, it is read from the URL. A new build may lack what
    was selected: that is dropped, and told like an unknown name in a URL.
    """
    if _SELECTION not in st.session_state or _is_gone_back():
        before: Selection | None = st.session_state.get(_SELECTION)
        read, told = read_url(st.query_params.to_dict(), limits)
        st.session_state[_SELECTION], st.session_state[_NOTICES] = read, told
        if before and before.view != read.view:
            _fly()
    selection: Selection = st.session_state[_SELECTION]
    renewed, notices = _renew(selection, limits)
    if renewed != selection:
        st.session_state[_SELECTION] = renewed
        st.session_state[_NOTICES] = notices
    return renewed


def current() -> Selection:
    """Give the session's selection, after `begin`."""
    selection: Selection = st.session_state[_SELECTION]
    return selection


def change(**fields: Any) -> None:
    """Change some fields of the selection; what the URL had wrong is forgotten with the first change.

    A place that is selected closes the list of what is left out. Any change of what is looked at ends the look at a
    single statement.
    """
    if "place_id" in fields:
        fields = {"left_out": "", "contexts": ()} | fields
    if "left_out" in fields:
        # Other statements are read from their first again.
        st.session_state[_LISTED] = {key: rows for key, rows in listed().items() if key not in CARDS}
    if not _AROUND_A_STATEMENT.isdisjoint(fields):
        fields = {"statement_id": ""} | fields
    st.session_state[_SELECTION] = replace(current(), **fields)
    st.session_state[_NOTICES] = []


def begin_filters(list_values: ListValues, version: str) -> Filters:
    """Give the session's filters: first those of the URL, after a new build those whose values still exist."""
    known: tuple[str, Filters] | None = st.session_state.get(_FILTERS)
    if known and known[0] == version and not _is_gone_back():
        return known[1]
    if known and not _is_gone_back():
        read, told = read_filters(write_filters(known[1]), list_values, words.GONE_FILTER)
    else:
        read, told = read_filters(st.query_params.to_dict(), list_values)
    st.session_state[_FILTERS] = version, read
    st.session_state[_NOTICES] = [*notices(), *told]
    return read


def filters() -> Filters:
    """Give the session's filters, after `begin_filters`."""
    known: tuple[str, Filters] = st.session_state[_FILTERS]
    return known[1]


def toggle_filter(facet: str, value: str) -> None:
    """Filter by a value of a facet, or no longer; what is no facet comes from no button of ours and does nothing."""
    if facet in FACETS:
        _change_filters(filters().toggle(facet, value))


def opened_facets() -> dict[str, str]:
    """Give the facets whose values are all listed, with the words looked for in each."""
    opened: dict[str, str] = st.session_state.get(_OPENED, {})
    return opened


def toggle_facet(facet: str) -> None:
    """List all values of a facet, or no longer."""
    opened = opened_facets()
    st.session_state[_OPENED] = (
        {name: text for name, text in opened.items() if name != facet} if facet in opened else opened | {facet: ""}
    )


def find_value(facet: str, text: str) -> None:
    """Look for a value among those of an opened facet."""
    if facet in opened_facets():
        st.session_state[_OPENED] = opened_facets() | {facet: text[:LONGEST_QUERY]}


def listed() -> dict[str, int]:
    """Give how many rows of a list are shown, of lists that show more than at first."""
    rows: dict[str, int] = st.session_state.get(_LISTED, {})
    return rows


def list_more(key: str) -> None:
    """Show more of a list; what is none comes from no button of ours."""
    st.session_state[_LISTED] = show_more(listed(), key)


def search_words(query: str) -> None:
    """Filter by words; none shows all again."""
    _change_filters(replace(filters(), query=query))


def clear_filters() -> None:
    """Filter by nothing."""
    _change_filters(Filters())


def go_to(place_id: str, view: View | None) -> None:
    """Select a place, and let the map fly to it."""
    _fly()
    change(place_id=place_id, report_id="", view=view)


def toggle_context(statement_id: str) -> None:
    """Show what surrounds a statement, or no longer; beyond `CONTEXTS_AT_MOST` the one shown longest is closed."""
    shown = current().contexts
    others = tuple(name for name in shown if name != statement_id)
    change(contexts=others if statement_id in shown else (*others, statement_id)[-CONTEXTS_AT_MOST:])


def see_left_out(part: LeftOutPart) -> None:
    """List a part of what is not on the map, and lead the eye and the keyboard to it."""
    change(left_out=part)
    _lead_to("left-out")


def see_statement(statement_id: str) -> None:
    """Lead to the card of a statement; `settle_statement` then makes sure that the card is there."""
    change(statement_id=statement_id)
    _lead_to(statement_id)


def settle_statement(limits: Limits, find: Callable[[str], FoundStatement | None]) -> Selection:
    """Make the statement that the selection leads to visible: select its place, widen the window to its day.

    Parameters
    ----------
    limits : Limits
        What exists.
    find : callable
        Gives a statement by its id, None for an unknown one.

    Returns
    -------
    Selection
        With these changes. The notices tell them, or that there is no such statement.
    """
    selection, goal = current(), goal_in_panel()
    wanted = selection.statement_id, goal
    if not selection.statement_id or wanted == st.session_state.get(_SETTLED):
        return selection
    if goal[0] != selection.statement_id:
        _lead_to(selection.statement_id)
    selection, told = reach_statement(selection, limits, find(selection.statement_id))
    st.session_state[_SELECTION] = selection
    st.session_state[_NOTICES] = [*notices(), *told]
    st.session_state[_SETTLED] = selection.statement_id, goal_in_panel()
    return selection


def settle_contexts(find: Callable[[str], FoundStatement | None]) -> Selection:
    """Close the surroundings of statements that `find` does not know, and tell so."""
    selection = current()
    unknown = [name for name in selection.contexts if find(name) is None]
    if unknown:
        known = tuple(name for name in selection.contexts if name not in unknown)
        st.session_state[_SELECTION] = replace(selection, contexts=known)
        told = [words.URL_UNKNOWN_STATEMENT.format(value=shorten(name)) for name in unknown]
        st.session_state[_NOTICES] = [*notices(), *told]
    return current()


def goal_in_panel() -> tuple[str, int]:
    """Give the part of the panel to be looked at, and how often that was asked for."""
    goal: tuple[str, int] = st.session_state.get(_GOAL, ("", 0))
    return goal


def notices() -> list[str]:
    """Give the sentences about what the URL asked for in vain."""
    told: list[str] = st.session_state.get(_NOTICES, [])
    return told


def write_address() -> None:
    """Put the selection into the page's URL, when it is not there already."""
    query = write_url(current()) | write_filters(filters())
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def take_map_event(value: Any) -> bool:
    """Take what the map's frame reports; true when the page has to be drawn anew.

    Parameters
    ----------
    value : Any
        A `contract.MapEvent`, or anything else before the first event. It comes from a browser, so each part is
        checked. Where no hand moved the map, what it shows is not the viewer's choice.
    """
    event = _read_event(value)
    # An event that reaches a new session at once is old: it was sent to an earlier session, which is lost. That session
    # has written it into the address already.
    is_told_again = _EVENT not in st.session_state
    st.session_state.setdefault(_EVENT, "")
    if event is None or event[0] == st.session_state[_EVENT]:
        return False
    number, place_id, view, bounds = event
    st.session_state[_EVENT] = number
    map_seen().bounds = bounds
    # A map that no hand moved tells nothing of the viewer's choices. When the browser goes back, it still tells the
    # choices that are being undone.
    if is_told_again or value.get("hand") is False:
        return False
    before = replace(current(), view=view)
    looked = replace(before, **_read_look(value))
    st.session_state[_SELECTION] = looked
    if place_id and (place_id != looked.place_id or looked.left_out):
        change(place_id=place_id)
        return True
    # The button of the picture stands outside the map's fragment and follows its look, so the whole page is drawn anew.
    return looked != before


def map_seen() -> Seen:
    """Give what the map shows; the same object is changed by later moves, also after the run that asked for it."""
    seen: Seen = st.session_state.setdefault(_SEEN, Seen())
    return seen


def first_flight(find_bounds: Callable[[], Bounds | None]) -> Flight:
    """Give the flight a newly opened map makes: to the view that is chosen, else to the bounds found.

    The bounds are looked for once a flight, for by the next run the map has flown there.
    """
    view, number = current().view, st.session_state.get(_FLIGHTS, 1)
    if view:
        return Flight(number, view=view)
    known: tuple[int, Bounds | None] | None = st.session_state.get(_FLOWN)
    if known is None or known[0] != number or known[1] is None:
        known = st.session_state[_FLOWN] = number, find_bounds()
    return Flight(number, bounds=known[1])


def _change_filters(changed: Filters) -> None:
    version, _ = st.session_state[_FILTERS]
    st.session_state[_FILTERS] = version, changed
    st.session_state[_NOTICES] = []
    if changed.is_empty and current().left_out == "hidden":
        change(left_out="")


def _fly() -> None:
    map_seen().bounds = None
    # The frame outlives a lost session, and flies only at a number higher than all it has seen: the clock gives one.
    st.session_state[_FLIGHTS] = max(st.session_state.get(_FLIGHTS, 1) + 1, time.time_ns() // 1_000)


def _is_gone_back() -> bool:
    """Tell whether the browser went back or on: only then is the address right and the session behind it.

    In any other run the address may be older than the one last written.
    """
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _lead_to(name: str) -> None:
    st.session_state[_GOAL] = name, goal_in_panel()[1] + 1


def _renew(selection: Selection, limits: Limits) -> tuple[Selection, list[str]]:
    told = notices()
    if selection.place_id and selection.place_id not in limits.place_ids:
        told = [*told, words.GONE_PLACE.format(value=shorten(selection.place_id))]
        selection = replace(selection, place_id="")
    if selection.report_id and selection.report_id not in limits.report_ids:
        told = [*told, words.GONE_REPORT.format(value=shorten(selection.report_id))]
        selection = replace(selection, report_id="")
    start, end = clamp_window(selection.start, selection.end, limits.first, limits.last)
    return replace(selection, start=start, end=end), told


def _read_look(event: Mapping[str, Any]) -> dict[str, Any]:
    look = event.get("look")
    return read_look({name: str(value) for name, value in look.items()}, []) if isinstance(look, Mapping) else {}


def _read_event(value: Any) -> tuple[str, str, View, Bounds] | None:
    if not isinstance(value, dict) or "event" not in value:
        return None
    try:
        lat, lon, zoom = (float(part) for part in value["at"])
        south, west, north, east = (float(part) for part in value["bounds"])
    except (KeyError, TypeError, ValueError):
        return None
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 <= zoom <= MAX_ZOOM and south <= north and west <= east):
        return None
    event, place_id = f"{value.get('frame')}:{value['event']}", str(value.get("place") or "")
    # A map zoomed out shows more than the world; a picture must not.
    return event, place_id, View(lat, lon, zoom), pad_bounds((south, west, north, east), 0.0)
