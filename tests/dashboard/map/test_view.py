"""What the map is told at every run, of a store written by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_store import write_made_store

from dashboard.builds import Build, count_shown
from dashboard.choices import Filters, Selection, state
from dashboard.contract import Flight
from dashboard.counting import number_day
from dashboard.map.view import find_bounds, make_drawing, make_scene

NOVEMBER = Selection(date(2017, 11, 1), date(2017, 11, 30))


@pytest.fixture
def build(tmp_path: Path) -> Build:
    write_made_store(tmp_path, ["One", "Two", "Three"])
    return Build(str(tmp_path), "00000000000000aa")


@pytest.fixture
def filters(monkeypatch: pytest.MonkeyPatch) -> list[Filters]:
    """The filters of the session, and a flight that goes where it is told."""
    chosen = [Filters()]
    monkeypatch.setattr(state, "filters", lambda: chosen[0])
    monkeypatch.setattr(state, "first_flight", lambda find: Flight(1, find()))
    return chosen


def shown_of(build: Build, selection: Selection):  # type: ignore[no-untyped-def]
    return count_shown(build, selection.start, selection.end, selection.basis, uncertain=selection.uncertain)


def test_a_scene_tells_window_build_and_look(build: Build, filters: list[Filters]) -> None:
    selection = replace(NOVEMBER, place_id="p1", colour="kind", links=False, ground="osm", uncertain=False)
    scene = make_scene(build, selection, shown_of(build, selection), "dark")
    assert scene.window == (number_day(NOVEMBER.start), number_day(NOVEMBER.end))
    assert (scene.selected, scene.theme, scene.uncertain, scene.basis) == ("p1", "dark", False, "event")
    assert scene.look == {"colour": "kind", "links": "no", "ground": "osm"}
    assert all(build.version in address for address in (scene.places, scene.regions, *scene.counts.values()))
    assert set(scene.counts) == {"event", "publication"}
    assert scene.at_once == ""


def test_filters_stand_in_the_addresses_of_what_they_change(build: Build, filters: list[Filters]) -> None:
    filters[0] = Filters(sources=("Two & more",))
    scene = make_scene(build, NOVEMBER, shown_of(build, NOVEMBER), "light")
    for address in (*scene.counts.values(), *scene.source_counts.values(), scene.links, scene.at_once):
        assert "source=Two+%26+more" in address
    assert "?" not in scene.places
    assert f"first={scene.window[0]}&last={scene.window[1]}&by=event" in scene.at_once


def test_the_map_flies_to_what_is_shown(build: Build) -> None:
    bounds = find_bounds(build, shown_of(build, NOVEMBER), NOVEMBER)
    assert bounds is not None
    south, west, north, east = bounds
    assert south < 33.5 < north
    assert west < 40.5 < east


def test_where_nothing_is_shown_the_map_flies_to_what_all_reports_tell_of(build: Build) -> None:
    nothing = replace(NOVEMBER, start=date(2018, 1, 1), end=date(2018, 1, 2))
    assert find_bounds(build, shown_of(build, nothing), nothing) is not None


def test_a_drawing_has_circles_and_shades_of_the_window(build: Build) -> None:
    drawing = make_drawing(build, NOVEMBER, Filters(), shown_of(build, NOVEMBER), "light")
    assert {circle.id for circle in drawing.circles} == {"p0", "p1", "p2"}
    assert {shade.id for shade in drawing.shades} == {"g0", "g1", "g2"}
    assert drawing.scale is None
    one_day = replace(NOVEMBER, end=NOVEMBER.start)
    assert len(make_drawing(build, one_day, Filters(), shown_of(build, one_day), "light").circles) == 1
