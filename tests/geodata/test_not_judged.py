"""What a language without rules leaves unjudged is told, and apart from what was judged and not found."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geodata.build import Inputs, build_store
from geodata.cli import app
from geodata.dates.dating import date_statements
from geodata.languages import UNTOLD, is_known, is_read
from geodata.model import DateBasis, Segment, SpeakerBasis
from geodata.statements.cut import split_statements
from geodata.store.builds import Store

DAY = date(2017, 5, 9)
POLISH = "Minister powiedział, że Salbek został zajęty 7 maja. Dorun jest spokojny."
ENGLISH = "Salbek was quiet."
NO_RULES = "not judged: no rules for Polish (pl)"


def test_a_language_without_a_file_is_not_read_and_one_that_cannot_be_told_is() -> None:
    assert [is_read(code) for code in ("en", "ru", "ar", UNTOLD)] == [True] * 4
    assert not is_known("pl")
    assert not is_read("pl")
    assert not is_known(UNTOLD)


def test_no_date_is_judged_without_rules() -> None:
    segments = [Segment(0, len(POLISH)), Segment(0, 8, kind="boilerplate")]
    event, menu = date_statements(POLISH, segments, DAY, "pl")
    assert (event.start, event.end, event.precision, event.kind) == (DAY, DAY, "day", DateBasis.NOT_JUDGED)
    assert event.basis == f"publication; {NO_RULES}"
    assert menu.kind == DateBasis.BOILERPLATE
    (undated,) = date_statements(POLISH, segments[:1], None, "pl")
    assert (undated.start, undated.precision, undated.kind) == (None, "none", DateBasis.UNDATED_NOT_JUDGED)
    assert NO_RULES in undated.basis


@pytest.mark.parametrize("language", ["en", UNTOLD])
def test_judged_and_nothing_found_is_another_thing(language: str) -> None:
    (event,) = date_statements(ENGLISH, [Segment(0, len(ENGLISH))], DAY, language)
    assert event.kind == DateBasis.PUBLICATION
    assert event.basis == "publication: no date in the text"
    (segment,) = split_statements(ENGLISH, language)
    assert segment.speaker_basis == "nobody named in the text"


@pytest.mark.parametrize("kind", list(DateBasis))
def test_each_basis_is_judged_or_not(kind: DateBasis) -> None:
    assert kind.is_judged == ("not_judged" not in kind and kind != DateBasis.BOILERPLATE)
    assert kind.is_publication == (kind.value.startswith("publication") or kind == DateBasis.NOT_JUDGED)


def test_no_speaker_is_judged_without_rules() -> None:
    text = 'The minister said: "Salbek is quiet." Dorun is not.'
    named, unjudged = split_statements(text, "en"), split_statements(text, "pl")
    assert [(one.start, one.end) for one in named] == [(one.start, one.end) for one in unjudged]
    assert named[0].speaker
    assert named[0].speaker_because[0].kind == SpeakerBasis.NAMED
    assert {one.speaker for one in unjudged} == {""}
    assert {one.speaker_basis for one in unjudged} == {NO_RULES}
    (menu,) = split_statements("Read also: Floods in Dorun", "pl")
    assert menu.speaker_basis == "not judged: boilerplate"


# --- told in parse, in explain and in the store


@pytest.fixture
def polish(country_inputs: Inputs) -> Inputs:
    path = country_inputs.reports / "pl.md"
    path.write_text(f"---\ntitle: Cisza\npublished: 2017-05-09\nlanguage: pl\n---\n{POLISH}", encoding="utf-8")
    return country_inputs


def run(command: str, inputs: Inputs, *arguments: object) -> str:
    given = ["--gazetteer", inputs.gazetteer, "--regions", inputs.regions, *arguments]
    result = CliRunner().invoke(app, [command, *map(str, given)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_parse_tells_it(polish: Inputs) -> None:
    statements = json.loads(run("parse", polish, polish.reports / "pl.md"))["statements"]
    assert {one["date_basis"] for one in statements} == {f"publication; {NO_RULES}"}
    assert {(one["speaker"], one["speaker_basis"]) for one in statements} == {("", NO_RULES)}
    assert {one["event_start"] for one in statements} == {"2017-05-09"}
    assert [m["place_id"] for one in statements for m in one["mentions"]] == ["xa-salbek", "xa-dorun"]


def test_explain_tells_it(polish: Inputs) -> None:
    told = run("explain", polish, polish.reports / "pl.md")
    assert f"(day; publication; {NO_RULES}); speaker: {NO_RULES}" in told
    assert "no date in the text" not in told


def test_the_store_holds_it(polish: Inputs, tmp_path: Path) -> None:
    build_store(polish, tmp_path / "store")
    rows = Store.open(tmp_path / "store").query(
        "SELECT report_id = 'pl' AS polish, speaker_kind, date_kind FROM statements WHERE kind = 'statement'"
    )
    told = {flag: {*part["speaker_kind"], *part["date_kind"]} for flag, part in rows.groupby("polish")}
    assert told[True] == {"speaker_not_judged", "not_judged"}
    assert not {kind for kind in told[False] if "not_judged" in kind}
