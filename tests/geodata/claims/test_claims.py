"""Claims about a place, read only where the words are plain."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.claims.claims import read_claims, read_kinds
from geodata.gazetteer.places import Gazetteer
from geodata.model import (
    Claim,
    ClaimKind,
    EventDate,
    Mention,
    PlacedMention,
    Report,
    Resolution,
    Segment,
    Statement,
    Use,
)
from geodata.parse import Reader


def read(text: str, language: str = "en") -> list[str]:
    """Read a text in which the place stands in square brackets."""
    spans = []
    while "[" in text:
        start = text.index("[")
        text = text.replace("[", "", 1)
        end = text.index("]")
        text = text.replace("]", "", 1)
        spans.append((start, end))
    return [str(kind) for kind in read_kinds(text, spans, language)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The army captured [Dorun] on Friday.", ["taken"]),
        ("The army captured the town of [Dorun].", ["taken"]),
        ("They took full control of the whole of [Dorun city].", ["taken"]),
        ("[Dorun] was completely liberated, the command said.", ["taken"]),
        ("The command declared [Dorun] free.", ["taken"]),
        ("The militia recaptured [Dorun].", ["retaken"]),
        ("The army regained complete control over [Dorun].", ["retaken"]),
        ("The garrison withdrew from [Dorun] at night.", ["lost"]),
        ("The garrison was forced to leave [Dorun].", ["lost"]),
        ("Troops entered [Dorun]; [Dorun] fell by noon.", ["entered", "taken"]),
        ("Troops have encircled [Dorun].", ["besieged"]),
        ("The rebels shelled [Dorun].", ["attacked"]),
        ("Reports that the army left [Dorun] do not correspond to reality.", ["denied"]),
        ("The command denied that the enemy had captured [Dorun].", ["denied"]),
    ],
)
def test_what_is_plain_is_read(text: str, claims: list[str]) -> None:
    assert read(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The army captured a village near [Dorun].",
        "The army captured Salbek, south of [Dorun].",
        "They took the last villages upstream of [Dorun].",
        "The army lost the outskirts of [Dorun].",
        "The army has not captured [Dorun].",
        "The army will soon take, and hopes to have captured [Dorun] by May.",
        "The army is expected to enter [Dorun].",
        "The army may have captured [Dorun].",
        "A march to capture of [Dorun] is planned.",
        "If the enemy left [Dorun], people could return.",
        "They met those who left [Dorun].",
        "The group still holds [Dorun].",
        "The command denied everything about [Dorun].",
        "Salbek was captured. [Dorun] was quiet.",
        "[Dorun] fellows met.",
        "[Dorun] lies on the river.",
        "",
    ],
)
def test_what_is_not_plain_is_left_out(text: str) -> None:
    assert read(text) == []


UKRAINIAN_AND_FRENCH = [
    ("Українські війська звільнили [Ізюм].", "uk", ["taken"]),
    ("ЗСУ звільнили місто [Ізюм].", "uk", ["taken"]),
    ("[Ізюм] звільнено.", "uk", ["taken"]),
    ("Війська РФ захопили село [Гроза].", "uk", ["taken"]),
    ("Окуповано [Ізюм].", "uk", ["taken"]),
    ("Росіяни встановили контроль над [Ізюмом].", "uk", ["taken"]),
    ("[Ізюм] узято під контроль.", "uk", ["taken"]),
    ("ЗСУ відвоювали [Ізюм].", "uk", ["retaken"]),
    ("Армія повернула контроль над [Ізюмом].", "uk", ["retaken"]),
    ("Війська залишили [Ізюм].", "uk", ["lost"]),
    ("Армія відійшла з [Ізюма].", "uk", ["lost"]),
    ("Росіяни втратили [Ізюм].", "uk", ["lost"]),
    ("Армія втратила контроль над [Ізюмом].", "uk", ["lost"]),
    ("Росіян вибито з [Ізюма].", "uk", ["lost"]),
    ("Колона увійшла в [Ізюм].", "uk", ["entered"]),
    ("Піхота увійшла до [Ізюма].", "uk", ["entered"]),
    ("Бійці ввійшли до [Ізюма].", "uk", ["entered"]),
    ("[Ізюм] оточено.", "uk", ["besieged"]),
    ("Росіяни оточили [Ізюм].", "uk", ["besieged"]),
    ("Росія обстріляла [Ізюм].", "uk", ["attacked"]),
    ("Ракети вдарили по [Ізюму].", "uk", ["attacked"]),
    ("Дрони атакували [Ізюм].", "uk", ["attacked"]),
    ("Обстріл [Ізюма] тривав годину.", "uk", ["attacked"]),
    ("Росія завдала удару по [Ізюму].", "uk", ["attacked"]),
    ("Росіяни обстріляли селище [Ізюм].", "uk", ["attacked"]),
    ("Армія не захопила [Ізюм].", "uk", []),
    ("Армія планує захопити [Ізюм].", "uk", []),
    ("Речник заперечив, що росіяни захопили [Ізюм].", "uk", ["denied"]),
    ("Мер [Ізюма] поїхав.", "uk", []),
    ("До звільнення [Ізюма] далеко.", "uk", []),
    ("Росіяни намагалися захопити [Ізюм].", "uk", []),
    ("Спроба штурму [Ізюма] зірвалася.", "uk", []),
    ("Армія штурмувала [Ізюм].", "uk", ["attacked"]),
    ("L'armée a pris [Konna].", "fr", ["taken"]),
    ("L’armée a pris la ville de [Konna].", "fr", ["taken"]),
    ("Les rebelles se sont emparés de [Konna].", "fr", ["taken"]),
    ("[Konna] a été libérée.", "fr", ["taken"]),
    ("[Konna] est tombée.", "fr", ["taken"]),
    ("Les rebelles ont pris le contrôle de [Konna].", "fr", ["taken"]),
    ("La prise de [Konna] a duré un jour.", "fr", ["taken"]),
    ("Les rebelles contrôlent [Konna].", "fr", ["taken"]),
    ("[Konna] est aux mains des rebelles.", "fr", ["taken"]),
    ("Les rebelles se sont emparés d'[Agadez].", "fr", ["taken"]),
    ("L'armée a repris [Konna].", "fr", ["retaken"]),
    ("L'armée a repris le contrôle de [Konna].", "fr", ["retaken"]),
    ("La reprise de [Konna] est faite.", "fr", ["retaken"]),
    ("[Konna] a été reprise.", "fr", ["retaken"]),
    ("L'armée a reconquis [Konna].", "fr", ["retaken"]),
    ("L'armée a quitté [Konna].", "fr", ["lost"]),
    ("L'armée s'est retirée de [Konna].", "fr", ["lost"]),
    ("Les rebelles ont perdu [Konna].", "fr", ["lost"]),
    ("Les rebelles ont été chassés de [Konna].", "fr", ["lost"]),
    ("Les rebelles ont perdu le contrôle de [Konna].", "fr", ["lost"]),
    ("Le retrait de [Konna] est achevé.", "fr", ["lost"]),
    ("L'armée est entrée dans [Konna].", "fr", ["entered"]),
    ("Les chars sont entrés à [Konna].", "fr", ["entered"]),
    ("Les rebelles ont encerclé [Konna].", "fr", ["besieged"]),
    ("[Konna] est assiégée.", "fr", ["besieged"]),
    ("Le siège de [Konna] dure.", "fr", ["besieged"]),
    ("Les rebelles ont attaqué [Konna].", "fr", ["attacked"]),
    ("L'aviation a bombardé [Konna].", "fr", ["attacked"]),
    ("L'attaque de [Konna] a fait dix morts.", "fr", ["attacked"]),
    ("Des roquettes sont tombées sur [Konna].", "fr", ["attacked"]),
    ("Des frappes ont visé [Konna].", "fr", ["attacked"]),
    ("L'attaque contre [Konna] a échoué.", "fr", ["attacked"]),
    ("L'armée n'a pas pris [Konna].", "fr", []),
    ("L’armée n’a pas repris [Konna].", "fr", []),
    ("Les rebelles veulent prendre [Konna].", "fr", []),
    ("L'armée a démenti avoir perdu [Konna].", "fr", ["denied"]),
    ("Le maire de [Konna] est parti.", "fr", []),
    ("Il a appris [Konna] par cœur.", "fr", []),
    ("Les troupes pourraient reprendre [Konna].", "fr", []),
    ("Les habitants ont pris la route de [Konna].", "fr", []),
    ("L'attaque de l'armée à [Konna].", "fr", ["attacked"]),
]


@pytest.mark.parametrize(("text", "language", "claims"), UKRAINIAN_AND_FRENCH)
def test_ukrainian_and_french(text: str, language: str, claims: list[str]) -> None:
    assert read(text, language) == claims


@pytest.mark.parametrize(
    ("text", "language", "claims"),
    [
        ("Город [Дорун] был взят 5 мая.", "ru", ["taken"]),
        ("Войска освободили город [Дорун].", "ru", ["taken"]),
        ("Отряды покинули [Дорун].", "ru", ["lost"]),
        ("Войска не взяли [Дорун].", "ru", []),
        ("Сообщение о том, что войска оставили [Дорун], не соответствует действительности.", "ru", ["denied"]),
        ("أعلن الجيش السيطرة على مدينة [دورون]", "ar", ["taken"]),
        ("استعادت القوات أمس السيطرة الكاملة على [دورون]", "ar", ["retaken"]),
        ("انسحبت القوات من [دورون]", "ar", []),
        ("انسحبت من [دورون]", "ar", ["lost"]),
        ("لم تتم السيطرة على [دورون]", "ar", []),
        ("The army captured [Dorun].", "xx", []),
        ("The army captured [Dorun].", "ru", []),
    ],
)
def test_other_languages(text: str, language: str, claims: list[str]) -> None:
    assert read(text, language) == claims


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=3))
def test_any_text_is_survived(text: str, spans: list[tuple[int, int]]) -> None:
    assert len(set(read_kinds(text, spans, "en"))) == len(read_kinds(text, spans, "en"))


DAY = date(2017, 5, 8)


def place(text: str, toponym: str, place_id: str | None, use: Use = "literal") -> PlacedMention:
    start = text.index(toponym)
    mention = Mention(start, start + len(toponym), toponym, use)
    return PlacedMention(mention, Resolution(place_id, toponym, 1.0, "name", "its name"))


def make_report(*sentences: str, language: str = "en") -> Report:
    return Report("one", "", "Agency", "", DAY, "given", language, "one.txt", 0, " ".join(sentences))


def make_statement(report: Report, text: str, *mentions: PlacedMention, speaker: str = "") -> Statement:
    start = report.text.index(text)
    segment = Segment(start, start + len(text), speaker)
    return Statement(f"s{start}", segment, EventDate(DAY, DAY, "day", "given"), mentions)


def test_a_claim_has_its_place_statement_speaker_and_days() -> None:
    report = make_report("Rain fell.", "The army captured Dorun and shelled Salbek.")
    mentions = [place(report.text, "Dorun", "xa-dorun"), place(report.text, "Salbek", "xa-salbek")]
    statement = make_statement(report, report.text[11:], *mentions, speaker="the command")
    assert read_claims(report, [statement]) == (
        Claim(ClaimKind.TAKEN, "xa-dorun", "s11", "the command", DAY, DAY),
        Claim(ClaimKind.ATTACKED, "xa-salbek", "s11", "the command", DAY, DAY),
    )


def test_only_places_that_are_meant_themselves_are_claimed() -> None:
    report = make_report("The army captured Dorun.")
    for place_id, use in (
        ("xa-dorun", "metonym"),
        ("xa-dorun", "demonym"),
        ("xa-dorun", "dateline"),
        (None, "literal"),
    ):
        statement = make_statement(report, report.text, place(report.text, "Dorun", place_id, use))
        assert read_claims(report, [statement]) == (), (place_id, use)


def test_a_report_in_a_language_without_phrases_claims_nothing() -> None:
    report = make_report("The army captured Dorun.", language="xx")
    statement = make_statement(report, report.text, place(report.text, "Dorun", "xa-dorun"))
    assert read_claims(report, [statement]) == ()


def test_reading_a_report_reads_its_claims(country: Gazetteer) -> None:
    report = make_report("The army captured Mirel on 3 May 2017.", "It withdrew from Mirel on 5 May 2017.")
    parsed = Reader.over(country).parse(report)
    told = [(str(claim.kind), claim.place_id, claim.start, claim.statement_id) for claim in parsed.claims]
    first, second = (statement.statement_id for statement in parsed.statements)
    assert told == [
        ("taken", "xa-mirel", date(2017, 5, 3), first),
        ("lost", "xa-mirel", date(2017, 5, 5), second),
    ]
