"""Report files written by a test, and read whole or told as one fault."""

from datetime import date
from pathlib import Path

from geodata.errors import Fault
from geodata.model import Report
from geodata.reports.files import read_reports

BODY = "The road to Hit was open on Monday, and the army said that it would stay so."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_one(path: Path, published: date | None = None) -> Report:
    reports, faults = read_reports([path], published=published)
    assert faults == []
    assert len(reports) == 1
    return reports[0]


def fault_of(path: Path) -> Fault:
    reports, faults = read_reports([path])
    assert reports == []
    assert len(faults) == 1
    return faults[0]
