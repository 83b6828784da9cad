"""The statement panel as a tree of plain nodes; no Streamlit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pandas as pd

from dashboard import words
from dashboard.cards import Setting, build_card, build_legend, say_when
from dashboard.history import Claim, tell_history
from dashboard.left_out import LeftOutCounts, build_rows
from dashboard.loading import Context
from dashboard.nodes import Node, action, button, node, number, walk
from dashboard.selection import Selection, covers

CARDS_AT_MOST = 150
ROWS_AT_MOST = 200
_CARDS_BEFORE_GOAL = 20


@dataclass(frozen=True)
class Evidence:
    """What is known of a selected place.

    Attributes
    ----------
    place : pandas.Series
        name, kind; its name is the place_id.
    containers : sequence of str
        Names of the regions and the country around it, smallest first.
    statements : pandas.DataFrame
        As `loading.load_statements_of` gives them.
    mentions : pandas.DataFrame
        As `loading.load_mentions_of` gives them.
    claims : sequence of Claim
        Its history.
    contexts : mapping of str to Context
        By statement_id, of those whose surroundings are shown.
    """

    place: pd.Series
    containers: Sequence[str]
    statements: pd.DataFrame
    mentions: pd.DataFrame
    claims: Sequence[Claim] = ()
    contexts: dict[str, Context] = field(default_factory=dict)


def build_overview(
    places: pd.DataFrame, counts: pd.DataFrame, left_out: LeftOutCounts, *, filtered: bool = False
) -> list[Node]:
    """Build the panel for no selection: what can be selected, with counts, and what is left out.

    Parameters
    ----------
    places : pandas.DataFrame
        By place_id: name, kind, containers, has_polygon.
    counts : pandas.DataFrame
        By place_id: statements, own, certain.
    left_out : LeftOutCounts
        For the section below.
    filtered : bool
        Whether filters are on.

    Returns
    -------
    list of Node
    """
    listed = places.join(counts, how="inner").sort_values(["statements", "name"], ascending=[False, True])
    points = listed[listed["kind"].isin(("settlement", "site"))]
    regions = listed[(listed["kind"] == "region") & listed["has_polygon"]]
    wider = listed[~listed.index.isin(points.index) & ~listed.index.isin(regions.index) & (listed["own"] > 0)]
    wider = wider.assign(statements=wider["own"]).sort_values("statements", ascending=False)
    nodes = [] if filtered else [node("p", text=words.ORIENTATION, cls="orientation")]
    if listed.empty:
        nodes.append(node("p", text=words.NOTHING_IN_WINDOW, cls="empty"))
    for title, rows in ((words.PLACES, points), (words.REGIONS, regions), (words.WIDER, wider)):
        nodes += _list_places(title, rows, places)
    return [*nodes, *build_rows(left_out)]


def build_place(evidence: Evidence, selection: Selection) -> list[Node]:
    """Build the panel of a selected place: its history, what is said in the window by day, then what is undated."""
    place, statements = evidence.place, evidence.statements
    inside = covers(statements, selection)
    if not selection.uncertain:
        inside &= statements["certain"]
    shown = statements[inside]
    undated = statements[statements["event_start"].isna()] if selection.basis == "event" else statements[:0]
    setting = Setting(group_mentions(evidence.mentions), str(place.name), evidence.contexts, selection.statement_id)
    nodes = [*_build_head(evidence, len(shown), selection), *_build_history(evidence.claims)]
    if selection.statement_id and selection.statement_id not in set(shown["statement_id"]):
        nodes.append(node("p", text=words.STATEMENT_HIDDEN, cls="notice"))
    if shown.empty:
        nodes.append(node("p", text=words.NOTHING_HERE.format(name=place["name"]), cls="empty"))
    nodes += _build_parts(shown, evidence, setting, selection)
    if len(undated):
        nodes.append(node("h3", text=f"{words.UNDATED_GROUP} ({len(undated):,})", cls="part"))
        nodes += [build_card(row, setting, own=bool(row["own"])) for _, row in undated.head(CARDS_AT_MOST).iterrows()]
    return [*nodes, build_legend()] if len(shown) + len(undated) else nodes


def build_found(
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    contexts: Mapping[str, Context],
    selection: Selection,
    total: int,
) -> list[Node]:
    """Build the statements that filters let through, by day; `total` is how many there are, listed or not."""
    if statements.empty:
        return []
    head = node("h3", node("span", text=words.FOUND), number(total), cls="part")
    order = words.OLDEST_FIRST if selection.newest_first else words.NEWEST_FIRST
    sort = [button(order, "order", "oldest" if selection.newest_first else "newest")] if total > 1 else []
    return [head, *sort, *build_listed(statements, mentions, contexts, selection, total)]


def build_listed(
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    contexts: Mapping[str, Context],
    selection: Selection,
    total: int,
) -> list[Node]:
    """Build statements about any places by day, and say how many of `total` are not listed."""
    setting = Setting(group_mentions(mentions), "", contexts)
    more = [node("p", text=words.MORE.format(n=total - len(statements)), cls="meta")] if total > len(statements) else []
    return [*build_days(statements, setting, selection, own=True), *more]


def list_reports(nodes: Sequence[Node]) -> list[str]:
    """List the reports of the cards in a panel, each once, in its order."""
    parts = [part for card in nodes if card["t"] == "article" for part in walk(card)]
    return list(dict.fromkeys(part["a"]["id"] for part in parts if part.get("a", {}).get("do") == "report"))


def group_mentions(mentions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Group names by the statement they stand in."""
    return {str(name): rows for name, rows in mentions.groupby("statement_id")}


def _build_head(evidence: Evidence, n: int, selection: Selection) -> list[Node]:
    place = evidence.place
    order = words.NEWEST_FIRST if not selection.newest_first else words.OLDEST_FIRST
    count = node("p", node("span", text=words.in_window(n, selection.in_words())), cls="meta count")
    if n > 1:
        count["k"].append(button(order, "order", "oldest" if selection.newest_first else "newest"))
    return [
        button(f"← {words.BACK}", "back", cls="back"),
        node("h2", text=str(place["name"]), cls="place", dir="auto"),
        node("p", text=" · ".join([words.KINDS[place["kind"]], *evidence.containers]), cls="meta"),
        count,
    ]


def _build_history(claims: Sequence[Claim]) -> list[Node]:
    told = tell_history(claims)
    if not told:
        return []
    nodes = [node("span", text=f"{words.CLAIMED} ")]
    for at, part in enumerate(told):
        said = words.CLAIM_SHOW.format(day=words.day(part.day))
        nodes += [node("span", text=" — ")] if at else []
        # A day stays with what was claimed on it.
        nodes.append(button(part.words.replace(" ", "\u00a0"), "statement", part.statement_id, title=said))
    return [node("p", *nodes, cls="history")]


def _build_parts(shown: pd.DataFrame, evidence: Evidence, setting: Setting, selection: Selection) -> Iterator[Node]:
    place = evidence.place
    told_apart = place["kind"] in ("region", "country", "area")
    parts = ((words.OWN_STATEMENTS.format(name=place["name"]), True), (words.INSIDE_STATEMENTS, False))
    for title, own in parts:
        rows = shown[shown["own"] == own]
        if told_apart and len(rows):
            yield node("h3", text=f"{title} ({len(rows):,})", cls="part")
        yield from build_days(rows, setting, selection, own=own)


def build_days(rows: pd.DataFrame, setting: Setting, selection: Selection, *, own: bool) -> Iterator[Node]:
    """Build cards under the day of their event, in the selection's order."""
    ordered = rows[::-1] if selection.newest_first else rows
    cards = [row for _, row in _cut(ordered, setting.goal).iterrows()]
    for when, group in groupby(cards, key=say_when):
        yield node("h4", text=when, cls="day")
        for row in group:
            yield build_card(row, setting, own=own)
    if len(rows) > CARDS_AT_MOST:
        yield node("p", text=words.MORE.format(n=len(rows) - CARDS_AT_MOST), cls="meta")


def _cut(ordered: pd.DataFrame, goal: str) -> pd.DataFrame:
    """Cut what is too long to be listed so that the statement one is led to is in it."""
    ids = ordered["statement_id"].tolist()
    at = ids.index(goal) if goal in ids else 0
    first = at - _CARDS_BEFORE_GOAL if at >= CARDS_AT_MOST else 0
    return ordered.iloc[first : first + CARDS_AT_MOST]


def _list_places(title: str, rows: pd.DataFrame, places: pd.DataFrame) -> Iterator[Node]:
    if rows.empty:
        return
    yield node("h3", node("span", text=title), number(len(rows)), cls="part")
    items = []
    for place_id, row in rows.head(ROWS_AT_MOST).iterrows():
        around = _name_around(row["containers"], places)
        name = node("span", node("bdi", text=str(row["name"])), node("small", text=around), cls="who")
        cls = "row" if row["certain"] else "row uncertain"
        items.append(node("li", node("button", name, number(row["statements"]), cls=cls, a=action("place", place_id))))
    yield node("ul", *items, cls="places")
    if len(rows) > ROWS_AT_MOST:
        yield node("p", text=words.MORE.format(n=len(rows) - ROWS_AT_MOST), cls="meta")


def _name_around(containers: Sequence[str], places: pd.DataFrame) -> str:
    # The first division tells a reader more than a district he has never heard of.
    known = [container for container in containers if container in places.index]
    firsts = [container for container in known if places["feature_code"][container] == "ADM1"]
    return str(places["name"][(firsts or known)[0]]) if known else ""
