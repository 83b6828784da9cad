"""What stands between a place and what holds it, by language: "Ramadi in Iraq", "a suburb of Mosul"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from geodata.languages import Language, ends_in_vowel, is_cyrillic, read_by

_REGIONS = ("ADM", "PCL")
_CONSONANT = "-"
_NEVER = "(?!)"
_BEFORE = 24
"""Characters before a name in which a word of starting is looked for."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The patterns of the languages of a text.

    Attributes
    ----------
    containment : re.Pattern
        What stands between a place and the region that holds it: "Hajin, Deir ez-Zor", "Ramadi in Iraq".
    inside : re.Pattern
        What stands between a place and a region when the text says that the one is in the other. Its group `both` is a
        word that may also say whither, `kind` a kind of region.
    suburb : re.Pattern
        What stands between a place and the town whose suburb it is.
    listed : re.Pattern
        What stands between two places of a list.
    starting : re.Pattern
        What stands at the end of the text before a place where a way begins.
    whither : tuple of (str, str, bool)
        What a name in its plain form ends with, what when it is whither one goes, and whether in Cyrillic letters.
    """

    containment: re.Pattern[str]
    inside: re.Pattern[str]
    suburb: re.Pattern[str]
    listed: re.Pattern[str]
    starting: re.Pattern[str]
    whither: tuple[tuple[str, str, bool], ...]

    def contains(self, gap: str, before: str, region: str, region_plain: str) -> bool:
        """Tell whether what stands between a place and a region binds the two.

        Parameters
        ----------
        gap : str
            What stands between.
        before : str
            The text before the place.
        region : str
            The region's name as the text has it.
        region_plain : str
            Its plain form; empty where it is not known.
        """
        match = self.containment.fullmatch(gap)
        return match is not None and not self._is_way(match, before, region, region_plain)

    def holds(self, gap: str, before: str, region: str, region_plain: str) -> bool:
        """Tell whether what stands between says that a place is in a region; parameters as of `contains`.

        Parameters
        ----------
        gap : str
            What stands between the two names.
        before : str
            What stands before the place.
        region : str
            Name of the region as written.
        region_plain : str
            The same as the gazetteer has it.
        """
        match = self.inside.fullmatch(gap)
        return match is not None and not self._is_way(match, before, region, region_plain)

    def _is_way(self, match: re.Match[str], before: str, region: str, region_plain: str) -> bool:
        """Tell whether a word of two senses says whither here: by what stands before, or by the region's ending."""
        if not match["both"]:
            return False
        if self.starting.search(before[-_BEFORE:]):
            return True
        return (
            not match["kind"] and not match["within"] and self._is_whither(region.casefold(), region_plain.casefold())
        )

    def _is_whither(self, region: str, region_plain: str) -> bool:
        for plain_end, end, cyrillic in self.whither:
            if is_cyrillic(region[-1:]) != cyrillic:
                continue
            if plain_end == _CONSONANT:
                ends = region == region_plain and not ends_in_vowel(region)
            elif region_plain[:1] != region[:1] or region_plain == region:  # a plain form in these letters is not known
                ends = plain_end != end and region.endswith(end)
            else:
                ends = region_plain.endswith(plain_end) and region == region_plain.removesuffix(plain_end) + end
            if ends:
                return True
        return False


@cache
def binding_of(code: str) -> Binding:
    """Make the patterns for texts of a language.

    Parameters
    ----------
    code : str
        ISO 639-1 code; "und" where it is not known.
    """
    languages = read_by(code)
    words = _Words(languages)
    region = rf"(?P<within>{words.within})?{words.the}(?:{words.side})?(?P<kind>{words.kind})?"
    binding = rf"(?:{words.inside}|(?P<both>{words.both})){words.the}{region}"
    loose = rf"(?:{words.inside}|(?P<both>{words.both})|{words.of})?{words.the}{region}"
    starting = _branches(word for one in languages for word in one.places.starting)
    return Binding(
        re.compile(rf",?\s+{loose}|,\s*"),
        re.compile(rf"\s+{binding}"),
        re.compile(rf",?\s+(?:[\w-]+\s+){{0,2}}(?:{words.suburb})(?:{words.of})?{words.the}"),
        re.compile(rf"\s*[,;/،]\s*(?:(?:{words.and_}){words.the})?|\s+(?:{words.and_}){words.the}"),
        re.compile(rf"(?<!\w)(?:{starting})\s*$", re.IGNORECASE),
        tuple(_list_whither(languages)),
    )


class _Words:
    """The words of some languages as branches of patterns, each with the space after it."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        places = [language.places for language in languages]
        self.of = _with_gap(word for one in places for word in one.of)
        self.the = rf"(?:{_with_gap(word for one in places for word in one.the)})?"
        self.and_ = _with_gap(word for one in places for word in one.list_words)
        self.both = _with_gap(word for one in places for word in one.inside_or_to)
        glued = _branches(word for one in places for word in one.inside_glued)
        self.inside = rf"{_with_gap(word for one in places for word in one.inside)}|{glued}"
        self.side = _with_gap(word for one in places for word in one.side_adjectives)
        within = _with_gap(word for one in places for word in (*one.places_within, *one.sides))
        self.within = rf"(?:{within})(?:{self.of})?"
        self.kind = rf"(?:{_with_gap(_list_kinds(languages))})(?:{self.of})?"
        self.suburb = _with_gap(word for one in places for word in one.suburbs)


def _list_kinds(languages: Iterable[Language]) -> Iterator[str]:
    for language in languages:
        kinds = language.places.kinds
        for table in (kinds.anywhere, kinds.before, kinds.before_bare, kinds.before_of):
            yield from (word for word, code in table.items() if code.startswith(_REGIONS))


def _list_whither(languages: Iterable[Language]) -> Iterator[tuple[str, str, bool]]:
    for language in languages:
        cyrillic = language.about.script == "Cyrl"
        for plain_end, ends in language.places.whither.items():
            for end in ends:
                yield plain_end, end, cyrillic


def _with_gap(words: Iterable[str]) -> str:
    """Write words with the space after them; what ends with an apostrophe has none."""
    return (
        "|".join(
            _branches([word]) + ("" if word.endswith("'") else r"\s+")
            for word in sorted(set(words), key=len, reverse=True)
        )
        or _NEVER
    )


def _branches(words: Iterable[str]) -> str:
    branches = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    return branches.replace(r"\ ", r"\s+").replace("'", "['’]") or _NEVER
