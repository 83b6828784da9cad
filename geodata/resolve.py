"""Mention + context -> place and score, or unresolved and why.

The candidates of a name are weighed by evidence, each piece in points on a log-odds scale and in words:
how the name matched, what kind of place the words ask for, the region named beside it, the places the report
has settled already, the sense the report gave the name before, and the class of the place last. Nothing is
guessed: a choice that the evidence does not carry stays unresolved, with its candidates.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.demonyms import read_demonyms
from geodata.gazetteer import Gazetteer
from geodata.model import Candidate, Mention, Place, PlacedMention, Resolution
from geodata.name_index import ACCEPT_NEAR, NameMatch
from geodata.names import fold

ACCEPT = 0.5
"""Score below which a mention stays unresolved."""

CERTAIN = 0.7
"""Score from which a placement is drawn as certain."""

ACCEPT_NEAR_IN_COMPANY = 0.7
"""Likeness enough for a spelling in company: a place of a governorate the report is about."""

EARTH_RADIUS_KM = 6371.0088
"""Source: mean radius of WGS 84, Moritz 2000."""

MOST_CANDIDATES = 12
NEIGHBOURHOOD_KM = 120.0
"""Distance to the other places of a report at which a candidate is neither likelier nor less likely for it."""

ASKED_FITS = 3.0
ASKED_MISSED = -3.0
ASKED_LOOSELY = -1.0
NAME_WITHOUT_FEATURE = -2.5
NAMED_WITH_IT = 6.0
NAMED_BESIDE = 2.5
NAMED_IN_SENTENCE = 1.5
NAMED_IN_REPORT = 0.7
NEAR_OTHERS = 2.0
NEAR_OTHERS_AT_MOST = 4.0
FAR_FROM_OTHERS_AT_MOST = -3.0
SAME_REGION = 1.5
SAME_SENSE = 2.5
CARRIED_BY_NAME = 1.5
"""Points that a name alike to the letter is worth by itself."""

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
    "AIR": ("AIR", "INSM"),
    "LK": ("LK", "RSV"),
    "PCL": ("PCL",),
    "DSRT": ("DSRT", "RGN"),
    "VAL": ("VAL", "RGN", "STM"),
    "OILF": ("OILF", "GASF", "PLN"),
    "STM": ("STM", "CNL"),
    "ADM3": ("ADM3", "ADM2", "PPL"),
}
"""Which beginnings of feature codes satisfy a word asking for a kind."""

LOOSE = frozenset({"AIR", "OILF", "PASS", "DAM", "ADM2", "ADM3", "VAL", "LK", "PPLX"})
"""Kinds that may be named after a settlement ("the Husaybah crossing"): another kind is then no great fault."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a candidate: log-odds points, and words."""

    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A settled place of the report: where in the text, and where on the globe."""

    start: int
    place: Place


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance of two points in kilometres along the great circle (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def resolve(mentions: Sequence[Mention], text: str, gazetteer: Gazetteer) -> list[PlacedMention]:
    """Join the mentions of one report to places.

    Parameters
    ----------
    mentions : sequence of Mention
        In the order of the text.
    text : str
        The report's text.
    gazetteer : Gazetteer
        The places.

    Returns
    -------
    list of PlacedMention
        One for each mention, in the same order.
    """
    return _Report(mentions, text, gazetteer).resolve()


class _Report:
    """The resolving of one report: what is settled so far helps what is not."""

    def __init__(self, mentions: Sequence[Mention], text: str, gazetteer: Gazetteer) -> None:
        self._mentions = mentions
        self._text = text
        self._gazetteer = gazetteer
        self._settled: dict[int, Resolution] = {}
        self._anchors: list[Anchor] = []
        self._senses: dict[str, str] = {}
        self._regions: dict[str, int] = {}

    def resolve(self) -> list[PlacedMention]:
        exact = {number: self._match_exactly(mention) for number, mention in enumerate(self._mentions)}
        for number, mention in enumerate(self._mentions):
            if mention.use == "demonym":
                self._keep(number, self._resolve_demonym(mention))
                exact[number] = []
        self._settle({n: found for n, found in exact.items() if len(found) == 1}, firm=True)
        self._settle({n: found for n, found in exact.items() if len(found) > 1}, firm=True)
        self._settle({n: found for n, found in exact.items() if found}, firm=False)
        for number, mention in enumerate(self._mentions):
            if not exact[number] and mention.use != "demonym":
                self._keep(number, self._choose(mention, self._match_nearly(mention)))
        return [PlacedMention(m, self._settled[number]) for number, m in enumerate(self._mentions)]

    def _resolve_demonym(self, mention: Mention) -> Resolution:
        code = read_demonyms().get(mention.toponym, "")
        country = self._gazetteer.country_ids.get(code)
        if country is None:
            return Resolution(None, "", 0.0, "unresolved", "The country of this people is not in the gazetteer.")
        reason = f"the people of {self._gazetteer.places[country].name}"
        return Resolution(country, mention.toponym, 0.99, "alias", reason, (Candidate(country, 0.99, reason),))

    def _settle(self, matches: Mapping[int, Sequence[NameMatch]], *, firm: bool) -> None:
        for number, found in matches.items():
            if number in self._settled and self._settled[number].place_id:
                continue
            resolution = self._choose(self._mentions[number], found)
            if not firm or resolution.score >= CERTAIN:
                self._keep(number, resolution)

    def _keep(self, number: int, resolution: Resolution) -> None:
        self._settled[number] = resolution
        if resolution.place_id is None:
            return
        place, mention = self._gazetteer.places[resolution.place_id], self._mentions[number]
        self._senses[_sense_key(mention)] = place.place_id
        if place.kind in ("region", "country"):
            self._regions.setdefault(place.place_id, mention.start)
        elif mention.use == "literal" and place.kind in ("settlement", "site") and place.feature_code != "PPLC":
            self._anchors.append(Anchor(mention.start, place))

    def _match_exactly(self, mention: Mention) -> list[NameMatch]:
        found = self._gazetteer.index.look_up(mention.toponym, limit=MOST_CANDIDATES * 2)
        return [match for match in found if match.method != "near"]

    def _match_nearly(self, mention: Mention) -> list[NameMatch]:
        index = self._gazetteer.index
        found = [match for match in index.look_up(mention.toponym) if match.likeness >= ACCEPT_NEAR]
        company = {anchor.place.admin1 for anchor in self._anchors if anchor.place.admin1}
        company |= {place_id for place_id in self._regions if self._gazetteer.places[place_id].kind == "region"}
        for region in sorted(company):
            inside = self._gazetteer.inside(region)
            found += [m for m in index.look_up(mention.toponym, among=inside) if m.likeness >= ACCEPT_NEAR_IN_COMPANY]
        best: dict[str, NameMatch] = {}
        for match in found:
            if match.place_id not in best or best[match.place_id].likeness < match.likeness:
                best[match.place_id] = match
        return sorted(best.values(), key=lambda match: -match.likeness)[:MOST_CANDIDATES]

    def _choose(self, mention: Mention, matches: Sequence[NameMatch]) -> Resolution:
        if not matches:
            return self._give_up(mention)
        company = [self._weigh_company(mention, self._gazetteer.places[match.place_id]) for match in matches]
        if all(piece.points <= 0 for pieces in company for piece in pieces) and matches[0].method != "near":
            company = [[] for _ in matches]  # far from them all: that tells the bearers of a name not apart
        weighed = [
            (match, [*self._weigh(mention, match, rivals=len(matches) > 1), *pieces])
            for match, pieces in zip(matches, company, strict=True)
        ]
        scored = _score(weighed)
        candidates = tuple(Candidate(m.place_id, score, reason) for m, score, reason in scored[:MOST_CANDIDATES])
        match, score, reason = scored[0]
        if score < ACCEPT:
            return Resolution(None, "", score, "unresolved", self._tell_doubt(scored), candidates)
        return Resolution(match.place_id, match.name, score, match.method, reason, candidates)

    def _give_up(self, mention: Mention) -> Resolution:
        nearest = self._gazetteer.index.look_up(mention.toponym, limit=3)
        if not nearest:
            return Resolution(None, "", 0.0, "unresolved", "No name in the gazetteer is like it.")
        best = nearest[0]
        reason = f"The likest name in the gazetteer, '{best.name}', is not like enough ({best.likeness:.0%})."
        candidates = tuple(Candidate(match.place_id, 0.0, match.reason) for match in nearest)
        return Resolution(None, "", 0.0, "unresolved", reason, candidates)

    def _tell_doubt(self, scored: Sequence[tuple[NameMatch, float, str]]) -> str:
        if len(scored) == 1:
            return f"Only '{scored[0][0].name}' comes near, and the text speaks against it."
        named = "; ".join(self._describe(match.place_id) for match, _, _ in scored[:4])
        more = f" and {len(scored) - 4} more" if len(scored) > 4 else ""
        return f"{len(scored)} places bear such a name and nothing in the report decides: {named}{more}."

    def _describe(self, place_id: str) -> str:
        places = self._gazetteer.places
        inside = [places[region].name for region in self._gazetteer.containers(place_id)[:1]]
        return f"{places[place_id].name} in {inside[0]}" if inside else places[place_id].name

    def _weigh(self, mention: Mention, match: NameMatch, *, rivals: bool) -> list[Evidence]:
        place = self._gazetteer.places[match.place_id]
        evidence = [Evidence(_name_points(match), match.reason), _weigh_class(place)]
        told = bool(mention.asked) and _fits(mention.asked, place.feature_code)
        if rivals and not told and match.name not in (place.name, *place.aliases):
            evidence.append(Evidence(NAME_WITHOUT_FEATURE, f"whole name '{place.name}'"))
        evidence += _weigh_asked(mention, place)
        evidence += self._weigh_containers(mention, place)
        if self._senses.get(_sense_key(mention)) == place.place_id:
            evidence.append(Evidence(SAME_SENSE, "so named before in the report"))
        return evidence

    def _weigh_containers(self, mention: Mention, place: Place) -> list[Evidence]:
        best = Evidence(0.0, "")
        for region in self._gazetteer.containers(place.place_id):
            if region not in self._regions:
                continue
            points, where = self._weigh_region(mention, region)
            if points > best.points:
                best = Evidence(points, f"in {self._gazetteer.places[region].name}, named {where}")
        return [best] if best.points else []

    def _weigh_region(self, mention: Mention, region: str) -> tuple[float, str]:
        best = NAMED_IN_REPORT, "in the report"
        for number, resolution in self._settled.items():
            if resolution.place_id != region:
                continue
            other = self._mentions[number]
            gap = self._text[min(mention.end, other.end) : max(mention.start, other.start)]
            if mention.start < other.start and CONTAINMENT.fullmatch(gap):
                return NAMED_WITH_IT, "with it"
            if "\n" in gap or ". " in gap or len(gap) > SENTENCE_REACH:
                continue
            found = (NAMED_BESIDE, "beside it") if len(gap) <= BESIDE_REACH else (NAMED_IN_SENTENCE, "in the sentence")
            best = max(best, found)
        return best

    def _weigh_company(self, mention: Mention, place: Place) -> list[Evidence]:
        others = [anchor for anchor in self._anchors if anchor.place.place_id != place.place_id]
        if not others or place.kind in ("country", "river", "area"):
            return []
        nearest = sorted(others, key=lambda anchor: abs(anchor.start - mention.start))[:6]
        ranked = sorted(
            (great_circle_km(place.lat, place.lon, a.place.lat, a.place.lon), a.place.name) for a in nearest
        )
        typical_km = math.exp(sum(math.log(max(km, 5.0)) for km, _ in ranked[:2]) / len(ranked[:2]))
        points = NEAR_OTHERS * math.log(NEIGHBOURHOOD_KM / typical_km)
        points = min(NEAR_OTHERS_AT_MOST, max(FAR_FROM_OTHERS_AT_MOST, points))
        evidence = [Evidence(points, f"{ranked[0][0]:.0f} km from {ranked[0][1]}, named too")]
        regions = [anchor.place.admin1 for anchor in nearest if anchor.place.admin1]
        if place.admin1 and regions.count(place.admin1) * 2 > len(regions):
            evidence.append(Evidence(SAME_REGION, "in the same province as most places named around it"))
        return evidence


CONTAINMENT = re.compile(
    r",?\s+(?:in\s+|of\s+)?(?:the\s+)?(?:[\w-]+ern\s+)?(?:province\s+of\s+|governorate\s+of\s+|province\s+)?|,\s*"
)
"""What stands between a place and the region that holds it: "Hajin, Deir ez-Zor", "Ramadi in Iraq"."""
BESIDE_REACH = 40
SENTENCE_REACH = 200


def _sense_key(mention: Mention) -> str:
    return f"{fold(mention.toponym)}/{mention.asked if mention.asked.startswith(('ADM', 'STM')) else ''}"


def _name_points(match: NameMatch) -> float:
    """Points for the likeness of the names: 0 for the same name, -3 at the lowest likeness accepted."""
    return {"name": 0.0, "alias": -0.1, "spelling": -0.6}.get(match.method, -1.0 - 8.0 * (0.95 - match.likeness))


def _weigh_class(place: Place) -> Evidence:
    beginnings = [code for code in CLASS_POINTS if place.feature_code.startswith(code)]
    return Evidence(CLASS_POINTS[max(beginnings, key=len)] if beginnings else 0.0, "")


def _weigh_asked(mention: Mention, place: Place) -> list[Evidence]:
    if not mention.asked:
        return []
    if _fits(mention.asked, place.feature_code):
        return [Evidence(ASKED_FITS, f"a {_kind_in_words(place)}, as the text says")]
    points = ASKED_LOOSELY if mention.asked in LOOSE else ASKED_MISSED
    return [Evidence(points, f"a {_kind_in_words(place)}, though the text speaks of another kind")]


def _kind_in_words(place: Place) -> str:
    if place.feature_code.startswith("ADM1"):
        return "province"
    if place.feature_code.startswith("ADM"):
        return "district"
    return place.kind


def _fits(asked: str, feature_code: str) -> bool:
    if not asked:
        return True
    return feature_code.startswith(FAMILIES.get(asked, (asked,)))


def _score(weighed: Sequence[tuple[NameMatch, Sequence[Evidence]]]) -> list[tuple[NameMatch, float, str]]:
    """Turn points into scores: the share of a candidate among all, times how far its own evidence carries it."""
    totals = [sum(piece.points for piece in evidence) for _, evidence in weighed]
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    scored = []
    for (match, evidence), total, share in zip(weighed, totals, shares, strict=True):
        carried = 1.0 / (1.0 + math.exp(-(total + CARRIED_BY_NAME)))
        reason = "; ".join(piece.words for piece in evidence if piece.words)
        scored.append((match, round(carried * share / whole, 4), reason))
    return sorted(scored, key=lambda item: (-item[1], item[0].place_id))
