"""The words around names by the language of a text: tables of the language files, ready to be looked up."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from geodata.languages import Kinds, Language, common_words, given_names, read_by

OPENING_SIGNS = "«\"“(:' \u00a0\n\t"
ANY_KIND = "any"
"""What a file gives as the code of a word that asks for a place of whatever kind."""

_LONGEST_LIST_GAP = 24
_LONGEST_PHRASE = 3
_APOSTROPHE = "'"
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the languages of a text say, as sets of words in small letters and patterns.

    Attributes
    ----------
    articles, inner_words : frozenset of str
        Small words of names.
    contractions : mapping of str to str
        As in the file.
    the : frozenset of str
        Articles before a name or kind.
    opening_signs : str
        What may stand right before a name.
    given_names, common_words, given_names_and_places, titles, before_titles : frozenset of str
        As in the file.
    titles_before_states : frozenset of str
        Titles after which the name of a state is not a person's.
    before_surnames : frozenset of str
        Titles and given names.
    offices, not_places, also_words, parts_of_names, sides, located : frozenset of str
        As in the file.
    between_names : frozenset of str
        What is capitalised beside a name and no part of it: a title, a side, a kind, another word that is no place.
    kinds_before, kinds_after : mapping of str to str
        Feature code by the phrase that asks for it.
    plural_endings : tuple of str
        What a kind of several places ends with.
    locative, addressed, talks : frozenset of str
        Words and phrases before a name.
    longest_phrase : int
        Most words of a phrase before a name.
    last_words : frozenset of str
        Of phrases among these: where the word before is none of them, the phrases need not be put together.
    kinds_last_words : frozenset of str
        Of the phrases in `kinds_before`.
    clause_words : frozenset of str
        As in the file.
    organisation_words : frozenset of str
        One word of each organisation.
    organisation_lead_ends : tuple of str
        Last word, with a space behind it, of what makes an organisation's name of the name after it.
    elided, glued, compounds, next_word, list_gap, organisation, organisation_end, organisation_end_far, \
organisation_beginning, states, with_another, acts, says : re.Pattern
        What stands around a name.
    """

    articles: frozenset[str]
    inner_words: frozenset[str]
    contractions: Mapping[str, str]
    the: frozenset[str]
    opening_signs: str
    given_names: frozenset[str]
    common_words: frozenset[str]
    given_names_and_places: frozenset[str]
    titles: frozenset[str]
    before_titles: frozenset[str]
    titles_before_states: frozenset[str]
    before_surnames: frozenset[str]
    offices: frozenset[str]
    not_places: frozenset[str]
    also_words: frozenset[str]
    parts_of_names: frozenset[str]
    sides: frozenset[str]
    between_names: frozenset[str]
    located: frozenset[str]
    kinds_before: Mapping[str, str]
    kinds_after: Mapping[str, str]
    plural_endings: tuple[str, ...]
    locative: frozenset[str]
    addressed: frozenset[str]
    talks: frozenset[str]
    longest_phrase: int
    last_words: frozenset[str]
    kinds_last_words: frozenset[str]
    clause_words: frozenset[str]
    organisation_words: frozenset[str]
    organisation_lead_ends: tuple[str, ...]
    elided: re.Pattern[str] | None
    glued: re.Pattern[str]
    compounds: re.Pattern[str]
    next_word: re.Pattern[str]
    list_gap: re.Pattern[str]
    organisation: re.Pattern[str]
    organisation_end: re.Pattern[str]
    organisation_end_far: re.Pattern[str]
    organisation_beginning: re.Pattern[str]
    states: re.Pattern[str]
    with_another: re.Pattern[str]
    acts: re.Pattern[str]
    says: re.Pattern[str]

    def is_list_gap(self, gap: str) -> bool:
        """Tell whether a stretch between two names makes them members of a list; a space alone does."""
        return len(gap) <= _LONGEST_LIST_GAP and bool(self.list_gap.fullmatch(gap))

    def is_plural(self, kind: str) -> bool:
        """Tell whether a word or phrase that asks for a kind asks for several places."""
        return kind.partition(" ")[0].endswith(self.plural_endings) or kind.endswith(self.plural_endings)


def alternatives(words: Iterable[str]) -> str:
    """Write words as the branches of a pattern, the longest first; a space matches any white space."""
    branches = sorted(dict.fromkeys(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in branches) or _NEVER


def read_kinds(tables: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Put tables of kinds together; a word for whatever kind gets an empty code."""
    return {word: "" if code == ANY_KIND else code for table in tables for word, code in table.items()}


def kinds_before(language: Language) -> dict[str, str]:
    """Give the feature code of each phrase that asks for a kind before a name."""
    kinds: Kinds = language.places.kinds
    bare = read_kinds((kinds.anywhere, kinds.beside, kinds.before, kinds.before_bare))
    bound = read_kinds((kinds.anywhere, kinds.before, kinds.before_of))
    return bare | {f"{kind} {_bare(of)}": code for kind, code in bound.items() for of in language.places.of}


@cache
def vocabulary_of(code: str) -> Vocabulary:
    """Put together the vocabulary by which texts of a language are read.

    Parameters
    ----------
    code : str
        ISO 639-1; "und" where it is not known.
    """
    return _Maker(read_by(code)).make()


def _bare(word: str) -> str:
    return word.removesuffix(_APOSTROPHE)


def _sides_of(language: Language) -> tuple[str, ...]:
    return (*language.places.sides, *language.places.side_adjectives)


class _Maker:
    """Puts the tables of some languages together."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._languages = languages

    def make(self) -> Vocabulary:
        words = self._words
        before = {phrase: code for language in self._languages for phrase, code in kinds_before(language).items()}
        after = self._kinds_after()
        locative = self._locative()
        addressed, talks = words(lambda one: one.places.addressed), words(lambda one: one.places.talks)
        elisions = alternatives(words(lambda one: map(_bare, one.names.elisions)))
        titles, not_places = words(lambda one: one.names.titles), words(lambda one: one.names.not_places)
        sides, before_titles = words(_sides_of), words(lambda one: one.names.before_titles)
        both = words(lambda one: one.names.given_names_and_places)
        organisations = words(lambda one: one.places.organisations)
        return Vocabulary(
            articles=words(lambda one: one.names.articles),
            inner_words=words(lambda one: one.names.inner_words),
            contractions={word: the for one in self._languages for word, the in one.names.contractions.items()},
            the=words(lambda one: map(_bare, one.places.the)),
            opening_signs=OPENING_SIGNS + "’" * (elisions != _NEVER),
            given_names=words(given_names),
            common_words=words(common_words),
            given_names_and_places=both,
            titles=titles,
            before_titles=before_titles,
            titles_before_states=words(lambda one: one.names.titles if one.names.states_follow_titles else ()),
            before_surnames=titles | words(given_names) | both,
            offices=words(lambda one: one.names.offices),
            not_places=not_places,
            also_words=words(lambda one: one.names.also_words),
            parts_of_names=words(lambda one: one.places.parts_of_names),
            sides=sides,
            between_names=frozenset().union(not_places, sides, titles, before_titles, before, after),
            located=words(lambda one: map(_bare, one.places.located)),
            kinds_before=before,
            kinds_after=after,
            plural_endings=tuple(words(lambda one: one.places.plural_endings)),
            locative=locative,
            addressed=addressed,
            talks=talks,
            longest_phrase=max(_LONGEST_PHRASE, *(len(phrase.split()) for phrase in (*before, *locative))),
            last_words=_last_words(phrase for phrase in locative | addressed | talks if " " in phrase),
            kinds_last_words=_last_words(before),
            clause_words=words(lambda one: one.places.clause_words),
            organisation_words=frozenset(max(name.split(), key=len) for name in organisations),
            organisation_lead_ends=tuple(f"{lead.split()[-1]} " for lead in self._beginnings()),
            elided=None if elisions == _NEVER else re.compile(rf"(?:{elisions})['’](?=\w)"),
            **self._patterns(organisations),
        )

    def _words(self, read: Callable[[Language], Iterable[str]]) -> frozenset[str]:
        return frozenset(word for language in self._languages for word in read(language))

    def _kinds_after(self) -> dict[str, str]:
        kinds = [language.places.kinds for language in self._languages]
        after = read_kinds(table for one in kinds for table in (one.anywhere, one.beside, one.after))
        return {kind.removesuffix("."): code for kind, code in after.items()}

    def _locative(self) -> frozenset[str]:
        found: set[str] = set()
        for language in self._languages:
            places = language.places
            sides = _sides_of(language)
            found.update(map(_bare, (*places.located, *places.likely)), sides)
            found.update(f"{side} {_bare(after)}" for side in sides for after in places.after_sides)
        return frozenset(found)

    def _beginnings(self) -> frozenset[str]:
        return self._words(lambda one: one.places.organisation_beginnings)

    def _patterns(self, organisations: Iterable[str]) -> dict[str, re.Pattern[str]]:
        def any_of(read: Callable[[Language], Iterable[str]]) -> str:
            return alternatives(self._words(read))

        the, and_ = any_of(lambda one: one.places.the), any_of(lambda one: one.places.list_words)
        openings = any_of(lambda one: one.places.list_openings)
        kind_adjectives = any_of(lambda one: (*one.places.kind_adjectives, *one.places.side_adjectives))
        conjunctions = any_of(lambda one: one.names.glued_conjunctions)
        prepositions = any_of(lambda one: one.names.glued_prepositions)
        endings = "|".join(self._words(lambda one: one.places.organisation_endings)) or _NEVER
        endings_far = any_of(lambda one: one.places.organisation_endings_far)
        stating = any_of(lambda one: one.places.stating)
        saying = any_of(lambda one: (*one.places.stating, *one.places.saying))
        before_stating = any_of(lambda one: one.places.before_stating)
        patterns = {
            "glued": rf"(?:{conjunctions})?(?:{prepositions})?",
            "compounds": rf"[-‑–](?:{any_of(lambda one: one.places.compounds)})\b",
            "next_word": rf"[»\"”)]?[\s-](?:(?:{kind_adjectives})\s)?([^\W\d_]+)((?:[-'’][^\W\d_]+)?)",
            "organisation_end_far": rf"(?:\s+[A-Z][a-z]+){{1,2}}\s+(?:{endings_far})\b",
            "organisation_beginning": rf"\b(?:{alternatives(self._beginnings())})\s+$",
            "states": rf"(?:\s+(?:{before_stating})){{0,2}}\s+(?:{stating})\b",
            "with_another": rf"\s+(?:{and_})\s+([^\W\d_])[\w-]+",
            "acts": self._acts(any_of),
            "says": rf",? (?:{saying})\b",
        }
        any_case = {
            "list_gap": (
                rf"(?:\s*(?:,|\u060c|/|;|\s)\s*(?:{and_})?\s*|"
                rf"\s*(?:(?:,|\u060c|/|;)\s*(?:(?:{and_})\s)?|\s(?:{and_})\s)\s*(?:{openings})\s*)(?:(?:{the})\s*)?[«\"“]?"
            ),
            "organisation": rf"\b(?:{alternatives(organisations)})\b",
            "organisation_end": rf"(?:\s+Al)?\s+(?:{endings})\b",
        }
        made = {name: re.compile(pattern) for name, pattern in patterns.items()}
        return made | {name: re.compile(pattern, re.IGNORECASE) for name, pattern in any_case.items()}

    def _acts(self, any_of: Callable[[Callable[[Language], Iterable[str]]], str]) -> str:
        acting = "|".join(pattern for language in self._languages for pattern in language.places.acting) or _NEVER
        between = any_of(lambda one: one.places.before_acting)
        not_acting = any_of(lambda one: one.places.not_acting)
        return rf"(?:,?\s+(?:{between})){{0,2}}\s+(?!(?:{not_acting})\b)(?:{acting})\b"


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in phrases)
