"""Hold our reading of the reports from abroad against their marks: `abroad.py [GAZETTEER] [--errors]`.

Prints the share of the marks that are read rightly: days, speakers, uses, and, where the gazetteer has the countries,
places. What is marked as no place at all counts as right where it is not drawn.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluate import find_nth
from marked import Share, find_statement

from geodata.gazetteer.places import Gazetteer
from geodata.model import ParsedReport, PlacedMention
from geodata.parse import open_reader
from geodata.reports.files import read_reports
from geodata.resolution.evidence import great_circle_km

ROOT = Path(__file__).parents[2]
ABROAD = ROOT / "tests" / "data" / "abroad"
KINDS = ("days", "speakers", "off the map", "literal", "placed")

Marks = Mapping[str, Any]


def list_days(marks: Marks, parsed: ParsedReport) -> Iterator[tuple[str, bool]]:
    """Hold the days of each marked statement against ours."""
    for row in marks["dates"]:
        found = find_statement(row["statement"], parsed) or find_statement(row.get("statement_also", "\0"), parsed)
        wanted = [[row["event_start"], row["event_end"]], *row.get("also", [])]
        ours = [day.isoformat() if day else None for day in (found.event.start, found.event.end)] if found else None
        yield f"'{row['statement']}' {wanted[0]}, not {ours}", ours in wanted


def list_speakers(marks: Marks, parsed: ParsedReport) -> Iterator[tuple[str, bool]]:
    """Hold the speaker of each statement that names one against ours."""
    for row in marks["speakers"]:
        names = [row.get("speaker"), row.get("outlet"), *row.get("also", [])]
        wanted = [name.casefold() for name in names if name]
        if not wanted:
            continue
        found = find_statement(row["statement"], parsed) or find_statement(row.get("statement_also", "\0"), parsed)
        ours = found.segment.speaker.casefold() if found else ""
        is_right = bool(ours) and any(name in ours or ours in name for name in wanted)
        yield f"'{row['statement']}' by {wanted}, not '{ours}'", is_right


def list_mentions(marks: Marks, parsed: ParsedReport, places: Gazetteer) -> Iterator[tuple[str, str, bool]]:
    """Hold each marked name against ours: the kind of mark, what was marked, and whether we have it so."""
    text = parsed.report.text
    ours = [placed for statement in parsed.statements for placed in statement.mentions]
    for row in marks["mentions"]:
        start = find_nth(text, row["toponym"], row["nth"])
        end = start + len(row["toponym"])
        match = next((one for one in ours if one.mention.start < end and start < one.mention.end), None)
        told = f"'{row['toponym']}' {row['use']} {row.get('name_en')}, not {tell(match, places)}"
        if row["use"] in ("none", "metonym", "dateline"):
            is_drawn = match is not None and match.mention.use == "literal" and match.resolution.place_id is not None
            yield "off the map", told, not is_drawn or row.get("use_also") == "literal"
        elif row["use"] == "literal" and not row.get("optional"):
            yield "literal", told, match is not None and match.mention.use in ("literal", row.get("use_also"))
            yield "placed", told, is_near(match, row, places)


def is_near(match: PlacedMention | None, row: Marks, places: Gazetteer) -> bool:
    """Tell whether a mention went near enough to what was marked."""
    place = places.places.get(match.resolution.place_id or "") if match else None
    if place is None:
        return False
    if row["km"] is None:
        return place.country_code == row["country"] and place.kind == "country"
    return great_circle_km(place.lat, place.lon, row["lat"], row["lon"]) <= row["km"]


def tell(match: PlacedMention | None, places: Gazetteer) -> str:
    """Say what we made of a name."""
    if match is None:
        return "read"
    place = places.places.get(match.resolution.place_id or "")
    return f"{match.mention.use} {place.name if place else 'unresolved'}"


def main() -> None:
    """Read the reports and print the shares."""
    paths = [Path(one) for one in sys.argv[1:] if not one.startswith("--")]
    gazetteer = paths[0] if paths else ROOT / "geodata" / "data" / "gazetteer.csv"
    reader = open_reader(gazetteer, None, cache=Path("build/bench/abroad") / gazetteer.stem)
    shares = {kind: Share() for kind in KINDS}
    for report in read_reports([ABROAD])[0]:
        path = ABROAD / "gold" / f"{Path(report.path).stem}.json"
        if not path.is_file():
            continue
        marks, parsed = json.loads(path.read_text("utf-8")), reader.parse(report)
        found = [("days", *one) for one in list_days(marks, parsed)]
        found += [("speakers", *one) for one in list_speakers(marks, parsed)]
        for kind, told, is_right in [*found, *list_mentions(marks, parsed, reader.gazetteer)]:
            shares[kind].note(f"{path.stem}: {told}", is_right=is_right)
    for kind, share in shares.items():
        print(f"{kind:12}{share.right:5} of {share.total:4}  {share.value:.3f}")
        if "--errors" in sys.argv:
            print("\n".join(f"   {line}" for line in share.wrong))


if __name__ == "__main__":
    main()
