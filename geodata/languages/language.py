"""What a language file holds: its sections, and what each table in them is for.

A section is a dataclass, a table is a field of it; the type of the field is the shape of the table in the file. To give
the reading a new table is to add a field here, with its meaning, and its words to the files.
"""

from dataclasses import dataclass, field

from geodata.languages.date_tables import Dates
from geodata.languages.place_tables import Names, Places
from geodata.languages.shapes import Text, Words
from geodata.languages.statement_tables import Boilerplate, Claims, Sentences, Speakers


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
    dates : Dates
        Words of time.
    names : Names
        What names are made of.
    places : Places
        Words around the name of a place.
    sentences : Sentences
        Where a full stop ends no sentence.
    speakers : Speakers
        Words of saying and of those who say.
    boilerplate : Boilerplate
        What pages put around their texts.
    claims : Claims
        What is said to have happened to a place.
    """

    about: About
    dates: Dates = field(default_factory=Dates)
    names: Names = field(default_factory=Names)
    places: Places = field(default_factory=Places)
    sentences: Sentences = field(default_factory=Sentences)
    speakers: Speakers = field(default_factory=Speakers)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    claims: Claims = field(default_factory=Claims)

    @property
    def code(self) -> str:
        """ISO 639-1."""
        return self.about.code
