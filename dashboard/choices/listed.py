"""How much of each list on the page is shown: its first rows, and more where asked for."""

import sys
from collections.abc import Mapping

CARDS = ("own", "inside", "undated here", "found", "left out")
LISTS = ("points", "regions", "wider", "names", *CARDS)
"""Whatever is listed, by key; `CARDS` are lists of statements."""

ROWS_AT_FIRST = 50
CARDS_AT_FIRST = 25
UNDATED_AT_FIRST = 5
"""Undated statements stand below those of the window: a reader has to see at once that there are some, not each."""
# So many more each time: 50, 200, 800 ... all of 10,000 places at the fifth.
_MORE_TIMES = 4
# A page with more cards is slow to scroll on a phone.
CARDS_AT_MOST = 800


def count_rows(listed: Mapping[str, int], key: str) -> int:
    """Tell how many rows of a list are shown: those asked for, else the first."""
    at_first = CARDS_AT_FIRST if key in CARDS else ROWS_AT_FIRST
    return listed.get(key, UNDATED_AT_FIRST if key == "undated here" else at_first)


def show_more(listed: Mapping[str, int], key: str) -> dict[str, int]:
    """Show more rows of a list than before; a key that is no list's changes nothing."""
    most = CARDS_AT_MOST if key in CARDS else sys.maxsize
    return dict(listed) | {key: min(count_rows(listed, key) * _MORE_TIMES, most)} if key in LISTS else dict(listed)
