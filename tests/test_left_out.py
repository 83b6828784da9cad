"""What the map does not show: each part against the rows of a real build, and its numbers against the sentence."""

from pathlib import Path

import pytest

from dashboard import filter_loading, loading, views
from dashboard.facets import Filters
from dashboard.left_out import LeftOutCounts
from dashboard.loading import Build
from dashboard.selection import Basis, LeftOutPart, Selection
from geodata.build import Inputs
from geodata.build import build as build_store
from geodata.store import Store


@pytest.fixture
def country_build(country_inputs: Inputs, tmp_path: Path) -> Build:
    folder = tmp_path / "store"
    build_store(country_inputs, folder)
    return Build(str(folder), Store.open(folder).version)


def list_part(build: Build, selection: Selection, filters: Filters, part: LeftOutPart) -> list[str]:
    limits = loading.load_limits(build)
    assert limits
    numbers = filter_loading.list_left_out(build, selection, filters, part, limits)
    return filter_loading.name_statements(build, numbers)


@pytest.mark.parametrize("basis", ["event", "publication"])
@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("settlement",)), Filters(matches=("certain",))])
def test_the_lists_hold_as_many_as_are_counted(country_build: Build, basis: Basis, filters: Filters) -> None:
    limits = loading.load_limits(country_build)
    assert limits
    for window in ((limits.first, limits.last), (limits.first, limits.first)):
        selection = Selection(*window, basis)
        shown, _ = views.say_shown(country_build, selection, filters)
        counts = views.count_left_out(country_build, selection, filters, shown)
        for part, n in counts.parts.items():
            if part != "names":
                assert len(list_part(country_build, selection, filters, part)) == n, part


def test_what_filters_hide_is_what_the_map_shows_without_them(country_build: Build) -> None:
    limits = loading.load_limits(country_build)
    assert limits
    selection, filters = Selection(limits.first, limits.last), Filters(kinds=("settlement",))
    every = filter_loading.list_shown(country_build, selection, Filters())
    kept = filter_loading.list_shown(country_build, selection, filters)
    hidden = list_part(country_build, selection, filters, "hidden")
    assert set(hidden) == set(every) - set(kept)
    assert hidden
    starts = [loading.find_statement(country_build, name).event[0] for name in hidden]  # type: ignore[union-attr,index]
    assert starts == sorted(starts)


def test_the_first_part_is_one_that_has_something() -> None:
    assert LeftOutCounts({"hidden": 0, "undated": 2, "unplaced": 1}).first == "undated"
    assert LeftOutCounts({"undated": 0}).first is None
