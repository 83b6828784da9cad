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


def gather(read: Callable[[Language], Iterable[_T]]) -> Iterator[_T]:
    """Give what all languages have of something, one after the other.

    Parameters
    ----------
    read : callable
        Gives it of one language: `lambda language: language.about.common`.
    """
    for language in LANGUAGES.values():
        yield from read(language)
