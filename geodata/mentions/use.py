"""How a place's name is used, and what kind of place the words around it ask for."""

import re
from collections.abc import Sequence

from geodata.languages import context_words as vocabulary
from geodata.mentions.context import alternatives, is_list_gap
from geodata.mentions.spots import Spot
from geodata.model import Mention, Use

_LONGEST_DATELINE = 120
_PLURALS = ("s of", "s", "قرى", "بلدات", "ы", "ов")
_STATING = re.compile(
    rf"(?:\s+(?:has|have|also|had|again|strongly|officially|later)){{0,2}}\s+(?:{alternatives(vocabulary.STATING)})\b"
)
# "Paris and London have called": what both do.
_WITH_ANOTHER = re.compile(r"\s+and\s+[A-Z][\w-]+")
_STATING_RUSSIAN = re.compile(rf"\s+(?:{alternatives(vocabulary.RUSSIAN_STATING)})\b")
_ACTING = re.compile(
    r"(?:,?\s+which)?(?:\s+(?:also|again|later|officially|strongly|only))?\s+(?!(?:is|was|were|lies|lay|fell|remains|"
    r"remained|became|saw|stands|stood|suffered)\b)(?:has|have|had|did|does|will|would|keeps?|kept|[a-z]{2,}(?:ed|s))\b"
)
_DATELINE = re.compile(
    r"\A\s*(?:[\w.:/ ,]{0,24}\n|\d{1,4}(?:[-./]\d{1,4}){2}\s)?([^\W\d_a-z][^\n—–.-]{1,38}?(?:-[^\n—–. ]{1,12}){0,3}"
    r"(?:,\s*[^\n—–.-]{1,24}\.?(?:\s*\d{1,2})?(?:,? \d{4})?)?\s*(?:\([^)\n]{1,24}\)\s*|/[^/\n]{1,24}/\s*)?)"
    r"(?:[—–]|\s-{1,2}\s|\. [—–-])"
)


def find_dateline(text: str) -> int:
    """Find where the dateline ends, such as "DAMASCUS, Nov 9 -"; 0 where there is none."""
    match = _DATELINE.match(text[:_LONGEST_DATELINE])
    return match.end(1) if match else 0


def make_mentions(text: str, spots: Sequence[Spot]) -> list[Mention]:
    """Make mentions of the names found, with how each is used and what kind of place is asked for.

    Parameters
    ----------
    text : str
        The text.
    spots : sequence of Spot
        In order.

    Returns
    -------
    list of Mention
        One for each, in the same order.
    """
    asked = tell_asked(text, spots)
    dateline_end = find_dateline(text)
    return [
        Mention(spot.start, spot.end, spot.surface, tell_use(spot, kind, dateline_end), kind, spot.why)
        for spot, kind in zip(spots, asked, strict=True)
    ]


def tell_use(spot: Spot, asked: str, dateline_end: int) -> Use:
    """Tell how a name is used.

    Parameters
    ----------
    spot : Spot
        The name.
    asked : str
        Feature code that the words around it ask for; empty when none.
    dateline_end : int
        Result of `find_dateline`.

    Returns
    -------
    Use
        "metonym" where a capital or country stands for its government.
    """
    if spot.is_demonym:
        return "demonym"
    if spot.start < dateline_end:
        return "dateline"
    classes = spot.bearers.classes if spot.bearers else frozenset()
    if asked or not classes & {"country", "capital"}:
        return "literal"
    around, text = spot.around, spot.around.text
    if around.addressed or ("capital" in classes and around.talks):
        return "metonym"
    if around.locative:
        return "literal"
    another = _WITH_ANOTHER.match(text, spot.end)
    end = another.end() if another and around.opens_clause else spot.end
    if _STATING.match(text, end) or _STATING_RUSSIAN.match(text, spot.end):
        return "metonym"
    acts = "capital" in classes and around.opens_clause and _ACTING.match(text, end)
    return "metonym" if acts else "literal"


def tell_asked(text: str, spots: Sequence[Spot]) -> list[str]:
    """Tell for each spot the feature code the words around it ask for; members of one list share theirs.

    Parameters
    ----------
    text : str
        The text.
    spots : sequence of Spot
        In order.

    Returns
    -------
    list of str
        Empty where nothing is asked.
    """
    own = [_asked_of(spot) for spot in spots]
    listed = [False] * len(spots)
    for number in range(1, len(spots)):
        gap = spots[number].start - spots[number - 1].end
        listed[number] = 0 <= gap <= 16 and is_list_gap(text[spots[number - 1].end : spots[number].start])
        if listed[number] and own[number - 1][1] and not own[number][0]:
            own[number] = own[number - 1]
    shared = False
    for number in range(len(spots) - 1, 0, -1):
        kind, _ = own[number]
        plural = spots[number].around.asked_after.endswith("s")
        shared = bool(kind and shared) or plural
        shared = shared and listed[number] and not own[number - 1][0]
        if shared:
            own[number - 1] = (kind, False)
    return [kind for kind, _ in own]


def _asked_of(spot: Spot) -> tuple[str, bool]:
    """Tell the feature code asked for, and whether it reaches on to the following members of a list."""
    if after := spot.around.asked_after:
        return vocabulary.FEATURE_AFTER[after], False
    if phrase := spot.around.asked_before:
        return vocabulary.FEATURE_BEFORE[phrase], phrase.endswith(_PLURALS)
    return "", False
