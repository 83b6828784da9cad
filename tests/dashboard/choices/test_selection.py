"""What the viewer chose: URL, frames, words."""

from datetime import date, timedelta
from typing import get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from recount import count_places, keep_selected, sort_out

from dashboard import words
from dashboard.choices.address import read_url, write_url
from dashboard.choices.selection import Limits, Selection, choose_window, clamp_window, describe, find_span
from dashboard.contract import Colour, Ground, View

FIRST, LAST = date(2017, 9, 5), date(2017, 12, 11)
LIMITS = Limits(
    FIRST, LAST, (date(2017, 11, 1), date(2017, 11, 14)), frozenset({"sy-al-bukamal", "sy-mayadin"}), frozenset({"r1"})
)

days = st.dates(FIRST, LAST)
selections = st.builds(
    lambda a, b, **more: Selection(min(a, b), max(a, b), **more),
    days,
    days,
    basis=st.sampled_from(["event", "publication"]),
    place_id=st.sampled_from(["", *LIMITS.place_ids]),
    report_id=st.sampled_from(["", "r1"]),
    view=st.none()
    | st.builds(
        View,
        st.integers(-90_000, 90_000).map(lambda n: n / 1000),
        st.integers(-180_000, 180_000).map(lambda n: n / 1000),
        st.integers(0, 72).map(lambda n: n / 4),
    ),
    uncertain=st.booleans(),
    colour=st.sampled_from(get_args(Colour)),
    links=st.booleans(),
    ground=st.sampled_from(get_args(Ground)),
)


def told(name: str, value: str, allowed: str) -> str:
    return words.URL_BAD_CHOICE.format(name=name, value=value, allowed=allowed)


# --- URL


@given(selections)
def test_a_selection_comes_back_from_its_url(selection: Selection) -> None:
    assert read_url(write_url(selection), LIMITS) == (selection, [])


def test_the_url_is_short_and_readable() -> None:
    selection = Selection(
        date(2017, 11, 1), date(2017, 11, 14), place_id="sy-al-bukamal", view=View(34.4501, 40.92, 9.0)
    )
    assert write_url(selection) == {
        "from": "2017-11-01",
        "to": "2017-11-14",
        "place": "sy-al-bukamal",
        "at": "34.450_40.920_9",
    }


@pytest.mark.parametrize("names", [(), ("from", "to", "by", "order", "at", "table", "place", "context")])
def test_an_empty_url_is_the_first_view(names: tuple[str, ...]) -> None:
    assert read_url(dict.fromkeys(names, ""), LIMITS) == (Selection(*LIMITS.window), [])


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ({"place": "sy-nowhere"}, words.URL_UNKNOWN_PLACE.format(value="sy-nowhere")),
        ({"report": "r9"}, words.URL_UNKNOWN_REPORT.format(value="r9")),
        ({"from": "2017-13-44"}, words.URL_BAD_DATE.format(value="2017-13-44")),
        ({"from": "2017-11-01", "to": "soon"}, words.URL_BAD_DATE.format(value="soon")),
        ({"at": "1_2"}, words.URL_BAD_VIEW.format(value="1_2")),
        ({"at": "106.8_40_9"}, words.URL_BAD_VIEW.format(value="106.8_40_9")),
        ({"at": "nan_40_9"}, words.URL_BAD_VIEW.format(value="nan_40_9")),
        ({"at": "1_2_inf"}, words.URL_BAD_VIEW.format(value="1_2_inf")),
        ({"by": "moon"}, words.URL_BAD_CHOICE.format(name="by", value="moon", allowed="event and publication")),
        ({"colour": "loud"}, told("colour", "loud", "one, recency, kind and source")),
        ({"links": "maybe"}, told("links", "maybe", "yes and no")),
        ({"ground": "sea"}, told("ground", "sea", "own, osm, positron, dark-matter and imagery")),
        (
            {"from": "1999-01-01", "to": "1999-02-01"},
            words.URL_WINDOW_MOVED.format(first="5 September 2017", last="11 December 2017"),
        ),
        ({"place": "x" * 500}, words.URL_UNKNOWN_PLACE.format(value="x" * 40 + "…")),
    ],
)
def test_what_a_url_has_wrong_is_told_and_survived(query: dict[str, str], notice: str) -> None:
    assert read_url(query, LIMITS) == (Selection(*LIMITS.window), [notice])


@given(st.dictionaries(st.sampled_from(["from", "to", "by", "place", "report", "at", "uncertain", "x"]), st.text()))
def test_no_url_breaks_the_page(query: dict[str, str]) -> None:
    selection, _ = read_url(query, LIMITS)
    assert FIRST <= selection.start <= selection.end <= LAST
    assert selection.place_id in {"", *LIMITS.place_ids}


@pytest.mark.parametrize(
    ("query", "window"),
    [
        ({"from": "2017-11-14", "to": "2017-11-01"}, (date(2017, 11, 1), date(2017, 11, 14))),
        ({"from": "2017-11-01"}, (date(2017, 11, 1), LAST)),
        ({"to": "2017-11-01"}, (FIRST, date(2017, 11, 1))),
        ({"from": "2010-01-01", "to": "2017-11-01"}, (FIRST, date(2017, 11, 1))),
    ],
)
def test_half_and_turned_windows_are_understood(query: dict[str, str], window: tuple[date, date]) -> None:
    selection, notices = read_url(query, LIMITS)
    assert ((selection.start, selection.end), notices) == (window, [])


def test_a_typed_comma_is_a_view_too() -> None:
    assert read_url({"at": "34.45,40.92,9"}, LIMITS)[0].view == View(34.45, 40.92, 9)


def test_a_window_beyond_the_limits_becomes_the_nearest_day() -> None:
    assert clamp_window(date(2016, 1, 1), date(2016, 2, 1), FIRST, LAST) == (FIRST, FIRST)
    assert clamp_window(date(2019, 1, 1), date(2018, 2, 1), FIRST, LAST) == (LAST, LAST)


# --- frames


def make_rows(*rows: tuple[str, str, str | None, str | None, str | None]) -> pd.DataFrame:
    """Rows of place_statements: place, statement, event start, event end, published."""
    frame = pd.DataFrame(rows, columns=["place_id", "statement_id", "event_start", "event_end", "published_on"])
    for column in ("event_start", "event_end", "published_on"):
        frame[column] = pd.to_datetime(frame[column])
    return frame.assign(report_id="r1", certain=frame["place_id"] != "unsure", own=frame["place_id"] != "around")


ROWS = make_rows(
    ("a", "s1", "2017-11-01", "2017-11-01", "2017-11-03"),
    ("around", "s1", "2017-11-01", "2017-11-01", "2017-11-03"),
    ("a", "s2", "2017-11-01", "2017-11-30", "2017-12-01"),
    ("b", "s3", None, None, "2017-11-02"),
    ("unsure", "s4", "2017-11-05", "2017-11-05", None),
)


@pytest.mark.parametrize(
    ("start", "end", "more", "kept"),
    [
        ((11, 1), (11, 1), {}, ["s1", "s1", "s2"]),
        ((11, 30), (12, 5), {}, ["s2"]),
        ((12, 1), (12, 5), {}, []),
        ((11, 2), (11, 4), {}, ["s2"]),
        ((11, 2), (11, 5), {}, ["s2", "s4"]),
        ((11, 2), (11, 5), {"uncertain": False}, ["s2"]),
        ((11, 1), (11, 3), {"basis": "publication"}, ["s1", "s1", "s3"]),
    ],
)
def test_a_window_keeps_what_overlaps_it(
    start: tuple[int, int], end: tuple[int, int], more: dict[str, object], kept: list[str]
) -> None:
    selection = Selection(date(2017, *start), date(2017, *end), **more)  # type: ignore[arg-type]
    assert keep_selected(ROWS, selection)["statement_id"].tolist() == kept


events = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.integers(0, 30).map(lambda n: f"s{n}"),
        st.none() | days,
        st.integers(0, 40),
        st.none() | days,
    ),
    max_size=30,
)


def make_events(raw: list[tuple[str, str, date | None, int, date | None]]) -> pd.DataFrame:
    return make_rows(
        *(
            (place, statement, start, start + timedelta(days=long) if start else None, published)
            for place, statement, start, long, published in raw
        )
    )


@given(events, selections)
def test_filters_only_remove_rows_and_a_wider_window_removes_fewer(raw: list, selection: Selection) -> None:
    frame = make_events(raw)
    kept = keep_selected(frame, selection)
    everything = keep_selected(frame, Selection(FIRST, LAST + timedelta(days=60), selection.basis))
    assert set(kept.index) <= set(everything.index) <= set(frame.index)
    pd.testing.assert_frame_equal(kept, frame.loc[kept.index])


@given(events, selections)
def test_counts_are_those_of_the_rows_kept(raw: list, selection: Selection) -> None:
    kept = keep_selected(make_events(raw), selection)
    counts = count_places(kept)
    assert counts["statements"].sum() == len(kept)
    assert (counts["own"] <= counts["statements"]).all()


drawn_statements = st.lists(
    st.tuples(
        st.sampled_from(["statement", "boilerplate"]),
        st.none() | days,
        st.integers(0, 40),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=40,
)


@given(drawn_statements, selections)
def test_every_statement_is_shown_or_left_out_for_one_reason(raw: list, selection: Selection) -> None:
    frame = make_rows(
        *(
            ("", f"s{i}", start, start + timedelta(days=long) if start else None, start)
            for i, (_, start, long, _, _) in enumerate(raw)
        )
    ).assign(kind=[row[0] for row in raw], placed=[row[3] for row in raw], unplaced=[row[4] for row in raw])
    answers = sort_out(frame, selection)
    assert answers.isin({"shown", "outside", "undated", "unplaced", "no_name", "not_judged"}).all()
    assert len(answers) == len(frame)
    shown = frame[answers == "shown"]
    assert (shown["placed"] > 0).all()
    assert (shown["kind"] == "statement").all()
    assert (frame[answers == "undated"]["event_start"].isna()).all()


# --- first view


def test_the_first_view_is_the_densest_fortnight() -> None:
    dense = pd.Series(pd.to_datetime(["2017-09-10"] * 3 + ["2017-11-03", "2017-11-09", "2017-11-16", "2017-11-16"]))
    start, end = choose_window(dense, FIRST, LAST)
    assert (start, end) == (date(2017, 11, 3), date(2017, 11, 16))


def test_a_short_corpus_is_shown_whole() -> None:
    day = pd.Series(pd.to_datetime(["2017-11-03"]))
    assert choose_window(day, date(2017, 11, 1), date(2017, 11, 9)) == (date(2017, 11, 1), date(2017, 11, 9))


def test_the_slider_runs_over_the_reports_and_not_over_asides_about_other_times() -> None:
    rows = make_rows(
        ("a", "s1", "1917-01-01", "1917-12-31", "2017-11-03"),
        ("a", "s2", "2017-10-20", "2017-10-20", "2017-11-05"),
        ("a", "s3", "2030-01-01", "2030-12-31", None),
    )
    assert find_span(rows) == (date(2017, 10, 20), date(2017, 11, 5))
    assert find_span(rows.assign(published_on=pd.NaT)) == (date(1917, 1, 1), date(2030, 12, 31))
    assert find_span(rows[:0]) is None


# --- words


def test_a_selection_says_itself() -> None:
    selection = Selection(date(2017, 11, 1), date(2017, 11, 10))
    assert describe(selection, 32, 9, 3, 5) == (
        "32 statements about 9 places, 1–10 November 2017; 3 undated and 5 unplaced are left out."
    )
    assert describe(selection, 1, 1, 0, 0) == "1 statement about 1 place, 1–10 November 2017."
    assert describe(selection, 0, 0, 1, 0).endswith("1 undated is left out.")
