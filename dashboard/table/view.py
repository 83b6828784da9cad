"""The filtered statements as a table, and its downloads."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.builds import Build, open_store
from dashboard.choices import Filters, Selection, state
from dashboard.filters import list_places_kept, list_shown, narrow
from dashboard.table.export import WRITERS, read_export
from dashboard.text import show_controls

ROWS_AT_MOST = 5_000
_ROW_PX = 35
_TALLEST_PX = 440
_COLUMNS = ("event_start", "event_end", "name", "text", "speaker", "source", "published_on", "toponym", "url")
_TYPES = {"csv": "text/csv", "geojson": "application/geo+json", "parquet": "application/vnd.apache.parquet"}


def show_table_button() -> None:
    """Show the button that opens the table."""
    st.button(words.TABLE, key="table", on_click=lambda: state.change(table=True))


@st.dialog(words.TABLE_TITLE, width="large", on_dismiss=lambda: state.change(table=False))
def show_table(build: Build, selection: Selection, filters: Filters, sentence: str) -> None:
    """Open the table over the page.

    Parameters
    ----------
    build : Build
        The build that is shown.
    selection : Selection
        What the viewer has chosen.
    filters : Filters
        What the viewer filters by.
    sentence : str
        The line of words on top of the page.
    """
    ids = list_shown(build, selection, filters)
    st.text(sentence)
    kept = (
        list_places_kept(build, filters),
        narrow(filters, uncertain=selection.uncertain).matches,
    )
    rows = read_export(open_store(build), ids[:ROWS_AT_MOST], *kept).rows
    st.dataframe(
        make_table(rows),
        hide_index=True,
        height=min(_TALLEST_PX, _ROW_PX * (len(rows) + 1) + 2),
        # What is as wide as its first rows cuts the long names of regions in the others.
        column_config={
            name: st.column_config.Column(words.COLUMNS[name], width="medium" if name == "name" else None)
            for name in _COLUMNS
        },
    )
    if len(ids) > ROWS_AT_MOST:
        st.text(words.TABLE_CUT.format(shown=ROWS_AT_MOST, total=len(ids)))
    with st.container(horizontal=True, key="downloads"):
        for ending, mime in _TYPES.items():
            st.download_button(
                words.DOWNLOADS[ending],
                partial(_write, build, ids, kept, ending),
                file_name=words.TABLE_FILE.format(start=selection.start, end=selection.end, ending=ending),
                mime=mime,
                on_click="ignore",
                key=f"download-{ending}",
            )


def _write(build: Build, ids: list[str], kept: tuple[list[str] | None, tuple[str, ...]], ending: str) -> bytes:
    return WRITERS[ending](read_export(open_store(build), ids, *kept))


def make_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Make what the table shows of an export: a statement's days, places and words, all of it plain text."""
    made = rows[list(_COLUMNS)].copy()
    for name in made.columns:
        if name in ("event_start", "event_end", "published_on"):
            made[name] = pd.to_datetime(made[name]).dt.strftime("%Y-%m-%d").fillna("")
        else:
            made[name] = [show_controls(value) if isinstance(value, str) else "" for value in made[name]]
    return made
