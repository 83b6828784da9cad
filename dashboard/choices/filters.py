"""What a viewer filters by: a value, read from a URL and written to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from dashboard import words
from dashboard.choices.selection import shorten

ListValues = Callable[[str], Iterable[str]]
"""Gives the values that exist of a facet."""

LONGEST_QUERY = 200
# Names in the URL are those a reader would type; a facet's own name is for code.
_QUERY = "q"
_PARAMETERS = {
    "sources": "source",
    "speakers": "speaker",
    "kinds": "kind",
    "regions": "in",
    "countries": "country",
    "matches": "match",
    "precisions": "dated",
}
FACETS = tuple(_PARAMETERS)
# Stays as it is in a URL, and hardly ever stands in a name.
_BETWEEN_VALUES = "~"
_EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a viewer filters by; an empty field lets everything through.

    Attributes
    ----------
    query : str
        Words, as `Store.search` reads them.
    sources, speakers : tuple of str
        As reports give them; an empty text is "not given".
    kinds : tuple of str
        Kinds of place.
    regions, countries : tuple of str
        `place_id` of regions, ISO codes of countries.
    matches : tuple of {"certain", "uncertain"}
    precisions : tuple of str
        How exactly the event is dated.
    """

    query: str = ""
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return self == Filters()

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Give the values chosen of a facet."""
        values: tuple[str, ...] = getattr(self, facet)
        return values

    def toggle(self, facet: str, value: str) -> "Filters":
        """Choose a value, or no longer."""
        values = set(self.chosen(facet)) ^ {value}
        changed: dict[str, Any] = {facet: tuple(sorted(values))}
        return replace(self, **changed)

    def without(self, facet: str) -> "Filters":
        """Choose nothing of a facet, or ask for no words ("query")."""
        changed: dict[str, Any] = {facet: "" if facet == "query" else ()}
        return replace(self, **changed)


def read_filters(
    query: Mapping[str, str], list_values: ListValues, unknown_notice: str = words.URL_UNKNOWN_FILTER
) -> tuple[Filters, list[str]]:
    """Read filters from the query parameters of a URL; what is unknown is told and left out.

    Parameters
    ----------
    query : mapping of str to str
        `q`, `source`, `speaker`, `kind`, `in`, `country`, `match`, `dated`, values of one joined by `~`;
        other names are passed over.
    list_values : callable
        Gives the values that exist of a facet.
    unknown_notice : str
        How a value is told that does not exist, with places for "facet" and "value".

    Returns
    -------
    filters : Filters
        Always usable.
    notices : list of str
        One sentence for each value that could not be used.
    """
    notices: list[str] = []
    text = " ".join(query.get(_QUERY, "").split())
    if len(text) > LONGEST_QUERY:
        notices.append(words.URL_LONG_QUERY.format(limit=LONGEST_QUERY))
        text = text[:LONGEST_QUERY].rstrip()
    chosen: dict[str, tuple[str, ...]] = {}
    for facet, parameter in _PARAMETERS.items():
        known = set(list_values(facet))
        given = [_unquote(value) for value in query.get(parameter, "").split(_BETWEEN_VALUES) if value]
        chosen[facet] = tuple(sorted(known.intersection(given)))
        title = words.FACETS[facet].lower()
        notices += [
            unknown_notice.format(facet=title, value=shorten(value))
            for value in dict.fromkeys(given)
            if value not in known
        ]
    return Filters(text, **chosen), notices


def write_filters(filters: Filters) -> dict[str, str]:
    """Write filters as query parameters, empty ones left out; `read_filters` reads them back."""
    query = {_QUERY: filters.query} if filters.query else {}
    for facet, parameter in _PARAMETERS.items():
        if values := filters.chosen(facet):
            query[parameter] = _BETWEEN_VALUES.join(map(_quote, values))
    return query


def _quote(value: str) -> str:
    """Write a value so that no `~` of its own parts it, and so that an empty one is seen."""
    if value in ("", _EMPTY):
        return _EMPTY if not value else "%2D"
    return value.replace("%", "%25").replace(_BETWEEN_VALUES, "%7E")


def _unquote(value: str) -> str:
    return "" if value == _EMPTY else unquote(value)
