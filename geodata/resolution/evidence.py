"""What speaks for and against a candidate, each piece in points on a log-odds scale and as a reason, and the score.

Nothing here knows a report: `resolve` says what stands around a mention, these functions weigh it.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from geodata.model import Because, Kind, Method, Place, ReasonKind, because
from geodata.names import NameMatch

EARTH_RADIUS_KM = 6371.0088
"""Source: mean radius of WGS 84, Moritz 2000."""

NEIGHBOURS = 6
"""Settled places around a mention that its candidates are measured against."""
NEIGHBOURHOOD_KM = 120.0
"""Distance to the other places of a report at which a candidate is neither likelier nor less likely for it."""
SUBURB_KM = 25.0

ASKED_FITS = 3.0
ASKED_MISSED = -3.0
ASKED_LOOSELY = -1.0
NAME_WITHOUT_FEATURE = -2.5
NAMED_WITH_IT = 6.0
NAMED_ELSEWHERE = -4.0
NAMED_BESIDE = 2.5
NAMED_IN_SENTENCE = 1.5
NAMED_IN_REPORT = 0.7
NEAR_OTHERS = 2.0
NEAR_OTHERS_AT_MOST = 4.0
NEAR_OTHERS_REGION = 2.5
"""At most for a region: how near its middle is to a place is chance."""
FAR_FROM_OTHERS_AT_MOST = -3.0
SAME_REGION = 1.5
NAMED_OFTEN = 0.5
"""Points for each factor of e by which a region is named again."""
SAME_SENSE = 2.5
CONFIRMED = 6.0
POPULATION = 1.8
"""Points for each factor of ten in population, in a gazetteer that knows it: as odds, nearly in proportion."""
TYPICAL_PEOPLE = 20_000
FEWEST_PEOPLE = 300
PROMINENCE: Mapping[str, float] = {"PCL": 6.5, "ADM": 3.8, "CON": 6.0, "RGN": 3.0, "SEA": 3.0}
PROMINENCE_OF_OTHERS = 2.0
"""What stands for population where there is none: countries, divisions, continents, the rest."""
CARRIED_BY_NAME = 1.5
"""Points that a name alike to the letter is worth by itself."""
NEAR_NAME = -1.0
"""Points of a name that is no more than alike, at the likeness `LIKEST_NEAR_NAME`."""
NEAR_NAME_UNLIKENESS = 8.0
"""Points that it loses for each unit of likeness below that."""
LIKEST_NEAR_NAME = 0.95
LEAST_KM = 5.0
"""Distance below which places are simply side by side."""

CLASS_POINTS: Mapping[str, float] = {
    "PCL": 2.0,
    "PPLC": 2.0,
    "PPLA": 1.5,
    "PPLA2": 1.0,
    "PPLA3": 0.7,
    "ADM1": 0.8,
    "ADM2": -1.5,
    "PPLX": -0.7,
    "PPLQ": -1.0,
    "PPLH": -1.0,
    "STM": 0.3,
    "PASS": -1.0,
}
"""Prior points of a class of place, used when nothing else speaks; 0 for the rest."""

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "LK": ("LK", "RSV"),
    "PCL": ("PCL",),
    "DSRT": ("DSRT", "RGN"),
    "VAL": ("VAL", "RGN", "STM"),
    "OILF": ("OILF", "GASF", "PLN"),
    "STM": ("STM", "CNL"),
    "ADM3": ("ADM3", "ADM2", "PPL"),
    **dict.fromkeys(("AIR", "AIRB", "AIRF", "AIRP"), ("AIR", "INSM")),
}
"""Which beginnings of feature codes satisfy a word asking for a kind."""

LOOSE = frozenset("AIR AIRB AIRF AIRP OILF PASS DAM ADM2 ADM3 VAL LK PPLX PRT RSTN BDG PS".split())
"""Kinds that may be named after a settlement ("the Husaybah crossing"): another kind is then no great fault."""

_SPREAD_OUT = frozenset({"country", "river", "area"})
_METHOD_POINTS = {Method.NAME: 0.0, Method.ALIAS: -0.1, Method.SPELLING: -0.6}

Evidence = tuple[float, Because]
"""One reason for or against a candidate: log-odds points, and which reason it is; empty where there is none to tell."""

Scored = tuple[NameMatch, float, Sequence[Evidence]]
"""A candidate with its score, 0 to 1, and the evidence."""


class Standing(NamedTuple):
    """What of a place is the same in every report.

    Attributes
    ----------
    place : Place
        The place.
    kind : Kind
        What it is to the map.
    containers : tuple of str
        The regions that hold it, smallest first.
    prominence : Evidence
        What speaks for it when nothing else does: its class and, where known, how many live there.
    """

    place: Place
    kind: Kind
    containers: tuple[str, ...]
    prominence: Evidence


@lru_cache(maxsize=65_536)
def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance of two points along the great circle (haversine).

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : float
        The points, degrees.

    Returns
    -------
    float
        Kilometres.
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def weigh_name(match: NameMatch, place: Place, asked: str, *, rivals: bool) -> list[Evidence]:
    """Weigh how well the name fits, and whether all of the place's name is there.

    Parameters
    ----------
    match : NameMatch
        How the name matched.
    place : Place
        What it matched.
    asked : str
        Feature code that the words around the mention ask for; empty when none.
    rivals : bool
        Whether other places are candidates too: "Raqqa" is "Raqqa Governorate" only if nothing else is Raqqa.

    Returns
    -------
    list of Evidence
    """
    evidence = [(_name_points(match), match.because)]
    if rivals and not _is_whole(match, place) and not (asked and fits(asked, place.feature_code)):
        evidence.append((NAME_WITHOUT_FEATURE, because(ReasonKind.WHOLE_NAME, name=place.name)))
    return evidence


def weigh_asked(asked: str, place: Place) -> Evidence:
    """Weigh the kind of place that the words around a mention ask for.

    Parameters
    ----------
    asked : str
        Feature code, or its beginning.
    place : Place
        The candidate.

    Returns
    -------
    Evidence
    """
    if fits(asked, place.feature_code):
        return ASKED_FITS, because(ReasonKind.ASKED_FITS, kind=_name_kind(place))
    points = ASKED_LOOSELY if asked in LOOSE else ASKED_MISSED
    return points, because(ReasonKind.ASKED_MISSED, kind=_name_kind(place))


def weigh_prominence(place: Place, *, wary: bool) -> Evidence:
    """Weigh what speaks for a place when nothing else does: its class and, where known, how many live there.

    Parameters
    ----------
    place : Place
        The place.
    wary : bool
        Whether the gazetteer is so large that people count.

    Returns
    -------
    Evidence
    """
    points = _class_points(place.feature_code)
    if not wary:
        return points, ()
    if place.kind == "settlement":
        people = max(place.population, FEWEST_PEOPLE)
        told = because(ReasonKind.POPULATION, people=place.population)
        return points + POPULATION * math.log10(people / TYPICAL_PEOPLE), told
    return points + PROMINENCE.get(place.feature_code[:3], PROMINENCE_OF_OTHERS), ()


def weigh_company(standing: Standing, nearest: Sequence[Place]) -> list[Evidence]:
    """Weigh how far a place is from those settled around the mention, and whether it lies in their province.

    Parameters
    ----------
    standing : Standing
        The candidate.
    nearest : sequence of Place
        Settled places around the mention, the nearest in the text first; some may be the candidate itself.

    Returns
    -------
    list of Evidence
        Empty where distance says nothing: no other place, or a country, a river, a loose stretch of land.
    """
    place = standing.place
    others = [other for other in nearest if other.place_id != place.place_id][:NEIGHBOURS]
    if not others or standing.kind in _SPREAD_OUT:
        return []
    ranked = sorted([(great_circle_km(place.lat, place.lon, other.lat, other.lon), other.name) for other in others])
    nearest_two = [math.log(max(km, LEAST_KM)) for km, _ in ranked[:2]]
    typical_km = math.exp(sum(nearest_two) / len(nearest_two))
    points = NEAR_OTHERS * math.log(NEIGHBOURHOOD_KM / typical_km)
    most = NEAR_OTHERS_REGION if standing.kind == "region" else NEAR_OTHERS_AT_MOST
    points = min(most, max(FAR_FROM_OTHERS_AT_MOST, points))
    evidence = [(points, because(ReasonKind.NEAR_OTHERS, km=round(ranked[0][0]), place=ranked[0][1]))]
    regions = [other.admin1 for other in others if other.admin1]
    if place.admin1 and regions.count(place.admin1) * 2 > len(regions):
        evidence.append((SAME_REGION, because(ReasonKind.SAME_REGION)))
    return evidence


def weigh_suburb(place: Place, town: Place) -> Evidence:
    """Weigh a town named as the one a place is a suburb of: "Es-Salihiya, suburb of Deyr-ez-Zor".

    Parameters
    ----------
    place : Place
        The candidate.
    town : Place
        The town.

    Returns
    -------
    Evidence
    """
    km = great_circle_km(place.lat, place.lon, town.lat, town.lon)
    points = NAMED_ELSEWHERE if km > SUBURB_KM else NAMED_WITH_IT
    return points, because(ReasonKind.SUBURB, km=round(km), place=town.name)


def score_candidates(weighed: Sequence[tuple[NameMatch, Sequence[Evidence]]]) -> list[Scored]:
    """Turn points into scores: the share of a candidate among all, times how far its own evidence carries it.

    Parameters
    ----------
    weighed : sequence of (NameMatch, sequence of Evidence)
        The candidates of one mention; at least one.

    Returns
    -------
    list of (NameMatch, float, sequence of Evidence)
        With scores from 0 to 1, the best first.
    """
    totals = [sum([points for points, _ in evidence]) for _, evidence in weighed]
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    scored = []
    for (match, evidence), total, share in zip(weighed, totals, shares, strict=True):
        carried = 1.0 / (1.0 + math.exp(-(total + CARRIED_BY_NAME)))
        scored.append((match, round(carried * share / whole, 4), evidence))
    return sorted(scored, key=lambda item: (-item[1], item[0].place_id))


def list_reasons(evidence: Sequence[Evidence]) -> Because:
    """List the reasons of the evidence: what has points alone is left out."""
    return tuple([reason for _, told in evidence for reason in told])


def _name_points(match: NameMatch) -> float:
    """Points for the likeness of the names: 0 for the same name, -3 at the lowest likeness accepted."""
    if match.method == Method.NEAR:
        return NEAR_NAME - NEAR_NAME_UNLIKENESS * (LIKEST_NEAR_NAME - match.likeness)
    return _METHOD_POINTS[match.method]


def _is_whole(match: NameMatch, place: Place) -> bool:
    return match.name == place.name or match.name in place.aliases


@lru_cache(maxsize=2048)
def _class_points(feature_code: str) -> float:
    beginnings = [code for code in CLASS_POINTS if feature_code.startswith(code)]
    return CLASS_POINTS[max(beginnings, key=len)] if beginnings else 0.0


def _name_kind(place: Place) -> Because:
    if place.feature_code.startswith("ADM1"):
        return because(ReasonKind.PROVINCE)
    if place.feature_code.startswith("ADM"):
        return because(ReasonKind.DISTRICT)
    return because(ReasonKind(place.kind))


def fits(asked: str, feature_code: str) -> bool:
    """Tell whether a place is of the kind that the text asks for, both as feature codes."""
    return feature_code.startswith(FAMILIES.get(asked, (asked,)))
