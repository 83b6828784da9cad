"""One file's bytes -> drafts of reports: web pages, Word documents and PDF.

Libraries read the formats; here they are kept within bounds, so that a made-up file costs seconds and a plain
sentence, never the memory of the machine.
"""

import io
import logging
import re
import time
import zipfile
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

import docx
import pypdf
import trafilatura
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from pypdf.errors import PyPdfError

from geodata.model import PublishedFrom, because
from geodata.reports.formats import Draft, Reading, decode, normalise

MAX_HTML_BYTES = 5 * 1024 * 1024
"""Largest web page: beyond it the extraction of the main text takes minutes."""
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""Most a Word document may unpack to; a small one can be made to unpack to terabytes."""
MAX_PDF_PAGES = 500
MAX_PDF_SECONDS = 60.0

# Their warnings would reach the terminal beside our own sentences; what matters in them becomes a fault.
for _library in ("pypdf", "trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)

# What pypdf and python-docx raise on damaged files, besides their own errors: they trust the structure they read.
_DAMAGED = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, NotImplementedError, AssertionError,
    RecursionError, OSError, EOFError, ZeroDivisionError, zlib.error, BadZipFile,
)  # fmt: skip


def read_html(data: bytes) -> Reading:
    """Read the main text of a web page; title, day and outlet from its meta tags.

    Parameters
    ----------
    data : bytes
        The page as saved.

    Returns
    -------
    Reading
        One draft, or none when there is no main text.
    """
    if len(data) > MAX_HTML_BYTES:
        return [], [
            (0, f"{len(data) / 1e6:.1f} MB of HTML; at most {MAX_HTML_BYTES / 1e6:.1f} MB are read; save the text")
        ]
    # Only what the page says itself: htmldate's wider search takes any date in the text for the day of publication.
    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    try:
        page = trafilatura.bare_extraction(
            _html_text(data), with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        return [], [(0, f"this HTML cannot be read ({error}); save the article as text")]
    found = page if isinstance(page, dict) else page.as_dict() if page else {}
    title = found.get("title") or ""
    # The headline stands over the text on every page; as text it would be read as a statement a second time.
    text = normalise((found.get("text") or "").removeprefix(f"{title}\n"))
    if not text:
        return [], [(0, "no main text found on this page; save the article as text")]
    published = found.get("date") or ""
    return [
        Draft(
            # One paragraph a line is how the library gives them; a blank line says it beyond doubt.
            text=text.replace("\n", "\n\n"),
            title=title,
            source=found.get("sitename") or found.get("hostname") or "",
            url=found.get("url") or "",
            language=_html_language(data),
            published=published,
            published_because=because(PublishedFrom.META_TAG) if published else (),
        )
    ], []


def _html_text(data: bytes) -> str:
    declared = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", data[:4096], re.IGNORECASE)
    if declared:
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _html_language(data: bytes) -> str:
    found = re.search(rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,10})", data[:8192], re.IGNORECASE)
    return found.group(1).decode("ascii") if found else ""


def read_docx(data: bytes) -> Reading:
    """Read the paragraphs and tables of a Word document, in order.

    Parameters
    ----------
    data : bytes
        The .docx file.

    Returns
    -------
    Reading
        One draft; its title is the document's own where it has one. Its dates are not used: they tell when
        the template was made as often as when the text was.
    """
    try:
        with ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            if unpacked > MAX_UNPACKED_BYTES:
                allowed = MAX_UNPACKED_BYTES // 1024**2
                return [], [
                    (0, f"unpacks to {unpacked // 1024**2} MB; at most {allowed} MB are read; take pictures out")
                ]
            if _declares_entities(package):
                return [], [(0, "declares XML entities, which Word never does; save it again from Word")]
        document = docx.Document(io.BytesIO(data))
        return [Draft(normalise("\n\n".join(_paragraphs(document))), title=document.core_properties.title or "")], []
    except (PackageNotFoundError, RuntimeError, zipfile.LargeZipFile, SyntaxError, *_DAMAGED) as error:
        return [], [
            (0, f"not a Word document that can be read ({_in_brief(error)}); save it again as .docx or as text")
        ]


def _declares_entities(package: ZipFile) -> bool:
    return any(
        b"<!ENTITY" in package.read(part).replace(b"\x00", b"")
        for part in package.infolist()
        if part.filename.endswith((".xml", ".rels"))
    )


def _paragraphs(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield block.text


def read_pdf(data: bytes) -> Reading:
    """Read the text of a PDF, page by page.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    Reading
        One draft; none when it is encrypted, damaged, too long, or a picture of text.
    """
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            return [], [(0, "encrypted PDF; save it without a password")]
        if len(document.pages) > MAX_PDF_PAGES:
            return [], [(0, f"{len(document.pages)} pages; at most {MAX_PDF_PAGES} are read; split the PDF")]
        title = str((document.metadata and document.metadata.title) or "")
        pages = list(_page_texts(document))
    except (PyPdfError, *_DAMAGED) as error:
        return [], [(0, f"not a PDF that can be read ({_in_brief(error)}); print it to PDF again or save the text")]
    if len(pages) < len(document.pages):
        return [], [(0, f"took over {MAX_PDF_SECONDS:.0f} s for {len(pages)} pages; split the PDF or save the text")]
    # One line end between pages: a sentence may run over the edge.
    text = normalise("\n".join(pages))
    return (
        ([Draft(text, title=title)], []) if text else ([], [(0, "a PDF without text, probably scanned; run OCR on it")])
    )


def _page_texts(document: pypdf.PdfReader) -> Iterator[str]:
    deadline = time.monotonic() + MAX_PDF_SECONDS
    for page in document.pages:
        if time.monotonic() > deadline:
            return
        yield page.extract_text()


def _in_brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
