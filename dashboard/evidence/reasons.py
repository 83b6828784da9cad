"""Why a statement has its date and a name its place, in the words of the screen; no Streamlit."""

from collections.abc import Hashable, Mapping
from typing import Any

from dashboard import phrases, words
from geodata.model import DateBasis
from geodata.store import say_packed

Row = Mapping[Hashable, Any]
"""A row of a table, by column: of a hundred rows, a series each would take longer than all the rest of the panel."""

_UNJUDGED: Mapping[str, str] = {
    DateBasis.NOT_JUDGED: words.NOT_JUDGED,
    DateBasis.UNDATED_NOT_JUDGED: words.NOT_JUDGED,
}


def say_basis(row: Row) -> str:
    """Say how a statement's date was found, or why it has none."""
    return _say(row["date_basis"], row["date_because"])


def say_reason(row: Row) -> str:
    """Say why a name went to its place, or why it could not be placed."""
    return _say(row["reason"], row["reason_because"])


def say_unjudged(row: Row) -> str:
    """Say that date and speaker of a statement were not judged; empty where they were."""
    if row["date_kind"] not in _UNJUDGED:
        return ""
    return say_packed(str(row["date_because"]), _UNJUDGED, locale=words.LOCALE)


def stands_for_publication(row: Row) -> bool:
    """Tell whether the report's own day stands in for that of the event."""
    kind = row["date_kind"]
    return kind in set(DateBasis) and DateBasis(kind).is_publication


def _say(english: str, because: Any) -> str:
    """Say what the screen has words for in them; without any, in those of the reading."""
    if not words.READING or not isinstance(because, str):
        return str(english or "")
    return say_packed(because, words.READING, day=lambda value: phrases.day(value, short=True), locale=words.LOCALE)
