"""How a place's name is used, and what kind of place the words around it ask for."""

import re
from collections.abc import Sequence

from geodata.mentions.spots import Spot
from geodata.model import Mention, Use

_LONGEST_DATELINE = 120
_DATELINE = re.compile(
    r"\A\s*(?:[\w.:/ ,]{0,24}\n|\d{1,4}(?:[-./]\d{1,4}){2}\s)?([^\W\d_a-z][^\n—–.-]{1,38}?(?:-[^\n—–. ]{1,12}){0,3}"
    r"(?:,\s*[^\n—–.-]{1,24}\.?(?:\s*\d{1,2})?(?:,? \d{4})?)?\s*(?:\([^)\n]{1,24}\)\s*|/[^/\n]{1,24}/\s*)?)"
    r"(?:[—–]|\s-{1,2}\s|\. [—–-]|(?<=/)\.?\s)"
)
# "DAMASCUS (Agency) The", "BEIRUT: Aid": nothing but capitals tells such a head from a sentence.
_DATELINE_IN_CAPITALS = re.compile(
    r"\A\s*([^\W\d_a-z](?:[^\W\d_a-z]|[ '’.-]){2,38}(?:,\s*[^\n—–.:(]{1,24}\.?(?:\s*\d{1,2})?)?"
    r"\s*(?:\([^)\n]{1,24}\))?)"
    r"(?:(?<=\))\s+(?=[^\W\d_a-z«“\"])|:\s)"
)
_LONGEST_PARTICLE = 3


def find_dateline(text: str) -> int:
    """Find where the dateline ends, such as "DAMASCUS, Nov 9 -"; 0 where there is none."""
    head = text[:_LONGEST_DATELINE]
    match = _DATELINE.match(head)
    # "Troops entered Abu Kamal — the last town" is a sentence.
    if match and not any(
        word.islower() and len(word) > _LONGEST_PARTICLE for word in match[1].partition(",")[0].split()
    ):
        return match.end(1)
    match = _DATELINE_IN_CAPITALS.match(head)
    return match.end(1) if match and match[1].partition("(")[0].partition(",")[0].isupper() else 0


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
    uses: list[Use] = []
    for number, (spot, kind) in enumerate(zip(spots, asked, strict=True)):
        use = tell_use(spot, kind, dateline_end)
        # "The deal between Russia and Turkey": what the one does, the other does.
        if (
            use == "literal"
            and not kind
            and number
            and uses[-1] == "metonym"
            and _goes_with(text, spots[number - 1], spot)
        ):
            use = "metonym"
        uses.append(use)
    return [
        Mention(spot.start, spot.end, spot.surface, use, kind, spot.why, spot.plain)
        for spot, use, kind in zip(spots, uses, asked, strict=True)
    ]


def _goes_with(text: str, one: Spot, other: Spot) -> bool:
    """Tell whether two states stand with "and" between, after a word that both are addressed by."""
    classes = other.bearers.classes if other.bearers else frozenset()
    gap = text[one.end : other.start]
    is_addressed = one.around.addressed or one.around.talks
    return bool(is_addressed and classes & {"country", "capital"}) and "," not in gap and _are_listed(text, one, other)


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
    if around.vocabulary.compounds.match(text, spot.end):
        return "metonym"
    if around.addressed or ("capital" in classes and around.talks):
        return "metonym"
    if around.locative:
        return "literal"
    vocabulary = around.vocabulary
    another = vocabulary.with_another.match(text, spot.end)  # "Paris and London have called": what both do
    end = another.end() if another and another[1].isupper() and around.opens_clause else spot.end
    if vocabulary.states.match(text, end):
        return "metonym"
    acts = "capital" in classes and around.opens_clause and vocabulary.acts.match(text, end)
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
        listed[number] = 0 <= gap <= 16 and _are_listed(text, spots[number - 1], spots[number])
        if listed[number] and own[number - 1][1] and not own[number][0]:
            own[number] = own[number - 1]
    shared = False
    for number in range(len(spots) - 1, 0, -1):
        kind, _ = own[number]
        after = spots[number].around.asked_after
        plural = bool(after) and spots[number].around.vocabulary.is_plural(after)
        shared = bool(kind and shared) or plural
        shared = shared and listed[number] and not own[number - 1][0]
        if shared:
            own[number - 1] = (kind, False)
    return [kind for kind, _ in own]


def _asked_of(spot: Spot) -> tuple[str, bool]:
    """Tell the feature code asked for, and whether it reaches on to the following members of a list."""
    around = spot.around
    if spot.implied:
        return spot.implied, False
    if after := around.asked_after:
        return around.vocabulary.kinds_after[after], False
    if phrase := around.asked_before:
        return around.vocabulary.kinds_before[phrase], around.vocabulary.is_plural(phrase)
    return "", False


def _are_listed(text: str, one: Spot, other: Spot) -> bool:
    return one.around.vocabulary.is_list_gap(text[one.end : other.start])
