"""The offer to show more of a list that is cut."""

from dashboard import words
from dashboard.choices import CARDS, CARDS_AT_MOST
from dashboard.contract import Node
from dashboard.nodes.nodes import button, node


def offer_more(key: str, shown: int, total: int) -> list[Node]:
    """Offer to show more of a list that is cut; of cards that are too many even so, tell it.

    Parameters
    ----------
    key : str
        The list's name, one of `LISTS`.
    shown : int
        How many rows are shown.
    total : int
        How many rows there are.
    """
    if shown >= total:
        return []
    if key in CARDS and shown >= CARDS_AT_MOST:
        return [node("p", text=words.MORE.format(n=total - shown), cls="meta")]
    return [button(words.SHOW_MORE.format(n=f"{total - shown:,}"), "more", key, cls="link more")]
