"""Mention + context -> place and score, or unresolved and why.

The candidates of a name are weighed by evidence, each piece in points on a log-odds scale and in words:
how the name matched, what kind of place the words ask for, the region named beside it, the places the report
has settled already, the sense the report gave the name before, and the class of the place last. Nothing is
guessed: a choice that the evidence does not carry stays unresolved, with its candidates.
"""

import math
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geodata.confirmed import Confirmed
from geodata.demonyms import read_demonyms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Bearers, Lexicon
from geodata.model import Candidate, Kind, Mention, Place, PlacedMention, Resolution
from geodata.name_index import ACCEPT_NEAR, NameMatch
from geodata.words import key_of_name

ACCEPT = 0.5
"""Score below which a mention stays unresolved."""

CERTAIN = 0.7
"""Score from which a placement is drawn as certain."""

ACCEPT_NEAR_IN_COMPANY = 0.7
"""Likeness enough for a spelling in company: a place of a governorate the report is about."""

EARTH_RADIUS_KM = 6371.0088
"""Source: mean radius of WGS 84, Moritz 2000."""

MOST_CANDIDATES = 12
MOST_FOR_SIZE = 10
"""Of a name with more bearers, those that the report names no region of are weighed only if so populous."""
MOST_ALIKE = 24
MOST_REMEMBERED = 50_000
MOST_REGIONS_SEARCHED = 12
NEIGHBOURS = 6
"""Settled places around a mention that its candidates are measured against."""
NEIGHBOURHOOD_KM = 120.0
"""Distance to the other places of a report at which a candidate is neither likelier nor less likely for it."""

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


Evidence = tuple[float, str]
"""One reason for or against a candidate: log-odds points, and words."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A settled place of the report: where in the text, and where on the globe."""

    start: int
    place: Place


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


class Setting(NamedTuple):
    """What the text around a mention tells of its place.

    Attributes
    ----------
    mention : Mention
        The mention.
    nearest : sequence of Place
        Settled places near it, the nearest first.
    region : str
        The region it is said to be in ("Ramadi in Iraq"); empty where it is not said.
    town : Place or None
        The town it is said to be a suburb of.
    sense : str
        The place that the report used the name for before; empty where it has not.
    weights : dict
        What each region named weighs, as far as it was asked.
    """

    mention: Mention
    nearest: Sequence[Place]
    region: str
    town: Place | None
    sense: str
    weights: dict[str, tuple[float, str]]


@lru_cache(maxsize=65_536)
def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance of two points in kilometres along the great circle (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


class Resolver:
    """Joins mentions to the places of one gazetteer.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places.
    lexicon : Lexicon
        Of the same gazetteer.
    confirmed : Confirmed, optional
        What maintainers have decided before.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon, confirmed: Confirmed | None = None) -> None:
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.confirmed = confirmed or Confirmed({})
        self.demonyms = read_demonyms(gazetteer)
        self.place_ids = tuple(gazetteer.places)
        self.number_of = {place_id: number for number, place_id in enumerate(self.place_ids)}
        self._same: dict[str, list[NameMatch]] = {}
        self._standings: dict[str, Standing] = {}
        self._matches: dict[tuple[str, int], NameMatch] = {}

    def resolve(self, mentions: Sequence[Mention], text: str) -> list[PlacedMention]:
        """Join the mentions of one report to places.

        Parameters
        ----------
        mentions : sequence of Mention
            In the order of the text.
        text : str
            The report's text.

        Returns
        -------
        list of PlacedMention
            One for each mention, in the same order.
        """
        return _Report(mentions, text, self).resolve()

    def stand(self, place_id: str) -> Standing:
        """Tell what of a place is the same in every report."""
        standing = self._standings.get(place_id)
        if standing is None:
            place = self.gazetteer.places[place_id]
            prominence = _weigh_prominence(place, wary=self.lexicon.wary)
            standing = Standing(place, place.kind, self.gazetteer.containers(place_id), prominence)
            self._standings[place_id] = standing
        return standing

    def match_exactly(self, toponym: str, bearers: Bearers | None, where: Set[int]) -> list[NameMatch]:
        """Find the places of a name or its spellings; of a name of very many, those likeliest to be meant.

        Parameters
        ----------
        toponym : str
            The name.
        bearers : Bearers or None
            Who bears it to the letter.
        where : set of int
            Numbers of the divisions and countries that the report names.

        Returns
        -------
        list of NameMatch
            Best first.
        """
        if bearers is None or not self.lexicon.wary:
            return self._remember(toponym, lambda: self._look_up_exactly(toponym, bearers))
        if len(bearers.numbers) <= MOST_FOR_SIZE:
            return self._remember(toponym, lambda: [self._match(toponym, number) for number in bearers.numbers])
        chosen = self.lexicon.narrow(bearers.numbers, where, MOST_FOR_SIZE)
        return [self._match(toponym, number) for number in chosen]

    def _look_up_exactly(self, toponym: str, bearers: Bearers | None) -> list[NameMatch]:
        found = self.gazetteer.index.look_up(toponym, limit=MOST_ALIKE, near=False)
        known = {match.place_id for match in found}
        # A Russian ending ("над Ираком") is off in the words of a text, not in the spellings of the index.
        numbers = bearers.numbers if bearers and not toponym.isascii() else ()
        inflected = [number for number in numbers if self.place_ids[number] not in known]
        return [*found, *(self._match(toponym, number) for number in inflected[: MOST_ALIKE - len(found)])]

    def match_nearly(self, toponym: str) -> list[NameMatch]:
        """Find the places whose names are like a name, best first."""
        return self._remember(f"~{toponym}", lambda: self.gazetteer.index.look_up(toponym))

    def _remember(self, toponym: str, find: Callable[[], list[NameMatch]]) -> list[NameMatch]:
        if toponym not in self._same:
            if len(self._same) >= MOST_REMEMBERED:
                self._same.clear()
            self._same[toponym] = find()
        return self._same[toponym]

    def _match(self, toponym: str, number: int) -> NameMatch:
        match = self._matches.get((toponym, number))
        if match is None:
            if len(self._matches) >= MOST_REMEMBERED:
                self._matches.clear()
            match = self._matches[toponym, number] = self._match_bearer(toponym, number)
        return match

    def _match_bearer(self, toponym: str, number: int) -> NameMatch:
        place = self.gazetteer.places[self.place_ids[number]]
        key = key_of_name(toponym)
        if place.name == toponym or key_of_name(place.name) == key:
            return NameMatch(place.place_id, place.name, 1.0, "name", "same name")
        same = (alias for alias in place.aliases if key_of_name(alias) == key)
        alias = toponym if toponym in place.aliases else next(same, toponym)
        return NameMatch(place.place_id, alias, 0.99, "alias", f"alias '{alias}'")


class _Report:
    """The resolving of one report: what is settled so far helps what is not."""

    def __init__(self, mentions: Sequence[Mention], text: str, resolver: Resolver) -> None:
        self._mentions = mentions
        self._text = text
        self._resolver = resolver
        self._gazetteer = resolver.gazetteer
        self._places = resolver.gazetteer.places
        self._settled: dict[int, Resolution] = {}
        self._anchors: list[Anchor] = []
        self._anchor_starts: list[int] = []
        self._senses: dict[tuple[str, str], str] = {}
        self._regions: dict[str, list[int]] = {}
        self._region_starts: list[int] = []
        self._region_ids: list[str] = []
        self._company: set[str] = set()
        self._keys = [_sense_key(mention) for mention in mentions]

    def resolve(self) -> list[PlacedMention]:
        for number, mention in enumerate(self._mentions):
            if mention.use == "demonym":
                self._keep(number, self._resolve_demonym(mention))
        exact = self._match_all()
        self._settle({n: found for n, found in exact.items() if len(found) == 1}, firm=True)
        several = sorted((n for n, found in exact.items() if len(found) > 1), key=lambda n: len(exact[n]))
        self._settle({n: exact[n] for n in several}, firm=True)
        self._settle({n: found for n, found in exact.items() if found}, firm=False)
        for number, mention in enumerate(self._mentions):
            if number not in exact and mention.use != "demonym":
                near = self._match_nearly(mention)
                self._keep(number, (self._choose(number, near) if near else None) or self._give_up(mention))
        return [PlacedMention(m, self._settled[number]) for number, m in enumerate(self._mentions)]

    def _match_all(self) -> dict[int, list[NameMatch]]:
        """Match the names; where the divisions and countries named matter, those go first."""
        lexicon, numbers = self._resolver.lexicon, self._resolver.number_of
        named: set[int] = {numbers[place_id] for place_id in self._regions}
        names = dict.fromkeys(mention.toponym for mention in self._mentions if mention.use != "demonym")
        bearers = {name: lexicon.find_name(name) for name in names}
        for found in bearers.values():
            if found is not None and found.classes & {"country", "region"}:
                named.update(found.numbers[:MOST_CANDIDATES])
        matches = {name: self._resolver.match_exactly(name, found, named) for name, found in bearers.items()}
        return {
            number: matches[mention.toponym]
            for number, mention in enumerate(self._mentions)
            if mention.use != "demonym" and matches[mention.toponym]
        }

    def _resolve_demonym(self, mention: Mention) -> Resolution:
        home = self._resolver.demonyms.get(mention.toponym)
        if home is None:
            return Resolution(None, "", 0.0, "unresolved", "The country of this people is not in the gazetteer.")
        reason = f"the people of {self._places[home].name}"
        return Resolution(home, mention.toponym, 0.99, "alias", reason, (Candidate(home, 0.99, reason),))

    def _settle(self, matches: Mapping[int, Sequence[NameMatch]], *, firm: bool) -> None:
        for number, found in matches.items():
            if number in self._settled and self._settled[number].place_id:
                continue
            resolution = self._choose(number, found, least=CERTAIN if firm else 0.0)
            if resolution is not None:
                self._keep(number, resolution)

    def _keep(self, number: int, resolution: Resolution) -> None:
        self._settled[number] = resolution
        if resolution.place_id is None:
            return
        place, mention = self._places[resolution.place_id], self._mentions[number]
        self._senses[self._keys[number]] = place.place_id
        if place.kind in ("region", "country"):
            insort(self._regions.setdefault(place.place_id, []), number)
            at = bisect_left(self._region_starts, mention.start)
            self._region_starts.insert(at, mention.start)
            self._region_ids.insert(at, place.place_id)
            if place.kind == "region":
                self._company.add(place.place_id)
        elif mention.use == "literal" and place.kind in ("settlement", "site") and place.feature_code != "PPLC":
            at = bisect_left(self._anchor_starts, mention.start)
            self._anchor_starts.insert(at, mention.start)
            self._anchors.insert(at, Anchor(mention.start, place))
            if place.admin1:
                self._company.add(place.admin1)

    def _match_nearly(self, mention: Mention) -> list[NameMatch]:
        index = self._gazetteer.index
        found = [match for match in self._resolver.match_nearly(mention.toponym) if match.likeness >= ACCEPT_NEAR]
        if self._resolver.lexicon.wary:
            return found  # among so many, some spelling is like any word
        for region in sorted(self._company)[:MOST_REGIONS_SEARCHED]:
            inside = self._gazetteer.inside(region)
            found += [m for m in index.look_up(mention.toponym, among=inside) if m.likeness >= ACCEPT_NEAR_IN_COMPANY]
        best: dict[str, NameMatch] = {}
        for match in found:
            if match.place_id not in best or best[match.place_id].likeness < match.likeness:
                best[match.place_id] = match
        return sorted(best.values(), key=lambda match: -match.likeness)[:MOST_CANDIDATES]

    def _choose(self, number: int, matches: Sequence[NameMatch], least: float = 0.0) -> Resolution | None:
        """Weigh the candidates of a mention; None where the best has a lower score than `least`."""
        setting = self._look_around(number)
        standings = [self._resolver.stand(match.place_id) for match in matches]
        company = [_weigh_company(standing, setting.nearest) for standing in standings]
        if matches[0].method != "near" and all(points <= 0 for pieces in company for points, _ in pieces):
            company = [[] for _ in matches]  # far from them all: that tells the bearers of a name not apart
        rivals = len(matches) > 1
        weighed = [
            (match, [*self._weigh(match, standing, setting, rivals=rivals), *pieces])
            for match, standing, pieces in zip(matches, standings, company, strict=True)
        ]
        scored = _score(weighed)
        match, score, _ = scored[0]
        if score < least:
            return None
        candidates = tuple(Candidate(m.place_id, score, _say(pieces)) for m, score, pieces in scored[:MOST_CANDIDATES])
        reason = candidates[0].reason
        if score < ACCEPT:
            return Resolution(None, "", score, "unresolved", self._tell_doubt(scored), candidates)
        return Resolution(match.place_id, match.name, score, match.method, reason, candidates)

    def _give_up(self, mention: Mention) -> Resolution:
        nearest = self._resolver.match_nearly(mention.toponym)[:3]
        if not nearest:
            return Resolution(None, "", 0.0, "unresolved", "No name in the gazetteer is like it.")
        best = nearest[0]
        reason = f"The likest name in the gazetteer, '{best.name}', is not like enough ({best.likeness:.0%})."
        candidates = tuple(Candidate(match.place_id, 0.0, match.reason) for match in nearest)
        return Resolution(None, "", 0.0, "unresolved", reason, candidates)

    def _tell_doubt(self, scored: Sequence[tuple[NameMatch, float, Sequence[Evidence]]]) -> str:
        if len(scored) == 1:
            return f"Only '{scored[0][0].name}' comes near, and the text speaks against it."
        named = "; ".join(self._describe(match.place_id) for match, _, _ in scored[:4])
        more = f" and {len(scored) - 4} more" if len(scored) > 4 else ""
        return f"{len(scored)} places bear such a name and nothing in the report decides: {named}{more}."

    def _describe(self, place_id: str) -> str:
        inside = [self._places[region].name for region in self._gazetteer.containers(place_id)[:1]]
        name = self._places[place_id].name
        return f"{name} in {inside[0]}" if inside else name

    def _weigh(self, match: NameMatch, standing: Standing, setting: Setting, *, rivals: bool) -> list[Evidence]:
        mention, place = setting.mention, standing.place
        evidence = [(_name_points(match), match.reason), standing.prominence]
        if rivals and not _is_whole(match, place) and not (mention.asked and _fits(mention.asked, place.feature_code)):
            evidence.append((NAME_WITHOUT_FEATURE, f"whole name '{place.name}'"))
        if mention.asked:
            evidence.append(_weigh_asked(mention.asked, place))
        evidence += self._weigh_containers(standing, setting)
        if setting.town is not None:
            evidence.append(_weigh_suburb(place, setting.town))
        if setting.sense == place.place_id:
            evidence.append((SAME_SENSE, "so named before in the report"))
        note = self._resolver.confirmed.tell(mention.toponym, place)
        if note:
            evidence.append((CONFIRMED, note))
        return evidence

    def _weigh_containers(self, standing: Standing, setting: Setting) -> list[Evidence]:
        named, containers = setting.region, standing.containers
        if named and standing.kind in _INSIDE_REGIONS and named not in (*containers, standing.place.place_id):
            return [(NAMED_ELSEWHERE, f"not in {self._places[named].name}, named with it")]
        best, points = "", 0.0
        for region in containers:
            if region not in self._regions:
                continue
            if region not in setting.weights:
                setting.weights[region] = self._weigh_region(setting.mention, region)
            if setting.weights[region][0] > points:
                best, points = region, setting.weights[region][0]
        return [(points, f"in {self._places[best].name}, named {setting.weights[best][1]}")] if best else []

    def _weigh_region(self, mention: Mention, region: str) -> tuple[float, str]:
        """Weigh where a region is named from a mention: the next time after it, and the last before."""
        numbers = self._regions[region]
        best = NAMED_IN_REPORT + NAMED_OFTEN * math.log(len(numbers)), "in the report"
        at = bisect_left(numbers, mention.start, key=lambda number: self._mentions[number].start)
        for number in numbers[max(0, at - 1) : at + 2]:
            other = self._mentions[number]
            start = min(mention.end, other.end)
            gap = self._text[start : min(max(mention.start, other.start), start + SENTENCE_REACH + 1)]
            if mention.start < other.start and len(gap) <= BESIDE_REACH and CONTAINMENT.fullmatch(gap):
                return NAMED_WITH_IT, "with it"
            if "\n" in gap or ". " in gap or len(gap) > SENTENCE_REACH:
                continue
            found = (NAMED_BESIDE, "beside it") if len(gap) <= BESIDE_REACH else (NAMED_IN_SENTENCE, "in the sentence")
            best = max(best, found)
        return best

    def _look_around(self, number: int) -> Setting:
        """Read off the text around a mention what all its candidates are weighed by."""
        mention = self._mentions[number]
        at = bisect_right(self._region_starts, mention.start)
        region = ""
        if at < len(self._region_starts) and INSIDE.fullmatch(self._gap(mention.end, self._region_starts[at])):
            region = self._region_ids[at]
        at = bisect_left(self._anchor_starts, mention.end)
        town = None
        if at < len(self._anchors) and SUBURB.fullmatch(self._gap(mention.end, self._anchors[at].start)):
            town = self._anchors[at].place
        sense = self._senses.get(self._keys[number], "")
        return Setting(mention, self._nearest_anchors(mention), region, town, sense, {})

    def _gap(self, start: int, end: int) -> str:
        """Give what stands between two mentions; empty where they are far from each other."""
        return self._text[start:end] if 0 < end - start <= BESIDE_REACH else ""

    def _nearest_anchors(self, mention: Mention) -> list[Place]:
        at = bisect_left(self._anchor_starts, mention.start)
        around = self._anchors[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        around.sort(key=lambda anchor: abs(anchor.start - mention.start))
        return [anchor.place for anchor in around[: NEIGHBOURS + 1]]


CONTAINMENT = re.compile(
    r",?\s+(?:in\s+|of\s+)?(?:the\s+)?(?:[\w-]+ern\s+)?(?:province\s+of\s+|governorate\s+of\s+|province\s+)?|,\s*"
)
"""What stands between a place and the region that holds it: "Hajin, Deir ez-Zor", "Ramadi in Iraq"."""
INSIDE = re.compile(r"\s+in\s+(?:the\s+)?(?:province\s+of\s+|governorate\s+of\s+|province\s+)?")
"""What stands between a place and a region when the text says that the one is in the other."""
SUBURB = re.compile(
    r",?\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:suburbs?|outskirts|quarter|neighbourhood)\s+of\s+(?:the\s+)?"
)
SUBURB_KM = 25.0
BESIDE_REACH = 40
SENTENCE_REACH = 200


_INSIDE_REGIONS = frozenset({"settlement", "site", "region"})
_SPREAD_OUT = frozenset({"country", "river", "area"})
_METHOD_POINTS = {"name": 0.0, "alias": -0.1, "spelling": -0.6}


def _weigh_prominence(place: Place, *, wary: bool) -> Evidence:
    points = _class_points(place.feature_code)
    if not wary:
        return points, ""
    if place.kind == "settlement":
        people = max(place.population, FEWEST_PEOPLE)
        return points + POPULATION * math.log10(people / TYPICAL_PEOPLE), f"{place.population:,} people"
    return points + PROMINENCE.get(place.feature_code[:3], PROMINENCE_OF_OTHERS), ""


def _weigh_company(standing: Standing, nearest: Sequence[Place]) -> list[Evidence]:
    """Weigh how far a place is from those settled around the mention, and whether it lies in their province."""
    place = standing.place
    others = [other for other in nearest if other.place_id != place.place_id][:NEIGHBOURS]
    if not others or standing.kind in _SPREAD_OUT:
        return []
    ranked = sorted([(great_circle_km(place.lat, place.lon, other.lat, other.lon), other.name) for other in others])
    nearest_two = [math.log(max(km, 5.0)) for km, _ in ranked[:2]]
    typical_km = math.exp(sum(nearest_two) / len(nearest_two))
    points = NEAR_OTHERS * math.log(NEIGHBOURHOOD_KM / typical_km)
    most = NEAR_OTHERS_REGION if standing.kind == "region" else NEAR_OTHERS_AT_MOST
    points = min(most, max(FAR_FROM_OTHERS_AT_MOST, points))
    evidence = [(points, f"{ranked[0][0]:.0f} km from {ranked[0][1]}, named too")]
    regions = [other.admin1 for other in others if other.admin1]
    if place.admin1 and regions.count(place.admin1) * 2 > len(regions):
        evidence.append((SAME_REGION, "in the same province as most places named around it"))
    return evidence


def _is_whole(match: NameMatch, place: Place) -> bool:
    return match.method == "spelling" or match.name == place.name or match.name in place.aliases


def _weigh_suburb(place: Place, town: Place) -> Evidence:
    """Weigh a town named as the one a place is a suburb of: "Es-Salihiya, suburb of Deyr-ez-Zor"."""
    km = great_circle_km(place.lat, place.lon, town.lat, town.lon)
    points = NAMED_ELSEWHERE if km > SUBURB_KM else NAMED_WITH_IT
    return points, f"{km:.0f} km from {town.name}, whose suburb the text tells of"


def _say(evidence: Sequence[Evidence]) -> str:
    return "; ".join([words for _, words in evidence if words])


def _sense_key(mention: Mention) -> tuple[str, str]:
    return key_of_name(mention.toponym), mention.asked if mention.asked.startswith(("ADM", "STM")) else ""


def _name_points(match: NameMatch) -> float:
    """Points for the likeness of the names: 0 for the same name, -3 at the lowest likeness accepted."""
    if match.method == "near":
        return -1.0 - 8.0 * (0.95 - match.likeness)
    return _METHOD_POINTS[match.method]


@lru_cache(maxsize=2048)
def _class_points(feature_code: str) -> float:
    beginnings = [code for code in CLASS_POINTS if feature_code.startswith(code)]
    return CLASS_POINTS[max(beginnings, key=len)] if beginnings else 0.0


def _weigh_asked(asked: str, place: Place) -> Evidence:
    if _fits(asked, place.feature_code):
        return ASKED_FITS, f"a {_kind_in_words(place)}, as the text says"
    points = ASKED_LOOSELY if asked in LOOSE else ASKED_MISSED
    return points, f"a {_kind_in_words(place)}, though the text speaks of another kind"


def _kind_in_words(place: Place) -> str:
    if place.feature_code.startswith("ADM1"):
        return "province"
    if place.feature_code.startswith("ADM"):
        return "district"
    return place.kind


def _fits(asked: str, feature_code: str) -> bool:
    return feature_code.startswith(FAMILIES.get(asked, (asked,)))


def _score(
    weighed: Sequence[tuple[NameMatch, Sequence[Evidence]]],
) -> list[tuple[NameMatch, float, Sequence[Evidence]]]:
    """Turn points into scores: the share of a candidate among all, times how far its own evidence carries it."""
    totals = [sum([points for points, _ in evidence]) for _, evidence in weighed]
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    scored = []
    for (match, evidence), total, share in zip(weighed, totals, shares, strict=True):
        carried = 1.0 / (1.0 + math.exp(-(total + CARRIED_BY_NAME)))
        scored.append((match, round(carried * share / whole, 4), evidence))
    return sorted(scored, key=lambda item: (-item[1], item[0].place_id))
