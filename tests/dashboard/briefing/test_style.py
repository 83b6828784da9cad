"""Style: fonts, colours, and text made safe to draw."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pictures import HOSTILE

from dashboard.briefing.style import PAINTS, clean_text, fit_line, has_italic, make_font, wrap_lines


def test_text_is_cleaned_cut_and_wrapped():
    assert clean_text("a\x00b\n c\u202ed\u2066e") == "a b cde"
    assert clean_text(None) == clean_text(math.nan) == ""
    assert clean_text("Z" + "\u0301" * 50).count("\u0301") <= 3
    assert clean_text("漢") == "\ufffd"
    assert clean_text("دير الزور Абу") == "دير الزور Абу"
    assert fit_line("abcdefghij", 5, len) == "abcd…"
    assert fit_line("abc", 5, len) == "abc"
    assert wrap_lines("one two three four", 9, 2, len) == ["one two", "three…"]
    assert all(len(line) <= 9 for line in wrap_lines("x" * 50, 9, 3, len))
    assert wrap_lines("", 9, 2, len) == []


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_cleaned_text_can_be_drawn_in_one_line(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned == " ".join(cleaned.split())
    assert clean_text(cleaned) == cleaned
    assert not {unicodedata.category(letter) for letter in cleaned} & {"Cc", "Cn", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_cleaned(text: str) -> None:
    cleaned = clean_text(text)
    assert not set(cleaned) & set("\x00\x1b\u202e\u202c\ud800")


@given(st.text("ab cd", max_size=60), st.integers(1, 40))
def test_a_fitted_line_fits(text: str, width: int) -> None:
    fitted = fit_line(text, width, len)
    assert len(fitted) <= max(width, 1)
    assert fitted == text if len(text) <= width else fitted.endswith("…")


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=20), st.integers(4, 30), st.integers(1, 4))
def test_wrapped_lines_hold_the_words_in_order(given_words: list[str], width: int, most: int) -> None:
    lines = wrap_lines(" ".join(given_words), width, most, len)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert " ".join(lines).split() == given_words


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_every_ground(theme: str) -> None:
    palette = PAINTS[theme]
    for ground in (palette.page, palette.focus, palette.neighbour):
        one, other = sorted((luminance(palette.ink), luminance(ground)))
        assert (other + 0.05) / (one + 0.05) > 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tints_run_from_the_land_to_the_hue(theme: str) -> None:
    palette = PAINTS[theme]
    hue = [int(palette.voice[at : at + 2], 16) for at in (1, 3, 5)]
    far = [max(abs(int(tint[at : at + 2], 16) - hue[at // 2]) for at in (1, 3, 5)) for tint in palette.tints]
    assert len(palette.tints) == 5
    assert far == sorted(far, reverse=True)


def test_fonts_have_the_size_in_pixels() -> None:
    assert make_font(100).get_size_in_points() == pytest.approx(72)
    assert make_font(10, bold=True).get_weight() == "bold"
    assert has_italic("Long River")
    assert not has_italic("الفرات")
