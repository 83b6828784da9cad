"""What the screen reads from the store."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from made_store import HOSTILE, write_made_store
from recount import sort_out

from dashboard.builds.loading import (
    Build,
    Shown,
    count_shown,
    find_build,
    find_statement,
    load_as_of,
    load_limits,
    load_places,
    open_store,
    read_moment_of,
)
from dashboard.choices.goal import FoundStatement
from dashboard.choices.selection import Selection
from dashboard.evidence.left_out_loading import find_rest, list_names
from geodata.build import Inputs, build_store
from geodata.errors import Fault
from geodata.store.builds import write_status


@pytest.fixture
def made(tmp_path: Path) -> Build:
    write_made_store(tmp_path, ["One", "Two", "Three"])
    return Build(str(tmp_path), "00000000000000aa")


@pytest.fixture
def country_build(country_inputs: Inputs, tmp_path: Path) -> Build:
    return Build(str(tmp_path / "store"), build_store(country_inputs, tmp_path / "store").version)


def count_all(where: Build, **more: bool) -> Shown:
    limits = load_limits(where)
    assert limits
    return count_shown(where, limits.first, limits.last, "event", uncertain=more.get("uncertain", True))


def test_places_with_statements_and_those_around_them_are_loaded(made: Build) -> None:
    places = load_places(made)
    assert places.index.tolist() == ["g0", "g1", "g2", "p0", "p1", "p2"]
    assert places["has_polygon"].tolist() == [True] * 3 + [False] * 3


def test_a_window_counts_what_it_shows_and_what_it_leaves_out(made: Build) -> None:
    shown = count_all(made)
    assert (shown.statements, shown.places, shown.undated, shown.unplaced) == (3, 3, 3, 3)
    assert shown.counts["statements"].to_dict() == {"g0": 1, "g1": 1, "g2": 1, "p0": 1, "p1": 1, "p2": 1}
    one_day = count_shown(made, date(2017, 11, 2), date(2017, 11, 2), "event", uncertain=True)
    assert one_day.counts.index.tolist() == ["g1", "p1"]


def test_uncertain_places_can_be_left_out(made: Build) -> None:
    assert count_all(made, uncertain=False).counts.index.tolist() == ["g1", "g2", "p1", "p2"]


def test_by_publication_the_undated_are_shown_too(made: Build) -> None:
    shown = count_shown(made, date(2017, 11, 1), date(2017, 11, 1), "publication", uncertain=True)
    assert shown.counts["statements"]["p0"] == 2
    assert shown.undated == 0


def test_names_without_a_place_are_counted_always_and_listed_where_asked_for(made: Build) -> None:
    window = (made, date(2017, 11, 1), date(2017, 11, 2), "event")
    rest = find_rest(*window)
    assert (len(rest.names), rest.no_name, rest.not_judged) == (2, 0, 0)
    rows, total = list_names(made, rest.names, 1)
    assert (rows["toponym"].tolist(), rows["n"].tolist(), total) == (["One"], [1], 2)
    keep = np.arange(9) == 5  # the statement of the second report with a name without a place
    assert list_names(made, find_rest(*window, keep).names, 9)[0]["report_id"].tolist() == ["r1"]


def test_names_without_a_place_are_listed_once_the_commonest_first(country_build: Build) -> None:
    limits = load_limits(country_build)
    assert limits
    rest = find_rest(country_build, limits.first, limits.last, "event")
    rows, total = list_names(country_build, rest.names, 99)
    assert len(rest.names) == rows["n"].sum() > 0
    assert (rows["n"].is_monotonic_decreasing, total) == (True, len(rows))
    assert not rows.duplicated(["toponym", "reason"]).any()


def test_a_statement_is_found_with_its_places_and_days(made: Build) -> None:
    day = (date(2017, 11, 2),) * 2
    assert find_statement(made, "r1s0") == FoundStatement(["p1", "g1"], day, day)
    assert find_statement(made, "r1s1") == FoundStatement(["p1", "g1"], None, day)
    assert find_statement(made, "r1s2") == FoundStatement([], day, day)
    assert find_statement(made, "'; DROP TABLE statements") is None


def test_every_statement_of_a_real_build_is_shown_or_left_out_once(country_build: Build) -> None:
    limits = load_limits(country_build)
    assert limits
    shown = count_all(country_build)
    index = open_store(country_build).query(
        """SELECT s.kind, s.event_start, s.event_end, s.published_on, count(m.place_id) AS placed,
                  count(m.toponym) - count(m.place_id) AS unplaced
           FROM statements s LEFT JOIN mentions m ON m.statement_id = s.statement_id AND m.use = 'literal'
           GROUP BY s.statement_id, s.kind, s.event_start, s.event_end, s.published_on"""
    )
    answers = sort_out(index, Selection(limits.first, limits.last))
    assert (answers == "shown").sum() == shown.statements > 0
    assert answers.value_counts().sum() == len(index)


def test_a_regions_count_is_each_statement_of_it_and_in_it_once(country_build: Build) -> None:
    rows = open_store(country_build).query("FROM place_statements")
    places = load_places(country_build)
    counts = count_all(country_build).counts
    for region in places.index[places["kind"] == "region"].intersection(counts.index):
        inside = [place for place in places.index if region in places["containers"][place]]
        about = rows[rows["place_id"].isin([*inside, region]) & rows["own"] & rows["event_start"].notna()]
        assert counts["statements"][region] == about["statement_id"].nunique()


def test_the_slider_runs_over_the_days_there_are_statements_of(tmp_path: Path, made: Build) -> None:
    limits = load_limits(made)
    assert limits
    assert (limits.first, limits.last) == (date(2017, 11, 1), date(2017, 11, 3))
    assert limits.report_ids == {"r0", "r1", "r2"}


def test_a_new_build_is_another_key(tmp_path: Path) -> None:
    write_made_store(tmp_path, ["One"])
    old = Build(str(tmp_path), "00000000000000aa")
    assert len(load_places(old)) == 2
    write_made_store(tmp_path, ["One", "Two"], version="00000000000000bb")
    assert read_moment_of(tmp_path).version == "00000000000000bb"
    assert len(load_places(Build(str(tmp_path), "00000000000000bb"))) == 4
    assert len(load_places(old)) == 2


def test_the_moment_tells_a_failed_build_and_its_faults(tmp_path: Path) -> None:
    write_made_store(tmp_path, ["One"])
    write_status(tmp_path, "failed", "2017-12-01", [Fault("gazetteer.csv", 3, "lat is 'x'; a number is allowed.")])
    moment = read_moment_of(tmp_path)
    assert asdict(moment) == {
        "version": "00000000000000aa",
        "state": "failed",
        "faults": ("gazetteer.csv, line 3: lat is 'x'; a number is allowed.",),
    }
    write_status(tmp_path, "building", "2017-12-01")
    assert read_moment_of(tmp_path).state == "ok"


def test_no_store_is_no_build(tmp_path: Path) -> None:
    moment = read_moment_of(tmp_path / "nowhere")
    assert (moment.version, moment.state) == (None, "none")
    assert find_build(moment) is None


def test_hostile_texts_come_back_as_they_are(tmp_path: Path) -> None:
    write_made_store(tmp_path, HOSTILE)
    places = load_places(Build(str(tmp_path), "00000000000000aa"))
    assert [places["name"][f"p{i}"] for i in range(len(HOSTILE))] == list(HOSTILE)


def test_the_moment_tells_the_reports_a_good_build_left_out(tmp_path: Path) -> None:
    write_made_store(tmp_path, ["One"])
    write_status(tmp_path, "ok", "2017-11-09T10:00:00+00:00", [Fault("x.md", 0, "empty file; put a report in it.")])
    moment = read_moment_of(tmp_path)
    assert (moment.state, moment.faults) == ("ok", ("x.md: empty file; put a report in it.",))


def test_the_picture_tells_the_latest_day_of_the_store_whatever_is_shown(country_build: Build) -> None:
    assert load_as_of(country_build) == date(2017, 5, 5)
