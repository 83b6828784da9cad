"""A colour stands in one file; page, map and picture take it from there."""

import re
import tomllib

import pytest
from screen_sources import ROOT, list_sources

from dashboard.contract import PALETTES, PROJECTED, Theme

COLOUR = re.compile(
    r"(?<![\w.])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!\()"  # a private method of JavaScript has arguments
    r"|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\((?!0 0 0 /|255 255 255 /)",  # shadows and edges of glass have no hue
    re.IGNORECASE,
)


def find_colours(text: str) -> list[str]:
    return [match[0] for match in COLOUR.finditer(text)]


def test_no_colour_stands_outside_of_the_contract() -> None:
    assert len(list_sources()) > 100
    found = {name: find_colours(text) for name, text in list_sources().items()}
    assert {name: colours for name, colours in found.items() if colours} == {}


@pytest.mark.parametrize(
    "offender",
    [
        'HUE = "#EE6045"',
        "a { color: #fff; }",
        "const ink = `#1d1b19ff`;",
        "b { fill: rgb(200 64 42); }",
        "c { color: hsl(9 9% 9%) }",
    ],
)
def test_one_that_does_is_found(offender: str) -> None:
    assert len(find_colours(offender)) == 1


@pytest.mark.parametrize(
    "innocent", ["rgb(0 0 0 / 18%)", "#map_div", "url(#a-b)", "issue #9", "var(--ink)", "this.#add(x);", "  #add(x) {"]
)
def test_what_is_no_colour_of_ours_is_passed_over(innocent: str) -> None:
    assert find_colours(innocent) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_has_the_colours_of_the_contract(theme: Theme) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    palette = PALETTES[theme]
    told = {name: value.lower() for name, value in config["theme"][theme].items()}
    assert told == {
        "primaryColor": palette.voice,
        "backgroundColor": palette.page,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.ink,
        "borderColor": palette.rule,
    }


def test_a_ground_differs_for_a_projector_only_where_that_is_told() -> None:
    differing = {
        theme: [name for name in land.__slots__ if getattr(land, name) != getattr(PALETTES[theme].land, name)]
        for theme, land in PROJECTED.items()
    }
    assert differing["light"] == ["stream"]
    assert set(differing["dark"]) == set(PROJECTED["dark"].__slots__)
