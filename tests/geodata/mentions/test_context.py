"""The words around a stretch of text, and what they tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.mentions.context import Organisations, Surroundings
from geodata.mentions.vocabulary import vocabulary_of

ENGLISH = vocabulary_of("en")


def around(marked: str) -> Surroundings:
    """The surroundings of what stands between the bars."""
    before, name, after = marked.split("|")
    return Surroundings(before + name + after, len(before), len(before) + len(name), ENGLISH)


BEFORE = [
    ("the province of |Raqqa|", "province of"),
    ("the village |Hajin|", "village"),
    ("in the oil field |Omar|", "field"),
    ("they left |Raqqa|", ""),
    ("|Raqqa|", ""),
    ("в городе |Ракка|", "городе"),
    ("وفي مدينة |الرقة|", "مدينة"),
]


@pytest.mark.parametrize(("marked", "phrase"), BEFORE, ids=[marked for marked, _ in BEFORE])
def test_the_kind_told_before(marked: str, phrase: str) -> None:
    found = around(marked).asked_before
    assert found.endswith(phrase)
    assert bool(found) == bool(phrase)


AFTER = [
    ("|Raqqa| province", "province"),
    ("|Raqqa|-province", "province"),
    ("|Omar| oil field", "field"),
    ("|Raqqa| eastern countryside", "countryside"),
    ("|Raqqa| fell", ""),
    ("|Raqqa|", ""),
    ("|Raqqa|. Province", ""),
]


@pytest.mark.parametrize(("marked", "word"), AFTER, ids=[marked for marked, _ in AFTER])
def test_the_kind_told_after(marked: str, word: str) -> None:
    assert around(marked).asked_after == word


LOCATIVE = [
    ("near |Raqqa|", True, False),
    ("in |Raqqa|", True, True),
    ("north of |Raqqa|", True, False),
    ("the outskirts of |Raqqa|", True, False),
    ("from |Raqqa|", True, False),
    ("they met |Raqqa|", False, False),
    ("|Raqqa|", False, False),
    ("под |Раккой|", True, False),
    ("في |الرقة|", True, True),
]


@pytest.mark.parametrize(("marked", "locative", "located"), LOCATIVE, ids=[marked for marked, *_ in LOCATIVE])
def test_a_place_is_named_after_some_words(marked: str, locative: bool, located: bool) -> None:
    assert bool(around(marked).locative) == locative
    if located:
        assert around(marked).located


OPENS = [
    ("|Raqqa| fell", True, True),
    ("It rained. |Raqqa| fell", True, True),
    ("It rained\n|Raqqa| fell", True, False),
    ("«|Raqqa| fell", True, True),
    ("It rained, and |Raqqa| fell", False, True),
    ("It rained, |Raqqa| fell", False, True),
    ("They left |Raqqa|", False, False),
]


@pytest.mark.parametrize(("marked", "sentence", "clause"), OPENS, ids=[marked for marked, *_ in OPENS])
def test_heads_of_sentences_and_clauses(marked: str, sentence: bool, clause: bool) -> None:
    assert (around(marked).opens_sentence, around(marked).opens_clause) == (sentence, clause)


ORGANISATIONS = [
    ("the |Raqqa| Military Council met", True),
    ("the |Homs| Revolution Brigade", True),
    ("the Bank of |Syria|", True),
    ("Real |Madrid|", True),
    ("the |Aleppo| Times", True),
    ("the council of |Raqqa| met", False),
    ("|Raqqa| met", False),
]


@pytest.mark.parametrize(("marked", "inside"), ORGANISATIONS, ids=[marked for marked, _ in ORGANISATIONS])
def test_what_makes_the_whole_an_organisation(marked: str, inside: bool) -> None:
    assert around(marked).in_organisation == inside


def test_organisations_cover_what_lies_in_them() -> None:
    text = "The Syrian Observatory for Human Rights said so in Syria."
    organisations = Organisations(text, ENGLISH)
    assert organisations.cover(text.index("Syrian"), text.index("Syrian") + 6)
    assert not organisations.cover(text.rindex("Syria"), text.rindex("Syria") + 5)
    assert not Organisations("They left Syria.", ENGLISH).cover(10, 15)


LISTED = [", ", " and ", ", and ", " ", " и ", " و", "/", "; the ", " as well as ", " or "]
NOT_LISTED = [". ", " in ", " - ", "", " and then "]
GAPS = [*((gap, True) for gap in LISTED), *((gap, False) for gap in NOT_LISTED)]


@pytest.mark.parametrize(("gap", "is_gap"), GAPS, ids=[repr(gap) for gap, _ in GAPS])
def test_what_parts_members_of_a_list(gap: str, is_gap: bool) -> None:
    assert ENGLISH.is_list_gap(gap) == is_gap


@given(st.text(max_size=80), st.text(max_size=10), st.text(max_size=80))
def test_any_surroundings_are_read_alike_again(before: str, name: str, after: str) -> None:
    text = before + name + after
    one, again = (Surroundings(text, len(before), len(before) + len(name), ENGLISH) for _ in range(2))
    for told in ("words", "asked_before", "asked_after", "locative", "located", "addressed", "talks"):
        assert getattr(one, told) == getattr(again, told) == getattr(one, told)
    assert len(one.words) <= 3
