"""All that the screen says is said by `words`: the reading's reasons too, and nothing of it by other modules."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard import words
from dashboard.builds.loading import Build, load_report
from dashboard.choices.filters import Filters, read_filters, write_filters
from dashboard.choices.selection import Selection
from dashboard.evidence.cards import Setting, build_card, build_reader, group_mentions
from dashboard.evidence.left_out import build_names
from dashboard.evidence.left_out_loading import find_rest, list_names
from dashboard.evidence.loading import load_rows
from dashboard.filters.facets import apply_filters, count_facets, tally, tell_filters
from dashboard.filters.index import read_index
from dashboard.filters.loading import find_words as find_statements
from dashboard.nodes import Node, walk
from geodata.build import Inputs, build_store
from geodata.store import Store
from geodata.wording import TEMPLATES

POLISH = "---\ntitle: Cisza\npublished: 2017-05-09\nlanguage: pl\n---\nSalbek został zajęty 7 maja."
UNDATED = "---\ntitle: Undated\n---\nSalbek was quiet, and so was the village of Grubnoshtok."
TRANSLATED = {kind: f"«{kind}»" for kind in TEMPLATES}
HELD = re.compile(r"«[a-z_]+»(?:; «[a-z_]+»)*")


@pytest.fixture
def made(country_inputs: Inputs, tmp_path: Path) -> Build:
    (country_inputs.reports / "pl.md").write_text(POLISH, encoding="utf-8")
    (country_inputs.reports / "undated.md").write_text(UNDATED, encoding="utf-8")
    return Build(str(tmp_path / "store"), build_store(country_inputs, tmp_path / "store").version)


def list_all(build: Build) -> tuple[pd.DataFrame, pd.DataFrame]:
    table = Store.open(Path(build.folder)).table("statements")
    judged = [n for n, kind in enumerate(table["kind"].to_pylist()) if kind == "statement"]
    return load_rows(build, pd.Series(judged, dtype="int32").to_numpy())


def build_all(build: Build) -> Iterator[Node]:
    """Build every card, the names that could not be placed, and every report."""
    statements, mentions = list_all(build)
    setting = Setting(group_mentions(mentions))
    for row in statements.to_dict("records"):
        yield from walk(build_card(row, setting, own=True))
    days = date(2000, 1, 1), date(2030, 1, 1)
    names, total = list_names(build, find_rest(build, *days, "publication").names, 100)
    assert total
    for made in build_names(names, total):
        yield from walk(made)
    for report_id in dict.fromkeys(statements["report_id"]):
        for made in build_reader(load_report(build, report_id)):
            yield from walk(made)


def list_told(build: Build) -> list[str]:
    """List what the screen tells of dates and placements."""
    told = []
    for made in build_all(build):
        if made["t"] == "mark" and made.get("title"):
            told.append(made["title"].rsplit(" · ", 1)[-1])
        if made["t"] == "small":
            told.append(made["x"].rsplit(" · ", 1)[0])
        if made.get("c") == "match" and made.get("x"):
            told.append(made["x"])
    return [one for one in told if one != words.PLACEMENT_UNCERTAIN]


def test_without_a_translation_the_reading_is_told_in_its_own_words(made: Build) -> None:
    told = list_told(made)
    assert "same name" in " ".join(told)
    assert "No name in the gazetteer is like it." in told
    assert "undated: no date in the text, and the report's own day is unknown" in told
    assert "date and speaker not judged: no rules for Polish (pl)" in told


def test_a_translation_leaves_no_english_reason(made: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "READING", TRANSLATED)
    unjudged = words.NOT_JUDGED.format(language="Polish (pl)")
    told = list_told(made)
    assert unjudged in told
    assert {one for one in told if not HELD.fullmatch(one)} == {unjudged}


def test_a_translation_has_the_parts_and_days_in_its_own_words(made: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "READING", {"same_name": "même nom", "several": "{n} lieux : {places}"})
    told = " ".join(list_told(made))
    assert "même nom" in told
    assert "same name" not in told


def test_a_search_that_cannot_be_read_is_told_in_its_own_words_too(
    made: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "“b*” has fewer" in find_words_fault(made, "b*")
    monkeypatch.setattr(words, "READING", {"search_short_beginning": "Au moins {least} lettres"})
    assert find_words_fault(made, "c*") == "Au moins 2 lettres"
    assert "only says what to leave out" in find_words_fault(made, "-c")


def find_words_fault(build: Build, query: str) -> str:
    return find_statements(build, query).fault


# --- what is not judged, judged in vain, and unresolved


def find_cards(build: Build, report_id: str) -> list[str]:
    statements, mentions = list_all(build)
    rows = statements[statements["report_id"] == report_id].to_dict("records")
    setting = Setting(group_mentions(mentions))
    return [" ".join(str(one.get("x", "")) for one in walk(build_card(row, setting, own=True))) for row in rows]


def test_a_card_tells_what_was_not_judged(made: Build) -> None:
    (polish,) = find_cards(made, "pl")
    assert "not judged" in polish
    assert "no date" not in polish
    (undated,) = find_cards(made, "undated")
    assert "not judged" not in undated
    assert "no date in the text" in undated


def test_speakers_not_judged_stand_apart_from_those_not_named(made: Build) -> None:
    index = read_index(Store.open(Path(made.folder)))
    always = Selection(date(2000, 1, 1), date(2030, 1, 1))
    facets = {facet.name: facet for facet in count_facets(index, Filters(), always, opened={"speakers": ""})}
    values = {value.label: (value.value, value.count) for value in facets["speakers"].values}
    assert values["Speaker not judged"] == ("not-judged", 1)
    assert values["Speaker not named"][1] > 1
    chosen = Filters(speakers=("not-judged",))
    assert read_filters(write_filters(chosen), index.texts)[0] == chosen
    told = tell_filters(index, chosen, always, tally(index, apply_filters(index, chosen), always))
    assert "said by somebody not judged" in told


# --- no words elsewhere

FOLDER = Path(words.__file__).parent
SAYING = {"write", "_write_head", "text", "button", "caption", "markdown", "title", "_write_nothing", "node"}
SAID = re.compile(r"[A-Z]?[a-z]{2,} [a-z]{2,}|^[A-Z][a-z]{3,}$")


def find_words(source: str) -> list[str]:
    """List the words in a module that it gives straight to what writes them on the screen."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in SAYING:
            told = [one.value for one in call.keywords if one.arg in ("text", "title", "label")]
            found += [words for one in (*call.args, *told) for words in list_constants(one) if SAID.search(words)]
    return found


def list_constants(given: ast.AST) -> Iterator[str]:
    """List the texts in an argument, but not those within a call in it, which has arguments of its own."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    elif not isinstance(given, ast.Call):
        for part in ast.iter_child_nodes(given):
            yield from list_constants(part)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_no_other_module_of_the_screen_has_words(path: Path) -> None:
    assert not find_words(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        'sheet.write(1, 2, "place not certain", 18)',
        'node("p", text=f"no date for {name}")',
        'st.button("Statements")',
    ],
)
def test_words_elsewhere_would_be_seen(source: str) -> None:
    assert find_words(source)
