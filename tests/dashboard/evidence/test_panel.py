"""The panel of a selected place: its history, what is said in the window, what is undated."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from made_cards import find, make_about, make_mentions, make_row

from dashboard import phrases, words
from dashboard.choices import Selection
from dashboard.evidence.cards import Setting, build_card
from dashboard.evidence.history import DayClaim
from dashboard.evidence.loading import About, Part
from dashboard.evidence.panel import Dossier, build_found, build_place, list_reports
from geodata.model import ClaimKind


@pytest.mark.parametrize(("newest_first", "days"), [(False, ["8", "11"]), (True, ["11", "8"])])
def test_statements_are_read_in_either_order(newest_first: bool, days: list[str]) -> None:
    later = pd.Timestamp("2017-11-11")
    rows = pd.DataFrame([make_row(), make_row(statement_id="s2", event_start=later, event_end=later)])
    place = pd.Series({"name": "Anna", "kind": "settlement"}, name="a")
    claims = [DayClaim(date(2017, 11, 8), ClaimKind.TAKEN, "s1"), DayClaim(date(2017, 11, 11), ClaimKind.LOST, "s2")]
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30), newest_first=newest_first)
    nodes = build_place(Dossier(place, [], make_about(rows[::-1] if newest_first else rows), claims), selection)
    assert [made["x"].split()[0] for made in find(nodes, "h4")] == days
    history = [made for made in find(nodes, "button") if made["a"]["do"] == "statement"]
    assert [made["x"] for made in history] == ["claimed\u00a08\u00a0Nov", "lost\u00a011\u00a0Nov"]
    assert [made["a"]["id"] for made in history] == ["s1", "s2"]
    order = words.OLDEST_FIRST if newest_first else words.NEWEST_FIRST
    assert order in [made.get("x") for made in find(nodes, "button")]


def test_the_card_a_link_leads_to_is_told() -> None:
    rows = pd.DataFrame([make_row(statement_id=f"s{n}") for n in range(4)])
    place = pd.Series({"name": "Anna", "kind": "settlement"}, name="a")
    evidence = Dossier(place, [], make_about(rows, 400))
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30), statement_id="s3")
    nodes = build_place(evidence, selection)
    assert [card["name"] for card in find(nodes, "article") if "current" in card] == ["s3"]
    assert {"do": "more", "id": "own"} in [made["a"] for made in find(nodes, "button")]
    told = find(build_place(evidence, replace(selection, statement_id="s9999")), "p")
    assert words.STATEMENT_HIDDEN in [made.get("x") for made in told]


def test_the_reports_listed_are_those_of_the_cards_each_once() -> None:
    cards = [build_card(make_row(report_id=name), Setting({}), own=True) for name in ("r2", "r1", "r2")]
    assert list_reports([{"t": "h4", "x": "A day"}, *cards]) == ["r2", "r1"]


SELECTION = Selection(date(2017, 11, 1), date(2017, 11, 30))
ANNA = pd.Series({"name": "Anna", "kind": "settlement"}, name="a")


def make_evidence(about: About, **more: object) -> Dossier:
    place = more.pop("place", ANNA)
    return Dossier(place, ["Upland", "Arvania"], about, **more)  # type: ignore[arg-type]


def texts_of(nodes: list) -> list[str]:
    return [made.get("x", "") for tag in ("p", "h2", "h3", "span", "button") for made in find(nodes, tag)]


def test_the_head_tells_the_place_and_how_much_there_is() -> None:
    rows = pd.DataFrame([make_row(), make_row(statement_id="s2")])
    told = texts_of(build_place(make_evidence(make_about(rows)), SELECTION))
    assert "Anna" in told
    assert f"{words.KINDS['settlement']} · Upland · Arvania" in told
    assert phrases.in_window(2, SELECTION.in_words()) in told


def test_one_statement_needs_no_order() -> None:
    told = texts_of(build_place(make_evidence(make_about(pd.DataFrame([make_row()]))), SELECTION))
    assert words.NEWEST_FIRST not in told
    assert words.OLDEST_FIRST not in told


def test_where_nothing_is_said_it_is_told_and_why() -> None:
    nothing = make_about(pd.DataFrame([make_row()])[:0])
    assert words.NOTHING_HERE.format(name="Anna") in texts_of(build_place(make_evidence(nothing), SELECTION))
    filtered = build_place(make_evidence(nothing, is_filtered=True), SELECTION)
    assert words.NOTHING_HERE_PASSES.format(name="Anna") in texts_of(filtered)


def test_undated_statements_stand_below_with_their_number() -> None:
    none = pd.DataFrame([make_row()])[:0]
    undated = pd.DataFrame([make_row(event_start=pd.NaT, event_end=pd.NaT)])
    about = About(Part(none, 0), Part(none, 0), Part(undated, 30), make_mentions())
    nodes = build_place(make_evidence(about), SELECTION)
    assert f"{words.UNDATED_GROUP} (30)" in texts_of(nodes)
    assert {"do": "more", "id": "undated here"} in [made["a"] for made in find(nodes, "button")]


def test_of_a_region_its_own_statements_are_told_apart_from_those_inside() -> None:
    rows = pd.DataFrame([make_row()])
    about = About(Part(rows, 1), Part(rows.assign(statement_id="s2", own=False), 1), Part(rows[:0], 0), make_mentions())
    upland = pd.Series({"name": "Upland", "kind": "region"}, name="u")
    told = texts_of(build_place(make_evidence(about, place=upland), SELECTION))
    assert f"{words.OWN_STATEMENTS.format(name='Upland')} (1)" in told
    assert f"{words.INSIDE_STATEMENTS} (1)" in told
    town = texts_of(build_place(make_evidence(about), SELECTION))
    assert f"{words.INSIDE_STATEMENTS} (1)" not in town


def test_found_statements_are_numbered_and_ordered() -> None:
    rows = pd.DataFrame([make_row(), make_row(statement_id="s2")])
    nodes = build_found(rows, make_mentions(), {}, SELECTION, 40)
    assert (nodes[0]["k"][0]["x"], nodes[0]["k"][1]["x"]) == (words.FOUND, "40")
    assert [made["a"]["id"] for made in find(nodes, "button") if made["a"]["do"] in ("order", "more")] == [
        "newest",
        "found",
    ]
    assert build_found(rows[:0], make_mentions(), {}, SELECTION, 0) == []
