"""The statement that a link or the history of a place leads to, and what has to change so that it can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard import phrases, words
from dashboard.choices.selection import Limits, Selection, Window, clamp_window, shorten


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """Where a statement is to be seen.

    Attributes
    ----------
    place_ids : sequence of str
        The places it names itself, then the regions around them; none where it is not on the map.
    event, publication : tuple of datetime.date or None
        First and last day by each basis; None where it has none.
    """

    place_ids: Sequence[str]
    event: tuple[date, date] | None
    publication: tuple[date, date] | None


def reach_statement(selection: Selection, limits: Limits, found: FoundStatement | None) -> tuple[Selection, list[str]]:
    """Change a selection so that it shows the statement it leads to.

    Parameters
    ----------
    selection : Selection
        What the viewer has chosen.
    limits : Limits
        What exists: days, places, reports.
    found : FoundStatement or None
        The statement; None where there is no such.

    Returns
    -------
    selection : Selection
        A place of the statement selected, and the window widened to its day; without the statement where there is
        none such on the map.
    notices : list of str
        What was changed, or that there is none.
    """
    if found is None or not found.place_ids:
        told = words.URL_UNKNOWN_STATEMENT.format(value=shorten(selection.statement_id))
        return replace(selection, statement_id=""), [told]
    if selection.place_id not in found.place_ids:
        selection = replace(selection, place_id=found.place_ids[0])
    days = found.publication if selection.basis == "publication" else found.event
    if days is None or days[1] < limits.first or days[0] > limits.last:
        return selection, []
    window = widen_window(selection.window, *days)
    if window == selection.window:
        return selection, []
    start, end = clamp_window(window.start, window.end, limits.first, limits.last)
    told = words.WINDOW_WIDENED.format(window=phrases.span(start, end))
    return replace(selection, start=start, end=end), [told]


def widen_window(window: Window, start: date, end: date) -> Window:
    """Widen a window until it overlaps an interval of days; one that does already stays as it is.

    Parameters
    ----------
    window : Window
        The days shown.
    start : datetime.date
        First day, included.
    end : datetime.date
        Last day, included.
    """
    if start <= window.end and end >= window.start:
        return window
    return Window(min(window.start, end), max(window.end, start), window.basis)
