"""Names that could not be placed, against the rows of a real build."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from made_store import write_made_store

from dashboard.builds import Build, load_limits, open_store
from dashboard.evidence.left_out_loading import find_rest, list_names
from geodata.build import Inputs, build_store

WHOLE = date(1900, 1, 1), date(2100, 1, 1)


@pytest.fixture
def country(country_inputs: Inputs, tmp_path: Path) -> Build:
    return Build(str(tmp_path / "store"), build_store(country_inputs, tmp_path / "store").version)


@pytest.fixture
def made(tmp_path: Path) -> Build:
    write_made_store(tmp_path, ["One", "Two", "Three"])
    return Build(str(tmp_path), "00000000000000aa")


@pytest.mark.parametrize("basis", ["event", "publication"])
def test_the_rest_of_a_window_is_what_a_query_finds(country: Build, basis: str) -> None:
    store, limits = open_store(country), load_limits(country)
    assert limits
    start, end = ("event_start", "event_end") if basis == "event" else ("published_on", "published_on")
    rest = find_rest(country, limits.first, limits.last, basis)  # type: ignore[arg-type]
    inside = f"s.{start} <= DATE '{limits.last}' AND s.{end} >= DATE '{limits.first}' AND s.kind = 'statement'"
    names = store.query(
        f"""SELECT count(*) AS n FROM mentions m JOIN statements s USING (statement_id)
            WHERE m.place_id IS NULL AND m.use = 'literal' AND {inside}"""
    )["n"][0]
    nameless = store.query(
        f"""SELECT count(*) AS n FROM statements s WHERE {inside}
            AND statement_id NOT IN (SELECT statement_id FROM mentions WHERE use = 'literal')"""
    )["n"][0]
    not_judged = store.query("SELECT count(*) AS n FROM statements WHERE kind <> 'statement'")["n"][0]
    assert (len(rest.names), rest.no_name, rest.not_judged) == (names, nameless, not_judged)


def test_filters_leave_names_out(made: Build) -> None:
    statements = len(open_store(made).table("statements", ["kind"]))
    every = find_rest(made, *WHOLE, "event")
    assert len(every.names) == 3
    assert len(find_rest(made, *WHOLE, "event", np.zeros(statements, bool)).names) == 0
    assert len(find_rest(made, *WHOLE, "event", np.ones(statements, bool)).names) == 3


def test_a_window_leaves_names_out(made: Build) -> None:
    assert len(find_rest(made, date(2017, 11, 2), date(2017, 11, 2), "event").names) == 1
    assert len(find_rest(made, date(2018, 1, 1), date(2018, 1, 2), "event").names) == 0


def test_names_are_listed_once_each_with_their_number(tmp_path: Path) -> None:
    write_made_store(tmp_path, ["Twice", "twice", "Twice", "Alone"])
    build = Build(str(tmp_path), "00000000000000aa")
    rest = find_rest(build, *WHOLE, "event")
    names, total = list_names(build, rest.names, 10)
    assert names[["toponym", "n", "report_id"]].to_numpy().tolist() == [
        ["Twice", 2, "r0"],
        ["Alone", 1, "r3"],
        ["twice", 1, "r1"],
    ]
    assert total == 3
    cut, total = list_names(build, rest.names, 1)
    assert (cut["toponym"].tolist(), total) == (["Twice"], 3)


def test_no_names_are_an_empty_list(made: Build) -> None:
    names, total = list_names(made, np.array([], np.int32), 10)
    assert (len(names), total) == (0, 0)
