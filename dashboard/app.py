"""The page, top to bottom: load, select, show."""

from functools import partial

import streamlit as st

from dashboard import words
from dashboard.briefing import show_picture
from dashboard.builds import find_build, find_statement, load_limits, read_moment
from dashboard.choices import state
from dashboard.evidence import count_left_out, show_panel, show_reader
from dashboard.filters import load_facets, show_filters
from dashboard.map import show_map
from dashboard.page import say_shown, show_faults, show_headline, show_no_store, show_notices, show_style, watch_store
from dashboard.search import show_link, show_search
from dashboard.table import show_table, show_table_button
from dashboard.timeline import show_time

st.set_page_config(page_title=words.TITLE, layout="wide", initial_sidebar_state="collapsed", menu_items=None)
show_style()

moment = read_moment()
watch_store(moment)
build = find_build(moment)
limits = load_limits(build) if build else None
if build is None or limits is None:
    show_no_store(moment)
    st.stop()

selection = state.begin(limits)
filters = state.begin_filters(load_facets(build).texts, build.version)
find = partial(find_statement, build)
state.settle_statement(limits, find)
selection = state.settle_contexts(find)
shown, sentence = say_shown(build, selection, filters)
left_out = count_left_out(build, selection, filters, shown)

with st.container(key="page"):
    with st.container(key="top"):
        with st.container(key="headline"):
            show_headline(sentence, filters, left_out.first)
        with st.container(key="tools"):
            show_search(build)
            show_filters(build, selection, filters)
            show_table_button()
            show_link()
            show_picture(build, selection, filters, shown, sentence)
    with st.container(key="notices"):
        show_notices(state.notices())
    with st.container(key="map"):
        show_map(build, selection, shown)
    with st.container(key="time"):
        show_time(build, limits, selection, filters)
    with st.container(key="panel"):
        listed = show_panel(build, selection, filters, shown, left_out)
    with st.container(key="faults"):
        show_faults(moment)

if selection.report_id:
    show_reader(build, selection.report_id, listed)
elif selection.table:
    show_table(build, selection, filters, sentence)
state.write_address()
