"""Text with front matter, JSONL, CSV and feeds."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_files import BODY, fault_of, read_one, write

from geodata.model import Report
from geodata.reports.files import read_reports
from geodata.reports.formats import (
    decode,
    normalise,
    parse_day,
    read_csv,
    read_feed,
    read_jsonl,
    read_text,
    strip_markup,
)


def test_front_matter_is_read_and_taken_off(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "2017-11-09-hit.md",
        "---\ntitle: No\nsource: Desk\nurl: https://example.org/1\npublished: 2017-11-10\nlanguage: en-GB\nnote: x\n"
        f"---\n\n{BODY}\n",
    )
    report = read_one(path)
    assert report == Report(
        report_id="2017-11-09-hit",
        title="No",
        source="Desk",
        url="https://example.org/1",
        published_on=date(2017, 11, 10),
        published_basis="front matter",
        language="en",
        path="2017-11-09-hit.md",
        line=0,
        text=BODY,
    )


def test_windows_line_ends_and_mark_are_normalised(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nOne.\r\n\r\nCafe\xcc\x81.\x00\r\n")
    report = read_one(path)
    assert report.title == "T"
    assert report.text == "One.\n\nCafé."


def test_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.md", f"---\n{BODY}\n")).text == f"---\n{BODY}"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("title: T\n", "never ends"),
        ("a: &a [x, x]\nb: [*a, *a]\n---\n", "anchors or aliases"),
        ("title: one: two\n---\n", "not YAML"),
        ("- just\n- a list\n---\n", "'key: value' lines"),
        ("deep: " + "[" * 50_000 + "\n---\n", "nested over 10 deep"),
        ("published: soon\n---\n", "published 'soon' is no date"),
    ],
)
def test_bad_front_matter_is_a_fault(tmp_path: Path, head: str, said: str) -> None:
    assert said in fault_of(write(tmp_path, "a.md", f"---\n{head}{BODY}")).message


def test_jsonl_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "\r\n One.\u2028 Cafe\u0301 \x00\t\n"
    rows = [{"id": "x", "text": text, "date": "2017-11-09"}, {"text": BODY, "published": "2017-11-10T23:30:00+03:00"}]
    reports, faults = read_reports([write(tmp_path, "d/desk.jsonl", "\n\n".join(map(json.dumps, rows)))])
    assert faults == []
    assert [(report.report_id, report.text, report.line) for report in reports] == [("x", text, 1), ("desk-2", BODY, 3)]
    assert [report.published_on for report in reports] == [date(2017, 11, 9), date(2017, 11, 10)]
    assert [report.published_basis for report in reports] == ["field 'date'", "field 'published'"]


def test_jsonl_offsets_survive_a_lone_surrogate(tmp_path: Path) -> None:
    report = read_one(write(tmp_path, "a.jsonl", '{"text": "A\\ud800B", "id": "\\ud800"}'))
    assert report.text == "A\ufffdB"


def test_every_bad_line_of_jsonl_is_told_and_the_rest_read(tmp_path: Path) -> None:
    deep = "[" * 100_000
    lines = [
        '{"text": "One."}',
        "{not json",
        "[1]",
        '{"title": "no text"}',
        '{"text": 5}',
        deep,
        '{"text": ""}',
        '{"text": "Two."}',
    ]
    reports, faults = read_reports([write(tmp_path, "a.jsonl", "\n".join(lines))])
    assert [report.text for report in reports] == ["One.", "Two."]
    assert [fault.line for fault in faults] == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1256", "utf-16"])
def test_csv_of_a_spreadsheet(tmp_path: Path, delimiter: str, encoding: str) -> None:
    arabic = "قال الجيش إن الطريق إلى هيت مفتوح، وإن الجسر أغلق من جديد في الليل"
    rows = [["ID", "Text", "Date"], ["r1", f'"{arabic}\nثم نزل المطر على المدينة"', "2017-11-09"]]
    content = "\r\n".join(delimiter.join(row) for row in rows)
    report = read_one(write(tmp_path, "a.csv", content.encode(encoding)))
    assert (report.report_id, report.published_on, report.language) == ("r1", date(2017, 11, 9), "ar")
    assert report.text == f"{arabic}\nثم نزل المطر على المدينة"


def test_csv_rows_of_wrong_width_are_told_with_their_line(tmp_path: Path) -> None:
    content = 'id,text\na,"One\ntwo."\nb,Two,more\n\nc,Three.\n'
    reports, faults = read_reports([write(tmp_path, "a.csv", content)])
    assert [report.text for report in reports] == ["One\ntwo.", "Three."]
    assert [(fault.line, fault.message[:8]) for fault in faults] == [(4, "3 fields")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,body\na,b\n", "a column 'text' is needed"),
        ("text,Text,date\na,b,2017\n", "more than one column text"),
        ('text\n"open', "not CSV"),
    ],
)
def test_csv_that_cannot_be_read_says_so(tmp_path: Path, content: str, said: str) -> None:
    assert said in fault_of(write(tmp_path, "a.csv", content)).message


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>River desk</title><language>en</language>
<item><guid>g1</guid><title>Road &amp; bridge</title><link>https://example.org/1</link>
<pubDate>Thu, 09 Nov 2017 23:30:00 +0300</pubDate>
<description>&lt;p&gt;The road is open.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;
&lt;p&gt;Rain came.&lt;/p&gt;</description></item>
<item><title>Second</title><link>javascript:alert(1)</link><description>Plain words of it.</description></item>
</channel></rss>"""


def test_feed_is_read_item_by_item(tmp_path: Path) -> None:
    reports, faults = read_reports([write(tmp_path, "feed.rss", RSS)])
    assert faults == []
    first, second = reports
    assert (first.report_id, first.title, first.source, first.url) == (
        "g1",
        "Road & bridge",
        "River desk",
        "https://example.org/1",
    )
    assert first.text == "The road is open.\n\nRain came."
    assert first.published_on == date(2017, 11, 9)
    assert (second.report_id, second.url, second.published_on) == ("feed-2", "", None)


def test_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + RSS.split("?>", 1)[1].replace("Rain", "&b;")
    assert "entities" in fault_of(write(tmp_path, "feed.xml", bomb)).message
    assert "entities" in fault_of(write(tmp_path, "feed2.xml", bomb.encode("utf-16"))).message


def test_feed_never_opens_what_its_text_names(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.txt", RSS)
    assert "no RSS" in fault_of(write(tmp_path, "feed.atom", str(secret))).message


@pytest.mark.parametrize(
    ("given_day", "day"),
    [
        ("2017-11-09", date(2017, 11, 9)),
        ("2017-11-09T23:59:59Z", date(2017, 11, 9)),
        ("20171109", date(2017, 11, 9)),
        ("Thu, 09 Nov 2017 23:30:00 -0800", date(2017, 11, 9)),
        ("9 November 2017", date(2017, 11, 9)),
        ("09.11.2017", date(2017, 11, 9)),
        ("2017-02-30", None),
        ("soon", None),
        ("1510185600", None),
    ],
)
def test_days_as_people_and_programs_write_them(given_day: str, day: date | None) -> None:
    assert parse_day(given_day) == day


ENCODED = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODED)
def test_marked_encodings_are_read(encoding: str) -> None:
    assert decode("Дорога открыта. الطريق مفتوح".encode(encoding)) == "Дорога открыта. الطريق مفتوح"


@given(st.text())
def test_valid_utf8_is_read_as_it_is(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        assert decode(data) == data.decode()


@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text())
def test_normalised_text_stays(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert "\x00" not in once


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_every_spelling(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%Y%m%d}") == day
    assert parse_day(f"{day.isoformat()}T23:30:00+03:00") == day  # in the writer's own zone
    assert parse_day(f"{day:%a, %d %b %Y} 23:30:00 +0300") == day


@given(st.dates(date(1000, 1, 1), date(1899, 12, 31)))
def test_a_year_that_is_a_slip_is_no_day(day: date) -> None:
    assert parse_day(day.isoformat()) is None


def test_a_heading_is_the_title_where_none_is_given() -> None:
    assert read_text(b"# Road open\n\nIt is.")[0][0].title == "Road open"
    assert read_text(b"---\ntitle: Given\n---\n# Road open\n")[0][0].title == "Given"
    assert read_text(b"Road open\n")[0][0].title == ""


TRICKS = [
    ("a: &x 1\nb: *x", "anchors or aliases"),
    ("a: " + "[" * 12 + "]" * 12, "nested over 10 deep"),
    ("- a\n- b", "not a list of 'key: value' lines"),
    ("a: [", "not YAML"),
]


@pytest.mark.parametrize(("head", "said"), TRICKS, ids=[said for _, said in TRICKS])
def test_front_matter_with_tricks_is_refused(head: str, said: str) -> None:
    drafts, problems = read_text(f"---\n{head}\n---\nText".encode())
    assert drafts == []
    assert said in problems[0][1]


ROWS = st.lists(
    st.fixed_dictionaries({"text": st.text(min_size=1)}, optional={"id": st.text(), "title": st.text()}), max_size=5
)


@given(ROWS)
def test_jsonl_gives_back_what_was_written(rows: list[dict[str, str]]) -> None:
    data = "\n".join(json.dumps(row) for row in rows).encode()
    drafts, problems = read_jsonl(data)
    assert problems == []
    assert [(draft.text, draft.title) for draft in drafts] == [(row["text"], row.get("title", "")) for row in rows]


MARKUP = [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("One<br>two &amp; three", "One\n\ntwo & three"),
    ("<b>One</b> two", "One two"),
    ("a<script>alert(1)</script>b", "ab"),
    ("a<style>p {}</style>b", "ab"),
    ("&lt;b&gt;", "<b>"),
    ("<p>", ""),
    ("plain", "plain"),
    ("<ul><li>a<li>b</ul>", "a\n\nb"),
]


@pytest.mark.parametrize(("markup", "text"), MARKUP, ids=[markup for markup, _ in MARKUP])
def test_markup_comes_off(markup: str, text: str) -> None:
    assert strip_markup(markup) == text


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_columns_may_be_parted_by_any_usual_sign(delimiter: str) -> None:
    (draft,), problems = read_csv(delimiter.join(["id", "text"]).encode() + b"\n" + f"a{delimiter}b c".encode())
    assert problems == []
    assert (draft.report_id, draft.text, draft.line) == ("a", "b c", 2)


def test_a_feed_without_items_is_told() -> None:
    assert read_feed(b"<rss/>")[1][0][1].startswith("no RSS or Atom items")
