"""The page as Streamlit builds it, without a browser."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_store import HOSTILE, write_made_store
from opened_page import open_page, read_data, read_texts

from dashboard import words
from dashboard.choices import state
from dashboard.choices.listed import ROWS_AT_FIRST, show_more
from dashboard.nodes.more import offer_more


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


def test_the_page_says_in_words_what_it_shows(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page()
    assert page.text[0].value == (
        "3 statements about 3 places, 1–3 November 2017; 3 undated and 3 unplaced are left out."
    )


def test_moving_the_window_changes_words_and_url(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page()
    chosen = page.session_state["selection"]
    page.session_state["selection"] = replace(chosen, start=date(2017, 11, 2), end=date(2017, 11, 3))
    page.run()
    assert not page.exception
    assert page.text[0].value.startswith("2 statements about 2 places, 2–3 November 2017")
    assert page.query_params["from"] == "2017-11-02"
    assert page.query_params["to"] == "2017-11-03"


def test_the_control_shows_the_window_and_the_statements_of_each_day(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    control = read_data(open_page(**{"from": "2017-11-02", "to": "2017-11-03"}), "window")
    assert control["window"] == [1, 2]
    assert control["events"] == [1, 1, 1]
    assert control["publications"] == [2, 2, 2]


def test_the_basis_of_the_window_can_be_the_publication(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(by="publication")
    assert page.text[0].value == "6 statements about 3 places, 1–3 November 2017; 3 unplaced are left out."
    assert page.query_params["by"] == "publication"
    assert read_data(page, "window")["basis"] == "publication"


def test_a_link_opens_what_it_names(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(**{"from": "2017-11-02", "to": "2017-11-02", "place": "p1"})
    assert page.text[0].value.startswith("1 statement about 1 place, 2 November 2017")
    assert page.query_params["place"] == "p1"


def test_an_older_address_that_arrives_late_undoes_nothing(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(place="p1")
    page.query_params.clear()
    page.query_params["place"] = "p2"
    page.run()
    assert page.session_state["selection"].place_id == "p1"
    assert page.query_params["place"] == "p1"


def test_the_address_the_browser_goes_back_to_holds(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(place="p1", source="Two")
    page.query_params.clear()
    page.query_params |= {"place": "p2", "q": "lead", "from": "soon"}
    monkeypatch.setattr(state, "_is_gone_back", lambda: True)
    page.run()
    assert not page.exception
    assert page.session_state["selection"].place_id == "p2"
    assert page.text[0].value.startswith("3 statements of 3 reports")
    assert page.session_state["notices"] == [words.URL_BAD_DATE.format(value="soon")]


def test_a_link_to_nothing_is_survived_and_its_url_mended(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(**{"from": "soon", "place": "nowhere", "at": "x", "report": "r9"})
    assert page.session_state["notices"] == [
        words.URL_BAD_DATE.format(value="soon"),
        words.URL_UNKNOWN_PLACE.format(value="nowhere"),
        words.URL_UNKNOWN_REPORT.format(value="r9"),
        words.URL_BAD_VIEW.format(value="x"),
    ]
    assert sorted(page.query_params) == ["from", "to"]


def test_a_link_to_a_statement_selects_its_place_and_widens_the_window(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(**{"statement": "r2s0", "from": "2017-11-01", "to": "2017-11-01"})
    assert (page.query_params["place"], page.query_params["to"]) == ("p2", "2017-11-03")
    assert page.session_state["notices"] == [words.WINDOW_WIDENED.format(window="1–3 November 2017")]
    data = read_data(page, "nodes-panel")
    assert data["goal"] == ["r2s0", 1]
    assert [node["name"] for node in data["nodes"] if node.get("current")] == ["r2s0"]


@pytest.mark.parametrize("statement", ["nowhere", "r0s2", "'", "x" * 500])
def test_a_link_to_no_statement_of_the_map_is_told_and_survived(store: Path, statement: str) -> None:
    write_made_store(store, ["One"])
    page = open_page(statement=statement)
    assert "that is not on the map" in page.session_state["notices"][0]
    assert "statement" not in page.query_params


def test_a_window_move_sends_little_and_the_rest_of_a_list_where_it_is_asked_for(store: Path) -> None:
    write_made_store(store, [f"A place with a rather long name, number {n}" for n in range(120)])
    page = open_page()

    def count_listed() -> list[int]:
        return [len(node["rows"]) for node in read_data(page, "nodes-panel")["nodes"] if node["t"] == "ul"]

    assert count_listed() == [ROWS_AT_FIRST, ROWS_AT_FIRST]
    message = json.dumps(read_data(page, "nodes-panel"), ensure_ascii=False)
    assert len(message) < 150 * 2 * ROWS_AT_FIRST
    assert words.SHOW_MORE.format(n=70) in message
    page.session_state["rows listed"] = show_more({}, "points")
    page.run()
    assert count_listed() == [120, ROWS_AT_FIRST]


def test_lists_show_more_step_by_step_to_their_end_and_only_known_ones() -> None:
    rows: dict[str, int] = {}
    for _ in range(5):
        rows = show_more(rows, "points")
    assert rows["points"] >= 10_000
    assert show_more(show_more({"own": 800}, "own"), "no list") == {"own": 800}
    assert offer_more("own", 800, 900)[0]["t"] == "p"
    assert offer_more("points", 800, 900)[0]["a"] == {"do": "more", "id": "points"}
    assert offer_more("points", 9, 9) == []


def test_a_store_of_another_format_does_not_break_the_page(store: Path) -> None:
    write_made_store(store, ["One"])
    manifest = store / "manifest.json"
    manifest.write_text('{"format": 99, "version": "00"}')
    page = open_page()
    assert page.subheader[0].value == words.NO_STORE
    assert "of another format than" in read_texts(page, "nodes-faults")[0]


def test_reports_without_a_dated_place_are_not_told_to_be_unread(store: Path) -> None:
    write_made_store(store, [])
    page = open_page()
    assert page.subheader[0].value == words.NO_STATEMENT
    assert page.markdown[-1].value.startswith("0 statements have been read")


def test_a_report_and_a_filter_that_a_new_build_lacks_are_told(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(report="r2", source="Three~One")
    write_made_store(store, ["One"], version="00000000000000bb")
    page.run()
    assert not page.exception
    gone = words.GONE_FILTER.format(facet="source", value="Three")
    assert page.session_state["notices"] == [words.GONE_REPORT.format(value="r2"), gone]
    assert page.query_params["source"] == "One"


@pytest.mark.parametrize("kind", ["p", "g"])
def test_no_text_of_a_report_reaches_an_element_that_reads_markup(store: Path, kind: str) -> None:
    """Markdown and HTML elements hold our own words alone, whatever the reports say."""
    write_made_store(store, HOSTILE)
    for i, text in enumerate(HOSTILE):
        page = open_page(place=f"{kind}{i}", report=f"r{i}")
        for element in (*page.markdown, *page.title, *page.header, *page.subheader, *page.caption):
            assert text not in element.value
        assert all(text not in element.proto.body for element in page.get("html"))
