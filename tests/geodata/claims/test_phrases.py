"""The phrases of claims: each of a known kind, each with its place."""

from pathlib import Path

from geodata.claims.phrases import load_phrases
from geodata.languages import LANGUAGES
from geodata.languages.loading import read_language
from geodata.model import ClaimKind


def test_a_phrase_without_its_place_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    about = "about:\n  code: xx\n  name: Invented\n  script: Latn\nclaims:\n"
    path.write_text(
        about + "  taken: ['took {place}', took it, '{place} or {place}']\n  bought: [x]\n", encoding="utf-8"
    )
    _, faults = read_language(path)
    assert [(fault.line, fault.message.split(";")[0]) for fault in faults] == [
        (6, "`taken` has `took it`"),
        (6, "`taken` has `{place} or {place}`"),
        (7, "`claims` has no `bought`"),
    ]


def test_every_kind_but_the_denied_has_phrases_in_every_language() -> None:
    assert set(load_phrases()) == set(LANGUAGES)
    for code, phrases in load_phrases().items():
        assert {phrase.kind for phrase in phrases.claims} == {*ClaimKind} - {ClaimKind.DENIED}, code


def test_a_longer_phrase_is_tried_before_a_shorter_one_and_finds_its_words() -> None:
    phrases = load_phrases()["en"]
    lengths = [len(phrase.beginnings) for phrase in phrases.claims]
    assert max(lengths) > min(lengths)
    taking = next(phrase for phrase in phrases.claims if phrase.beginnings == ("captur",))
    assert taking.kind is ClaimKind.TAKEN
    assert taking.pattern.search("the army captured the town of xplacex ")
    assert not taking.pattern.search("the army captured a hill of the town near xplacex ")
