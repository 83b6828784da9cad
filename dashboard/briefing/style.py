"""The type and colours of the briefing picture: fonts, palettes, and text made safe to draw."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
from matplotlib import font_manager, get_data_path
from matplotlib.font_manager import FontProperties

from dashboard.contract import PALETTES, PROJECTED, Theme

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
class Paints:
    """The colours of one theme, as hex strings.

    Attributes
    ----------
    page, focus, neighbour, world, water : str
        The sheet, the shown countries, their neighbours, the land beyond, and water.
    coast, border, division, river : str
        Lines.
    ink, quiet, stream : str
        Text in front, text behind, names of waters.
    voice : str
        The one loud colour: statements.
    tints : tuple of str
        Steps from the land towards the voice, fewest statements first.
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
    stream: str
    voice: str
    tints: tuple[str, ...]


def _mix_paints(theme: Theme) -> Paints:
    palette, land = PALETTES[theme], PROJECTED[theme]
    return Paints(
        page=palette.page,
        ink=palette.ink,
        quiet=palette.quiet,
        voice=palette.voice,
        tints=palette.tints,
        **asdict(land),
    )


PAINTS: Mapping[Theme, Paints] = {theme: _mix_paints(theme) for theme in PALETTES}
"""What a picture is painted with: the colours of page and map, on the ground that a projector needs."""


def make_font(size_px: float, *, bold: bool = False, italic: bool = False) -> FontProperties:
    """Return the font of the picture at a size in pixels.

    Parameters
    ----------
    size_px : float
        Size of the letters, in pixels.
    bold : bool
        Whether the letters are bold.
    italic : bool
        Whether the letters lean.
    """
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
    """Return `text`, cut with an ellipsis where it is wider than `width_px`.

    Parameters
    ----------
    text : str
        What is written.
    width_px : float
        How wide a line may be, in pixels.
    measure : Measure
        Tells how wide a text is, in pixels.
    """
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
    """Break `text` between words into at most `most` lines of `width_px`; the last one is cut with an ellipsis.

    Parameters
    ----------
    text : str
        What is written.
    width_px : float
        How wide a line may be, in pixels.
    most : int
        How many lines there may be.
    measure : Measure
        Tells how wide a text is, in pixels.
    """
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and measure(" ".join(words[: count + 1])) <= width_px:
            count += 1
        lines.append(fit_line(" ".join(words[:count]), width_px, measure))
        words = words[count:]
    return [*lines, fit_line(" ".join(words), width_px, measure)] if words else lines
