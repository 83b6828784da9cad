"""From a form of a name in a text to the forms it may have in a gazetteer, by the tables of a language.

Guesses all: each counts only where a gazetteer has it. They are written in plain letters, as `plain` does.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from geodata.languages import Language, is_cyrillic, plain, read_by
from geodata.names.keys import SHORTEST_STEM

_NOTHING = "-"

Pairs = tuple[tuple[str, str], ...]
"""What a stem ends with, and what its plain form ends with."""


class _Tables(NamedTuple):
    endings: tuple[str, ...]
    sound_changes: Pairs
    adjectives: Pairs
    lands: Pairs


@cache
def has_latin_forms(code: str) -> bool:
    """Tell whether words in plain Latin letters have forms to be guessed; those of English have none.

    Parameters
    ----------
    code : str
        ISO 639-1 code of the language of a text.
    """
    return any(_tables(code, cyrillic=False))


@lru_cache(maxsize=50_000)
def plain_forms(word: str, code: str) -> tuple[str, ...]:
    """Guess the plain form of a declined word: "Києва" -> "Київ".

    Parameters
    ----------
    word : str
        One word as written.
    code : str
        ISO 639-1 code of the language of its text.

    Returns
    -------
    tuple of str
        The likeliest first.
    """
    tables = _tables(code, cyrillic=is_cyrillic(word[-1:]))
    whole, *stems = _stems(word, tables.endings)
    changed = (form for stem in (whole, *stems) for form in _change(stem, tables.sound_changes))
    return tuple(dict.fromkeys((*stems, *changed)))


@lru_cache(maxsize=20_000)
def town_forms(word: str, code: str) -> tuple[str, ...]:
    """Guess the town that a region's adjective is made of: "Харківська" -> "Харків".

    Parameters
    ----------
    word : str
        One word as written; it counts only beside a kind of region.
    code : str
        ISO 639-1 code of the language of its text.

    Returns
    -------
    tuple of str
        As of `plain_forms`.
    """
    return _derive(word, code, lambda tables: tables.adjectives)


@lru_cache(maxsize=50_000)
def land_forms(word: str, code: str) -> tuple[str, ...]:
    """Guess the town that a word for its region is made of: "Київщина" -> "Київ".

    Parameters
    ----------
    word : str
        One word as written.
    code : str
        ISO 639-1 code of the language of its text.

    Returns
    -------
    tuple of str
        As of `plain_forms`.
    """
    return _derive(word, code, lambda tables: tables.lands)


def _derive(word: str, code: str, choose: Callable[[_Tables], Pairs]) -> tuple[str, ...]:
    tables = _tables(code, cyrillic=is_cyrillic(word[-1:]))
    pairs = choose(tables)
    if not pairs:
        return ()
    towns = [town for stem in _stems(word, tables.endings) for town in _change(stem, pairs)]
    changed = (form for town in towns for form in _change(town, tables.sound_changes))
    return tuple(dict.fromkeys([*towns, *changed]))


def _stems(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the word in plain letters, and without each ending it may have."""
    whole = plain(word)
    yield whole
    for ending in endings:
        if whole.endswith(ending) and len(whole) - len(ending) >= SHORTEST_STEM:
            yield whole[: -len(ending)]


def _change(stem: str, pairs: Pairs) -> Iterator[str]:
    for end, plain_end in pairs:
        if stem.endswith(end) and len(stem) > len(end):
            yield stem[: len(stem) - len(end)] + plain_end


@cache
def _tables(code: str, *, cyrillic: bool) -> _Tables:
    languages = [one for one in read_by(code) if (one.about.script == "Cyrl") == cyrillic]
    return _Tables(
        tuple(dict.fromkeys(plain(ending) for one in languages for ending in one.names.endings)),
        _pairs(languages, lambda one: one.names.sound_changes),
        _pairs(languages, lambda one: one.names.adjectives),
        _pairs(languages, lambda one: one.names.lands),
    )


def _pairs(languages: list[Language], read: Callable[[Language], Mapping[str, tuple[str, ...]]]) -> Pairs:
    return tuple(
        (plain(end), "" if plain_end == _NOTHING else plain(plain_end))
        for language in languages
        for end, plain_ends in read(language).items()
        for plain_end in plain_ends
    )
