"""The values that flow through geodata, and the columns of the tables they end in.

Offsets are code points into `Report.text`, end exclusive: `text[start:end]` is always the thing named.
Days are `datetime.date`, intervals include both ends, coordinates are WGS 84 degrees.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from geodata import wording

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


class Method(StrEnum):
    """How a name went to its place: by its preferred name, another name, one folded alike, a similar one, or not."""

    NAME = "name"
    ALIAS = "alias"
    SPELLING = "spelling"
    NEAR = "near"
    UNRESOLVED = "unresolved"


class PublishedFrom(StrEnum):
    """Where a report's publication day is from."""

    FRONT_MATTER = "front_matter"
    FIELD = "field"
    FEED = "feed"
    META_TAG = "meta_tag"
    FILE_NAME = "file_name"
    PRINTED = "printed"
    PRINTED_FILE_DIFFERS = "printed_file_differs"
    PRINTED_NAME_DIFFERS = "printed_name_differs"
    GIVEN_FOR_ALL = "given_for_all"
    NOT_TOLD = "published_not_told"


class DateBasis(StrEnum):
    """How the days of an event were found, or why there are none.

    `PUBLICATION` and `PUBLICATION_UNCLEAR` were judged and nothing was found, so the report's own day stands in;
    `NOT_JUDGED` was not looked at.
    """

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    RELATIVE_TO_UNKNOWN = "relative_to_unknown"
    RELATIVE_TO_TOLD = "relative_to_told"
    RELATIVE_TO_SPOKEN = "relative_to_spoken"
    AND_MORE = "and_more"
    CARRIED = "carried"
    CARRIED_OF_MORE = "carried_of_more"
    PUBLICATION = "publication"
    PUBLICATION_UNCLEAR = "publication_unclear"
    NOT_JUDGED = "not_judged"
    UNDATED = "undated"
    UNDATED_UNCLEAR = "undated_unclear"
    UNDATED_UNANCHORED = "undated_unanchored"
    UNDATED_NOT_JUDGED = "undated_not_judged"
    BOILERPLATE = "boilerplate"

    @property
    def is_judged(self) -> bool:
        """Whether the words were looked at for a date."""
        return self not in (self.NOT_JUDGED, self.UNDATED_NOT_JUDGED, self.BOILERPLATE)

    @property
    def is_publication(self) -> bool:
        """Whether the report's own day stands in for the event's."""
        return self in (self.PUBLICATION, self.PUBLICATION_UNCLEAR, self.NOT_JUDGED)


class SpeakerBasis(StrEnum):
    """Where a speaker is from, or why there is none: judged and nobody named, or not judged."""

    NAMED = "speaker_named"
    NOT_NAMED = "speaker_not_named"
    NOT_JUDGED = "speaker_not_judged"
    BOILERPLATE = "speaker_boilerplate"


class Spotted(StrEnum):
    """What made a stretch of text a mention."""

    NAME = "gazetteer_name"
    SPELLING = "gazetteer_spelling"
    APOSTROPHE_LOST = "apostrophe_lost"
    FORM = "gazetteer_form"
    REGION = "region_of_name"
    PEOPLE = "people"
    AFTER = "after"
    BEFORE = "before"
    AFTER_LIKE = "after_like"
    LIKE = "like"
    LISTED = "listed"
    SPACY = "spacy"


class ReasonKind(StrEnum):
    """Why a mention went to a place, what spoke for and against a candidate, or why none was chosen."""

    SAME_NAME = "same_name"
    SAME_ALIAS = "same_alias"
    SAME_SPELLING = "same_spelling"
    NAMED_AFTER = "named_after"
    SPELT_NEARLY = "spelt_nearly"
    WHOLE_NAME = "whole_name"
    ASKED_FITS = "asked_fits"
    ASKED_MISSED = "asked_missed"
    POPULATION = "population"
    NEAR_OTHERS = "near_others"
    SAME_REGION = "same_region"
    SUBURB = "suburb"
    ONE_PLACE = "one_place"
    SAME_SENSE = "same_sense"
    CONFIRMED = "confirmed"
    CONFIRMED_NOTE = "confirmed_note"
    CONFIRMED_IN = "confirmed_in"
    CONFIRMED_IN_NOTE = "confirmed_in_note"
    NAMED_ELSEWHERE = "named_elsewhere"
    NAMED_WITH_IT = "named_with_it"
    NAMED_BESIDE = "named_beside"
    NAMED_IN_SENTENCE = "named_in_sentence"
    NAMED_IN_REPORT = "named_in_report"
    PEOPLE_OF = "people_of"
    NO_COUNTRY = "no_country"
    NO_NAME = "no_name"
    NOT_ALIKE = "not_alike"
    TEXT_AGAINST = "text_against"
    SEVERAL = "several"
    SEVERAL_OF_MORE = "several_of_more"
    PLACE = "place"
    PLACE_IN = "place_in"
    PROVINCE = "province"
    DISTRICT = "district"
    SETTLEMENT = "settlement"
    SITE = "site"
    REGION = "region"
    COUNTRY = "country"
    RIVER = "river"
    AREA = "area"


class Unresolved(StrEnum):
    """As what an unresolved mention is counted."""

    NO_NAME = "counted_no_name"
    SEVERAL = "counted_several"
    TEXT_AGAINST = "counted_text_against"
    NO_COUNTRY = "counted_no_country"


class SearchFault(StrEnum):
    """Why a search cannot be read."""

    TOO_LONG = "search_too_long"
    NO_LETTER = "search_no_letter"
    ONLY_LEAVES_OUT = "search_only_leaves_out"
    TOO_MANY_WORDS = "search_too_many_words"
    SHORT_BEGINNING = "search_short_beginning"


Told: TypeAlias = DateBasis | SpeakerBasis | Spotted | ReasonKind | PublishedFrom | Unresolved | SearchFault
"""Everything that `wording` has words for; no two of them share a value."""

Part: TypeAlias = "str | int | date | tuple[str, ...] | tuple[Reason, ...]"
"""A name, a number, a day, expressions of the text, or reasons within a reason."""

_NO_PARTS: Mapping[str, Part] = MappingProxyType({})


class Reason(NamedTuple):
    """Why something is so: what code may branch on, and what its sentence is made of.

    Attributes
    ----------
    kind : Told
        Which reason it is.
    parts : mapping of str to Part
        What the template of the kind in `wording` names.
    """

    kind: Told
    parts: Mapping[str, Part] = _NO_PARTS


Because: TypeAlias = tuple[Reason, ...]
"""Reasons one after the other, the weightiest first; empty where there is nothing to say."""


def because(kind: Told, /, **parts: Part) -> Because:
    """Give the one reason that there is."""
    return (Reason(kind, parts),)


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
    speaker_because : Because
        Where the speaker is from or why there is none, by a `SpeakerBasis`.
    """

    start: int
    end: int
    speaker: str = ""
    kind: SegmentKind = "statement"
    speaker_because: Because = ()

    @property
    def speaker_basis(self) -> str:
        """Where the speaker is from or why there is none, in words."""
        return wording.say(self.speaker_because)


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the thing a statement tells happened.

    Attributes
    ----------
    start, end : datetime.date or None
        First and last day, both included; None (both) where undated.
    precision : Precision
        How exact the interval is.
    because : Because
        Why, by a `DateBasis`; of an interval that several dates span, one for each. For an undated statement, why
        it is undated.
    """

    start: date | None
    end: date | None
    precision: Precision
    because: Because

    @property
    def kind(self) -> Told:
        """How the days were found."""
        return self.because[0].kind

    @property
    def basis(self) -> str:
        """Why, in words: "relative: 'the day before', from publication 6 Dec 2017"."""
        return wording.say(self.because)


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
    spotted_because : Because
        What made it a mention, by a `Spotted`; empty where its recogniser does not tell.
    plain : str
        The name in its plain form as it was found in the gazetteer, where the text has another: "Київ" of "Києва".
    """

    start: int
    end: int
    toponym: str
    use: Use = "literal"
    asked: str = ""
    spotted_because: Because = ()
    plain: str = ""

    @property
    def spotted(self) -> str:
        """What made it a mention, in words: "after 'villages of'"."""
        return wording.say(self.spotted_because)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a mention could mean.

    Attributes
    ----------
    place_id : str
        The place.
    score : float
        From 0 to 1; how likely it is, together with those that are the same place: its doubles, the divisions named
        after it. They are no candidates of their own.
    because : Because
        What speaks for it and against it, by a `ReasonKind`.
    """

    place_id: str
    score: float
    because: Because = ()

    @property
    def reason(self) -> str:
        """What speaks for it and against it, in words."""
        return wording.say(self.because)


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
    method : Method
        How the name matched.
    because : Because
        How the name matched and what decided, or why nothing could be chosen, by a `ReasonKind`.
    candidates : tuple of Candidate
        Best first, the chosen one included.
    """

    place_id: str | None
    matched_name: str
    score: float
    method: Method
    because: Because
    candidates: tuple[Candidate, ...] = ()

    @property
    def reason(self) -> str:
        """How the name matched and what decided, or why nothing could be chosen, in words."""
        return wording.say(self.because)


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention and its resolution."""

    mention: Mention
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Statement:
    """A segment with its date and mentions: one row of the statements table.

    Attributes
    ----------
    statement_id : str
        Derived from the report's id and the statement's own words, so links survive rebuilds.
    segment : Segment
        Where it stands, and who says it.
    event : EventDate
        When what it tells happened.
    mentions : tuple of PlacedMention
        The names in it, in their order.
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
    """A report and everything read out of it.

    Attributes
    ----------
    report : Report
        The report.
    statements : tuple of Statement
        In order.
    claims : tuple of Claim
        What they claim, in the same order.
    """

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
