"""The time control on the page."""

from pathlib import Path

import pytest
from made_store import write_made_store
from opened_page import open_page, read_data

from dashboard import words


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def test_several_days_have_a_control(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    told = read_data(open_page(), "window")
    assert sum(told["events"]) == 3


def test_filters_change_what_it_counts(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    assert sum(read_data(open_page(source="Two"), "window")["events"]) == 1


def test_one_day_needs_none_and_is_said(store: Path) -> None:
    write_made_store(store, ["One"])
    page = open_page()
    shown = [element.key for element in page.get("bidi_component")]
    said = [text.value for text in page.text]
    assert ("window" in shown) != any(words.ONE_DAY.split("{")[0] in text for text in said)
