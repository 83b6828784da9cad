"""Text -> mentions: every name of the gazetteer, and what the words around it show to be a place's name.

A recogniser is anything with `recognise(text, language) -> list of Mention`; `GazetteerRecogniser` is ours.
It works in five steps, each on plain values:

    names of the gazetteer  ->  persons and organisations out  ->  names the context gives away  ->  kind asked  ->  use
"""

from collections.abc import Sequence
from typing import Protocol

from geodata.gazetteer import Bearers, Gazetteer, Lexicon, bare_name, read_demonyms
from geodata.languages import context_words as vocabulary
from geodata.mentions.context import Organisations
from geodata.mentions.spots import (
    LONGEST_NAME_WORDS,
    Persons,
    Spot,
    can_open,
    make_spot,
    take_article,
    take_point,
    without_overlap,
)
from geodata.mentions.trust import Trust
from geodata.mentions.unlisted import find_unlisted
from geodata.mentions.use import make_mentions
from geodata.mentions.words import Word, read_words
from geodata.model import Mention, Spotted, because
from geodata.names import LONGEST_CODE, NameIndex, fold, without_clitics

_NAMED, _SPELT, _PEOPLE = because(Spotted.NAME), because(Spotted.SPELLING), because(Spotted.PEOPLE)
_SPELLINGS_CACHED = 50_000
_SHORTEST_FOLD = 5
_SHORTEST_PLURAL = 4


class Recogniser(Protocol):
    """What finds mentions; another one can be plugged in."""

    def recognise(self, text: str, language: str) -> list[Mention]:
        """Find the mentions of a report's text, in order and without overlap."""


class GazetteerRecogniser:
    """The recogniser Dateline brings along; needs a gazetteer and no model.

    Parameters
    ----------
    gazetteer : Gazetteer
        Whose names are found.
    lexicon : Lexicon, optional
        Of this gazetteer, where it is prepared.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or Lexicon.build(gazetteer)
        self._index: NameIndex = gazetteer.index
        self._number_of = {place_id: number for number, place_id in enumerate(gazetteer.places)}
        self._spellings: dict[str, Bearers | None] = {}
        self._demonyms = read_demonyms(gazetteer)

    def recognise(self, text: str, language: str) -> list[Mention]:
        """Find the mentions of a text.

        Parameters
        ----------
        text : str
            Any text.
        language : str
            ISO 639-1, or "und"; the rules of all languages are tried, so a wrong one does no harm.

        Returns
        -------
        list of Mention
            In order, none overlapping another; `text[start:end] == toponym`.
        """
        words = read_words(text)
        spots = self._find_names(text, words)
        trust = Trust(text, words, Persons(words), Organisations(text), wary=self.lexicon.wary)
        named, barred = trust.sort(spots)
        likeness = None if self.lexicon.wary else self._likeness
        unnamed = find_unlisted(text, words, named, barred, trust=trust, likeness=likeness)
        found = without_overlap([*unnamed, *named])
        return make_mentions(text, found)

    def _likeness(self, name: str) -> float:
        best = self._index.look_up(name, limit=1)
        return best[0].likeness if best else 0.0

    def _find_names(self, text: str, words: Sequence[Word]) -> list[Spot]:
        """Find the longest names from left to right, whether or not they name a place here."""
        spots = []
        number = 0
        while number < len(words):
            spot = self._longest_name(text, words, number) if can_open(words, number) else None
            if spot is None:
                number += 1
                continue
            spots.append(take_article(text, words, take_point(spot)))
            number = spot.last + 1
        return spots

    def _longest_name(self, text: str, words: Sequence[Word], first: int) -> Spot | None:
        keys = [words[first].key]
        last = first
        while words[last].joined and last + 1 - first < LONGEST_NAME_WORDS:
            last += 1
            keys.append(keys[-1] + words[last].key)
        for length in range(last - first, 0, -1):
            if words[first + length].opens or text[words[first + length].start - 1] in "-‐‑":
                spot = self._look_up(text, words, first, first + length, keys[length])
                if spot is not None:
                    return spot
        spot = self._look_up_word(text, words, first)
        if spot is None and not words[first].surface.isascii():
            spot = self._without_clitics(text, words, first, keys)
        return spot

    def _look_up(self, text: str, words: Sequence[Word], first: int, last: int, key: str) -> Spot | None:
        bearers = self.lexicon.find(key)
        why = _NAMED
        if bearers is None:
            if country := self._demonyms.get(text[words[first].start : words[last].end]):
                return self._demonym(text, words, first, last, country)
            bearers = self._spelt_like(words[first].surface, text[words[first].start : words[last].end])
            why = _SPELT
        if bearers is None:
            return None
        spot = make_spot(text, words, first, last, why)
        spot.bearers = bearers
        return spot

    def _look_up_word(self, text: str, words: Sequence[Word], number: int) -> Spot | None:
        word = words[number]
        if country := self._demonyms.get(word.surface):
            return self._demonym(text, words, number, number, country)
        letters = word.surface.replace(".", "")
        code = letters if letters.isupper() and letters.isalpha() and len(letters) <= LONGEST_CODE else ""
        bearers = self.lexicon.find(code) if code else None
        if bearers is None and (not code or len(code) == LONGEST_CODE):
            bearers = self.lexicon.find(word.key)
        if bearers is not None:
            spot = make_spot(text, words, number, number, _NAMED)
            spot.bearers = bearers
            return spot
        key = word.key
        if len(key) > _SHORTEST_PLURAL and key[-1] == "s" and (bearers := self.lexicon.find(key[:-1])):
            spot = make_spot(text, words, number, number, because(Spotted.APOSTROPHE_LOST))
            spot.bearers, spot.end = bearers, spot.end - 1
            return spot
        return None if len(key) <= _SHORTEST_FOLD or not word.opens else self._look_up(text, words, number, number, key)

    def _demonym(self, text: str, words: Sequence[Word], first: int, last: int, country: str) -> Spot:
        spot = make_spot(text, words, first, last, _PEOPLE)
        spot.is_demonym = True
        spot.bearers = Bearers((self._number_of[country],), frozenset({"country"}), 0, preferred=True)
        return spot

    def _spelt_like(self, first_word: str, surface: str) -> Bearers | None:
        """Find who bears a name that differs in article, signs or the habits of transliteration only."""
        if self.lexicon.wary or (first_word != surface and first_word.lower() in vocabulary.NOT_PLACES):
            return None
        if surface not in self._spellings:
            if len(self._spellings) >= _SPELLINGS_CACHED:
                self._spellings.clear()
            self._spellings[surface] = self._bearers_by_spelling(surface)
        return self._spellings[surface]

    def _bearers_by_spelling(self, surface: str) -> Bearers | None:
        if bare_name(surface) or len(fold(surface)) < _SHORTEST_FOLD:
            return None
        found = self._index.look_up(surface, near=False)
        numbers = tuple(self._number_of[match.place_id] for match in found)
        return Bearers(numbers, self.lexicon.classes_of(numbers), 0, preferred=False) if numbers else None

    def _without_clitics(self, text: str, words: Sequence[Word], first: int, keys: Sequence[str]) -> Spot | None:
        for length, key in without_clitics(words[first].surface):
            for extent in range(len(keys) - 1, -1, -1):
                bearers = self.lexicon.find(key + keys[extent][len(words[first].key) :])
                if bearers is not None:
                    spot = make_spot(text, words, first, first + extent, _NAMED)
                    spot.start += length
                    spot.bearers = bearers
                    return spot
        return None
