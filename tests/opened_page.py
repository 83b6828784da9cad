"""The page run without a browser."""

import json
from collections.abc import Iterator
from typing import Any

from made_country import ROOT
from streamlit.testing.v1 import AppTest

APP = str(ROOT / "dashboard" / "app.py")


def open_page(**query: str) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=30)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def read_texts(page: AppTest, key: str) -> list[str]:
    """All the texts of a tree of nodes, in order, as they are sent to the browser."""

    def walk(nodes: list[dict[str, Any]]) -> Iterator[str]:
        for node in nodes:
            if "x" in node:
                yield node["x"]
            for _, *texts in node.get("rows", []):
                yield from texts
            yield from walk(node.get("k", []))

    return list(walk(read_data(page, key)["nodes"]))


def read_data(page: AppTest, key: str) -> dict[str, Any]:
    """What one of our components is given."""
    found = [element for element in page.get("bidi_component") if element.key == key]
    return dict(json.loads(found[0].proto.json))


def read_cards(page: AppTest) -> list[str]:
    """The words of each statement listed in the panel."""
    cards = [node for node in read_data(page, "nodes-panel")["nodes"] if node["t"] == "article"]
    texts = [next(part for part in card["k"] if part.get("c") == "text") for card in cards]
    return ["".join(run["x"] for run in text["k"]) for text in texts]
