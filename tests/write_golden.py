"""Tell in plain lines how the sample corpus is read; run as a script, it writes the golden file.

A change of the reading shows in the golden file as a change of a line. Look at each before committing it.
"""

from pathlib import Path

from geodata.gazetteer.places import read_gazetteer
from geodata.model import ParsedReport, PlacedMention
from geodata.parse import Reader
from geodata.reports.files import read_reports

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "geodata" / "data"
GOLDEN = ROOT / "tests" / "data" / "golden" / "sample.txt"


def tell_sample() -> str:
    """Read the sample corpus and tell each statement's date, speaker, words and places."""
    reader = Reader.over(read_gazetteer(SAMPLE / "gazetteer.csv", SAMPLE / "regions.geojson"))
    reports, faults = read_reports([SAMPLE / "reports"], root=SAMPLE / "reports")
    assert not faults, faults
    reports = sorted(reports, key=lambda report: report.report_id)
    return "\n".join(_tell_report(reader.parse(report)) for report in reports)


def _tell_report(parsed: ParsedReport) -> str:
    report = parsed.report
    lines = [f"## {report.report_id}  {report.published_on} ({report.published_basis})"]
    for statement in parsed.statements:
        segment, event = statement.segment, statement.event
        words = " ".join(report.text[segment.start : segment.end].split())
        if segment.kind == "boilerplate":
            lines.append(f"-  boilerplate: {words}")
            continue
        days = f"{event.start}" if event.start == event.end else f"{event.start}..{event.end}"
        speaker = f"  [{segment.speaker}]" if segment.speaker else ""
        lines.append(f"-  {days} {event.precision}{speaker}  {words}")
        lines += [f"       {_tell_mention(placed)}" for placed in statement.mentions]
    return "\n".join([*lines, ""])


def _tell_mention(placed: PlacedMention) -> str:
    mention, resolution = placed.mention, placed.resolution
    use = "" if mention.use == "literal" else f" ({mention.use})"
    if resolution.place_id is None:
        return f"{mention.toponym}{use} -> unresolved: {resolution.reason}"
    return f"{mention.toponym}{use} -> {resolution.place_id} by {resolution.method}"


if __name__ == "__main__":
    GOLDEN.write_text(tell_sample(), encoding="utf-8")
    print(f"Written: {GOLDEN.relative_to(ROOT)}")
