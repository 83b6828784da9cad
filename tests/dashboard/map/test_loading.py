"""What the map asks for only when it is wanted, of a store written by hand."""

import json
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_store import HOSTILE, write_made_store

from dashboard.builds import Build, load_layout
from dashboard.choices import Filters, Selection
from dashboard.map import loading
from dashboard.map.loading import (
    find_rows,
    load_classes,
    load_links,
    load_packed_places,
    load_packed_regions,
    load_packed_source_counts,
    load_packed_sources,
    load_scale,
    load_source_counts,
)
from dashboard.text import show_controls

NOVEMBER = Selection(date(2017, 11, 1), date(2017, 11, 30))


@pytest.fixture
def build(tmp_path: Path) -> Build:
    write_made_store(tmp_path, ["One", "Two", "Three"])
    return Build(str(tmp_path), "00000000000000aa")


def unpack(data: bytes) -> dict:
    return dict(json.loads(zlib.decompress(data, wbits=47)))


def test_places_are_packed_in_the_order_of_the_counts(build: Build) -> None:
    written = unpack(load_packed_places(build))
    assert written["ids"] == load_layout(build).place_ids.tolist()
    assert written["names"] == ["One", "Two", "Three"] * 2


def test_polygons_are_packed_by_their_ids(build: Build) -> None:
    features = unpack(load_packed_regions(build))["features"]
    assert [feature["id"] for feature in features] == ["g0", "g1", "g2"]
    corners = features[1]["geometry"]["coordinates"][0]
    assert [min(at) for at in zip(*corners, strict=True)] == [41, 33]


def test_sources_are_named_with_the_places_they_speak_of(build: Build) -> None:
    sources = json.loads(load_packed_sources(build))
    ids = load_layout(build).place_ids.tolist()
    told = {sources["names"][s]: ids[p] for s, p in zip(sources["sources"], sources["places"], strict=True)}
    assert told == {"One": "p0", "Two": "p1", "Three": "p2"}


def test_hostile_names_of_sources_are_made_visible(tmp_path: Path) -> None:
    write_made_store(tmp_path, HOSTILE[:5])
    build = Build(str(tmp_path), "00000000000000aa")
    assert set(json.loads(load_packed_sources(build))["names"]) == {show_controls(name) for name in HOSTILE[:5]}


def test_counts_by_source_follow_the_filters(build: Build) -> None:
    every, two = (load_source_counts(build, filters) for filters in (Filters(), Filters(sources=("Two",))))
    window = (NOVEMBER.start, NOVEMBER.end, "event")
    assert every.in_window(*window).by_place.sum() == 3
    assert two.in_window(*window).by_place.sum() == 1
    assert load_packed_source_counts(build, "event", Filters())[:4] == b"DLC1"


@pytest.mark.parametrize("colour", ["recency", "kind", "source"])
def test_each_place_has_a_class_of_the_scale(build: Build, colour: str) -> None:
    selection = replace(NOVEMBER, colour=colour)
    classes, scale = load_classes(build, selection, Filters()), load_scale(build, selection, "light")
    assert set(classes) == set(load_layout(build).place_ids)
    assert scale is not None
    shown = [number for place_id, number in classes.items() if place_id.startswith("p")]
    assert all(0 <= number < len(scale.fills) for number in shown)


def test_one_colour_has_no_classes(build: Build) -> None:
    assert load_classes(build, NOVEMBER, Filters()) == {}
    assert load_scale(build, NOVEMBER, "dark") is None


def test_a_scale_of_sources_names_them(build: Build) -> None:
    scale = load_scale(build, replace(NOVEMBER, colour="source"), "light")
    assert scale is not None
    assert {"One", "Two", "Three"} <= set(scale.labels)
    assert len(scale.fills) == len(scale.labels)


def test_lines_are_loaded_only_where_they_are_wanted(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    # Each report names one place, so there is nothing to join.
    assert load_links(build, replace(NOVEMBER, place_id="p1"), Filters()) == {}
    monkeypatch.setattr(loading, "load_packed_links", lambda *_, **__: '{"ids": ["p0"], "reports": [2]}')
    assert load_links(build, replace(NOVEMBER, place_id="p1"), Filters()) == {"p0": 2}
    assert load_links(build, replace(NOVEMBER, place_id="p1", links=False), Filters()) == {}
    assert load_links(build, NOVEMBER, Filters()) == {}


def test_places_of_the_filters_are_found_among_those_counted(build: Build) -> None:
    ids = load_layout(build).place_ids
    rows = find_rows(build, loading.load_source_pairs(build).places)
    assert {ids[row] for row in rows} == {"p0", "p1", "p2"}
