"""The words of the facets: the names of their values, and how the sentence on top tells each facet."""

from collections.abc import Mapping

from dashboard.words import KINDS, Words

MATCHES: Words = {"certain": "certain", "uncertain": "uncertain"}
PRECISIONS: Words = {
    "day": "day",
    "week": "week",
    "month": "month",
    "season": "season",
    "year": "year",
    "span": "other span",
    "none": "undated",
}
VALUES: Mapping[str, Words] = {"kinds": KINDS, "matches": MATCHES, "precisions": PRECISIONS}
"""Values of facets that are codes of ours; all others are called as they are."""

NOT_NAMED: Words = {"sources": "Source not given", "speakers": "Speaker not named", "countries": "No one country"}

NOT_JUDGED_VALUES: Words = {"speakers": "Speaker not judged"}

TOLD_NOT_NAMED: Words = {"sources": "not given", "speakers": "nobody named", "countries": "no one country"}
TOLD_NOT_JUDGED: Words = {"speakers": "somebody not judged"}

TOLD: Words = {
    "sources": "source {values}",
    "speakers": "said by {values}",
    "kinds": "places of kind {values}",
    "matches": "placement {values}",
    "precisions": "dated to the {values}",
}
"""A facet that is not here is not told."""
