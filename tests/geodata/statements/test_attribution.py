"""Who says it, and through whom."""

import pytest

from geodata.statements.attribution import Attribution, find_attribution

PARTED = [
    ("A source told Reuters that the road was open.", "A source", "Reuters"),
    ("The head of the centre told RIA Novosti the road was open.", "The head of the centre", "RIA Novosti"),
    ("TASS reported that the road was open.", "", "TASS"),
    ("The mayor said the road was open.", "The mayor", ""),
]


@pytest.mark.parametrize(("sentence", "speaker", "outlet"), PARTED, ids=[sentence for sentence, *_ in PARTED])
def test_speaker_and_outlet_are_told_apart(sentence: str, speaker: str, outlet: str) -> None:
    found = find_attribution(sentence, "en")
    assert (found.speaker, found.outlet, found.by_pronoun) == (speaker, outlet, False)


PRONOUNS = ["He said the road was open.", "They added that nobody was hurt.", "The road is open, she said."]


@pytest.mark.parametrize("sentence", PRONOUNS)
def test_a_pronoun_is_told_as_one(sentence: str) -> None:
    assert find_attribution(sentence, "en") == Attribution(by_pronoun=True)


def test_who_closes_the_sentence_says_all_of_it() -> None:
    sentence = "The army said the road was open and the ministry said it was shut, the mayor said."
    assert find_attribution(sentence, "en").speaker == "the mayor"


def test_how_a_speaker_is_named() -> None:
    assert Attribution("the mayor", "Reuters").named == "the mayor (Reuters)"
    assert Attribution("the mayor").named == "the mayor"
    assert Attribution(outlet="Reuters").named == "Reuters"
    assert Attribution().named == ""
