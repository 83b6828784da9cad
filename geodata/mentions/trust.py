"""Which names of the gazetteer are a place's here, and not a common word, a person's or an organisation's."""

import re
from collections.abc import Sequence

from geodata.mentions.context import Organisations
from geodata.mentions.spots import Persons, Spot
from geodata.mentions.tokeniser import Passage
from geodata.model import Spotted
from geodata.names import LONGEST_CODE

WELL_KNOWN = 100_000
"""People from which a town's own name alone is evidence, when chance makes a town of nearly any word."""

WELL_KNOWN_ALIAS = 150_000
"""The same for a name other than its own."""

WELL_KNOWN_NAME_OF_WORDS = 15_000
"""The same for a name of several words."""

LONGEST_BARE_CODE = 2
_LONGEST_GAP = 16
_SHORTEST_ON_SIGHT = 4
# A spelling that short is like some word by chance.
_LONGEST_BY_CHANCE = 6
_LONGEST_SHORT_REGION = 4
_GIVEN_NAME_FACTOR = 5
_FOLLOWED = re.compile(r"\s([A-Z][a-z]+)")


class Trust:
    """Judges the names found in one text.

    Parameters
    ----------
    passage : Passage
        The text, with its words and those of its language.
    persons : Persons
        Who is named in it.
    organisations : Organisations
        Likewise.
    wary : bool
        Whether the gazetteer is so large that the name of a small place needs words around it that speak for one.
    """

    def __init__(self, passage: Passage, persons: Persons, organisations: Organisations, *, wary: bool) -> None:
        self.text = passage.text
        self.words = passage.words
        self.vocabulary = passage.vocabulary
        self.persons = persons
        self.organisations = organisations
        self.wary = wary

    def sort(self, spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
        """Part the names of places from those of persons and organisations.

        Returns
        -------
        named, barred : list of Spot
            What is neither is left out: it may still turn out to be a place by its context.
        """
        named: dict[int, Spot] = {}
        barred: list[Spot] = []
        doubtful: list[int] = []
        for number, spot in enumerate(spots):
            if self.is_barred(spot) or self._is_byname(spot, spots[number + 1 : number + 2]):
                barred.append(spot)
            elif self._is_trusted(spot, named.get(number - 1)):
                named[number] = spot
            elif self._may_be_told_by_company(spot):
                doubtful.append(number)
        if self.wary and doubtful:
            self._admit_lists(spots, doubtful, named)
            self._admit_by_company(spots, doubtful, named)
        return [named[number] for number in sorted(named)], barred

    def is_barred(self, spot: Spot) -> bool:
        """Tell whether a spot is a person's or an organisation's name, or part of one."""
        if self.organisations.cover(spot.start, spot.end):
            return True
        if spot.is_demonym:
            return False
        if spot.around.in_organisation and not (self.wary and self._is_state(spot)):
            return True
        if self._is_state_after_title(spot):
            return False
        if spot.first in self.persons.numbers:
            return spot.is_word or not self.persons.is_whole(spot)
        if spot.is_word and spot.surface in self.persons.surnames:
            told = spot.around.asked_before or spot.around.asked_after or spot.around.located
            return not (told or self._is_state(spot))
        return False

    def _is_byname(self, spot: Spot, after: Sequence[Spot]) -> bool:
        """Tell whether "Abu Kamal" is the first part of "Abu Kamal al-Iraqi", the father of one and from somewhere."""
        if spot.is_word or self.words[spot.first].lower != "abu" or spot.last + 2 >= len(self.words):
            return False
        last, article, origin = self.words[spot.last : spot.last + 3]
        if not (last.joined and article.article and article.joined and origin.key.endswith("i")):
            return False
        return self.text[last.end : article.start] == " " and not any(
            other.first <= spot.last + 2 and not other.is_demonym for other in after
        )

    def _is_state(self, spot: Spot) -> bool:
        return bool(spot.bearers and spot.bearers.preferred and spot.bearers.classes & {"country", "region"})

    def _is_state_after_title(self, spot: Spot) -> bool:
        """Tell whether it is the state of an office: "Посол Польщі"."""
        title = self.words[spot.first - 1].lower if spot.first else ""
        return title in self.vocabulary.titles_before_states and bool(
            spot.bearers and spot.bearers.classes & {"country", "region"}
        )

    def _is_country(self, spot: Spot) -> bool:
        return bool(spot.bearers and spot.bearers.preferred and "country" in spot.bearers.classes)

    def _is_trusted(self, spot: Spot, before: Spot | None) -> bool:
        assert spot.bearers is not None
        word, vocabulary = self._word_of(spot), self.vocabulary
        if spot.is_demonym:
            if spot.first and self.words[spot.first - 1].article and self.text[spot.start - 1] in "-‐‑":
                return False  # "al-Iraqi" ends a person's name
            following = _FOLLOWED.match(self.text, spot.end)
            return self.wary or not following or self._is_office(following.group(1).lower())
        if self._is_region_after_comma(spot, before) or (self.wary and self._is_code_of_state(spot)):
            return True
        if word in vocabulary.not_places and word not in vocabulary.also_words:
            return False
        around = spot.around
        told = bool(around.asked_before or around.asked_after)
        if not spot.is_word:
            return not self.wary or told or self._is_well_known(spot) or self._is_located(spot)
        if word in vocabulary.also_words:
            listed = before is not None and self._are_listed(before, spot)
            return spot.surface[0].isupper() and (listed or told or (bool(around.locative) and not self.wary))
        if word in vocabulary.sides and not told:
            return False  # "from the South"
        if not self.wary:
            return (
                not spot.is_by(Spotted.SPELLING) or len(spot.surface) > _LONGEST_BY_CHANCE or not around.opens_sentence
            )
        return self._is_trusted_warily(spot, word, told=told)

    def _word_of(self, spot: Spot) -> str:
        """Give the name in small letters, without an article before it."""
        word = spot.surface.lower()
        first, _, rest = word.partition(" ")
        return rest if rest and first in self.vocabulary.the else word

    def _is_office(self, word: str) -> bool:
        return word in self.vocabulary.titles or word in self.vocabulary.before_titles

    def _is_trusted_warily(self, spot: Spot, word: str, *, told: bool) -> bool:
        if not spot.surface[0].isupper() or word in self.vocabulary.common_words:
            return False
        if spot.is_by(Spotted.APOSTROPHE_LOST):
            return self._is_country(spot) and word not in self.vocabulary.given_names_and_places
        if len(spot.surface.replace(".", "")) <= LONGEST_BARE_CODE:
            return False
        if told:
            return True
        if self._is_well_known(spot):
            return self._is_state(spot) or not self._is_part_of_name(spot)
        return self._is_located(spot) and len(spot.surface) >= _SHORTEST_ON_SIGHT

    def _is_code_of_state(self, spot: Spot) -> bool:
        """Tell whether "US", "UK" or "B.C." stands for a country or, with its points, a division."""
        assert spot.bearers is not None
        letters = spot.surface.replace(".", "")
        if len(letters) > LONGEST_CODE or not letters.isupper() or not letters.isalpha():
            return False
        if spot.bearers.classes & {"country", "area"}:
            return True
        before = self.text[max(0, spot.start - 2) : spot.start]
        return "." in spot.surface and "region" in spot.bearers.classes and not before[:1].isdigit()

    def _is_region_after_comma(self, spot: Spot, before: Spot | None) -> bool:
        """Tell whether it is the state in "Austin, TX" or "Bowling Green, Ky."."""
        assert spot.bearers is not None
        if "region" not in spot.bearers.classes or not spot.first or not spot.surface[0].isupper():
            return False
        previous = self.words[spot.first - 1]
        short = len(spot.surface) <= _LONGEST_SHORT_REGION
        if self.text[previous.end : spot.start] != ", " or not previous.opens or previous.surface.isdigit():
            return False
        return not short or before is not None or spot.surface.isupper() or self.text[spot.end : spot.end + 1] == "."

    def _is_well_known(self, spot: Spot) -> bool:
        assert spot.bearers is not None
        bearers = spot.bearers
        if bearers.preferred and bearers.classes & {"country", "capital", "region", "area", "river"}:
            return True
        least = WELL_KNOWN if bearers.preferred else WELL_KNOWN_ALIAS
        if spot.is_word:
            word = spot.surface.lower()
            if word in self.vocabulary.given_names:
                least *= _GIVEN_NAME_FACTOR
        elif bearers.preferred:
            least = WELL_KNOWN_NAME_OF_WORDS
        return bearers.population >= least

    def _is_part_of_name(self, spot: Spot) -> bool:
        """Tell whether capitalised words around make it part of another name: "Jack London"."""
        if spot.first:
            before = self.words[spot.first - 1]
            space = self.text[before.end : spot.start] == " "
            if space and before.opens and before.lower in self.vocabulary.given_names:
                return True
        return False

    def _is_located(self, spot: Spot) -> bool:
        if not spot.around.located or spot.first in self.persons.numbers:
            return False
        following = self._capital_after(spot)
        if following and following not in self.vocabulary.offices:
            return False
        return spot.surface.lower() not in self.vocabulary.common_words

    def _capital_after(self, spot: Spot) -> str:
        """Give the capitalised word right after a name, small letters; empty where there is none."""
        last = self.words[spot.last]
        if not last.joined or spot.last + 1 >= len(self.words):
            return ""
        following = self.words[spot.last + 1]
        return following.lower if following.opens and self.text[last.end] == " " else ""

    def _may_be_told_by_company(self, spot: Spot) -> bool:
        word = spot.surface.lower()
        if not self.wary or not spot.surface[0].isupper() or len(spot.surface) < _SHORTEST_ON_SIGHT:
            return False
        if word in self.vocabulary.not_places and word not in self.vocabulary.also_words:
            return False
        return not self.vocabulary.says.match(self.text, spot.end)

    def _are_listed(self, one: Spot, other: Spot) -> bool:
        gap = other.start - one.end
        return 0 <= gap <= _LONGEST_GAP and self.vocabulary.is_list_gap(self.text[one.end : other.start])

    def _admit_lists(self, spots: Sequence[Spot], doubtful: Sequence[int], named: dict[int, Spot]) -> None:
        """Admit what goes on a list of places that a word such as "in" or "from" has opened: "from London and Foo"."""
        admitted: set[int] = set()
        for number in doubtful:
            spot, before = spots[number], named.get(number - 1)
            if before is None or before.is_demonym or self._is_like_anything(spot.surface.lower()):
                continue
            opened = number - 1 in admitted or before.around.located or before.around.locative
            signs = self.text[before.end : spot.start].strip()
            if opened and signs and self._are_listed(before, spot) and not self._capital_after(spot):
                named[number] = spot
                admitted.add(number)

    def _is_like_anything(self, word: str) -> bool:
        vocabulary = self.vocabulary
        tables = (vocabulary.common_words, vocabulary.not_places, vocabulary.also_words, vocabulary.given_names)
        return any(word in table for table in tables)

    def _admit_by_company(self, spots: Sequence[Spot], doubtful: Sequence[int], named: dict[int, Spot]) -> None:
        """Admit a doubtful name before its state ("Paris, Texas") and one that was told to be a place elsewhere."""
        for number in reversed(doubtful):
            following = named.get(number + 1)
            if following is not None and self.text[spots[number].end : following.start] == ", ":
                classes = following.bearers.classes if following.bearers else frozenset()
                if not following.is_demonym and classes & {"country", "region"}:
                    named[number] = spots[number]
        known = {spot.surface for spot in named.values() if len(spot.surface) >= _SHORTEST_ON_SIGHT}
        traps = {surface.lower() for surface in known} & self.vocabulary.not_places
        for number in doubtful:
            spot, word = spots[number], spots[number].surface.lower()
            if word in self.vocabulary.not_places:
                told = word in traps and spot.around.located
            else:
                told = spot.surface in known and word not in self.vocabulary.common_words
            if told:
                named[number] = spot
