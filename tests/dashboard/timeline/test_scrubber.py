"""What the time control counts, sends and takes back."""

import json
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import words
from dashboard.choices.selection import Window
from dashboard.counting.days import ScrubberData, Span, build_scrubber_data, choose_unit
from dashboard.timeline.scrubber import read_window, write_message

FIRST, LAST = date(2017, 11, 1), date(2017, 11, 10)


def make_statements(*rows: tuple[str | None, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["event_start", "event_end", "published_on"], dtype=object)
    return frame.apply(pd.to_datetime)


def count_overlaps(data: ScrubberData, start: date, end: date) -> int:
    """Count as the browser does: those begun by the end, less those over before the start."""
    a, b = (start - data.first).days, (end - data.first).days
    return sum(data.starts[: b + 1]) - sum(data.ends[:a])


def test_exact_days_are_bars_and_wider_dates_spans() -> None:
    data = build_scrubber_data(
        make_statements(
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
    assert data.spans == (Span(date(2017, 11, 4), date(2017, 11, 6), 2),)
    assert data.starts == (0, 2, 0, 2, 0, 0, 0, 0, 0, 0)
    assert data.ends == (0, 2, 0, 0, 0, 2, 0, 0, 0, 0)


def test_a_date_that_reaches_beyond_is_cut_at_the_edge_and_one_outside_is_left_out() -> None:
    data = build_scrubber_data(
        make_statements(
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
        Span(FIRST, date(2017, 11, 2), 1),
        Span(FIRST, LAST, 1),
        Span(date(2017, 11, 9), LAST, 1),
    )
    assert count_overlaps(data, FIRST, LAST) == 3
    assert count_overlaps(data, date(2017, 11, 4), date(2017, 11, 5)) == 1


def test_nothing_at_all_can_be_drawn() -> None:
    data = build_scrubber_data(make_statements(), FIRST, LAST)
    assert data.events == data.publications == data.starts == (0,) * 10
    assert data.spans == ()


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="before first"):
        build_scrubber_data(make_statements(), LAST, FIRST)


@given(
    events=st.lists(st.tuples(st.integers(-20, 30), st.integers(0, 25)), max_size=40),
    window=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted),
)
def test_the_browsers_count_is_the_number_of_statements_that_overlap(
    events: list[tuple[int, int]], window: list[int]
) -> None:
    days = [(FIRST + timedelta(days=a), FIRST + timedelta(days=a + length)) for a, length in events]
    frame = make_statements(*((str(a), str(b), None) for a, b in days))
    start, end = (FIRST + timedelta(days=day) for day in window)
    data = build_scrubber_data(frame, FIRST, LAST)
    assert count_overlaps(data, start, end) == sum(a <= end and b >= start for a, b in days)
    assert sum(data.events) + sum(span.statements for span in data.spans) == sum(data.starts) == sum(data.ends)


def test_of_very_many_spans_the_commonest_are_kept_in_order() -> None:
    days = [(f"2017-{m:02}-{d:02}", "2017-12-31", None) for m in range(1, 11) for d in range(1, 26)]
    data = build_scrubber_data(make_statements(*days, *[days[200]] * 3), date(2017, 1, 1), date(2017, 12, 31))
    assert len(data.spans) == 120
    assert max(span.statements for span in data.spans) == 4
    assert list(data.spans) == sorted(data.spans, key=lambda span: (span.start, span.end))
    assert sum(data.starts) == 253


@pytest.mark.parametrize(
    ("days", "unit"), [(1, "day"), (450, "day"), (451, "week"), (1100, "week"), (3150, "week"), (3151, "month")]
)
def test_bars_grow_wider_with_the_range(days: int, unit: str) -> None:
    assert choose_unit(days) == unit


def test_the_message_is_plain_and_holds_every_word() -> None:
    data = build_scrubber_data(make_statements(("2017-11-04", "2017-11-06", None)), FIRST, LAST)
    message = json.loads(json.dumps(write_message(data, Window(date(2017, 11, 2), date(2017, 11, 5), "publication"))))
    assert message["window"] == [1, 4]
    assert message["spans"] == [[3, 5, 1]]
    assert message["words"] == words.TIME_CONTROL


def test_the_message_of_three_years_is_small() -> None:
    rng = np.random.default_rng(1)
    start = pd.Timestamp("2015-01-01") + pd.to_timedelta(rng.integers(0, 1100, 100_000), unit="D")
    end = start + pd.to_timedelta(np.where(rng.random(100_000) < 0.1, rng.integers(1, 60, 100_000), 0), unit="D")
    frame = pd.DataFrame({"event_start": start, "event_end": end, "published_on": start})
    data = build_scrubber_data(frame, date(2015, 1, 1), date(2018, 1, 4))
    assert len(json.dumps(write_message(data, Window(data.first, data.last, "event")))) < 30_000


def test_a_window_from_the_browser_is_read() -> None:
    value = {"start": "2017-11-02", "end": "2017-11-10", "basis": "publication"}
    assert read_window(value, FIRST, LAST) == Window(date(2017, 11, 2), LAST, "publication")


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "2017-11-02",
        {},
        {"start": "2017-11-02", "end": "2017-11-03"},
        {"start": "2017-11-02", "end": "2017-11-03", "basis": "reading"},
        {"start": "2017-11-02", "end": "2017-11-03", "basis": ["event"]},
        {"start": "2017-11-03", "end": "2017-11-02", "basis": "event"},
        {"start": "2017-10-31", "end": "2017-11-02", "basis": "event"},
        {"start": "2017-11-02", "end": "2017-11-11", "basis": "event"},
        {"start": "soon", "end": "2017-11-03", "basis": "event"},
        {"start": 20171102, "end": 20171103, "basis": "event"},
        {"start": None, "end": "2017-11-03", "basis": "event"},
    ],
)
def test_anything_else_from_the_browser_is_refused(value: Any) -> None:
    assert read_window(value, FIRST, LAST) is None
