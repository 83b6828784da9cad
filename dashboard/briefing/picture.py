"""The current view as a picture for a slide: frames in, a 1920 by 1080 PNG out; no Streamlit, no browser."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path
from threading import Lock

import geopandas as gpd
import pandas as pd

from dashboard import phrases, words
from dashboard.briefing.ground import BaseLayers, Extent, Frame, draw_land, draw_lines, draw_waters, find_lines
from dashboard.briefing.labels import Box, Disc, Taken
from dashboard.briefing.legend import Key, draw_legend, draw_scale
from dashboard.briefing.lines import draw_links
from dashboard.briefing.names import write_ground_names
from dashboard.briefing.places import (
    Colours,
    choose_tints,
    draw_shades,
    draw_spots,
    find_spots,
    write_selected_region,
    write_spots,
)
from dashboard.briefing.sheet import HEIGHT_PX, WIDTH_PX, Sheet
from dashboard.briefing.style import PAINTS, Measure, clean_text, fit_line, wrap_lines
from dashboard.contract import Theme

__all__ = ["BaseLayers", "BriefingView", "draw_picture"]

MARGIN_PX = 56.0
COLUMN_PX = 344.0
FAR_M_PER_PX = 3000.0  # from here on a border of full width would hide small countries
_CIRCLE_COLUMNS = ("place_id", "name", "lat", "lon", "statements", "certain")
_SHADE_COLUMNS = ("place_id", "name", "statements", "geometry")
_DRAWING = Lock()  # matplotlib's font cache is not meant for several threads at once


@dataclass(frozen=True)
class BriefingView:
    """What the picture shows.

    Attributes
    ----------
    title : str
        The headline.
    window : tuple of datetime.date
        First and last day shown, both included.
    as_of : datetime.date or None
        Latest publication day in the store, None when no report is dated.
    sentence : str
        What is shown and what is left out, in words.
    extent : tuple of float
        West, south, east, north in degrees; all of it is shown, and more where the panel is wider or taller.
    circles : pandas.DataFrame
        Settlements: `place_id, name, lat, lon, statements, certain`; may be empty.
    shades : geopandas.GeoDataFrame
        Regions: `place_id, name, statements, geometry` (degrees); may be empty.
    selected : str or None
        `place_id` of the selected settlement or region.
    sources : tuple of str
        Kinds of sources of the reports.
    attribution : str
        Whose data the map and the gazetteer are.
    theme : {"light", "dark"}
        Of the sheet.
    colours : Colours or None
        What the colour of a circle tells; the circles then have a column `colour`, their class.
    links : mapping of str to int
        Reports that name the selected settlement and another, by the `place_id` of the other: drawn as lines.
    """

    title: str
    window: tuple[date, date]
    as_of: date | None
    sentence: str
    extent: Extent
    circles: pd.DataFrame
    shades: gpd.GeoDataFrame
    selected: str | None
    sources: tuple[str, ...]
    attribution: str
    theme: Theme = "light"
    colours: Colours | None = None
    links: Mapping[str, int] = field(default_factory=dict)


def draw_picture(view: BriefingView, base: BaseLayers | Path) -> bytes:
    """Draw the view as a PNG of 1920 by 1080 pixels.

    Parameters
    ----------
    view : BriefingView
        What to show. Texts may hold anything: they are drawn as plain text.
    base : BaseLayers or pathlib.Path
        The base map, or its GeoJSON file.

    Returns
    -------
    bytes
        The file; the same view and base map give the same bytes.

    Raises
    ------
    ValueError
        When the view can't be drawn; names every fault.
    OSError
        When the base map can't be read.
    """
    check_view(view)
    layers = BaseLayers.read(base) if isinstance(base, Path) else base
    with _DRAWING:
        sheet = Sheet(PAINTS[view.theme])
        top = _draw_header(sheet, view)
        bottom = _draw_footer(sheet, view)
        panel = Box(MARGIN_PX, bottom, WIDTH_PX - 2 * MARGIN_PX - COLUMN_PX + 16, top)
        _draw_map(sheet, view, layers, panel)
        return sheet.to_png()


def check_view(view: BriefingView) -> None:
    """Raise one ValueError that names everything about `view` that can't be drawn.

    Raises
    ------
    ValueError
        With every fault of the view.
    """
    faults = []
    if view.window[0] > view.window[1]:
        faults.append(f"The window ends ({view.window[1]}) before it begins ({view.window[0]}).")
    west, south, east, north = view.extent
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        faults.append(f"The extent {view.extent} is not west, south, east, north in degrees.")
    if view.theme not in PAINTS:
        faults.append(f"The theme {view.theme!r} is neither 'light' nor 'dark'.")
    of_circles = (*_CIRCLE_COLUMNS, "colour") if view.colours else _CIRCLE_COLUMNS
    for name, frame, columns in (("circles", view.circles, of_circles), ("shades", view.shades, _SHADE_COLUMNS)):
        missing = [column for column in columns if column not in frame.columns]
        if missing and len(frame):
            faults.append(f"The {name} lack the columns {', '.join(missing)}.")
    if faults:
        raise ValueError(" ".join(faults))


def _draw_header(sheet: Sheet, view: BriefingView) -> float:
    """Write title, window and sentence; return where the map may begin."""
    ink, quiet, voice = sheet.palette.ink, sheet.palette.quiet, sheet.palette.voice
    width = WIDTH_PX - 2 * MARGIN_PX
    y = HEIGHT_PX - MARGIN_PX + 8
    for line in wrap_lines(clean_text(view.title), width, 2, sheet.measurer(46, bold=True)):
        y -= 44
        sheet.write(MARGIN_PX, y, line, 46, ink, bold=True)
        y -= 8
    y -= 34
    window = phrases.span(*view.window)
    sheet.write(MARGIN_PX, y, window, 28, voice, bold=True)
    as_of = words.PICTURE_AS_OF.format(day=phrases.day(view.as_of)) if view.as_of else words.PICTURE_NO_DAY
    sheet.write(MARGIN_PX + sheet.measure(window, 28, bold=True).width + 16, y, as_of, 24, quiet)
    y -= 6
    for line in wrap_lines(clean_text(view.sentence), width, 2, sheet.measurer(22)):
        y -= 28
        sheet.write(MARGIN_PX, y, line, 22, ink)
    return y - 22


def _draw_footer(sheet: Sheet, view: BriefingView) -> float:
    """Write sources and attribution; return where the map may end."""
    quiet = sheet.palette.quiet
    width = WIDTH_PX - 2 * MARGIN_PX
    measure = sheet.measurer(18)
    sources = list_sources(view.sources, 2 * width - 360, measure)
    attribution = fit_line(clean_text(view.attribution), width, measure)
    lines = [*wrap_lines(words.PICTURE_SOURCES.format(sources=sources), width, 2, measure), attribution]
    for row, line in enumerate(reversed(lines)):
        sheet.write(MARGIN_PX, 32 + 25 * row, line, 18, quiet)
    return 32 + 25 * len(lines) + 12


def list_sources(sources: Iterable[str], width_px: float, measure: Measure) -> str:
    """Name the sources that fit into a width, and say how many more there are.

    Parameters
    ----------
    sources : iterable of str
        Kinds of sources, as the reports give them.
    width_px : float
        Room for them, over all lines.
    measure : callable
        Width in pixels of a text.
    """
    names = [name for name in map(clean_text, sources) if name]
    widths = accumulate(measure(f"{name}; ") for name in names)
    count = sum(width <= width_px for width in widths)
    named, more = "; ".join(names[:count]), len(names) - count
    if not named:
        return words.PICTURE_LONG_SOURCES.format(n=more) if more else words.PICTURE_NO_SOURCE
    return f"{named}; {words.PICTURE_MORE_SOURCES.format(n=more)}" if more else named


def _draw_map(sheet: Sheet, view: BriefingView, base: BaseLayers, panel: Box) -> None:
    palette = sheet.palette
    frame = Frame.fit(view.extent, panel)
    sheet.fill(panel, palette.water, zorder=0)
    draw_land(sheet.axes, base, frame, palette)
    shades, bounds = draw_shades(sheet, view.shades, frame)
    width = 1.0 if frame.m_per_px < FAR_M_PER_PX else 0.6
    draw_waters(sheet.axes, base, frame, palette, width=width)
    draw_lines(sheet.axes, base, frame, palette, width=width)
    spots = find_spots(view.circles, frame)
    lines_drawn = draw_links(sheet, view.circles, frame, view.selected, view.links)
    draw_spots(sheet, spots, view.selected, view.colours)
    sheet.mask_around(panel, zorder=15)
    sheet.fill(panel, "none", edge=palette.division, width_px=1, zorder=16)
    lines = find_lines(base, frame, ("river", "border", "division"))
    taken = Taken(panel.grow(-10), [Disc(spot.x, spot.y, spot.radius + 1) for spot in spots], lines)
    taken.add(draw_scale(sheet, frame))
    if not spots and shades.empty:
        _write_nothing(sheet, panel, taken)
    write_selected_region(sheet, shades, view.selected, taken)
    write_spots(sheet, spots, view.selected, taken)
    write_ground_names(sheet, base, frame, shades, taken)
    column = Box(panel.right + 40, panel.bottom, WIDTH_PX - MARGIN_PX, panel.top)
    key = Key(tuple(spots), bounds, choose_tints(sheet, len(bounds)), view.colours, lines_drawn > 0)
    draw_legend(sheet, column, base, frame, key)


def _write_nothing(sheet: Sheet, panel: Box, taken: Taken) -> None:
    """Say on the map itself that it is empty, or the slide would look broken."""
    text = words.PICTURE_NOTHING
    size = sheet.measure(text, 26, bold=True)
    x, y = panel.centre
    plate = Box(x - size.width / 2 - 24, y - 30, x + size.width / 2 + 24, y + 34)
    sheet.fill(plate, sheet.palette.page, edge=sheet.palette.division, width_px=1, zorder=18)
    sheet.write(x, y - 7, text, 26, sheet.palette.ink, bold=True, align="center")
    taken.add(plate)
