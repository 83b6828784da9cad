"""A language is added by its file alone: one that nobody speaks is read by a copy of the package that has it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made_country import TESTS

FILE = TESTS / "data" / "languages" / "zz.yaml"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package and add the language."""
    root = tmp_path_factory.mktemp("invented")
    source = TESTS.parent / "geodata"
    shutil.copytree(source, root / "geodata", ignore=shutil.ignore_patterns("__pycache__", "*.geojson"))
    shutil.copy(FILE, root / "geodata" / "languages" / FILE.name)
    (root / "geodata" / "languages" / "de.yaml").write_text(GERMAN, encoding="utf-8")
    return root


GERMAN = """\
about:
  code: de
  name: German
  script: Latn
  common: [der, die, das, und, ist, von]

speakers:
  order: subject first
  saying: [sagte, sagten]
  phrase_ends: [dass]
"""


def run(package: Path, program: str) -> list[list[str]]:
    """Run a program with the copied package; it prints what it found as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=package,
        env=os.environ | {"PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


DATED = [
    ("Iz 9 novu 2017 regnu.", "9 novu 2017", "2017-11-09", "2017-11-09"),
    ("Regnu 9 nov. iz Foo.", "9 nov", "2017-11-09", "2017-11-09"),
    ("Marzi regnu.", "Marzi", "2017-12-05", "2017-12-05"),
    ("Regnu yezter.", "yezter", "2017-12-05", "2017-12-05"),
    ("Ze zul dez regnu.", "Ze zul dez", "2017-12-07", "2017-12-07"),
    ("Vor triz dezi regnu.", "Vor triz dezi", "2017-12-03", "2017-12-03"),
    ("Ze wik passu regnu.", "wik passu", "2017-11-27", "2017-12-03"),
    ("Iz beginu oz marzu regnu.", "beginu oz marzu", "2017-03-01", "2017-03-10"),
    ("Regnu ab 3 biz 5 febu.", "ab 3 biz 5 febu", "2017-02-03", "2017-02-05"),
    ("Zit lunzu regnu.", "Zit lunzu", "2017-12-04", "2017-12-06"),
]


def test_its_dates_are_read(package: Path) -> None:
    program = f"""
import json
from datetime import date
from geodata.dates.dating import find_expressions, resolve_expression
found = [find_expressions(text, "zz")[0] for text in {[text for text, *_ in DATED]!r}]
days = [resolve_expression(one, date(2017, 12, 6)) for one in found]
print(json.dumps([[one.text, str(day.start), str(day.end)] for one, day in zip(found, days, strict=True)]))
"""
    assert run(package, program) == [list(expected) for _, *expected in DATED]


def test_its_statements_are_dated(package: Path) -> None:
    program = """
import json
from datetime import date
from geodata.dates import date_statements
from geodata.model import Segment
text = "Nakh ze fest iz marzu ze armu iz 9 novu venu. Ze nor dez regnu."
cut = text.index("Ze nor")
events = date_statements(text, [Segment(0, cut), Segment(cut, len(text))], date(2017, 12, 6), "zz")
print(json.dumps([[str(event.start), str(event.end)] for event in events]))
"""
    assert run(package, program) == [["2017-11-09", "2017-11-09"], ["2017-11-08", "2017-11-08"]]


def test_without_its_file_nothing_of_it_is_read(package: Path) -> None:
    program = """
import json
from geodata.dates.dating import find_expressions
print(json.dumps([[one.text] for one in find_expressions("Regnu yezter.", "en")]))
"""
    assert run(package, program) == []


def test_a_file_without_months_and_weekdays_has_those_of_the_cldr(package: Path) -> None:
    program = """
import json
from geodata.dates.dating import find_expressions
texts = ["Es regnete 9 November 2017.", "Es regnete Dienstag.", "Es regnete 3 Dez. 2017."]
print(json.dumps([[one.text for one in find_expressions(text, "de")] for text in texts]))
"""
    assert run(package, program) == [["9 November 2017"], ["Dienstag"], ["3 Dez. 2017"]]


# A text and its mentions: name, kind asked for, place; and "with it" where the region that holds it is named with it.
PLACED = [
    ("Ze armu iz Mirel regnu.", [["Mirel", "", "xa-mirel", ""]]),
    ("Ze armu ap Mirelum regnu.", [["Mirelum", "", "xa-mirel", ""]]),
    ("Regnu ap Kekum.", [["Kekum", "", "", ""]]),
    ("Regnu ap Salbekiz.", [["Salbekiz", "", "xa-salbek", ""]]),
    ("Ze marzu z'Mirel regnu.", [["Mirel", "", "xa-mirel", ""]]),
    ("Ze dorfu oz Dorun regnu.", [["Dorun", "PPL", "xa-dorun", ""]]),
    ("Ze provinzu oz Dorun regnu.", [["Dorun", "ADM1", "xa-south-province", ""]]),
    ("Dorun provinzu regnu.", [["Dorun", "ADM1", "xa-south-province", ""]]),
    ("Ap Lem flumu regnu.", [["Lem", "STM", "river-lem", ""]]),
    ("Ze dorfi oz Mirel ut Dorun.", [["Mirel", "PPL", "xa-mirel", ""], ["Dorun", "PPL", "xa-dorun", ""]]),
    (
        "Iz Kesh iz East Province.",
        [["Kesh", "", "xa-kesh-east", "with it"], ["East Province", "", "xa-east-province", ""]],
    ),
    ("Ze dorfu oz Qwertan regnu.", [["Qwertan", "PPL", "", ""]]),
    ("Boz Mirel regnu.", []),
]


def test_its_places_are_read(package: Path) -> None:
    country = TESTS / "data" / "country" / "gazetteer.csv"
    program = f"""
import json
from pathlib import Path
from geodata.gazetteer import read_gazetteer
from geodata.parse import Reader
reader = Reader.over(read_gazetteer(Path({str(country)!r})))
def read(text):
    for placed in reader.resolver.resolve(reader.recogniser.recognise(text, "zz"), text, "zz"):
        mention, resolution = placed.mention, placed.resolution
        bound = "with it" if "named with it" in resolution.reason else ""
        yield [mention.toponym, mention.asked, resolution.place_id or "", bound]
print(json.dumps([list(read(text)) for text in {[text for text, _ in PLACED]!r}]))
"""
    assert run(package, program) == [mentions for _, mentions in PLACED]


SPOKEN = [
    ("Ze vegu iz openu, zagu ze mastru oz Mirel.", "ze mastru oz Mirel"),
    ("Ze mastru okz zagu dazzu ze vegu iz openu.", "Ze mastru"),
    ("Nakh wordi oz ze mastru, ze vegu iz openu.", "ze mastru"),
    ("Ze vegu iz openu, meldu Zagpres.", "Zagpres"),
    ("Ze vegu iz openu, zagu ap lunzu ze mastru.", "ze mastru"),
    ("Hu zagu dazzu ze vegu iz openu.", ""),
    ("Ze vegu iz openu.", ""),
    ("Ze mastru ha okz gezagt dazzu ze vegu iz openu.", "Ze mastru"),
    ("Ze vegu iz openu, ha-hu gezagt.", ""),
    ("Ze vegu iz openu, zagu ap zurnali ze mastru.", "ze mastru"),
    ("Ze vegu iz openu, zagu ap Zagpres ze mastru.", "ze mastru (Zagpres)"),
    ("Iz kontoru rufi ze vegu iz openu.", "kontoru"),
    ("Anka Mirel, ki venu lunzu, zagu dazzu ze vegu iz openu.", "Anka Mirel"),
    ("Anka Mirel, mastru oz Dorun, zagu ze vegu.", "Anka Mirel"),
    ("Nakh hiz wordi, ze vegu iz openu.", ""),
    ("Ze rufi oz ze mastru venu.", ""),
]


def test_its_speakers_are_read(package: Path) -> None:
    program = f"""
import json
from geodata.statements.attribution import find_attribution
print(json.dumps([find_attribution(text, "zz").named for text in {[text for text, _ in SPOKEN]!r}]))
"""
    assert run(package, program) == [speaker for _, speaker in SPOKEN]


def test_where_the_subject_stands_first_what_follows_the_verb_is_no_speaker(package: Path) -> None:
    program = """
import json
from geodata.statements.attribution import find_attribution
texts = ["Die alte Frau sagte seinen Gästen die Wahrheit.", "„Die Straße ist offen“, sagte der Bürgermeister."]
print(json.dumps([find_attribution(text, "de").named for text in texts]))
"""
    assert run(package, program) == ["Die alte Frau", "der Bürgermeister"]


def test_its_sentences_and_what_pages_put_around_them_are_told(package: Path) -> None:
    text = "Ze vegu oz boz. Mirel iz openu. Ze armu nemu Mirel.\n\nLezu okz: Dorun"
    program = f"""
import json
from geodata.statements import split_statements
text = {text!r}
print(json.dumps([[text[one.start:one.end], one.kind] for one in split_statements(text, "zz")]))
"""
    assert run(package, program) == [
        ["Ze vegu oz boz. Mirel iz openu.", "statement"],
        ["Ze armu nemu Mirel.", "statement"],
        ["Lezu okz: Dorun", "boilerplate"],
    ]


def test_its_claims_are_read(package: Path) -> None:
    program = """
import json
from geodata.claims.claims import read_kinds
print(json.dumps([[str(kind) for kind in read_kinds("Ze armu nemu Mirel.", [(13, 18)], "zz")]]))
"""
    assert run(package, program) == [["taken"]]
