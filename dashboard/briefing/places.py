"""Settlements and regions on the briefing picture: circles, tints, and the names beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from matplotlib.colors import to_rgba

from dashboard.briefing.ground import Frame
from dashboard.briefing.labels import Label, PlacedLabel, Point, Taken, place_at_anchor, place_labels
from dashboard.briefing.scales import find_radii, find_tint_bounds
from dashboard.briefing.sheet import MIN_TEXT_PX, Sheet, to_points
from dashboard.briefing.style import clean_text, fit_line
from dashboard.map import Scale

MAX_LABELS = 45
DASHES = (0, (2.2, 1.4))
CLASS_ALPHA = {True: 0.92, False: 0.5}
"""Of the fill of a circle whose colour means something, by whether its place is certain."""
_PLATE_PX = 22.0
_PLATE_PAD_PX = (10, 7)
_NAME_WIDTH_PX = 320.0


class Dot(NamedTuple):
    """A settlement in view.

    Attributes
    ----------
    place_id : str
        The place.
    name : str
        Made safe to draw.
    x, y : float
        The middle of its circle, in pixels.
    radius : float
        Of its circle, in pixels.
    statements : int
        How many there are about it.
    is_certain : bool
        False where no placement is certain: drawn dashed.
    colour : int
        Its class, where colours tell something.
    """

    place_id: str
    name: str
    x: float
    y: float
    radius: float
    statements: int
    is_certain: bool
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Colours:
    """What the colour of a circle tells.

    Attributes
    ----------
    name : str
        In a few words.
    scale : Scale
        Fill and label of each class; classes without a label are those of no circle.
    """

    name: str
    scale: Scale


def find_spots(circles: pd.DataFrame, frame: Frame) -> list[Dot]:
    """Return the settlements with statements that are in view, the largest first.

    Parameters
    ----------
    circles : pandas.DataFrame
        `place_id, name, lat, lon, statements, certain`, and `colour` where it tells something; may be empty. Rows
        without a place or a number are left out.
    frame : Frame
        The view.
    """
    if circles.empty:
        return []
    xs, ys = frame.to_sheet(circles["lon"], circles["lat"])
    numbers = pd.to_numeric(circles["statements"]).fillna(0).to_numpy()
    panel = frame.panel
    inside = (xs > panel.left) & (xs < panel.right) & (ys > panel.bottom) & (ys < panel.top) & (numbers > 0)
    seen = circles[inside]
    radii = find_radii(numbers[inside], int(numbers[inside].max(initial=0)))
    colours = seen["colour"] if "colour" in seen else [0] * len(seen)
    columns = (seen["place_id"], seen["name"], xs[inside], ys[inside], radii, numbers[inside], seen["certain"], colours)
    spots = [
        Dot(str(key), clean_text(name), float(x), float(y), float(radius), int(number), bool(certain), int(colour))
        for key, name, x, y, radius, number, certain, colour in zip(*columns, strict=True)
    ]
    return sorted(spots, key=lambda spot: (-spot.statements, spot.place_id))


def draw_spots(sheet: Sheet, spots: Sequence[Dot], selected: str | None, colours: Colours | None = None) -> None:
    """Draw the circles, larger ones beneath smaller ones; the selected one has a ring.

    Parameters
    ----------
    sheet : Sheet
        What is drawn on.
    spots : sequence of Dot
        The places in view.
    selected : str or None
        place_id of the selected place; None for none.
    colours : Colours or None, optional
        What the colour of a circle tells; None where it tells nothing.
    """
    if colours:
        _draw_classes(sheet, spots, colours.scale.fills)
    else:
        _draw_alike(sheet, spots)
    ring = [spot._replace(radius=spot.radius + 3) for spot in spots if spot.place_id == selected]
    _scatter(sheet, ring, facecolors="none", edgecolors=sheet.palette.ink, linewidths=to_points(2.5))


def _draw_alike(sheet: Sheet, spots: Sequence[Dot]) -> None:
    certain = [spot for spot in spots if spot.is_certain]
    uncertain = [spot for spot in spots if not spot.is_certain]
    page, voice = sheet.palette.page, sheet.palette.voice
    _scatter(sheet, certain, facecolors=voice, alpha=0.8, linewidths=0)
    _scatter(sheet, certain, facecolors="none", edgecolors=page, linewidths=to_points(1.2))
    # A rim as wide around the smallest ones would wipe out their neighbours.
    rims = [to_points(min(3.5, 1.2 + spot.radius / 4)) for spot in uncertain]
    _scatter(sheet, uncertain, facecolors="none", edgecolors=page, linewidths=rims)
    _scatter(sheet, uncertain, facecolors="none", edgecolors=voice, linewidths=to_points(2), linestyles=[DASHES])


def _draw_classes(sheet: Sheet, spots: Sequence[Dot], fills: Sequence[str]) -> None:
    # All in one: what is filled hides what lies beneath, so that only the order of sizes is right.
    _scatter(
        sheet,
        spots,
        facecolors=[to_rgba(fills[spot.colour], CLASS_ALPHA[spot.is_certain]) for spot in spots],
        edgecolors=sheet.palette.ink,
        linewidths=[to_points(min(1.2 if spot.is_certain else 2, spot.radius / 4)) for spot in spots],
        linestyles=["solid" if spot.is_certain else DASHES for spot in spots],
    )


def _scatter(sheet: Sheet, spots: Sequence[Dot], **style: Any) -> None:
    areas = [to_points(2 * spot.radius) ** 2 for spot in spots]
    sheet.axes.scatter([spot.x for spot in spots], [spot.y for spot in spots], s=areas, zorder=10, **style)


def draw_shades(sheet: Sheet, shades: gpd.GeoDataFrame, frame: Frame) -> tuple[gpd.GeoDataFrame, tuple[int, ...]]:
    """Draw the regions in their tints, larger ones beneath.

    Parameters
    ----------
    sheet : Sheet
        What to draw on.
    shades : GeoDataFrame
        `place_id, name, statements, geometry` (degrees); may be empty.
    frame : Frame
        The view.

    Returns
    -------
    GeoDataFrame
        Those in view, in pixels.
    tuple of int
        The smallest number of each tint; empty where nothing is in view.
    """
    counted = shades[pd.to_numeric(shades["statements"]).fillna(0) > 0] if len(shades) else shades
    seen = frame.project(counted)
    if seen.empty:
        return gpd.GeoDataFrame({"place_id": [], "name": []}, geometry=[]), ()
    bounds = find_tint_bounds(int(counted["statements"].max()))
    tints = choose_tints(sheet, len(bounds))
    seen = seen.iloc[np.argsort(-seen.geometry.area.to_numpy(), kind="stable")]
    steps = np.searchsorted(bounds, seen["statements"].to_numpy(), side="right") - 1
    colours = [tints[step] for step in steps]
    seen.plot(ax=sheet.axes, aspect=None, facecolor=colours, edgecolor=sheet.palette.focus, linewidth=0.8, zorder=3)
    return seen, bounds


def choose_tints(sheet: Sheet, count: int) -> tuple[str, ...]:
    """Return that many of the palette's tints; a few stay in the middle, so that the ground remains quiet."""
    tints = sheet.palette.tints
    return tints[1 : 1 + count] if count <= 3 else tints[-count:]


def write_selected_region(sheet: Sheet, shades: gpd.GeoDataFrame, selected: str | None, taken: Taken) -> None:
    """Draw the selected region's outline in ink and its name on a plate.

    Parameters
    ----------
    sheet : Sheet
        What is drawn on.
    shades : geopandas.GeoDataFrame
        The shaded regions.
    selected : str or None
        place_id of the selected place; None for none.
    taken : Taken
        What is occupied already; what is written is added.
    """
    chosen = shades[shades["place_id"] == selected]
    if chosen.empty:
        return
    chosen.boundary.plot(ax=sheet.axes, aspect=None, color=sheet.palette.ink, linewidth=to_points(2.5), zorder=9)
    text = fit_line(clean_text(chosen["name"].iloc[0]), _NAME_WIDTH_PX, sheet.measurer(_PLATE_PX, bold=True))
    size = sheet.measure(text, _PLATE_PX, bold=True)
    pad_x, pad_y = _PLATE_PAD_PX
    anchors = [find_middle(chosen.geometry.iloc[0])]
    box = place_at_anchor(anchors, size.width + 2 * pad_x, size.ascent + size.descent + 2 * pad_y, taken)
    if box and text:
        _write_beside(sheet, PlacedLabel(text, box), _PLATE_PX, is_plate=True)


def find_middle(shape: shapely.Geometry) -> Point:
    """Return the point of a polygon that is furthest from its edge."""
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(shape, tolerance=4))[0]
    return float(x), float(y)


def write_spots(sheet: Sheet, spots: Sequence[Dot], selected: str | None, taken: Taken) -> None:
    """Name the larger circles, the selected one first.

    Parameters
    ----------
    sheet : Sheet
        What is drawn on.
    spots : sequence of Dot
        The places in view.
    selected : str or None
        place_id of the selected place; None for none.
    taken : Taken
        What is occupied already; what is written is added.
    """
    order = sorted(spots, key=lambda spot: spot.place_id != selected)
    for spot in order[:MAX_LABELS]:
        is_plate = spot.place_id == selected
        size_px = _PLATE_PX if is_plate else float(np.clip(15 + spot.radius / 3, MIN_TEXT_PX, 24))
        text = fit_line(spot.name, _NAME_WIDTH_PX, sheet.measurer(size_px, bold=True))
        size = sheet.measure(text, size_px, bold=True)
        pad_x, pad_y = _PLATE_PAD_PX if is_plate else (4, 1)
        width, height = size.width + 2 * pad_x, size.ascent + size.descent + 2 * pad_y
        label = Label(text, spot.x, spot.y, spot.radius + (4 if is_plate else 1), width, height)
        for placed in place_labels([label] if text else [], taken):
            _write_beside(sheet, placed, size_px, is_plate=is_plate)


def _write_beside(sheet: Sheet, placed: PlacedLabel, size_px: float, *, is_plate: bool) -> None:
    palette = sheet.palette
    if placed.leader:
        (x0, y0), (x1, y1) = placed.leader
        sheet.axes.plot([x0, x1], [y0, y1], color=palette.ink, linewidth=to_points(1), zorder=12)
    if is_plate:
        sheet.fill(placed.box, palette.ink, zorder=19)
    pad_x, pad_y = _PLATE_PAD_PX if is_plate else (4, 1)
    sheet.write(
        placed.box.left + pad_x,
        placed.box.bottom + pad_y + sheet.measure(placed.text, size_px, bold=True).descent,
        placed.text,
        size_px,
        palette.page if is_plate else palette.ink,
        bold=True,
        halo="" if is_plate else palette.focus,
        zorder=21,
    )
