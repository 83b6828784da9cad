"""What stands around the map: the line of words, the time control, the statement panel, the reader, notices."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import briefing, cards, filter_loading, loading, map_view, panel, picture, state, words
from dashboard.basemap import ASSETS, BASEMAP_PATH, OWN_ATTRIBUTION
from dashboard.facet_index import Ints
from dashboard.facets import Filters
from dashboard.left_out import LeftOutCounts, build_left_out, build_names
from dashboard.left_out_loading import find_rest, list_names
from dashboard.listed import count_rows
from dashboard.loading import Build, Context, Moment, Shown
from dashboard.node_view import show_nodes
from dashboard.nodes import Node, button, node
from dashboard.overview import build_overview
from dashboard.place_loading import PARTS, load_about, load_history, load_listing, load_rows
from dashboard.scrubber import show_scrubber
from dashboard.selection import LeftOutPart, Limits, Selection, Window, describe

_POLL_SECONDS = 2.0
_FAULTS_AT_MOST = 4


def show_style() -> None:
    """Lay the page out; a static style sheet of our own, with nothing of a report in it."""
    st.html(Path(ASSETS / "page.css"))


@st.fragment(run_every=_POLL_SECONDS)
def watch_store(shown: Moment) -> None:
    """Draw the page anew as soon as there is another build, or another word about one."""
    if loading.read_moment() != shown:
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
    """Count what is shown, and say it in one sentence."""
    window = (build, selection.start, selection.end, selection.basis)
    if filters.is_empty:
        shown = loading.count_shown(*window, uncertain=selection.uncertain)
        return shown, describe(selection, shown.statements, shown.places, shown.undated, shown.unplaced)
    shown, counted = filter_loading.count_filtered(*window, uncertain=selection.uncertain, filters=filters)
    return shown, filter_loading.tell(build, selection, filters, counted)


def show_picture(build: Build, selection: Selection, filters: Filters, shown: Shown, sentence: str) -> None:
    """Show the button that makes a picture of the map; it keeps its place where there is nothing to draw."""
    # Asked for now: what draws the picture runs outside the session.
    theme, seen = map_view.page_theme(), state.map_seen()
    flown = state.first_flight(lambda: map_view.find_bounds(build, shown, selection)).bounds

    def draw() -> bytes:
        # Asked for at the click: a moved map reruns nothing of the page around it.
        bounds = seen.bounds or flown or map_view.find_bounds(build, shown, selection)
        assert bounds is not None, "where statements are shown there are places"
        view = picture.make_briefing(
            map_view.make_drawing(build, selection, filters, shown, theme),
            regions=loading.open_store(build).regions(),
            selection=selection,
            sentence=sentence,
            bounds=bounds,
            sources=filter_loading.load_sources_kept(build, selection, filters),
            as_of=loading.load_as_of(build),
            attribution=OWN_ATTRIBUTION,
            theme=theme,
        )
        return briefing.draw_picture(view, BASEMAP_PATH)

    st.download_button(
        words.PICTURE,
        draw,
        file_name=words.PICTURE_FILE.format(start=selection.start, end=selection.end),
        mime="image/png",
        help=words.PICTURE_HELP,
        on_click="ignore",
        disabled=not shown.statements,
        key="picture",
    )


def show_notices(notices: Sequence[str]) -> None:
    """Show what the URL asked for in vain, over the map, which does not move for what the next choice takes away."""
    # Shown even when empty: Streamlit drops an empty container, the map would change its place in the page, and
    # its frame be opened anew.
    show_nodes([node("p", text=notice, cls="notice") for notice in notices], "notices", subject="notices", live=True)


def show_faults(moment: Moment) -> None:
    """Show why the latest build failed while the last good one is shown, and what it left out; it stays, above all."""
    if moment.state == "failed":
        show_nodes(_build_faults(moment, words.BUILD_FAILED), "faults", subject="faults", live=True)
    elif moment.faults:
        show_nodes(_build_faults(moment, words.REPORTS_LEFT_OUT), "faults", subject="faults", live=True)


def show_no_store(moment: Moment) -> None:
    """Show, before there is anything to show, what to do or what is going on."""
    with st.container(key="empty"):
        st.title(words.TITLE, anchor=False)
        if moment.state == "failed":
            show_nodes(_build_faults(moment, words.BUILD_FAILED_FIRST), "faults", subject="faults")
        elif moment.state == "building":
            st.progress(100, text=words.BUILDING)
        elif build := loading.find_build(moment):
            st.subheader(words.NO_STATEMENT, anchor=False)
            st.markdown(words.NO_STATEMENT_HELP.format(n=words.statements(len(loading.load_layout(build).starts))))
        else:
            st.subheader(words.NO_STORE, anchor=False)
            st.markdown(words.NO_STORE_HELP)
            if fault := loading.say_store_fault():
                show_nodes([node("p", text=fault, cls="notice")], "faults", subject="faults")


def show_time(build: Build, limits: Limits, selection: Selection, filters: Filters) -> None:
    """Show the control of the window, and which date of a statement it filters."""
    if limits.first == limits.last:
        st.text(words.ONE_DAY.format(day=words.day(limits.first)))
        return
    data = filter_loading.load_filtered_scrubber(build, filters)
    show_scrubber(data, selection.window, "window", _take_window)


def count_left_out(build: Build, selection: Selection, filters: Filters, shown: Shown) -> LeftOutCounts:
    """Count what the map does not show, by reason."""
    window = (build, selection.start, selection.end, selection.basis)
    rest, is_all = find_rest(*window, filter_loading.keep_statements(build, filters)), filters.is_empty
    is_all &= selection.uncertain
    hidden = 0 if is_all else loading.count_shown(*window, uncertain=True).statements - shown.statements
    parts: dict[LeftOutPart, int] = {} if is_all and selection.left_out != "hidden" else {"hidden": hidden}
    parts |= {
        "undated": shown.undated,
        "unplaced": shown.unplaced,
        "names": len(rest.names),
        "elsewhen": filter_loading.count_elsewhen(build, filters, selection.basis),
    }
    return LeftOutCounts(parts, rest.no_name, rest.not_judged) if is_all else LeftOutCounts(parts)


def show_panel(
    build: Build, selection: Selection, filters: Filters, shown: Shown, left_out: LeftOutCounts
) -> list[str]:
    """Show the statements about the selected place, or what can be selected, or what is left out.

    Returns
    -------
    list of str
        The reports of the statements listed, in order.
    """
    subject = "left-out" if selection.left_out else selection.place_id
    if selection.left_out:
        places = loading.load_places(build)
        back = str(places["name"][selection.place_id]) if selection.place_id else words.BACK
        listed = _list_left_out(build, selection, filters, left_out)
        nodes = build_left_out(left_out, selection, listed, back, clears=not filters.is_empty)
    elif selection.place_id:
        nodes = panel.build_place(_gather(build, selection, filters), selection)
    else:
        nodes = [
            *_show_found(build, selection, filters, left_out),
            *build_overview(load_listing(build), shown.found, left_out, state.listed(), filtered=not filters.is_empty),
        ]
    show_nodes(nodes, "panel", subject=subject, label=words.PANEL, goal=state.goal_in_panel())
    return panel.list_reports(nodes)


def show_reader(build: Build, report_id: str, listed: Sequence[str]) -> None:
    """Open the whole report over the page, with the way to the other reports listed in the panel."""

    @st.dialog(words.READER, width="medium", on_dismiss=_close_reader)
    def reader() -> None:
        nodes = cards.build_reader(loading.load_report(build, report_id), listed)
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
    hidden = node("p", node("span", text=words.FILTER_HIDES.format(n=words.statements(n))), cls="meta count")
    hidden["k"] += [button(words.LEFT_OUT_SHOW, "left", "hidden")] if n else []
    fault = filter_loading.find_words(build, filters.query).fault
    found = filter_loading.find_shown(build, selection, filters)
    read = _read_statements(build, found[::-1] if selection.newest_first else found, "found")
    return [
        *([node("p", text=fault, cls="notice")] if fault else []),
        hidden,
        *panel.build_found(*read, selection, len(found)),
    ]


def _list_left_out(build: Build, selection: Selection, filters: Filters, left_out: LeftOutCounts) -> list[Node]:
    part, limits = selection.left_out, loading.load_limits(build)
    if not part or limits is None or not left_out.parts.get(part):
        return [node("p", text=words.LEFT_OUT_NOTHING, cls="empty")]
    if part == "names":
        keep = filter_loading.keep_statements(build, filters)
        rest = find_rest(build, selection.start, selection.end, selection.basis, keep)
        return build_names(*list_names(build, rest.names, count_rows(state.listed(), "names")))
    numbers = filter_loading.list_left_out(build, selection, filters, part, limits)
    ordered = numbers[::-1] if selection.newest_first else numbers
    return panel.build_listed("left out", *_read_statements(build, ordered, "left out"), len(numbers))


def _read_statements(build: Build, numbers: Ints, key: str) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, Context]]:
    statements, mentions = load_rows(build, numbers[: count_rows(state.listed(), key)])
    return statements, mentions, _load_contexts(build)


def _load_contexts(build: Build) -> dict[str, Context]:
    return {name: loading.load_context(build, name) for name in state.current().contexts}


def _gather(build: Build, selection: Selection, filters: Filters) -> panel.Evidence:
    places, place_id = loading.load_places(build), selection.place_id
    place = places[places.index == place_id].iloc[0]
    around = [str(places["name"].get(c, "")) for c in place["containers"]]
    listed = state.listed()
    # The history is told by what the filters let through: by one source, where one is chosen.
    claims, is_whole = load_history(build, place_id, filters, selection.window)
    return panel.Evidence(
        place,
        [name for name in around if name],
        load_about(build, selection, {key: count_rows(listed, key) for key in PARTS}, filters),
        claims,
        _load_contexts(build),
        is_whole,
        is_filtered=not (filters.is_empty and selection.uncertain),
    )


def _take_window(window: Window) -> None:
    state.change(start=window.start, end=window.end, basis=window.basis)


def _close_reader() -> None:
    state.change(report_id="")


def _build_faults(moment: Moment, sentence: str) -> list[Node]:
    faults = [node("li", text=fault) for fault in moment.faults[:_FAULTS_AT_MOST]]
    if len(moment.faults) > _FAULTS_AT_MOST:
        faults.append(node("li", text=words.FAULTS_MORE.format(n=len(moment.faults) - _FAULTS_AT_MOST)))
    return [node("p", text=sentence, cls="notice"), node("ul", *faults, cls="faults")]
