"""The reports from abroad: every mark stands in its report, so that what they measure is measured."""

import json

import pytest
from abroad import ABROAD
from evaluate import find_nth

from geodata.reports.files import read_reports

REPORTS = {report.path: report for report in read_reports([ABROAD])[0] if report.path != "README.md"}


def test_each_report_has_its_marks() -> None:
    assert {path.removesuffix(".md") for path in REPORTS} == {path.stem for path in (ABROAD / "gold").glob("*.json")}


@pytest.mark.parametrize("path", sorted(REPORTS))
def test_each_mark_stands_in_its_report(path: str) -> None:
    text, plain = REPORTS[path].text, " ".join(REPORTS[path].text.split())
    marks = json.loads((ABROAD / "gold" / f"{path.removesuffix('.md')}.json").read_text("utf-8"))
    lost = [row for row in marks["mentions"] if find_nth(text, row["toponym"], row["nth"]) < 0]
    lost += [row for row in (*marks["dates"], *marks["speakers"]) if row["statement"] not in plain]
    assert lost == []
