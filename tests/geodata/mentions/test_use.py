"""How a place's name is used, and what kind of place the words around it ask for."""

import pytest
from pinning import read

from geodata.gazetteer import Gazetteer
from geodata.mentions.recognise import GazetteerRecogniser
from geodata.mentions.use import find_dateline


@pytest.fixture(scope="module")
def recogniser(syria: Gazetteer) -> GazetteerRecogniser:
    return GazetteerRecogniser(syria)


USES = [
    ("Damascus said on Monday that talks go on.", "Damascus", "metonym"),
    ("Shells fell in Damascus on Monday.", "Damascus", "literal"),
    ("DAMASCUS, Nov 9 - Shells fell.", "DAMASCUS", "dateline"),
    ("09-11-2017 DAMASCUS — Shells fell.", "DAMASCUS", "dateline"),
    ("Damascus and Baghdad have called for talks.", "Damascus", "metonym"),
    ("Damascus and Baghdad lie on rivers.", "Damascus", "literal"),
    ("Russian aircraft bombed it.", "Russian", "demonym"),
    ("Syria accused them of it.", "Syria", "metonym"),
]


@pytest.mark.parametrize(("text", "name", "use"), USES, ids=[text for text, _, _ in USES])
def test_uses(recogniser: GazetteerRecogniser, text: str, name: str, use: str) -> None:
    uses = {mention.toponym: mention.use for mention in recogniser.recognise(text, "en")}
    assert uses[name] == use


ASKED = [
    ("the Raqqa province", "Raqqa", "ADM1"),
    ("the province of Raqqa", "Raqqa", "ADM1"),
    ("the city of Raqqa", "Raqqa", "PPL"),
    ("Raqqa and Aleppo provinces", "Aleppo", "ADM1"),
    ("Raqqa and Aleppo provinces", "Raqqa", "ADM1"),
    ("the villages of Hajin, Diban", "Diban", "PPL"),
    ("the al-Omar oil field", "al-Omar", "OILF"),
    ("in the Raqqa eastern countryside", "Raqqa", "ADM1"),
    ("بريف الرقة", "الرقة", "ADM1"),
    ("ولمدينة الرقة", "الرقة", "PPL"),
    ("They left Raqqa", "Raqqa", ""),
]


@pytest.mark.parametrize(("text", "name", "asked"), ASKED, ids=[f"{text}: {name}" for text, name, _ in ASKED])
def test_kind_asked(recogniser: GazetteerRecogniser, text: str, name: str, asked: str) -> None:
    kinds = {mention.toponym: mention.asked for mention in recogniser.recognise(text, "en")}
    assert kinds[name] == asked


DATELINES = [
    ("DAMASCUS, Nov 9 - Shells fell.", "DAMASCUS, Nov 9"),
    ("DAMASCUS (Agency) - Shells fell.", "DAMASCUS (Agency) "),
    ("DAMASCUS — Shells fell.", "DAMASCUS "),
    ("09-11-2017 DAMASCUS — Shells fell.", "09-11-2017 DAMASCUS "),
    ("Shells fell on Damascus.", ""),
    ("damascus - Shells fell.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "head"), DATELINES, ids=[text for text, _ in DATELINES])
def test_where_the_dateline_ends(text: str, head: str) -> None:
    assert text[: find_dateline(text)].rstrip() == head.rstrip()


PLACES = """
xa | Arvania | PCLI | 1.0, 1.0 | of XA
mirel | Mirel | PPLC | 1.0, 1.0 | of XA
kesh | Kesh | PPL | 1.0, 1.0 | of XA
"""
# Towns act for nobody; a capital or a country may stand for its government.
MADE = [
    ("Mirel said so.", "Mirel", "metonym"),
    ("Kesh said so.", "Kesh", "literal"),
    ("They thanked Arvania.", "Arvania", "metonym"),
    ("They met in Mirel.", "Mirel", "literal"),
    ("Talks between Mirel and others went on.", "Mirel", "metonym"),
    ("Talks between Arvania and others went on.", "Arvania", "metonym"),
    ("The border between Arvania and others was shut.", "Arvania", "literal"),
    ("The Arvania-led force left.", "Arvania", "metonym"),
    ("Arvania is preparing to leave.", "Arvania", "metonym"),
    ("Sanctions on Arvania were eased.", "Arvania", "metonym"),
    ("The city of Mirel said so.", "Mirel", "literal"),
    ("Arvania has agreed.", "Arvania", "metonym"),
    ("Mirel fell.", "Mirel", "literal"),
]


@pytest.mark.parametrize(("text", "name", "use"), MADE, ids=[text for text, _, _ in MADE])
def test_uses_in_the_made_country(text: str, name: str, use: str) -> None:
    assert {one.mention.toponym: one.mention.use for one in read(text, PLACES)}[name] == use


LISTED = [
    ("the villages of Kesh, Mirel", {"Kesh": "PPL", "Mirel": "PPL"}),
    ("the village of Kesh, Mirel", {"Kesh": "PPL", "Mirel": ""}),
    ("Kesh and Mirel districts", {"Kesh": "ADM2", "Mirel": "ADM2"}),
    ("Kesh and Mirel district", {"Kesh": "", "Mirel": "ADM2"}),
]


@pytest.mark.parametrize(("text", "asked"), LISTED, ids=[text for text, _ in LISTED])
def test_members_of_one_list_share_the_kind_asked(text: str, asked: dict[str, str]) -> None:
    assert {one.mention.toponym: one.mention.asked for one in read(f"They took {text}.", PLACES)} == asked
