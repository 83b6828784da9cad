"""The words around a stretch of text, and what they tell: the kind of place asked for, a place, an organisation."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from geodata.languages import context_words as vocabulary

CONTEXT = 48
"""Characters to either side that are looked at."""

_LONGEST_PHRASE_WORDS = 3
_OPENING_SIGNS = "«\"“(:' \u00a0\n\t"
_QUOTES = '«"“ \u00a0\n\t'


def alternatives(words: Iterable[str]) -> str:
    """Write words as the branches of a pattern, the longest first; a space matches any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_SIDES = "|".join(sorted((side for side in vocabulary.COMPASS if side.endswith("ern")), key=len, reverse=True))
_NEXT = re.compile(rf"[»\"”)]?[\s-](?:(?:oil|gas|military|{_SIDES})\s)?([^\W\d_]+)")
_LIST_GAP = re.compile(
    r"\s*(?:,|،|/|;|\s)\s*(?:and|or|as well as|и|а также|و)?\s*(?:(?:parts|most|all)\s+of\s+)?(?:the\s+)?[«\"“]?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(rf"\b(?:{alternatives(vocabulary.ORGANISATION_HEADS)})\b", re.IGNORECASE)
_ORGANISATION_WORDS = frozenset(max(head.split(), key=len) for head in vocabulary.ORGANISATION_HEADS)
_ORGANISATION_TAIL = re.compile(rf"(?:\s+Al)?\s+(?:{vocabulary.ORGANISATION_TAILS})\b", re.IGNORECASE)
_ORGANISATION_LONG_TAIL = re.compile(rf"(?:\s+[A-Z][a-z]+){{1,2}}\s+(?:{vocabulary.ORGANISATION_LONG_TAILS})\b")
_ORGANISATION_LEAD = re.compile(
    rf"\b(?:(?:University|Bank|Institute|Museum|Hotel|Brigade|Club|Treaty)\s+of|{vocabulary.CLUB_LEADS})\s+$"
)
_LEAD_ENDS = ("of ", *(f"{lead} " for lead in vocabulary.CLUB_LEADS.split("|")))
# Last words of phrases: where the word before is none of them, the phrases need not be put together.
_ASKING = frozenset(phrase.split()[-1] for phrase in vocabulary.FEATURE_BEFORE)
_PHRASE_ENDS = frozenset(
    phrase.split()[-1]
    for phrase in vocabulary.LOCATIVE_PHRASES | vocabulary.ADDRESSED_PHRASES | vocabulary.TALKS_PHRASES
)
_CLITICS = re.compile("[وف]?[بلك]?")
_SENTENCE_ENDS = frozenset('.!?:»”"')
_CLAUSE_WORDS = frozenset("and but where that which while".split())


class Surroundings:
    """What stands before and after a stretch of text; what is asked for twice is worked out once.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch.
    """

    __slots__ = ("_asked_after", "_asked_before", "_locative", "_words", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._words: list[str] | None = None
        self._asked_before: str | None = None
        self._asked_after: str | None = None
        self._locative: str | None = None

    @property
    def words(self) -> list[str]:
        """The last three words before, small letters; quotes and "the" set aside."""
        if self._words is None:
            self._words = self._find_words()
        return self._words

    def _find_words(self) -> list[str]:
        before = self.text[max(0, self.start - CONTEXT) : self.start]
        if before and before[-1] not in _OPENING_SIGNS:
            return []
        # The words before the last few stay in one piece, which is left off.
        most = _LONGEST_PHRASE_WORDS + 1
        words = before.rstrip(_OPENING_SIGNS).lower().rsplit(None, most)[-most:]
        if words and words[-1] == "the":
            words.pop()
        return words[-_LONGEST_PHRASE_WORDS:]

    @property
    def phrases(self) -> list[str]:
        """The last three, two and one of these words, the longest first."""
        return [" ".join(self.words[number:]) for number in range(len(self.words))]

    @property
    def asked_before(self) -> str:
        """The phrase before that tells the kind of place ("province of"); empty if there is none."""
        if self._asked_before is None:
            self._asked_before = self._find_asked_before()
        return self._asked_before

    def _find_asked_before(self) -> str:
        if not self.words:
            return ""
        last = self.words[-1].lstrip(_OPENING_SIGNS)
        if last not in _ASKING:
            return _without_clitics(last)
        plain = self.text[max(0, self.start - 4) : self.start].lower() == "the "
        for phrase in self.phrases:
            if plain and f"the {phrase}" in vocabulary.FEATURE_BEFORE:
                return f"the {phrase}"
            if (bare := phrase.lstrip(_OPENING_SIGNS)) in vocabulary.FEATURE_BEFORE:
                return bare
        return ""

    @property
    def asked_after(self) -> str:
        """The word after that tells it ("province", "oil field"), small letters; empty if there is none."""
        if self._asked_after is None:
            self._asked_after = self._find_asked_after()
        return self._asked_after

    def _find_asked_after(self) -> str:
        match = _NEXT.match(self.text, self.end, self.end + CONTEXT)
        word = match.group(1).lower() if match else ""
        return word if word in vocabulary.FEATURE_AFTER else ""

    @property
    def locative(self) -> str:
        """The word or phrase before after which a place is named ("near", "north of"); empty if there is none."""
        if self._locative is None:
            self._locative = self._find_locative()
        return self._locative

    def _find_locative(self) -> str:
        return self._find_phrase(vocabulary.LOCATIVE_WORDS, vocabulary.LOCATIVE_PHRASES)

    @property
    def located(self) -> bool:
        """Whether the word before leaves hardly anything but a place."""
        return bool(self.words) and self.words[-1] in vocabulary.LOCATED

    @property
    def addressed(self) -> bool:
        """Whether what follows is spoken to."""
        return bool(self._find_phrase(vocabulary.ADDRESSED_WORDS, vocabulary.ADDRESSED_PHRASES))

    @property
    def talks(self) -> bool:
        """Whether what follows is a party to talks or relations."""
        return bool(self._find_phrase(vocabulary.TALKS_WORDS, vocabulary.TALKS_PHRASES))

    def _find_phrase(self, words: frozenset[str], phrases: frozenset[str]) -> str:
        last = self.words[-1] if self.words else ""
        if last in _PHRASE_ENDS:
            for phrase in self.phrases[:-1]:
                if phrase in phrases:
                    return phrase
        return last if last in words else ""

    @property
    def opens_sentence(self) -> bool:
        """Whether it stands at the head of a sentence or a line."""
        before = self.text[max(0, self.start - CONTEXT) : self.start].rstrip('«"“ \u00a0\t')
        return not before or before[-1] == "\n" or before[-1] in _SENTENCE_ENDS

    @property
    def opens_clause(self) -> bool:
        """Whether it stands at the head of a clause."""
        before = self.text[max(0, self.start - CONTEXT) : self.start].rstrip(_QUOTES)
        return not before or before[-1] in '.!?;:»”",' or before.rsplit(None, 1)[-1] in _CLAUSE_WORDS

    @property
    def in_organisation(self) -> bool:
        """Whether the words next to it make the whole an organisation's name."""
        if _ORGANISATION_TAIL.match(self.text, self.end, self.end + CONTEXT):
            return True
        if self.text[self.end + 1 : self.end + 2].isupper() and _ORGANISATION_LONG_TAIL.match(self.text, self.end):
            return True
        before = self.text[max(0, self.start - CONTEXT) : self.start]
        return before.endswith(_LEAD_ENDS) and bool(_ORGANISATION_LEAD.search(before))


def _without_clitics(word: str) -> str:
    """Take an Arabic conjunction and preposition off a word that asks for a kind of place: "in rural"."""
    clitics = _CLITICS.match(word) if word and "\u0600" <= word[0] <= "\u06ff" else None
    asking = word[clitics.end() :] if clitics else ""
    return asking if asking in vocabulary.FEATURE_BEFORE else ""


def is_list_gap(gap: str) -> bool:
    """Tell whether a stretch between two names makes them members of a list; a space alone does."""
    return len(gap) <= 24 and bool(_LIST_GAP.fullmatch(gap))


class Organisations:
    """Where the organisations of the vocabulary stand in a text."""

    def __init__(self, text: str) -> None:
        lower = text.lower()
        # Most texts name none, and to see that by one word of each is many times faster.
        named = any(word in lower for word in _ORGANISATION_WORDS)
        spans = [match.span() for match in _ORGANISATION.finditer(text)] if named else []
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one of them holds the whole stretch."""
        number = bisect_right(self._starts, start) - 1
        return number >= 0 and end <= self._ends[number]
