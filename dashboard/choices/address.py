"""The selection as the query of the page's address, and back; what an address has wrong is told and survived."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, cast, get_args

from dashboard import phrases, words
from dashboard.choices.selection import (
    Basis,
    Colour,
    Ground,
    LeftOutPart,
    Limits,
    Selection,
    View,
    clamp_window,
    shorten,
)

CONTEXTS_AT_MOST = 5
"""An address holds no more statements with their surroundings: it is to be read and sent by people."""
QUIET = ("from", "to", "at")
"""Parameters of the URL whose changes the browser's way back does not undo one by one: days and view are dragged."""

_LONGEST_ID = 200
_BETWEEN_IDS = "~"
_USUAL = {
    "by": "event",
    "uncertain": "yes",
    "order": "oldest",
    "table": "no",
    "colour": "one",
    "links": "yes",
    "ground": "own",
}


def read_url(query: Mapping[str, str], limits: Limits) -> tuple[Selection, list[str]]:
    """Read a selection from the query parameters of a URL; what cannot be used is told and left out.

    Parameters
    ----------
    query : mapping of str to str
        `from`, `to`, `by`, `place`, `report`, `at`, `uncertain`, `order`, `left`, `statement`, `context`, `table`,
        `colour`, `links`, `ground`; other names are passed over.
    limits : Limits
        What exists.

    Returns
    -------
    selection : Selection
        Always usable.
    notices : list of str
        One sentence for each value that was given and could not be used.
    """
    notices: list[str] = []
    query = {name: value for name, value in query.items() if value}
    start, end = _read_window(query, limits, notices)
    basis = cast("Basis", _read_choice(query, "by", get_args(Basis), notices))
    selection = Selection(
        start=start,
        end=end,
        basis=basis,
        place_id=_read_known(query, "place", limits.place_ids, words.URL_UNKNOWN_PLACE, notices),
        report_id=_read_known(query, "report", limits.report_ids, words.URL_UNKNOWN_REPORT, notices),
        view=_read_view(query, notices),
        uncertain=_read_choice(query, "uncertain", ("yes", "no"), notices) == "yes",
        newest_first=_read_choice(query, "order", ("oldest", "newest"), notices) == "newest",
        # Whether it exists is asked of the store, one by one: the ids of all would be as many as the statements.
        statement_id=query.get("statement", "")[:_LONGEST_ID],
        left_out=cast("LeftOutPart | Literal['']", _read_choice(query, "left", ("", *get_args(LeftOutPart)), notices)),
        contexts=_read_ids(query, "context"),
        table=_read_choice(query, "table", ("no", "yes"), notices) == "yes",
        **read_look(query, notices),
    )
    return selection, notices


def read_look(query: Mapping[str, str], notices: list[str]) -> dict[str, Any]:
    """Read how the map is drawn.

    Parameters
    ----------
    query : mapping of str to str
        `colour`, `links` ("yes" or "no") and `ground`; what is missing or cannot be used is as usual.
    notices : list of str
        One sentence is added for each value that cannot be used.

    Returns
    -------
    dict
        `colour`, `links` and `ground` as a `Selection` has them.
    """
    return {
        "colour": _read_choice(query, "colour", get_args(Colour), notices),
        "links": _read_choice(query, "links", ("yes", "no"), notices) == "yes",
        "ground": _read_choice(query, "ground", get_args(Ground), notices),
    }


def write_url(selection: Selection) -> dict[str, str]:
    """Write a selection as query parameters, the usual values left out; `read_url` reads it back."""
    texts = {
        "from": selection.start.isoformat(),
        "to": selection.end.isoformat(),
        "by": selection.basis,
        "place": selection.place_id,
        "report": selection.report_id,
        "at": _write_view(selection.view) if selection.view else "",
        "uncertain": _write_yes(is_so=selection.uncertain),
        "order": "newest" if selection.newest_first else "oldest",
        "left": selection.left_out,
        "statement": selection.statement_id,
        "context": _BETWEEN_IDS.join(selection.contexts),
        "table": _write_yes(is_so=selection.table),
        "colour": selection.colour,
        "links": _write_yes(is_so=selection.links),
        "ground": selection.ground,
    }
    return {name: text for name, text in texts.items() if text and text != _USUAL.get(name)}


def _write_view(view: View) -> str:
    # A comma would stand in the address as %2C; it is read as well, for people type it.
    return f"{view.lat:.3f}_{view.lon:.3f}_{view.zoom:g}"


def _write_yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _read_window(query: Mapping[str, str], limits: Limits, notices: list[str]) -> tuple[date, date]:
    given: dict[str, date] = {}
    for name in ("from", "to"):
        if name not in query:
            continue
        try:
            given[name] = date.fromisoformat(query[name])
        except ValueError:
            notices.append(words.URL_BAD_DATE.format(value=shorten(query[name])))
            return limits.window
    if not given:
        return limits.window
    # One end alone means everything from or up to it.
    start, end = given.get("from", limits.first), given.get("to", limits.last)
    start, end = min(start, end), max(start, end)
    if end < limits.first or start > limits.last:
        first, last = phrases.day(limits.first), phrases.day(limits.last)
        notices.append(words.URL_WINDOW_MOVED.format(first=first, last=last))
        return limits.window
    return clamp_window(start, end, limits.first, limits.last)


def _read_known(
    query: Mapping[str, str], name: str, known: frozenset[str], unknown_notice: str, notices: list[str]
) -> str:
    value = query.get(name, "")
    if value and value not in known:
        notices.append(unknown_notice.format(value=shorten(value)))
        return ""
    return value


def _read_ids(query: Mapping[str, str], name: str) -> tuple[str, ...]:
    ids = (part.strip()[:_LONGEST_ID] for part in query.get(name, "").split(_BETWEEN_IDS))
    return tuple(dict.fromkeys(filter(None, ids)))[:CONTEXTS_AT_MOST]


def _read_choice(query: Mapping[str, str], name: str, allowed: tuple[str, ...], notices: list[str]) -> str:
    """Read one of a few words, the first of them where none or another is given."""
    value = query.get(name, allowed[0])
    if value in allowed:
        return value
    known = phrases.listing([word for word in allowed if word])
    notices.append(words.URL_BAD_CHOICE.format(name=name, value=shorten(value), allowed=known))
    return allowed[0]


def _read_view(query: Mapping[str, str], notices: list[str]) -> View | None:
    value = query.get("at")
    if value is None:
        return None
    try:
        lat, lon, zoom = (float(part) for part in value.replace(",", "_").split("_"))
    except ValueError:
        lat = lon = zoom = float("nan")
    # A comparison with a NaN is false, so whatever is not a number ends in the notice too.
    if abs(lat) <= 90 and abs(lon) <= 180 and 0 <= zoom <= 18:
        return View(lat, lon, zoom)
    notices.append(words.URL_BAD_VIEW.format(value=shorten(value)))
    return None
