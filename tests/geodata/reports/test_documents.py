"""Web pages, Word documents and PDF."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from report_files import BODY, fault_of, read_one, write

from geodata.reports import documents
from geodata.reports.documents import read_docx, read_html, read_pdf
from geodata.reports.files import read_reports

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


def test_a_page_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_HTML_BYTES", 100)
    drafts, problems = read_html(HTML.encode())
    assert drafts == []
    assert "of HTML; at most" in problems[0][1]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_page_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    body = "<p>Дорога открыта с понедельника, сообщили военные, и так будет и дальше.</p>" * 3
    page = f'<html lang="ru"><head><meta charset="{encoding}"><title>Путь</title></head><body><article>{body}'
    (draft,), problems = read_html(page.encode(encoding))
    assert problems == []
    assert "Дорога открыта" in draft.text
    assert draft.language == "ru"


def test_an_unknown_encoding_does_no_harm() -> None:
    page = HTML.replace("<head>", '<head><meta charset="no-such">')
    assert BODY in read_html(page.encode())[0][0].text


def test_a_word_document_without_text_is_no_error() -> None:
    empty = io.BytesIO()
    docx.Document().save(empty)
    drafts, problems = read_docx(empty.getvalue())
    assert [draft.text for draft in drafts] == [""] or problems


def test_pages_beyond_the_most_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_PDF_PAGES", 0)
    drafts, problems = read_pdf(make_pdf(BODY))
    assert drafts == []
    assert problems
    assert "page" in problems[0][1]


CUT = [(read_docx, b"PK\x03\x04"), (read_pdf, b"%PDF-1.4\n"), (read_docx, b""), (read_pdf, b"")]


@pytest.mark.parametrize(("reader", "data"), CUT)
def test_what_is_cut_off_is_one_problem(reader, data: bytes) -> None:  # type: ignore[no-untyped-def]
    drafts, problems = reader(data)
    assert drafts == []
    assert len(problems) == 1
