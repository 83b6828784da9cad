"""The statement panel as a tree of plain nodes; no Streamlit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pandas as pd

from dashboard import phrases, words
from dashboard.builds import Context
from dashboard.choices import Selection
from dashboard.contract import Node
from dashboard.evidence.cards import Setting, build_card, build_legend, group_mentions, say_when
from dashboard.evidence.history import DayClaim, tell_history
from dashboard.evidence.loading import About, Part
from dashboard.nodes import button, node, number, offer_more, walk


@dataclass(frozen=True)
class Dossier:
    """What is known of a selected place.

    Attributes
    ----------
    place : pandas.Series
        name, kind; its name is the place_id.
    containers : sequence of str
        Names of the regions and the country around it, smallest first.
    about : About
        What is said about it.
    claims : sequence of DayClaim
        Its history.
    contexts : mapping of str to Context
        By statement_id, of those whose surroundings are shown.
    is_whole : bool
        Whether the history is that of all time, and not of the window alone.
    is_filtered : bool
        Whether something is said that is not shown by choice.
    """

    place: pd.Series
    containers: Sequence[str]
    about: About
    claims: Sequence[DayClaim] = ()
    contexts: dict[str, Context] = field(default_factory=dict)
    is_whole: bool = True
    is_filtered: bool = False


def build_place(dossier: Dossier, selection: Selection) -> list[Node]:
    """Build the panel of a selected place: its history, what is said in the window by day, then what is undated."""
    place, about = dossier.place, dossier.about
    setting = Setting(group_mentions(about.mentions), str(place.name), dossier.contexts, selection.statement_id)
    total = about.own.total + about.inside.total
    nodes = [*_build_head(dossier, total, selection), *_build_history(dossier)]
    read = {*about.own.rows["statement_id"], *about.inside.rows["statement_id"]}
    if selection.statement_id and selection.statement_id not in read:
        nodes.append(node("p", text=words.STATEMENT_HIDDEN, cls="notice"))
    if not total:
        nothing = words.NOTHING_HERE_PASSES if dossier.is_filtered else words.NOTHING_HERE
        nodes.append(node("p", text=nothing.format(name=place["name"]), cls="empty"))
    nodes += _build_parts(dossier, setting)
    if about.undated.total:
        rows = about.undated.rows
        nodes.append(node("h3", text=f"{words.UNDATED_GROUP} ({about.undated.total:,})", cls="part"))
        nodes += [build_card(row, setting, own=bool(row["own"])) for row in rows.to_dict("records")]
        nodes += offer_more("undated here", len(rows), about.undated.total)
    return [*nodes, build_legend()] if total + about.undated.total else nodes


def build_found(
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    contexts: Mapping[str, Context],
    selection: Selection,
    total: int,
) -> list[Node]:
    """Build the statements that filters let through, by day; `total` is how many there are, listed or not.

    Parameters
    ----------
    statements : pandas.DataFrame
        Rows of the statements.
    mentions : pandas.DataFrame
        Rows of the mentions of these statements.
    contexts : mapping of str to Context
        By statement_id, what stands around the statements whose surroundings are shown.
    selection : Selection
        What the viewer has chosen.
    total : int
        How many statements there are, listed or not.
    """
    if not total:
        return []
    head = node("h3", node("span", text=words.FOUND), number(total), cls="part")
    order = words.OLDEST_FIRST if selection.newest_first else words.NEWEST_FIRST
    sort = [button(order, "order", "oldest" if selection.newest_first else "newest")] if total > 1 else []
    return [head, *sort, *build_listed("found", statements, mentions, contexts, total)]


def build_listed(
    key: str, statements: pd.DataFrame, mentions: pd.DataFrame, contexts: Mapping[str, Context], total: int
) -> list[Node]:
    """Build statements about any places by day, and offer the rest of `total`.

    Parameters
    ----------
    key : str
        The list's name.
    statements : pandas.DataFrame
        Rows of the statements.
    mentions : pandas.DataFrame
        Rows of the mentions of these statements.
    contexts : mapping of str to Context
        By statement_id, what stands around the statements whose surroundings are shown.
    total : int
        How many statements there are, listed or not.
    """
    setting = Setting(group_mentions(mentions), "", contexts)
    return [*build_days(statements, setting, own=True), *offer_more(key, len(statements), total)]


def list_reports(nodes: Sequence[Node]) -> list[str]:
    """List the reports of the cards in a panel, each once, in its order."""
    parts = [part for card in nodes if card["t"] == "article" for part in walk(card)]
    return list(dict.fromkeys(part["a"]["id"] for part in parts if part.get("a", {}).get("do") == "report"))


def _build_head(dossier: Dossier, n: int, selection: Selection) -> list[Node]:
    place = dossier.place
    order = words.NEWEST_FIRST if not selection.newest_first else words.OLDEST_FIRST
    count = node("p", node("span", text=phrases.in_window(n, selection.in_words())), cls="meta count")
    if n > 1:
        count["k"].append(button(order, "order", "oldest" if selection.newest_first else "newest"))
    return [
        button(f"← {words.BACK}", "back", cls="back"),
        node("h2", text=str(place["name"]), cls="place", dir="auto"),
        node("p", text=" · ".join([words.KINDS[place["kind"]], *dossier.containers]), cls="meta"),
        count,
    ]


def _build_history(dossier: Dossier) -> list[Node]:
    told = tell_history(dossier.claims)
    if not told:
        return []
    nodes = [node("span", text=f"{words.CLAIMED if dossier.is_whole else words.CLAIMED_IN_WINDOW} ")]
    for at, part in enumerate(told):
        said = words.CLAIM_SHOW.format(day=phrases.day(part.day))
        nodes += [node("span", text=" — ")] if at else []
        # A day stays with what was claimed on it.
        nodes.append(button(part.words.replace(" ", "\u00a0"), "statement", part.statement_id, title=said))
    return [node("p", *nodes, cls="history")]


def _build_parts(dossier: Dossier, setting: Setting) -> Iterator[Node]:
    place = dossier.place
    told_apart = place["kind"] in ("region", "country", "area")
    parts: tuple[tuple[str, str, Part], ...] = (
        ("own", words.OWN_STATEMENTS.format(name=place["name"]), dossier.about.own),
        ("inside", words.INSIDE_STATEMENTS, dossier.about.inside),
    )
    for key, title, part in parts:
        if told_apart and part.total:
            yield node("h3", text=f"{title} ({part.total:,})", cls="part")
        yield from build_days(part.rows, setting, own=key == "own")
        yield from offer_more(key, len(part.rows), part.total)


def build_days(rows: pd.DataFrame, setting: Setting, *, own: bool) -> Iterator[Node]:
    """Build cards under the day of their event, in the order given.

    Parameters
    ----------
    rows : pandas.DataFrame
        Statements, in order of their days.
    setting : Setting
        What cards are made with.
    own : bool
        Whether the statements name the selected place itself.
    """
    for when, group in groupby(rows.to_dict("records"), key=say_when):
        yield node("h4", text=when, cls="day")
        for row in group:
            yield build_card(row, setting, own=own)
