"""Report files as they really come: formats, encodings, faults, ids, publication days."""

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_country import TESTS

from geodata.errors import Fault
from geodata.model import Report
from geodata.reports.files import MAX_FILE_BYTES, list_report_files, read_report_file, read_reports, tell_language
from geodata.reports.readers import parse_day

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


# ---- text with front matter ------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("encoding", "text", "language"),
    [
        ("cp1251", "Дорога на Хит открыта, сообщил представитель армии. По его словам, мин нет и не было.", "ru"),
        ("cp1256", "قال المتحدث باسم الجيش إن الطريق إلى هيت مفتوح منذ صباح الاثنين بعد معارك.", "ar"),
        ("utf-16", BODY, "en"),
        ("cp1252", "The café “Hit” was open on Monday – the army said that it was.", "en"),
    ],
)
def test_encodings_are_told(tmp_path: Path, encoding: str, text: str, language: str) -> None:
    report = read_one(write(tmp_path, "a.txt", text.encode(encoding)))
    assert report.text == text
    assert report.language == language


def test_binary_in_a_text_file_is_a_fault(tmp_path: Path) -> None:
    reports, faults = read_reports([write(tmp_path, "a.txt", bytes(range(256)) * 20), write(tmp_path, "b.txt", BODY)])
    assert [report.text for report in reports] == [BODY]
    assert "not text" in faults[0].message


# ---- many reports in a file --------------------------------------------------------------------------------------


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


def test_faults_of_one_file_are_counted_after_a_hundred(tmp_path: Path) -> None:
    _, faults = read_reports([write(tmp_path, "a.jsonl", "x\n" * 250)])
    assert len(faults) == 101
    assert any("150 more faults" in fault.message for fault in faults)


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


# ---- documents ---------------------------------------------------------------------------------------------------

HTML = f"""<!doctype html><html lang="en"><head><title>Road open | Desk</title>
<meta property="og:title" content="Road open"><meta property="og:site_name" content="Desk">
<meta property="article:published_time" content="2017-11-09T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/n">News</a></nav><article><h1>Road open</h1><p>{BODY}</p>
<p>Carts with bread and oil came over the bridge until the evening, and nobody was hurt.</p></article>
<footer>Copyright Desk</footer></body></html>"""


def test_web_page_gives_its_main_text_and_meta_tags(tmp_path: Path) -> None:
    report = read_one(write(tmp_path, "page.html", HTML))
    assert report.text.startswith(BODY)
    assert "evening, and nobody was hurt." in report.text
    assert "Copyright" not in report.text
    assert (report.title, report.source, report.language) == ("Road open", "Desk", "en")
    assert (report.published_on, report.published_basis) == (date(2017, 11, 9), "meta tag")


@pytest.mark.parametrize("content", ["<html><body></body></html>", "<div>" * 50_000, "no markup", "<" * 100_000])
def test_web_page_without_text_never_raises(tmp_path: Path, content: str) -> None:
    reports, faults = read_reports([write(tmp_path, "page.htm", content)])
    assert len(reports) + len(faults) == 1


def write_docx(folder: Path, name: str) -> Path:
    document = docx.Document()
    document.core_properties.title = "Road open"
    document.add_paragraph(BODY)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hit", "open"
    document.add_paragraph("Rain came.")
    document.save(str(folder / name))
    return folder / name


def test_word_document_keeps_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    report = read_one(write_docx(tmp_path, "a.docx"))
    assert report.text == f"{BODY}\n\nHit\topen\n\nRain came."
    assert report.title == "Road open"
    assert report.published_on is None


def test_word_document_that_unpacks_without_bound_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (110 * 1024 * 1024))
    assert "unpacks to 110 MB" in fault_of(write(tmp_path, "a.docx", packed.getvalue())).message


def make_pdf(text: str) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R\n/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)


def test_pdf_gives_its_text(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.pdf", make_pdf("The road is open."))).text == "The road is open."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4\nnothing"),
        ("b.pdf", make_pdf("x").replace(b"/Pages 2 0 R", b"/Pages 9 0 R")),
        ("c.pdf", make_pdf("")),
        ("d.docx", b"PK\x03\x04 broken"),
        ("e.docx", b"no zip at all"),
    ],
)
def test_damaged_documents_are_faults(tmp_path: Path, name: str, content: bytes) -> None:
    fault = fault_of(write(tmp_path, name, content))
    assert ";" in fault.message or "," in fault.message


@given(st.binary(max_size=400), st.sampled_from([".md", ".jsonl", ".csv", ".rss", ".html", ".docx", ".pdf"]))
def test_any_bytes_are_read_or_told(data: bytes, suffix: str) -> None:
    starts = {".pdf": b"%PDF-1.4\n", ".docx": b"PK\x03\x04", ".html": b"<html>", ".rss": b"<rss>", ".md": b"---\n"}
    folder = TESTS
    path = _Held(folder / f"a{suffix}", starts.get(suffix, b"") + data)
    reports, faults = read_report_file(path, folder)
    assert reports or faults or not data.strip() or suffix in (".jsonl", ".csv")


class _Held(type(Path())):  # type: ignore[misc]
    """A path whose bytes are held in memory."""

    def __new__(cls, path: Path, data: bytes) -> "_Held":
        held = super().__new__(cls, path)
        held.data = data
        return held

    def read_bytes(self) -> bytes:
        return self.data

    def stat(self, *, follow_symlinks: bool = True) -> object:
        class _Stat:
            st_size = len(self.data)

        return _Stat


# ---- folders, names, ids ------------------------------------------------------------------------------------------


def test_folder_is_walked_in_order_past_its_companions(tmp_path: Path) -> None:
    for name in ("b/two.md", "a.md", ".hidden/x.md", ".x.md", "README.md", "map.geojson", "b/pic.PNG", "b/notes.odt"):
        write(tmp_path, name, BODY)
    assert [path.relative_to(tmp_path).as_posix() for path in list_report_files(tmp_path)] == [
        "a.md",
        "b/notes.odt",
        "b/two.md",
    ]
    reports, faults = read_reports([tmp_path])
    assert [report.report_id for report in reports] == ["a", "b/two"]
    assert [report.path for report in reports] == ["a.md", "b/two.md"]
    assert [fault.path for fault in faults] == [str(tmp_path / "b/notes.odt")]
    assert ".docx" in faults[0].message


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path, "outside.md", BODY)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.md").symlink_to(outside)
    assert list_report_files(tmp_path / "in") == []


def test_file_named_itself_must_be_of_a_known_format(tmp_path: Path) -> None:
    assert "'.geojson' is not a format" in fault_of(write(tmp_path, "map.geojson", "{}")).message


def test_missing_and_empty_files_are_faults(tmp_path: Path) -> None:
    assert "cannot be opened" in fault_of(tmp_path / "no.md").message
    assert "empty file" in fault_of(write(tmp_path, "a.md", " \n")).message
    (tmp_path / "empty").mkdir()
    assert "no reports in this folder" in fault_of(tmp_path / "empty").message


def test_sizes_are_limited(tmp_path: Path) -> None:
    path = write(tmp_path, "big.txt", "")
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert "at most 20 MB" in fault_of(path).message
    assert "at most 2000000" in fault_of(write(tmp_path, "long.txt", "a" * 2_000_001)).message


def test_repeated_id_is_a_fault_that_names_both_files(tmp_path: Path) -> None:
    write(tmp_path, "a.md", f"---\nid: same\n---\n{BODY}")
    write(tmp_path, "b.jsonl", json.dumps({"id": "same", "text": "Other."}))
    reports, faults = read_reports([tmp_path])
    assert [report.path for report in reports] == ["a.md"]
    assert (faults[0].path, faults[0].line) == ("b.jsonl", 1)
    assert "a.md" in faults[0].message


def test_hostile_fields_are_made_harmless(tmp_path: Path) -> None:
    row = {"id": "a\x00\u202eb\n" + "c" * 500, "text": BODY, "title": "T\x1b[31m", "url": 'https://e.org/"onclick'}
    report = read_one(write(tmp_path, "a.jsonl", json.dumps(row)))
    assert report.report_id.startswith("a b c")
    assert len(report.report_id) == 200
    assert report.title == "T [31m"
    assert report.url == ""


# ---- publication day ------------------------------------------------------------------------------------------------


def test_printed_date_wins_over_the_file_and_the_conflict_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\npublished: 2017-05-01\n---\n28.04.2017Get short URL{BODY}")
    report = read_one(path)
    assert report.published_on == date(2017, 4, 28)
    assert report.published_basis == "printed at the head: '28.04.2017'; the file says 1 May 2017"


def test_printed_date_that_agrees_is_no_conflict(tmp_path: Path) -> None:
    report = read_one(write(tmp_path, "a.md", f"---\npublished: 2017-04-28\n---\n28.04.2017Get short URL{BODY}"))
    assert report.published_basis == "front matter"


def test_day_from_the_file_name_then_from_the_caller_then_none(tmp_path: Path) -> None:
    named = read_one(write(tmp_path, "2017-11-09-hit.txt", BODY), published=date(2017, 12, 1))
    assert (named.published_on, named.published_basis) == (date(2017, 11, 9), "file name")
    given_day = read_one(write(tmp_path, "hit.txt", BODY), published=date(2017, 12, 1))
    assert (given_day.published_on, given_day.published_basis) == (date(2017, 12, 1), "given for all reports")
    assert read_one(write(tmp_path, "2017-13-45-hit.txt", BODY)).published_on is None


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Дорога на Хит открыта, и в городе не было взрывов.", "ru"),
        ("قال الجيش إن الطريق إلى هيت مفتوح.", "ar"),
        ("Die Straße nach Hit ist wieder offen, sagte der Sprecher.", "und"),
        ("123", "und"),
    ],
)
def test_language_is_told_from_stop_words(text: str, language: str) -> None:
    assert tell_language(text) == language


@pytest.mark.parametrize(
    "published", ["2917-11-09", "0217-11-09", "1453-05-30", "Thu, 09 Nov 99999999999999999999 10:00:00 +0000"]
)
def test_a_day_nobody_can_mean_is_a_fault_of_its_report_alone(tmp_path: Path, published: str) -> None:
    (tmp_path / "a.md").write_text(f'---\npublished: "{published}"\n---\nHajin was quiet.\n', encoding="utf-8")
    (tmp_path / "b.md").write_text("---\npublished: 2017-11-09\n---\nHajin was quiet.\n", encoding="utf-8")
    reports, faults = read_reports([tmp_path], root=tmp_path)
    assert [report.report_id for report in reports] == ["b"]
    assert "is no date from 1900 to 2100" in faults[0].message


def test_a_day_with_an_impossible_zone_is_still_read() -> None:
    assert parse_day("Thu, 09 Nov 2017 10:00:00 +99999999999999999999") == date(2017, 11, 9)


def test_links_in_a_circle_pipes_and_odd_names_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    text = b"---\npublished: 2017-11-09\n---\nHajin was quiet.\n"
    for name in (b"good.md", b"\xff\xfe.md"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123  no Path holds these bytes
            file.write(text)
    reports, faults = read_reports([tmp_path], root=tmp_path)
    assert sorted(report.path for report in reports) == ["good.md", "��.md"]
    assert all(report.path.encode("utf-8") for report in reports)
    assert sorted(Path(fault.path).name for fault in faults) == ["a.md", "b.md"]
