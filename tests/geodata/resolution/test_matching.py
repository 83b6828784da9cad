"""Matching: which places a name is weighed for."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read_places

from geodata.gazetteer import Gazetteer, Lexicon
from geodata.gazetteer.regions import read_regions
from geodata.names import key_of_name
from geodata.resolution import matching
from geodata.resolution.matching import NameMatcher

TWELVE = "".join(f"a{number:02} | Kesh | PPL | {number}.0, 5.0 | of XA | people 500\n" for number in range(12))
# Towns of one name in one country, the last of them in another.
OTHER_COUNTRY = f"xa | Arvania | PCLI | 1.0, 1.0 | of XA\nxb | Belland | PCLI | 50.0, 50.0 | of XB\n{TWELVE}"
OTHER_COUNTRY += "kesh-b | Kesh | PPL | 50.0, 50.0 | of XB\n"

PINS = [
    Pin("MOST_ALIKE", "They met in Kesh in Belland.", "Kesh", "kesh-b certain", "unresolved of 10", OTHER_COUNTRY),
    Pin(
        "MOST_FOR_SIZE",
        "They met in Kesh.",
        "Kesh",
        "big certain",
        "unresolved of 10",
        f"{TWELVE}big | Kesh | PPL | 50.0, 50.0 | of XA | people 900000",
        wary=True,
    ),
]
FREE = {"MOST_REMEMBERED": "a bound of memory: what is forgotten is looked up again"}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_bound_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(matching, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(matching, PINS, FREE)


def make_matcher(lines: str, *, wary: bool = False) -> tuple[NameMatcher, Lexicon]:
    gazetteer = Gazetteer(read_places(lines), read_regions(None, {})[0])
    lexicon = Lexicon.build(gazetteer)
    lexicon.wary = wary
    return NameMatcher(gazetteer, lexicon), lexicon


PLACES = """
mirel | Mirel | PPLC | 1.0, 1.0 | also Мирель
salbekan | Al-Salbekan | PPL | 2.0, 2.0 | also Bekan
kesh-a | Kesh | PPL | 3.0, 3.0 | people 10
kesh-b | Keshland | ADM1 | 4.0, 4.0 | also Kesh
"""
EXACT = [
    ("Mirel", [("mirel", "name")]),
    ("Мирелью", [("mirel", "alias")]),  # a Russian ending
    ("Salbekan", [("salbekan", "spelling")]),
    ("Bekan", [("salbekan", "alias")]),
    ("Kesh", [("kesh-a", "name"), ("kesh-b", "alias")]),
    ("Solbekan", []),
]


@pytest.mark.parametrize(("toponym", "found"), EXACT, ids=[toponym for toponym, _ in EXACT])
def test_what_bears_a_name_exactly(toponym: str, found: list[tuple[str, str]]) -> None:
    matcher, lexicon = make_matcher(PLACES)
    matches = matcher.match_exactly(toponym, lexicon.find_name(toponym), set())
    assert [(match.place_id, match.method) for match in matches] == found


def test_a_near_name_is_found_when_asked_for() -> None:
    matcher, _ = make_matcher(PLACES)
    (best, *_) = matcher.match_nearly("Solbekan")
    assert (best.place_id, best.method) == ("salbekan", "near")


def test_of_very_many_bearers_those_of_a_named_country_are_kept() -> None:
    matcher, lexicon = make_matcher(OTHER_COUNTRY, wary=True)
    bearers = lexicon.find(key_of_name("Kesh"))
    anywhere = {match.place_id for match in matcher.match_exactly("Kesh", bearers, set())}
    named = {match.place_id for match in matcher.match_exactly("Kesh", bearers, {matcher.number_of["xb"]})}
    assert len(anywhere) == matching.MOST_FOR_SIZE
    assert named - anywhere == {"kesh-b"}


def test_what_was_looked_up_is_found_alike_again() -> None:
    matcher, lexicon = make_matcher(PLACES)
    first = matcher.match_exactly("Kesh", lexicon.find_name("Kesh"), set())
    assert matcher.match_exactly("Kesh", lexicon.find_name("Kesh"), set()) == first
