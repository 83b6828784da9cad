"""The type and colours of the briefing picture: fonts, palettes, and text made safe to draw."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
from matplotlib import font_manager, get_data_path
from matplotlib.colors import to_hex, to_rgb
from matplotlib.font_manager import FontProperties

Measure = Callable[[str], float]
"""Width in pixels of a line of text at one size and weight."""

DPI = 100
FAMILY = ("Source Sans Pro", "DejaVu Sans")
"""The interface's sans; DejaVu, which matplotlib brings along, has the Arabic it lacks."""

_SOURCE_SANS = ("SourceSansPro", "SourceSansProBold", "SourceSansProIt")
_DEJAVU = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique")
_JOINERS = "\u200c\u200d"  # Persian spelling needs them; all other format characters can reorder or hide text
_MAX_MARKS = 3

for _name in _SOURCE_SANS:
    font_manager.fontManager.addfont(font_source_sans_pro.font_files_ttf[_name])


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as hex strings.

    Attributes
    ----------
    page, focus, neighbour, world, water : str
        The sheet, the shown countries, their neighbours, the land beyond, and water.
    coast, border, division, river : str
        Lines.
    ink, quiet, river_ink : str
        Text in front, text behind, names of waters.
    hue : str
        The one loud colour: statements.
    tints : tuple of str
        Five steps from the land towards the hue, fewest statements first.
    """

    page: str
    focus: str
    neighbour: str
    world: str
    water: str
    coast: str
    border: str
    division: str
    river: str
    ink: str
    quiet: str
    river_ink: str
    hue: str
    tints: tuple[str, ...]


def mix_colours(ground: str, colour: str, share: float) -> str:
    """Return `ground` with `share` (0..1) of `colour` mixed in, as hex."""
    red, green, blue = (
        under + (over - under) * share for under, over in zip(to_rgb(ground), to_rgb(colour), strict=True)
    )
    return to_hex((red, green, blue))


def _make_tints(ground: str, hue: str, shares: tuple[float, ...]) -> tuple[str, ...]:
    return tuple(mix_colours(ground, hue, share) for share in shares)


PALETTES: dict[str, Palette] = {
    "light": Palette(
        page="#FCFBF8",
        focus="#F5F2EA",
        neighbour="#E9E5DA",
        world="#E9E5DA",
        water="#D9E4E8",
        coast="#B4C3C9",
        border="#8F877A",
        division="#C4BCAE",
        river="#9DB9C4",
        ink="#1F1D1A",
        quiet="#6B655B",
        river_ink="#557B8A",
        hue="#C8402A",
        tints=_make_tints("#F5F2EA", "#C8402A", (0.07, 0.14, 0.22, 0.32, 0.44)),
    ),
    "dark": Palette(
        page="#15181C",
        focus="#2B3036",
        neighbour="#22262B",
        world="#22262B",
        water="#141D24",
        coast="#3B4A53",
        border="#8B8577",
        division="#565550",
        river="#3F5F6E",
        ink="#F3EFE6",
        quiet="#ABA498",
        river_ink="#7FA6B7",
        hue="#EE6045",
        tints=_make_tints("#2B3036", "#EE6045", (0.09, 0.17, 0.26, 0.36, 0.47)),
    ),
}


def make_font(size_px: float, *, bold: bool = False, italic: bool = False) -> FontProperties:
    """Return the font of the picture at a size in pixels."""
    return FontProperties(
        family=list(FAMILY),
        size=size_px * 72 / DPI,
        weight="bold" if bold else "normal",
        style="italic" if italic else "normal",
    )


@cache
def _list_glyphs(style: int) -> frozenset[int]:
    dejavu = Path(get_data_path()) / "fonts" / "ttf" / f"{_DEJAVU[style]}.ttf"
    paths = (font_source_sans_pro.font_files_ttf[_SOURCE_SANS[style]], str(dejavu))
    return frozenset(code for path in paths for code in font_manager.get_font(path).get_charmap())


def has_italic(text: str) -> bool:
    """Tell whether every letter exists in italics (no Arabic letter does)."""
    return all(ord(letter) in _list_glyphs(2) for letter in text)


def clean_text(text: object) -> str:
    """Make text from reports or the gazetteer safe to draw as it stands.

    Parameters
    ----------
    text : object
        Anything; None and NaN give "".

    Returns
    -------
    str
        One line without control, format (direction overrides, invisible signs) and unassigned characters, at most
        three combining marks on a letter, and U+FFFD for a letter that none of the fonts has.
    """
    if text is None or text != text:  # noqa: PLR0124 - NaN is the one value unlike itself
        return ""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", str(text)[:4000]):
        category = unicodedata.category(letter)
        marks = marks + 1 if category.startswith("M") else 0
        if category == "Cc" or category.startswith("Z"):
            kept.append(" ")
        elif (category.startswith("C") and letter not in _JOINERS) or marks > _MAX_MARKS:
            continue
        else:
            kept.append(letter if ord(letter) in _list_glyphs(0) else "\ufffd")
    return " ".join("".join(kept).split())


def fit_line(text: str, width_px: float, measure: Measure) -> str:
    """Return `text`, cut with an ellipsis where it is wider than `width_px`."""
    if measure(text) <= width_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle].rstrip() + "…") <= width_px else (low, middle - 1)
    kept = text[:low]
    space = kept.rfind(" ", max(0, low - 14)) if low < len(text) and text[low] != " " else -1
    return (kept[:space] if space > 0 else kept).rstrip(" ,;:–-") + "…"


def wrap_lines(text: str, width_px: float, most: int, measure: Measure) -> list[str]:
    """Break `text` between words into at most `most` lines of `width_px`; the last one is cut with an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and measure(" ".join(words[: count + 1])) <= width_px:
            count += 1
        lines.append(fit_line(" ".join(words[:count]), width_px, measure))
        words = words[count:]
    return [*lines, fit_line(" ".join(words), width_px, measure)] if words else lines
