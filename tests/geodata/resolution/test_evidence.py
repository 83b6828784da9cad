"""Evidence: each weight has a sentence that reads otherwise without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pinning import Pin, check_all_are_pinned, check_pin

from geodata.model import Method, Place, ReasonKind, because
from geodata.names import NameMatch
from geodata.resolution import evidence
from geodata.resolution.evidence import great_circle_km, list_reasons, score_candidates

# Two towns of one name, one beside Salbek and Tarim, one far away.
TWO = """
west | West Province | ADM1 | 1.0, 1.0
east | East Province | ADM1 | 1.0, 9.0
salbek | Salbek | PPL | 1.0, 1.0 | in west
tarim | Tarim | PPL | 1.1, 1.1 | in west
kesh-w | Kesh | PPL | 1.1, 1.0
kesh-e | Kesh | PPL | 1.0, 9.0 | in east
"""
THREE = TWO + "kesh-n | Kesh | PPL | 9.0, 9.0\n"
WALK = "From Salbek and Tarim they walked to Kesh."
MET = "They met in Kesh."
LONG_AFTER = "In East Province, where it had rained on nearly every day of the week before, they met at Kesh."


def one(code: str, name: str = "Kesh", more: str = "") -> str:
    return f"it | {name} | {code} | 1.0, 1.0{more}"


def beside(code: str, more: str = "", other: str = "PPL", people: str = "") -> str:
    """A place of a class, and another of the same name that its class must stand against."""
    return f"{one(code, more=more)}\ntown | Kesh | {other} | 5.0, 5.0{people}"


DAM = beside("DAM", other="PPLA")
SUBURB = """
dorun | Dorun | PPL | 1.0, 1.0
kesh-near | Kesh | PPLX | 1.0, 1.18
kesh-far | Kesh | PPLX | 40.0, 1.18
"""
REGIONS = """
salbek | Salbek | PPL | 1.0, 1.0
kesh-w | Kesh | ADM1 | 1.1, 1.0
kesh-e | Kesh | ADM1 | 1.0, 9.0
"""
EIGHTY_KM = """
salbek | Salbek | PPL | 0.0, 0.0
kesh-w | Kesh | PPL | 0.0, 0.72
kesh-e | Kesh | PPL | 0.0, 9.0
"""
BETWEEN = """
west | West Province | ADM1 | 0.0, -1.0
salbek | Salbek | PPL | 0.0, 0.0 | in west
tarim | Tarim | PPL | 0.1, 0.0 | in west
kesh-w | Kesh | PPL | 0.0, -0.72 | in west
kesh-e | Kesh | PPL | 0.0, 0.72
"""
APART = """
salbek | Salbek | PPL | 0.0, 0.0
tarim | Tarim | PPL | 0.0, 18.0
kesh-w | Kesh | PPL | 0.0, 0.001
kesh-e | Kesh | PPL | 0.0, 17.91
"""
ASIDE = """
east | East Province | ADM1 | 1.0, 9.0
it | Kesh | PPLX | 1.0, 1.0
"""
ALIKE = one("PPL", "Salbekan")

PINS = [
    Pin("EARTH_RADIUS_KM", WALK, "Kesh", "kesh-w certain", "kesh-e certain", TWO),
    Pin("NEIGHBOURS", WALK, "Kesh", "kesh-w certain", "unresolved of 2", TWO),
    Pin("NEIGHBOURHOOD_KM", WALK, "Kesh", "kesh-w certain", "unresolved of 2", TWO, to=1),
    Pin("LEAST_KM", WALK, "Kesh", "kesh-w doubtful", "kesh-w certain", APART, to=0.1),
    Pin("SUBURB_KM", "They met in Kesh, a suburb of Dorun.", "Kesh", "kesh-near certain", "kesh-near doubtful",
        SUBURB),
    Pin("ASKED_FITS", "They met at the Kesh dam.", "Kesh", "it certain", "town doubtful", DAM),
    Pin("ASKED_MISSED", "They met in the city of Kesh.", "Kesh", "unresolved of 1", "it certain", one("STM")),
    Pin("ASKED_LOOSELY", "They met at the Kesh dam.", "Kesh", "it doubtful", "it certain", one("PPL")),
    Pin("NAME_WITHOUT_FEATURE", MET, "Kesh", "it certain", "it doubtful",
        one("PPLA") + "\nland | Kesh Province | ADM1 | 5.0, 5.0"),
    Pin("NAMED_WITH_IT", "They met in Kesh of East Province.", "Kesh", "kesh-e certain", "unresolved of 2", TWO),
    Pin("NAMED_ELSEWHERE", "They met in Kesh in East Province.", "Kesh", "unresolved of 1", "it doubtful", ASIDE),
    Pin("NAMED_BESIDE", "In East Province they met at Kesh.", "Kesh", "kesh-e certain", "kesh-e doubtful", TWO),
    Pin("NAMED_IN_SENTENCE", LONG_AFTER, "Kesh", "kesh-e certain", "kesh-e doubtful", TWO),
    Pin("NAMED_IN_REPORT", "It rained in East Province. They met at Kesh.", "Kesh", "kesh-e doubtful",
        "unresolved of 2", TWO),
    Pin("NEAR_OTHERS", WALK, "Kesh", "kesh-w certain", "unresolved of 2", TWO),
    Pin("NEAR_OTHERS_AT_MOST", WALK, "Kesh", "kesh-w certain", "unresolved of 2", TWO),
    Pin("NEAR_OTHERS_REGION", "From Salbek they walked to Kesh.", "Kesh", "kesh-w certain", "unresolved of 2",
        REGIONS),
    Pin("FAR_FROM_OTHERS_AT_MOST", "From Salbek they walked to Kesh.", "Kesh", "kesh-w certain", "kesh-w doubtful",
        EIGHTY_KM),
    Pin("SAME_REGION", WALK, "Kesh", "kesh-w certain", "unresolved of 2", BETWEEN),
    Pin("NAMED_OFTEN",
        "It rained in East Province. All of East Province was wet. East Province slept. They met at Kesh.", "Kesh",
        "kesh-e certain", "kesh-e doubtful", TWO),
    Pin("SAME_SENSE", "They met in Kesh, East Province. Rain fell. Later they left Kesh.", "Kesh", "kesh-e certain",
        "kesh-e doubtful", TWO),
    Pin("CONFIRMED", MET, "Kesh", "kesh-w certain", "unresolved of 2", TWO, confirmed=("Kesh", "kesh-w")),
    Pin("POPULATION", MET, "Kesh", "it certain", "unresolved of 2",
        beside("PPL", " | people 900000", people=" | people 500"), wary=True),
    Pin("TYPICAL_PEOPLE", MET, "Kesh", "it doubtful", "it certain", one("PPL", more=" | people 5000"), to=1,
        wary=True),
    Pin("FEWEST_PEOPLE", "They met in the village of Kesh.", "Kesh", "it certain", "unresolved of 1", one("PPL"), to=1,
        wary=True),
    Pin("PROMINENCE[PCL]", MET, "Kesh", "it certain", "town certain", beside("PCLI", people=" | people 3000000"),
        wary=True),
    Pin("PROMINENCE[ADM]", MET, "Kesh", "it certain", "it doubtful", beside("ADM1", people=" | people 20000"),
        wary=True),
    Pin("PROMINENCE[CON]", MET, "Kesh", "it certain", "town certain", beside("CONT", people=" | people 3000000"),
        wary=True),
    Pin("PROMINENCE[RGN]", MET, "Kesh", "it certain", "unresolved of 2", beside("RGN", people=" | people 20000"),
        wary=True),
    Pin("PROMINENCE[SEA]", MET, "Kesh", "it certain", "unresolved of 2", beside("SEA", people=" | people 20000"),
        wary=True),
    Pin("PROMINENCE_OF_OTHERS", MET, "Kesh", "it certain", "unresolved of 2", beside("STM", people=" | people 20000"),
        wary=True),
    Pin("CARRIED_BY_NAME", MET, "Kesh", "it certain", "it doubtful", one("PPL")),
    Pin("NEAR_NAME", "They met in Salbikan.", "Salbikan", "it doubtful", "it certain", ALIKE),
    Pin("NEAR_NAME_UNLIKENESS", "They met in Solbekan.", "Solbekan", "unresolved of 1", "it doubtful", ALIKE),
    Pin("LIKEST_NEAR_NAME", "They met in Salbikan.", "Salbikan", "it doubtful", "it certain", ALIKE),
    Pin("CLASS_POINTS[PCL]", MET, "Kesh", "it certain", "unresolved of 2", beside("PCLI")),
    Pin("CLASS_POINTS[PPLC]", MET, "Kesh", "it certain", "unresolved of 2", beside("PPLC")),
    Pin("CLASS_POINTS[PPLA]", MET, "Kesh", "it certain", "unresolved of 2", beside("PPLA")),
    Pin("CLASS_POINTS[PPLA2]", MET, "Kesh", "it doubtful", "unresolved of 2", beside("PPLA2")),
    Pin("CLASS_POINTS[PPLA3]", MET, "Kesh", "it doubtful", "unresolved of 2", beside("PPLA3")),
    Pin("CLASS_POINTS[ADM1]", MET, "Kesh", "it doubtful", "unresolved of 2", beside("ADM1")),
    Pin("CLASS_POINTS[ADM2]", MET, "Kesh", "unresolved of 1", "it certain",
        one("ADM2", "Keshland", " | also Kesh; Qesh")),
    Pin("CLASS_POINTS[PPLX]", MET, "Kesh", "it doubtful", "it certain", one("PPLX")),
    Pin("CLASS_POINTS[PPLQ]", MET, "Kesh", "it doubtful", "it certain", one("PPLQ")),
    Pin("CLASS_POINTS[PPLH]", MET, "Kesh", "it doubtful", "it certain", one("PPLH")),
    Pin("CLASS_POINTS[PASS]", MET, "Kesh", "it doubtful", "it certain", one("PASS")),
    Pin("CLASS_POINTS[STM]", "They met at the Salbekan dam.", "Salbekan", "it doubtful", "unresolved of 1",
        one("STM", "Al-Salbekan")),
    Pin("_METHOD_POINTS[alias]", MET, "Kesh", "unresolved of 1", "it doubtful",
        one("ADM2", "Keshland", " | also Kesh")),
    Pin("_METHOD_POINTS[spelling]", "They met in Salbekan.", "Salbekan", "unresolved of 1", "it doubtful",
        one("PPLQ", "Al-Salbekan")),
]  # fmt: skip
FREE = {
    "_METHOD_POINTS[name]": "0, from which the other ways of matching are counted",
    "weigh_prominence: 3": "letters by which GeoNames tells the classes",
    "score_candidates: 4": "decimals of a score as it is shown",
}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_weight_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(evidence, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(evidence, PINS, FREE)


def test_distance() -> None:
    assert great_circle_km(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)
    assert great_circle_km(35, 40, 35, 40) == 0.0


DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(DEGREES, DEGREES)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_around(one: tuple, other: tuple) -> None:
    there, back = great_circle_km(*one, *other), great_circle_km(*other, *one)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20015.2


@given(st.lists(st.lists(st.tuples(st.floats(-20, 20), st.just(())), max_size=4), min_size=1, max_size=6))
def test_scores_are_shares_of_one_and_follow_the_points(points: list[list[tuple[float, str]]]) -> None:
    matches = [NameMatch(f"p{number}", "", 1.0, Method.NAME) for number in range(len(points))]
    scored = score_candidates(list(zip(matches, points, strict=True)))
    scores = [score for _, score, _ in scored]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= sum(scores) <= 1.001
    totals = [sum(each for each, _ in evidence) for _, _, evidence in scored]
    if scores[0] > 0.01:  # rounded, lower ones are alike
        assert max(totals) - totals[0] < 0.1


def test_only_what_has_reasons_is_told() -> None:
    so, but = because(ReasonKind.SAME_NAME), because(ReasonKind.SAME_REGION)
    assert list_reasons([(1.0, so), (2.0, ()), (-1.0, but)]) == (*so, *but)


def test_a_place_of_a_wary_gazetteer_is_told_its_people() -> None:
    place = Place("p", "P", "PPL", "", "", "", 0.0, 0.0, population=1234)
    (told,) = evidence.weigh_prominence(place, wary=True)[1]
    assert (told.kind, told.parts) == (ReasonKind.POPULATION, {"people": 1234})
    assert evidence.weigh_prominence(place, wary=False) == (0.0, ())


# What a text asks for, and the classes that satisfy it although they are not called so.
ASKED = [
    ("the Kesh airport", "INSM"),
    ("the Kesh lake", "RSV"),
    ("the Kesh desert", "RGN"),
    ("the Kesh valley", "RGN"),
    ("the Kesh valley", "STM"),
    ("the Kesh oilfield", "GASF"),
    ("the Kesh oilfield", "PLN"),
    ("the Kesh river", "CNL"),
    ("the Kesh subdistrict", "ADM2"),
    ("the Kesh subdistrict", "PPL"),
    ("the republic of Kesh", "PCLI"),
]


@pytest.mark.parametrize(("words", "code"), ASKED, ids=[f"{words}: {code}" for words, code in ASKED])
def test_a_kind_is_satisfied_by_its_family(words: str, code: str) -> None:
    """Beside a harbour of the name, which nobody asked for, it is certain; without the family it is not."""
    places = f"{one(code)}\nharbour | Kesh | HBR | 5.0, 5.0"
    pin = Pin("", f"They met at {words}.", "Kesh", "", "", places)
    assert pin.tell() == "it certain"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "FAMILIES", {})
        alone = pin.tell()
    assert alone == "it certain" if words.endswith("Kesh") else alone != "it certain"


def test_kinds_that_may_be_named_after_a_settlement_are_no_great_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    pin = Pin("", "They met at the Kesh crossing.", "Kesh", "", "", one("PPL"))
    assert pin.tell() == "it doubtful"
    monkeypatch.setattr(evidence, "LOOSE", frozenset())
    assert pin.tell() == "unresolved of 1"


SPREAD_OUT = ["PCLI", "STM", "SEA"]


@pytest.mark.parametrize("code", SPREAD_OUT)
def test_how_far_a_country_or_a_river_is_says_nothing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = f"salbek | Salbek | PPL | 1.0, 1.0\n{one(code)}\nfar | Kesh | {code} | 60.0, 60.0"
    pin = Pin("", "From Salbek they walked to Kesh.", "Kesh", "", "", places)
    assert pin.tell() == "unresolved of 2"
    monkeypatch.setattr(evidence, "_SPREAD_OUT", frozenset())
    assert pin.tell() == "it certain"
