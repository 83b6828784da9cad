"""Words of the filters, the downloads and the history; they belong to `words` and are as ready to be translated."""

from collections.abc import Mapping

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

MORE_VALUES = "{n} more; choose one above to narrow them"

URL_UNKNOWN_FILTER = "The link filters by {facet} “{value}”, which is not in these reports; it is left out."
URL_LONG_QUERY = "The search in the link is longer than {limit} characters; only its beginning is used."

REPORTS = ("report", "reports")
IN = "in {names}"
OF = "of"
ABOUT = "about"
OR = "or"
WITH_WORDS = "with {query}"
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

CLAIMS: Mapping[str, str] = {
    "taken": "claimed",
    "retaken": "retaken",
    "lost": "lost",
    "entered": "entered",
    "besieged": "besieged",
    "attacked": "attacked",
    "denied": "denied",
}
