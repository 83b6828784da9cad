"""The page, top to bottom: load, select, show."""

from functools import partial

import streamlit as st

from dashboard import filter_loading, filter_view, loading, map_view, search_view, state, table_view, views, words

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
filters = state.begin_filters(filter_loading.load_facets(build), build.version)
find_statement = partial(loading.find_statement, build)
state.settle_statement(limits, find_statement)
selection = state.settle_contexts(find_statement)
shown, sentence = views.say_shown(build, selection, filters)
left_out = views.count_left_out(build, selection, filters, shown)

with st.container(key="page"):
    with st.container(key="top"):
        with st.container(key="headline"):
            views.show_headline(sentence, filters, left_out.first)
        with st.container(key="tools"):
            search_view.show_search(build)
            filter_view.show_filters(build, selection, filters)
            table_view.show_button()
            search_view.show_link()
            views.show_picture(build, selection, filters, shown, sentence)
    with st.container(key="notices"):
        views.show_notices(state.notices())
    with st.container(key="map"):
        map_view.show_map(build, selection, shown)
    with st.container(key="time"):
        views.show_time(build, limits, selection, filters)
    with st.container(key="panel"):
        listed = views.show_panel(build, selection, filters, shown, left_out)
    with st.container(key="faults"):
        views.show_faults(moment)

if selection.report_id:
    views.show_reader(build, selection.report_id, listed)
elif selection.table:
    table_view.show_table(build, selection, filters, sentence)
state.write_address()
