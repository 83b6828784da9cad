"""How alike two names are, worked out name by name: the oracle of the index, and of what it is measured by."""

import math
from itertools import product

from rapidfuzz.distance import Levenshtein

from geodata.languages import plain
from geodata.names import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT, LIKENESS, fold
from geodata.names.spelling import bones, short_name_loss, sounds, variants

# Between these numbers of places the likeness needed grows with the logarithm; never beyond what a near name can have.
_FEW_PLACES, _MANY_PLACES = 300, 12_000
_NEEDED_AT_MOST = 0.95


def skeleton(name: str) -> str:
    """Reduce a name to the classes of its consonants.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    str
        One capital or digit for each consonant; empty for a name of vowels alone.

    Examples
    --------
    >>> skeleton("Deir ez-Zor"), skeleton("Dayr az Zawr"), skeleton("دير الزور")
    ('DRZR', 'DRZR', 'DRZR')
    """
    return bones(sounds(fold(name)))


def likeness(first: str, second: str) -> float:
    """Measure how alike two names are, whatever their scripts.

    Parameters
    ----------
    first, second : str
        Names.

    Returns
    -------
    float
        From 0 (nothing in common) to 1 (equal but for capitals, marks, hyphens, spaces).
    """
    if plain(first) == plain(second):
        return LIKENESS["name"]
    if fold(first) == fold(second):
        return LIKENESS["spelling"]
    one, other = ([(sounds(folded), weight) for folded, weight in variants(name).items()] for name in (first, second))
    alike = max(Levenshtein.normalized_similarity(a, b) * here * there for (a, here), (b, there) in product(one, other))
    return min(LIKENESS["near"], max(0.0, alike - short_name_loss(min(one[0][0], other[0][0], key=len))))


def needed_likeness(places: int) -> float:
    """Tell how alike a near name must be to be taken, with nothing but the number of places to choose from.

    Parameters
    ----------
    places : int
        Size of `among`, or of the gazetteer; among more places more are alike by chance.

    Returns
    -------
    float
        From `ACCEPT_NEAR_IN_CONTEXT` for a district or governorate over `ACCEPT_NEAR` for a country of villages
        to 0.95 for the world.
    """
    share = math.log(max(places, _FEW_PLACES) / _FEW_PLACES) / math.log(_MANY_PLACES / _FEW_PLACES)
    return min(_NEEDED_AT_MOST, ACCEPT_NEAR_IN_CONTEXT + share * (ACCEPT_NEAR - ACCEPT_NEAR_IN_CONTEXT))
