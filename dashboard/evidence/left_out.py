"""What the map does not show and why: sorted out of the masks of the filters, and built as a list; no Streamlit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import phrases, words
from dashboard.choices import LeftOutPart, Selection
from dashboard.evidence.reasons import say_reason
from dashboard.nodes import Node, action, button, node, number, offer_more

_TITLES: Mapping[LeftOutPart, str] = {
    "hidden": words.LEFT_OUT_HIDDEN,
    "undated": words.LEFT_OUT_UNDATED,
    "unplaced": words.LEFT_OUT_UNPLACED,
    "names": words.LEFT_OUT_NAMES,
    "elsewhen": words.LEFT_OUT_ELSEWHEN,
}


@dataclass(frozen=True, slots=True)
class LeftOutCounts:
    """How much the map does not show, by reason.

    Attributes
    ----------
    parts : mapping of str to int
        Statements of each part, of "names" the names; a part that does not apply is missing.
    no_name, not_judged : int or None
        Statements in the window judged without finding a name; segments not judged at all. None where filters are
        on: what is about no place was never filtered.
    """

    parts: Mapping[LeftOutPart, int]
    no_name: int | None = None
    not_judged: int | None = None

    @property
    def first(self) -> LeftOutPart | None:
        """The first part that has something; None where nothing is left out."""
        return next((part for part, n in self.parts.items() if n), None)


def build_rows(counts: LeftOutCounts) -> list[Node]:
    """Build the section that numbers what is left out; each reason leads to its list."""
    rows = [_build_row(part, n) for part, n in counts.parts.items()]
    return [node("h3", text=words.LEFT_OUT, cls="part"), *rows, *_build_plain(counts)]


def build_left_out(
    counts: LeftOutCounts, selection: Selection, listed: Sequence[Node], back: str, *, clears: bool
) -> list[Node]:
    """Build the panel of what is left out, one reason opened.

    Parameters
    ----------
    counts : LeftOutCounts
        How much there is of each.
    selection : Selection
        Which one is opened, and the window.
    listed : sequence of Node
        What the opened one holds.
    back : str
        What the panel shows otherwise.
    clears : bool
        Whether there are filters to be cleared.
    """
    nodes = [
        button(f"← {back}", "left", cls="back"),
        node("h2", text=words.LEFT_OUT, cls="place", name="left-out"),
        node("p", text=selection.in_words(), cls="meta"),
    ]
    for part, n in counts.parts.items():
        if part != selection.left_out:
            nodes.append(_build_row(part, n))
            continue
        nodes.append(_build_row(part, n, is_open=True))
        clear = [button(words.FILTER_CLEAR, "clear")] if clears and part == "hidden" else []
        nodes += [node("p", text=words.LEFT_OUT_WHY[part], cls="meta"), *clear, *listed]
    return [*nodes, *_build_plain(counts)]


def build_names(names: pd.DataFrame, total: int) -> list[Node]:
    """Build the list of names that could not be placed, each with the reason and a report.

    Parameters
    ----------
    names : pandas.DataFrame
        toponym, reason, reason_because, n mentions, report_id of one.
    total : int
        How many names there are, listed or not.
    """
    rows = [
        node(
            "li",
            node(
                "span",
                node("bdi", text=str(name["toponym"])),
                node("small", text=f"{say_reason(name)} · {phrases.mentions(int(name['n']))}"),
                cls="who",
            ),
            button(words.WHOLE_REPORT, "report", str(name["report_id"])),
            cls="row plain",
        )
        for name in names.to_dict("records")
    ]
    return [node("ul", *rows, cls="places"), *offer_more("names", len(rows), total)]


def _build_row(part: LeftOutPart, n: int, *, is_open: bool = False) -> Node:
    said = [node("span", text=_TITLES[part]), number(n)]
    if not n and not is_open:
        return node("p", *said, cls="row plain")
    return node("button", *said, cls="row fold", a=action("left", part), expanded="true" if is_open else "false")


def _build_plain(counts: LeftOutCounts) -> list[Node]:
    told = ((words.LEFT_OUT_NO_NAME, counts.no_name), (words.LEFT_OUT_NOT_JUDGED, counts.not_judged))
    return [node("p", node("span", text=title), number(n), cls="row plain") for title, n in told if n is not None]
