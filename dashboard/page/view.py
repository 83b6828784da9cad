"""What stands around the map: the line of words, the time control, the statement panel, the reader, notices."""

from collections.abc import Sequence

import streamlit as st

from dashboard import phrases, words
from dashboard.assets import SCREEN
from dashboard.builds import (
    Build,
    Moment,
    Shown,
    count_shown,
    find_build,
    load_layout,
    read_moment,
    say_store_fault,
)
from dashboard.choices import Filters, LeftOutPart, Selection, describe, state
from dashboard.contract import Node
from dashboard.filters import count_filtered, tell_shown
from dashboard.nodes import node, show_nodes

_POLL_SECONDS = 2.0
_FAULTS_AT_MOST = 4


def show_style() -> None:
    """Lay the page out; a static style sheet of our own, with nothing of a report in it."""
    st.html(SCREEN / "page" / "page.css")


@st.fragment(run_every=_POLL_SECONDS)
def watch_store(shown: Moment) -> None:
    """Draw the page anew as soon as there is another build, or another word about one."""
    if read_moment() != shown:
        st.rerun()


def show_headline(sentence: str, filters: Filters, part: LeftOutPart | None) -> None:
    """Show the one line that says what is on the map and what is left out, how to see that, and how to see all again.

    Parameters
    ----------
    sentence : str
        The line.
    filters : Filters
        What it tells.
    part : LeftOutPart or None
        The first part of what is left out; None where nothing is.
    """
    st.text(sentence)
    if part:
        st.button(words.LEFT_OUT_SEE, key="see", type="tertiary", on_click=state.see_left_out, args=(part,))
    if not filters.is_empty:
        st.button(words.FILTER_CLEAR, key="clear", on_click=state.clear_filters)


def say_shown(build: Build, selection: Selection, filters: Filters) -> tuple[Shown, str]:
    """Count what is shown, and say it in one sentence.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    """
    window = (build, selection.start, selection.end, selection.basis)
    if filters.is_empty:
        shown = count_shown(*window, uncertain=selection.uncertain)
        return shown, describe(selection, shown.statements, shown.places, shown.undated, shown.unplaced)
    shown, counted = count_filtered(*window, uncertain=selection.uncertain, filters=filters)
    return shown, tell_shown(build, selection, filters, counted)


def show_notices(notices: Sequence[str]) -> None:
    """Show what the URL asked for in vain.

    The notices lie over the map, for the next choice takes them away, and the map should not move for that.
    """
    # Shown even when empty: Streamlit would drop an empty container. Then the map would change its place in the page,
    # and Streamlit would open its frame anew.
    show_nodes([node("p", text=notice, cls="notice") for notice in notices], "notices", subject="notices", live=True)


def show_faults(moment: Moment) -> None:
    """Show, on top and until the next build, why the latest one failed, or what the one that is shown has left out."""
    if moment.state == "failed":
        show_nodes(_build_faults(moment, words.BUILD_FAILED), "faults", subject="faults", live=True)
    elif moment.faults:
        show_nodes(_build_faults(moment, words.REPORTS_LEFT_OUT), "faults", subject="faults", live=True)


def show_no_store(moment: Moment) -> None:
    """Tell what to do, or what is going on, as long as there is nothing to show."""
    with st.container(key="empty"):
        st.title(words.TITLE, anchor=False)
        if moment.state == "failed":
            show_nodes(_build_faults(moment, words.BUILD_FAILED_FIRST), "faults", subject="faults")
        elif moment.state == "building":
            st.progress(100, text=words.BUILDING)
        elif build := find_build(moment):
            st.subheader(words.NO_STATEMENT, anchor=False)
            st.markdown(words.NO_STATEMENT_HELP.format(n=phrases.statements(len(load_layout(build).starts))))
        else:
            st.subheader(words.NO_STORE, anchor=False)
            st.markdown(words.NO_STORE_HELP)
            if fault := say_store_fault():
                show_nodes([node("p", text=fault, cls="notice")], "faults", subject="faults")


def _build_faults(moment: Moment, sentence: str) -> list[Node]:
    faults = [node("li", text=fault) for fault in moment.faults[:_FAULTS_AT_MOST]]
    if len(moment.faults) > _FAULTS_AT_MOST:
        faults.append(node("li", text=words.FAULTS_MORE.format(n=len(moment.faults) - _FAULTS_AT_MOST)))
    return [node("p", text=sentence, cls="notice"), node("ul", *faults, cls="faults")]
