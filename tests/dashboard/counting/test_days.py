"""Statements counted by day: what the time control draws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_counts import make_days

from dashboard.counting.days import ScrubberData, WideDate, build_scrubber_data, choose_unit

FIRST, LAST = date(2017, 11, 1), date(2017, 11, 10)


def count_overlaps(data: ScrubberData, start: date, end: date) -> int:
    """Count as the browser does: those begun by the end, less those over before the start."""
    a, b = (start - data.first).days, (end - data.first).days
    return sum(data.starts[: b + 1]) - sum(data.ends[:a])


def test_exact_days_are_bars_and_wider_dates_spans() -> None:
    data = build_scrubber_data(
        make_days(
            ("2017-11-02", "2017-11-02", "2017-11-03"),
            ("2017-11-02", "2017-11-02", None),
            ("2017-11-04", "2017-11-06", "2017-11-06"),
            ("2017-11-04", "2017-11-06", "2017-11-06"),
        ),
        FIRST,
        LAST,
    )
    assert data.events == (0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
    assert data.publications == (0, 0, 1, 0, 0, 2, 0, 0, 0, 0)
    assert data.spans == (WideDate(date(2017, 11, 4), date(2017, 11, 6), 2),)
    assert data.starts == (0, 2, 0, 2, 0, 0, 0, 0, 0, 0)
    assert data.ends == (0, 2, 0, 0, 0, 2, 0, 0, 0, 0)


def test_a_date_that_reaches_beyond_is_cut_at_the_edge_and_one_outside_is_left_out() -> None:
    data = build_scrubber_data(
        make_days(
            ("2017-10-01", "2017-11-02", "2017-10-31"),
            ("2017-11-09", "2018-01-01", "2017-11-11"),
            ("2014-01-01", "2020-01-01", None),
            ("2017-10-30", "2017-10-31", None),
            ("2017-11-11", "2017-11-11", None),
            (None, None, None),
        ),
        FIRST,
        LAST,
    )
    assert sum(data.events) == sum(data.publications) == 0
    assert data.spans == (
        WideDate(FIRST, date(2017, 11, 2), 1),
        WideDate(FIRST, LAST, 1),
        WideDate(date(2017, 11, 9), LAST, 1),
    )
    assert count_overlaps(data, FIRST, LAST) == 3
    assert count_overlaps(data, date(2017, 11, 4), date(2017, 11, 5)) == 1


def test_nothing_at_all_can_be_drawn() -> None:
    data = build_scrubber_data(make_days(), FIRST, LAST)
    assert data.events == data.publications == data.starts == (0,) * 10
    assert data.spans == ()


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="before first"):
        build_scrubber_data(make_days(), LAST, FIRST)


@given(
    events=st.lists(st.tuples(st.integers(-20, 30), st.integers(0, 25)), max_size=40),
    window=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted),
)
def test_the_browsers_count_is_the_number_of_statements_that_overlap(
    events: list[tuple[int, int]], window: list[int]
) -> None:
    days = [(FIRST + timedelta(days=a), FIRST + timedelta(days=a + length)) for a, length in events]
    frame = make_days(*((str(a), str(b), None) for a, b in days))
    start, end = (FIRST + timedelta(days=day) for day in window)
    data = build_scrubber_data(frame, FIRST, LAST)
    assert count_overlaps(data, start, end) == sum(a <= end and b >= start for a, b in days)
    assert sum(data.events) + sum(span.statements for span in data.spans) == sum(data.starts) == sum(data.ends)


def test_of_very_many_spans_the_commonest_are_kept_in_order() -> None:
    days = [(f"2017-{m:02}-{d:02}", "2017-12-31", None) for m in range(1, 11) for d in range(1, 26)]
    data = build_scrubber_data(make_days(*days, *[days[200]] * 3), date(2017, 1, 1), date(2017, 12, 31))
    assert len(data.spans) == 120
    assert max(span.statements for span in data.spans) == 4
    assert list(data.spans) == sorted(data.spans, key=lambda span: (span.start, span.end))
    assert sum(data.starts) == 253


@pytest.mark.parametrize(
    ("days", "unit"), [(1, "day"), (450, "day"), (451, "week"), (1100, "week"), (3150, "week"), (3151, "month")]
)
def test_bars_grow_wider_with_the_range(days: int, unit: str) -> None:
    assert choose_unit(days) == unit
