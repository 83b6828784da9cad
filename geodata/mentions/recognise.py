"""Text -> mentions: every name of the gazetteer, and what the words around it show to be a place's name.

A recogniser is anything with `recognise(text, language) -> list of Mention`; `GazetteerRecogniser` is ours.
It works in five steps, each on plain values:

    names of the gazetteer  ->  persons and organisations out  ->  names the context gives away  ->  kind asked  ->  use
"""

from collections.abc import Sequence
from itertools import product
from typing import Protocol

from geodata.gazetteer import Bearers, Gazetteer, Lexicon, bare_name, read_demonyms
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
from geodata.mentions.tokeniser import Passage
from geodata.mentions.trust import Trust
from geodata.mentions.unlisted import find_unlisted
from geodata.mentions.use import make_mentions
from geodata.model import Mention, Spotted, because
from geodata.names import (
    LONGEST_CODE,
    NameIndex,
    fold,
    key_of_name,
    key_of_word,
    land_forms,
    plain_forms,
    town_forms,
    without_clitics,
)

_NAMED, _SPELT, _PEOPLE = because(Spotted.NAME), because(Spotted.SPELLING), because(Spotted.PEOPLE)
_SPELLINGS_CACHED = 50_000
_SHORTEST_FOLD = 5
_SHORTEST_DECLINED = 4
_SHORTEST_PLURAL = 4
_LONGEST_DECLINED = 3
_LONGEST_LIST = 4
_LONGEST_CONTRACTION = 8
_REGION = "ADM1"
_DERIVED = ("ADM", "PCL", "PRT", "RSTN", "BDG", "PS", "AIR", "DAM")


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
            ISO 639-1, or "und" where it is not known: the words of all languages are tried then.

        Returns
        -------
        list of Mention
            In order, none overlapping another; `text[start:end] == toponym`.
        """
        passage = Passage.read(text, language)
        spots = self._find_names(passage)
        persons, organisations = Persons(passage.words, passage.vocabulary), Organisations(text, passage.vocabulary)
        trust = Trust(passage, persons, organisations, wary=self.lexicon.wary)
        named, barred = trust.sort(spots)
        likeness = None if self.lexicon.wary else self._likeness
        unnamed = find_unlisted(passage, named, barred, trust=trust, likeness=likeness)
        found = without_overlap([*unnamed, *named])
        return make_mentions(text, found)

    def _likeness(self, name: str) -> float:
        best = self._index.look_up(name, limit=1)
        return best[0].likeness if best else 0.0

    def _find_names(self, passage: Passage) -> list[Spot]:
        """Find the longest names from left to right, whether or not they name a place here."""
        words, spots = passage.words, []
        number = 0
        while number < len(words):
            spot = self._longest_name(passage, number) if can_open(words, number) else None
            if spot is None:
                number += 1
                continue
            spots.append(take_article(passage, take_point(spot)))
            number = spot.last + 1
        return spots

    def _longest_name(self, passage: Passage, first: int) -> Spot | None:
        text, words = passage.text, passage.words
        keys = [words[first].key]
        last = first
        while words[last].joined and last + 1 - first < LONGEST_NAME_WORDS:
            last += 1
            keys.append(keys[-1] + words[last].key)
        for length in range(last - first, 0, -1):
            if words[first + length].opens or text[words[first + length].start - 1] in "-‐‑":
                spot = self._look_up(passage, first, first + length, keys[length])
                if spot is not None:
                    return spot
        has_forms = _may_have_forms(passage, first, last)
        spot = self._look_up_forms(passage, first, last) if has_forms and last > first else None
        spot = spot or self._look_up_word(passage, first)
        if spot is None and not words[first].surface.isascii():
            spot = self._without_clitics(passage, first, keys)
        if spot is not None or not has_forms:
            return spot
        return self._look_up_forms(passage, first, first) or self._look_up_region(passage, first)

    def _look_up(self, passage: Passage, first: int, last: int, key: str) -> Spot | None:
        text, words = passage.text, passage.words
        bearers = self.lexicon.find(key)
        why = _NAMED
        if bearers is None:
            if country := self._demonyms.get(text[words[first].start : words[last].end]):
                return self._demonym(passage, first, last, country)
            bearers = self._spelt_like(passage, words[first].surface, text[words[first].start : words[last].end])
            why = _SPELT
        if bearers is None:
            return None
        spot = make_spot(passage, first, last, why)
        spot.bearers = bearers
        return spot

    def _look_up_word(self, passage: Passage, number: int) -> Spot | None:
        word = passage.words[number]
        if country := self._demonyms.get(word.surface):
            return self._demonym(passage, number, number, country)
        letters = word.surface.replace(".", "")
        code = letters if letters.isupper() and letters.isalpha() and len(letters) <= LONGEST_CODE else ""
        bearers = self.lexicon.find(code) if code else None
        if bearers is None and (not code or len(code) == LONGEST_CODE):
            bearers = self.lexicon.find(word.key)
        if bearers is not None:
            spot = make_spot(passage, number, number, _NAMED)
            spot.bearers = bearers
            return spot
        key = word.key
        is_lost = len(key) > _SHORTEST_PLURAL and key[-1] == "s" and word.lower not in passage.vocabulary.not_places
        if is_lost and (bearers := self.lexicon.find(key[:-1])):
            spot = make_spot(passage, number, number, because(Spotted.APOSTROPHE_LOST))
            spot.bearers, spot.end = bearers, spot.end - 1
            return spot
        return None if len(key) <= _SHORTEST_FOLD or not word.opens else self._look_up(passage, number, number, key)

    def _demonym(self, passage: Passage, first: int, last: int, country: str) -> Spot:
        spot = make_spot(passage, first, last, _PEOPLE)
        spot.is_demonym = True
        spot.bearers = Bearers((self._number_of[country],), frozenset({"country"}), 0, preferred=True)
        return spot

    def _spelt_like(self, passage: Passage, first_word: str, surface: str) -> Bearers | None:
        """Find who bears a name that differs in article, signs or the habits of transliteration only."""
        if self.lexicon.wary or (first_word != surface and first_word.lower() in passage.vocabulary.not_places):
            return None
        return self._remember_spelling(surface, _SHORTEST_FOLD)

    def _remember_spelling(self, surface: str, shortest: int) -> Bearers | None:
        if surface not in self._spellings:
            if len(self._spellings) >= _SPELLINGS_CACHED:
                self._spellings.clear()
            self._spellings[surface] = self._bearers_by_spelling(surface, shortest)
        return self._spellings[surface]

    def _bearers_by_spelling(self, surface: str, shortest: int) -> Bearers | None:
        if bare_name(surface) or len(fold(surface)) < shortest:
            return None
        found = self._index.look_up(surface, near=False)
        numbers = tuple(self._number_of[match.place_id] for match in found)
        return Bearers(numbers, self.lexicon.classes_of(numbers), 0, preferred=False) if numbers else None

    def _look_up_forms(self, passage: Passage, first: int, last: int) -> Spot | None:
        """Find the longest name that the words may be a declined form of: "у Кривому Розі"."""
        code, words = passage.language, passage.words
        options = [
            [words[number].lower, *plain_forms(words[number].surface, code)]
            for number in range(first, min(last, first + _LONGEST_DECLINED - 1) + 1)
        ]
        if last == first:
            options[0] += self._with_article(passage, first)
        if all(len(forms) == 1 for forms in options):
            return None
        shortest = 2 if last > first else 1
        for length in range(len(options), shortest - 1, -1):
            for forms in product(*options[:length]):
                if bearers := self._find_form(" ".join(forms), likely=length == 1 and words[first].opens):
                    spot = make_spot(passage, first, first + length - 1, because(Spotted.FORM))
                    spot.bearers, spot.plain = bearers, " ".join(forms)
                    return spot
        return None

    def _find_form(self, name: str, *, likely: bool) -> Bearers | None:
        """Find who bears a guessed name; one that is likely is also found by its spelling: "Ірак" where Irak is."""
        bearers = self.lexicon.find(key_of_name(name))
        if bearers is not None or self.lexicon.wary or not likely or name.isascii():
            return bearers
        return self._remember_spelling(name, _SHORTEST_DECLINED)

    def _with_article(self, passage: Passage, number: int) -> list[str]:
        """Give the name with the article that the preposition before the word holds: "au Caire" is in Le Caire."""
        word = passage.words[number]
        before = passage.text[max(0, word.start - _LONGEST_CONTRACTION) : word.start].lower().split()
        article = passage.vocabulary.contractions.get(before[-1]) if before else None
        return [f"{article} {word.surface}"] if article else []

    def _look_up_region(self, passage: Passage, number: int) -> Spot | None:
        """Find the town that a region is named after, by its adjective beside a kind or by a word of its own."""
        word, code = passage.words[number], passage.language
        lands = land_forms(word.surface, code)
        towns = lands or town_forms(word.surface, code)
        kind = _REGION if lands else self._region_asked(passage, number) if towns else ""
        for town in towns if kind else ():
            if bearers := self.lexicon.find(key_of_word(town)):
                spot = make_spot(passage, number, number, because(Spotted.REGION))
                spot.bearers, spot.implied = bearers, kind
                return spot
        return None

    def _region_asked(self, passage: Passage, number: int) -> str:
        """Tell the kind of region beside a word, or after the list it opens; empty if there is none."""
        spot = make_spot(passage, number, number)
        vocabulary, words = passage.vocabulary, passage.words
        if (kind := vocabulary.kinds_before.get(spot.around.asked_before, "")).startswith(_DERIVED):
            return kind
        for last in range(number, min(number + _LONGEST_LIST, len(words))):
            if last > number and not vocabulary.is_list_gap(passage.text[words[last - 1].end : words[last].start]):
                return ""
            after = make_spot(passage, last, last).around.asked_after
            if (kind := vocabulary.kinds_after.get(after, "")).startswith(_DERIVED):
                return kind
        return ""

    def _without_clitics(self, passage: Passage, first: int, keys: Sequence[str]) -> Spot | None:
        words = passage.words
        for length, key in without_clitics(words[first].surface, passage.language):
            for extent in range(len(keys) - 1, -1, -1):
                bearers = self.lexicon.find(key + keys[extent][len(words[first].key) :])
                if bearers is not None:
                    spot = make_spot(passage, first, first + extent, _NAMED)
                    spot.start += length
                    spot.bearers = bearers
                    return spot
        return None


def _may_have_forms(passage: Passage, first: int, last: int) -> bool:
    """Tell whether some of the words may be declined or hold an article."""
    return passage.has_forms or not all(word.surface.isascii() for word in passage.words[first : last + 1])
