"""The sheet a briefing picture is drawn on: 1920 by 1080 pixels, x to the right, y up, plain text only."""

import io
from typing import Any, NamedTuple, cast

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.patheffects import AbstractPathEffect, Normal, withStroke
from PIL import Image

from dashboard.briefing.labels import Box
from dashboard.briefing.style import DPI, Measure, Paints, has_italic, make_font

WIDTH_PX, HEIGHT_PX = 1920, 1080
MIN_TEXT_PX = 17.0


def to_points(pixels: float) -> float:
    """Return a length in matplotlib's points."""
    return pixels * 72 / DPI


class TextSize(NamedTuple):
    """The size of a line of text, in pixels.

    Attributes
    ----------
    width : float
        From its first letter to its last.
    ascent, descent : float
        How far it reaches above the baseline, and below.
    """

    width: float
    ascent: float
    descent: float


class _StillCanvas(FigureCanvasAgg):
    """A canvas that draws when told, not after every layer GeoPandas adds."""

    def draw_idle(self, *args: Any, **kwargs: Any) -> None:
        """Do nothing: nobody is looking yet."""


class Sheet:
    """One figure with one pair of axes in pixels; nothing of it is shared with other sheets.

    Parameters
    ----------
    palette : Paints
        The colours.

    Attributes
    ----------
    axes : matplotlib.axes.Axes
        Data coordinates are pixels.
    palette : Paints
        The colours.
    """

    def __init__(self, palette: Paints) -> None:
        self.palette = palette
        figure = Figure(figsize=(WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI, facecolor=palette.page)
        self._canvas = cast(Any, _StillCanvas(figure))  # matplotlib leaves its methods untyped
        self._renderer = self._canvas.get_renderer()
        self.axes: Axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.axes.set_xlim(0, WIDTH_PX)
        self.axes.set_ylim(0, HEIGHT_PX)
        self.axes.set_axis_off()
        self.axes.set_autoscale_on(False)

    def measure(self, text: str, size_px: float, *, bold: bool = False, italic: bool = False) -> TextSize:
        """Return the size of a line of text as it would be drawn.

        Parameters
        ----------
        text : str
            What is written.
        size_px : float
            Size of the letters, in pixels.
        bold : bool
            Whether the letters are bold.
        italic : bool
            Whether the letters lean.
        """
        font = make_font(size_px, bold=bold, italic=italic and has_italic(text))
        width, height, descent = self._renderer.get_text_width_height_descent(text, font, ismath=False)
        return TextSize(width, height - descent, descent)

    def measurer(self, size_px: float, *, bold: bool = False) -> Measure:
        """Return a function from text to its width in pixels."""
        return lambda text: self.measure(text, size_px, bold=bold).width

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size_px: float,
        colour: str,
        *,
        bold: bool = False,
        italic: bool = False,
        halo: str = "",
        align: str = "left",
        turn_deg: float = 0.0,
        zorder: float = 20,
    ) -> None:
        """Draw a line of text with its baseline at `y`; nothing in it is read as markup.

        Parameters
        ----------
        x, y : float
            The baseline, and the point of it that `align` names.
        text : str
            Cleaned text.
        size_px : float
            Size of the type.
        colour, halo : str
            Of the letters, and of the rim around them ("" for none).
        bold, italic : bool
            Weight and slope; letters without an italic are drawn upright.
        align : {"left", "center", "right"}
            Which end of the text, or its middle, is at `x`.
        turn_deg : float
            Turn about the point, anticlockwise.
        zorder : float
            Higher is nearer.
        """
        outlines: list[AbstractPathEffect] = [withStroke(linewidth=to_points(4), foreground=halo)] if halo else []
        if turn_deg:
            outlines = outlines or [Normal()]  # draws the outline: a turned bitmap would stagger from pixel to pixel
        self.axes.text(
            x,
            y,
            text,
            fontproperties=make_font(size_px, bold=bold, italic=italic and has_italic(text)),
            color=colour,
            horizontalalignment=align,
            verticalalignment="baseline",
            rotation=turn_deg,
            rotation_mode="anchor",
            parse_math=False,
            zorder=zorder,
            path_effects=outlines or None,
        )

    def fill(
        self, box: Box, colour: str, *, edge: str = "none", width_px: float = 0, zorder: float = 1, **style: Any
    ) -> None:
        """Draw a rectangle.

        Parameters
        ----------
        box : Box
            The rectangle, in pixels.
        colour : str
            Fill, as a hex code.
        edge : str
            Colour of the edge, as a hex code; empty for none.
        width_px : float
            Width of the edge, in pixels.
        zorder : float
            What is drawn later lies above.
        **style : Any
            Matplotlib's own.
        """
        self.axes.add_patch(
            Rectangle(
                box[:2],
                box.right - box.left,
                box.top - box.bottom,
                facecolor=colour,
                edgecolor=edge,
                linewidth=to_points(width_px),
                zorder=zorder,
                **style,
            )
        )

    def mask_around(self, box: Box, zorder: float) -> None:
        """Cover everything outside a box with the page's colour."""
        page = self.palette.page
        self.fill(Box(0, 0, WIDTH_PX, box.bottom), page, zorder=zorder)
        self.fill(Box(0, box.top, WIDTH_PX, HEIGHT_PX), page, zorder=zorder)
        self.fill(Box(0, 0, box.left, HEIGHT_PX), page, zorder=zorder)
        self.fill(Box(box.right, 0, WIDTH_PX, HEIGHT_PX), page, zorder=zorder)

    def to_png(self) -> bytes:
        """Return the picture; the same sheet gives the same bytes, without a date or a maker's name."""
        self._canvas.draw()
        width, height = self._canvas.get_width_height()
        picture = Image.frombytes("RGBA", (width, height), bytes(self._canvas.buffer_rgba())).convert("RGB")
        file = io.BytesIO()
        picture.save(file, format="PNG", compress_level=6)
        return file.getvalue()
