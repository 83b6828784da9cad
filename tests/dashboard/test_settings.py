"""Where the screen finds its store."""

from pathlib import Path

import pytest

from dashboard.settings import store_folder


def test_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "/somewhere/else")
    assert store_folder() == Path("/somewhere/else")


def test_without_a_name_it_lies_where_the_server_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    assert store_folder() == Path("store")
