"""The key of the briefing picture: where in the world, what a circle and a tint mean, how long a kilometre is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.patches import Circle as CirclePatch

from dashboard import words
from dashboard.briefing.ground import BaseLayers, Frame, draw_land, draw_lines, draw_waters, measure_scale
from dashboard.briefing.labels import Box
from dashboard.briefing.names import write_locator_names
from dashboard.briefing.places import DASHES, Colours, Dot
from dashboard.briefing.scales import choose_key_numbers, find_radii
from dashboard.briefing.sheet import MIN_TEXT_PX, Sheet, to_points
from dashboard.briefing.style import Measure, clean_text, fit_line, wrap_lines

LOCATOR_HEIGHT_PX = 236.0
LOCATOR_ZOOM = 3.2
MAX_RANKED = 8
_SCALE_PX = 240.0
_LARGEST_NAMED_M_PER_PX = 9_000.0
_LARGEST_M_PER_PX = 30_000.0  # beyond it the locator would be the whole world again
_HEAD_PX = 20.0
_CLASS_ROW_PX = 26.0
_CLASS_RADIUS_PX = 9.0
_CLASS_LINE_PX = 21.0
_CLASS_INDENT_PX = 40.0


@dataclass(frozen=True, slots=True)
class Key:
    """What the key has to explain.

    Attributes
    ----------
    spots : tuple of Dot
        The settlements in view, the largest first.
    bounds, tints : tuple
        Smallest number and colour of each tint; empty where nothing is shaded.
    colours : Colours or None
        What the colour of a circle tells.
    has_links : bool
        Whether lines are drawn.
    """

    spots: tuple[Dot, ...]
    bounds: tuple[int, ...]
    tints: tuple[str, ...]
    colours: Colours | None = None
    has_links: bool = False

    def list_classes(self, width_px: float, measure: Measure) -> list[tuple[str, list[str]]]:
        """List fill and label, in lines, of the classes that circles in view have, in the order of the scale."""
        if self.colours is None:
            return []
        seen, scale = {spot.colour for spot in self.spots}, self.colours.scale
        return [
            (fill, wrap_lines(clean_text(label), width_px, 2, measure))
            for row, (fill, label) in enumerate(zip(scale.fills, scale.labels, strict=True))
            if row in seen
        ]

    def measure(self, classes: Sequence[tuple[str, list[str]]]) -> float:
        """Give the height in pixels that all of it but the ranking needs."""
        parts = [
            (bool(self.spots), 136.0),
            (bool(classes), 56.0 + sum(_measure_class(lines) for _, lines in classes)),
            (not all(spot.is_certain for spot in self.spots), 42.0),
            (self.has_links, 42.0),
            (bool(self.bounds), 118.0),
        ]
        return sum(height for is_there, height in parts if is_there)


def draw_scale(sheet: Sheet, frame: Frame) -> Box:
    """Draw the scale bar at the foot of the map and return the box it takes."""
    length_km, width = measure_scale(frame, _SCALE_PX)
    text = f"{length_km:,.0f} km" if length_km >= 1 else f"{length_km * 1000:,.0f} m"
    left, bottom = frame.panel.left + 22, frame.panel.bottom + 20
    ink, halo = sheet.palette.ink, sheet.palette.focus
    xs, ys = [left, left, left + width, left + width], [bottom + 7, bottom, bottom, bottom + 7]
    for colour, extra in ((halo, 3.0), (ink, 0.0)):
        sheet.axes.plot(xs, ys, color=colour, linewidth=to_points(2 + extra), solid_capstyle="butt", zorder=16)
    sheet.write(left + width / 2, bottom + 12, text, 18, ink, align="center", halo=halo)
    return Box(left - 8, bottom - 8, left + max(width, 80) + 8, bottom + 36)


def draw_legend(sheet: Sheet, column: Box, base: BaseLayers, frame: Frame, key: Key) -> None:
    """Draw the column beside the map.

    Parameters
    ----------
    sheet : Sheet
        What to draw on.
    column : Box
        Where.
    base : BaseLayers
        The base map, for the locator.
    frame : Frame
        The view, marked on the locator.
    key : Key
        What is to be explained.
    """
    top = column.top
    classes = key.list_classes(column.right - column.left - _CLASS_INDENT_PX, sheet.measurer(18))
    # Where room is short the locator is left out, for readers need the meaning of the marks more.
    if column.top - column.bottom >= LOCATOR_HEIGHT_PX + 40 + key.measure(classes):
        top = _draw_locator(sheet, column, base, frame) - 40
    if key.spots:
        top = _draw_circle_key(sheet, column.left, top, key.spots[0].statements, is_plain=bool(key.colours)) - 22
    if key.colours and classes:
        top = _draw_class_key(sheet, column, top, key.colours.name, classes) - 22
    if not all(spot.is_certain for spot in key.spots):
        top = _draw_uncertain_key(sheet, column, top, is_plain=bool(key.colours)) - 22
    if key.has_links:
        top = _draw_link_key(sheet, column, top) - 22
    if key.bounds:
        top = _draw_tint_key(sheet, column, top - 16, key.bounds, key.tints) - 16
    if key.spots:
        _write_ranking(sheet, Box(column.left, column.bottom, column.right, top - 16), key.spots)


def _draw_locator(sheet: Sheet, column: Box, base: BaseLayers, frame: Frame) -> float:
    """Draw a small map of the surroundings with the view marked; return its lower edge."""
    box = Box(column.left, column.top - LOCATOR_HEIGHT_PX, column.right, column.top)
    middle = frame.panel.centre
    wide = (frame.panel.right - frame.panel.left) * frame.m_per_px * LOCATOR_ZOOM / (box.right - box.left)
    wide = max(wide, 7000.0)  # a village's surroundings say nothing: show at least some 2,400 km
    if wide > _LARGEST_M_PER_PX:
        return box.top + 40
    lon, lat = frame.to_degrees(*middle)
    around = Frame.about(float(lon), float(lat), box, wide)
    palette = sheet.palette
    sheet.fill(box, palette.water, zorder=30)
    draw_land(sheet.axes, base, around, palette, lift=30)
    draw_waters(sheet.axes, base, around, palette, width=0.5, lift=30)
    draw_lines(sheet.axes, base, around, palette, width=0.7, lift=30, divisions=False)
    sheet.fill(box, "none", edge=palette.division, width_px=1, zorder=36)
    view = _mark_view(sheet, frame, around)
    if wide < _LARGEST_NAMED_M_PER_PX:
        write_locator_names(sheet, base, around, view)
    return box.bottom


def _mark_view(sheet: Sheet, frame: Frame, around: Frame) -> Box:
    panel, (x, y) = frame.panel, around.panel.centre
    shrink = frame.m_per_px / around.m_per_px / 2
    across, up = (max(span * shrink, 5.0) for span in (panel.right - panel.left, panel.top - panel.bottom))
    view = Box(x - across, y - up, x + across, y + up)
    sheet.fill(view, "none", edge=sheet.palette.voice, width_px=2.5, zorder=37)
    return view


def _write_ranking(sheet: Sheet, space: Box, spots: tuple[Dot, ...]) -> None:
    """List the places named most, as many as there is room for."""
    room = int((space.top - 34 - space.bottom) / 27)
    if room < 3:
        return
    y = _write_head(sheet, space.left, space.top, words.PICTURE_RANKING)
    for spot in spots[: min(room, MAX_RANKED)]:
        y -= 22
        number = f"{spot.statements:,}"
        right = space.left + 250
        width = right - space.left - sheet.measure(number, 18).width - 16
        sheet.write(space.left, y, fit_line(spot.name, width, sheet.measurer(18)), 18, sheet.palette.ink)
        sheet.write(right, y, number, 18, sheet.palette.ink, align="right")
        y -= 5


def _write_head(sheet: Sheet, x: float, top: float, text: str) -> float:
    sheet.write(x, top - 16, text, _HEAD_PX, sheet.palette.ink, bold=True)
    return top - 34


def _draw_circle_key(sheet: Sheet, left: float, top: float, most: int, *, is_plain: bool) -> float:
    """Draw circles of round numbers inside one another, with their numbers; return the lower edge."""
    palette = sheet.palette
    floor_of_head = _write_head(sheet, left, top, words.PICTURE_CIRCLES)
    numbers = choose_key_numbers(most)
    radii = find_radii(numbers, most)
    foot = floor_of_head - 2 * radii[0] - 4
    middle = left + max(radii[0], 14) + 2
    label_y = float("inf")
    for number, radius in zip(numbers, radii, strict=True):
        sheet.axes.add_patch(
            CirclePatch(
                (middle, foot + radius),
                radius,
                facecolor="none" if is_plain else palette.voice,
                alpha=1 if is_plain else 0.8,
                edgecolor=palette.ink if is_plain else palette.page,
                linewidth=to_points(1.2),
                zorder=20,
            )
        )
        crown = foot + 2 * radius
        label_y = min(crown, label_y - 22)
        right = left + 2 * max(radii[0], 14) + 26
        sheet.axes.plot(
            [middle, right - 18, right - 6],
            [crown, crown, label_y],
            color=sheet.palette.quiet,
            linewidth=to_points(1),
            zorder=19,
        )
        sheet.write(right, label_y - 6, f"{number:,}", 18, sheet.palette.ink)
    return float(min(foot, label_y - 8))


def _measure_class(lines: Sequence[str]) -> float:
    return _CLASS_ROW_PX + _CLASS_LINE_PX * (len(lines) - 1)


def _draw_class_key(
    sheet: Sheet, column: Box, top: float, name: str, classes: Sequence[tuple[str, Sequence[str]]]
) -> float:
    """Draw a circle of each class under one another, with what it means; return the lower edge."""
    y = _write_head(sheet, column.left, top, name)
    radius = _CLASS_RADIUS_PX
    for fill, lines in classes:
        middle = y - radius
        _draw_disc(
            sheet,
            (column.left + radius + 4, middle),
            radius,
            facecolors=fill,
            edgecolors=sheet.palette.ink,
            linewidths=to_points(1.2),
        )
        for row, text in enumerate(lines):
            baseline = middle - 6 - row * _CLASS_LINE_PX
            sheet.write(column.left + _CLASS_INDENT_PX, baseline, text, 18, sheet.palette.ink)
        y -= _measure_class(lines)
    return y


def _draw_link_key(sheet: Sheet, column: Box, top: float) -> float:
    """Draw a line and say what it means; return the lower edge."""
    xs, middle = [column.left + 2, column.left + 30], top - 10
    sheet.axes.plot(xs, [middle, middle], color=sheet.palette.ink, alpha=0.6, linewidth=to_points(3), zorder=20)
    sheet.write(column.left + 42, middle - 6, words.PICTURE_LINKS, 18, sheet.palette.ink)
    return top - 20


def _draw_disc(sheet: Sheet, at: tuple[float, float], radius: float, **style: Any) -> None:
    sheet.axes.scatter([at[0]], [at[1]], s=to_points(2 * radius) ** 2, zorder=20, **style)


def _draw_uncertain_key(sheet: Sheet, column: Box, top: float, *, is_plain: bool) -> float:
    """Draw the dashed circle and say what it means; return the lower edge."""
    radius = 10
    _draw_disc(
        sheet,
        (column.left + radius + 4, top - radius),
        radius,
        facecolors="none",
        edgecolors=sheet.palette.ink if is_plain else sheet.palette.voice,
        linewidths=to_points(2),
        linestyles=[DASHES],
    )
    sheet.write(column.left + 2 * radius + 22, top - 16, words.PICTURE_UNCERTAIN, 18, sheet.palette.ink)
    return top - 2 * radius


def _draw_tint_key(sheet: Sheet, column: Box, top: float, bounds: tuple[int, ...], tints: tuple[str, ...]) -> float:
    """Draw the tints in a row with the numbers they begin at; return the lower edge."""
    y = _write_head(sheet, column.left, top, words.PICTURE_TINTS)
    width = min(62.0, (column.right - column.left) / len(bounds))
    for step, (bound, tint) in enumerate(zip(bounds, tints, strict=True)):
        x = column.left + step * width
        sheet.fill(Box(x, y - 24, x + width, y), tint, edge=sheet.palette.page, width_px=1, zorder=20)
        text = f"{bound:,}" if step < len(bounds) - 1 or bound == step + 1 else f"{bound:,}+"
        sheet.write(x + 2, y - 46, text, MIN_TEXT_PX, sheet.palette.ink)
    return y - 52
