"""Mention + context -> place and score, or unresolved and why.

The candidates of a name are weighed by evidence, each piece in points on a log-odds scale and as a reason:
how the name matched, what kind of place the words ask for, the region named beside it, the places the report
has settled already, the sense the report gave the name before, and the class of the place last. Nothing is
guessed: a choice that the evidence does not carry stays unresolved, with its candidates.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geodata.gazetteer import Confirmed, Gazetteer, Lexicon, read_demonyms
from geodata.model import (
    CERTAIN,
    Because,
    Candidate,
    Mention,
    Method,
    Place,
    PlacedMention,
    Reason,
    ReasonKind,
    Resolution,
    because,
)
from geodata.names import ACCEPT_NEAR, NameMatch, key_of_name
from geodata.resolution.evidence import (
    CONFIRMED,
    NAMED_ELSEWHERE,
    NEIGHBOURS,
    SAME_SENSE,
    Evidence,
    Scored,
    Standing,
    list_reasons,
    score_candidates,
    weigh_asked,
    weigh_company,
    weigh_name,
    weigh_prominence,
    weigh_suburb,
)
from geodata.resolution.inside import binding_of
from geodata.resolution.matching import NameMatcher
from geodata.resolution.named_regions import BESIDE_REACH, Inside, NamedRegions
from geodata.resolution.one_place import join_same, weigh_seat

ACCEPT = 0.5
"""Score below which a mention stays unresolved."""

ACCEPT_NEAR_IN_COMPANY = 0.7
"""Likeness enough for a spelling in company: a place of a governorate the report is about."""

SCORE_OF_PEOPLE = 0.99
"""Score of the country of a people: the word names no other."""

MOST_CANDIDATES = 12
MOST_REGIONS_SEARCHED = 12
MOST_SUGGESTED = 3
_RIVALS_TOLD = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A settled place of the report: where in the text, and where on the globe."""

    start: int
    place: Place


class Situation(NamedTuple):
    """What the text around a mention tells of its place.

    Attributes
    ----------
    number : int
        Its number in the report.
    mention : Mention
        The mention.
    nearest : sequence of Place
        Settled places near it, the nearest first.
    inside : Inside
        The region it is said to be in ("Ramadi in Iraq").
    town : Place or None
        The town it is said to be a suburb of.
    sense : str
        The place that the report used the name for before; empty where it has not.
    weights : dict
        What each region named weighs, as far as it was asked.
    """

    number: int
    mention: Mention
    nearest: Sequence[Place]
    inside: Inside
    town: Place | None
    sense: str
    weights: dict[str, tuple[float, ReasonKind]]


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
        self.matcher = NameMatcher(gazetteer, lexicon)
        self._standings: dict[str, Standing] = {}

    def resolve(self, mentions: Sequence[Mention], text: str, language: str = "und") -> list[PlacedMention]:
        """Join the mentions of one report to places.

        Parameters
        ----------
        mentions : sequence of Mention
            In the order of the text.
        text : str
            The report's text.
        language : str, default "und"
            ISO 639-1 code of its language; "und" where it is not known.

        Returns
        -------
        list of PlacedMention
            One for each mention, in the same order.
        """
        return _Report(mentions, text, language, self).resolve()

    def stand(self, place_id: str) -> Standing:
        """Tell what of a place is the same in every report."""
        standing = self._standings.get(place_id)
        if standing is None:
            standing = self._stand(self.gazetteer.places[place_id])
            if not self.lexicon.wary and standing.place.feature_code == "PPL":
                points, told = standing.prominence
                points = max(points, weigh_seat(standing, self._list_divisions(standing.place.name)))
                standing = standing._replace(prominence=(points, told))
            self._standings[place_id] = standing
        return standing

    def _stand(self, place: Place) -> Standing:
        prominence = weigh_prominence(place, wary=self.lexicon.wary)
        return Standing(place, place.kind, self.gazetteer.containers(place.place_id), prominence)

    def _list_divisions(self, name: str) -> Iterator[Standing]:
        """List the divisions that bear a name."""
        for match in self.matcher.match_exactly(name, self.lexicon.find_name(name), set()):
            place = self.gazetteer.places[match.place_id]
            if place.kind == "region":
                yield self._stand(place)


class _Report:
    """The resolving of one report: what is settled so far helps what is not."""

    def __init__(self, mentions: Sequence[Mention], text: str, language: str, resolver: Resolver) -> None:
        self._mentions = mentions
        self._text = text
        self._language = language
        self._suburb = binding_of(language).suburb
        self._resolver = resolver
        self._gazetteer = resolver.gazetteer
        self._places = resolver.gazetteer.places
        self._settled: dict[int, Resolution] = {}
        self._anchors: list[Anchor] = []
        self._anchor_starts: list[int] = []
        self._senses: dict[tuple[str, str], str] = {}
        self._around: dict[int, tuple[str, ...]] = {}
        self._regions = NamedRegions(mentions, text, language)
        self._company: set[str] = set()
        self._keys = [_sense_key(mention) for mention in mentions]

    def resolve(self) -> list[PlacedMention]:
        for number, mention in enumerate(self._mentions):
            if mention.use == "demonym":
                self._keep(number, self._resolve_demonym(mention))
        exact = self._match_all()
        # "Kesh, Dorun": where Kesh is may be told by Dorun, which goes first.
        waiting = {n for n in exact if self._may_hold(exact.get(n + 1, ())) and self._regions.may_be_inside(n)}
        self._settle({n: found for n, found in exact.items() if len(found) == 1 and n not in waiting}, CERTAIN)
        several = sorted((n for n in exact if len(exact[n]) > 1 or n in waiting), key=lambda n: len(exact[n]))
        several.sort(key=waiting.__contains__)
        self._settle({n: exact[n] for n in several}, CERTAIN)
        for least in (ACCEPT, 0.0):  # what can be told goes before what cannot: it may tell the rest
            self._settle({n: found for n, found in exact.items() if found}, least)
        for number, mention in enumerate(self._mentions):
            if number not in exact and mention.use != "demonym":
                near = self._match_nearly(mention)
                self._keep(number, (self._choose(number, near) if near else None) or self._give_up(mention))
        return [PlacedMention(m, self._settled[number]) for number, m in enumerate(self._mentions)]

    def _may_hold(self, found: Sequence[NameMatch]) -> bool:
        return any(self._places[match.place_id].kind in ("region", "country") for match in found)

    def _match_all(self) -> dict[int, list[NameMatch]]:
        """Match the names; where the divisions and countries named matter, those go first."""
        lexicon, numbers = self._resolver.lexicon, self._resolver.matcher.number_of
        named: set[int] = {numbers[place_id] for place_id in self._regions.places}
        names = dict.fromkeys(_name_of(mention) for mention in self._mentions if mention.use != "demonym")
        bearers = {name: lexicon.find_name(name) for name in names}
        for found in bearers.values():
            if found is not None and found.classes & {"country", "region"}:
                named.update(found.numbers[:MOST_CANDIDATES])
        matches = {name: self._resolver.matcher.match_exactly(name, found, named) for name, found in bearers.items()}
        return {
            number: alike
            for number, mention in enumerate(self._mentions)
            if mention.use != "demonym" and (alike := self._with_regions(mention, matches[_name_of(mention)]))
        }

    def _with_regions(self, mention: Mention, found: list[NameMatch]) -> list[NameMatch]:
        """Add what is named after a town and is of the kind asked for: "Kharkiv's region", by a Slavic adjective."""
        if not mention.asked:
            return found
        regions = self._resolver.matcher.match_named_after(mention.toponym, mention.asked, self._language)
        known = {match.place_id for match in found}
        return [*found, *(match for match in regions if match.place_id not in known)]

    def _resolve_demonym(self, mention: Mention) -> Resolution:
        home = self._resolver.demonyms.get(mention.toponym)
        if home is None:
            return Resolution(None, "", 0.0, Method.UNRESOLVED, because(ReasonKind.NO_COUNTRY))
        told = because(ReasonKind.PEOPLE_OF, place=self._places[home].name)
        candidates = (Candidate(home, SCORE_OF_PEOPLE, told),)
        return Resolution(home, mention.toponym, SCORE_OF_PEOPLE, Method.ALIAS, told, candidates)

    def _settle(self, matches: Mapping[int, Sequence[NameMatch]], least: float) -> None:
        for number, found in matches.items():
            if number in self._settled and self._settled[number].place_id:
                continue
            resolution = self._choose(number, found, least=least)
            if resolution is not None:
                self._keep(number, resolution)

    def _keep(self, number: int, resolution: Resolution) -> None:
        self._settled[number] = resolution
        if resolution.place_id is None:
            return
        place, mention = self._places[resolution.place_id], self._mentions[number]
        self._senses[self._keys[number]] = place.place_id
        # A town's name may be that of the division around it: "Mansoura, Raqqa".
        around = [one for one in self._around.get(number, ()) if self._places[one].kind == "region"]
        regions = [place.place_id] if place.kind in ("region", "country") else around
        if regions:
            self._regions.add(number, regions, mention.plain or resolution.matched_name, is_town=regions is around)
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
        found = [
            match for match in self._resolver.matcher.match_nearly(mention.toponym) if match.likeness >= ACCEPT_NEAR
        ]
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
        company = [weigh_company(standing, setting.nearest) for standing in standings]
        if matches[0].method != Method.NEAR and all(points <= 0 for pieces in company for points, _ in pieces):
            company = [[] for _ in matches]  # far from them all: that tells the bearers of a name not apart
        rivals = len(matches) > 1
        weighed = [
            (match, [*self._weigh(match, standing, setting, rivals=rivals), *pieces])
            for match, standing, pieces in zip(matches, standings, company, strict=True)
        ]
        found = score_candidates(weighed)
        joined = join_same(found[:MOST_CANDIDATES], self._resolver.stand)
        scored = [*(one for one, _ in joined), *found[MOST_CANDIDATES:]]
        match, score, _ = scored[0]
        self._around[number] = joined[0][1]
        if score < least:
            return None
        candidates = tuple(
            Candidate(m.place_id, score, list_reasons(pieces)) for m, score, pieces in scored[:MOST_CANDIDATES]
        )
        if score < ACCEPT:
            return Resolution(None, "", score, Method.UNRESOLVED, self._tell_doubt(scored), candidates)
        return Resolution(match.place_id, match.name, score, match.method, candidates[0].because, candidates)

    def _give_up(self, mention: Mention) -> Resolution:
        nearest = self._resolver.matcher.match_nearly(mention.toponym)[:MOST_SUGGESTED]
        if not nearest:
            return Resolution(None, "", 0.0, Method.UNRESOLVED, because(ReasonKind.NO_NAME))
        best = nearest[0]
        told = because(ReasonKind.NOT_ALIKE, name=best.name, percent=round(100 * best.likeness))
        candidates = tuple(Candidate(match.place_id, 0.0, match.because) for match in nearest)
        return Resolution(None, "", 0.0, Method.UNRESOLVED, told, candidates)

    def _tell_doubt(self, scored: Sequence[Scored]) -> Because:
        if len(scored) == 1:
            return because(ReasonKind.TEXT_AGAINST, name=scored[0][0].name)
        named = tuple([self._describe(match.place_id) for match, _, _ in scored[:_RIVALS_TOLD]])
        more = len(scored) - len(named)
        kind = ReasonKind.SEVERAL_OF_MORE if more else ReasonKind.SEVERAL
        return because(kind, n=len(scored), places=named, more=more)

    def _describe(self, place_id: str) -> Reason:
        inside = [self._places[region].name for region in self._gazetteer.containers(place_id)[:1]]
        name = self._places[place_id].name
        return Reason(ReasonKind.PLACE_IN if inside else ReasonKind.PLACE, {"name": name, "region": "".join(inside)})

    def _weigh(self, match: NameMatch, standing: Standing, setting: Situation, *, rivals: bool) -> list[Evidence]:
        mention, place = setting.mention, standing.place
        evidence = [*weigh_name(match, place, mention.asked, rivals=rivals), standing.prominence]
        if mention.asked:
            evidence.append(weigh_asked(mention.asked, place))
        evidence += self._weigh_containers(standing, setting)
        if setting.town is not None:
            evidence.append(weigh_suburb(place, setting.town))
        if setting.sense == place.place_id:
            evidence.append((SAME_SENSE, because(ReasonKind.SAME_SENSE)))
        note = self._resolver.confirmed.tell(mention.toponym, place)
        if note:
            evidence.append((CONFIRMED, note))
        return evidence

    def _weigh_containers(self, standing: Standing, setting: Situation) -> list[Evidence]:
        named, by_comma = setting.inside
        place, kind, containers, _ = standing
        # "Aleppo, Damascus": two large places with a comma between may be a list.
        is_inside_one = kind in _INSIDE_REGIONS and not (
            by_comma and (kind == "region" or place.feature_code in _SEATS)
        )
        if named and is_inside_one and not set(named) & {*containers, place.place_id}:
            return [(NAMED_ELSEWHERE, because(ReasonKind.NAMED_ELSEWHERE, region=self._places[named[0]].name))]
        best, points = "", 0.0
        for region in containers:
            if region not in self._regions:
                continue
            if region not in setting.weights:
                setting.weights[region] = self._regions.weigh(setting.number, region)
            if setting.weights[region][0] > points:
                best, points = region, setting.weights[region][0]
        return [(points, because(setting.weights[best][1], region=self._places[best].name))] if best else []

    def _look_around(self, number: int) -> Situation:
        """Read off the text around a mention what all its candidates are weighed by."""
        mention = self._mentions[number]
        at = bisect_left(self._anchor_starts, mention.end)
        town = None
        if at < len(self._anchors):
            gap = self._text[mention.end : min(self._anchors[at].start, mention.end + BESIDE_REACH + 1)]
            town = self._anchors[at].place if self._suburb.fullmatch(gap) else None
        sense, inside = self._senses.get(self._keys[number], ""), self._regions.tell_inside(number)
        return Situation(number, mention, self._nearest_anchors(mention), inside, town, sense, {})

    def _nearest_anchors(self, mention: Mention) -> list[Place]:
        at = bisect_left(self._anchor_starts, mention.start)
        around = self._anchors[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        around.sort(key=lambda anchor: abs(anchor.start - mention.start))
        return [anchor.place for anchor in around[: NEIGHBOURS + 1]]


_INSIDE_REGIONS = frozenset({"settlement", "site", "region"})
_SEATS = frozenset({"PPLC", "PPLA"})


def _name_of(mention: Mention) -> str:
    """Give the name that is looked up: in its plain form where that is known."""
    return mention.plain or mention.toponym


def _sense_key(mention: Mention) -> tuple[str, str]:
    return key_of_name(_name_of(mention)), mention.asked if mention.asked.startswith(("ADM", "STM")) else ""
