"""The table of statements on the page."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from made_store import HOSTILE, write_made_store
from opened_page import open_page

from dashboard.builds import Build
from dashboard.choices import Filters
from dashboard.filters import list_places_kept
from dashboard.table.export import SCHEMA
from dashboard.table.view import make_table


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


@pytest.fixture
def build(store: Path) -> Build:
    write_made_store(store, ["One", "Two", "Three"])
    return Build(str(store), "00000000000000aa")


def test_the_table_holds_plain_text_and_no_control_signs(store: Path) -> None:
    write_made_store(store, HOSTILE)
    page = open_page()
    page.button(key="table").click().run()
    assert not page.exception
    table = page.dataframe[0].value
    assert len(table) > 5
    assert all("\u202e" not in text and "\x1b" not in text for text in table["text"])


def test_the_table_holds_the_places_that_filters_on_places_let_through(build: Build) -> None:
    assert list_places_kept(build, Filters(sources=("Two",))) is None
    page = open_page(kind="settlement", **{"in": "g1"})
    page.button(key="table").click().run()
    assert not page.exception
    assert page.dataframe[0].value["name"].tolist() == ["Two"]
    assert list_places_kept(build, Filters(regions=("g1",))) == ["g1", "p1"]


def test_a_row_without_a_place_stays_in_the_table() -> None:
    rows = pd.DataFrame([dict.fromkeys(SCHEMA.names) | {"text": "A statement", "event_start": date(2017, 1, 2)}])
    made = make_table(rows)
    assert made.loc[0, "text"] == "A statement"
    assert made.loc[0, "event_start"] == "2017-01-02"
    assert made.loc[0, "name"] == ""
