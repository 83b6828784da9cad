"""The search box: places by any spelling and script, statements by their words; and the button that copies the link."""

import math
from typing import Any

import streamlit as st

from dashboard import phrases, words
from dashboard.assets import SCREEN, write_loader
from dashboard.builds import Build, load_places, load_region_bounds, open_store
from dashboard.choices import QUIET, View, state
from dashboard.filters import find_words
from dashboard.text import show_controls
from geodata.store import LONGEST_QUERY

PLACES_OFFERED = 7
_ASKED = "asked"
_POINT_ZOOM = 11.0
_CLOSEST_ZOOM = 13.0
# A map of usual size, for the zoom that shows a region whole.
_MAP_PX = 520.0
_TILE_PX = 256.0

_search = st.components.v2.component(
    "dateline.search",
    html='<div class="search"></div>',
    css=(SCREEN / "search" / "search.css").read_text(encoding="utf-8"),
    js=write_loader("search/search.js"),
)
_link = st.components.v2.component(
    "dateline.link",
    html='<div class="link"></div>',
    css=(SCREEN / "page" / "link.css").read_text(encoding="utf-8"),
    js=write_loader("page/page.js"),
)


@st.fragment
def show_search(build: Build) -> None:
    """Show the search box; what is typed reruns nothing else of the page, what is chosen the whole."""
    asked = str(st.session_state.get(_ASKED, ""))
    data = {
        "asked": asked,
        "options": list_options(build, asked),
        "query": state.filters().query,
        "longest": LONGEST_QUERY,
        "words": {"label": words.SEARCH, "hint": words.SEARCH_HINT, "clear": words.SEARCH_CLEAR},
    }
    chosen = _search(key="search", data=data, on_asked_change=_take_asked, on_chosen_change=lambda: _take_chosen(build))
    if chosen.get("chosen"):
        st.rerun()


def show_link() -> None:
    """Show the button that copies the page's address.

    Its script also decides what the browser's way back undoes, keeps the keyboard from getting lost, and asks for the
    page anew when the browser comes to another theme.
    """
    told = {"copy": words.LINK, "copied": words.LINK_COPIED, "failed": words.LINK_FAILED}
    # A rerun is all that is wanted of it.
    _link(key="link", data=told | {"quiet": list(QUIET)}, on_theme_change=lambda: None)


def list_options(build: Build, asked: str) -> list[dict[str, Any]]:
    """List what can be chosen for what was typed: places, the statements with these words; then what only tells.

    Returns
    -------
    list of dict
        do ("place", "words"; empty for what only tells), id, name, note.
    """
    if not asked:
        return []
    places = load_places(build)
    options = []
    for found in open_store(build).find_places(asked, PLACES_OFFERED):
        if found.place_id in places.index:
            note = _say_where(build, found.place_id, found.spelling if found.spelling != found.name else "")
            options.append(_option("place", found.place_id, found.name, note))
        else:
            options.append(_option("", "", found.name, words.SEARCH_NOT_NAMED))
    if not options:
        options.append(_option("", "", words.SEARCH_NO_PLACE.format(asked=asked), ""))
    options.append(_offer_words(build, asked))
    return sorted(options, key=lambda option: not option["do"])


def find_view(build: Build, place_id: str) -> View | None:
    """Find the view that shows a place: a region whole, a point with what is around it; None where it has neither."""
    bounds = load_region_bounds(build)
    if place_id in bounds.index:
        west, south, east, north = (float(bounds[name][place_id]) for name in ("minx", "miny", "maxx", "maxy"))
        lat = (south + north) / 2
        span = max(east - west, (north - south) / math.cos(math.radians(min(abs(lat), 85))), 1e-6)
        zoom = math.log2(_MAP_PX * 360 / (_TILE_PX * span))
        return View(lat, (west + east) / 2, float(math.floor(min(max(zoom, 1), _CLOSEST_ZOOM))))
    places = load_places(build)
    lat, lon = float(places["lat"][place_id]), float(places["lon"][place_id])
    return None if math.isnan(lat) or math.isnan(lon) else View(lat, lon, _POINT_ZOOM)


def _offer_words(build: Build, asked: str) -> dict[str, Any]:
    """Offer the statements with the words typed, or where there are none, with words that begin so."""
    beginning = f"{asked}*" if asked[-1].isalnum() else asked
    for query in (asked, beginning):
        found = find_words(build, query)
        if found.rows is not None and len(found.rows):
            return _option("words", query, words.SEARCH_WORDS.format(asked=query), phrases.statements(len(found.rows)))
    fault = find_words(build, asked).fault
    return _option("", "", fault or words.SEARCH_NO_WORDS.format(asked=asked), "")


def _say_where(build: Build, place_id: str, spelling: str) -> str:
    places = load_places(build)
    around = [str(places["name"].get(c, "")) for c in places.loc[[place_id], "containers"].iloc[0]]
    return " · ".join(part for part in (spelling, words.KINDS[places["kind"][place_id]], *around[-2:]) if part)


def _option(do: str, value: str, name: str, note: str) -> dict[str, Any]:
    return {"do": do, "id": value, "name": show_controls(name), "note": show_controls(note)}


def _take_asked() -> None:
    st.session_state[_ASKED] = str(st.session_state["search"]["asked"] or "").strip()[:LONGEST_QUERY]


def _take_chosen(build: Build) -> None:
    chosen: Any = st.session_state["search"]["chosen"]
    if not isinstance(chosen, dict):
        return
    do, value = chosen.get("do"), str(chosen.get("id") or "")
    if do == "words":
        state.search_words(value[:LONGEST_QUERY])
    elif do == "place" and value in load_places(build).index:
        state.go_to(value, find_view(build, value))
    st.session_state[_ASKED] = ""
