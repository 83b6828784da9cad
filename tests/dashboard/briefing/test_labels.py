"""Labels: where a name may stand on the sheet."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pictures import PANEL
from shapely.geometry import LineString, MultiPoint, box

from dashboard.briefing.labels import Box, Disc, Label, Taken, place_along, place_at_anchor, place_labels

points = st.tuples(st.floats(60, 1470), st.floats(110, 890), st.floats(2, 38), st.floats(20, 300))


@given(st.lists(points, min_size=1, max_size=25), st.lists(points, max_size=5))
@settings(max_examples=60, deadline=None)
def test_labels_overlap_nothing(spots, blocked):
    circles = [Disc(x, y, radius) for x, y, radius, _ in spots]
    taken = Taken(PANEL, circles)
    plates = [Box(x, y, x + width, y + radius) for x, y, radius, width in blocked]
    for plate in plates:
        taken.add(plate)
    labels = [Label(str(row), x, y, radius, width, 22) for row, (x, y, radius, width) in enumerate(spots)]
    placed = place_labels(labels, taken)
    boxes = [label.box for label in placed]
    for row, one in enumerate(boxes):
        assert one.lies_in(PANEL)
        assert not any(one.overlaps(other) for other in [*boxes[:row], *plates])
        shape = box(*one)
        for label in placed:
            assert label.leader is None or not LineString(label.leader).crosses(shape.buffer(-2))
        for circle in circles:
            assert shape.distance(MultiPoint([circle[:2]])) >= circle.radius


def test_labels_find_room_by_a_leader_line_where_circles_crowd():
    crowd = [Disc(500 + 20 * row, 500, 8) for row in range(12)]
    labels = [Label(str(row), *circle, 90, 20) for row, circle in enumerate(crowd)]
    placed = place_labels(labels, Taken(PANEL, crowd))
    assert len(placed) >= 6
    assert any(label.leader for label in placed)


def test_names_of_areas_keep_off_rivers_and_borders_while_they_can():
    river = LineString([(0, 505), (2000, 505)])
    anchor = [(700.0, 500.0)]
    free = place_at_anchor(anchor, 100, 20, Taken(PANEL))
    assert free is not None
    assert free.centre == anchor[0]
    clear = place_at_anchor(anchor, 100, 20, Taken(PANEL, lines=LineString([(0, 512), (2000, 508)])))
    assert clear is not None
    assert not box(*clear).intersects(LineString([(0, 512), (2000, 508)]))
    assert clear.centre[1] < 508, "on the anchor's side of the line"
    cornered = place_at_anchor(anchor, 100, 20, Taken(PANEL, lines=MultiPoint([(700, 505)]).union(river)))
    assert cornered is not None


def test_a_river_is_named_along_its_course_and_upright():
    down_left = np.array([(1200.0, 700.0), (900.0, 600.0), (500.0, 420.0), (300.0, 300.0)])
    letters = place_along(down_left, [11.0] * 9, 20, Taken(PANEL))
    assert letters is not None
    assert [letter.x for letter in letters] == sorted(letter.x for letter in letters)
    assert all(0 < letter.turn_deg < 60 for letter in letters)
    course = LineString(down_left)
    assert all(3 < course.distance(MultiPoint([letter[:2]])) < 16 for letter in letters)
    assert place_along(down_left, [200.0] * 9, 20, Taken(PANEL)) is None


BOXES = st.tuples(st.floats(0, 90), st.floats(0, 90), st.floats(1, 50), st.floats(1, 50)).map(
    lambda at: Box(at[0], at[1], at[0] + at[2], at[1] + at[3])
)


@given(BOXES, BOXES)
def test_boxes_overlap_as_their_shapes_do(one: Box, other: Box) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    shared = box(*one).intersection(box(*other)).area
    if shared > 1e-6:
        assert one.overlaps(other)
    if not box(*one).intersects(box(*other)):
        assert not one.overlaps(other)


@given(BOXES, st.floats(0.1, 20))
def test_a_box_lies_in_itself_grown(one: Box, margin: float) -> None:
    assert one.lies_in(one.grow(margin))
    assert not one.grow(margin).lies_in(one)
    assert one.grow(margin).centre == pytest.approx(one.centre)


def test_what_is_taken_is_not_free() -> None:
    taken = Taken(PANEL, [Disc(500, 500, 20)])
    plate = Box(700, 500, 800, 520)
    assert taken.is_free(plate)
    taken.add(plate)
    assert not taken.is_free(plate)
    assert not taken.is_free(plate.grow(-5))
    assert not taken.is_free(Box(490, 490, 600, 510)), "a circle is there"
    assert not taken.is_free(Box(PANEL.right - 5, 500, PANEL.right + 50, 520)), "beyond the panel"


def test_a_leader_keeps_off_other_circles_and_plates() -> None:
    taken = Taken(PANEL, [Disc(500, 500, 10), Disc(600, 500, 10)])
    own = Disc(500, 500, 10)
    assert taken.is_line_free(((500, 510), (500, 600)), own)
    assert not taken.is_line_free(((510, 500), (700, 500)), own)
    taken.add(Box(480, 540, 520, 560))
    assert not taken.is_line_free(((500, 510), (500, 600)), own)


def test_the_largest_is_named_first() -> None:
    """Two labels that want the same room: the first asked for has it."""
    circles = [Disc(700, 500, 12), Disc(704, 500, 12)]
    labels = [Label(name, *circle, 200, 22) for name, circle in zip("ab", circles, strict=True)]
    placed = place_labels(labels, Taken(PANEL, circles))
    assert placed[0].text == "a" if hasattr(placed[0], "text") else placed[0].label.text == "a"


def test_no_labels_are_placed_where_there_is_no_room() -> None:
    assert place_labels([Label("wide", 700, 500, 5, 5_000, 22)], Taken(PANEL)) == []
    assert place_at_anchor([(700.0, 500.0)], 5_000, 20, Taken(PANEL)) is None
    assert place_at_anchor([], 50, 20, Taken(PANEL)) is None
