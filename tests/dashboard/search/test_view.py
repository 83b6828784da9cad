"""The search box: what is offered for what is typed, and where the map goes."""

from pathlib import Path

import pytest
from made_store import HOSTILE, write_made_store

from dashboard import words
from dashboard.builds import Build
from dashboard.search.view import PLACES_OFFERED, find_view, list_options
from dashboard.text import show_controls


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


@pytest.fixture
def build(store: Path) -> Build:
    write_made_store(store, ["One", "Two", "Three"])
    return Build(str(store), "00000000000000aa")


def test_places_and_statements_are_offered_for_what_is_typed(build: Build) -> None:
    assert [(option["do"], option["id"]) for option in list_options(build, "two")] == [
        ("place", "g1"),
        ("place", "p1"),
        ("words", "two"),
    ]
    none = list_options(build, "zzzqqq")
    assert [option["do"] for option in none] == ["", ""]
    assert none[0]["name"] == words.SEARCH_NO_PLACE.format(asked="zzzqqq")
    assert list_options(build, "") == []
    assert list_options(build, "thre")[-1]["id"] == "thre*"


def test_the_map_goes_to_a_region_whole_and_to_a_point_close(build: Build) -> None:
    region, point = find_view(build, "g1"), find_view(build, "p1")
    assert region
    assert point
    assert (region.lat, region.lon) == (33.5, 41.5)
    assert 7 <= region.zoom < point.zoom


def test_no_more_places_are_offered_than_fit(store: Path) -> None:
    write_made_store(store, [f"Kesh {n}" for n in range(12)])
    options = list_options(Build(str(store), "00000000000000aa"), "kesh")
    assert 0 < sum(option["do"] == "place" for option in options) <= PLACES_OFFERED


def test_hostile_names_are_offered_as_text(store: Path) -> None:
    write_made_store(store, HOSTILE)
    build = Build(str(store), "00000000000000aa")
    shown = {show_controls(name) for name in HOSTILE}
    for option in list_options(build, "script"):
        assert option["do"] != "place" or option["name"] in shown


@pytest.mark.parametrize("asked", ['"', "*", "a*b*", "<b>", "\x00", "-", "(", "x" * 500])
def test_whatever_is_typed_is_answered(build: Build, asked: str) -> None:
    options = list_options(build, asked)
    assert options
    assert all(option["name"] for option in options)
    assert {option["do"] for option in options} <= {"", "place", "words"}


def test_what_only_tells_comes_last(build: Build) -> None:
    kinds = [bool(option["do"]) for option in list_options(build, "two")]
    assert kinds == sorted(kinds, reverse=True)


def test_larger_regions_are_seen_from_farther(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    near = find_view(build, "g1")
    from dashboard.search import view as module

    bounds = module.load_region_bounds(build).copy()
    bounds.loc["g1", ["minx", "maxx"]] = [20.0, 60.0]
    monkeypatch.setattr(module, "load_region_bounds", lambda _: bounds)
    far = find_view(build, "g1")
    assert near
    assert far
    assert far.zoom < near.zoom
    assert far.zoom >= 1
