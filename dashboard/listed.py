"""How much of each list on the page is shown: its first rows, and more where asked for."""

import sys
from collections.abc import Mapping

from dashboard import words
from dashboard.nodes import Node, button, node

CARDS = ("own", "inside", "undated here", "found", "left out")
LISTS = ("points", "regions", "wider", "names", *CARDS)
"""Whatever is listed, by key; `CARDS` are lists of statements."""

ROWS_AT_FIRST = 50
CARDS_AT_FIRST = 25
UNDATED_AT_FIRST = 5
"""Below the statements of the window stand those without a date: that they are there is what has to be seen at once."""
# So many more each time: 50, 200, 800 ... all of 10,000 places at the fifth.
_MORE_TIMES = 4
# A page with more cards is slow to scroll on a phone.
_CARDS_AT_MOST = 800


def count_rows(listed: Mapping[str, int], key: str) -> int:
    """Tell how many rows of a list are shown: those asked for, else the first."""
    at_first = CARDS_AT_FIRST if key in CARDS else ROWS_AT_FIRST
    return listed.get(key, UNDATED_AT_FIRST if key == "undated here" else at_first)


def show_more(listed: Mapping[str, int], key: str) -> dict[str, int]:
    """Show more rows of a list than before; of one that is not, nothing changes."""
    most = _CARDS_AT_MOST if key in CARDS else sys.maxsize
    return dict(listed) | {key: min(count_rows(listed, key) * _MORE_TIMES, most)} if key in LISTS else dict(listed)


def offer_more(key: str, shown: int, total: int) -> list[Node]:
    """Offer to show more of a list that is cut; of cards that are too many even so, tell it."""
    if shown >= total:
        return []
    if key in CARDS and shown >= _CARDS_AT_MOST:
        return [node("p", text=words.MORE.format(n=total - shown), cls="meta")]
    return [button(words.SHOW_MORE.format(n=f"{total - shown:,}"), "more", key, cls="link more")]
