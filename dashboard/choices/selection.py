"""What the viewer has chosen: dates, place, report, view; applied to frames, said in words.

Nothing here knows Streamlit: a selection is a value, and every function of it can be tested without a screen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from dashboard import phrases
from dashboard.contract import Basis, Colour, Ground, View

LeftOutPart = Literal["hidden", "undated", "unplaced", "names", "elsewhen"]
"""What the map does not show: by the filters, for want of a date or a place, for days no window reaches."""

FIRST_WINDOW_DAYS = 14
_BEFORE_FIRST_REPORT = pd.Timedelta(days=61)
_AFTER_LAST_REPORT = pd.Timedelta(days=31)
_SHORT_EVENT = pd.Timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Window:
    """The days shown.

    Attributes
    ----------
    start, end : datetime.date
        First and last day, both included.
    basis : {"event", "publication"}
        Which date of a statement counts.
    """

    start: date
    end: date
    basis: Basis


@dataclass(frozen=True, slots=True)
class Selection:
    """A state of the page.

    Attributes
    ----------
    start, end : datetime.date
        The window, both days included.
    basis : {"event", "publication"}
        The date it filters.
    place_id, report_id : str
        The place whose statements are shown, the report that is open; empty for none.
    view : View or None
        The map's view where the viewer moved it; None leaves it to the page.
    uncertain : bool
        Whether places are shown whose placement is not certain.
    newest_first : bool
        The order in which statements are listed.
    statement_id : str
        The statement a link or the history leads to; empty for none.
    left_out : str
        The part of what is not on the map that is listed; empty for none.
    contexts : tuple of str
        The statements whose surroundings are shown, the latest last.
    table : bool
        Whether the statements are open as a table.
    colour : Colour
        What the colour of a circle tells.
    links : bool
        Whether the selected place is joined by lines to the places named in the same reports.
    ground : Ground
        The base map.
    """

    start: date
    end: date
    basis: Basis = "event"
    place_id: str = ""
    report_id: str = ""
    view: View | None = None
    uncertain: bool = True
    newest_first: bool = False
    statement_id: str = ""
    left_out: LeftOutPart | Literal[""] = ""
    contexts: tuple[str, ...] = ()
    table: bool = False
    colour: Colour = "one"
    links: bool = True
    ground: Ground = "own"

    @property
    def window(self) -> Window:
        """The days shown, and by which date."""
        return Window(self.start, self.end, self.basis)

    def in_words(self) -> str:
        """Say the window: "1–10 November 2017"."""
        return phrases.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a selection can hold, from the data shown.

    Attributes
    ----------
    first, last : datetime.date
        First and last day any statement is dated to.
    window : tuple of datetime.date
        Window of the first view.
    place_ids, report_ids : frozenset of str
        Those that exist.
    """

    first: date
    last: date
    window: tuple[date, date]
    place_ids: frozenset[str]
    report_ids: frozenset[str]


def clamp_window(start: date, end: date, first: date, last: date) -> tuple[date, date]:
    """Put a window in order and inside first and last; one wholly outside becomes the nearest day.

    Parameters
    ----------
    start : datetime.date
        First day, included.
    end : datetime.date
        Last day, included.
    first : datetime.date
        First day, included.
    last : datetime.date
        Last day, included.
    """
    start, end = min(start, end), max(start, end)
    return min(max(start, first), last), max(min(end, last), first)


def find_span(rows: pd.DataFrame) -> tuple[date, date] | None:
    """Find the first and last day a slider runs over.

    Parameters
    ----------
    rows : pandas.DataFrame
        With event_start, event_end, published_on, any of them missing where undated.

    Returns
    -------
    tuple of datetime.date or None
        Of all reports and of the events not far from them: one aside about another century would stretch the
        slider until a day is less than a pixel. None where nothing is dated.
    """
    published = rows["published_on"].dropna()
    events = rows[rows["event_start"].notna()]
    if len(published):
        after, before = published.min() - _BEFORE_FIRST_REPORT, published.max() + _AFTER_LAST_REPORT
        events = events[(events["event_start"] >= after) & (events["event_end"] <= before)]
    days = pd.concat([events["event_start"], events["event_end"], published])
    return None if days.empty else (days.min().date(), days.max().date())


def days_of_short_events(rows: pd.DataFrame) -> pd.Series:
    """Give the day of each event of a few days: a month's would count for its first and mislead the first view."""
    return rows[(rows["event_end"] - rows["event_start"]) < _SHORT_EVENT]["event_start"]


def choose_window(days: pd.Series, first: date, last: date) -> tuple[date, date]:
    """Choose the window of the first view: the fortnight with most statements, the earliest of equals.

    Parameters
    ----------
    days : pandas.Series of datetime64
        Day of each statement that is on the map.
    first, last : datetime.date
        Limits of the window.

    Returns
    -------
    tuple of datetime.date
        First and last day, both included.
    """
    if (last - first).days < FIRST_WINDOW_DAYS or days.empty:
        return first, last
    inside = days[(days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))]
    daily = inside.dt.normalize().value_counts().reindex(pd.date_range(first, last), fill_value=0)
    sums = np.convolve(daily.to_numpy(), np.ones(FIRST_WINDOW_DAYS, dtype=int), mode="valid")
    start = first + timedelta(days=int(sums.argmax()))
    return start, start + timedelta(days=FIRST_WINDOW_DAYS - 1)


def describe(selection: Selection, statements: int, places: int, undated: int, unplaced: int) -> str:
    """Say in one sentence what is shown and what is left out.

    Parameters
    ----------
    selection : Selection
        What the viewer has chosen.
    statements : int
        How many statements there are.
    places : int
        How many places they name.
    undated : int
        How many are left out for want of a date.
    unplaced : int
        How many are left out for want of a place.

    Returns
    -------
    str
        "32 statements about 9 places, 1–10 November 2017; 3 undated and 5 unplaced are left out."
    """
    shown = f"{phrases.statements(statements)} about {phrases.places(places)}, {selection.in_words()}"
    rest = phrases.left_out(undated, unplaced)
    return f"{shown}; {rest}." if rest else f"{shown}."


def shorten(value: str) -> str:
    """Shorten what a URL gave to what a sentence can quote."""
    return value if len(value) <= 40 else f"{value[:40]}…"
