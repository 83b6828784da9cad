"""Every word of the screen, ready to be translated; `phrases` puts them into sentences.

What the page filters by is named beside the facets, in `dashboard/filters/naming.py`.
"""

from collections.abc import Mapping

from dashboard.contract import ScrubberWords

Words = Mapping[str, str]
"""What is said of each of some keys."""

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
DOWNLOADS: Words = {"csv": "CSV", "geojson": "GeoJSON", "parquet": "Parquet"}
COLUMNS: Words = {
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
LEFT_OUT_WHY: Words = {
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
PICTURE_AS_OF = "as of {day}"
PICTURE_NO_DAY = "reports undated"
PICTURE_SOURCES = "Sources: {sources}"
PICTURE_MORE_SOURCES = "and {n} more"
PICTURE_LONG_SOURCES = "{n} with long names"
PICTURE_NO_SOURCE = "none named in the reports shown"
PICTURE_NOTHING = "No statement in this window names a place in this view"
PICTURE_RANKING = "Named most"
PICTURE_CIRCLES = "Statements about a place"
PICTURE_TINTS = "Statements in a region"
PICTURE_UNCERTAIN = "place not certain"
PICTURE_FILE = "dateline-{start}-{end}.png"
ONE_DAY = "All statements are of one day: {day}."

LEGEND_CIRCLES = "Statements"
LEGEND_REGIONS = "In region"
LEGEND_UNCERTAIN = "uncertain place"
LEGEND = "Key"
LEGEND_TOGETHER = "several close together"
LEGEND_LINES = "Lines: named in the same reports"
MAP_COLOUR = "Colour"
MAP_COLOURS: Words = {
    "one": "one colour",
    "recency": "colour: latest statement",
    "kind": "colour: kind of place",
    "source": "colour: source",
}
PICTURE_COLOURS: Words = {"recency": "Latest statement", "kind": "Kind of place", "source": "Source of most statements"}
PICTURE_LINKS = "named in the same reports"
RECENCY_CLASSES = ("last day of the window", "1–2 days before", "3–6 days before", "earlier")
KIND_CLASSES = ("capital or seat", "town or village", "part of a town", "site", "several kinds")
SOURCE_OTHER = "another source"
SOURCE_SEVERAL = "several, none with most"
MAP_CONTROLS: Words = {"zoom-in": "Zoom in", "zoom-out": "Zoom out", "layers-toggle": "Base map"}
GROUND_UNREACHABLE = "{name} can’t be reached. The offline map stays."
GROUND_FAILED = "The background map could not be loaded. Statements are still shown."
GROUND_OWN = "Dateline (offline)"
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

KINDS: Words = {
    "settlement": "Settlement",
    "site": "Site",
    "region": "Region",
    "country": "Country",
    "river": "River",
    "area": "Area",
}
METHODS: Words = {"name": "name", "alias": "alias", "spelling": "other spelling", "near": "similar name"}
MATCHED = "{toponym} → {name}, {method}"

FACETS: Words = {
    "sources": "Source",
    "speakers": "Speaker",
    "kinds": "Kind of place",
    "regions": "Region",
    "countries": "Country",
    "matches": "Placement",
    "precisions": "Date told to the",
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
ATTRIBUTION_PLACES = "Places: {sources}."
ATTRIBUTION_REPORTS = "Reports: {sources}."
ATTRIBUTION_MADE = "Read out of the reports by machine; a placement or a date can be wrong, its basis stands beside it."
ATTRIBUTION_CUT = "Only the first {shown:,} of {total:,} statements are in this file."
MORE_SOURCES = "{n} more, each beside its statement"
SOURCE_NAMES: Words = {
    "geonames": "GeoNames (https://www.geonames.org), CC BY 4.0",
    "ocha": "UN OCHA, CC BY 3.0 IGO",
    "naturalearth": "Natural Earth (https://www.naturalearthdata.com), public domain",
}

CLAIMS: Words = {
    "taken": "claimed",
    "retaken": "retaken",
    "lost": "lost",
    "entered": "entered",
    "besieged": "besieged",
    "attacked": "attacked",
    "denied": "denied",
}

MONTHS = tuple("January February March April May June July August September October November December".split())
STATEMENTS = ("statement", "statements")
PLACES_COUNTED = ("place", "places")
MENTIONS = ("mention", "mentions")
IN_WINDOW = "{statements}, {window}"
WHEN = {"reported": "reported {days}", "about": "about {days}", "month": "in {month} {year}", "year": "in {year}"}
LISTING = "{parts} and {last}"
UNDATED = "undated"
UNPLACED = "unplaced"
IS_LEFT_OUT = "{parts} is left out"
ARE_LEFT_OUT = "{parts} are left out"

LOCALE = "en"
"""The language of all these words."""

READING: Words = {}
"""What the reading says of days, speakers, names and places: a template for each kind, with the parts that the English
one in `geodata.wording` has. A kind that is missing is told in English."""

NOT_JUDGED = "date and speaker not judged: no rules for {language}"

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
    "months": list(MONTHS),
    "months_short": [month[:3] for month in MONTHS],
    "locale": LOCALE,
}
"""Words of the time control; the browser has none of its own."""
