"""Unlisted names: those the gazetteer has not so spelt, given away by their context."""

import pytest
from pinning import Pin, check_all_are_pinned, check_pin, read

from geodata.mentions import unlisted

PLACES = """
west | West Province | ADM1 | 1.0, 1.0
mirel | Mirel | PPL | 1.0, 1.0 | in west
salbekan | Salbekan | PPL | 1.1, 1.0 | in west
marbelosan | Marbelosan | PPL | 1.1, 1.1 | in west
lorgan | Lorgan Wedin | PPL | 1.2, 1.1 | in west
"""

# Its first three words are like the one name, its last four like the other.
FIVE_WORDS = "Salbikan Marbelo Tarim Kortan Zolmiga"
THREE_OR_FOUR = """
three | Salbekan Marbelo Tarim | PPL | 1.0, 1.0
four | Marbulu Tirom Girtun Zalmuko | PPL | 9.0, 1.0
"""

PINS = [
    Pin("LONGEST_PIECE", "They met in the villages of Salbikan Marbilosan Lergan Wadun.", "Lergan Wadun",
        "lorgan certain", "no mention", PLACES, to=1),
    Pin("PIECE_COST", "They met in the village of Qwertan Zolmir.", "Qwertan Zolmir", "unresolved of 0", "no mention",
        PLACES),
    Pin("UNKNOWN_WORTH", f"They met in the villages of {FIVE_WORDS}.", "Salbikan Marbelo Tarim", "three certain",
        "no mention", THREE_OR_FOUR),
    Pin("ACCEPT_MERGED", "They met in Mirel Qwertan.", "Mirel", "mirel certain", "no mention", PLACES),
    Pin("_LONGEST_GAP", "They took Mirel, Salbikan, and left.", "Salbikan", "salbekan certain", "no mention", PLACES),
]  # fmt: skip


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_worth_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(unlisted, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(unlisted, PINS)


# The text, and the names that are mentions in it.
SENTENCES = [
    ("They entered the village of Qwertan.", ["Qwertan"]),
    ("They entered the Qwertan village.", ["Qwertan"]),
    ("They took Mirel, Qwertan and Salbekan.", ["Mirel", "Qwertan", "Salbekan"]),
    ("They took Mirel, Qwertan, Zolmir and left.", ["Mirel", "Qwertan", "Zolmir"]),
    ("They took Qwertan, Zolmir and Mirel.", ["Qwertan", "Zolmir", "Mirel"]),
    ("They took Mirel. Qwertan slept.", ["Mirel"]),
    ("They met Qwertan.", []),
    ("They went to Salbikan.", ["Salbikan"]),  # like a name, after a word of place
    ("They saw Salbikan.", []),
    ("They went to Qwertan.", []),
    ("They met in the villages of Salbikan Marbilosan.", ["Salbikan", "Marbilosan"]),
    ("They met in the villages of Qwertan Salbikan.", ["Qwertan", "Salbikan"]),
    ("They met in Lorgan Wedan.", ["Lorgan Wedan"]),
    ("They met Mr Qwertan of the village of Zolmir.", ["Zolmir"]),
]


@pytest.mark.parametrize(("text", "names"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_what_the_context_gives_away(text: str, names: list[str]) -> None:
    assert [placed.mention.toponym for placed in read(text, PLACES)] == names


WARY = [
    ("They entered the village of Qwertan.", ["Qwertan"]),
    ("They entered the Qwertan village.", ["Qwertan"]),
    ("They went to Salbikan.", []),  # among so many names some are like any word
    ("They entered the villages of Salbikan Marbilosan.", ["Salbikan Marbilosan"]),
]


@pytest.mark.parametrize(("text", "names"), WARY, ids=[text for text, _ in WARY])
def test_in_a_gazetteer_of_the_world_only_a_word_for_its_kind_gives_a_name_away(text: str, names: list[str]) -> None:
    assert [placed.mention.toponym for placed in read(text, PLACES, wary=True)] == names


def test_a_name_that_holds_a_known_one_takes_its_place() -> None:
    places = "surat | Surat | PPL | 1.0, 1.0\nkashma | Surat al-Kashma | PPL | 1.1, 1.0"
    (placed,) = read("They met in Surat el-Kashme.", places)
    assert (placed.mention.toponym, placed.resolution.place_id) == ("Surat el-Kashme", "kashma")


def test_what_made_a_mention_is_told() -> None:
    told = {
        placed.mention.toponym: placed.mention.spotted for placed in read("They took Mirel, Qwertan and left.", PLACES)
    }
    assert told["Qwertan"] == "in a list of places"
