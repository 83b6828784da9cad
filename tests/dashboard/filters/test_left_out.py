"""What the map does not show, sorted out of the masks: against going through the statements one by one."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import DAY, make_index

from dashboard.choices import Filters, Limits, Selection
from dashboard.filters.facets import apply_filters
from dashboard.filters.left_out import sort_left_out

EARLY, LATE = date(1950, 1, 1), date(2017, 12, 24)
ROWS = [
    ("Agency", "", "day", DAY, [("mill", True)], 0),
    ("Agency", "", "none", None, [("port", True)], 0),
    ("Bureau", "", "day", LATE, [("mill", False)], 0),
    ("Bureau", "", "day", DAY, [], 2),
    ("", "", "day", EARLY, [("fort", True)], 0),
    ("Bureau", "", "day", DAY, [("port", True)], 1),
    ("Agency", "", "day", LATE, [], 1),
    ("Agency", "", "none", None, [], 1),
]
INDEX = make_index(ROWS)
LIMITS = Limits(date(2017, 11, 1), date(2017, 12, 31), (DAY, DAY), frozenset(), frozenset())
NOVEMBER = Selection(date(2017, 11, 1), date(2017, 11, 30))


def sort_by_hand(part: str, selection: Selection, source: str) -> list[int]:
    by_publication = selection.basis == "publication"
    found = []
    for number, (from_source, _, _, event, placed, unplaced) in enumerate(ROWS):
        day = DAY if by_publication else event
        covered = day is not None and selection.start <= day <= selection.end
        passes = source in ("", from_source)
        on_map = bool(placed)
        beyond = event is not None and not LIMITS.first <= event <= LIMITS.last
        holds = {
            "hidden": on_map and not passes and covered,
            "undated": passes and on_map and day is None,
            "unplaced": passes and not placed and unplaced and covered,
            "elsewhen": passes and on_map and beyond and not by_publication,
        }
        if holds[part]:
            found.append(number)
    return found


@pytest.mark.parametrize("basis", ["event", "publication"])
@pytest.mark.parametrize("source", ["", "Agency", "Bureau"])
@pytest.mark.parametrize("part", ["hidden", "unplaced", "elsewhen"])
def test_each_part_holds_what_going_through_the_statements_finds(part: str, source: str, basis: str) -> None:
    selection = Selection(NOVEMBER.start, NOVEMBER.end, basis)  # type: ignore[arg-type]
    every = apply_filters(INDEX, Filters())
    kept = apply_filters(INDEX, Filters(sources=(source,)) if source else Filters())
    found = sort_left_out(INDEX, part, every, kept, selection, LIMITS)  # type: ignore[arg-type]
    assert sorted(found.tolist()) == sort_by_hand(part, selection, source)


def test_undated_statements_have_no_day_and_pass_the_filters() -> None:
    every = apply_filters(INDEX, Filters())
    found = sort_left_out(INDEX, "undated", every, every, NOVEMBER, LIMITS).tolist()
    assert 1 in found
    assert all(ROWS[number][3] is None for number in found)


@given(st.sampled_from(["hidden", "unplaced", "elsewhen"]), st.sampled_from(["Agency", "Bureau"]))
def test_parts_stand_in_order_of_their_days(part: str, source: str) -> None:
    every, kept = apply_filters(INDEX, Filters()), apply_filters(INDEX, Filters(sources=(source,)))
    found = sort_left_out(INDEX, part, every, kept, NOVEMBER, LIMITS)  # type: ignore[arg-type]
    days = INDEX.starts[found]
    assert (np.diff(days.astype("datetime64[D]").astype(int)) >= 0).all()
