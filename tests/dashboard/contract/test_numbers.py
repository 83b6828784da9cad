"""A number that both languages reckon with is given its name once."""

import re

import pytest
from screen_sources import list_sources

from dashboard import words
from dashboard.contract import KIND_FILLS, PALETTES, SOURCE_FILLS, Palette, numbers

NUMBERS = sorted(name for name in vars(numbers) if name.isupper())
ANEW = re.compile(
    rf"^\s*(?:export )?(?:const |let |var )?_?({'|'.join(NUMBERS)}|COLOURS|LOOKS)(?:: [^=]+)? = (?![\"'=])", re.M
)


def find_anew(text: str) -> list[str]:
    """Find numbers of the contract to which a name is given anew, in either language."""
    return ANEW.findall(text)


def test_no_number_of_the_contract_is_declared_anew() -> None:
    found = {name: find_anew(text) for name, text in list_sources().items() if name.endswith((".py", ".js"))}
    assert len(found) > 100
    assert {name: anew for name, anew in found.items() if anew} == {}


@pytest.mark.parametrize(
    "offender",
    [
        "  const APART_ZOOM = 12;",
        "export const SHADES = 4;",
        "_MAX_ZOOM = 18",
        "SOURCE_SEVERAL: int = 5",
        "let LOOKS = {",
    ],
)
def test_one_that_is_declared_anew_is_found(offender: str) -> None:
    assert len(find_anew(f"import a\n{offender}\n")) == 1


@pytest.mark.parametrize(
    "innocent",
    [
        "classes.fill(SOURCE_SEVERAL);",
        "MOST_SHADES = 3",
        "x = SHADES",
        "SHADES == 5",
        'SOURCE_OTHER = "another source"',
    ],
)
def test_a_use_of_one_is_passed_over(innocent: str) -> None:
    assert find_anew(innocent) == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_each_class_has_a_colour_and_a_word(palette: Palette) -> None:
    assert len(palette.tints) == numbers.SHADES
    assert len(palette.recency) == len(words.RECENCY_CLASSES) == len(numbers.RECENCY_DAYS) + 1
    assert len(KIND_FILLS) == numbers.KIND_SEVERAL == len(words.KIND_CLASSES) - 1
    assert len(SOURCE_FILLS) == numbers.SOURCES_AT_MOST == numbers.SOURCE_OTHER == numbers.SOURCE_SEVERAL - 1
