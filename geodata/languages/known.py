"""The languages there are files for: loaded once, when something of them is first needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from geodata.languages.language import Language
from geodata.languages.loading import load_languages
from geodata.shipped import DATA

_T = TypeVar("_T")

LANGUAGES: Mapping[str, Language] = load_languages(Path(__file__).parent)
"""By ISO 639-1 code."""


def is_known(code: str) -> bool:
    """Tell whether there are rules for a language.

    Parameters
    ----------
    code : str
        ISO 639-1.
    """
    return code in LANGUAGES


UNTOLD = "und"
"""Code of the language of a text that is too short to tell."""


def is_read(code: str) -> bool:
    """Tell whether dates and speakers of a text are judged: not in a language there are no rules for.

    Parameters
    ----------
    code : str
        ISO 639-1; a text too short to tell its language, `UNTOLD`, is read by the rules there are.
    """
    return code == UNTOLD or is_known(code)


def read_by(code: str) -> tuple[Language, ...]:
    """Tell by the words of which languages a text is read.

    Parameters
    ----------
    code : str
        ISO 639-1 code of its language.

    Returns
    -------
    tuple of Language
        Its own, first, and those written in other letters, which it may quote; of a language without a file all.
    """
    own = LANGUAGES.get(code)
    if own is None:
        return tuple(LANGUAGES.values())
    others = (other for other in LANGUAGES.values() if other.about.script != own.about.script)
    return own, *others


def gather(read: Callable[[Language], Iterable[_T]]) -> Iterator[_T]:
    """Give what all languages have of something, one after the other.

    Parameters
    ----------
    read : callable
        Gives it of one language: `lambda language: language.about.common`.
    """
    for language in LANGUAGES.values():
        yield from read(language)


def given_names(language: Language) -> tuple[str, ...]:
    """Give the given names of a language, those in its list included, in small letters."""
    return *language.names.given_names, *_read_list(language.names.given_names_file)


def common_words(language: Language) -> tuple[str, ...]:
    """Give the common words that places of a language are named by, those in its list included, in small letters."""
    return *language.names.common_words, *_read_list(language.names.common_words_file)


@cache
def _read_list(name: str) -> tuple[str, ...]:
    lines = (DATA / name).read_text("utf-8").splitlines() if name else ()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


GIVEN_NAMES = frozenset(gather(given_names))
"""Of all languages, in small letters."""
