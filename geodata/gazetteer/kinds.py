"""Words for kinds of place in the names of a gazetteer, which reports leave off, and in lists of places."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from geodata.languages import LANGUAGES, Language, gather

_ANY_DIVISION = "ADM"


def bare_name(name: str) -> str:
    """Take the kind of place off a name: "Raqqa" of "Raqqa Governorate".

    Parameters
    ----------
    name : str
        A name of a gazetteer, in any language.

    Returns
    -------
    str
        Empty where it tells no kind, or nothing else.
    """
    bare = _kind_in_name().sub("", name).strip()
    return bare if bare != name else ""


@cache
def codes_in_lists() -> Mapping[str, str]:
    """Give the feature code of each word, in small letters, by which a list of places may tell a kind."""
    tables = (
        table
        for language in LANGUAGES.values()
        for kinds in (language.places.kinds,)
        for table in (kinds.anywhere, kinds.beside, kinds.before, kinds.before_of, kinds.after, kinds.in_lists)
    )
    codes: dict[str, str] = {}
    for table in tables:
        for word, code in table.items():
            if code.isupper() and code != _ANY_DIVISION:
                codes.setdefault(word, code)
    return codes


@cache
def _kind_in_name() -> re.Pattern[str]:
    of = _with_gap(gather(lambda language: language.places.of))
    the = _with_gap(gather(lambda language: language.places.the))
    before = "|".join(filter(None, map(_before, LANGUAGES.values()))) or "(?!)"
    after = "|".join(filter(None, map(_after, LANGUAGES.values()))) or "(?!)"
    return re.compile(rf"(?:{before})(?:{of})?(?:{the})?|(?:{after})", re.IGNORECASE)


def _before(language: Language) -> str:
    places, kinds = language.places, language.places.kinds
    tables = (kinds.anywhere, kinds.beside, kinds.before, kinds.before_of, kinds.in_lists)
    words = _choose(tables, places.off_names_before, places.kept_on_names)
    return rf"^(?:{_branches(words)}) " if words else ""


def _after(language: Language) -> str:
    places, kinds = language.places, language.places.kinds
    tables = (kinds.anywhere, kinds.beside, kinds.after, kinds.in_lists)
    words = _choose(tables, places.off_names_after, places.kept_on_names)
    return rf" (?:(?:{_with_gap(places.kind_adjectives)}))?(?:{_branches(words)})$" if words else ""


def _choose(tables: Iterable[Mapping[str, str]], codes: tuple[str, ...], kept: tuple[str, ...]) -> list[str]:
    chosen = (word for table in tables for word, code in table.items() if code.startswith(codes))
    return [word for word in dict.fromkeys(chosen) if word not in kept] if codes else []


def _branches(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)).replace("'", "['’]")


def _with_gap(words: Iterable[str]) -> str:
    """Write words with the space after them; what ends with an apostrophe has none."""
    return _branches(word if word.endswith("'") else f"{word} " for word in words) or "(?!)"
