"""Names, places, dates and statements out of reports.

All that a program of yours needs is here: `from geodata import open_reader, read_reports`. What reads or builds is
imported when it is first asked for, so `import geodata` takes a moment and no library.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.build import Inputs, Outcome, build_store
    from geodata.errors import (
        Fault,
        GazetteerError,
        GeodataError,
        InputError,
        LanguageError,
        ReportError,
        SearchError,
        StoreError,
    )
    from geodata.gazetteer import Gazetteer, read_gazetteer
    from geodata.model import (
        Candidate,
        Claim,
        ClaimKind,
        DateBasis,
        EventDate,
        Mention,
        Method,
        ParsedReport,
        Place,
        PlacedMention,
        Reason,
        ReasonKind,
        Report,
        Resolution,
        Segment,
        SpeakerBasis,
        Spotted,
        Statement,
    )
    from geodata.parse import Reader, open_reader
    from geodata.reports import read_reports
    from geodata.store import Store

__all__ = [
    "Candidate",
    "Claim",
    "ClaimKind",
    "DateBasis",
    "EventDate",
    "Fault",
    "Gazetteer",
    "GazetteerError",
    "GeodataError",
    "InputError",
    "Inputs",
    "LanguageError",
    "Mention",
    "Method",
    "Outcome",
    "ParsedReport",
    "Place",
    "PlacedMention",
    "Reader",
    "Reason",
    "ReasonKind",
    "Report",
    "ReportError",
    "Resolution",
    "SearchError",
    "Segment",
    "SpeakerBasis",
    "Spotted",
    "Statement",
    "Store",
    "StoreError",
    "build_store",
    "open_reader",
    "read_gazetteer",
    "read_reports",
]

# What is not of the model or an error is found in the room that makes it.
_ROOMS = {
    "Gazetteer": "gazetteer",
    "Inputs": "build",
    "Outcome": "build",
    "Reader": "parse",
    "Store": "store",
    "build_store": "build",
    "open_reader": "parse",
    "read_gazetteer": "gazetteer",
    "read_reports": "reports",
}
_ERRORS = frozenset(name for name in __all__ if name.endswith("Error")) | {"Fault"}

# Hidden from the type checker, which would otherwise believe in any name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'geodata' has no attribute '{name}'")
        room = _ROOMS.get(name, "errors" if name in _ERRORS else "model")
        found = globals()[name] = getattr(import_module(f"geodata.{room}"), name)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
