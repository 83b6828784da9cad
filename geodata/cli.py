"""The commands of `python -m geodata`; errors become sentences here.

A command imports what it needs when it runs: nobody waits for pandas or DuckDB to be told what commands there are.
"""

import json
import os
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

import geodata
from geodata.errors import Fault, GeodataError, InputError
from geodata.model import ParsedReport, PlacedMention, SpeakerBasis, Statement, Unresolved, because
from geodata.shipped import DATA
from geodata.wording import say

if TYPE_CHECKING:
    from geodata import Inputs, Outcome, Reader

app = typer.Typer(
    help="Put what reports say on a map: names, places, dates and statements.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
out = Console(soft_wrap=True, highlight=False, markup=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)

ReportsOption = Annotated[Path, typer.Option("--reports", help="Folder of report files.")]
GazetteerOption = Annotated[Path, typer.Option("--gazetteer", help="Gazetteer CSV.")]
RegionsOption = Annotated[
    Path | None,
    typer.Option("--regions", help="GeoJSON of region polygons; else regions.geojson beside the gazetteer, if any."),
]
RecogniserOption = Annotated[
    str, typer.Option("--recogniser", help="gazetteer, or spacy:MODEL for a spaCy pipeline you have.")
]
CacheOption = Annotated[
    Path | None, typer.Option("--cache", help="Folder where large gazetteers are kept prepared, to open fast.")
]
PublishedOption = Annotated[
    datetime | None,
    typer.Option("--published", formats=["%Y-%m-%d"], help="Publication day of reports that tell none."),
]
DEFAULT_REPORTS = DATA / "reports"
DEFAULT_GAZETTEER = DATA / "gazetteer.csv"


@app.command("build", short_help="Build the store from reports and a gazetteer.")
def build_command(
    reports: ReportsOption = DEFAULT_REPORTS,
    gazetteer: GazetteerOption = DEFAULT_GAZETTEER,
    regions: RegionsOption = None,
    folder: Annotated[Path, typer.Option("--out", help="Folder of the store.")] = Path("store"),
    recogniser: RecogniserOption = "gazetteer",
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and build again whenever an input changes.")] = False,
) -> None:
    """Build the store from reports and a gazetteer; only what changed is read again."""
    inputs = geodata.Inputs(reports, gazetteer, _regions_of(gazetteer, regions), recogniser)
    if not watch:
        with _sentences():
            _summarise(_build_and_tell(inputs, folder), folder)
        return
    parent, seen = os.getppid(), ""
    while os.getppid() == parent:
        with _sentences(leave=False):
            state = _fingerprint(inputs)
            if state != seen:
                seen = state
                _summarise(_build_and_tell(inputs, folder), folder)
        time.sleep(1.0)


@app.command("parse", short_help="Read reports and print what was found.")
def parse_command(
    files: Annotated[list[Path], typer.Argument(help="Report files or folders.")],
    gazetteer: GazetteerOption = DEFAULT_GAZETTEER,
    regions: RegionsOption = None,
    published: PublishedOption = None,
    output: Annotated[str, typer.Option("--format", help="Only jsonl: one report a line.")] = "jsonl",
    recogniser: RecogniserOption = "gazetteer",
    cache: CacheOption = None,
) -> None:
    """Read reports and print what was found, one report a line."""
    with _sentences():
        if output != "jsonl":
            raise GeodataError(f"--format is '{output}'; allowed is jsonl.")
        reader = geodata.open_reader(gazetteer, _regions_of(gazetteer, regions), recogniser=recogniser, cache=cache)
        reports, faults = geodata.read_reports(files, published=_day(published))
        for report in reports:
            line = json.dumps(_report_as_json(reader.parse(report), reader), ensure_ascii=False)
            typer.echo(line.encode("utf-8", "replace"))
        if faults:
            raise InputError(faults)


@app.command("explain", short_help="Show why each mention went where it went.")
def explain_command(
    report: Annotated[str, typer.Argument(help="A report file, or the id of a report in the reports folder.")],
    reports: ReportsOption = DEFAULT_REPORTS,
    gazetteer: GazetteerOption = DEFAULT_GAZETTEER,
    regions: RegionsOption = None,
    published: PublishedOption = None,
) -> None:
    """Show for each mention of a report its candidates, their scores, and why."""
    with _sentences():
        source = Path(report)
        found, faults = geodata.read_reports([source] if source.is_file() else [reports], published=_day(published))
        wanted = found if source.is_file() else [one for one in found if one.report_id == report]
        if not wanted:
            known = ", ".join(one.report_id for one in found[:5])
            fault = Fault(report, 0, f"is neither a file nor the id of a report in {reports}; ids are like {known}.")
            raise InputError([*faults, fault])
        reader = geodata.open_reader(gazetteer, _regions_of(gazetteer, regions))
        for one in wanted:
            _explain(reader.parse(one), reader)


@app.command("check", short_help="Tell every fault of the gazetteer.")
def check_command(
    gazetteer: GazetteerOption = DEFAULT_GAZETTEER,
    regions: RegionsOption = None,
    mend: Annotated[
        bool,
        typer.Option(
            "--mend", help="First write the CSV anew as UTF-8 with commas, sorted, without a byte order mark."
        ),
    ] = False,
) -> None:
    """Tell every fault of the gazetteer and the regions with its line; exit 1 if there is one."""
    with _sentences():
        if mend:
            from geodata.gazetteer import read_rows, write_rows

            rows, _ = read_rows(gazetteer)
            write_rows(gazetteer, [row for _, row in rows])
        checked = geodata.read_gazetteer(gazetteer, _regions_of(gazetteer, regions))
        out.print(f"{gazetteer}: {len(checked.places)} places, {len(checked.regions)} region polygons, no fault.")


@app.command("import", short_help="Make a gazetteer CSV out of other lists.")
def import_command(
    kind: Annotated[str, typer.Argument(help="world, csv or geonames.")],
    source: Annotated[
        Path | None,
        typer.Argument(help="The file; for world the GeoJSON of Natural Earth's first divisions, or nothing."),
    ] = None,
    target: Annotated[Path, typer.Option("--out", help="The gazetteer CSV to write.")] = Path("gazetteer.csv"),
) -> None:
    """Make a gazetteer CSV out of the world's cities, a list of places, or a dump of GeoNames."""
    with _sentences():
        from geodata.importers import import_places

        made = import_places(kind, source, target)
        out.print(f"{target}: {made.places} places.")
        if made.merged:
            rows = "1 row names a settlement" if made.merged == 1 else f"{made.merged} rows name settlements"
            out.print(f"{rows} that the list has already, and went into those; the column note tells which.")


def _regions_of(gazetteer: Path, regions: Path | None) -> Path | None:
    beside = gazetteer.with_name("regions.geojson")
    return regions or (beside if beside.is_file() else None)


@contextmanager
def _sentences(*, leave: bool = True) -> Iterator[None]:
    """Print an error of ours as its sentences, and leave with exit code 1."""
    try:
        yield
    except GeodataError as error:
        err.print(_visible(str(error)))
        if isinstance(error, InputError):
            count = len(error.faults)
            err.print(f"{count} fault{'s' if count > 1 else ''}.")
        if leave:
            raise typer.Exit(1) from None
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}; name another with the options of the command."
        err.print(_visible(reason if error.filename else str(error)))
        if leave:
            raise typer.Exit(1) from None
    except Exception:
        if leave:
            raise
        # Whatever one state of the inputs did, the next may be good: a watcher that died would never see it.
        err.print(_visible(traceback.format_exc()))


def _visible(text: str) -> str:
    """Show control characters by their escapes, so that no file can steer the terminal."""
    return "".join(
        char if char.isprintable() or char == "\n" else char.encode("unicode_escape").decode() for char in text
    )


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _build_and_tell(inputs: "Inputs", folder: Path) -> "Outcome":
    from geodata.store import write_status

    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        write_status(folder, "building", at)
        with _progress_bar() as bar:
            task = bar.add_task("Reading reports", total=None)
            outcome = geodata.build_store(
                inputs, folder, lambda done, total: bar.update(task, completed=done, total=total)
            )
    except InputError as error:
        write_status(folder, "failed", at, error.faults)
        raise
    except OSError:
        raise
    except BaseException as error:
        message = str(error) if isinstance(error, GeodataError) else f"The build broke off ({type(error).__name__})."
        write_status(folder, "failed", at, [Fault(str(inputs.reports), 0, message)])
        raise
    write_status(folder, "ok", at, outcome.faults)
    return outcome


def _progress_bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Where nobody watches it, even its last line would be one too many in a log.
    return Progress(*columns, console=err, transient=True, disable=not err.is_terminal)


def _summarise(outcome: "Outcome", folder: Path) -> None:
    counts = outcome.counts
    out.print(
        f"{counts['reports']} reports ({outcome.read_again} read now), {counts['statements']} statements "
        f"({counts['undated']} undated), {counts['boilerplate']} stretches of boilerplate set aside."
    )
    out.print(f"{counts['mentions']} mentions: {counts['placed']} placed, {counts['unresolved']} unresolved.")
    for reason, number in counts["reasons"].items():
        out.print(f"  {number:>5}  {say(because(Unresolved(reason)))}")
    out.print(f"Build {outcome.version} holds in {folder}.")
    for fault in outcome.faults:
        err.print(_visible(f"Left out: {fault}"))


def _fingerprint(inputs: "Inputs") -> str:
    from geodata.reports import list_report_files

    files = [inputs.gazetteer, inputs.confirmed, *([inputs.regions] if inputs.regions else [])]
    if inputs.reports.is_dir():
        files += list_report_files(inputs.reports)
    marks = []
    for path in files:
        try:
            stat = path.stat()
            marks.append(f"{path}:{stat.st_mtime_ns}:{stat.st_size}")
        except OSError:
            marks.append(f"{path}:gone")
    return "\n".join(marks)


def _report_as_json(parsed: ParsedReport, reader: "Reader") -> dict[str, object]:
    report = parsed.report
    return {
        "report_id": report.report_id,
        "published_on": report.published_on.isoformat() if report.published_on else None,
        "statements": [_statement_as_json(statement, report.text, reader) for statement in parsed.statements],
    }


def _statement_as_json(statement: Statement, text: str, reader: "Reader") -> dict[str, object]:
    segment, event = statement.segment, statement.event
    return {
        "statement_id": statement.statement_id,
        "start": segment.start,
        "end": segment.end,
        "text": text[segment.start : segment.end],
        "kind": segment.kind,
        "speaker": segment.speaker,
        "speaker_basis": segment.speaker_basis,
        "event_start": event.start.isoformat() if event.start else None,
        "event_end": event.end.isoformat() if event.end else None,
        "date_precision": event.precision,
        "date_basis": event.basis,
        "mentions": [_mention_as_json(placed, reader) for placed in statement.mentions],
    }


def _mention_as_json(placed: PlacedMention, reader: "Reader") -> dict[str, object]:
    mention, resolution = placed.mention, placed.resolution
    place = reader.gazetteer.places[resolution.place_id] if resolution.place_id else None
    return {
        "start": mention.start,
        "end": mention.end,
        "toponym": mention.toponym,
        "use": mention.use,
        "place_id": resolution.place_id,
        "name": place.name if place else None,
        "feature_code": place.feature_code if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "score": resolution.score,
        "method": resolution.method,
        "reason": resolution.reason,
        "candidates": [{"place_id": c.place_id, "score": c.score} for c in resolution.candidates],
    }


def _explain(parsed: ParsedReport, reader: "Reader") -> None:
    report = parsed.report
    out.print(Text(_visible(f"{report.report_id}: {report.title or 'no title'}"), style="bold"))
    published = report.published_on.isoformat() if report.published_on else "unknown"
    out.print(_visible(f"Published {published} ({report.published_basis})."))
    for statement in parsed.statements:
        _explain_statement(statement, report.text, reader)
        for claim in parsed.claims:
            if claim.statement_id == statement.statement_id:
                out.print(_visible(f"  claims that {claim.place_id} was {claim.kind}"))


def _explain_statement(statement: Statement, text: str, reader: "Reader") -> None:
    segment, event = statement.segment, statement.event
    out.print()
    out.print(_visible(" ".join(text[segment.start : segment.end].split())))
    when = f"{event.start} to {event.end}" if event.start != event.end else f"{event.start or 'undated'}"
    is_told = bool(segment.speaker) or SpeakerBasis.NOT_JUDGED in {one.kind for one in segment.speaker_because}
    speaker = f"; speaker: {segment.speaker or segment.speaker_basis}" if is_told else ""
    out.print(_visible(f"  {when} ({event.precision}; {event.basis}){speaker}"))
    for placed in statement.mentions:
        out.print(_candidate_table(placed, reader))


def _candidate_table(placed: PlacedMention, reader: "Reader") -> Table:
    mention, resolution = placed.mention, placed.resolution
    asked = f", asks for {mention.asked}" if mention.asked else ""
    table = Table(box=None, pad_edge=False, padding=(0, 1), show_header=False, title_justify="left")
    table.title = Text(_visible(f"  {mention.toponym} ({mention.use}{asked}; {mention.spotted})"))
    if resolution.place_id is None:
        table.add_row("  ", "unresolved", "", Text(_visible(resolution.reason)))
    for candidate in resolution.candidates:
        mark = "  →" if candidate.place_id == resolution.place_id else "   "
        table.add_row(mark, candidate.place_id, f"{candidate.score:.2f}", Text(_visible(candidate.reason)))
    return table
