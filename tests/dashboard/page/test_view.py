"""What stands around the map: the line of words, and notices about the store."""

from datetime import date
from pathlib import Path

import pytest
from made_store import HOSTILE, write_made_store
from opened_page import open_page, read_cards, read_data, read_texts

from dashboard import phrases, words
from dashboard.builds import Build
from dashboard.choices import Filters, Selection
from dashboard.page.view import say_shown
from geodata.errors import Fault
from geodata.store.builds import write_status


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


def test_the_sentence_leads_to_what_it_says_is_left_out(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(source="Two", place="p1")
    page.button(key="see").click().run()
    assert not page.exception
    assert read_cards(page) == ["Lead One trail", "Lead Three trail"]
    assert page.query_params["left"] == "hidden"
    assert read_data(page, "nodes-panel")["goal"] == ["left-out", 1]
    page.button(key="clear").click().run()
    assert "left" not in page.query_params
    assert page.query_params["place"] == "p1"


def test_without_a_store_the_page_says_what_to_do(store: Path) -> None:
    page = open_page()
    assert page.subheader[0].value == words.NO_STORE
    assert "python -m geodata build" in page.markdown[-1].value


def test_a_first_build_under_way_is_told(store: Path) -> None:
    write_status(store, "building", "2017-12-01")
    page = open_page()
    assert page.get("progress")[0].text == words.BUILDING


def test_a_failed_build_leaves_the_last_good_state_on_the_page(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    write_status(store, "failed", "2017-12-01", [Fault("gazetteer.csv", 3, "lat is 'x'; a number is allowed.")])
    page = open_page()
    assert page.text[0].value.startswith("3 statements")
    told = read_texts(page, "nodes-faults")
    assert told == [words.BUILD_FAILED, "gazetteer.csv, line 3: lat is 'x'; a number is allowed."]


def test_a_new_build_is_shown_and_what_it_lacks_is_told(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(place="p2")
    write_made_store(store, ["One"], version="00000000000000bb")
    page.run()
    assert not page.exception
    assert page.session_state["notices"] == [words.GONE_PLACE.format(value="p2")], "no link asked for it"
    assert "place" not in page.query_params


def test_the_sentence_numbers_what_is_shown(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    build = Build(str(store), "00000000000000aa")
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30))
    shown, sentence = say_shown(build, selection, Filters())
    assert sentence.startswith(f"{phrases.statements(shown.statements)} ")
    assert selection.in_words() in sentence
    fewer, said = say_shown(build, selection, Filters(sources=("Two",)))
    assert fewer.statements < shown.statements
    assert "source Two" in said


@pytest.mark.parametrize("basis", ["event", "publication"])
def test_the_sentence_is_one_line_without_markup(store: Path, basis: str) -> None:
    write_made_store(store, HOSTILE)
    build = Build(str(store), "00000000000000aa")
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30), basis)  # type: ignore[arg-type]
    _, sentence = say_shown(build, selection, Filters(sources=(HOSTILE[0],)))
    assert sentence.endswith(".")
