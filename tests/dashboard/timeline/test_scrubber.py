"""What the time control counts, sends and takes back."""

import json
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from made_counts import make_days

from dashboard import words
from dashboard.choices.selection import Window
from dashboard.counting.days import build_scrubber_data
from dashboard.timeline.scrubber import read_window, write_message

FIRST, LAST = date(2017, 11, 1), date(2017, 11, 10)


def test_the_message_is_plain_and_holds_every_word() -> None:
    data = build_scrubber_data(make_days(("2017-11-04", "2017-11-06", None)), FIRST, LAST)
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
