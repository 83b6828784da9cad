"""The languages there are files for: loaded once, when something of them is first needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from geodata.languages.language import Language
from geodata.languages.loading import load_languages

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


def gather(read: Callable[[Language], Iterable[_T]]) -> Iterator[_T]:
    """Give what all languages have of something, one after the other.

    Parameters
    ----------
    read : callable
        Gives it of one language: `lambda language: language.about.common`.
    """
    for language in LANGUAGES.values():
        yield from read(language)
