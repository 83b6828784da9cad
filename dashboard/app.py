"""The page, top to bottom: load, select, show."""

import streamlit as st

from dashboard import loading, map_view, state, views, words

st.set_page_config(page_title=words.TITLE, layout="wide", initial_sidebar_state="collapsed", menu_items=None)
views.show_style()

moment = loading.read_moment()
views.watch_store(moment)
build = loading.find_build(moment)
limits = loading.load_limits(build) if build else None
if build is None or limits is None:
    views.show_no_store(moment)
    st.stop()

selection = state.begin(limits)
shown = loading.count_shown(build, selection.start, selection.end, selection.basis, uncertain=selection.uncertain)

with st.container(key="page"):
    with st.container(key="top"):
        views.show_headline(build, selection, shown)
    with st.container(key="notices"):
        views.show_notices(moment, state.notices())
    with st.container(key="map"):
        map_view.show_map(build, selection, shown)
    with st.container(key="time"):
        views.show_time(build, limits, selection)
    with st.container(key="panel"):
        views.show_panel(build, selection, shown)

if selection.report_id:
    views.show_reader(build, selection.report_id)
state.write_address()
