"""The statement panel and the reader as trees of plain nodes; no Streamlit.

A node is a dict: `t` tag, `c` class, `x` text, `k` children, `a` action, and a few attributes. `assets/panel.js`
makes elements of it, each text by textContent, so whatever a report says stays text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

import pandas as pd

from dashboard import words
from dashboard.layers import show_controls
from dashboard.loading import LeftOut, ReportParts
from dashboard.selection import Selection, covers

Node = dict[str, Any]
Action = Literal["place", "report", "back"]

CARDS_AT_MOST = 150
ROWS_AT_MOST = 200
_MATCHES_AT_MOST = 3
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ku", "ckb")


def node(tag: str, *children: Node, text: str = "", cls: str = "", **more: object) -> Node:
    """Make a node; empty parts are left out, for they would be sent with every move of the slider."""
    made: Node = {"t": tag}
    if text:
        made["x"] = show_controls(text)
    if cls:
        made["c"] = cls
    if children:
        made["k"] = list(children)
    return made | {name: value for name, value in more.items() if value}


def button(text: str, action: Action, value: str = "", *, cls: str = "link") -> Node:
    """Make a button that reports an action to the page."""
    return node("button", text=text, cls=cls, a={"do": action, "id": value})


def build_overview(places: pd.DataFrame, counts: pd.DataFrame, left_out: LeftOut) -> list[Node]:
    """Build the panel for no selection: what can be selected, with counts, and what is left out.

    Parameters
    ----------
    places : pandas.DataFrame
        By place_id: name, kind, containers, has_polygon.
    counts : pandas.DataFrame
        By place_id: statements, own, certain.
    left_out : LeftOut
        For the section below.

    Returns
    -------
    list of Node
    """
    listed = places.join(counts, how="inner").sort_values(["statements", "name"], ascending=[False, True])
    points = listed[listed["kind"].isin(("settlement", "site"))]
    regions = listed[(listed["kind"] == "region") & listed["has_polygon"]]
    wider = listed[~listed.index.isin(points.index) & ~listed.index.isin(regions.index) & (listed["own"] > 0)]
    wider = wider.assign(statements=wider["own"]).sort_values("statements", ascending=False)
    nodes = [node("p", text=words.ORIENTATION, cls="orientation")]
    if listed.empty:
        nodes.append(node("p", text=words.NOTHING_IN_WINDOW, cls="empty"))
    for title, rows in ((words.PLACES, points), (words.REGIONS, regions), (words.WIDER, wider)):
        nodes += _list_places(title, rows, places)
    return [*nodes, *build_left_out(left_out)]


def build_place(
    place: pd.Series, containers: Sequence[str], statements: pd.DataFrame, mentions: pd.DataFrame, selection: Selection
) -> list[Node]:
    """Build the panel of a selected place: what is said of it in the window, by day, then what is undated.

    Parameters
    ----------
    place : pandas.Series
        name, kind; its name is the place_id.
    containers : sequence of str
        Names of the regions and the country around it, smallest first.
    statements : pandas.DataFrame
        As `loading.load_statements_of` gives them.
    mentions : pandas.DataFrame
        As `loading.load_mentions_of` gives them.
    selection : Selection
        Window and filters.
    """
    inside = covers(statements, selection)
    if not selection.uncertain:
        inside &= statements["certain"]
    shown = statements[inside]
    undated = statements[statements["event_start"].isna()] if selection.basis == "event" else statements[:0]
    own, within = shown[shown["own"]], shown[~shown["own"]]
    by_statement = dict(iter(mentions.groupby(["report_id", "statement_id"])))
    nodes = [
        button(f"← {words.BACK}", "back", cls="back"),
        node("h2", text=str(place["name"]), cls="place", dir="auto"),
        node("p", text=" · ".join([words.KINDS[place["kind"]], *containers]), cls="meta"),
        node("p", text=words.in_window(len(shown), selection.in_words()), cls="meta count"),
    ]
    if shown.empty:
        nodes.append(node("p", text=words.NOTHING_HERE.format(name=place["name"]), cls="empty"))
    told_apart = place["kind"] in ("region", "country", "area")
    for title, rows in ((words.OWN_STATEMENTS.format(name=place["name"]), own), (words.INSIDE_STATEMENTS, within)):
        if told_apart and len(rows):
            nodes.append(node("h3", text=f"{title} ({len(rows):,})", cls="part"))
        nodes += _build_days(rows, by_statement, str(place.name), own=title != words.INSIDE_STATEMENTS)
    if len(undated):
        nodes.append(node("h3", text=f"{words.UNDATED_GROUP} ({len(undated):,})", cls="part"))
        nodes += _build_cards(undated, by_statement, str(place.name))
    return nodes


def build_left_out(left_out: LeftOut) -> list[Node]:
    """Build the section of what is not on the map, each reason with its count and its list."""
    names = [
        (str(toponym), str(reason), rows)
        for (toponym, reason), rows in left_out.unplaced.groupby(["toponym", "reason"], sort=False)
    ]
    names.sort(key=lambda item: (-len(item[2]), item[0].casefold()))
    unplaced = [
        _left_out_row(toponym, f"{reason} · {words.mentions(len(rows))}", rows.iloc[0])
        for toponym, reason, rows in names[:ROWS_AT_MOST]
    ]
    undated = [
        _left_out_row(row["text"], row["reason"], row) for _, row in left_out.undated.head(ROWS_AT_MOST).iterrows()
    ]
    elsewhen = [
        _left_out_row(row["text"], _say_event(row), row) for _, row in left_out.elsewhen.head(ROWS_AT_MOST).iterrows()
    ]
    return [
        node("h3", text=words.LEFT_OUT, cls="part"),
        _fold("unplaced", words.LEFT_OUT_UNPLACED, len(left_out.unplaced), unplaced, len(names) - len(unplaced)),
        _fold("undated", words.LEFT_OUT_UNDATED, len(left_out.undated), undated),
        _fold("elsewhen", words.LEFT_OUT_ELSEWHEN, len(left_out.elsewhen), elsewhen),
        node("p", node("span", text=words.LEFT_OUT_NO_NAME), _number(left_out.no_name), cls="row plain"),
        node("p", node("span", text=words.LEFT_OUT_NOT_JUDGED), _number(left_out.not_judged), cls="row plain"),
    ]


def build_reader(parts: ReportParts) -> list[Node]:
    """Build a whole report with all its names marked."""
    report = parts.report
    meta = node("p", node("bdi", text=str(report["source"]) or words.SOURCE_UNKNOWN), cls="meta")
    if pd.notna(report["published_on"]):
        meta["k"].append(node("span", text=f" · {words.day(report['published_on'].date())}"))
    if report["url"]:
        meta["k"].append(node("a", text=words.READ_AT_SOURCE, href=str(report["url"])))
    marks = [_mark(mention, "") for _, mention in parts.mentions.iterrows()]
    body = node("p", *cut_runs(str(report["text"]), 0, marks), cls="text whole", dir=_direction(report["language"]))
    return [
        node("h2", text=str(report["title"]) or words.NO_TITLE, cls="place", dir="auto"),
        meta,
        body,
        node("p", text=words.READER_LEGEND, cls="meta"),
    ]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report to be marked: offsets into the report, a class of the style sheet, a note."""

    start: int
    end: int
    cls: str
    note: str


def cut_runs(text: str, offset: int, marks: Iterable[Mark]) -> list[Node]:
    """Cut a text into marked and unmarked runs that together are the text again.

    Parameters
    ----------
    text : str
        A statement's or a report's.
    offset : int
        Where it begins in the report.
    marks : iterable of Mark
        With offsets into the report; those that overlap an earlier one or leave the text are passed over.
    """
    runs: list[Node] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        start, end = mark.start - offset, mark.end - offset
        if start < at or end > len(text) or start >= end:
            continue
        if start > at:
            runs.append(node("span", text=text[at:start]))
        runs.append(node("mark", text=text[start:end], cls=mark.cls, title=mark.note))
        at = end
    if at < len(text):
        runs.append(node("span", text=text[at:]))
    return runs


def say_match(mention: pd.Series) -> str:
    """Say how a name went to its place: "Abu-Kemal → Al-Bukamal, alias"."""
    method = words.METHODS.get(str(mention["method"]), str(mention["method"]))
    return words.MATCHED.format(toponym=mention["toponym"], name=mention["place_name"], method=method)


def build_match(mention: pd.Series) -> Node:
    """Build what `say_match` says with both names isolated, for an Arabic one would turn the arrow round."""
    method = words.METHODS.get(str(mention["method"]), str(mention["method"]))
    return node(
        "span",
        node("bdi", text=str(mention["toponym"])),
        node("span", text=" → "),
        node("bdi", text=str(mention["place_name"])),
        node("span", text=f", {method}"),
        cls="match",
    )


def _list_places(title: str, rows: pd.DataFrame, places: pd.DataFrame) -> Iterator[Node]:
    if rows.empty:
        return
    yield node("h3", node("span", text=title), _number(len(rows)), cls="part")
    items = []
    for place_id, row in rows.head(ROWS_AT_MOST).iterrows():
        around = _name_around(row["containers"], places)
        name = node("span", node("bdi", text=str(row["name"])), node("small", text=around), cls="who")
        cls = "row" if row["certain"] else "row uncertain"
        items.append(node("li", node("button", name, _number(row["statements"]), cls=cls, a=_to_place(place_id))))
    yield node("ul", *items, cls="places")
    if len(rows) > ROWS_AT_MOST:
        yield node("p", text=words.MORE.format(n=len(rows) - ROWS_AT_MOST), cls="meta")


def _name_around(containers: Sequence[str], places: pd.DataFrame) -> str:
    # The first division tells a reader more than a district he has never heard of.
    known = [container for container in containers if container in places.index]
    firsts = [container for container in known if places["feature_code"][container] == "ADM1"]
    return str(places["name"][(firsts or known)[0]]) if known else ""


def _to_place(place_id: object) -> dict[str, str]:
    return {"do": "place", "id": str(place_id)}


def _build_days(rows: pd.DataFrame, mentions: dict[Any, pd.DataFrame], place_id: str, *, own: bool) -> Iterator[Node]:
    cards = [row for _, row in rows.head(CARDS_AT_MOST).iterrows()]
    for when, group in groupby(cards, key=_say_when):
        yield node("h4", text=when, cls="day")
        for row in group:
            yield _build_card(row, mentions.get((row["report_id"], row["statement_id"])), place_id, own=own)
    if len(rows) > CARDS_AT_MOST:
        yield node("p", text=words.MORE.format(n=len(rows) - CARDS_AT_MOST), cls="meta")


def _build_cards(rows: pd.DataFrame, mentions: dict[Any, pd.DataFrame], place_id: str) -> Iterator[Node]:
    for _, row in rows.head(CARDS_AT_MOST).iterrows():
        yield _build_card(row, mentions.get((row["report_id"], row["statement_id"])), place_id, own=bool(row["own"]))


def _build_card(row: pd.Series, mentions: pd.DataFrame | None, place_id: str, *, own: bool) -> Node:
    named = [] if mentions is None else [mention for _, mention in mentions.iterrows()]
    literal = [mention for mention in named if pd.notna(mention["place_id"]) and mention["use"] == "literal"]
    here = [mention for mention in literal if not own or mention["place_id"] == place_id]
    matches = {say_match(mention): build_match(mention) for mention in here}
    how = list(matches.values())[:_MATCHES_AT_MOST]
    if not row["certain"]:
        how.append(node("span", text=words.PLACEMENT_UNCERTAIN, cls="match"))
    source = str(row["source"]) or words.SOURCE_UNKNOWN
    speaker = str(row["speaker"])
    who = [node("bdi", text=source)]
    if speaker:
        who = [node("bdi", text=f"{speaker[:1].upper()}{speaker[1:]}"), node("span", text=" · "), *who]
    marks = [_mark(mention, place_id if own else "") for mention in named]
    return node(
        "article",
        node("p", *cut_runs(str(row["text"]), int(row["start"]), marks), cls="text", dir=_direction(row["language"])),
        node("p", *who, cls="who"),
        node(
            "p",
            node("span", *how, cls="how"),
            button(words.WHOLE_REPORT, "report", str(row["report_id"])),
            cls="foot",
        ),
        cls="card",
    )


def _mark(mention: pd.Series, place_id: str) -> Mark:
    start, end = int(mention["start"]), int(mention["end"])
    if pd.isna(mention["place_id"]):
        return Mark(start, end, "unplaced", str(mention["reason"]))
    is_here = mention["use"] == "literal" and place_id in ("", mention["place_id"])
    return Mark(start, end, "here" if is_here else "other", f"{say_match(mention)} · {mention['reason']}")


def _say_when(row: pd.Series) -> str:
    if pd.isna(row["event_start"]):
        published: date = row["published_on"].date()
        return words.event_date(published, published, "day", "publication")
    return _say_event(row)


def _say_event(row: pd.Series) -> str:
    start, end = row["event_start"].date(), row["event_end"].date()
    return words.event_date(start, end, str(row["date_precision"]), str(row.get("date_basis", "")))


def _left_out_row(text: str, reason: str, row: pd.Series) -> Node:
    return node(
        "li",
        node("span", node("bdi", text=text), node("small", text=reason), cls="who"),
        button(words.WHOLE_REPORT, "report", str(row["report_id"])),
        cls="row plain",
    )


def _fold(key: str, title: str, n: int, rows: list[Node], more: int | None = None) -> Node:
    if not n:
        return node("p", node("span", text=title), _number(0), cls="row plain")
    more = n - len(rows) if more is None else more
    rest = [node("li", text=words.MORE.format(n=more), cls="meta")] if more else []
    head = node("summary", node("span", text=title), _number(n), cls="row")
    return node("details", head, node("ul", *rows, *rest, cls="places"), key=key)


def _number(n: int) -> Node:
    return node("span", text=f"{n:,}", cls="n")


def _direction(language: object) -> str:
    return "rtl" if str(language) in _RIGHT_TO_LEFT else "auto"
