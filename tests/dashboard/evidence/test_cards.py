"""Cards of statements: names marked by state, sources linked only to the web, surroundings, history."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard import words
from dashboard.builds.loading import Context, ReportParts
from dashboard.choices.selection import Selection
from dashboard.evidence.cards import Row, Setting, build_card, build_reader, group_mentions, say_when
from dashboard.evidence.history import DayClaim
from dashboard.evidence.loading import About, Part
from dashboard.evidence.panel import Evidence, build_place, list_reports
from dashboard.nodes.nodes import Node
from geodata.model import ClaimKind

TEXT = "Anna fell, Beta and Gama held"


def make_mentions() -> pd.DataFrame:
    rows = [
        ("Anna", "a", "literal", True),
        ("Beta", "b", "literal", False),
        ("Gama", None, "literal", None),
    ]
    return pd.DataFrame(
        [
            {
                "statement_id": "s1",
                "start": 100 + TEXT.index(name),
                "end": 100 + TEXT.index(name) + 4,
                "toponym": name,
                "use": use,
                "place_id": place_id,
                "place_name": name,
                "method": "name" if place_id else "unresolved",
                "reason": "because",
                "reason_because": "[]",
                "certain": certain,
            }
            for name, place_id, use, certain in rows
        ]
    )


def make_row(**fields: Any) -> Row:
    usual = {
        "statement_id": "s1",
        "report_id": "r1",
        "text": TEXT,
        "start": 100,
        "source": "Agency",
        "url": "https://agency.example/1",
        "speaker": "an officer",
        "language": "en",
        "certain": True,
        "own": True,
        "event_start": pd.Timestamp("2017-11-08"),
        "event_end": pd.Timestamp("2017-11-08"),
        "published_on": pd.Timestamp("2017-11-09"),
        "date_precision": "day",
        "date_basis": "",
        "date_kind": "explicit",
        "date_because": "[]",
    }
    return usual | fields


def make_about(rows: pd.DataFrame, total: int | None = None) -> About:
    nothing = Part(rows[:0], 0)
    return About(Part(rows, total or len(rows)), nothing, nothing, make_mentions())


def find(nodes: list[Node], tag: str) -> list[Node]:
    found = []
    for made in nodes:
        found += [made] if made["t"] == tag else []
        found += find(made.get("k", []), tag)
    return found


def test_names_are_marked_by_state_and_lead_to_places_elsewhere() -> None:
    card = build_card(make_row(), Setting(group_mentions(make_mentions()), "a"), own=True)
    marks = [(mark["x"], mark["c"], mark.get("a", {}).get("id")) for mark in find([card], "mark")]
    assert marks == [("Anna", "here", None), ("Beta", "other uncertain", "b"), ("Gama", "unplaced", None)]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://agency.example/1", True),
        ("HTTP://agency.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" \tjavascript:alert(1)", False),
        ("//agency.example", False),
        ("", False),
    ],
)
def test_a_source_is_a_link_only_to_the_web(url: str, linked: bool) -> None:
    card = build_card(make_row(url=url), Setting({}), own=True)
    assert [link["href"] for link in find([card], "a")] == ([url] if linked else [])
    assert "Agency" in [made.get("x") for made in find([card], "bdi")]


def test_surroundings_stand_around_the_statement_where_asked_for() -> None:
    setting = Setting({}, "a", {"s1": Context("What came before.", "")})
    card = build_card(make_row(), setting, own=True)
    assert [made.get("c") for made in card["k"]][:3] == ["context", "text", "context"]
    assert card["k"][0]["x"] == "What came before."
    assert card["k"][2]["x"] == words.CONTEXT_ENDS
    assert [made["expanded"] for made in find([card], "button") if "expanded" in made] == ["true"]
    assert [made.get("c") for made in build_card(make_row(), Setting({}), own=True)["k"]][:1] == ["text"]


@pytest.mark.parametrize(("newest_first", "days"), [(False, ["8", "11"]), (True, ["11", "8"])])
def test_statements_are_read_in_either_order(newest_first: bool, days: list[str]) -> None:
    later = pd.Timestamp("2017-11-11")
    rows = pd.DataFrame([make_row(), make_row(statement_id="s2", event_start=later, event_end=later)])
    place = pd.Series({"name": "Anna", "kind": "settlement"}, name="a")
    claims = [DayClaim(date(2017, 11, 8), ClaimKind.TAKEN, "s1"), DayClaim(date(2017, 11, 11), ClaimKind.LOST, "s2")]
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30), newest_first=newest_first)
    nodes = build_place(Evidence(place, [], make_about(rows[::-1] if newest_first else rows), claims), selection)
    assert [made["x"].split()[0] for made in find(nodes, "h4")] == days
    history = [made for made in find(nodes, "button") if made["a"]["do"] == "statement"]
    assert [made["x"] for made in history] == ["claimed\u00a08\u00a0Nov", "lost\u00a011\u00a0Nov"]
    assert [made["a"]["id"] for made in history] == ["s1", "s2"]
    order = words.OLDEST_FIRST if newest_first else words.NEWEST_FIRST
    assert order in [made.get("x") for made in find(nodes, "button")]


def test_the_card_a_link_leads_to_is_told() -> None:
    rows = pd.DataFrame([make_row(statement_id=f"s{n}") for n in range(4)])
    place = pd.Series({"name": "Anna", "kind": "settlement"}, name="a")
    evidence = Evidence(place, [], make_about(rows, 400))
    selection = Selection(date(2017, 11, 1), date(2017, 11, 30), statement_id="s3")
    nodes = build_place(evidence, selection)
    assert [card["name"] for card in find(nodes, "article") if "current" in card] == ["s3"]
    assert {"do": "more", "id": "own"} in [made["a"] for made in find(nodes, "button")]
    told = find(build_place(evidence, replace(selection, statement_id="s9999")), "p")
    assert words.STATEMENT_HIDDEN in [made.get("x") for made in told]


def test_our_own_words_around_a_statement_keep_our_direction() -> None:
    setting = Setting({}, "a", {"s1": Context("ما قبله", "")})
    before, text, after = build_card(make_row(language="ar"), setting, own=True)["k"][:3]
    assert [part.get("dir") for part in (before, text, after)] == ["rtl", "rtl", None]


@pytest.mark.parametrize(
    ("report_id", "steps"),
    [
        ("r1", [("j", "r2")]),
        ("r2", [("k", "r1"), ("j", "r3")]),
        ("r3", [("k", "r2")]),
        ("r9", []),
    ],
)
def test_the_reader_leads_on_to_the_reports_listed(report_id: str, steps: list[tuple[str, str]]) -> None:
    parts = ReportParts(make_row(title="A title", report_id=report_id), make_mentions())
    made = find(build_reader(parts, ["r1", "r2", "r3"]), "button")
    assert [(step["key"], step["a"]["id"]) for step in made] == steps


def test_the_reports_listed_are_those_of_the_cards_each_once() -> None:
    cards = [build_card(make_row(report_id=name), Setting({}), own=True) for name in ("r2", "r1", "r2")]
    assert list_reports([{"t": "h4", "x": "A day"}, *cards]) == ["r2", "r1"]


def test_an_undated_card_says_why() -> None:
    row = make_row(event_start=pd.NaT, event_end=pd.NaT, published_on=pd.NaT, date_basis="two dates in one sentence")
    assert say_when(row) == words.NO_DATE
    told = find([build_card(row, Setting({}), own=True)], "span")
    assert "two dates in one sentence" in [made.get("x") for made in told]


def test_every_placed_name_of_a_report_leads_to_its_place() -> None:
    report = make_row(title="A title", text="." * 100 + TEXT)
    nodes = build_reader(ReportParts(report, make_mentions()))
    leads = [mark.get("a", {}).get("id") for mark in find(nodes, "mark") if mark["x"] in TEXT]
    assert leads == ["a", "b", None]
