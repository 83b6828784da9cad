"""The phrases of claims: each of a known kind, each once, each with its place."""

import csv

from geodata.claims.phrases import NO_CLAIMS, VOCABULARY, load_phrases
from geodata.model import ClaimKind


def test_every_claim_of_the_vocabulary_has_a_kind_and_every_phrase_a_place() -> None:
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["claim"] for row in rows} <= {*ClaimKind, *NO_CLAIMS}
    for row in rows:
        assert row["pattern"].split().count("{place}") == (row["claim"] not in NO_CLAIMS), row
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_a_longer_phrase_is_tried_before_a_shorter_one_and_finds_its_words() -> None:
    phrases = load_phrases()["en"]
    lengths = [len(phrase.beginnings) for phrase in phrases.claims]
    assert max(lengths) > min(lengths)
    taking = next(phrase for phrase in phrases.claims if phrase.beginnings == ("captur",))
    assert taking.kind is ClaimKind.TAKEN
    assert taking.pattern.search("the army captured the town of xplacex ")
    assert not taking.pattern.search("the army captured a hill of the town near xplacex ")
