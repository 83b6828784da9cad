"""Statements and names as cards are built of, and nodes looked for among them."""

from typing import Any

import pandas as pd

from dashboard.contract import Node
from dashboard.evidence.cards import Row
from dashboard.evidence.loading import About, Part

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
