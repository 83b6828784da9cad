"""The words around a stretch of text, and what they tell: the kind of place asked for, a place, an organisation."""

from bisect import bisect_right

from geodata.mentions.vocabulary import Vocabulary

CONTEXT = 48
"""Characters to either side that are looked at."""

_QUOTES = '«"“ \u00a0\n\t'
_SENTENCE_ENDS = frozenset('.!?:»”"')


class Surroundings:
    """What stands before and after a stretch of text; what is asked for twice is worked out once.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch.
    vocabulary : Vocabulary
        Of the text's language.
    """

    __slots__ = ("_asked_after", "_asked_before", "_locative", "_words", "end", "start", "text", "vocabulary")

    def __init__(self, text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.start = start
        self.end = end
        self._words: list[str] | None = None
        self._asked_before: str | None = None
        self._asked_after: str | None = None
        self._locative: str | None = None

    @property
    def words(self) -> list[str]:
        """The last words before, as many as a phrase may have, small letters; quotes and the article set aside."""
        if self._words is None:
            self._words = self._find_words()
        return self._words

    def _find_words(self) -> list[str]:
        before = self.text[max(0, self.start - CONTEXT) : self.start]
        signs = self.vocabulary.opening_signs
        if before and before[-1] not in signs:
            return []
        # The words before the last few stay in one piece, which is left off.
        most = self.vocabulary.longest_phrase + 1
        words = before.rstrip(signs).lower().rsplit(None, most)[-most:]
        if words and words[-1] in self.vocabulary.the:
            words.pop()
        words = words[1 - most :]
        elided = self.vocabulary.elided
        return [elided.sub("", word, count=1) for word in words] if elided else words

    @property
    def phrases(self) -> list[str]:
        """These words, without the first, and so on to the last alone."""
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
        signs, kinds = self.vocabulary.opening_signs, self.vocabulary.kinds_before
        last = self.words[-1].lstrip(signs)
        if last not in self.vocabulary.kinds_last_words:
            return self._without_clitics(last)
        for phrase in self.phrases:
            if (bare := phrase.lstrip(signs)) in kinds:
                return "" if self._is_measure(bare) else bare
        return ""

    def _is_measure(self, kind: str) -> bool:
        """Tell whether an abbreviation stands after a figure and is a unit: Ukrainian "m." is town and metre."""
        return kind.endswith(".") and self.words[-1] == kind and any(word[-1].isdigit() for word in self.words[-2:-1])

    def _without_clitics(self, word: str) -> str:
        """Take a glued conjunction and preposition off a word that asks for a kind of place: Arabic "in rural"."""
        glued = self.vocabulary.glued.match(word)
        asking = word[glued.end() :] if glued and glued.end() else ""
        return asking if asking in self.vocabulary.kinds_before else ""

    @property
    def asked_after(self) -> str:
        """The word after that tells it ("province", "oil field"), small letters; empty if there is none."""
        if self._asked_after is None:
            self._asked_after = self._find_asked_after()
        return self._asked_after

    def _find_asked_after(self) -> str:
        match = self.vocabulary.next_word.match(self.text, self.end, self.end + CONTEXT)
        if match is None:
            return ""
        word, whole = match[1].lower(), (match[1] + match[2]).lower()
        return next((kind for kind in (whole, word) if kind in self.vocabulary.kinds_after), "")

    @property
    def locative(self) -> str:
        """The word or phrase before after which a place is named ("near", "north of"); empty if there is none."""
        if self._locative is None:
            self._locative = self._find_locative()
        return self._locative

    def _find_locative(self) -> str:
        return self._find_phrase(self.vocabulary.locative)

    @property
    def located(self) -> bool:
        """Whether the word before leaves hardly anything but a place."""
        return bool(self.words) and self.words[-1] in self.vocabulary.located

    @property
    def addressed(self) -> bool:
        """Whether what follows is spoken to."""
        return bool(self._find_phrase(self.vocabulary.addressed))

    @property
    def talks(self) -> bool:
        """Whether what follows is a party to talks or relations."""
        return bool(self._find_phrase(self.vocabulary.talks))

    def _find_phrase(self, phrases: frozenset[str]) -> str:
        last = self.words[-1] if self.words else ""
        if last in self.vocabulary.last_words:
            for phrase in self.phrases[:-1]:
                if phrase in phrases:
                    return phrase
        return last if last in phrases else ""

    @property
    def opens_sentence(self) -> bool:
        """Whether it stands at the head of a sentence or a line."""
        before = self.text[max(0, self.start - CONTEXT) : self.start].rstrip('«"“ \u00a0\t')
        return not before or before[-1] == "\n" or before[-1] in _SENTENCE_ENDS

    @property
    def opens_clause(self) -> bool:
        """Whether it stands at the head of a clause."""
        before = self.text[max(0, self.start - CONTEXT) : self.start].rstrip(_QUOTES)
        return not before or before[-1] in '.!?;:»”",' or before.rsplit(None, 1)[-1] in self.vocabulary.clause_words

    @property
    def in_organisation(self) -> bool:
        """Whether the words next to it make the whole an organisation's name."""
        vocabulary = self.vocabulary
        if vocabulary.organisation_end.match(self.text, self.end, self.end + CONTEXT):
            return True
        capital = self.text[self.end + 1 : self.end + 2].isupper()
        if capital and vocabulary.organisation_end_far.match(self.text, self.end):
            return True
        before = self.text[max(0, self.start - CONTEXT) : self.start]
        led = before.endswith(vocabulary.organisation_lead_ends)
        return led and bool(vocabulary.organisation_beginning.search(before))


class Organisations:
    """Where the organisations of the vocabulary stand in a text."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        lower = text.lower()
        # Most texts name none, and to see that by one word of each is many times faster.
        named = any(word in lower for word in vocabulary.organisation_words)
        spans = [match.span() for match in vocabulary.organisation.finditer(text)] if named else []
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one of them holds the whole stretch."""
        number = bisect_right(self._starts, start) - 1
        return number >= 0 and end <= self._ends[number]
