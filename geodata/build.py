"""Reports and a gazetteer -> the store; only what changed is read again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from geodata.errors import Fault, ReportError, StoreError
from geodata.gazetteer import read_confirmed, read_gazetteer
from geodata.model import ReasonKind, Report, Unresolved
from geodata.parse import Reader, make_reader
from geodata.reports import read_reports
from geodata.shipped import fingerprint_engine
from geodata.store import (
    READ_TABLES,
    Store,
    TableRows,
    current_version,
    join_rows,
    join_tables,
    list_rows,
    table_of,
    write_store,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Inputs:
    """What a build is made from.

    Attributes
    ----------
    reports : Path
        Folder of report files.
    gazetteer : Path
        Gazetteer CSV.
    regions : Path or None
        GeoJSON of region polygons.
    recogniser : str
        "gazetteer" or "spacy:MODEL".
    """

    reports: Path
    gazetteer: Path
    regions: Path | None
    recogniser: str = "gazetteer"

    @property
    def confirmed(self) -> Path:
        """The choices maintainers have confirmed, beside the gazetteer; need not be there."""
        return self.gazetteer.with_name("confirmed.csv")


@dataclass(frozen=True)
class Outcome:
    """What a build came to.

    Attributes
    ----------
    version : str
        Name of the build that holds now.
    counts : dict
        As in the manifest.
    read_again : int
        Reports parsed in this run; the others were taken over from the build before.
    faults : tuple of Fault
        Report files left out, each with the reason.
    """

    version: str
    counts: dict[str, Any]
    read_again: int
    faults: tuple[Fault, ...]


def build_store(inputs: Inputs, out: Path, progress: Progress = lambda done, total: None) -> Outcome:
    """Build the store, or bring it up to date.

    Parameters
    ----------
    inputs : Inputs
        Reports, gazetteer, regions.
    out : Path
        Folder of the store.
    progress : callable, optional
        Called with the number of reports done and their total.

    Returns
    -------
    Outcome

    Raises
    ------
    GazetteerError
        When the gazetteer or the regions have faults; the store stays as it was.
    ReportError
        When there is no report to read; the store stays as it was.
    """
    gazetteer = read_gazetteer(inputs.gazetteer, inputs.regions)
    confirmed = read_confirmed(inputs.confirmed, gazetteer)
    reports, faults = _read_all(inputs.reports)
    reports = sorted(reports, key=lambda report: report.report_id)
    engine = fingerprint_engine()
    files = {"gazetteer": inputs.gazetteer, "regions": inputs.regions, "confirmed": inputs.confirmed}
    frame = {"engine": engine, "recogniser": inputs.recogniser}
    frame |= {name: _digest_file(path) for name, path in files.items()}
    digests = [_digest_report(report, frame) for report in reports]
    version = _digest(*frame.values(), *digests)[:16]
    known = _open_known(out)
    if known is not None and known.version == version:
        return Outcome(version, known.manifest["counts"], 0, tuple(faults))
    kept = _keep_unchanged(known, set(digests))
    unchanged = set(kept["reports"]["digest"].to_pylist())
    fresh = [(report, digest) for report, digest in zip(reports, digests, strict=True) if digest not in unchanged]
    reader = make_reader(gazetteer, confirmed, inputs.recogniser) if fresh else None
    tables = _add_rows(kept, _parse(reader, fresh, progress) if reader else [])
    content = join_tables(tables, gazetteer)
    counts = _count(content.tables)
    write_store(out, version, content, {"inputs": frame, "counts": counts})
    return Outcome(version, counts, len(fresh), tuple(faults))


def _read_all(folder: Path) -> tuple[list[Report], list[Fault]]:
    """Read the reports; that there are none is a fault, so that a folder unplugged does not empty the store."""
    if not folder.exists():
        raise ReportError([Fault(str(folder), 0, "There is no such folder; name one of report files with --reports.")])
    reports, faults = read_reports([folder], root=folder if folder.is_dir() else folder.parent)
    if not reports:
        nothing = Fault(str(folder), 0, "No report in it can be read; put report files into it.")
        raise ReportError([*faults, nothing])
    return reports, faults


def _open_known(out: Path) -> Store | None:
    if current_version(out) is None:
        return None
    try:
        return Store.open(out)
    except StoreError:
        return None  # a damaged store is simply built anew


def _parse(reader: Reader, fresh: Sequence[tuple[Report, str]], progress: Progress) -> list[TableRows]:
    parsed = []
    for number, (report, digest) in enumerate(fresh, 1):
        parsed.append(list_rows(reader.parse(report), digest))
        progress(number, len(fresh))
    return parsed


def _add_rows(kept: Mapping[str, pa.Table], parsed: Sequence[TableRows]) -> dict[str, pa.Table]:
    """Put the rows read now beside those taken over, in order of the reports."""
    rows = join_rows(parsed)
    # Claims have an order of their own inside a report, which sorting keeps.
    order = {
        "reports": ["report_id"],
        "statements": ["report_id", "ordinal"],
        "mentions": ["report_id", "start"],
        "claims": ["report_id"],
    }
    return {
        name: pa.concat_tables([kept[name], table_of(name, rows[name])]).sort_by(
            [(column, "ascending") for column in order[name]]
        )
        for name in READ_TABLES
    }


def _keep_unchanged(known: Store | None, digests: set[str]) -> dict[str, pa.Table]:
    """Take over the rows of the reports that are as they were; none out of a store that is damaged."""
    if known is not None:
        try:
            return _take_over(known, digests)
        except StoreError:
            pass  # a damaged store is simply built anew
    return {name: table_of(name, []) for name in READ_TABLES}


def _take_over(known: Store, digests: set[str]) -> dict[str, pa.Table]:
    reports = known.table("reports")
    kept = reports.filter(pc.is_in(reports["digest"], pa.array(sorted(digests), pa.string())))
    tables = {"reports": kept}
    for name in READ_TABLES[1:]:
        table = known.table(name)
        tables[name] = table.filter(pc.is_in(table["report_id"], kept["report_id"].combine_chunks()))
    return tables


def _count(tables: dict[str, pa.Table] | Any) -> dict[str, Any]:
    mentions = tables["mentions"].select(["place_id", "use", "method", "reason_kind"]).to_pandas()
    unresolved = mentions[mentions["place_id"].isna()]
    statements = tables["statements"].to_pandas()
    return {
        "reports": tables["reports"].num_rows,
        "statements": int((statements["kind"] == "statement").sum()),
        "boilerplate": int((statements["kind"] == "boilerplate").sum()),
        "undated": int(((statements["kind"] == "statement") & (statements["date_precision"] == "none")).sum()),
        "mentions": len(mentions),
        "placed": len(mentions) - len(unresolved),
        "unresolved": len(unresolved),
        "reasons": {str(k): int(v) for k, v in unresolved["reason_kind"].map(_count_as).value_counts().items()},
        "places": tables["places"].num_rows,
    }


_COUNTED_AS: Mapping[str, Unresolved] = {
    ReasonKind.NO_NAME: Unresolved.NO_NAME,
    ReasonKind.NOT_ALIKE: Unresolved.NO_NAME,
    ReasonKind.SEVERAL: Unresolved.SEVERAL,
    ReasonKind.SEVERAL_OF_MORE: Unresolved.SEVERAL,
    ReasonKind.TEXT_AGAINST: Unresolved.TEXT_AGAINST,
    ReasonKind.NO_COUNTRY: Unresolved.NO_COUNTRY,
}


def _count_as(reason_kind: str) -> str:
    return _COUNTED_AS[reason_kind].value


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _digest_file(path: Path | None) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest() if path and path.is_file() else ""


def _digest_report(report: Report, frame: dict[str, str]) -> str:
    values = (str(getattr(report, field.name)) for field in fields(report))
    return _digest(*frame.values(), *values)
