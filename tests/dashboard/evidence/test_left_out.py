"""What the map does not show: each part against the rows of a real build, and its numbers against the sentence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard import phrases, words
from dashboard.builds.loading import Build, find_statement, load_limits
from dashboard.choices.filters import Filters
from dashboard.choices.selection import LeftOutPart, Selection
from dashboard.contract import Basis, Node
from dashboard.evidence.left_out import LeftOutCounts, build_left_out, build_names, build_rows
from dashboard.evidence.view import count_left_out
from dashboard.filters.loading import list_left_out, list_shown, name_statements
from dashboard.nodes import node, walk
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


COUNTS = LeftOutCounts({"hidden": 3, "undated": 2, "names": 1}, no_name=5, not_judged=7)
SELECTION = Selection(date(2017, 11, 1), date(2017, 11, 30))


def leads_of(nodes: list[Node]) -> list[str]:
    return [made["a"]["id"] for top in nodes for made in walk(top) if made.get("a", {}).get("do") == "left"]


def test_each_reason_leads_to_its_list() -> None:
    nodes = build_rows(COUNTS)
    assert leads_of(nodes) == ["hidden", "undated", "names"]
    told = " ".join(made.get("x", "") for top in nodes for made in walk(top))
    assert all(number in told for number in ("3", "2", "1", "5", "7"))


def test_the_opened_reason_holds_its_list_and_the_others_lead_on() -> None:
    listed = [node("article", text="a card")]
    nodes = build_left_out(COUNTS, replace(SELECTION, left_out="undated"), listed, "Back", clears=True)
    texts = [made.get("x", "") for top in nodes for made in walk(top)]
    assert words.LEFT_OUT_WHY["undated"] in texts
    assert "a card" in texts
    assert {"hidden", "names"} <= set(leads_of(nodes))
    assert words.FILTER_CLEAR not in texts


def test_what_filters_hide_can_be_shown_again() -> None:
    hidden = replace(SELECTION, left_out="hidden")
    for clears in (True, False):
        nodes = build_left_out(COUNTS, hidden, [], "Back", clears=clears)
        assert (words.FILTER_CLEAR in [made.get("x") for top in nodes for made in walk(top)]) == clears


def test_names_stand_with_their_reason_and_a_report() -> None:
    columns = ["toponym", "reason", "reason_because", "n", "report_id"]
    rows = [("Qwertan", "nothing is like it", "[]", 2, "r1"), ("<b>", "odd", "[]", 1, "r2")]
    names = pd.DataFrame(rows, columns=columns)
    nodes = build_names(names, 9)
    made = [one for top in nodes for one in walk(top)]
    assert [one["x"] for one in made if one["t"] == "bdi"] == ["Qwertan", "<b>"]
    assert f"nothing is like it · {phrases.mentions(2)}" in [one.get("x") for one in made]
    assert [one["a"]["id"] for one in made if one.get("a", {}).get("do") == "report"] == ["r1", "r2"]
    assert {"do": "more", "id": "names"} in [one.get("a") for one in made]
