"""What the map does not show: each part against the rows of a real build, and its numbers against the sentence."""

from pathlib import Path

import pytest

from dashboard.builds.loading import Build, find_statement, load_limits
from dashboard.choices.filters import Filters
from dashboard.choices.selection import LeftOutPart, Selection
from dashboard.contract import Basis
from dashboard.evidence.left_out import LeftOutCounts
from dashboard.evidence.view import count_left_out
from dashboard.filters.loading import list_left_out, list_shown, name_statements
from dashboard.page.view import say_shown
from geodata.build import Inputs, build_store
from geodata.store.builds import Store


@pytest.fixture
def country_build(country_inputs: Inputs, tmp_path: Path) -> Build:
    folder = tmp_path / "store"
    build_store(country_inputs, folder)
    return Build(str(folder), Store.open(folder).version)


def list_part(build: Build, selection: Selection, filters: Filters, part: LeftOutPart) -> list[str]:
    limits = load_limits(build)
    assert limits
    numbers = list_left_out(build, selection, filters, part, limits)
    return name_statements(build, numbers)


@pytest.mark.parametrize("basis", ["event", "publication"])
@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("settlement",)), Filters(matches=("certain",))])
def test_the_lists_hold_as_many_as_are_counted(country_build: Build, basis: Basis, filters: Filters) -> None:
    limits = load_limits(country_build)
    assert limits
    for window in ((limits.first, limits.last), (limits.first, limits.first)):
        selection = Selection(*window, basis)
        shown, _ = say_shown(country_build, selection, filters)
        counts = count_left_out(country_build, selection, filters, shown)
        for part, n in counts.parts.items():
            if part != "names":
                assert len(list_part(country_build, selection, filters, part)) == n, part


def test_what_filters_hide_is_what_the_map_shows_without_them(country_build: Build) -> None:
    limits = load_limits(country_build)
    assert limits
    selection, filters = Selection(limits.first, limits.last), Filters(kinds=("settlement",))
    every = list_shown(country_build, selection, Filters())
    kept = list_shown(country_build, selection, filters)
    hidden = list_part(country_build, selection, filters, "hidden")
    assert set(hidden) == set(every) - set(kept)
    assert hidden
    starts = [find_statement(country_build, name).event[0] for name in hidden]  # type: ignore[union-attr,index]
    assert starts == sorted(starts)


def test_the_first_part_is_one_that_has_something() -> None:
    assert LeftOutCounts({"hidden": 0, "undated": 2, "unplaced": 1}).first == "undated"
    assert LeftOutCounts({"undated": 0}).first is None
