"""Report -> statements with their dates and places: all steps of the reading, in order."""

import atexit
import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from geodata.claims import read_claims
from geodata.dates import date_statements
from geodata.gazetteer import (
    Confirmed,
    Gazetteer,
    Lexicon,
    open_gazetteer,
    read_confirmed,
    read_demonyms,
    read_gazetteer,
)
from geodata.mentions import GazetteerRecogniser, Recogniser, make_recogniser
from geodata.model import ParsedReport, PlacedMention, Report, Segment, Statement
from geodata.resolution import Resolver
from geodata.statements import split_statements

GARBAGE_THRESHOLD = 50_000
"""New objects after which Python looks for garbage. It finds none: reading a report makes no cycles of references."""


@dataclass(frozen=True)
class Reader:
    """What reads reports.

    Attributes
    ----------
    gazetteer : Gazetteer
        The places.
    recogniser : Recogniser
        What finds the mentions.
    resolver : Resolver
        What joins them to the places.
    """

    gazetteer: Gazetteer
    recogniser: Recogniser
    resolver: Resolver

    @classmethod
    def over(
        cls,
        gazetteer: Gazetteer,
        recogniser: Recogniser | None = None,
        confirmed: Confirmed | None = None,
        lexicon: Lexicon | None = None,
    ) -> "Reader":
        """Make a reader.

        Parameters
        ----------
        gazetteer : Gazetteer
            The places.
        recogniser : Recogniser, optional
            What finds the mentions; without, the one Dateline brings along.
        confirmed : Confirmed, optional
            What maintainers have decided before.
        lexicon : Lexicon, optional
            Of this gazetteer, where it is prepared.
        """
        lexicon = lexicon or Lexicon.build(gazetteer)
        return cls(
            gazetteer, recogniser or GazetteerRecogniser(gazetteer, lexicon), Resolver(gazetteer, lexicon, confirmed)
        )

    def parse(self, report: Report) -> ParsedReport:
        """Read one report.

        Parameters
        ----------
        report : Report
            The report.

        Returns
        -------
        ParsedReport
            Its statements in order; every mention of the text lies in one of them. What they claim, in that order.
        """
        segments = split_statements(report.text, report.language)
        events = date_statements(report.text, segments, report.published_on, report.language)
        mentions = self.recogniser.recognise(report.text, report.language)
        placed = self.resolver.resolve(mentions, report.text, report.language)
        ids = _name_statements(report, segments)
        found = _share_out(segments, placed)
        rows = zip(ids, segments, events, found, strict=True)
        statements = tuple(Statement(*row) for row in rows)
        return ParsedReport(report, statements, read_claims(report, statements))


def open_reader(
    gazetteer: Path, regions: Path | None, *, recogniser: str = "gazetteer", cache: Path | None = None
) -> Reader:
    """Open a gazetteer and what lies beside it, and make the reader over them.

    Parameters
    ----------
    gazetteer : Path
        Gazetteer CSV; `confirmed.csv` beside it holds what maintainers have decided, if there is one.
    regions : Path or None
        GeoJSON of the polygons.
    recogniser : str, default "gazetteer"
        Or "spacy:MODEL".
    cache : Path, optional
        Folder where prepared gazetteers are kept; with it a large one opens in a moment the second time.

    Returns
    -------
    Reader

    Raises
    ------
    GeodataError
        With every fault of the files, or when there is no such recogniser.
    """
    if cache is not None:
        places, lexicon = open_gazetteer(gazetteer, regions, cache)
    else:
        places, lexicon = read_gazetteer(gazetteer, regions), None
    confirmed = read_confirmed(gazetteer.with_name("confirmed.csv"), places)
    reader = make_reader(places, confirmed, recogniser, lexicon)
    # The gazetteer is never garbage: looking through it again and again would cost a tenth of the time.
    gc.freeze()
    atexit.register(_thaw)
    gc.set_threshold(GARBAGE_THRESHOLD)
    return reader


def _thaw() -> None:
    """Let what is frozen be freed when Python ends; DuckDB complains on standard error of what is not."""
    # Without DuckDB nobody complains, and to free a gazetteer of the world takes two seconds.
    if "duckdb" in sys.modules:
        gc.unfreeze()


def make_reader(
    places: Gazetteer, confirmed: Confirmed, recogniser: str = "gazetteer", lexicon: Lexicon | None = None
) -> Reader:
    """Make the reader over what was opened.

    Parameters
    ----------
    places : Gazetteer
        The places.
    confirmed : Confirmed
        What maintainers have decided.
    recogniser : str, default "gazetteer"
        Or "spacy:MODEL".
    lexicon : Lexicon, optional
        The gazetteer's names, prepared; made here otherwise.

    Raises
    ------
    GeodataError
        When there is no such recogniser.
    """
    lexicon = lexicon or Lexicon.build(places)
    peoples = frozenset(read_demonyms(places))
    return Reader.over(places, make_recogniser(recogniser, places, lexicon, peoples), confirmed, lexicon)


def _name_statements(report: Report, segments: Sequence[Segment]) -> list[str]:
    """Derive ids from the report's id and the words, with a number where the same words come again."""
    seen: dict[str, int] = {}
    ids = []
    for segment in segments:
        words = " ".join(report.text[segment.start : segment.end].split())
        key = f"{report.report_id}\0{words}".encode("utf-8", "surrogatepass")
        name = blake2b(key, digest_size=6).hexdigest()
        seen[name] = seen.get(name, 0) + 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return ids


def _share_out(segments: Sequence[Segment], placed: Sequence[PlacedMention]) -> list[tuple[PlacedMention, ...]]:
    """Give each segment the mentions that begin in it; boilerplate gets none."""
    shares: list[list[PlacedMention]] = [[] for _ in segments]
    number = 0
    for one in placed:
        while number < len(segments) and segments[number].end <= one.mention.start:
            number += 1
        inside = number < len(segments) and segments[number].start <= one.mention.start
        if inside and one.mention.end <= segments[number].end and segments[number].kind == "statement":
            shares[number].append(one)
    return [tuple(share) for share in shares]
