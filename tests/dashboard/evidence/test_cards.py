"""Cards of statements and the reader of a whole report, as nodes."""

import pandas as pd
import pytest
from made_cards import TEXT, find, make_mentions, make_row

from dashboard import words
from dashboard.builds.loading import Context, ReportParts
from dashboard.evidence.cards import Setting, build_card, build_reader, group_mentions, say_when


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
