"""Which languages there are files for."""

import pytest

from geodata.languages.known import LANGUAGES, gather, is_known


@pytest.mark.parametrize("code", ["en", "ru", "ar"])
def test_there_are_rules_for_the_languages_of_the_sample(code: str) -> None:
    assert is_known(code)
    assert code in LANGUAGES


@pytest.mark.parametrize("code", ["", "xx", "EN", "english", "und"])
def test_there_are_none_for_others(code: str) -> None:
    assert not is_known(code)


def test_something_of_all_languages_comes_one_after_the_other() -> None:
    assert list(gather(lambda language: [language])) == list(LANGUAGES.values())
    assert list(gather(lambda _: [])) == []
    assert len(list(gather(lambda _: "ab"))) == 2 * len(LANGUAGES)
