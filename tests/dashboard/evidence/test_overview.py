"""The panel while no place is selected: what can be, and what is not on the map."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from made_cards import find
from made_counts import lay_out_rows, make_rows
from made_store import HOSTILE

from dashboard import words
from dashboard.choices.listed import ROWS_AT_FIRST
from dashboard.contract import Node
from dashboard.counting.counts import WindowCounts, count_statements
from dashboard.counting.day_numbers import name_day
from dashboard.evidence.left_out import LeftOutCounts
from dashboard.evidence.overview import Listing, build_overview
from dashboard.text import show_controls

PLACES = pd.DataFrame(
    [
        ("p0", "West", "region", "ADM1", ["xa"], True),
        ("p1", "East", "region", "ADM2", ["p0", "xa"], True),
        ("p2", "Arvania", "country", "PCLI", [], True),
        ("p3", "Mirel", "settlement", "PPL", ["p1", "p0", "p2"], False),
        ("p4", "Dorun", "settlement", "PPL", ["p1", "p2"], False),
        ("p5", "Field", "site", "OILF", ["gone"], False),
        ("p6", "Lem", "river", "STM", [], False),
    ],
    columns=["place_id", "name", "kind", "feature_code", "containers", "has_polygon"],
).set_index("place_id")
IDS = [f"p{n}" for n in range(7)]
LISTING = Listing.of(PLACES, IDS)
NOTHING_LEFT = LeftOutCounts({"undated": 0})


def count(seed: int = 3) -> WindowCounts:
    counts = count_statements(lay_out_rows(*make_rows(seed)))
    return counts.in_window(name_day(0), name_day(40_000))


def list_rows(nodes: list[Node]) -> list[list[str]]:
    return [row for made in find(nodes, "ul") for row in made["rows"]]


def build(found: WindowCounts, listed: Mapping[str, int] | None = None, **more: bool) -> list[Node]:
    return build_overview(LISTING, found, NOTHING_LEFT, listed or {}, **more)


def test_places_are_laid_out_with_the_region_to_tell_them_by() -> None:
    assert LISTING.around == ["", "West", "", "West", "East", "", ""]
    assert np.array(LISTING.names)[np.argsort(LISTING.ranks)].tolist() == sorted(LISTING.names)
    groups = {name: [IDS[n] for n in np.flatnonzero(flags)] for name, flags in LISTING.groups.items()}
    assert groups == {"points": ["p3", "p4", "p5"], "regions": ["p0", "p1"], "wider": ["p2", "p6"]}


def test_each_list_runs_from_most_to_fewest_and_numbers_what_it_holds() -> None:
    found = count()
    for made in find(build(found), "ul"):
        numbers = [int(row[3].replace(",", "")) for row in made["rows"]]
        assert numbers == sorted(numbers, reverse=True)
        for row in made["rows"]:
            at = IDS.index(row[0])
            wider = LISTING.groups["wider"][at]
            assert int(row[3]) == (found.own if wider else found.by_place)[at]
            assert ("uncertain" in row) != bool(found.certain[at])


def test_every_place_with_statements_is_listed_once() -> None:
    found = count()
    listed = [row[0] for row in list_rows(build(found))]
    wider = LISTING.groups["wider"]
    counted = np.where(wider, found.own, found.by_place) > 0
    assert sorted(listed) == [IDS[n] for n in np.flatnonzero(counted)]


def test_a_long_list_is_cut_and_more_is_offered() -> None:
    nodes = build(count(), {"points": 1})
    assert len(find(nodes, "ul")[0]["rows"]) == 1
    assert [made["a"]["id"] for made in find(nodes, "button") if made["a"]["do"] == "more"] == ["points"]
    assert len(IDS) < ROWS_AT_FIRST
    assert not [made for made in find(build(count()), "button") if made["a"]["do"] == "more"]


def test_where_nothing_is_shown_it_is_said_why() -> None:
    nothing = count_statements(lay_out_rows(*make_rows(3)), np.array([], int)).in_window(name_day(0), name_day(1))
    said = {
        words.NOTHING_PASSES: LeftOutCounts({"hidden": 3}),
        words.NOTHING_DATED: LeftOutCounts({"hidden": 0, "undated": 3}),
        words.NOTHING_IN_WINDOW: LeftOutCounts({"undated": 0}),
    }
    for sentence, left_out in said.items():
        texts = [made.get("x") for made in build_overview(LISTING, nothing, left_out, {})]
        assert sentence in texts
    assert not [made for made in build(count()) if made.get("c") == "empty"]


def test_what_can_be_done_is_told_until_something_is_filtered() -> None:
    assert words.ORIENTATION in [made.get("x") for made in build(count())]
    assert words.ORIENTATION not in [made.get("x") for made in build(count(), filtered=True)]


def test_hostile_names_stay_text() -> None:
    names = [*HOSTILE, *HOSTILE][: len(IDS)]
    listing = Listing.of(PLACES.assign(name=names), IDS)
    rows = list_rows(build_overview(listing, count(), NOTHING_LEFT, {}))
    assert rows
    for place_id, name, *_ in rows:
        assert name == show_controls(names[IDS.index(place_id)])
