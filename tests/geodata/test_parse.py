"""A report becomes statements with their mentions."""

import re
import sys
from collections.abc import Callable
from datetime import date
from types import FrameType, MappingProxyType, SimpleNamespace
from typing import NamedTuple

import pytest
from made_country import COUNTRY

from geodata.errors import GeodataError
from geodata.gazetteer.lexicon import Lexicon
from geodata.gazetteer.places import Gazetteer
from geodata.model import Mention, Report
from geodata.parse import Reader, open_reader

TEXT = "Rain fell in Mirel on 3 May 2020. It also fell in Salbek.\n\nRead also: Floods in Dorun"


def report(text: str) -> Report:
    return Report("one", "", "", "", date(2020, 5, 4), "given", "en", "one.txt", 0, text)


def test_every_mention_lies_in_its_statement(country: Gazetteer) -> None:
    parsed = Reader.over(country).parse(report(TEXT))
    found = 0
    for statement in parsed.statements:
        for placed in statement.mentions:
            mention = placed.mention
            assert statement.segment.start <= mention.start < mention.end <= statement.segment.end
            assert TEXT[mention.start : mention.end] == mention.toponym
            found += 1
    assert found >= 2


def test_statement_ids_come_of_the_words(country: Gazetteer) -> None:
    reader = Reader.over(country)
    first = [statement.statement_id for statement in reader.parse(report(TEXT)).statements]
    later = [statement.statement_id for statement in reader.parse(report("Snow came.\n\n" + TEXT)).statements]
    assert len(set(first)) == len(first)
    assert set(first) <= set(later)


class Shouting:
    """A recogniser that takes words in capitals for places."""

    def recognise(self, text: str, language: str) -> list[Mention]:
        return [Mention(m.start(), m.end(), m.group()) for m in re.finditer(r"\b[A-Z]{4,}\b", text)]


def test_another_recogniser_can_be_plugged_in(country: Gazetteer) -> None:
    parsed = Reader.over(country, Shouting()).parse(report("Rain fell in MIREL and Salbek."))
    (placed,) = parsed.statements[0].mentions
    assert (placed.mention.toponym, placed.resolution.place_id) == ("MIREL", "xa-mirel")


HOSTILE = [
    *(
        "a",
        "A",
        "1",
        "\n",
        "«",
        "(",
        "“‘",
        "[{(",
        '"“',
        "ال",
        "Aa ",
        "A.",
        ", ",
        ". ",
        ".\n",
        "- ",
        "Ab-",
        "al-",
        "Al ",
    ),
    *(
        "5 in ",
        "5 May ",
        "said ",
        "x said. “Y. ",
        "the last ",
        "Mirel ",
        "Mirel, ",
        "villages of Mirel and ",
        "Mr Abc ",
    ),
    *("http://a", "1.1.", "U.S. ", "Дом, ", "Read more", "The minister of "),
]
"""What a page may be full of: a letter, signs that open and never close, words that ask for more."""


@pytest.mark.slow
@pytest.mark.parametrize("wary", [False, True], ids=["trusting", "wary"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_in_step_with_the_text(country: Gazetteer, unit: str, wary: bool) -> None:
    lexicon = Lexicon.build(country)
    lexicon.wary = wary
    reader = Reader.over(country, lexicon=lexicon)
    once, twice = (count_calls(reader, unit * (length // len(unit))) for length in (5_000, 10_000))
    assert twice <= 2.2 * once + 100


class Rereading:
    """A recogniser that reads the text anew for each word."""

    def recognise(self, text: str, language: str) -> list[Mention]:
        words = text.split()
        return [Mention(0, 1, text[0]) for word in words if not all(other.startswith(word) for other in words)]


def test_work_that_grows_faster_is_noticed(country: Gazetteer) -> None:
    reader = Reader.over(country, Rereading())
    once, twice = (count_calls(reader, "Mirel " * words) for words in (500, 1_000))
    assert twice > 3 * once


def count_calls(reader: Reader, text: str) -> int:
    """Count the functions called to read a text, Python's own included: the same on a busy machine."""
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parsed = reader.parse(report(text))
    finally:
        sys.setprofile(None)
    for placed in (placed for statement in parsed.statements for placed in statement.mentions):
        assert text[placed.mention.start : placed.mention.end] == placed.mention.toponym
    return calls


def test_spacy_missing_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(GeodataError, match="spaCy is not installed"):
        open_reader(COUNTRY / "gazetteer.csv", None, recogniser="spacy:en_core_web_sm")


class Entity(NamedTuple):
    """What spaCy tells of a named entity, as far as we ask."""

    start_char: int
    end_char: int
    label_: str


class Pipeline:
    """Stands for a spaCy pipeline: it knows a few words."""

    labels = MappingProxyType({"Mirel": "GPE", "the Mirel": "GPE", "Salbek": "GPE", "Tarian": "NORP", "Ann": "PERSON"})

    def __init__(self, *pipe_names: str) -> None:
        self.pipe_names = pipe_names
        self.longest = 0

    def get_pipe_meta(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(assigns=["doc.ents"] if name == "ner" else ["token.tag"])

    def __call__(self, text: str) -> SimpleNamespace:
        self.longest = max(self.longest, len(text))
        found = re.finditer("|".join(sorted(self.labels, key=len, reverse=True)), text)
        return SimpleNamespace(ents=[Entity(*match.span(), self.labels[match.group()]) for match in found])


def open_with_spacy(monkeypatch: pytest.MonkeyPatch, load: Callable[[str], object]) -> Reader:
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
    return open_reader(COUNTRY / "gazetteer.csv", None, recogniser="spacy:en_core_web_sm")


def test_a_spacy_pipeline_finds_the_mentions(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = open_with_spacy(monkeypatch, lambda _: Pipeline("tagger", "ner"))
    text = "Ann left Salbek's market, and in the Mirel province it rained."
    placed = [placed for statement in reader.parse(report(text)).statements for placed in statement.mentions]
    assert [(one.mention.toponym, one.mention.asked, one.mention.spotted) for one in placed] == [
        ("Salbek", "", "GPE by spaCy"),
        ("Mirel", "ADM1", "GPE by spaCy"),
    ]
    assert placed[0].resolution.place_id == "xa-salbek"


def test_a_spacy_pipeline_reads_a_long_text_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline("ner")
    reader = open_with_spacy(monkeypatch, lambda _: pipeline)
    text = "It rained in Mirel and in Salbek.\n" * 5_000
    placed = [placed for statement in reader.parse(report(text)).statements for placed in statement.mentions]
    assert len(placed) == 10_000
    assert all(text[one.mention.start : one.mention.end] == one.mention.toponym for one in placed)
    assert pipeline.longest <= 50_000


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (OSError("[E050]"), "no pipeline 'en_core_web_sm'.*spacy download"),
        (ValueError("[E1]\nconfig"), r"cannot load 'en_core_web_sm' \(\[E1\] config\)"),
        (None, "has tagger; give one"),
    ],
)
def test_a_spacy_pipeline_that_cannot_serve_is_refused(
    monkeypatch: pytest.MonkeyPatch, fault: Exception | None, message: str
) -> None:
    def load(_: str) -> object:
        if fault:
            raise fault
        return Pipeline("tagger")

    with pytest.raises(GeodataError, match=message):
        open_with_spacy(monkeypatch, load)


def test_an_unknown_recogniser_is_refused() -> None:
    with pytest.raises(GeodataError, match="allowed are gazetteer and spacy:MODEL"):
        open_reader(COUNTRY / "gazetteer.csv", None, recogniser="oracle")
