"""Text -> mentions: every name of the gazetteer, and what the words around it show to be a place's name.

A recogniser is anything with `recognise(text, language) -> list of Mention`; `GazetteerRecogniser` is ours.
It works in five steps, each on plain values:

    names of the gazetteer  ->  names the context gives away  ->  organisations and people out  ->  kind asked  ->  use
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from geodata import context_words as vocabulary
from geodata.demonyms import read_demonyms
from geodata.gazetteer import Gazetteer, bare_name
from geodata.lexicon import LONGEST_NAME_WORDS, Lexicon, Word, read_words, without_clitics
from geodata.model import Mention, Use
from geodata.name_index import ACCEPT_NEAR
from geodata.names import fold

DEMONYM = "a word for its people"
SHORTEST_UNKNOWN = 4
LONGEST_PIECE = 4
UNKNOWN_WORTH = 0.35
PIECE_COST = 0.2
ACCEPT_MERGED = 0.85
CONTEXT = 48
"""Characters to either side in which words that tell the kind of a name are looked for."""


class Recogniser(Protocol):
    """What finds mentions; another one can be plugged in."""

    def recognise(self, text: str, language: str) -> list[Mention]:
        """Find the mentions of a report's text, in order and without overlap."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of words that may be a mention.

    Attributes
    ----------
    first, last : int
        Words it runs over, both included.
    start, end : int
        Offsets into the text.
    places : tuple of str
        Places that bear the name; empty when only the context speaks for it.
    why : str
        What made it a mention.
    """

    first: int
    last: int
    start: int
    end: int
    places: tuple[str, ...]
    why: str


def _phrases(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_JOIN = re.compile(r"[ \u00a0]?[-‐‑–][ \u00a0]?|[ \u00a0]\n?|\n|['’`´]")
_SPACED_DASH = re.compile(r"\s[-‐‑–—]\s")
_LIST_GAP = re.compile(r"\s*(?:,|،|/|;|\s)\s*(?:and|or|as well as|и|а также|و)?\s*(?:the\s+)?[«\"“]?", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)({_phrases(vocabulary.FEATURE_BEFORE)})\s*[:«\"“(]?\s*(?:the\s+)?$")
_AFTER = re.compile(
    rf"^[»\"”)]?[\s-]?(?:{_phrases(('oil', 'gas', 'military'))})?\s?({_phrases(vocabulary.FEATURE_AFTER)})\b"
)
_LOCATIVE = re.compile(
    rf"(?<!\w)(?:{_phrases(vocabulary.LOCATIVE)}|(?:{_phrases(vocabulary.COMPASS)})(?:\s+(?:of|from|side\s+of))?|"
    rf"outskirts\s+of|(?:side|castle|countries|port|island|edge|entrance|gates?|west|east|north|south)\s+of|suburbs?\s+of|area\s+of|areas\s+of|line|direction\s+of|vicinity\s+of|"
    rf"(?:km|kilometres|kilometers|miles)\s+(?:from|of)|(?:в|во|под|у|из|около|близ|возле|районе)|(?:في|قرب|إلى|من))"
    rf"\s+(?:the\s+)?[«\"“]?$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(rf"\b(?:{_phrases(vocabulary.ORGANISATION_HEADS)})\b", re.IGNORECASE)
_ORGANISATION_TAIL = re.compile(rf"^(?:\s+Al)?\s+(?:{vocabulary.ORGANISATION_TAILS})\b", re.IGNORECASE)
_ORGANISATION_LEAD = re.compile(r"\b(?:University|Bank|Institute|Museum|Hotel|Brigade|Club|Treaty)\s+of\s+$")
_OFFICIAL = re.compile(rf"\s(?!(?:{_phrases(t.capitalize() for t in vocabulary.TITLES)}|Prime|Foreign)\b)[A-Z][a-z]+")
_STATING = re.compile(
    rf"^(?:\s+(?:has|have|also|had|again|strongly|officially|later)){{0,2}}\s+(?:{_phrases(vocabulary.STATING)})\b"
)
_STATING_RUSSIAN = re.compile(rf"^\s+(?:{_phrases(vocabulary.RUSSIAN_STATING)})\b")
_TALKS = re.compile(r"(?:between|according to|talks with|relations with|agreement with|pressure on)\s+$", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:congratulated|thanked|told|informed|asked|urged|warned|accused|blamed|gratitude\s+to|thanks\s+to|message\s+to|"
    r"telegram\s+to|appealed\s+to|sounding\s+of|and\s+to|talks\s+with)\s+$",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"(?:^|[.!?;:»”\"]|\b(?:and|but|where|that|which|while)|,)\s*[«“\"]?$")
_ACTING = re.compile(
    r"^(?:,?\s+which)?(?:\s+(?:also|again|later|officially|strongly|only))?\s+(?!(?:is|was|were|lies|lay|fell|remains|"
    r"remained|became|saw|stands|stood|suffered)\b)(?:has|have|had|did|does|will|would|keeps?|kept|[a-z]{2,}(?:ed|s))\b"
)
_DATELINE = re.compile(
    r"\A\s*(?:[\w.:/ ,]{0,24}\n)?([^\W\d_a-z][^\n—–.-]{1,38}?(?:-[^\n—–. ]{1,12}){0,3}"
    r"(?:,\s*[^\n—–.-]{1,24}\.?(?:\s*\d{1,2})?(?:,? \d{4})?)?\s*(?:\([^)\n]{1,24}\)\s*|/[^/\n]{1,24}/\s*)?)(?:[—–]|\s-{1,2}\s|\. [—–-])"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:»”\"]|\n)\s*[«“\"]?$")


class GazetteerRecogniser:
    """The recogniser Dateline brings along; needs a gazetteer and no model.

    Parameters
    ----------
    gazetteer : Gazetteer
        Whose names are found.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._lexicon = Lexicon.build(gazetteer)
        self._index = gazetteer.index
        self._countries = gazetteer.country_ids
        self._kinds = {place_id: (place.kind, place.feature_code) for place_id, place in gazetteer.places.items()}

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
        named = list(self._find_names(text, words))
        barred = {s.first: s for s in named if _is_person_or_organisation(text, words, s)}
        named = [spot for spot in named if spot.first not in barred]
        unnamed = self._find_by_context(text, words, named, list(barred.values()))
        spots = _without_overlap([*unnamed, *named])
        asked = _tell_asked(text, spots)
        dateline_end = _find_dateline(text)
        return [
            Mention(
                spot.start,
                spot.end,
                text[spot.start : spot.end],
                self._tell_use(text, spot, kind, dateline_end),
                kind,
                spot.why,
            )
            for spot, kind in zip(spots, asked, strict=True)
        ]

    def _find_names(self, text: str, words: Sequence[Word]) -> Iterator[Spot]:
        number, last_spot = 0, None
        while number < len(words):
            spot = self._longest_name(text, words, number) or self._find_demonym(text, words, number)
            if spot is not None and self._is_trusted(text, spot, last_spot):
                last_spot = _with_article(text, words, spot)
                yield last_spot
                number = spot.last + 1
            else:
                number += 1

    def _find_demonym(self, text: str, words: Sequence[Word], first: int) -> Spot | None:
        for last in (first + 1, first):
            if last < len(words) and (last == first or _are_joined(text, words, first)):
                start, end = words[first].start, words[last].end
                country = self._countries.get(read_demonyms().get(text[start:end], ""))
                if country:
                    return Spot(first, last, start, end, (country,), DEMONYM)
        return None

    def _longest_name(self, text: str, words: Sequence[Word], first: int) -> Spot | None:
        if not _can_open(words, first):
            return None
        last, keys = first, words[first].key
        reach = [(first, keys)]
        while last + 1 < len(words) and last - first < LONGEST_NAME_WORDS - 1 and _are_joined(text, words, last):
            last += 1
            keys += words[last].key
            reach.append((last, keys))
        for last, keys in reversed(reach):
            found = self._look_up(text, words, first, last, keys)
            if found is not None:
                return found
        return self._without_clitics(text, words, reach) if not text[words[first].start].isascii() else None

    def _look_up(self, text: str, words: Sequence[Word], first: int, last: int, key: str) -> Spot | None:
        start, end = words[first].start, words[last].end
        places = self._lexicon.names.get(key)
        if places:
            return Spot(first, last, start, end, places, "a name of the gazetteer")
        if len(key) > 4 and key.endswith("s") and (places := self._lexicon.names.get(key[:-1])):
            return Spot(first, last, start, end - 1, places, "a name of the gazetteer, its apostrophe lost")
        surface = text[start:end]
        first_word = text[words[first].start : words[first].end].lower()
        if not words[last].opens or (first == last and len(key) < 6) or bare_name(surface):
            return None
        if first != last and first_word in vocabulary.NOT_PLACES:
            return None
        places = self._lexicon.spellings.get(fold(surface))
        return Spot(first, last, start, end, places, "a spelling of a name of the gazetteer") if places else None

    def _without_clitics(self, text: str, words: Sequence[Word], reach: Sequence[tuple[int, str]]) -> Spot | None:
        first = reach[0][0]
        surface = text[words[first].start : words[first].end]
        for length, key in without_clitics(surface):
            for last, keys in reversed(reach):
                places = self._lexicon.names.get(key + keys[len(words[first].key) :])
                if places:
                    start = words[first].start + length
                    return Spot(first, last, start, words[last].end, places, "a name of the gazetteer")
        return None

    def _is_trusted(self, text: str, spot: Spot, last_spot: Spot | None) -> bool:
        """Tell whether a gazetteer name is one here, and not a common word or a given name."""
        surface = text[spot.start : spot.end]
        word = surface.lower().removeprefix("the ")
        if spot.why == DEMONYM:
            return not _OFFICIAL.match(text[spot.end : spot.end + CONTEXT])
        if word in vocabulary.NOT_PLACES - vocabulary.CASE_TRAPS:
            return False
        if spot.first != spot.last:
            return True
        before, after = _around(text, spot)
        if word in vocabulary.CASE_TRAPS:
            listed = last_spot is not None and _is_list_gap(text[last_spot.end : spot.start])
            told = bool(_BEFORE.search(before) or _AFTER.match(after) or _LOCATIVE.search(before))
            return surface[0].isupper() and (listed or told)
        return "spelling" not in spot.why or len(surface) > 6 or not _SENTENCE_START.search(before)

    def _find_by_context(
        self, text: str, words: Sequence[Word], named: Sequence[Spot], barred: Sequence[Spot]
    ) -> list[Spot]:
        taken = {number for spot in [*named, *barred] for number in range(spot.first, spot.last + 1)}
        runs = [piece for run in _find_runs(text, words, taken) for piece in self._split_run(text, words, run)]
        runs = [self._merge_with_named(text, words, run, named) for run in runs]
        runs = [run for run in runs if not _is_person_or_organisation(text, words, run)]
        found = {run.first: run for run in (self._trust_by_context(text, run) for run in runs) if run}
        changed = True
        while changed:
            changed = False
            company = sorted([*named, *found.values()], key=lambda spot: spot.first)
            for run in runs:
                if run.first not in found and self._is_listed(text, run, company):
                    found[run.first] = replace(run, why="in a list of places")
                    changed = True
        return list(found.values())

    def _likeness(self, name: str) -> float:
        best = self._index.look_up(name, limit=1)
        return best[0].likeness if best else 0.0

    def _split_run(self, text: str, words: Sequence[Word], run: Spot) -> Iterator[Spot]:
        """Cut a run of words into names where that makes them likelier: "Tayyani Rukayb" are two villages."""
        if run.first == run.last or self._likeness(text[run.start : run.end]) >= ACCEPT_NEAR:
            yield run
            return
        best: list[tuple[float, list[int]]] = [(0.0, [])]
        for end in range(run.first, run.last + 1):
            options = []
            for start in range(max(run.first, end - LONGEST_PIECE + 1), end + 1):
                like = self._likeness(text[words[start].start : words[end].end])
                known = like >= ACCEPT_NEAR and not words[end].article
                worth = (like if known else UNKNOWN_WORTH) * (end - start + 1) - PIECE_COST
                before = best[start - run.first]
                options.append((before[0] + worth, [*before[1], start]))
            best.append(max(options))
        starts = best[-1][1]
        for start, following in zip(starts, [*starts[1:], run.last + 1], strict=True):
            piece = _trim_run(text, words, start, following - 1)
            if piece is not None:
                yield piece

    def _merge_with_named(self, text: str, words: Sequence[Word], run: Spot, named: Sequence[Spot]) -> Spot:
        """Join a run to the name it touches where both together are like a name: "Surat el-Kashma"."""
        for spot in named:
            first, last = sorted((run, spot), key=lambda one: one.first)
            if last.first != first.last + 1 or spot.why == DEMONYM or not _are_joined(text, words, first.last):
                continue
            if self._likeness(text[first.start : last.end]) >= ACCEPT_MERGED:
                return Spot(first.first, last.last, first.start, last.end, (), "like a name of the gazetteer")
        return run

    def _trust_by_context(self, text: str, run: Spot) -> Spot | None:
        if run.why:
            return run
        if why := _tell_why(text, run):
            return replace(run, why=why)
        before, _ = _around(text, run)
        locative = _LOCATIVE.search(before)
        surface = text[run.start : run.end]
        if locative and len(surface) > SHORTEST_UNKNOWN and self._likeness(surface) >= ACCEPT_NEAR:
            return replace(run, why=f"after '{' '.join(locative.group().split())}', like a name of the gazetteer")
        return None

    def _is_listed(self, text: str, run: Spot, company: Sequence[Spot]) -> bool:
        """Tell whether a run stands in a list beside a mention; with only a space between it must be like a name."""
        before = [spot for spot in company if spot.last < run.first and spot.why != DEMONYM]
        after = [spot for spot in company if spot.first > run.last and spot.why != DEMONYM]
        gaps = [text[before[-1].end : run.start]] if before else []
        gaps += [text[run.end : after[0].start]] if after else []
        listed = [gap for gap in gaps if _is_list_gap(gap)]
        if any(gap.strip() for gap in listed):
            return True
        return bool(listed) and self._likeness(text[run.start : run.end]) >= ACCEPT_NEAR

    def _tell_use(self, text: str, spot: Spot, asked: str, dateline_end: int) -> Use:
        if spot.why == DEMONYM:
            return "demonym"
        if spot.start < dateline_end:
            return "dateline"
        voices = {self._voice(place_id) for place_id in spot.places} - {""}
        if asked or not voices:
            return "literal"
        before, after = text[max(0, spot.start - CONTEXT) : spot.start], text[spot.end : spot.end + CONTEXT]
        if _ADDRESSED.search(before) or (_TALKS.search(before) and "capital" in voices):
            return "metonym"
        if _LOCATIVE.search(before):
            return "literal"
        if _STATING.match(after) or _STATING_RUSSIAN.match(after):
            return "metonym"
        opens = bool(_CLAUSE_START.search(before))
        return "metonym" if "capital" in voices and opens and _ACTING.match(after) else "literal"

    def _voice(self, place_id: str) -> str:
        """Tell whether a name can stand for a government: of a country, or by its capital."""
        kind, code = self._kinds[place_id]
        return "country" if kind == "country" else "capital" if code == "PPLC" else ""


def _without_overlap(spots: Iterable[Spot]) -> list[Spot]:
    """Put spots in order; of two that overlap the longer stays."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda one: (one.start, -one.end)):
        if kept and spot.start < kept[-1].end:
            if spot.end - spot.start > kept[-1].end - kept[-1].start:
                kept[-1] = spot
        else:
            kept.append(spot)
    return kept


def _can_open(words: Sequence[Word], number: int) -> bool:
    word = words[number]
    return word.opens or (word.article and number + 1 < len(words) and words[number + 1].opens)


def _are_joined(text: str, words: Sequence[Word], number: int) -> bool:
    gap = text[words[number].end : words[number + 1].start]
    return len(gap) <= 3 and bool(_JOIN.fullmatch(gap)) and not _SPACED_DASH.fullmatch(gap)


def _with_article(text: str, words: Sequence[Word], spot: Spot) -> Spot:
    """Take an article before the name into the mention: "al-Raqqa" where the gazetteer has "Raqqa"."""
    if spot.first and words[spot.first - 1].article and spot.start == words[spot.first].start:
        before = words[spot.first - 1]
        gap = text[before.end : spot.start]
        if gap in ("-", "‑", "'", "’") or (gap == " " and before.opens and before.end - before.start == 2):
            return replace(spot, first=spot.first - 1, start=before.start)
    return spot


def _find_runs(text: str, words: Sequence[Word], taken: set[int]) -> Iterator[Spot]:
    """Yield the longest runs of capitalised words that no gazetteer name covers."""
    number = 0
    while number < len(words):
        if number in taken or not _can_open(words, number) or not text[words[number].start].isalpha():
            number += 1
            continue
        last = number
        while last + 1 < len(words) and last + 1 not in taken and _are_joined(text, words, last):
            if not _can_open(words, last + 1) or "\n" in text[words[last].end : words[last + 1].start]:
                break
            last += 1
        run = _trim_run(text, words, number, last)
        if run is not None:
            yield run
        number = last + 1


def _trim_run(text: str, words: Sequence[Word], first: int, last: int) -> Spot | None:
    """Cut words that are capitalised for another reason off both ends of a run."""

    def is_other(number: int) -> bool:
        surface = text[words[number].start : words[number].end].lower()
        known = surface in vocabulary.NOT_PLACES or surface in vocabulary.COMPASS or surface in vocabulary.TITLES
        feature = surface in vocabulary.FEATURE_AFTER or surface in vocabulary.FEATURE_BEFORE
        return known or feature or surface.isdigit()

    while first <= last and is_other(first):
        first += 1
    while last >= first and (is_other(last) or words[last].article):
        last -= 1
    has_case = first <= last and any(letter.isupper() for letter in text[words[first].start : words[last].end])
    if not has_case or last - first >= LONGEST_NAME_WORDS or words[last].end - words[first].start < SHORTEST_UNKNOWN:
        return None
    return Spot(first, last, words[first].start, words[last].end, (), "")


def _around(text: str, spot: Spot) -> tuple[str, str]:
    return text[max(0, spot.start - CONTEXT) : spot.start].lower(), text[spot.end : spot.end + CONTEXT].lower()


def _tell_why(text: str, run: Spot) -> str:
    before, after = _around(text, run)
    if match := _BEFORE.search(before):
        return f"after '{match.group(1)}'"
    if match := _AFTER.match(after):
        return f"before '{match.group(1)}'"
    return ""


def _is_list_gap(gap: str) -> bool:
    return len(gap) <= 16 and bool(_LIST_GAP.fullmatch(gap))


def _is_person_or_organisation(text: str, words: Sequence[Word], spot: Spot) -> bool:
    for match in _ORGANISATION.finditer(text, max(0, spot.start - CONTEXT), spot.end + CONTEXT):
        if match.start() <= spot.start and spot.end <= match.end():
            return True
    if _ORGANISATION_TAIL.match(text[spot.end : spot.end + CONTEXT]):
        return True
    if _ORGANISATION_LEAD.search(text[max(0, spot.start - CONTEXT) : spot.start]):
        return True
    first_word = text[words[spot.first].start : words[spot.first].end].lower()
    if first_word in vocabulary.FIRST_NAMES and spot.last + 1 < len(words) and _are_joined(text, words, spot.last):
        following = text[words[spot.last + 1].start : words[spot.last + 1].end].lower()
        if _can_open(words, spot.last + 1) and following not in vocabulary.FEATURE_AFTER and following.isalpha():
            return True
    if not spot.first or not _are_joined(text, words, spot.first - 1):
        return False
    previous = words[spot.first - 1]
    surface = text[previous.start : previous.end]
    return surface[0].isupper() and surface.lower() in vocabulary.FIRST_NAMES | vocabulary.TITLES


def _tell_asked(text: str, spots: Sequence[Spot]) -> list[str]:
    """Tell for each spot the feature code the words around it ask for; members of one list share theirs."""
    own = [_asked_of(text, spot) for spot in spots]
    for number in range(1, len(spots)):
        before, after = own[number - 1], own[number]
        if not _is_list_gap(text[spots[number - 1].end : spots[number].start]):
            continue
        if before[1] and not after[0]:
            own[number] = before
    shared = False
    for number in range(len(spots) - 1, 0, -1):
        kind, _ = own[number]
        plural = _AFTER.match(text[spots[number].end : spots[number].end + CONTEXT].lower())
        shared = shared if kind and shared else bool(plural and plural.group(1).endswith("s"))
        listed = _is_list_gap(text[spots[number - 1].end : spots[number].start])
        shared = shared and listed and not own[number - 1][0]
        if shared:
            own[number - 1] = (kind, False)
    return [kind for kind, _ in own]


def _asked_of(text: str, spot: Spot) -> tuple[str, bool]:
    """Tell the feature code asked for, and whether it reaches on to the following members of a list."""
    before, after = _around(text, spot)
    if match := _AFTER.match(after):
        return vocabulary.FEATURE_AFTER[match.group(1)], False
    if match := _BEFORE.search(before):
        phrase = " ".join(match.group(1).split())
        return vocabulary.FEATURE_BEFORE[phrase], phrase.endswith(("s of", "s", "قرى", "بلدات", "ы", "ов"))
    return "", False


def _find_dateline(text: str) -> int:
    match = _DATELINE.match(text[:120])
    return match.end(1) if match else 0
