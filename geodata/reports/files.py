"""Files -> reports, each with an id, where it is from, and the day it was published."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from geodata.dates import printed_date
from geodata.errors import Fault
from geodata.languages import LANGUAGES, UNTOLD
from geodata.model import Because, PublishedFrom, Report, because
from geodata.reports.documents import read_docx, read_html, read_pdf
from geodata.reports.formats import (
    MAX_PROBLEMS,
    MAX_REPORTS,
    MAX_TEXT_CHARS,
    Draft,
    Reading,
    parse_day,
    read_csv,
    read_feed,
    read_jsonl,
    read_text,
)
from geodata.wording import UNKNOWN, say

MAX_FILE_BYTES = 20 * 1024 * 1024
"""Largest file that is read."""
MAX_ID_CHARS = 200

_READERS: Mapping[str, Callable[[bytes], Reading]] = {
    ".md": read_text,
    ".txt": read_text,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
FORMATS = tuple(_READERS)
"""Extensions of the files that hold reports."""
_HOLD_MANY = frozenset((".jsonl", ".csv", ".xml", ".rss", ".atom"))

# Found beside reports and never meant as one: maps, pictures, what a browser saves with a page, notes on the folder.
_COMPANIONS = ".geojson .parquet .png .jpg .jpeg .gif .webp .svg .ico .css .js .py .toml .yaml .yml .log"
_FOLDER_NOTES = frozenset(("readme", "sources", "license", "licence", "changelog"))

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
# Signs that no text is written with, and what undecodable bytes become; a few come with careless copying.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_SAMPLE_CHARS = 20_000
# A headline may do without small words, two sentences hardly.
_WORDS_THAT_TELL = 30
_BY_NAME = because(PublishedFrom.FILE_NAME)


def read_reports(
    paths: Sequence[Path], root: Path | None = None, published: date | None = None
) -> tuple[list[Report], list[Fault]]:
    """Read files and folders of reports; a bad file never stops the others.

    Parameters
    ----------
    paths : sequence of Path
        Files, or folders that are walked.
    root : Path, optional
        Folder that ids and paths count from; by default the folder given, or the folder a file lies in.
    published : datetime.date, optional
        Publication day of reports that do not tell their own.

    Returns
    -------
    reports : list of Report
        In order of the files; ids are unique.
    faults : list of Fault
        Everything that was left out, and why.
    """
    reports: list[Report] = []
    faults: list[Fault] = []
    for path in paths:
        files = [path]
        if path.is_dir():
            files = list_report_files(path)
            if not files:
                faults.append(
                    Fault(_show_path(path), 0, f"no reports in this folder; allowed are {', '.join(FORMATS)}")
                )
        base = root or (path if path.is_dir() else path.parent)
        for file in files:
            found, wrong = read_report_file(file, base, published)
            reports += found
            faults += wrong
    kept, repeated = drop_repeated_ids(reports)
    return kept, faults + repeated


def list_report_files(folder: Path) -> list[Path]:
    """List the files of a folder that are meant as reports.

    Parameters
    ----------
    folder : Path
        Walked to its depths. Hidden files and folders, links that lead out of it, notes on the folder
        (README, SOURCES, LICENSE) and companions of reports (pictures, maps, style sheets) are passed over.

    Returns
    -------
    list of Path
        Sorted; files of a format that cannot be read are among them, so that reading them says so.
    """
    found = []
    inside = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if _may_be_report(Path(parent, name), inside)]
    return sorted(found)


def _may_be_report(path: Path, inside: Path) -> bool:
    return (
        not path.name.startswith((".", "~"))
        and path.suffix.lower() not in _COMPANIONS.split()
        and path.stem.lower() not in _FOLDER_NOTES
        and _lies_inside(path, inside)
    )


def _lies_inside(path: Path, inside: Path) -> bool:
    """Tell a file, or what cannot be read as one, from a link that leads out and from a pipe that never ends."""
    try:
        return path.resolve().is_relative_to(inside) and (path.is_file() or not path.exists())
    except (OSError, RuntimeError):  # a link that leads to itself: reading it will say so
        return True


def read_report_file(path: Path, root: Path, published: date | None = None) -> tuple[list[Report], list[Fault]]:
    """Read one file.

    Parameters
    ----------
    path : Path
        A file of one of `FORMATS`.
    root : Path
        Folder that ids and the reports' `path` count from.
    published : datetime.date, optional
        Publication day of reports that do not tell their own.

    Returns
    -------
    reports : list of Report
        Ids may repeat: see `drop_repeated_ids`.
    faults : list of Fault
        What was left out, by line; at most `MAX_PROBLEMS` and one that counts the rest.
    """
    data, message = _read_bytes(path)
    if message:
        return [], [Fault(_show_path(path), 0, message)]
    drafts, problems = _READERS[path.suffix.lower()](data)
    if len(drafts) > MAX_REPORTS:
        return [], [Fault(_show_path(path), 0, f"{len(drafts)} reports; at most {MAX_REPORTS} a file; split it")]
    relative = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    reports = []
    for number, draft in enumerate(drafts, start=1):
        wrong = _check_draft(draft)
        if wrong:
            problems.append((draft.line, wrong))
        else:
            reports.append(_build_report(draft, relative, number, published))
    return reports, _to_faults(sorted(problems), path)


def _to_faults(problems: Sequence[tuple[int, str]], path: Path) -> list[Fault]:
    faults = [Fault(_show_path(path), line, message) for line, message in problems[:MAX_PROBLEMS]]
    if len(problems) > MAX_PROBLEMS:
        faults.append(
            Fault(_show_path(path), 0, f"{len(problems) - MAX_PROBLEMS} more faults in this file; mend these first")
        )
    return faults


def _show_path(path: Path) -> str:
    """Write a path as text, also where its name is no UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _read_bytes(path: Path) -> tuple[bytes, str]:
    if path.suffix.lower() not in _READERS:
        return b"", f"'{path.suffix or path.name}' is not a format of reports; allowed are {', '.join(FORMATS)}"
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            allowed = MAX_FILE_BYTES // 1024**2
            return b"", f"{size / 1024**2:.1f} MB; at most {allowed} MB a file; split it"
        data = path.read_bytes()
    except RuntimeError:
        return b"", "cannot be opened (a link that leads to itself); take it away"
    except OSError as error:
        return b"", f"cannot be opened ({error.strerror}); check the name and the permissions"
    return data, "" if data.strip() else "empty file; put a report in it or take it away"


def _check_draft(draft: Draft) -> str:
    if not draft.text.strip():
        return "no text; a report needs at least one word"
    if len(draft.text) > MAX_TEXT_CHARS:
        return f"text of {len(draft.text)} characters; at most {MAX_TEXT_CHARS} a report; split it"
    if len(_NOT_TEXT.findall(draft.text)) > 3 + len(draft.text) // 100:
        return "this is not text but a program's own format, or of no known encoding; save it as text in UTF-8"
    if draft.published and parse_day(draft.published) is None:
        shown = _clean_line(draft.published)[:60]
        return f"published '{shown}' is no date from 1900 to 2100; write it like 2017-11-09, or leave it out"
    return ""


def _build_report(draft: Draft, relative: Path, number: int, published: date | None) -> Report:
    published_on, found = _find_publication(draft, relative, published)
    return Report(
        report_id=_clean_line(draft.report_id)[:MAX_ID_CHARS].strip() or _derive_id(relative, number),
        title=_clean_line(draft.title)[:500],
        source=_clean_line(draft.source)[:200],
        url=_clean_url(draft.url),
        published_on=published_on,
        published_basis=say(found),
        language=_clean_language(draft.language) or tell_language(draft.text),
        path=_show_path(relative),
        line=draft.line,
        text=draft.text,
    )


def _derive_id(relative: Path, number: int) -> str:
    stem = _clean_line(_show_path(relative.with_suffix("")))[-MAX_ID_CHARS + 8 :]
    return f"{stem}-{number}" if relative.suffix.lower() in _HOLD_MANY else stem


def _find_publication(draft: Draft, relative: Path, published: date | None) -> tuple[date | None, Because]:
    told = list(_days_told(draft, relative))
    printed = printed_date(draft.text)
    # Feeds, tables and page tags are filled by machines, often with the day of scraping; the agency printed its own.
    if printed and not (told and told[0][0] == printed[0]):
        day, start, end = printed
        words = _clean_line(draft.text[start:end])[:60]
        if not told:
            return day, because(PublishedFrom.PRINTED, words=words)
        by_name = told[0][1] == _BY_NAME
        differs = PublishedFrom.PRINTED_NAME_DIFFERS if by_name else PublishedFrom.PRINTED_FILE_DIFFERS
        return day, because(differs, words=words, told=told[0][0])
    if told:
        return told[0]
    return published, because(PublishedFrom.GIVEN_FOR_ALL if published else PublishedFrom.NOT_TOLD)


def _days_told(draft: Draft, relative: Path) -> Iterator[tuple[date, Because]]:
    day = parse_day(draft.published) if draft.published else None
    if day:
        yield day, draft.published_because
    in_name = re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", relative.name)
    day = parse_day(in_name.group()) if in_name else None
    if day:
        yield day, _BY_NAME


def _clean_line(given: str) -> str:
    return " ".join(_CONTROLS.sub(" ", given).split())


def _clean_url(given: str) -> str:
    # Only web addresses become links; "javascript:" must not reach a page.
    return given.strip() if re.fullmatch(r"https?://[^\s\x00-\x20<>\"'`]{1,2000}", given.strip(), re.IGNORECASE) else ""


def _clean_language(given: str) -> str:
    found = re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9_-]{1,20})?", given.strip().lower())
    return found.group(1) if found else ""


def tell_language(text: str) -> str:
    """Tell the language of a text from its script and a few stop words.

    Parameters
    ----------
    text : str
        Any text; its first 20,000 characters are looked at.

    Returns
    -------
    str
        ISO 639-1 of a language there is a file for. Of other words `UNTOLD`, where they are too few to tell, and
        `UNKNOWN`, where they are enough: the text is in a language there are no rules for.
    """
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE_CHARS].lower())
    counts = {code: sum(map(set(one.about.common).__contains__, words)) for code, one in LANGUAGES.items()}
    best = max(counts, key=lambda language: counts[language])
    # Other languages share a word or two with these: "is", "in", "на" are no proof.
    if counts[best] * 12 >= len(words) > 0:
        return best
    return UNKNOWN if len(words) >= _WORDS_THAT_TELL else UNTOLD


def drop_repeated_ids(reports: Iterable[Report]) -> tuple[list[Report], list[Fault]]:
    """Keep the first report of each id.

    Parameters
    ----------
    reports : iterable of Report
        In the order in which they were read.

    Returns
    -------
    kept : list of Report
        Ids are unique.
    faults : list of Fault
        One for each report left out; it names both files.
    """
    kept: dict[str, Report] = {}
    faults = []
    for report in reports:
        first = kept.setdefault(report.report_id, report)
        if first is not report:
            where = first.path + (f", line {first.line}" if first.line else "")
            message = f"id '{report.report_id}' is already that of {where}; give each report an id of its own"
            faults.append(Fault(report.path, report.line, message))
    return list(kept.values()), faults
