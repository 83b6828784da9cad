"""The panel of statements and the reader of a whole report, put on the page."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard import phrases, words
from dashboard.builds import (
    Build,
    Context,
    Shown,
    count_shown,
    load_context,
    load_limits,
    load_places,
    load_report,
)
from dashboard.choices import Filters, LeftOutPart, Selection, count_rows, state
from dashboard.contract import Node
from dashboard.counting import Ints
from dashboard.evidence.cards import build_reader
from dashboard.evidence.left_out import LeftOutCounts, build_left_out, build_names
from dashboard.evidence.left_out_loading import find_rest, list_names
from dashboard.evidence.loading import PARTS, load_about, load_history, load_listing, load_rows
from dashboard.evidence.overview import build_overview
from dashboard.evidence.panel import Dossier, build_found, build_listed, build_place, list_reports
from dashboard.filters import count_elsewhen, find_shown, find_words, keep_statements, list_left_out
from dashboard.nodes import button, node, show_nodes


def count_left_out(build: Build, selection: Selection, filters: Filters, shown: Shown) -> LeftOutCounts:
    """Count what the map does not show, by reason.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    shown : Shown
        What the window shows, counted.
    """
    window = (build, selection.start, selection.end, selection.basis)
    rest, is_all = find_rest(*window, keep_statements(build, filters)), filters.is_empty
    is_all &= selection.uncertain
    hidden = 0 if is_all else count_shown(*window, uncertain=True).statements - shown.statements
    parts: dict[LeftOutPart, int] = {} if is_all and selection.left_out != "hidden" else {"hidden": hidden}
    parts |= {
        "undated": shown.undated,
        "unplaced": shown.unplaced,
        "names": len(rest.names),
        "elsewhen": count_elsewhen(build, filters, selection.basis),
    }
    return LeftOutCounts(parts, rest.no_name, rest.not_judged) if is_all else LeftOutCounts(parts)


def show_panel(
    build: Build, selection: Selection, filters: Filters, shown: Shown, left_out: LeftOutCounts
) -> list[str]:
    """Show the statements about the selected place, or what can be selected, or what is left out.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    shown : Shown
        What the window shows, counted.
    left_out : LeftOutCounts
        How much the map does not show.

    Returns
    -------
    list of str
        The reports of the statements listed, in order.
    """
    subject = "left-out" if selection.left_out else selection.place_id
    if selection.left_out:
        places = load_places(build)
        back = str(places["name"][selection.place_id]) if selection.place_id else words.BACK
        listed = _list_left_out(build, selection, filters, left_out)
        nodes = build_left_out(left_out, selection, listed, back, clears=not filters.is_empty)
    elif selection.place_id:
        nodes = build_place(_gather(build, selection, filters), selection)
    else:
        nodes = [
            *_show_found(build, selection, filters, left_out),
            *build_overview(load_listing(build), shown.found, left_out, state.listed(), filtered=not filters.is_empty),
        ]
    show_nodes(nodes, "panel", subject=subject, label=words.PANEL, goal=state.goal_in_panel())
    return list_reports(nodes)


def show_reader(build: Build, report_id: str, listed: Sequence[str]) -> None:
    """Open the whole report over the page, with the way to the other reports listed in the panel.

    Parameters
    ----------
    build : Build
        The build that is shown.
    report_id : str
        The report.
    listed : sequence of str
        The reports listed in the panel, in order.
    """

    @st.dialog(words.READER, width="medium", on_dismiss=_close_reader)
    def reader() -> None:
        nodes = build_reader(load_report(build, report_id), listed)
        show_nodes(nodes, "reader", subject=report_id, goal=("reader", report_id))
        # A dialog reruns by itself alone; a name chosen in it concerns the page.
        if state.current().report_id != report_id:
            st.rerun()

    reader()


def _show_found(build: Build, selection: Selection, filters: Filters, left_out: LeftOutCounts) -> list[Node]:
    """Tell what the filters leave out, and give the statements they let through to be read."""
    if filters.is_empty:
        return []
    n = left_out.parts["hidden"]
    hidden = node("p", node("span", text=words.FILTER_HIDES.format(n=phrases.statements(n))), cls="meta count")
    hidden["k"] += [button(words.LEFT_OUT_SHOW, "left", "hidden")] if n else []
    fault = find_words(build, filters.query).fault
    found = find_shown(build, selection, filters)
    read = _read_statements(build, found[::-1] if selection.newest_first else found, "found")
    return [
        *([node("p", text=fault, cls="notice")] if fault else []),
        hidden,
        *build_found(*read, selection, len(found)),
    ]


def _list_left_out(build: Build, selection: Selection, filters: Filters, left_out: LeftOutCounts) -> list[Node]:
    part, limits = selection.left_out, load_limits(build)
    if not part or limits is None or not left_out.parts.get(part):
        return [node("p", text=words.LEFT_OUT_NOTHING, cls="empty")]
    if part == "names":
        keep = keep_statements(build, filters)
        rest = find_rest(build, selection.start, selection.end, selection.basis, keep)
        return build_names(*list_names(build, rest.names, count_rows(state.listed(), "names")))
    numbers = list_left_out(build, selection, filters, part, limits)
    ordered = numbers[::-1] if selection.newest_first else numbers
    return build_listed("left out", *_read_statements(build, ordered, "left out"), len(numbers))


def _read_statements(build: Build, numbers: Ints, key: str) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, Context]]:
    statements, mentions = load_rows(build, numbers[: count_rows(state.listed(), key)])
    return statements, mentions, _load_contexts(build)


def _load_contexts(build: Build) -> dict[str, Context]:
    return {name: load_context(build, name) for name in state.current().contexts}


def _gather(build: Build, selection: Selection, filters: Filters) -> Dossier:
    places, place_id = load_places(build), selection.place_id
    place = places[places.index == place_id].iloc[0]
    around = [str(places["name"].get(c, "")) for c in place["containers"]]
    listed = state.listed()
    # The history is told by what the filters let through: by one source, where one is chosen.
    claims, is_whole = load_history(build, place_id, filters, selection.window)
    return Dossier(
        place,
        [name for name in around if name],
        load_about(build, selection, {key: count_rows(listed, key) for key in PARTS}, filters),
        claims,
        _load_contexts(build),
        is_whole,
        is_filtered=not (filters.is_empty and selection.uncertain),
    )


def _close_reader() -> None:
    state.change(report_id="")
