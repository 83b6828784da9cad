"""Candidates that are one place: a town, its doubles close by, and the divisions named after it around it.

They bear one name because they are one place told at several sizes, so none of them is a rival of the others: their
shares are added, and the one that the words ask for is drawn.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from geodata.model import ReasonKind, because
from geodata.resolution.evidence import CLASS_POINTS, Evidence, Scored, Standing, great_circle_km

SAME_TOWN_KM = 5.0
"""Rows of the same name nearer to each other are the same town: lists joined out of several have it twice."""

SEAT_KM: Mapping[str, float] = {"ADM1": 200.0, "ADM2": 60.0}
"""How far from the middle of a division its town may lie, where the gazetteer does not say that it lies in it."""
SEAT_KM_OF_OTHERS = 40.0

SEATS: Mapping[str, str] = {"ADM1": "PPLA", "ADM2": "PPLA2", "ADM3": "PPLA3"}
"""What the seat of a division is."""

_LEVEL = 4
"""Letters of a feature code that tell the level of a division: "ADM1"."""

REGION_LEADS = 1.0
"""Points by which a division must have more for it than its town to be drawn: the words ask for one."""


def group_same(standings: Sequence[Standing]) -> list[int]:
    """Tell which candidates of one name are one place.

    Parameters
    ----------
    standings : sequence of Standing
        The candidates, the likeliest first.

    Returns
    -------
    list of int
        For each the index of the first of its group: its own where it stands alone, or is the first.
    """
    groups = list(range(len(standings)))
    for number, standing in enumerate(standings):
        if standing.kind not in ("settlement", "region"):
            continue
        for earlier in range(number):
            if groups[earlier] == earlier and _are_one(standings[earlier], standing):
                groups[number] = earlier
                break
    return groups


def _are_one(one: Standing, other: Standing) -> bool:
    if one.kind not in ("settlement", "region") or one.place.country_code != other.place.country_code:
        return False
    km = great_circle_km(one.place.lat, one.place.lon, other.place.lat, other.place.lon)
    if one.kind == other.kind == "settlement":
        return km <= SAME_TOWN_KM
    for region, inside in ((one, other), (other, one)):
        if region.kind == "region":
            limit = SEAT_KM.get(region.place.feature_code[:_LEVEL], SEAT_KM_OF_OTHERS)
            if region.place.place_id in inside.containers or (km <= limit and not _is_outside(inside, region)):
                return True
    return False


def _is_outside(inside: Standing, region: Standing) -> bool:
    """Tell whether the gazetteer puts a place into another division of the size of a region."""
    level = region.place.feature_code
    of_level = {"ADM1": inside.place.admin1, "ADM2": inside.place.admin2}.get(level[:_LEVEL], "")
    return bool(of_level) and of_level != region.place.place_id and inside.place.feature_code[:_LEVEL] != level[:_LEVEL]


def weigh_seat(town: Standing, divisions: Iterable[Standing]) -> float:
    """Weigh a town by the largest division named after it: its seat, though the gazetteer may not say so.

    Parameters
    ----------
    town : Standing
        A settlement.
    divisions : iterable of Standing
        Those that bear its name.

    Returns
    -------
    float
        Points, as those of a seat that the gazetteer knows; 0 where none is around the town.
    """
    around = [one.place.feature_code for one in divisions if one.kind == "region" and _are_one(town, one)]
    return max((CLASS_POINTS[SEATS[code[:_LEVEL]]] for code in around if code[:_LEVEL] in SEATS), default=0.0)


def join_same(scored: Sequence[Scored], stand: Callable[[str], Standing]) -> list[tuple[Scored, tuple[str, ...]]]:
    """Put the candidates that are one place together.

    Parameters
    ----------
    scored : sequence of Scored
        The candidates of one mention, the best first.
    stand : callable
        Gives what of a place is the same in every report, by its `place_id`.

    Returns
    -------
    list of (Scored, tuple of str)
        One of each group, with the score of all of it, the best first; and the `place_id` of the others.
    """
    if len(scored) == 1:
        return [(scored[0], ())]
    groups: dict[int, list[Scored]] = {}
    for first, one in zip(group_same([stand(one[0].place_id) for one in scored]), scored, strict=True):
        groups.setdefault(first, []).append(one)
    joined = [_join(members, stand) for members in groups.values()]
    return sorted(joined, key=lambda item: (-item[0][1], item[0][0].place_id))


def _join(members: Sequence[Scored], stand: Callable[[str], Standing]) -> tuple[Scored, tuple[str, ...]]:
    if len(members) == 1:
        return members[0], ()
    match, _, evidence = drawn = max(members, key=lambda one: _rank(one, stand(one[0].place_id)))
    others = tuple(one[0].place_id for one in members if one is not drawn)
    told: Evidence = 0.0, because(ReasonKind.ONE_PLACE, n=len(others), name=stand(match.place_id).place.name)
    score = min(1.0, round(sum(score for _, score, _ in members), 4))
    return (match, score, [*evidence, told]), others


def _rank(one: Scored, standing: Standing) -> tuple[float, float]:
    """Rank by what the words around say; a division needs more than its town, of two towns the likelier is drawn."""
    _, score, evidence = one
    said = sum(points for points, told in evidence if told and told[0].kind not in _NOT_SAID)
    return said - REGION_LEADS * (standing.kind == "region"), score


_NOT_SAID = frozenset({ReasonKind.POPULATION, ReasonKind.NEAR_OTHERS, ReasonKind.SAME_REGION})
"""What a candidate has by where it lies and how large it is, not by a word of the text; its class has no reason."""
