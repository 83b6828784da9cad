"""Reports of other languages marked by hand, and how many of the marks the reading gets right.

The marks were made by reading, by somebody who had not seen the code (`tests/data/marked/README.md`).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from made_country import TESTS

from geodata import Gazetteer, ParsedReport, PlacedMention, Statement

MARKED = TESTS / "data" / "marked"


@dataclass
class Share:
    """How many of some marks are read as they were made; the others in words."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, told: str, *, is_right: bool) -> None:
        if is_right:
            self.right += 1
        else:
            self.wrong.append(told)

    @property
    def total(self) -> int:
        return self.right + len(self.wrong)

    @property
    def value(self) -> float:
        return self.right / max(1, self.total)


def list_marked(language: str) -> list[tuple[Path, dict[str, Any]]]:
    """List the reports of a language with their marks."""
    paths = sorted((MARKED / language).glob("*.md"))
    return [(path, json.loads((MARKED / "gold" / f"{path.stem}.json").read_text("utf-8"))) for path in paths]


def score_dates(gold: dict[str, Any], parsed: ParsedReport) -> Iterator[tuple[str, bool]]:
    """Hold the days of each marked statement against ours."""
    for row in gold["dates"]:
        found = find_statement(row["statement"], parsed)
        told = f"{gold['report_id']}: '{row['statement']}' {row['event_start']} to {row['event_end']}"
        if found is None:
            yield f"{told}, no such statement", False
            continue
        event = found.event
        days = [day.isoformat() if day else None for day in (event.start, event.end)]
        yield f"{told}, not {days[0]} to {days[1]} ({event.basis})", days == [row["event_start"], row["event_end"]]


def score_speakers(gold: dict[str, Any], parsed: ParsedReport) -> Iterator[tuple[str, bool]]:
    """Hold the speaker of each statement that names one against ours."""
    for row in gold["speakers"]:
        found = find_statement(row["statement"], parsed)
        ours = found.segment.speaker if found else "no such statement"
        wanted = {_plain(row[name]) for name in ("speaker", "also", "outlet") if isinstance(row.get(name), str)}
        is_right = any(_plain(ours) == each or (each and each in _plain(ours)) for each in wanted)
        yield f"{gold['report_id']}: '{row['statement']}' by {row.get('speaker')}, not '{ours}'", is_right


def score_places(gold: dict[str, Any], parsed: ParsedReport, places: Gazetteer) -> Iterator[tuple[dict, str, bool]]:
    """Hold the place of each marked name that must be found against ours, by its name and kind."""
    text = parsed.report.text
    ours = [placed for statement in parsed.statements for placed in statement.mentions]
    for row in gold["mentions"]:
        if row.get("optional") or row["use"] != "literal":
            continue
        start, end = find_span(text, row)
        match = next((one for one in ours if one.mention.start < end and start < one.mention.end), None)
        told = f"{gold['report_id']}: '{row['toponym']}' is {row['name_en']} ({row['kind']})"
        yield row, f"{told}, not {tell_place(match, places)}", is_marked(match, row, places)


def is_marked(match: PlacedMention | None, row: dict[str, Any], places: Gazetteer) -> bool:
    """Tell whether a mention went to the place that was marked."""
    place = places.places.get(match.resolution.place_id or "") if match else None
    if place is None:
        return False
    # A port is its town too, where the marks say so.
    is_also = place.kind == row.get("kind_also") and place.name in row["name_en"]
    return is_also or (place.name == row["name_en"] and place.kind == row["kind"])


def tell_place(match: PlacedMention | None, places: Gazetteer) -> str:
    """Name the place a mention went to."""
    if match is None:
        return "found"
    place_id = match.resolution.place_id
    return f"{places.places[place_id].name} ({place_id})" if place_id else f"placed: {match.resolution.reason}"


def find_span(text: str, row: dict[str, Any]) -> tuple[int, int]:
    """Find where a marked name stands."""
    at = -1
    for _ in range(row["nth"]):
        at = text.find(row["toponym"], at + 1)
    assert at >= 0, row
    return at, at + len(row["toponym"])


def find_statement(begins: str, parsed: ParsedReport) -> Statement | None:
    """Find the statement that begins with some words."""
    text = parsed.report.text
    starts = ((one, " ".join(text[one.segment.start : one.segment.end].split())) for one in parsed.statements)
    return next((one for one, words in starts if words.startswith(begins)), None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
