"""Search, filters and table on the page, without a browser."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from made_store import write_made_store
from opened_page import open_page, read_texts
from recount import count_places, covers

from dashboard import words
from dashboard.builds.loading import Build, open_store
from dashboard.choices.filters import Filters
from dashboard.choices.selection import Selection
from dashboard.filters.facets import flag_placements
from dashboard.filters.loading import (
    count_filtered,
    keep_filtered,
    list_shown,
    load_facets,
    load_filtered_scrubber,
    load_sources_kept,
    narrow,
)
from geodata.build import Inputs, build_store
from geodata.store.builds import Store

WINDOW = (date(2017, 11, 1), date(2017, 11, 30))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


@pytest.fixture
def build(store: Path) -> Build:
    write_made_store(store, ["One", "Two", "Three"])
    return Build(str(store), "00000000000000aa")


def test_a_link_filters_and_the_sentence_tells_it(build: Build) -> None:
    page = open_page(source="Two", kind="settlement")
    assert page.text[0].value == (
        "1 statement of 1 report about 1 place, 1–3 November 2017, source Two, places of kind Settlement; "
        "1 undated and 1 unplaced are left out."
    )
    assert page.query_params["source"] == "Two"
    assert words.FILTER_HIDES.format(n="2 statements") in read_texts(page, "nodes-panel")


def test_one_click_clears(build: Build) -> None:
    page = open_page(source="Two", q="lead")
    page.button(key="clear").click().run()
    assert page.text[0].value.startswith("3 statements about 3 places")
    assert sorted(page.query_params) == ["from", "to"]


def test_words_are_searched_and_their_statements_shown(build: Build) -> None:
    page = open_page(q="three lead")
    assert page.text[0].value.startswith("1 statement of 1 report about 1 place")
    told = read_texts(page, "nodes-panel")
    assert told[told.index(words.FOUND) + 1] == "1"
    assert "Lead " in told


def test_a_search_that_cannot_be_read_says_why(build: Build) -> None:
    page = open_page(q="-only")
    assert any("add a word to look for" in text for text in read_texts(page, "nodes-panel"))


def test_an_unknown_filter_is_told_and_survived(build: Build) -> None:
    page = open_page(source="Nobody")
    assert "Nobody" in page.session_state["notices"][0]
    assert "source" not in page.query_params


def test_a_selected_place_shows_what_the_filters_let_through(build: Build) -> None:
    told = read_texts(open_page(place="p1", source="One"), "nodes-panel")
    assert words.NOTHING_HERE_PASSES.format(name="Two") in told, "not the window is to blame"
    assert "Lead " not in told


def test_filters_that_leave_nothing_of_a_window_are_told_to_do_so(build: Build) -> None:
    told = read_texts(open_page(source="One", q="three"), "nodes-panel")
    assert words.NOTHING_PASSES in told
    assert words.NOTHING_IN_WINDOW not in told


def read_kept(build: Build, filters: Filters) -> pd.DataFrame:
    return open_store(build).query("FROM place_statements")[keep_filtered(build, filters).rows]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(sources=("Two",)),
        Filters(kinds=("settlement",)),
        Filters(kinds=("region",)),
        Filters(regions=("g1", "g2")),
        Filters(matches=("certain",)),
        Filters(query="lead -two"),
    ],
)
def test_the_counts_of_the_map_are_those_of_the_rows_kept(build: Build, filters: Filters) -> None:
    selection = Selection(*WINDOW)
    shown, _ = count_filtered(build, *WINDOW, "event", uncertain=True, filters=filters)
    placements = read_kept(build, filters)
    expected = count_places(placements[covers(placements, selection)]).sort_index()
    pd.testing.assert_frame_equal(shown.counts.sort_index(), expected, check_index_type=False)
    assert shown.statements == len(list_shown(build, selection, filters))
    bars = load_filtered_scrubber(build, filters)
    assert sum(bars.starts) == shown.statements


def test_the_counts_of_a_built_store_follow_the_filters(country_inputs: Inputs, tmp_path: Path) -> None:
    """Only rows of placements that pass, whatever order the store's files have."""
    folder = tmp_path / "built"
    build_store(country_inputs, folder)
    opened = Store.open(folder)
    build = Build(str(folder), opened.version)
    index = load_facets(build)
    filters = Filters(kinds=("settlement",))
    flags = flag_placements(index, keep_filtered(build, filters).kept)
    rows = opened.table("place_statements", ["place_id", "statement_id"]).to_pandas()[flags]
    assert read_kept(build, filters)[["place_id", "statement_id"]].to_numpy().tolist() == rows.to_numpy().tolist()
    days = date(2000, 1, 1), date(2030, 1, 1)
    shown, _ = count_filtered(build, *days, "event", uncertain=True, filters=filters)
    assert len(shown.counts)
    expected = count_places(read_kept(build, filters).dropna(subset=["event_start"])).sort_index()
    pd.testing.assert_frame_equal(shown.counts.sort_index(), expected, check_index_type=False)


def test_a_choice_counts_the_window_and_not_the_whole_build(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the map counts any window with is made when the map asks for it, not while the page waits."""
    monkeypatch.setattr(
        "dashboard.filters.loading.count_statements", lambda *_: pytest.fail("the whole build is counted")
    )
    shown, _ = count_filtered(
        build, *WINDOW, "event", uncertain=True, filters=Filters(kinds=("settlement",), speakers=("Two",))
    )
    assert shown.counts["statements"].to_dict() == {"g1": 1, "p1": 1}


@pytest.mark.parametrize(
    ("filters", "uncertain"),
    [
        (Filters(), True),
        (Filters(), False),
        (Filters(sources=("Two",)), True),
        (Filters(query="lead -two"), True),
    ],
)
def test_a_picture_names_the_sources_of_what_it_shows_alone(build: Build, filters: Filters, uncertain: bool) -> None:
    selection = Selection(*WINDOW, uncertain=uncertain)
    placements = read_kept(build, narrow(filters, uncertain=uncertain))
    shown = placements[covers(placements, selection)]["report_id"].unique()
    reports = open_store(build).query("SELECT report_id, source FROM reports").set_index("report_id")
    expected = sorted(reports["source"][shown])
    assert sorted(load_sources_kept(build, selection, filters)) == expected
    assert expected
    assert filters.is_empty or len(expected) < len(reports)
