"""One file's bytes -> drafts of reports: text with front matter, JSONL, CSV and feeds.

Everything read here is hostile: sizes are bounded before anything is parsed, nothing is fetched, YAML and XML
that refer to themselves are refused. What cannot be read becomes a problem in words; the rest is still read.
"""

import codecs
import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

import chardet
import feedparser
import yaml

from geodata.dates import printed_date
from geodata.languages import FIRST_YEAR, LAST_YEAR
from geodata.model import Because, PublishedFrom, because

MAX_TEXT_CHARS = 2_000_000
"""Longest text of one report, in characters."""
MAX_REPORTS = 100_000
"""Most reports one file may hold."""
MAX_PROBLEMS = 100
"""Most faults told of one file: a file that is wrong throughout should not bury the others."""

_MAX_FRONT_MATTER_CHARS = 65_536
_MAX_DEPTH = 10
_FIELDS = ("id", "title", "text", "date", "published", "source", "url", "language")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one item of a file says of itself, before it is a report.

    Attributes
    ----------
    text : str
        The body.
    title, source, url, language, report_id : str
        As given; empty where the input says nothing.
    published : str
        The day as given, unread.
    published_because : Because
        Where `published` is from, by a `PublishedFrom`.
    line : int
        Line or item number in a file of many reports, 0 otherwise.
    """

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    report_id: str = ""
    published: str = ""
    published_because: Because = ()
    line: int = 0


Problem = tuple[int, str]
"""Line (0 for the whole file) and message."""
Reading = tuple[list[Draft], list[Problem]]
"""What a reader returns: the drafts in order, and what could not be read."""


def decode(data: bytes) -> str:
    """Turn bytes of an unknown encoding into text.

    Parameters
    ----------
    data : bytes
        A whole text file.

    Returns
    -------
    str
        UTF-8 where the bytes are valid UTF-8 (with or without a byte order mark), else what chardet finds most
        likely (Windows-1251 and 1256 among them); a byte without meaning there becomes U+FFFD.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(chardet.detect(data)["encoding"] or "cp1252", errors="replace")


def normalise(text: str) -> str:
    r"""Make text the same whatever program saved it: line ends ``\n``, no NUL, Unicode NFC, no blank ends.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text that offsets count in.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return unicodedata.normalize("NFC", text).strip()


def parse_day(given: str) -> date | None:
    """Read a publication day as people and programs write it.

    Parameters
    ----------
    given : str
        ISO 8601 (with or without a time), RFC 822 as feeds have it, or a date in words ("9 November 2017").

    Returns
    -------
    datetime.date or None
        The day as written, in the writer's own time zone; None when it cannot be read, or its year is not from
        1900 to 2100: that is a slip of the hand.
    """
    given = given.strip()
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", given):
            day = date.fromisoformat(given[:10])
        elif re.fullmatch(r"\d{8}", given):
            day = datetime.strptime(given, "%Y%m%d").date()
        else:
            day = parsedate_to_datetime(given).date()
    except (ValueError, OverflowError):
        found = printed_date(given[:100])
        return found[0] if found else None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def read_text(data: bytes) -> Reading:
    """Read Markdown or plain text, with or without YAML front matter.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    Reading
        One draft; none when the front matter cannot be read.
    """
    text = normalise(decode(data))
    head, body = _part_front_matter(text)
    if not head:
        return [Draft(body, title=_first_heading(body))], []
    fields, problem = _read_front_matter(head)
    if problem:
        return [], [problem]
    return [_draft(fields, body.strip(), because(PublishedFrom.FRONT_MATTER), 0, title=_first_heading(body))], []


def _part_front_matter(text: str) -> tuple[str, str]:
    lines = text[: _MAX_FRONT_MATTER_CHARS * 2].split("\n", 200)
    if lines[0].rstrip() != "---":
        return "", text
    size = len(lines[0]) + 1
    for number, line in enumerate(lines[1:], start=2):
        size += len(line) + 1
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), text[size:]
    # A rule of dashes opens many plain texts; only "key:" after it says that front matter was meant.
    if len(lines) > 1 and re.match(r"[A-Za-z_]+\s*:", lines[1]):
        return text[:_MAX_FRONT_MATTER_CHARS], ""
    return "", text


def _read_front_matter(head: str) -> tuple[dict[str, str], Problem | None]:
    if len(head) >= _MAX_FRONT_MATTER_CHARS or head.startswith("---"):
        return {}, (1, "front matter begins with '---' and never ends; close it with a line '---'")
    try:
        refused = _find_trick(head)
        if refused:
            return {}, (1, f"front matter {refused}, which is not allowed; write plain 'key: value' lines")
        # Every scalar stays as written: a title "No" is no false, an id 0012 no number.
        fields = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and dicts only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or "nested too deeply"
        line = mark.line + 2 if mark else 1
        return {}, (line, f"front matter is not YAML ({why}); write 'key: value' lines, quote values with a colon")
    if not isinstance(fields, dict):
        return {}, (
            1,
            "front matter is not a list of 'key: value' lines; write title, source, url, published, language",
        )
    return {str(key).lower(): value for key, value in fields.items() if isinstance(value, str)}, None


def _find_trick(head: str) -> str:
    """What in the YAML can be made to cost without bound: references, which multiply, and depth, which is slow."""
    depth = 0
    for event in yaml.parse(head):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return "uses anchors or aliases"
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            return f"is nested over {_MAX_DEPTH} deep"
    return ""


def _first_heading(body: str) -> str:
    first = body.lstrip()[:500].split("\n", 1)[0]
    return first.lstrip("#").strip() if first.startswith("#") else ""


def _draft(fields: Mapping[str, str], text: str, basis: Because, line: int, title: str = "") -> Draft:
    published = (fields.get("published") or fields.get("date") or "").strip()
    return Draft(
        text=text,
        title=fields.get("title") or title,
        source=fields.get("source") or "",
        url=fields.get("url") or "",
        language=fields.get("language") or "",
        report_id=fields.get("id") or "",
        published=published,
        published_because=basis if published else (),
        line=line,
    )


def read_jsonl(data: bytes) -> Reading:
    """Read JSON Lines: one object a line with `text` and, where known, id, title, date, source, url, language.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    Reading
        Texts exactly as given, since offsets count in them; only a lone surrogate, which no file can hold,
        becomes U+FFFD in its place.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    # Not splitlines: U+2028 and its kin may stand inside a JSON string.
    for line, row in enumerate(decode(data).split("\n"), start=1):
        if row.strip():
            draft = _read_json_row(row, line)
            drafts.append(draft) if isinstance(draft, Draft) else problems.append(draft)
    return drafts, problems


def _read_json_row(row: str, line: int) -> Draft | Problem:
    try:
        given = json.loads(row)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "numbers or nesting too large"
        return line, f"not JSON ({why}); write one object a line"
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        return line, 'no \'text\' that is a string; write an object such as {"id": ..., "text": ..., "date": ...}'
    fields = {
        key: _mend_surrogates(str(value))
        for key, value in given.items()
        if key in _FIELDS and isinstance(value, str | int) and not isinstance(value, bool)
    }
    return _draft(fields, fields["text"], _field_given(fields), line)


def _mend_surrogates(text: str) -> str:
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def _field_given(fields: Mapping[str, str]) -> Because:
    return because(PublishedFrom.FIELD, field="published" if fields.get("published") else "date")


def read_csv(data: bytes) -> Reading:
    """Read a table with a column `text` and any of id, title, date, published, source, url, language.

    Parameters
    ----------
    data : bytes
        The file; commas, semicolons, tabs or bars between columns.

    Returns
    -------
    Reading
        One draft a row; `line` is the physical line on which the row ends.
    """
    text = decode(data)
    header_line = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=lambda sign: len(set(_column_names(header_line.split(sign))) & set(_FIELDS)))
    csv.field_size_limit(MAX_TEXT_CHARS * 2)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    try:
        columns = _column_names(next(rows, []))
        if "text" not in columns:
            shown = ", ".join(columns[:10])[:200] or "none"
            return [], [(1, f"columns are {shown}; a column 'text' is needed, besides any of {', '.join(_FIELDS)}")]
        if twice := sorted({name for name in columns if name in _FIELDS and columns.count(name) > 1}):
            return [], [(1, f"has more than one column {', '.join(twice)}; keep one of each name")]
        for row in rows:
            if not any(field.strip() for field in row):
                continue
            if len(row) != len(columns):
                problems.append((rows.line_num, f"{len(row)} fields where the header has {len(columns)}; quote fields"))
                continue
            fields = dict(zip(columns, row, strict=True))
            drafts.append(_draft(fields, normalise(fields["text"]), _field_given(fields), rows.line_num))
    except csv.Error as error:
        problems.append(
            (rows.line_num, f"not CSV from here on ({error}); put double quotes around texts and close them")
        )
    return drafts, problems


def _column_names(header: list[str]) -> list[str]:
    return [name.strip().strip('"').lower() for name in header]


def read_feed(data: bytes) -> Reading:
    """Read RSS or Atom without fetching anything.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    Reading
        One draft an item, from its full content where the feed has it, else its summary.
    """
    # Entities can be made to grow without bound; no feed needs its own. NULs are dropped to see UTF-16 too.
    if b"<!ENTITY" in data.replace(b"\x00", b"").upper():
        return [], [(0, "declares XML entities, which are not allowed; save the feed without a DOCTYPE")]
    # A stream, since feedparser would open a string or bytes as an address or a file name.
    feed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    if not feed.entries:
        return [], [(0, "no RSS or Atom items found; save the feed itself, not a page about it")]
    outlet, language = str(feed.feed.get("title", "")), str(feed.feed.get("language", ""))
    return [_draft_of_entry(entry, outlet, language, number) for number, entry in enumerate(feed.entries, 1)], []


def _draft_of_entry(entry: Any, outlet: str, language: str, number: int) -> Draft:
    contents = [str(content.get("value", "")) for content in entry.get("content", [])]
    markup = max([*contents, str(entry.get("summary", ""))], key=len)
    published = str(entry.get("published") or entry.get("updated") or "")
    return Draft(
        text=normalise(strip_markup(markup) or str(entry.get("title", ""))),
        title=strip_markup(str(entry.get("title", ""))),
        source=outlet,
        url=str(entry.get("link", "")),
        language=language,
        report_id=str(entry.get("id", "")),
        published=published,
        published_because=because(PublishedFrom.FEED) if published else (),
        line=number,
    )


class _TextOfMarkup(HTMLParser):
    """Collects the text of an HTML fragment; blocks end a line, scripts and styles are dropped."""

    _BLOCKS = frozenset(
        ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "section")
    )
    _SILENT = frozenset(("script", "style", "template", "noscript"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent_tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent_tag = tag
        elif tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent_tag:
            self._silent_tag = ""
        elif tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent_tag:
            self.parts.append(data)


def strip_markup(markup: str) -> str:
    """Take the tags off an HTML fragment.

    Parameters
    ----------
    markup : str
        A fragment as feeds carry it, or plain text.

    Returns
    -------
    str
        Its text: blocks parted by a blank line, white space inside a line made single.
    """
    parser = _TextOfMarkup()
    parser.feed(markup)
    parser.close()
    return "\n\n".join(_clean_lines("".join(parser.parts)))


def _clean_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            yield words
