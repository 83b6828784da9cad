"""The time control, put on the page."""

import streamlit as st

from dashboard import phrases, words
from dashboard.builds import Build
from dashboard.choices import Filters, Limits, Selection, Window, state
from dashboard.filters import load_filtered_scrubber
from dashboard.timeline.scrubber import show_scrubber


def show_time(build: Build, limits: Limits, selection: Selection, filters: Filters) -> None:
    """Show the control of the window, and which date of a statement it filters.

    Parameters
    ----------
    build : Build
        The build that is shown.
    limits : Limits
        What exists: days, places, reports.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    if limits.first == limits.last:
        st.text(words.ONE_DAY.format(day=phrases.day(limits.first)))
        return
    data = load_filtered_scrubber(build, filters)
    show_scrubber(data, selection.window, "window", _take_window)


def _take_window(window: Window) -> None:
    state.change(start=window.start, end=window.end, basis=window.basis)
