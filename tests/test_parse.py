"""A report becomes statements with their mentions."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from geodata.errors import GeodataError
from geodata.gazetteer import Gazetteer
from geodata.model import Mention, Report
from geodata.parse import Reader, open_reader

COUNTRY = Path(__file__).parent / "data" / "country"
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


def test_spacy_missing_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(GeodataError, match="spaCy is not installed"):
        open_reader(COUNTRY / "gazetteer.csv", None, recogniser="spacy:en_core_web_sm")


def test_an_unknown_recogniser_is_refused() -> None:
    with pytest.raises(GeodataError, match="allowed are gazetteer and spacy:MODEL"):
        open_reader(COUNTRY / "gazetteer.csv", None, recogniser="oracle")
