"""Where the labels of the briefing picture go: greedy, in order of importance, and never over one another.

All coordinates are pixels of the sheet, x to the right and y up.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

GAP_PX = 5.0
_LEADER_GAPS_PX = (20.0, 36.0, 56.0, 80.0, 108.0, 140.0)
_SHARES_ASIDE = (0.0, 0.4, -0.4)  # a label above its point may stand to one side of its line
_NEAR = ((1, 0), (-1, 0), (0.72, 0.72), (0.72, -0.72), (-0.72, 0.72), (-0.72, -0.72), (0, 1), (0, -1))
_SHIFTS = (
    (0, 0),
    (0, 1.1),
    (0, -1.1),
    (0.3, 0),
    (-0.3, 0),
    (0.5, 1.1),
    (-0.5, -1.1),
    (0, 2.2),
    (0, -2.2),
    (0.6, 0),
    (-0.6, 0),
)
_MAX_BEND_DEG = 140.0

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle on the sheet.

    Attributes
    ----------
    left, bottom, right, top : float
        Its edges, in pixels, y up.
    """

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def lies_in(self, other: "Box") -> bool:
        """Tell whether this box is wholly inside `other`."""
        across = self.left >= other.left and self.right <= other.right
        return across and self.bottom >= other.bottom and self.top <= other.top

    def grow(self, margin_px: float) -> "Box":
        """Return the box with a margin on all sides."""
        return Box(self.left - margin_px, self.bottom - margin_px, self.right + margin_px, self.top + margin_px)

    @property
    def centre(self) -> Point:
        """The middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


class Disc(NamedTuple):
    """A circle on the map.

    Attributes
    ----------
    x, y : float
        Its middle, in pixels.
    radius : float
        In pixels.
    """

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants a place beside a point.

    Attributes
    ----------
    text : str
        One line.
    x, y : float
        The point, in pixels.
    radius : float
        Of the circle drawn at the point, in pixels; the text keeps off it.
    width, height : float
        Of the box the text takes, in pixels.
    """

    text: str
    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label that found room.

    Attributes
    ----------
    text : str
        One line.
    box : Box
        Where it stands.
    leader : tuple of Point, or None
        Both ends of the line from the label to its point; None where the label stands beside the point.
    """

    text: str
    box: Box
    leader: tuple[Point, Point] | None = None


@dataclass(slots=True)
class Taken:
    """What is on the map already: nothing may be written over it.

    Attributes
    ----------
    within : Box
        The panel.
    circles : sequence of Disc
        Every circle drawn.
    lines : shapely.Geometry or None
        Rivers and borders: names of areas keep off them where they can.
    """

    within: Box
    circles: Sequence[Disc] = ()
    lines: shapely.Geometry | None = None
    _boxes: list[Box] = field(default_factory=list)
    _leader_points: list[Point] = field(default_factory=list)

    def add(self, box: Box) -> None:
        """Mark a box as taken."""
        self._boxes.append(box)

    def add_leader(self, leader: tuple[Point, Point]) -> None:
        """Mark a leader line as taken."""
        self._leader_points.extend(_sample_line(*leader))

    def is_free(self, box: Box) -> bool:
        """Tell whether a box is inside the panel and touches neither box, circle nor leader line."""
        if not box.lies_in(self.within) or any(box.overlaps(other) for other in self._boxes):
            return False
        return not self._meets_circle(box) and not _holds_point(box.grow(2), self._leader_points)

    def is_line_free(self, leader: tuple[Point, Point], own: Disc) -> bool:
        """Tell whether a leader line crosses no box, and no circle but its own."""
        points = _sample_line(*leader)
        if any(_holds_point(box, points) for box in self._boxes):
            return False
        others = np.array([circle for circle in self.circles if circle != own]).reshape(-1, 3)
        line = np.array(points)
        apart = np.hypot(others[:, :1] - line[:, 0], others[:, 1:2] - line[:, 1])
        return not bool((apart < others[:, 2:] + 1).any())

    def is_clear(self, box: Box, anchor: Point) -> bool:
        """Tell whether a box is free, and no river or border crosses it or parts it from its anchor."""
        if not self.is_free(box):
            return False
        return self.lines is None or not self.lines.intersects(
            shapely.union(shapely.box(*box), shapely.linestrings([anchor, box.centre]))
        )

    def _meets_circle(self, box: Box) -> bool:
        if not self.circles:
            return False
        circles = np.array(self.circles)
        away_x = np.maximum(np.maximum(box.left - circles[:, 0], circles[:, 0] - box.right), 0)
        away_y = np.maximum(np.maximum(box.bottom - circles[:, 1], circles[:, 1] - box.top), 0)
        return bool((np.hypot(away_x, away_y) < circles[:, 2] + 1).any())


def _sample_line(start: Point, end: Point) -> list[Point]:
    count = max(2, int(math.dist(start, end) / 4))
    steps = np.linspace(0, 1, count)
    return [(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step) for step in steps]


def _holds_point(box: Box, points: list[Point]) -> bool:
    return any(box.left <= x <= box.right and box.bottom <= y <= box.top for x, y in points)


def place_labels(labels: Sequence[Label], taken: Taken) -> list[PlacedLabel]:
    """Place labels beside their points, first come first served.

    Parameters
    ----------
    labels : sequence of Label
        The most important first.
    taken : Taken
        What may not be covered; the placed labels are added to it.

    Returns
    -------
    list of PlacedLabel
        Those that found room, in the order given. None overlaps another, a circle, or the panel's edge.
    """
    placed = []
    for label in labels:
        spot = _find_spot(label, taken)
        if spot:
            placed.append(spot)
            taken.add(spot.box)
            if spot.leader:
                taken.add_leader(spot.leader)
    return placed


def _find_spot(label: Label, taken: Taken) -> PlacedLabel | None:
    for direction in _NEAR:
        box = _box_towards(label, direction, label.radius + GAP_PX)
        if taken.is_free(box):
            return PlacedLabel(label.text, box)
    own = Disc(label.x, label.y, label.radius)
    for box, leader in _list_far_boxes(label):
        if taken.is_free(box) and taken.is_line_free(leader, own):
            return PlacedLabel(label.text, box, leader)
    return None


def _list_far_boxes(label: Label) -> Iterator[tuple[Box, tuple[Point, Point]]]:
    for gap in _LEADER_GAPS_PX:
        for step in (0, 1, -1, 8, 7, -7, 2, -2, 6, -6, 3, -3, 5, -5, 4, -4):
            angle = math.pi * step / 8
            direction = (math.cos(angle), math.sin(angle))
            start = (label.x + direction[0] * label.radius, label.y + direction[1] * label.radius)
            reach = label.radius + gap - 2
            leader = (start, (label.x + direction[0] * reach, label.y + direction[1] * reach))
            box = _box_towards(label, direction, label.radius + gap)
            for share in _SHARES_ASIDE if step in (4, -4) else (0.0,):
                aside = share * label.width
                yield Box(box.left + aside, box.bottom, box.right + aside, box.top), leader


def _box_towards(label: Label, direction: tuple[float, float], reach_px: float) -> Box:
    """Return the label's box whose near side or corner is `reach_px` from the point in a direction."""
    x, y = label.x + direction[0] * reach_px, label.y + direction[1] * reach_px
    left = x - label.width * _share_behind(direction[0])
    bottom = y - label.height * _share_behind(direction[1])
    return Box(left, bottom, left + label.width, bottom + label.height)


def _share_behind(part: float) -> float:
    if abs(part) < 0.3:
        return 0.5
    return 0.0 if part > 0 else 1.0


def place_at_anchor(anchors: Sequence[Point], width: float, height: float, taken: Taken) -> Box | None:
    """Return a free box of that size on one of the anchors, or near it on the same side of every line, and mark it.

    Parameters
    ----------
    anchors : sequence of Point
        Points where the text may stand, the best first; pixels.
    width : float
        Of the text, in pixels.
    height : float
        Of the text, in pixels.
    taken : Taken
        What is occupied already; what is written is added.
    """
    near = [(anchor, _box_about(anchor, shift, width, height)) for anchor in anchors for shift in _SHIFTS]
    clear = (box for anchor, box in near if taken.is_clear(box, anchor))
    free = (box for anchor in anchors if taken.is_free(box := _box_about(anchor, (0.0, 0.0), width, height)))
    chosen = next(itertools.chain(clear, free), None)
    if chosen:
        taken.add(chosen)
    return chosen


def _box_about(anchor: Point, shift: tuple[float, float], width: float, height: float) -> Box:
    x, y = anchor[0] + shift[0] * width, anchor[1] + shift[1] * height
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


class PlacedLetter(NamedTuple):
    """Where one letter of a name stands.

    Attributes
    ----------
    x, y : float
        The middle of the letter's foot, in pixels.
    turn_deg : float
        Its turn in degrees, anticlockwise.
    """

    x: float
    y: float
    turn_deg: float


def place_along(
    line: NDArray[np.float64], advances: Sequence[float], height: float, taken: Taken
) -> list[PlacedLetter] | None:
    """Set a name letter by letter along a line, on its calmest free stretch.

    Parameters
    ----------
    line : array of shape (n, 2)
        Points of the line.
    advances : sequence of float
        Width of each letter in pixels, spacing included.
    height : float
        Height of the letters in pixels; the name stands a little above the line.
    taken : Taken
        What may not be covered; the name is added to it.

    Returns
    -------
    list of PlacedLetter or None
        One a letter, read from left to right, or None where no stretch is free and calm enough.
    """
    line = _smooth_line(line, height * 2.4)
    along = _measure_along(line)
    options = []
    for start in np.arange(height, along[-1] - float(sum(advances)) - height, 12.0):
        letters = _set_letters(line, along, float(start), advances, height)
        turns = np.abs(np.diff([letter.turn_deg for letter in letters]))
        bend = float(turns.sum() + 4 * turns.max(initial=0))
        if bend < _MAX_BEND_DEG:
            options.append((bend, letters))
    for _, letters in sorted(options, key=lambda option: option[0]):
        boxes = [_box_of_letter(letter, height) for letter in letters]
        if all(taken.is_free(box) for box in boxes):
            for box in boxes:
                taken.add(box)
            return letters
    return None


def _measure_along(line: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def _smooth_line(line: NDArray[np.float64], reach_px: float) -> NDArray[np.float64]:
    """Even out bends smaller than `reach_px`, which would make the letters stagger; the ends are cut by as much."""
    along = _measure_along(line)
    at = np.arange(0, along[-1], 4.0)
    window = np.hanning(2 * int(reach_px / 4) + 3)
    even = [np.interp(at, along, line[:, axis]) for axis in (0, 1)]
    if len(at) <= len(window):
        return np.column_stack(even)
    return np.column_stack([np.convolve(values, window / window.sum(), mode="valid") for values in even])


def _box_of_letter(letter: PlacedLetter, height: float) -> Box:
    turn = math.radians(letter.turn_deg)
    x, y = letter.x - math.sin(turn) * height * 0.3, letter.y + math.cos(turn) * height * 0.3
    return Box(x - height / 2, y - height / 2, x + height / 2, y + height / 2)


def _set_letters(
    line: NDArray[np.float64], along: NDArray[np.float64], start: float, advances: Sequence[float], height: float
) -> list[PlacedLetter]:
    """Return the letters of a name that begins `start` pixels along the line, upright whichever way the line runs."""
    total = float(sum(advances))
    forwards = np.interp(start + total, along, line[:, 0]) >= np.interp(start, along, line[:, 0])
    middles = np.cumsum(advances) - np.array(advances) / 2
    at = start + (middles if forwards else total - middles)
    reach = height / 2
    ahead = at + (reach if forwards else -reach)
    behind = at - (reach if forwards else -reach)
    here, there, back = (
        np.column_stack([np.interp(spot, along, line[:, axis]) for axis in (0, 1)]) for spot in (at, ahead, behind)
    )
    slope = there - back
    turns = np.unwrap(np.arctan2(slope[:, 1], slope[:, 0]))
    lift = height * 0.42
    xs, ys = here[:, 0] - np.sin(turns) * lift, here[:, 1] + np.cos(turns) * lift
    return [PlacedLetter(*map(float, letter)) for letter in zip(xs, ys, np.degrees(turns), strict=True)]
