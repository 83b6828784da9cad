"""Reports of other languages, marked by somebody who had not seen the code, are read as they were marked."""

from collections.abc import Callable
from functools import cache

import pytest
from marked import MARKED, Share, list_marked, score_dates, score_places, score_speakers

from geodata import ParsedReport, Reader, open_reader, read_reports

LANGUAGES = ("fr", "uk")
LEAST = 0.9


@cache
def reader() -> Reader:
    return open_reader(MARKED / "gazetteer.csv", None)


@cache
def read_marked(language: str) -> list[tuple[dict, ParsedReport]]:
    marked = list_marked(language)
    assert len(marked) >= 10
    reports, faults = read_reports([path for path, _ in marked])
    assert faults == []
    assert {report.language for report in reports} == {language}
    return [(gold, reader().parse(report)) for (_, gold), report in zip(marked, reports, strict=True)]


def share_dates(language: str) -> Share:
    share = Share()
    for gold, parsed in read_marked(language):
        for told, is_right in score_dates(gold, parsed):
            share.note(told, is_right=is_right)
    return share


def share_speakers(language: str) -> Share:
    share = Share()
    for gold, parsed in read_marked(language):
        for told, is_right in score_speakers(gold, parsed):
            share.note(told, is_right=is_right)
    return share


def share_places(language: str, mark: str = "toponym") -> Share:
    """Count the places of mentions that have something marked: all, those with a kind word, those said to be in one."""
    share = Share()
    for gold, parsed in read_marked(language):
        for row, told, is_right in score_places(gold, parsed, reader().gazetteer):
            if row[mark]:
                share.note(told, is_right=is_right)
    return share


SHARES: dict[str, Callable[[str], Share]] = {
    "days": share_dates,
    "places with their kind": lambda language: share_places(language, "asked"),
    "X in Y": lambda language: share_places(language, "in"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", SHARES)
def test_nine_of_ten_marks_are_read_as_marked(language: str, what: str) -> None:
    share = SHARES[what](language)
    assert share.total >= 12
    assert share.value >= LEAST, "\n".join(share.wrong)


def test_a_report_read_wrongly_is_told() -> None:
    gold, parsed = read_marked("uk")[0]
    other = gold | {"dates": [row | {"event_end": "1999-01-01"} for row in gold["dates"]]}
    assert not any(is_right for _, is_right in score_dates(other, parsed))
