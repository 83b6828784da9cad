"""Spots: stretches of words that may be names, and who is a person."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pinning import Pin, check_all_are_pinned, check_pin

from geodata.mentions import spots
from geodata.mentions.spots import Persons, can_open, find_runs, make_spot, take_article, trim_run, without_overlap
from geodata.mentions.tokeniser import Passage


def passage(text: str) -> Passage:
    return Passage.read(text, "en")


KESH = "it | Kesh | PPL | 1.0, 1.0"
US = "us | Arvania | PCLI | 1.0, 1.0 | of XA | also US"
CALIF = "ca | Califa | ADM1 | 1.0, 1.0 | also Calif.\nfresno | Fresno | PPL | 1.0, 1.0 | in ca"

PINS = [
    Pin("LONGEST_NAME_WORDS", "They met in Bel Tarim.", "Bel Tarim", "it certain", "no mention",
        "it | Bel Tarim | PPL | 1.0, 1.0"),
    Pin("SHORTEST_UNKNOWN", "They met in the village of Kec.", "Kec", "no mention", "it certain",
        "it | Kek | PPL | 1.0, 1.0"),
    Pin("_LONGEST_ABBREVIATION", "They met in Fresno, Calif., again.", "Calif.", "ca certain", "no mention", CALIF),
    Pin("_MOST_SURNAMES", "President Kesh spoke.", "Kesh", "no mention", "it certain", KESH),
    Pin("_SHORTEST_SURNAME", "Minister US went. The US stayed.", "US", "us certain", "no mention", US),
]  # fmt: skip


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_bound_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(spots, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(spots, PINS)


RUNS = [
    ("They met Qwertan yesterday.", ["Qwertan"]),
    ("They met Qwertan Zolmir and Belu.", ["Qwertan Zolmir", "Belu"]),
    ("On Monday Qwertan fell.", ["Qwertan"]),
    ("General Qwertan spoke.", ["Qwertan"]),
    ("the Qwertan River", ["Qwertan"]),
    ("Qwertan\nZolmir", ["Qwertan", "Zolmir"]),
    ("They met Abc.", []),  # too short to be like anything
    ("nothing here", []),
    ("In 2017 they met.", []),
    ("Aaaa Bbbb Cccc Dddd Eeee Ffff Gggg", []),  # a headline
]


@pytest.mark.parametrize(("text", "names"), RUNS, ids=[text for text, _ in RUNS])
def test_runs_of_capitalised_words(text: str, names: list[str]) -> None:
    assert [spot.surface for spot in find_runs(passage(text), set())] == names


def test_a_run_stops_at_what_is_taken() -> None:
    text = "Qwertan Zolmir Belu"
    assert [spot.surface for spot in find_runs(passage(text), {1})] == ["Qwertan", "Belu"]


def test_nothing_is_left_of_a_run_of_other_words() -> None:
    text = "President Monday"
    assert trim_run(passage(text), 0, 1) is None


PERSONS = [
    ("Mr Qwertan spoke.", {"Qwertan"}),
    ("President Omar Qwertan spoke.", {"Omar", "Qwertan"}),
    ("John Qwertan spoke.", {"Qwertan"}),
    ("Qwertan spoke.", set()),
    ("Paris Police came.", set()),  # an office, so the city
    ("President. Qwertan fell.", set()),
]


@pytest.mark.parametrize(("text", "surnames"), PERSONS, ids=[text for text, _ in PERSONS])
def test_surnames(text: str, surnames: set[str]) -> None:
    assert Persons(passage(text).words, passage(text).vocabulary).surnames == surnames


def test_a_whole_name_is_told_from_a_part_of_it() -> None:
    text = "John Qwertan spoke."
    read = passage(text)
    persons = Persons(read.words, read.vocabulary)
    assert persons.is_whole(make_spot(read, 0, 1))
    assert not persons.is_whole(make_spot(read, 1, 1))


ARTICLES = [
    ("at al-Raqqa", "al-Raqqa"),
    ("at Al Raqqa", "Al Raqqa"),
    ("at al Raqqa", "Raqqa"),  # small and apart it may be anything
    ("at Raqqa", "Raqqa"),
]


@pytest.mark.parametrize(("text", "taken"), ARTICLES, ids=[text for text, _ in ARTICLES])
def test_an_article_is_taken_into_the_name(text: str, taken: str) -> None:
    read = passage(text)
    last = len(read.words) - 1
    assert take_article(read, make_spot(read, last, last)).surface == taken


def test_an_article_opens_a_name_only_before_one() -> None:
    words = passage("the al-Raqqa men").words
    assert [word.surface for number, word in enumerate(words) if can_open(words, number)] == ["al", "Raqqa"]


SPANS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), max_size=8)
TEXT = "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj"


@given(SPANS)
def test_spots_that_overlap_are_parted(spans: list[list[int]]) -> None:
    read = passage(TEXT)
    given = [make_spot(read, first, last) for first, last in spans]
    kept = without_overlap(given)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert {id(spot) for spot in kept} <= {id(spot) for spot in given}
    for spot in given:
        if not any(other is not spot and spot.start < other.end and other.start < spot.end for other in given):
            assert any(spot is other for other in kept)


def test_of_two_spots_that_overlap_the_longer_stays() -> None:
    read = passage(TEXT)
    short, long = make_spot(read, 0, 1), make_spot(read, 1, 4)
    assert without_overlap([short, long]) == without_overlap([long, short]) == [long]
