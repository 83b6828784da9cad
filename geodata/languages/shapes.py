"""The shapes a table of a language file may have: the type of its field says which."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

Words = tuple[str, ...]
"""A list: words or phrases, each as a text has it in small letters."""

Patterns = Annotated[tuple[str, ...], "regular expressions"]
"""A list of regular expressions, each of which finds a word or a phrase."""

PlacePhrases = Annotated[tuple[str, ...], "phrases about a place"]
"""A list of phrases, each with `{place}` for the name; `…` is up to three words, `*` any ending of a word."""

Codes = Mapping[str, str]
"""A mapping of codes to the words that stand for them, turned round: the code of each word."""

Groups = Mapping[str, Words]
"""A mapping of keys to lists of words."""

Text = str
"""One word."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The codes a table of `Codes`, or the words a `Text`, may have: `Annotated[Codes, Keys(("early", "late"))]`.

    Attributes
    ----------
    allowed : tuple of str
        The codes.
    """

    allowed: tuple[str, ...]
