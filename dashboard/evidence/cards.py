"""Statements as cards, and the whole report, as trees of nodes; no Streamlit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dashboard import phrases, words
from dashboard.builds import Context, ReportParts
from dashboard.contract import Node
from dashboard.evidence.reasons import Row, say_basis, say_reason, say_unjudged, stands_for_publication
from dashboard.nodes import Mark, button, cut_runs, node

_MATCHES_AT_MOST = 3
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ku", "ckb")
_WEB = ("http://", "https://")


@dataclass(frozen=True)
class Setting:
    """What cards are made with.

    Attributes
    ----------
    mentions : mapping of str to sequence of Row
        By statement_id, as `group_mentions` gives them.
    place_id : str
        The selected place; empty for none.
    contexts : mapping of str to Context
        By statement_id, of those whose surroundings are shown.
    goal : str
        The statement a link leads to; empty for none.
    """

    mentions: Mapping[str, Sequence[Row]]
    place_id: str = ""
    contexts: Mapping[str, Context] = field(default_factory=dict)
    goal: str = ""


def build_card(row: Row, setting: Setting, *, own: bool) -> Node:
    """Build a statement's card: its words, who says it, how its names were placed.

    Parameters
    ----------
    row : Row
        A statement with `certain`, `url` and `language`.
    setting : Setting
        Names, place, surroundings.
    own : bool
        Whether it names the selected place itself, so that only that name is told.
    """
    statement_id = str(row["statement_id"])
    named = setting.mentions.get(statement_id, ())
    marks = [mark_mention(mention, setting.place_id if own else "", setting.place_id) for mention in named]
    text = node("p", *cut_runs(str(row["text"]), int(row["start"]), marks), cls="text", dir=say_direction(row))
    context = setting.contexts.get(statement_id)
    around = words.HIDE_CONTEXT if context else words.SHOW_CONTEXT
    foot = node(
        "p",
        node("span", *_say_matches(row, named, setting.place_id if own else ""), cls="how"),
        node(
            "span",
            button(around, "context", statement_id, expanded="true" if context else "false"),
            button(words.WHOLE_REPORT, "report", row["report_id"]),
            cls="acts",
        ),
        cls="foot",
    )
    current = "true" if statement_id == setting.goal else ""
    parts = (*_surround(text, context, row), _say_who(row), foot)
    return node("article", *parts, cls="card", name=statement_id, current=current)


def build_reader(parts: ReportParts, listed: Sequence[str] = ()) -> list[Node]:
    """Build a whole report with all its names marked; a placed one leads to its place.

    Parameters
    ----------
    parts : ReportParts
        The report.
    listed : sequence of str
        The reports of the statements listed in the panel, in its order, to go on to from here.
    """
    report = parts.report
    meta = node("p", say_source(report), cls="meta")
    if pd.notna(report["published_on"]):
        meta["k"].append(node("span", text=f" · {phrases.day(report['published_on'].date())}"))
    marks = [mark_mention(mention, "") for mention in parts.mentions.to_dict("records")]
    body = node("p", *cut_runs(str(report["text"]), 0, marks), cls="text whole", dir=say_direction(report))
    return [
        node("h2", text=str(report["title"]) or words.NO_TITLE, cls="place", dir="auto", name="reader"),
        meta,
        *_build_steps(str(report["report_id"]), listed),
        build_legend(),
        body,
    ]


def _build_steps(report_id: str, listed: Sequence[str]) -> list[Node]:
    """Build the buttons to the reports before and after; their keys are those that go from card to card."""
    if report_id not in listed or len(listed) < 2:
        return []
    at = listed.index(report_id)
    steps = [(words.READER_PREVIOUS, at - 1, "k"), (words.READER_NEXT, at + 1, "j")]
    buttons = [button(said, "report", listed[to], key=key) for said, to, key in steps if 0 <= to < len(listed)]
    told = words.READER_PLACE.format(at=at + 1, total=len(listed))
    return [node("p", node("span", text=told), node("span", *buttons, cls="acts"), cls="steps")]


def group_mentions(mentions: pd.DataFrame) -> dict[str, list[Row]]:
    """Group names by the statement they stand in, in their order."""
    grouped: dict[str, list[Row]] = {}
    for mention in mentions.to_dict("records"):
        grouped.setdefault(str(mention["statement_id"]), []).append(mention)
    return grouped


def build_legend() -> Node:
    """Build the line that says what the underlines of names mean."""
    kinds = [
        node("span", node("mark", text=said, cls=cls), cls="kind")
        for cls, said in (
            ("here", words.MARK_PLACED),
            ("here uncertain", words.MARK_UNCERTAIN),
            ("unplaced", words.MARK_UNRESOLVED),
        )
    ]
    return node("p", node("span", text=f"{words.MARKS} "), *kinds, cls="meta legend")


def say_source(row: Row) -> Node:
    """Make the source, a link where its address is one of the web: an address in a report may hold any scheme."""
    source, url = str(row["source"]) or words.SOURCE_UNKNOWN, str(row["url"] or "").strip()
    if url.lower().startswith(_WEB):
        return node("a", node("bdi", text=source), href=url, title=words.READ_AT_SOURCE)
    return node("bdi", text=source)


def mark_mention(mention: Row, place_id: str, selected: str = "") -> Mark:
    """Mark a name by its state; one placed elsewhere than the selected place leads there.

    Parameters
    ----------
    mention : Row
        A row of the mentions.
    place_id : str
        The place.
    selected : str
        place_id of the selected place; empty for none.
    """
    start, end = int(mention["start"]), int(mention["end"])
    if pd.isna(mention["place_id"]):
        return Mark(start, end, "unplaced", say_reason(mention))
    is_here = mention["use"] == "literal" and place_id in ("", mention["place_id"])
    # Only literal names have a placement that could be uncertain.
    doubt = " uncertain" if pd.notna(mention["certain"]) and not mention["certain"] else ""
    on_map = mention["use"] == "literal" and pd.notna(mention["certain"])
    leads = str(mention["place_id"]) if on_map and mention["place_id"] != selected else ""
    note = f"{say_match(mention)} · {say_reason(mention)}"
    return Mark(start, end, ("here" if is_here else "other") + doubt, note, leads)


def say_match(mention: Row) -> str:
    """Say how a name went to its place: "Abu-Kemal → Al-Bukamal, alias"."""
    method = words.METHODS.get(str(mention["method"]), str(mention["method"]))
    return words.MATCHED.format(toponym=mention["toponym"], name=mention["place_name"], method=method)


def build_match(mention: Row) -> Node:
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


def say_when(row: Row) -> str:
    """Say when a statement's event was, of one without a date when it was reported."""
    if pd.isna(row["event_start"]) and pd.isna(row["published_on"]):
        return words.NO_DATE
    if pd.isna(row["event_start"]):
        published: date = row["published_on"].date()
        return phrases.event_date(published, published, "day", is_reported=True)
    return say_event(row)


def say_event(row: Row) -> str:
    """Say when a dated event was."""
    start, end = row["event_start"].date(), row["event_end"].date()
    return phrases.event_date(start, end, str(row["date_precision"]), is_reported=stands_for_publication(row))


def say_direction(row: Row) -> str:
    """Tell the direction a text of a report is written in."""
    return "rtl" if str(row["language"]) in _RIGHT_TO_LEFT else "auto"


def _say_matches(row: Row, named: Sequence[Row], place_id: str) -> list[Node]:
    literal = [mention for mention in named if pd.notna(mention["place_id"]) and mention["use"] == "literal"]
    here = [mention for mention in literal if place_id in ("", mention["place_id"])]
    matches = {say_match(mention): build_match(mention) for mention in here}
    how = list(matches.values())[:_MATCHES_AT_MOST]
    if unjudged := say_unjudged(row):
        how.append(node("span", text=unjudged, cls="match"))
    elif pd.isna(row["event_start"]) and row["date_basis"]:
        how.append(node("span", text=say_basis(row), cls="match"))
    if literal and not row["certain"]:
        how.append(node("span", text=words.PLACEMENT_UNCERTAIN, cls="match"))
    return how


def _say_who(row: Row) -> Node:
    speaker, who = str(row["speaker"] or ""), [say_source(row)]
    if speaker:
        who = [node("bdi", text=f"{speaker[:1].upper()}{speaker[1:]}"), node("span", text=" · "), *who]
    return node("p", *who, cls="who")


def _surround(text: Node, context: Context | None, row: Row) -> list[Node]:
    if context is None:
        return [text]
    before = _build_around(context.before, words.CONTEXT_BEGINS, row)
    return [before, text, _build_around(context.after, words.CONTEXT_ENDS, row)]


def _build_around(said: str, end: str, row: Row) -> Node:
    """Build what the report says there; that it ends there is ours to say, and in our own direction."""
    return node("p", text=said, cls="context", dir=say_direction(row)) if said else node("p", text=end, cls="context")
