"""Stretches of words that may be mentions, and the persons among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geodata.gazetteer import Bearers
from geodata.mentions.context import Surroundings
from geodata.mentions.tokeniser import Passage, Word
from geodata.mentions.vocabulary import Vocabulary
from geodata.model import Because, Spotted

LONGEST_NAME_WORDS = 6
SHORTEST_UNKNOWN = 4
_LONGEST_ABBREVIATION = 5
_MOST_SURNAMES = 3
_SHORTEST_SURNAME = 3


@dataclass(slots=True)
class Spot:
    """A stretch of words that may be a mention.

    Attributes
    ----------
    first, last : int
        Words it runs over, both included.
    start, end : int
        Offsets into the text.
    why : Because
        What made it a mention, by a `Spotted`; empty when nothing has yet.
    bearers : Bearers or None
        Places that bear the name; None when only the context speaks for it.
    around : Surroundings
        The words before and after.
    is_demonym : bool
        Whether it is a word for people.
    plain : str
        The name in its plain form, where the text has another.
    implied : str
        Feature code that the word itself tells: "Київщина" is a region.
    """

    first: int
    last: int
    start: int
    end: int
    why: Because
    around: Surroundings
    bearers: Bearers | None = None
    is_demonym: bool = field(default=False)
    plain: str = ""
    implied: str = ""

    @property
    def surface(self) -> str:
        """The stretch as written."""
        return self.around.text[self.start : self.end]

    @property
    def is_word(self) -> bool:
        """Whether it is a single word."""
        return self.first == self.last

    def is_by(self, kind: Spotted) -> bool:
        """Tell whether this is what made it a mention."""
        return any(reason.kind == kind for reason in self.why)


def make_spot(passage: Passage, first: int, last: int, why: Because = ()) -> Spot:
    """Make the spot of some words.

    Parameters
    ----------
    passage : Passage
        The text around, as words.
    first : int
        Number of its first word.
    last : int
        Number of its last word, included.
    why : Because
        What made it a mention.
    """
    start, end = passage.words[first].start, passage.words[last].end
    return Spot(first, last, start, end, why, Surroundings(passage.text, start, end, passage.vocabulary))


def can_open(words: Sequence[Word], number: int) -> bool:
    """Tell whether a name may begin at a word."""
    word = words[number]
    return word.opens or (word.article and number + 1 < len(words) and words[number + 1].opens)


def take_article(passage: Passage, spot: Spot) -> Spot:
    """Take an article before the name into the mention: "al-Raqqa" where the gazetteer has "Raqqa"."""
    words = passage.words
    if spot.is_demonym or not spot.first or spot.start != words[spot.first].start or not words[spot.first - 1].article:
        return spot
    before = words[spot.first - 1]
    gap = passage.text[before.end : spot.start]
    if gap in ("-", "‑", "'", "’") or (gap == " " and before.opens and before.end - before.start == 2):
        taken = make_spot(passage, spot.first - 1, spot.last, spot.why)
        taken.bearers, taken.plain = spot.bearers, spot.plain
        taken.end = spot.end
        return taken
    return spot


def take_point(spot: Spot) -> Spot:
    """Take the point into an abbreviated name after a comma: "Fresno, Calif."."""
    text = spot.around.text
    short = spot.is_word and len(spot.surface) <= _LONGEST_ABBREVIATION and spot.bearers is not None
    if short and text[spot.end : spot.end + 1] == "." and text[spot.start - 2 : spot.start] == ", ":
        assert spot.bearers is not None
        if spot.bearers.classes == {"region"} and not spot.bearers.preferred:
            spot.end += 1
    return spot


def find_runs(passage: Passage, taken: set[int]) -> list[Spot]:
    """Find the longest runs of capitalised words that no gazetteer name covers."""
    words, runs = passage.words, []
    number = 0
    while number < len(words):
        if number in taken or not can_open(words, number) or not words[number].surface[0].isalpha():
            number += 1
            continue
        last = number
        while words[last].joined and last + 1 < len(words) and last + 1 not in taken and can_open(words, last + 1):
            if "\n" in passage.text[words[last].end : words[last + 1].start]:
                break
            last += 1
        run = trim_run(passage, number, last)
        if run is not None:
            runs.append(run)
        number = last + 1
    return runs


def trim_run(passage: Passage, first: int, last: int) -> Spot | None:
    """Cut words that are capitalised for another reason off both ends of a run; None if nothing is left.

    Parameters
    ----------
    passage : Passage
        The text around, as words.
    first : int
        Number of its first word.
    last : int
        Number of its last word, included.
    """
    words, vocabulary = passage.words, passage.vocabulary
    while first <= last and _is_other(words[first], vocabulary):
        first += 1
    while last >= first and (_is_other(words[last], vocabulary) or words[last].article):
        last -= 1
    if first > last or last - first >= LONGEST_NAME_WORDS:
        return None
    start, end = words[first].start, words[last].end
    if end - start < SHORTEST_UNKNOWN or not any(map(str.isupper, passage.text[start:end])):
        return None
    return make_spot(passage, first, last)


def _is_other(word: Word, vocabulary: Vocabulary) -> bool:
    return word.lower in vocabulary.between_names or word.lower.isdigit()


class Persons:
    """The persons a text names: which words name them, and their surnames, which may come again alone."""

    def __init__(self, words: Sequence[Word], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.numbers: set[int] = set()
        self.runs: set[tuple[int, int]] = set()
        self.surnames: set[str] = set()
        number = 0
        while number < len(words) - 1:
            word = words[number]
            if word.opens and word.joined and word.lower in vocabulary.before_surnames:
                number = self._read(words, number)
            number += 1

    def is_whole(self, spot: Spot) -> bool:
        """Tell whether a spot is all of a person's name; a gazetteer that has it whole may mean a place."""
        return (spot.first, spot.last) in self.runs

    def _read(self, words: Sequence[Word], number: int) -> int:
        word, last = words[number], number
        titled = word.lower in self._vocabulary.titles
        while words[last].joined and last + 1 < len(words) and last - number < _MOST_SURNAMES:
            following = words[last + 1]
            if not (following.opens or following.article) or not self._is_surname(word, following, titled=titled):
                break
            last += 1
        if last == number:
            return number
        start = number + titled
        self.numbers.update(range(start, last + 1))
        self.runs.add((start, last))
        self.surnames.update(
            each.surface for each in words[number + 1 : last + 1] if len(each.surface) >= _SHORTEST_SURNAME
        )
        return last

    def _is_surname(self, word: Word, following: Word, *, titled: bool) -> bool:
        lower, vocabulary = following.lower, self._vocabulary
        if lower in vocabulary.kinds_after or lower in vocabulary.parts_of_names or not following.surface[0].isalpha():
            return False
        if lower in vocabulary.titles or lower in vocabulary.inner_words or lower in vocabulary.not_places:
            return False
        like_place = word.lower in vocabulary.given_names_and_places and not titled
        return not (like_place and (lower in vocabulary.offices or following.surface.isupper()))


def without_overlap(spots: Iterable[Spot]) -> list[Spot]:
    """Put spots in order; of two that overlap the longer stays."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda one: (one.start, -one.end)):
        if kept and spot.start < kept[-1].end:
            if spot.end - spot.start > kept[-1].end - kept[-1].start:
                kept[-1] = spot
        else:
            kept.append(spot)
    return kept
