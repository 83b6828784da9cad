"""The words dates are written with, by language, as a text may write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from geodata.dates.kinds import Entry, list_words
from geodata.languages import FIRST_YEAR, LANGUAGES, LAST_YEAR, fold_arabic

UNKNOWN: Entry = ("x", None)
_LONGEST_ARABIC_WORD = 20
_LONGEST_WORD_CACHED, _WORDS_CACHED = 24, 20_000

# A text of which the language is not told is read by the words of all; of two languages that write a word alike and
# mean different things by it, the first has it.
_FIRST_IN_MIXED = ("en", "ru", "ar")

# Marks by their kind; dashes of all lengths are one.
_MARKS = {"-": "-", "–": "-", "—": "-", "‑": "-", ".": ".", ",": ",", "،": ",", "/": "/", ":": ":", "(": "(", ")": ")"}
_APOSTROPHES = frozenset("'’ʼ")

# Kinds without one of which, a year or two figures with a mark between, nothing tells a day.
_TELLING_KINDS = frozenset("MmDqSzdkIUCyTWJ")

# Letters of the scripts we have words in are spelled out, so that Arabic vowel signs stay inside their word;
# any other letter, digit or mark is a token of its own kind. "\n", blanks, "\n" is a paragraph's end.
TOKEN = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u052f\u0621-\u065f\u0670-\u06d3]+|\d+|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]")
LETTERS = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u052f]+")

Phrase = tuple[tuple[str, ...], Entry]
"""The parts after the first, and what the whole is."""


@dataclass(slots=True)
class Vocabulary:
    """The words of a language, or of all.

    Attributes
    ----------
    words : dict of str to tuple
        Word as written -> kind and value.
    phrases : dict of str to list of Phrase
        First part as written -> what may follow it, the longest first.
    abbreviations : set of str
        Words as written whose full stop ends no sentence.
    telling : set of str
        Words without one of which, or figures, a text tells no day.
    glued : frozenset of str
        Letters that may be written together with the word after them.
    melted : dict of str to str
        What a word begins with after such a letter -> what it begins with without.
    day_first : bool
        Whether a day is written only before its month.
    """

    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    abbreviations: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)
    glued: frozenset[str] = frozenset()
    melted: dict[str, str] = field(default_factory=dict)
    day_first: bool = False
    _looked_up: dict[str, tuple[Entry, Sequence[Phrase]]] = field(default_factory=dict, repr=False)

    def look_up(self, word: str) -> tuple[Entry, Sequence[Phrase]]:
        """Tell what a word is, and the phrases that may begin with it."""
        found = self._looked_up.get(word)
        if found is None:
            key, entry = word, self.words.get(word)
            if entry is None and key not in self.phrases:
                key, entry = self._read_unlisted(word)
            found = entry or UNKNOWN, self.phrases.get(key, ())
            if len(word) <= _LONGEST_WORD_CACHED:
                if len(self._looked_up) >= _WORDS_CACHED:
                    self._looked_up.clear()
                self._looked_up[word] = found
        return found

    def _read_unlisted(self, word: str) -> tuple[str, Entry]:
        """Read a word that is not listed as it is written; gives how it is listed, and what it is."""
        if word.isascii() and word.isalpha():
            return word, UNKNOWN
        if "\u0600" <= word[0] <= "\u06ff" and len(word) <= _LONGEST_ARABIC_WORD:
            return self._read_arabic(word)
        if len(word) == 4 and word.isdecimal():
            return word, ("Z", int(word))
        return word, ("|", None) if word[0] == "\n" else UNKNOWN

    def _read_arabic(self, word: str) -> tuple[str, Entry]:
        """Find an Arabic word or number by its plain spelling, off its one-letter prefixes if need be."""
        plain = fold_arabic(word)
        for _ in range(3):
            if plain in self.words or plain in self.phrases:
                return plain, self.words.get(plain, UNKNOWN)
            if len(plain) < 4 or plain[0] not in self.glued:
                break
            plain = next(
                (whole + plain[len(melted) :] for melted, whole in self.melted.items() if plain.startswith(melted)),
                plain[1:],
            )
        return plain, UNKNOWN


def plain_part(word: str) -> str:
    """Write a word as the parts of phrases are compared.

    Parameters
    ----------
    word : str
        A word, or a mark.
    """
    if word in _APOSTROPHES:
        return "'"
    return fold_arabic(word) if "\u0600" <= word[0] <= "\u06ff" else word.lower()


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Give the words of a language.

    Parameters
    ----------
    language : str
        ISO 639-1; the words of all languages where there is no file for it ("und").
    """
    codes = [language] if language in LANGUAGES else sorted(LANGUAGES, key=_place_in_mixed)
    made = Vocabulary({mark: (kind, None) for mark, kind in _MARKS.items()} | _number_entries())
    for code in codes:
        _add_language(made, code)
    for phrases in made.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    made.glued = frozenset(letter for code in codes for letter in LANGUAGES[code].dates.glued_before)
    made.melted = {melted: whole for code in codes for melted, whole in LANGUAGES[code].dates.melted.items()}
    made.day_first = all(LANGUAGES[code].dates.day_order == "day first" for code in codes)
    made.telling |= {word for word, (kind, _) in made.words.items() if kind in _TELLING_KINDS}
    return made


def _place_in_mixed(code: str) -> tuple[int, str]:
    return (_FIRST_IN_MIXED.index(code) if code in _FIRST_IN_MIXED else len(_FIRST_IN_MIXED), code)


def _number_entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number in range(1, 1000):
        for written in {str(number), f"{number:02d}"}:
            entries[written] = ("n" if number <= 31 else "N", number)
    entries.update({f"{number:03d}": ("N", number) for number in range(1, 1000)})
    entries.update({str(year): ("Y", year) for year in range(FIRST_YEAR, LAST_YEAR + 1)})
    return entries


def _add_language(made: Vocabulary, code: str) -> None:
    """Add the words of a language; what is there already stays."""
    listed = list(list_words(code))
    whole = [(word, entry) for word, entry in listed if not word.endswith(".")]
    taken = {word for word, _ in whole} | set(LANGUAGES[code].dates.not_in_calendar)
    for word, entry in listed:
        if word.endswith("."):
            bare = word.removesuffix(".")
            made.abbreviations.update(_spell(bare))
            # "sept" is seven and "sept." a month.
            whole.append((word if bare in taken else bare, entry))
    # As the file writes it first: "mars" is the month, "Mars" also a planet.
    for first_only in (True, False):
        for word, entry in whole:
            _add_word(made, word, entry, as_written=first_only)


def _add_word(made: Vocabulary, word: str, entry: Entry, *, as_written: bool) -> None:
    first, *others = TOKEN.findall(word)
    spelled = _spell(first)
    for written in spelled[:1] if as_written else spelled[1:]:
        if not others:
            made.words.setdefault(written, entry)
            continue
        phrases, rest = made.phrases.setdefault(written, []), tuple(map(plain_part, others))
        if all(known != rest for known, _ in phrases):
            phrases.append((rest, entry))
        if entry[0] in _TELLING_KINDS:
            made.telling.update(_spell(max(LETTERS.findall(word) or [written], key=len)))


def _spell(word: str) -> tuple[str, ...]:
    """List how a text may write a word: as it is, capitalised, in capitals; an Arabic word the plain way."""
    if "\u0600" <= word[0] <= "\u06ff":
        return (fold_arabic(word),)
    return (word, word.upper()) if word != word.lower() else (word, word.capitalize(), word.upper())


def match_phrase(phrases: Sequence[Phrase], text: str, end: int) -> tuple[Entry, int] | None:
    """Find the longest phrase that goes on after its first part.

    Parameters
    ----------
    phrases : sequence of Phrase
        Of the first part, the longest first.
    text : str
        Any text.
    end : int
        Where the first part ends in it.

    Returns
    -------
    tuple of (Entry, int) or None
        What the phrase is, and where it ends.
    """
    following = list(islice(TOKEN.finditer(text, end), len(phrases[0][0])))
    parts = tuple([plain_part(word.group()) for word in following])
    ends = [end, *(word.end() for word in following)]
    for rest, entry in phrases:
        count = len(rest)
        if parts[:count] != rest:
            continue
        # A full stop is an abbreviation's only where it follows at once.
        if rest[-1] != "." or following[count - 1].start() == ends[count - 1]:
            return entry, ends[count]
    return None
