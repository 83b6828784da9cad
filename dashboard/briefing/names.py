"""The names of the ground: countries in spaced capitals, regions, waters, rivers along the line, towns."""

import geopandas as gpd
import numpy as np
import shapely

from dashboard.briefing.ground import BaseLayers, Frame, find_lines
from dashboard.briefing.labels import Box, Label, Point, Taken, place_along, place_at_anchor, place_labels
from dashboard.briefing.places import find_middle
from dashboard.briefing.sheet import MIN_TEXT_PX, Sheet, to_points
from dashboard.briefing.style import clean_text, has_italic

MAX_TOWNS = 14
_TOWN_APART_PX = 26.0
_LAKE_SHARE = 0.6  # a name much wider than its lake would seem to name the land


def write_ground_names(sheet: Sheet, base: BaseLayers, frame: Frame, shades: gpd.GeoDataFrame, taken: Taken) -> None:
    """Write the names of the base map wherever nothing is in the way, the widest first.

    Parameters
    ----------
    sheet : Sheet
        What to write on.
    base : BaseLayers
        The base map.
    frame : Frame
        The view.
    shades : GeoDataFrame
        Shaded regions in pixels, with `name`; named too where the base map has no name for them.
    taken : Taken
        What may not be covered.
    """
    written = _write_countries(sheet, base, frame, taken) | _write_regions(sheet, base, frame, taken)
    _write_shades(sheet, shades, written, taken)
    _write_rivers(sheet, base, frame, taken)
    _write_waters(sheet, base, frame, taken)
    _write_towns(sheet, base, frame, taken)


def write_locator_names(sheet: Sheet, base: BaseLayers, frame: Frame, view: Box) -> None:
    """Write the names of the shown countries on the locator where they fit beside the outline of the view.

    Parameters
    ----------
    sheet : Sheet
        What is drawn on.
    base : BaseLayers
        The layers of the base map.
    frame : Frame
        The part of the world that is drawn.
    view : Box
        Where the small map lies in the picture, in pixels.
    """
    taken = Taken(frame.panel.grow(-4), lines=find_lines(base, frame, ["border"]))
    for edge in _list_edges(view):
        taken.add(edge)
    for name, rank, anchors in _list_names(base, "country", frame):
        if rank <= 1:
            _write_centred(sheet, name, anchors, taken, size_px=MIN_TEXT_PX, colour=sheet.palette.ink, zorder=38)


def _list_edges(box: Box) -> tuple[Box, ...]:
    left, bottom, right, top = box
    return (
        Box(left - 2, bottom, left + 2, top),
        Box(right - 2, bottom, right + 2, top),
        Box(left, bottom - 2, right, bottom + 2),
        Box(left, top - 2, right, top + 2),
    )


def _list_names(base: BaseLayers, kind: str, frame: Frame) -> list[tuple[str, float, list[Point]]]:
    """Return name, rank and anchors in pixels of a kind of label in view, by rank, then name."""
    names = []
    for row in base.select("label", kind).itertuples():
        points = shapely.get_coordinates(row.geometry)
        xs, ys = frame.to_sheet(points[:, 0], points[:, 1])
        panel = frame.panel
        inside = (xs > panel.left) & (xs < panel.right) & (ys > panel.bottom) & (ys < panel.top)
        anchors = [(float(x), float(y)) for x, y in zip(xs[inside], ys[inside], strict=True)]
        name = clean_text(row.name)
        if anchors and name:
            names.append((name, float(row.rank), anchors))
    return sorted(names, key=lambda entry: entry[:2][::-1])


def _write_centred(
    sheet: Sheet,
    text: str,
    anchors: list[Point],
    taken: Taken,
    *,
    size_px: float,
    colour: str,
    italic: bool = False,
    zorder: float = 14,
) -> bool:
    size = sheet.measure(text, size_px, italic=italic)
    box = place_at_anchor(anchors, size.width + 8, size.ascent + size.descent + 6, taken)
    if box:
        x = (box.left + box.right) / 2
        sheet.write(
            x, box.bottom + 3 + size.descent, text, size_px, colour, italic=italic, align="center", zorder=zorder
        )
    return box is not None


def _space_out(name: str) -> str:
    """Return a name in spaced capitals; scripts without capitals join their letters and stay as they are."""
    capitals = name.upper()
    if capitals == name.lower():
        return name
    return "\u2009".join(capitals).replace(" ", "\u2002")


def _write_countries(sheet: Sheet, base: BaseLayers, frame: Frame, taken: Taken) -> set[str]:
    written = set()
    for name, rank, anchors in _list_names(base, "country", frame):
        size_px = 27 if rank <= 1 else 22
        if _write_centred(sheet, _space_out(name), anchors, taken, size_px=size_px, colour=sheet.palette.quiet):
            written.add(name.casefold())
    return written


def _write_regions(sheet: Sheet, base: BaseLayers, frame: Frame, taken: Taken) -> set[str]:
    written = set()
    for name, rank, anchors in _list_names(base, "region", frame):
        if rank <= 1 and _write_centred(
            sheet, _space_out(name), anchors, taken, size_px=MIN_TEXT_PX, colour=sheet.palette.quiet
        ):
            written.add(name.casefold())
    return written


def _write_shades(sheet: Sheet, shades: gpd.GeoDataFrame, written: set[str], taken: Taken) -> None:
    """Name the shaded regions the base map left unnamed ("Anbar" stands for "Anbar Governorate")."""
    for row in shades.itertuples():
        name = clean_text(row.name)
        if name and not any(name.casefold().startswith(other) for other in written):
            _write_centred(
                sheet,
                _space_out(name),
                [find_middle(row.geometry)],
                taken,
                size_px=MIN_TEXT_PX,
                colour=sheet.palette.quiet,
            )


def _write_rivers(sheet: Sheet, base: BaseLayers, frame: Frame, taken: Taken) -> None:
    rivers = frame.project(base.select("river"))
    rivers = rivers[rivers["name"].fillna("") != ""]
    for (rank, name), group in rivers.groupby(["rank", "name"], sort=True):
        text = clean_text(name)
        size_px = 20 if float(rank) <= 3 else MIN_TEXT_PX
        line = shapely.line_merge(shapely.union_all(group.geometry.to_numpy()))
        if text and has_italic(text):
            _write_along(sheet, text, line, size_px, taken)


def _write_along(sheet: Sheet, text: str, line: shapely.Geometry, size_px: float, taken: Taken) -> None:
    frame_width = sheet.measure("nn", 10 * size_px, italic=True).width  # between two letters a space has its width too
    advances = [sheet.measure(f"n{letter}n", 10 * size_px, italic=True).width - frame_width for letter in text]
    advances = [advance / 10 + (6 if letter == " " else 1.5) for advance, letter in zip(advances, text, strict=True)]
    for part in sorted(shapely.get_parts(line), key=lambda piece: -piece.length):
        points = shapely.get_coordinates(part)
        letters = place_along(points, advances, size_px, taken) if part.length > sum(advances) else None
        if letters:
            for letter, (x, y, turn) in zip(text, letters, strict=True):
                sheet.write(
                    x,
                    y,
                    letter,
                    size_px,
                    sheet.palette.stream,
                    italic=True,
                    align="center",
                    turn_deg=turn,
                    zorder=14,
                )
            return


def _write_waters(sheet: Sheet, base: BaseLayers, frame: Frame, taken: Taken) -> None:
    lakes = frame.project(base.select("lake"))
    widths = {clean_text(row.name): row.geometry.bounds[2] - row.geometry.bounds[0] for row in lakes.itertuples()}
    for kind, size_px in (("water", 22.0), ("lake", MIN_TEXT_PX)):
        for name, _, anchors in _list_names(base, kind, frame):
            needed = sheet.measure(name, size_px, italic=True).width * _LAKE_SHARE
            if kind == "water" or widths.get(name, 0) >= needed:
                _write_centred(sheet, name, anchors, taken, size_px=size_px, colour=sheet.palette.stream, italic=True)


def _write_towns(sheet: Sheet, base: BaseLayers, frame: Frame, taken: Taken) -> None:
    """Name a few large towns; one beside a circle is the circle's own, in another spelling."""
    circles = np.array(taken.circles).reshape(-1, 3)
    points = [(name, anchors[0]) for name, _, anchors in _list_names(base, "city", frame)]
    apart = [town for town in points if np.all(np.hypot(*(circles[:, :2] - town[1]).T) > _TOWN_APART_PX)]
    for name, (x, y) in apart[:MAX_TOWNS]:
        size = sheet.measure(name, MIN_TEXT_PX)
        label = Label(name, x, y, 3, size.width + 4, size.ascent + size.descent + 2)
        for placed in place_labels([label], taken):
            if placed.leader is None:
                quiet = sheet.palette.quiet
                sheet.axes.scatter([x], [y], s=to_points(6) ** 2, color=quiet, linewidths=0, zorder=9)
                sheet.write(
                    placed.box.left + 2, placed.box.bottom + 1 + size.descent, name, MIN_TEXT_PX, quiet, zorder=14
                )
