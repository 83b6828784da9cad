"""Every word of the screen, in one place, ready to be translated."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.contract import ScrubberWords
from geodata.model import ClaimKind

TITLE = "Dateline"
ORIENTATION = (
    "Each circle is a place that reports name; the larger it is, the more statements. Shaded areas count "
    "everything said about a region and the places in it. Select one, here or on the map, to read the statements."
)

PLACES = "Places"
REGIONS = "Regions"
WIDER = "Countries, rivers, wide areas"
NOTHING_IN_WINDOW = "No statement falls into this window. Widen it with the control under the map."
NOTHING_HERE = "Nothing is said about {name} in this window. Widen it with the control under the map."
NOTHING_PASSES = "No statement of this window passes the filters. Clear them, or widen the window under the map."
NOTHING_HERE_PASSES = (
    "Nothing said about {name} in this window passes the filters. Clear them, or widen the window under the map."
)
NOTHING_DATED = (
    "No statement falls into this window, and some have no such date. Change between the dates of the event and of "
    "the publication under the map, or widen the window."
)
BACK = "All places"
OWN_STATEMENTS = "About {name} itself"
INSIDE_STATEMENTS = "About places in it"
UNDATED_GROUP = "Undated, not counted"
NO_DATE = "No date"
WHOLE_REPORT = "Whole report"
PANEL = "Statements; j and k go from one to the next"
SEARCH = "Search places and statements"
SEARCH_HINT = "Search a place or words"
SEARCH_CLEAR = "Clear the search"
SEARCH_NO_PLACE = "No place is called anything like “{asked}”."
SEARCH_NOT_NAMED = "no statement is about it"
SEARCH_WORDS = "Statements with “{asked}”"
SEARCH_NO_WORDS = "No statement has the words “{asked}”."
FILTER = "Filter"
FILTER_CLEAR = "Clear filters"
FILTER_NOTHING = "Everything in this window is of one kind; there is nothing to filter by."
FILTER_HIDES = "The filters leave out {n} of this window."
FOUND = "Statements"
LINK = "Copy link"
LINK_COPIED = "Copied"
LINK_FAILED = "Copy it from the address bar"
TABLE = "Table"
TABLE_TITLE = "Statements"
TABLE_CUT = "The table shows the first {shown:,} of {total:,} statements; the downloads have them all."
TABLE_FILE = "dateline-{start}-{end}.{ending}"
DOWNLOADS: Mapping[str, str] = {"csv": "CSV", "geojson": "GeoJSON", "parquet": "Parquet"}
COLUMNS: Mapping[str, str] = {
    "event_start": "From",
    "event_end": "To",
    "name": "Place",
    "text": "Statement",
    "speaker": "Speaker",
    "source": "Source",
    "published_on": "Published",
    "toponym": "Name in the report",
    "url": "Address",
}
SHOW_CONTEXT = "Show context"
HIDE_CONTEXT = "Hide context"
CONTEXT_BEGINS = "The report begins here."
CONTEXT_ENDS = "The report ends here."
NEWEST_FIRST = "Newest first"
OLDEST_FIRST = "Oldest first"
CLAIMED = "As told:"
CLAIMED_IN_WINDOW = "As told in these days:"
CLAIM_SHOW = "Show the statement of {day}"
WINDOW_WIDENED = "The window now reaches to that statement: {window}."
STATEMENT_HIDDEN = "The filters leave out the statement this leads to."
SOURCE_UNKNOWN = "Source not given"
NO_TITLE = "Report without a title"
READ_AT_SOURCE = "At the source"
PLACEMENT_UNCERTAIN = "placement uncertain"
SHOW_MORE = "Show more of the other {n}"
MORE = "{n} more are not listed; narrow the window to see them."

LEFT_OUT = "Not on the map"
LEFT_OUT_SEE = "See what is left out"
LEFT_OUT_SHOW = "Show them"
LEFT_OUT_NOTHING = "There is nothing here in this window."
LEFT_OUT_HIDDEN = "Statements the filters leave out"
LEFT_OUT_UNDATED = "Statements without a date"
LEFT_OUT_UNPLACED = "Statements without a place"
LEFT_OUT_NAMES = "Names that could not be placed"
LEFT_OUT_ELSEWHEN = "Statements about days the control does not reach"
LEFT_OUT_WHY: Mapping[str, str] = {
    "hidden": "On the map in this window when nothing is filtered.",
    "undated": "No date was found for them, so no window shows them.",
    "unplaced": "They name places in this window, but none that could be placed.",
    "names": "In statements of this window; some of them are on the map by another name.",
    "elsewhen": "Too long before or after the reports to be on the time control.",
}
LEFT_OUT_NO_NAME = "Statements that name no place"
LEFT_OUT_NOT_JUDGED = "Not judged: menus, tags, related links"

READER = "Report"
READER_NEXT = "Next report (j)"
READER_PREVIOUS = "Previous (k)"
READER_PLACE = "Report {at:,} of {total:,} in this list"
MARKS = "Names:"
MARK_PLACED = "placed"
MARK_UNCERTAIN = "uncertain"
MARK_UNRESOLVED = "could not be placed"
PICTURE = "Picture"
PICTURE_HELP = "Download the current view as a picture of 1920 × 1080 for a slide."
PICTURE_TITLE = "What reports say about {name}"
PICTURE_EVERYWHERE = "the places on this map"
PICTURE_FILE = "dateline-{start}-{end}.png"
ONE_DAY = "All statements are of one day: {day}."

LEGEND_CIRCLES = "Statements"
LEGEND_REGIONS = "In region"
LEGEND_UNCERTAIN = "uncertain place"
LEGEND = "Key"
LEGEND_TOGETHER = "several close together"
LEGEND_LINES = "Lines: named in the same reports"
MAP_COLOUR = "Colour"
MAP_COLOURS: Mapping[str, str] = {
    "one": "one colour",
    "recency": "colour: latest statement",
    "kind": "colour: kind of place",
    "source": "colour: source",
}
PICTURE_COLOURS: Mapping[str, str] = {
    "recency": "Latest statement",
    "kind": "Kind of place",
    "source": "Source of most statements",
}
PICTURE_LINKS = "named in the same reports"
RECENCY_CLASSES = ("last day of the window", "1–2 days before", "3–6 days before", "earlier")
KIND_CLASSES = ("capital or seat", "town or village", "part of a town", "site", "several kinds")
SOURCE_OTHER = "another source"
SOURCE_SEVERAL = "several, none with most"
MAP_CONTROLS: Mapping[str, str] = {"zoom-in": "Zoom in", "zoom-out": "Zoom out", "layers-toggle": "Base map"}
GROUND_UNREACHABLE = "{name} can’t be reached. The offline map stays."
GROUND_FAILED = "The background map could not be loaded. Statements are still shown."
MAP_PLACES = "{n} places"
MAP_MORE = "and {n} more"
MAP_FULL_SCREEN = "Full screen"
MAP_RESET = "First view"
MAP_FAILED = "The places could not be loaded. Load the page anew to try again."

NO_STORE = "There is nothing to show yet"
NO_STORE_HELP = (
    "Reports and the gazetteer have not been read. Start Dateline with `make run`, or build by hand with "
    "`python -m geodata build`. This page goes on by itself when that is done."
)
NO_STATEMENT = "There is nothing to show on the map"
NO_STATEMENT_HELP = (
    "{n} have been read, and none has both a place of the gazetteer and a date. `python -m geodata explain REPORT` "
    "tells how a report is read. This page goes on by itself when there is another build."
)
BUILDING = "Reading reports and gazetteer …"
BUILD_FAILED = "The latest change could not be read, so the page shows the last good state."
BUILD_FAILED_FIRST = "The first build failed; nothing can be shown before these faults are mended."
REPORTS_LEFT_OUT = "Some report files could not be read and are left out."
FAULTS_MORE = "{n} more faults are not listed; `python -m geodata check` and `build` tell them all."

URL_UNKNOWN_PLACE = "The link names a place that is not in the gazetteer ({value}); it is left out."
URL_UNKNOWN_REPORT = "The link names a report that is not here ({value}); it is left out."
URL_UNKNOWN_STATEMENT = "The link names a statement that is not on the map ({value}); it is left out."
GONE_PLACE = "The place that was selected ({value}) is not in the new build; all places are shown."
GONE_REPORT = "The report that was open ({value}) is not in the new build; it is closed."
GONE_FILTER = "The new build has nothing of {facet} “{value}”; it is no longer filtered by."
URL_BAD_DATE = "The link gives a date that is not one ({value}); dates look like 2017-11-09. The usual window is shown."
URL_WINDOW_MOVED = "The link asks for days outside the reports; they run from {first} to {last}."
URL_BAD_VIEW = "The link gives a view that is not one ({value}); it looks like 34.45_40.92_9."
URL_BAD_CHOICE = "The link gives {name} as {value}; allowed are {allowed}."

KINDS: Mapping[str, str] = {
    "settlement": "Settlement",
    "site": "Site",
    "region": "Region",
    "country": "Country",
    "river": "River",
    "area": "Area",
}
METHODS: Mapping[str, str] = {
    "name": "name",
    "alias": "alias",
    "spelling": "other spelling",
    "near": "similar name",
}
MATCHED = "{toponym} → {name}, {method}"

FACETS: Mapping[str, str] = {
    "sources": "Source",
    "speakers": "Speaker",
    "kinds": "Kind of place",
    "regions": "Region",
    "countries": "Country",
    "matches": "Placement",
    "precisions": "Date told to the",
}
MATCHES: Mapping[str, str] = {"certain": "certain", "uncertain": "uncertain"}
PRECISIONS: Mapping[str, str] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "season": "season",
    "year": "year",
    "span": "other span",
    "none": "undated",
}
NOT_NAMED: Mapping[str, str] = {
    "sources": "Source not given",
    "speakers": "Speaker not named",
    "countries": "No one country",
}

TOLD_NOT_NAMED: Mapping[str, str] = {
    "sources": "not given",
    "speakers": "nobody named",
    "countries": "no one country",
}

ALL_VALUES = "Show all {n:,}"
FEWER_VALUES = "Show fewer"
FIND_VALUE = "Find in {facet}"
NO_VALUE = "None is called anything like “{asked}”."
MORE_VALUES = "{n:,} more; type a name to find them"

URL_UNKNOWN_FILTER = "The link filters by {facet} “{value}”, which is not in these reports; it is left out."
URL_LONG_QUERY = "The search in the link is longer than {limit} characters; only its beginning is used."

TOLD_REPORTS = ("report", "reports")
TOLD_IN = "in {names}"
TOLD_OF = "of"
TOLD_ABOUT = "about"
TOLD_OR = "or"
TOLD_WITH_WORDS = "with {query}"
TOLD: Mapping[str, str] = {
    "sources": "source {values}",
    "speakers": "said by {values}",
    "kinds": "places of kind {values}",
    "matches": "placement {values}",
    "precisions": "dated to the {values}",
}

ATTRIBUTION_PLACES = "Places: {sources}."
ATTRIBUTION_REPORTS = "Reports: {sources}."
ATTRIBUTION_MADE = "Read out of the reports by machine; a placement or a date can be wrong, its basis stands beside it."
ATTRIBUTION_CUT = "Only the first {shown:,} of {total:,} statements are in this file."
MORE_SOURCES = "{n} more, each beside its statement"
SOURCE_NAMES: Mapping[str, str] = {
    "geonames": "GeoNames (https://www.geonames.org), CC BY 4.0",
    "ocha": "UN OCHA, CC BY 3.0 IGO",
    "naturalearth": "Natural Earth (https://www.naturalearthdata.com), public domain",
}

CLAIMS: Mapping[ClaimKind, str] = {
    ClaimKind.TAKEN: "claimed",
    ClaimKind.RETAKEN: "retaken",
    ClaimKind.LOST: "lost",
    ClaimKind.ENTERED: "entered",
    ClaimKind.BESIEGED: "besieged",
    ClaimKind.ATTACKED: "attacked",
    ClaimKind.DENIED: "denied",
}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

TIME_CONTROL: ScrubberWords = {
    "control": "Dates shown",
    "play": "Play: move the window forward",
    "pause": "Pause",
    "speed": "Speed: {n} times",
    "speed_short": "{n}×",
    "week_back": "A week earlier",
    "day_back": "A day earlier",
    "day_on": "A day later",
    "week_on": "A week later",
    "more": "Type dates, presets, which date counts",
    "start": "First day shown",
    "end": "Last day shown",
    "band": "Window: move both ends",
    "to": "–",
    "presets": "Windows to choose",
    "preset_week": "Last week",
    "preset_week_help": "The last seven days with statements",
    "preset_month": "Month",
    "preset_month_help": "The whole month in the middle of the window",
    "preset_all": "All",
    "preset_all_help": "Everything from the first day to the last",
    "basis": "Dates of",
    "basis_event": "Event",
    "basis_event_help": "Count the day the thing happened",
    "basis_publication": "Published",
    "basis_publication_help": "Count the day it was reported",
    "bad_date": "{value} is not a date; dates look like 2017-11-09, 9 Nov 2017 or 9.11.2017.",
    "outside": "The statements run from {first} to {last}.",
    "one": "{n} statement",
    "many": "{n} statements",
    "wider": "{n} more in wider dates",
    "said": "{window}, {statements}",
    "day": "{d} {month} {y}",
    "in_month": "{d}–{d2} {month2} {y2}",
    "in_year": "{d} {month} – {d2} {month2} {y2}",
    "over_years": "{d} {month} {y} – {d2} {month2} {y2}",
    "months": list(_MONTHS),
    "months_short": [month[:3] for month in _MONTHS],
    "locale": "en",
}
"""Words of the time control; the browser has none of its own."""


def count(n: int, one: str, many: str) -> str:
    """Say a number of things: "1 place", "1,240 places"."""
    return f"{n:,} {one if n == 1 else many}"


def statements(n: int) -> str:
    """Say a number of statements."""
    return count(n, "statement", "statements")


def places(n: int) -> str:
    """Say a number of places."""
    return count(n, "place", "places")


def mentions(n: int) -> str:
    """Say how often a name occurs."""
    return count(n, "mention", "mentions")


def in_window(n: int, window: str) -> str:
    """Say how many statements a window holds."""
    return f"{statements(n)}, {window}"


def day(value: date, *, short: bool = False) -> str:
    """Say a day: "9 November 2017", short "9 Nov 2017"."""
    return f"{value.day} {_month(value, short=short)} {value.year}"


def span(start: date, end: date, *, short: bool = False) -> str:
    """Say an interval of days, both ends included, without repeating what the two share."""
    if start == end:
        return day(start, short=short)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end, short=short)}"
    if start.year == end.year:
        return f"{start.day} {_month(start, short=short)} – {day(end, short=short)}"
    return f"{day(start, short=short)} – {day(end, short=short)}"


def event_date(start: date, end: date, precision: str, basis: str = "") -> str:
    """Say when an event was, no more exactly than the report tells it.

    Parameters
    ----------
    start, end : datetime.date
        First and last day, both included.
    precision : str
        A `geodata.model.Precision`.
    basis : str
        Why that date; one that begins with "publication" says the report's own day stands in for the event's.

    Returns
    -------
    str
        "9 November 2017", "about 6–12 November 2017", "in November 2017", "reported 9 November 2017".
    """
    if basis.startswith("publication"):
        return f"reported {span(start, end)}"
    if precision == "month":
        return f"in {_month(start)} {start.year}"
    if precision == "year":
        return f"in {start.year}"
    if precision in ("week", "season"):
        return f"about {span(start, end)}"
    return span(start, end)


def listing(parts: Sequence[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def left_out(undated: int, unplaced: int) -> str:
    """Say what a window leaves out; empty when nothing is."""
    parts = [f"{n:,} {word}" for n, word in ((undated, "undated"), (unplaced, "unplaced")) if n]
    if not parts:
        return ""
    return f"{listing(parts)} {'is' if undated + unplaced == 1 else 'are'} left out"


def _month(value: date, *, short: bool = False) -> str:
    name = _MONTHS[value.month - 1]
    return name[:3] if short else name
