"""The words around names by the language of a text."""

import pytest

from geodata.mentions.vocabulary import vocabulary_of


def test_a_text_is_read_by_its_language_and_by_those_of_other_letters() -> None:
    assert vocabulary_of("en").kinds_before["province of"] == "ADM1"
    assert vocabulary_of("en").kinds_before["городе"] == "PPL"
    assert "ville de" not in vocabulary_of("en").kinds_before
    assert "province of" not in vocabulary_of("fr").kinds_before
    assert "городе" not in vocabulary_of("uk").kinds_before


def test_without_a_language_all_words_are_tried() -> None:
    assert {"province of", "ville de", "місті", "городе", "مدينة"} <= vocabulary_of("und").kinds_before.keys()
    assert vocabulary_of("qq") == vocabulary_of("und")


KINDS = [
    ("fr", "cercle de", "ADM2"), ("fr", "province d", "ADM"), ("fr", "camp de réfugiés de", "RECG"),
    ("uk", "м.", "PPL"), ("uk", "селищі міського типу", "PPL"), ("ar", "منطقة", ""), ("en", "hamlet of", "PPL"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "phrase", "kind"), KINDS)
def test_kinds_before(code: str, phrase: str, kind: str) -> None:
    assert vocabulary_of(code).kinds_before[phrase] == kind


GAPS = [
    ("fr", " et de ", True), ("fr", " de ", False), ("fr", ", d'", True), ("uk", " та в ", True), ("uk", " із ", False),
    ("uk", " біля ", False), ("uk", " і ", True), ("en", " and most of ", True),
]  # fmt: skip


@pytest.mark.parametrize(("code", "gap", "is_gap"), GAPS)
def test_what_parts_members_of_a_list(code: str, gap: str, is_gap: bool) -> None:
    assert vocabulary_of(code).is_list_gap(gap) == is_gap


def test_plurals() -> None:
    assert vocabulary_of("en").is_plural("villages of")
    assert not vocabulary_of("en").is_plural("village of")
    assert vocabulary_of("uk").is_plural("областях")
    assert vocabulary_of("ar").is_plural("قرى")
