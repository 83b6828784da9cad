"""Report files as they really come: formats, encodings, faults, ids, publication days."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_country import TESTS
from report_files import BODY, fault_of, read_one, write

from geodata.reports.files import MAX_FILE_BYTES, list_report_files, read_report_file, read_reports, tell_language
from geodata.reports.formats import parse_day


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


def test_faults_of_one_file_are_counted_after_a_hundred(tmp_path: Path) -> None:
    _, faults = read_reports([write(tmp_path, "a.jsonl", "x\n" * 250)])
    assert len(faults) == 101
    assert any("150 more faults" in fault.message for fault in faults)


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
    ("text", "language"),
    [
        (BODY, "en"),
        ("Дорога на Хит открыта, и в городе не было взрывов.", "ru"),
        ("قال الجيش إن الطريق إلى هيت مفتوح.", "ar"),
        # Of no language there will be a file for.
        ("Ta karvo sel Hit umdo lesk ovrat, penda ta skroler.", "und"),
        ("123", "und"),
        # Enough to tell that it is none of those there are rules for.
        ("Ta karvo sel Hit umdo lesk ovrat, penda ta skroler. " * 4, "mis"),
        ("Armia weszła wczoraj do miasta Hit, jak podał rzecznik prowincji. " * 4, "mis"),
        ("ارتش دیروز وارد شهر هیت شد و سخنگوی استان آن را تأیید کرد. " * 4, "mis"),
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
