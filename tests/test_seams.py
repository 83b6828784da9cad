"""Each place that leans on the insides of Streamlit or streamlit-folium is listed, with the version it was tried on."""

import re
from pathlib import Path

import pytest
from house import list_sources
from made_country import ROOT

SEAMS = (ROOT / "docs" / "SEAMS.md").read_text("utf-8")
# Names that only the insides have.
INSIDES = re.compile(
    r"\.st-key-|\.st[A-Z]\w+|data-testid|streamlit\.runtime|feature_group\s*=|\bmap_div\b|pushState|/static/"
    r"|iframe\[title|^\s+from streamlit_folium",
    re.MULTILINE,
)


def list_listed(text: str) -> dict[str, str]:
    rows = re.findall(r"^\| `([^`]+)` \|.*\| `([^`]+)` \|$", text, re.MULTILINE)
    assert len(rows) == len(dict(rows)), "a place stands twice"
    return dict(rows)


def find_places(root: Path) -> set[str]:
    found = (path for path in list_sources(root) if INSIDES.search(path.read_text("utf-8")))
    return {path.relative_to(root).as_posix() for path in found}


def test_every_place_is_listed_and_every_listed_one_is_there() -> None:
    assert find_places(ROOT) == set(list_listed(SEAMS))


@pytest.mark.parametrize(("place", "shown_by"), list_listed(SEAMS).items())
def test_the_test_that_shows_it_is_there(place: str, shown_by: str) -> None:
    assert (ROOT / shown_by).is_file()


def test_the_versions_are_those_that_run() -> None:
    pinned = (ROOT / "requirements.txt").read_text("utf-8")
    tried = re.findall(r"[\w-]+==[\w.]+", re.search(r"^Tried on: (.*)\.$", SEAMS, re.MULTILINE)[1])  # type: ignore[index]
    assert len(tried) == 3
    assert [pin for pin in tried if not re.search(rf"^{re.escape(pin)}\s", pinned, re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", ".st-key-new { color: red; }"),
        ("a.css", '[data-testid="stText"] {}'),
        ("a.py", "from streamlit.runtime import Runtime"),
        ("a.py", "def show():\n    from streamlit_folium import st_folium\n"),
        ("a.js", "history.pushState(1);"),
        ("a.js", "window.feature_group = [];"),
    ],
)
def test_a_new_place_is_found(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "dashboard").mkdir()
    (tmp_path / "dashboard" / name).write_text(text, "utf-8")
    assert find_places(tmp_path) == {f"dashboard/{name}"}
