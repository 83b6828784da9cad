"""Name -> the places it could mean, with how it matched; what was looked up is remembered across reports."""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from geodata.gazetteer import Bearers, Gazetteer, Lexicon, bare_name
from geodata.model import Method
from geodata.names import LIKENESS, NameMatch, key_of_name, land_forms, town_forms
from geodata.resolution.evidence import fits

MOST_FOR_SIZE = 10
"""So many places are weighed of a name that more places bear: the most populous.

Of those in a region or country that the report names, as many again are weighed.
"""
MOST_ALIKE = 24
MOST_REMEMBERED = 50_000


class NameMatcher:
    """Finds the places of one gazetteer that bear a name or one like it.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places.
    lexicon : Lexicon
        Of the same gazetteer.

    Attributes
    ----------
    number_of : dict of str to int
        The number by which the lexicon knows a place.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._place_ids = tuple(gazetteer.places)
        self.number_of = {place_id: number for number, place_id in enumerate(self._place_ids)}
        self._same: dict[str, list[NameMatch]] = {}
        self._matches: dict[tuple[str, int], NameMatch] = {}

    def match_exactly(self, toponym: str, bearers: Bearers | None, where: Set[int]) -> list[NameMatch]:
        """Find the places that bear a name or a spelling of it; where very many do, those likeliest to be meant.

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
        if bearers is None or not self._lexicon.wary:
            return self._remember(toponym, lambda: self._look_up_exactly(toponym, bearers))
        if len(bearers.numbers) <= MOST_FOR_SIZE:
            return self._remember(toponym, lambda: [self._match(toponym, number) for number in bearers.numbers])
        chosen = self._lexicon.narrow(bearers.numbers, where, MOST_FOR_SIZE)
        return [self._match(toponym, number) for number in chosen]

    def _look_up_exactly(self, toponym: str, bearers: Bearers | None) -> list[NameMatch]:
        found = self._gazetteer.index.look_up(toponym, limit=MOST_ALIKE, near=False)
        known = {match.place_id for match in found}
        # A Russian ending ("над Ираком") is off in the words of a text, not in the spellings of the index.
        numbers = bearers.numbers if bearers and not toponym.isascii() else ()
        inflected = [number for number in numbers if self._place_ids[number] not in known]
        return [*found, *(self._match(toponym, number) for number in inflected[: MOST_ALIKE - len(found)])]

    def match_named_after(self, toponym: str, asked: str, language: str) -> list[NameMatch]:
        """Find the places of a kind named after the town that an adjective or a word for a region is made of.

        Parameters
        ----------
        toponym : str
            The word as the text has it: "Харківська", "Київщина".
        asked : str
            Feature code of the kind that the text asks for, or its beginning.
        language : str
            ISO 639-1 code of the language of the text.

        Returns
        -------
        list of NameMatch
            Empty where it is made of no name of the gazetteer.
        """
        towns = (*land_forms(toponym, language), *town_forms(toponym, language))
        key = f"{language}^{asked}^{toponym}"
        return self._remember(key, lambda: self._look_up_named_after(towns, asked)) if towns else []

    def _look_up_named_after(self, towns: Sequence[str], asked: str) -> list[NameMatch]:
        found: dict[str, NameMatch] = {}
        for town in towns:
            bearers = self._lexicon.find_name(town)
            for number in bearers.numbers[:MOST_FOR_SIZE] if bearers else ():
                name = self._gazetteer.places[self._place_ids[number]].name
                for match in self._gazetteer.index.look_up(bare_name(name) or name, near=False):
                    if fits(asked, self._gazetteer.places[match.place_id].feature_code):
                        found.setdefault(match.place_id, replace(match, method=Method.SPELLING, is_of_region=True))
        return list(found.values())

    def match_nearly(self, toponym: str) -> list[NameMatch]:
        """Find the places whose names are like a name, best first."""
        return self._remember(f"~{toponym}", lambda: self._gazetteer.index.look_up(toponym))

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
        place = self._gazetteer.places[self._place_ids[number]]
        key = key_of_name(toponym)
        if place.name == toponym or key_of_name(place.name) == key:
            return NameMatch(place.place_id, place.name, LIKENESS[Method.NAME], Method.NAME)
        same = (alias for alias in place.aliases if key_of_name(alias) == key)
        alias = toponym if toponym in place.aliases else next(same, toponym)
        return NameMatch(place.place_id, alias, LIKENESS[Method.ALIAS], Method.ALIAS)
