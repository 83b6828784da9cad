"""Hold our reading of the sample corpus against the gold a person wrote: `make eval`.

Prints recognition, placing, dating and speakers, each with every remaining error.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geodata.gazetteer.places import read_gazetteer
from geodata.model import ParsedReport, PlacedMention
from geodata.parse import Reader
from geodata.reports.files import read_reports

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "geodata" / "data"
GOLD = ROOT / "tests" / "data" / "gold"


@dataclass
class Tally:
    """What was right and what was not, of one kind of thing."""

    right: int = 0
    missed: int = 0
    false: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def read_gold() -> Iterator[dict]:
    """Yield the gold of every report."""
    for path in sorted(GOLD.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        yield from found if isinstance(found, list) else [found]


def find_nth(text: str, part: str, nth: int) -> int:
    """Give the offset of the nth occurrence of a part, -1 where there are fewer."""
    at = -1
    for _ in range(nth):
        at = text.find(part, at + 1)
    return at


def score_mentions(gold: dict, parsed: ParsedReport, found: Tally, placed: Tally, uses: Tally) -> None:
    """Count spans, and the places and uses of the spans found."""
    text, name = parsed.report.text, parsed.report.report_id
    ours = {(p.mention.start, p.mention.end): p for s in parsed.statements for p in s.mentions}
    for row in gold["mentions"]:
        start = find_nth(text, row["toponym"], row["nth"])
        spans = [(start, start + len(row["toponym"]))]
        if "also" in row:
            longer = start - row["also"].find(row["toponym"])
            spans.append((longer, longer + len(row["also"])))
        match = next((ours.pop(span) for span in spans if span in ours), None)
        if row.get("optional"):
            continue
        shown = " ".join(text[max(0, start - 30) : start + len(row["toponym"]) + 20].split())
        if match is None:
            found.missed += 1
            found.errors.append(f"{name}: missed '{row['toponym']}' in '…{shown}…'")
            if row["place"] and row["use"] != "demonym":
                placed.missed += 1
            continue
        found.right += 1
        score_place(row, match, f"{name}: '…{shown}…'", placed)
        uses.right += match.mention.use == row["use"]
        if match.mention.use != row["use"]:
            uses.false += 1
            uses.errors.append(f"{name}: '…{shown}…' is {row['use']}, read as {match.mention.use}")
    for (start, end), extra in ours.items():
        shown = " ".join(text[max(0, start - 30) : end + 20].split())
        found.false += 1
        found.errors.append(f"{name}: false '{extra.mention.toponym}' in '…{shown}…' ({extra.mention.spotted})")


def score_place(row: dict, match: PlacedMention, shown: str, placed: Tally) -> None:
    """Count whether a mention went where the gold says."""
    got = match.resolution.place_id
    if got == row["place"]:
        placed.right += row["place"] is not None
        return
    kind = "wrongly placed" if got else "unresolved"
    placed.missed += row["place"] is not None
    placed.false += got is not None
    reason = match.resolution.reason
    placed.errors.append(f"{shown} '{row['toponym']}' {kind}: {got}, should be {row['place']} — {reason}")


def score_dates(gold: dict, parsed: ParsedReport, dates: Tally, cut: Tally) -> None:
    """Count the intervals and precisions of the statements whose beginning was found."""
    report = parsed.report
    ours = {" ".join(report.text[s.segment.start : s.segment.end].split()): s for s in parsed.statements}
    for row in gold["dates"]:
        start = " ".join(row["statement"].split())
        match = next((s for words, s in ours.items() if words.startswith(start)), None)
        if match is None:
            cut.missed += 1
            cut.errors.append(f"{report.report_id}: no statement begins '{start}'")
            dates.missed += 1
            continue
        cut.right += 1
        event = match.event
        got = (event.start.isoformat() if event.start else None, event.end.isoformat() if event.end else None)
        if (*got, event.precision) == (row["event_start"], row["event_end"], row["precision"]):
            dates.right += 1
        else:
            dates.missed += 1
            want = f"{row['event_start']}..{row['event_end']} {row['precision']} ({row['basis']})"
            read = f"{got[0]}..{got[1]} {event.precision} ({event.basis})"
            dates.errors.append(f"{report.report_id}: '{start}' read {read}, should be {want}")


def score_speakers(gold: dict, parsed: ParsedReport, speakers: Tally) -> None:
    """Count the speakers of the statements that name one."""
    report = parsed.report
    ours = {
        " ".join(report.text[s.segment.start : s.segment.end].split()): s.segment.speaker for s in parsed.statements
    }
    wanted = {" ".join(row["statement"].split()): row for row in gold["speakers"]}
    for words, speaker in ours.items():
        row = next((row for start, row in wanted.items() if words.startswith(start)), None)
        if row is None:
            if speaker:
                speakers.false += 1
                speakers.errors.append(f"{report.report_id}: '{words[:60]}…' read '{speaker}', the gold names nobody")
            continue
        if speaker and is_same_speaker(row, speaker):
            speakers.right += 1
        else:
            speakers.missed += 1
            want = row.get("speaker", row.get("outlet"))
            speakers.errors.append(f"{report.report_id}: '{words[:60]}…' read '{speaker}', should be '{want}'")


def is_same_speaker(row: dict, speaker: str) -> bool:
    """Compare speakers without article, case and outlet; a fuller name ("Syrian army command") is right as well."""

    def bare(name: str) -> str:
        return (
            name.split(" (")[0].casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ").strip(" .,'’\"")
        )

    wanted = {bare(row[key]) for key in ("speaker", "outlet") if key in row}
    return any(bare(speaker) == one or bare(speaker).endswith(f" {one}") for one in wanted)


def evaluate() -> dict[str, Tally]:
    """Read the sample and score it against the gold."""
    reader = Reader.over(read_gazetteer(SAMPLE / "gazetteer.csv", SAMPLE / "regions.geojson"))
    reports, _ = read_reports([SAMPLE / "reports"], root=SAMPLE / "reports")
    parsed = {report.report_id: reader.parse(report) for report in reports}
    tallies = {kind: Tally() for kind in ("recognition", "placing", "use", "segments", "dates", "speakers")}
    for gold in read_gold():
        one = parsed[gold["report_id"]]
        score_mentions(gold, one, tallies["recognition"], tallies["placing"], tallies["use"])
        score_dates(gold, one, tallies["dates"], tallies["segments"])
        score_speakers(gold, one, tallies["speakers"])
    return tallies


def main() -> None:
    for kind, tally in evaluate().items():
        print(f"\n{kind}: P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f} ({tally.right} right)")
        if "-q" not in sys.argv:
            for error in tally.errors:
                print("  ", error)


if __name__ == "__main__":
    main()
