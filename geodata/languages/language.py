"""What a language file holds: its sections, and what each table in them is for.

A section is a dataclass, a table is a field of it; the type of the field is the shape of the table in the file. To give
the reading a new table is to add a field here, with its meaning, and its words to the files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

Words = tuple[str, ...]
"""A list: words or phrases, each as a text has it in small letters."""

Patterns = Annotated[tuple[str, ...], "regular expressions"]
"""A list of regular expressions, each of which finds a word or a phrase."""

Codes = Mapping[str, str]
"""A mapping of codes to the words that stand for them, turned round: the code of each word."""

Groups = Mapping[str, Words]
"""A mapping of keys to lists of words."""

Text = str
"""One word."""


@dataclass(frozen=True, slots=True)
class About:
    """Which language it is.

    Attributes
    ----------
    code : str
        ISO 639-1; the file's name.
    name : str
        In English.
    script : str
        ISO 15924: "Latn", "Cyrl" or "Arab"; words of the file are written in it.
    common : tuple of str
        Small words that nearly every text of the language has: by them it is told from others of its script.
    """

    code: Text
    name: Text
    script: Text
    common: Words = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language.

    Attributes
    ----------
    about : About
        Which language it is.
    """

    about: About

    @property
    def code(self) -> str:
        """ISO 639-1."""
        return self.about.code
