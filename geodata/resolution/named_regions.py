"""The regions and countries that a report names, and what they say of where its other places are."""

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from geodata.model import Mention, ReasonKind
from geodata.resolution.evidence import (
    NAMED_BESIDE,
    NAMED_IN_REPORT,
    NAMED_IN_SENTENCE,
    NAMED_OFTEN,
    NAMED_WITH_IT,
)
from geodata.resolution.inside import binding_of

_COMMAS = (",", "،")
BESIDE_REACH = 40
SENTENCE_REACH = 200


class Inside(NamedTuple):
    """The region that a mention is said to be in.

    Attributes
    ----------
    regions : tuple of str
        Those that the name may mean; empty where the text says none.
    by_comma : bool
        Whether nothing but a comma says it, as in a list: a large place may stand beside another there.
    """

    regions: tuple[str, ...] = ()
    by_comma: bool = False


class _Named(NamedTuple):
    """One mention of a region: its number, those it may mean, and whether it is the name of a town that is drawn."""

    number: int
    regions: tuple[str, ...]
    is_town: bool
    name: str


class NamedRegions:
    """The regions named so far in one report.

    Parameters
    ----------
    mentions : sequence of Mention
        In the order of the text.
    text : str
        The report's text.
    language : str
        ISO 639-1 code of its language; "und" where it is not known.
    """

    def __init__(self, mentions: Sequence[Mention], text: str, language: str) -> None:
        self._mentions = mentions
        self._text = text
        self._binding = binding_of(language)
        self._by_region: dict[str, list[int]] = {}
        self._starts: list[int] = []
        self._named: list[_Named] = []
        self._by_number: dict[int, _Named] = {}

    def __contains__(self, region: str) -> bool:
        return region in self._by_region

    @property
    def places(self) -> Iterable[str]:
        """The `place_id` of each."""
        return self._by_region.keys()

    def add(self, number: int, regions: Sequence[str], name: str, *, is_town: bool = False) -> None:
        """Add a mention that has been settled.

        Parameters
        ----------
        number : int
            Its number in the report.
        regions : sequence of str
            The region it went to; or those named after the town it went to: "Mansoura, Raqqa".
        name : str
            Its plain form, or the name that matched.
        is_town : bool, default False
            Whether it went to a town.
        """
        named = _Named(number, tuple(regions), is_town, name)
        self._by_number[number] = named
        for region in regions:
            insort(self._by_region.setdefault(region, []), number)
        start = self._mentions[number].start
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._named.insert(at, named)

    def weigh(self, number: int, region: str) -> tuple[float, ReasonKind]:
        """Weigh where a region is named from a mention: the next time after it, and the last before.

        Parameters
        ----------
        number : int
            The mention.
        region : str
            One of those named.

        Returns
        -------
        tuple of (float, ReasonKind)
        """
        mention, numbers = self._mentions[number], self._by_region[region]
        asked = [other for other in numbers if not self._by_number[other].is_town]
        best = NAMED_IN_REPORT + NAMED_OFTEN * math.log(max(1, len(asked))), ReasonKind.NAMED_IN_REPORT
        at = bisect_left(numbers, mention.start, key=lambda other: self._mentions[other].start)
        for other_number in numbers[max(0, at - 1) : at + 2]:
            other, named = self._mentions[other_number], self._by_number[other_number]
            start = min(mention.end, other.end)
            gap = self._text[start : min(max(mention.start, other.start), start + SENTENCE_REACH + 1)]
            if mention.start < other.start and len(gap) <= BESIDE_REACH and self._is_bound(number, named, gap):
                return NAMED_WITH_IT, ReasonKind.NAMED_WITH_IT
            if named.is_town or "\n" in gap or ". " in gap or len(gap) > SENTENCE_REACH:
                continue
            is_beside = len(gap) <= BESIDE_REACH
            points = NAMED_BESIDE if is_beside else NAMED_IN_SENTENCE
            told = ReasonKind.NAMED_BESIDE if is_beside else ReasonKind.NAMED_IN_SENTENCE
            best = max(best, (points, told), key=lambda found: found[0])
        return best

    def tell_inside(self, number: int) -> Inside:
        """Tell the region that the text says a mention is in: "Ramadi in Iraq", "in Taybah, Deir ez-Zor"."""
        mention = self._mentions[number]
        at = bisect_right(self._starts, mention.start)
        if at == len(self._starts):
            return Inside()
        named = self._named[at]
        gap = self._gap(mention.end, self._starts[at])
        if not gap:
            return Inside()
        before, region = self._text[: mention.start], self._mentions[named.number].toponym
        if self._binding.holds(gap, before, region, named.name):
            return Inside(named.regions)
        return Inside(named.regions, by_comma=True) if self._is_pair(number, named, gap) else Inside()

    def may_be_inside(self, number: int) -> bool:
        """Tell whether a mention may be said to be in the next one, which must be no other than a region then."""
        if number + 1 >= len(self._mentions):
            return False
        gap = self._gap(self._mentions[number].end, self._mentions[number + 1].start)
        return bool(gap) and (gap.strip() in _COMMAS or self._binding.inside.fullmatch(gap) is not None)

    def _is_bound(self, number: int, named: _Named, gap: str) -> bool:
        """Tell whether what stands between a mention and that of a region says that the one is in the other."""
        if named.is_town and self._binding.listed.fullmatch(gap) and not self._is_pair(number, named, gap):
            return False
        before, region = self._text[: self._mentions[number].start], self._mentions[named.number].toponym
        return self._binding.contains(gap, before, region, named.name)

    def _is_pair(self, number: int, named: _Named, gap: str) -> bool:
        """Tell whether a place and a region stand together with a comma between, and in no longer list."""
        if gap.strip() not in _COMMAS or named.number != number + 1:
            return False
        if self._mentions[named.number].use != "literal" or self._is_listed(number - 1):
            return False
        # "Ras al-Ain, Hasakah, Syria" goes on to what holds the region.
        following = self._by_number.get(named.number + 1)
        return not self._is_listed(named.number) or bool(following and not following.is_town)

    def _is_listed(self, number: int) -> bool:
        """Tell whether a mention and the next one stand in a list."""
        if number < 0 or number + 1 >= len(self._mentions):
            return False
        gap = self._gap(self._mentions[number].end, self._mentions[number + 1].start)
        return bool(gap and self._binding.listed.fullmatch(gap))

    def _gap(self, start: int, end: int) -> str:
        """Give what stands between two mentions; empty where they are far from each other."""
        return self._text[start:end] if 0 < end - start <= BESIDE_REACH else ""
