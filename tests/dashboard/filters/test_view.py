"""The filters as nodes: facets with their counts, and the lists of all their values."""

from datetime import date
from pathlib import Path

import pytest
from made_store import write_made_store

from dashboard import words
from dashboard.builds import Build
from dashboard.choices import Filters, Selection
from dashboard.contract import Node
from dashboard.filters.lists import Facet, FacetValue
from dashboard.filters.loading import list_facets
from dashboard.filters.view import build_facets

WINDOW = (date(2017, 11, 1), date(2017, 11, 30))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


@pytest.fixture
def build(store: Path) -> Build:
    write_made_store(store, ["One", "Two", "Three"])
    return Build(str(store), "00000000000000aa")


def test_facets_have_counts_and_what_is_chosen_is_pressed(build: Build) -> None:
    filters = Filters(sources=("Two",))
    facets = list_facets(build, Selection(*WINDOW), filters)
    rows = [row for row in walk(build_facets(facets, filters)) if row.get("c") == "row facet"]
    told = {(row["a"]["id"], row["pressed"]) for row in rows}
    assert {("sources:Two", "true"), ("sources:One", "false"), ("sources:Three", "false")} <= told


def test_a_long_facet_is_opened_and_searched(store: Path) -> None:
    write_made_store(store, [f"Name {n}" for n in range(12)])
    build, filters = Build(str(store), "00000000000000aa"), Filters()

    def list_nodes(opened: dict[str, str]) -> list[Node]:
        return walk(build_facets(list_facets(build, Selection(*WINDOW), filters, opened), filters))

    closed, opened = list_nodes({}), list_nodes({"sources": ""})
    assert button_of(closed, "values:sources")["x"] == words.ALL_VALUES.format(n=12)
    assert button_of(opened, "values:sources")["x"] == words.FEWER_VALUES
    assert button_of(opened, "find:sources")["label"] == words.FIND_VALUE.format(facet="source")
    assert len([n for n in opened if n.get("a", {}).get("id", "").startswith("sources:")]) == 12
    none = list_nodes({"sources": "zz <i>"})
    assert words.NO_VALUE.format(asked="zz <i>") in [n.get("x") for n in none]
    assert not any(n.get("a", {}).get("id", "").startswith("sources:") for n in none)


def button_of(nodes: list[Node], act: str) -> Node:
    return next(n for n in nodes if n.get("a") and f"{n['a']['do']}:{n['a']['id']}" == act)


def walk(nodes: list[Node]) -> list[Node]:
    return [found for made in nodes for found in (made, *walk(made.get("k", [])))]


def make_facet(name: str = "sources", n: int = 3, **more: object) -> Facet:
    values = tuple(FacetValue(f"v{i}", f"Value {i}", 10 - i, is_chosen=False) for i in range(n))
    usual = {"total": n, "more": 0, "wanted": None, "title": words.FACETS[name]}
    return Facet(name, values=values, **(usual | more))  # type: ignore[arg-type]


def texts_of(nodes: list[Node]) -> list[str]:
    return [made.get("x", "") for made in walk(nodes)]


def test_a_facet_with_one_value_filters_nothing_and_is_left_out() -> None:
    nodes = build_facets([make_facet(n=1), make_facet("kinds", 2)], Filters())
    assert words.FACETS["sources"] not in texts_of(nodes)
    assert words.FACETS["kinds"] in texts_of(nodes)


def test_a_chosen_value_keeps_its_facet() -> None:
    value = FacetValue("v", "Value", 0, is_chosen=True)
    chosen = Facet("sources", words.FACETS["sources"], (value,), 1, 0)
    nodes = build_facets([chosen], Filters(sources=("v",)))
    assert words.FACETS["sources"] in texts_of(nodes)
    assert words.FILTER_CLEAR in texts_of(nodes)


def test_nothing_to_filter_by_is_told() -> None:
    assert texts_of(build_facets([], Filters())) == [words.FILTER_NOTHING]


def test_only_the_first_facet_is_led_to() -> None:
    nodes = build_facets([make_facet(), make_facet("kinds")], Filters())
    assert [bool(made.get("name")) for made in nodes if made["t"] == "h3"] == [True, False]


def test_a_search_that_finds_nothing_says_so_and_a_cut_list_its_rest() -> None:
    nothing = build_facets([make_facet(n=0, total=30, wanted="zz")], Filters())
    assert words.NO_VALUE.format(asked="zz") in texts_of(nothing)
    cut = build_facets([make_facet(n=9, total=30, wanted="", more=21)], Filters())
    assert words.MORE_VALUES.format(n=21) in texts_of(cut)
