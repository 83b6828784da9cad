"""Speakers: who says a sentence, and through which outlet, as the sentence itself names them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.statements.attribution import find_attribution

SPEAKERS = [
    ("Shells fell on the road, state television said.", "state television"),
    ("Shells fell on the road, said an analyst in Beirut.", "an analyst in Beirut"),
    ("The army said on Friday that the road was open.", "The army"),
    ("On Friday the army said the road was open.", "the army"),
    ("In Damascus a source told Reuters that the road was open.", "a source (Reuters)"),
    ("Jane Weir, a spokeswoman for the ministry, told reporters the road was open.", "Jane Weir"),
    ("According to the Observatory, ten shells fell.", "the Observatory"),
    ("According to data from the ministry, ten shells fell.", "the ministry"),
    ("As the head of the centre told RIA Novosti, the road is open.", "the head of the centre (RIA Novosti)"),
    (
        "The pocket is closed, - quotes the chief of the General Staff Interfax.",
        "the chief of the General Staff (Interfax)",
    ),
    ("The road is open, reports the Ministry of Defence of Russia.", "the Ministry of Defence of Russia"),
    ("TASS reported that the road was open.", "TASS"),
    ('The mayor: "We stay here until spring."', "The mayor"),
    ("It was announced by the governor that the road was open.", "the governor"),
    ("A resident who had fled the town said the road was open.", "A resident"),
    ("The army advanced and the ministry said the road was open.", "the ministry"),
    ("The governor condemned the attack and said the road was open.", "The governor"),
    ('The "Free Road" council said it was open.', 'The "Free Road" council'),
    ('"We wait," Ivan Weir said.', "Ivan Weir"),
    ("Villages under fire say local activists", "local activists"),
    ("Residents say army officials lied.", "Residents"),
    ("In London Martin Weir said the road was open.", "Martin Weir"),
    ("The mayor called it a dark day.", "The mayor"),
    ("About this reports RIA.", "RIA"),
    # word order of the source language kept by the translation
    ("In the Ministry of Defence of Russia this information refuted.", "the Ministry of Defence of Russia"),
    ("All targets are hit, consider in the ministry.", "the ministry"),
    ('"Ahead is only sand", - told to agency the field commander.', "the field commander"),
    ("Two hours ago about it told also the television.", "the television"),
    ("Base and port go on working, specified in Moscow.", "Moscow"),
    # nobody speaks
    ("The army took the road on Friday.", ""),
    ("It was reported that shells fell.", ""),
    ("The United States sent aid.", ""),
    ("According to the agreement, both sides leave.", ""),
    ("Media reports of shelling came in.", ""),
    ("The commander is said to have left.", ""),
]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS, ids=[sentence for sentence, _ in SPEAKERS])
def test_speaker_is_named_as_the_text_does(sentence: str, speaker: str) -> None:
    assert find_attribution(sentence, "en").named == speaker


PIECES = st.sampled_from(
    ["The army ", "said ", "told ", "Reuters ", "according to ", "he ", ", ", ". ", '"', "\x01", "by ", "the mayor ",
     "reports ", "quotes ", "in ", "Damascus ", "on Friday ", ":", "who ", "and ", "was ", "сообщил ", "قال "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["en", "ru", "ar", "de"]))
def test_who_speaks_is_named_in_words_of_the_sentence(sentence: str, language: str) -> None:
    found = find_attribution(sentence, language)
    assert all(word in sentence for word in re.findall(r"\w+", found.named))
    assert not (found.speaker and found.by_pronoun)
