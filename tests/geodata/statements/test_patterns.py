"""Tables made into patterns find what their entries find, and no more."""

import re

from geodata.statements.patterns import NEVER, alternatives, any_apostrophe, any_space, telling_words, words_by_initial


def test_the_longest_entry_is_tried_first_and_each_once() -> None:
    assert alternatives(["ab", "abc"], ["b", "ab"]) == "abc|ab|b"


def test_no_entry_finds_nothing() -> None:
    assert alternatives([]) == NEVER
    assert re.search(alternatives(), "anything") is None


def test_words_by_initial_may_begin_large() -> None:
    pattern = re.compile(rf"(?:{words_by_initial(['said', 'says?', 'told'])})$")
    assert [word for word in ("said", "Said", "say", "Told", "SAID", "sold") if pattern.match(word)] == [
        "said", "Said", "say", "Told",
    ]  # fmt: skip


def test_a_telling_word_stands_in_every_text_that_holds_its_entry() -> None:
    assert telling_words(["called (?:it|them)", "with reference to", "spoke (?:of|about)"]) == {
        "called", "reference", "spoke",
    }  # fmt: skip


def test_a_space_finds_any_white_space() -> None:
    assert re.fullmatch(any_space("read more"), "read\nmore")


def test_an_apostrophe_finds_any_that_is_typed_for_it() -> None:
    pattern = re.compile(any_apostrophe("d'après"))
    assert [bool(pattern.fullmatch(f"d{sign}après")) for sign in "'’ʼ-"] == [True, True, True, False]
