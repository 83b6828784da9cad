"""The values that flow through geodata, and the columns of the tables they end in.

Offsets are code points into `Report.text`, end exclusive: `text[start:end]` is always the thing named.
Days are `datetime.date`, intervals include both ends, coordinates are WGS 84 degrees.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Literal

Use = Literal["literal", "metonym", "dateline", "demonym"]
"""How a toponym is used: of the place itself, of its government ("Moscow said"), as the head of a
report ("DAMASCUS, Nov 9 -"), or of its people."""

Precision = Literal["day", "week", "month", "season", "year", "span", "none"]
"""How exactly an event is dated; "span" is any other interval, "none" an undated statement."""

Kind = Literal["settlement", "site", "region", "country", "river", "area"]
"""What a place is to the map: a point to live in, a point otherwise, a polygon with a row in
regions.geojson, a state, a water line, or a loose stretch of land or water."""

SegmentKind = Literal["statement", "boilerplate"]


class ClaimKind(StrEnum):
    """What a statement says happened to a place; `DENIED` is any of the others, denied."""

    TAKEN = "taken"
    RETAKEN = "retaken"
    LOST = "lost"
    ENTERED = "entered"
    BESIEGED = "besieged"
    ATTACKED = "attacked"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read from a file.

    Attributes
    ----------
    report_id : str
        The input's own `id` where it has one, else derived from its path inside the reports folder.
    title, source, url : str
        As given; empty where the input says nothing.
    published_on : datetime.date or None
        Publication day, None when neither the file nor its text tells.
    published_basis : str
        Where the day is from, in words: "front matter", "file name", "printed at the head: 'Oct 042017'".
    language : str
        ISO 639-1, as given or told from the script: "en", "ar", "ru", ...
    path : str
        File, relative to the reports folder, `/` between parts.
    line : int
        Line or item number inside a file of many reports, 0 otherwise.
    text : str
        The body, exactly as offsets count it.
    """

    report_id: str
    title: str
    source: str
    url: str
    published_on: date | None
    published_basis: str
    language: str
    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a report that says one thing: a sentence, or a quotation of several.

    Attributes
    ----------
    start, end : int
        Offsets into the report's text; no white space at either end.
    speaker : str
        Who says it, as the text names them; empty where the text does not say.
    kind : {"statement", "boilerplate"}
        Boilerplate (menus, tags, related links) is kept but never put on the map.
    """

    start: int
    end: int
    speaker: str = ""
    kind: SegmentKind = "statement"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the thing a statement tells happened.

    Attributes
    ----------
    start, end : datetime.date or None
        First and last day, both included; None (both) where undated.
    precision : Precision
        How exact the interval is.
    basis : str
        Why, for the reader: "relative: 'the day before', from publication 6 Dec 2017"; for an undated
        statement, why it is undated.
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text that names, or looks as if it names, a place.

    Attributes
    ----------
    start, end : int
        Offsets of the name alone ("Raqqa" in "Raqqa province").
    toponym : str
        `text[start:end]`.
    use : Use
        How it is used.
    asked : str
        Feature class the words around it ask for: "ADM1", "ADM2", "PPL", "STM", "PCLI", ...; empty when none.
    spotted : str
        What made it a mention, in words: "gazetteer name", "in a list after 'villages of'".
    """

    start: int
    end: int
    toponym: str
    use: Use = "literal"
    asked: str = ""
    spotted: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a mention could mean, with its score from 0 to 1 and the reasons for it."""

    place_id: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a mention went, or why it went nowhere.

    Attributes
    ----------
    place_id : str or None
        The place; None when unresolved.
    matched_name : str
        The gazetteer's spelling that matched; empty when unresolved.
    score : float
        From 0 to 1; how likely the choice is right.
    method : str
        "name", "alias", "spelling" (folded alike), "near" (similar), or "unresolved".
    reason : str
        In words: how the name matched and what decided, or why nothing could be chosen.
    candidates : tuple of Candidate
        Best first, the chosen one included.
    """

    place_id: str | None
    matched_name: str
    score: float
    method: str
    reason: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention and its resolution."""

    mention: Mention
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Statement:
    """A segment with its date and mentions: one row of the statements table.

    `statement_id` is derived from the report's id and the statement's own words, so links survive rebuilds.
    """

    statement_id: str
    segment: Segment
    event: EventDate
    mentions: tuple[PlacedMention, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement says happened to a place it names.

    Attributes
    ----------
    kind : ClaimKind
        What happened, or that it did not.
    place_id : str
        The place.
    statement_id : str
        The statement.
    speaker : str
        Who says it, as the text names them; empty where the text does not say.
    start, end : datetime.date or None
        First and last day on which it happened; None (both) where undated.
    """

    kind: ClaimKind
    place_id: str
    statement_id: str
    speaker: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A report and everything read out of it."""

    report: Report
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer.

    Attributes
    ----------
    place_id : str
        Stable, lower-case; permalinks depend on it.
    name : str
        Preferred English name.
    feature_code : str
        GeoNames feature code: PPL, PPLA, ADM1, PCLI, STM, ...
        Source: https://www.geonames.org/export/codes.html
    country_code : str
        ISO 3166-1 alpha-2, empty for what no one country holds.
    admin1, admin2 : str
        `place_id` of the containing region rows; empty where none.
    lat, lon : float
        WGS 84 degrees.
    aliases : tuple of str
        Other names in any script.
    source, source_id, note : str
        Where the fact is from, and free words.
    line : int
        Physical line in the CSV, for messages.
    population : int
        People who live there; 0 where unknown.
    """

    place_id: str
    name: str
    feature_code: str
    country_code: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()
    source: str = ""
    source_id: str = ""
    note: str = ""
    line: int = 0
    population: int = 0

    @property
    def kind(self) -> Kind:
        """What the place is to the map, from its feature code."""
        return kind_of(self.feature_code)


GAZETTEER_COLUMNS = (
    "place_id",
    "name",
    "feature_code",
    "country_code",
    "admin1",
    "admin2",
    "lat",
    "lon",
    "aliases",
    "source",
    "source_id",
    "note",
)
OPTIONAL_COLUMNS = ("population",)
"""Columns that a gazetteer may have besides."""

# Feature codes by what the map does with them; a code that begins like a key is of its kind.
# Source: https://www.geonames.org/export/codes.html
_KIND_BY_PREFIX: tuple[tuple[str, Kind], ...] = (
    ("PCL", "country"),
    ("ADM", "region"),
    ("PPL", "settlement"),
    ("STM", "river"),
    ("CNL", "river"),
    ("RGN", "area"),
    ("DSRT", "area"),
    ("MTS", "area"),
    ("VAL", "area"),
    ("LK", "area"),
    ("RSV", "area"),
    ("SEA", "area"),
    ("GULF", "area"),
    ("CONT", "area"),
    ("AREA", "area"),
)


@lru_cache(maxsize=2048)
def kind_of(feature_code: str) -> Kind:
    """Tell what a feature code means to the map.

    Parameters
    ----------
    feature_code : str
        A GeoNames feature code.

    Returns
    -------
    Kind
        "site" for every code with no rule of its own: an air base, a field, a crossing.
    """
    for prefix, kind in _KIND_BY_PREFIX:
        if feature_code.startswith(prefix):
            return kind
    return "site"


CERTAIN = 0.7
"""Score from which a placement is drawn as certain."""
