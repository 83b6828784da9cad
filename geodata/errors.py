"""The errors of geodata.

GeodataError
├── InputError        files or arguments the user can mend; carries every fault found
│   ├── GazetteerError    the gazetteer CSV or the regions GeoJSON
│   ├── ReportError       a report file
│   └── LanguageError     a file of a language's words
├── SearchError       what a user asks the store for cannot be read
└── StoreError        the built tables are missing, of another version, or damaged
"""

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.wording import say


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in an input file, in words a person can act on.

    Attributes
    ----------
    path : str
        The file as the user named it.
    line : int
        Physical line, counted from 1; 0 when the fault concerns the file as a whole.
    message : str
        What was given, what is allowed, what to do; one sentence or two.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class GeodataError(Exception):
    """Anything geodata raises on purpose; its text is meant for people."""


class InputError(GeodataError):
    """Input that the user can mend.

    Parameters
    ----------
    faults : iterable of Fault
        Every fault found, not only the first.

    Attributes
    ----------
    faults : tuple of Fault
        The same, in order of file and line.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class GazetteerError(InputError):
    """The gazetteer CSV or the regions GeoJSON has faults."""


class ReportError(InputError):
    """A report file cannot be read."""


class LanguageError(InputError):
    """A file of a language's words has faults."""


class SearchError(GeodataError):
    """A search that cannot be read; one sentence says why and what can be asked.

    Parameters
    ----------
    kind : str
        A `model.SearchFault`.
    **parts : str or int
        What its template in `wording` names.
    """

    def __init__(self, kind: str, **parts: str | int) -> None:
        super().__init__(say([(kind, parts)]))
        self.kind = kind
        self.parts = parts


class StoreError(GeodataError):
    """The store is missing, was written by another version, or is damaged."""
