"""Sentences decide nothing: each kind has its words, and other words change no day, place, use, certainty or count."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from made_country import SAMPLE

from geodata import build, wording
from geodata.build import Inputs, build_store
from geodata.model import DateBasis, Mention, ParsedReport, PlacedMention, ReasonKind, Report, Told, because
from geodata.parse import Reader
from geodata.store.builds import Store
from geodata.store.tables import SCHEMAS

KINDS: list[StrEnum] = [kind for kinds in get_args(Told) for kind in kinds]
WORDS = {
    "reports": ["published_basis", "digest"],
    "statements": ["date_basis", "speaker_basis"],
    "mentions": ["spotted", "reason"],
}
"""Columns that hold sentences, or a fingerprint of some."""
REWORDED = {kind: f"x{n}" for n, kind in enumerate(wording.TEMPLATES)}


def test_every_kind_has_words_and_no_two_share_them() -> None:
    assert sorted(KINDS) == sorted(wording.TEMPLATES)
    assert len(set(KINDS)) == len(KINDS)


def test_the_words_are_made_of_kind_and_parts() -> None:
    assert wording.say(because(DateBasis.NOT_JUDGED, language="pl")) == (
        "publication; not judged: no rules for Polish (pl)"
    )
    assert wording.say(because(DateBasis.NOT_JUDGED, language="qq")).endswith("no rules for qq")
    assert wording.say(because(DateBasis.CARRIED, words=("today", "9 May"))) == "carried on: 'today', '9 May'"
    assert wording.say(()) == ""


@pytest.mark.parametrize("hostile", ["{0}", "{words}", "{words.__class__}", "'; {n}"])
def test_what_a_report_says_is_never_taken_for_a_template(hostile: str) -> None:
    assert wording.say(because(DateBasis.EXPLICIT, words=hostile)) == f"explicit: '{hostile}'"


# --- other words, the same reading


def read_sample(folder: Path) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Build the sample and give its counts, and its tables but for the columns of sentences."""
    inputs = Inputs(SAMPLE / "reports", SAMPLE / "gazetteer.csv", SAMPLE / "regions.geojson")
    counts = build_store(inputs, folder).counts
    store = Store.open(folder)
    tables = {name: store.table(name).drop_columns(WORDS.get(name, [])).to_pylist() for name in SCHEMAS}
    for mention in tables["mentions"]:
        for candidate in mention["candidates"]:
            del candidate["reason"]
    return counts, tables


@pytest.fixture(scope="module")
def as_worded(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    return read_sample(tmp_path_factory.mktemp("worded"))


def test_other_words_change_nothing_of_the_reading(
    as_worded: tuple[dict[str, Any], dict[str, list[dict[str, Any]]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(wording, "TEMPLATES", REWORDED)
    assert read_sample(tmp_path) == as_worded
    bases = Store.open(tmp_path).table("statements", ["date_basis"])["date_basis"].to_pylist()
    assert all(part in REWORDED.values() for basis in bases for part in basis.split("; "))


def keep_close_names(parse: Callable[[Reader, Report], ParsedReport], reader: Reader, report: Report) -> ParsedReport:
    """Read as ever, but decide by a sentence which names stay unresolved."""
    parsed = parse(reader, report)

    def keep(placed: PlacedMention) -> bool:
        return "like enough" not in placed.resolution.reason

    statements = [replace(one, mentions=tuple(filter(keep, one.mentions))) for one in parsed.statements]
    return replace(parsed, statements=tuple(statements))


def test_a_decision_by_a_sentence_would_be_seen(
    as_worded: tuple[dict[str, Any], dict[str, list[dict[str, Any]]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parse = Reader.parse
    monkeypatch.setattr(Reader, "parse", lambda reader, report: keep_close_names(parse, reader, report))
    counts, _ = read_sample(tmp_path)
    # Reworded, this reading would find no such sentence and keep every name, as the true one does.
    assert counts != as_worded[0]


# --- how what is unresolved is counted


@pytest.mark.parametrize("kind", [ReasonKind.NO_NAME, ReasonKind.SEVERAL_OF_MORE, ReasonKind.NO_COUNTRY])
def test_a_build_counts_by_kind(kind: ReasonKind) -> None:
    assert build._count_as(kind.value) in wording.TEMPLATES


def test_a_recogniser_need_not_tell_what_it_spotted() -> None:
    assert Mention(0, 1, "a").spotted == ""
