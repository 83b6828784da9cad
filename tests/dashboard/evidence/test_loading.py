"""The statements about a place, found as numbers and read from the store only where shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from made_store import write_made_store
from recount import covers

from dashboard.builds.loading import Build, load_report
from dashboard.choices.filters import Filters
from dashboard.choices.selection import Selection, Window
from dashboard.evidence.loading import PARTS, About, find_dated, load_about, load_history, load_listing, load_rows
from dashboard.filters.loading import load_placements
from geodata.build import Inputs, build_store
from geodata.store.builds import Store

NO_FILTERS = Filters()
ALL_OF_IT = Selection(date(2017, 1, 1), date(2017, 12, 31))


@pytest.fixture
def made(tmp_path: Path) -> Build:
    write_made_store(tmp_path, ["One", "Two", "Three"])
    return Build(str(tmp_path), "00000000000000aa")


@pytest.fixture
def country(country_inputs: Inputs, tmp_path: Path) -> Build:
    return Build(str(tmp_path / "store"), build_store(country_inputs, tmp_path / "store").version)


def find_about(
    where: Build, place_id: str, selection: Selection = ALL_OF_IT, limit: int = 50, filters: Filters = NO_FILTERS
) -> About:
    return load_about(where, replace(selection, place_id=place_id), dict.fromkeys(PARTS, limit), filters)


def test_a_place_has_its_statements_with_report_and_names(made: Build) -> None:
    about = find_about(made, "p1")
    assert about.own.rows["text"].tolist() == ["Lead Two trail"]
    assert about.undated.rows["text"].tolist() == ["Undated Two trail"]
    assert about.own.rows["title"].tolist() == ["Two"]
    for _, mention in about.mentions.iterrows():
        text = load_report(made, mention["report_id"]).report["text"]
        assert text[mention["start"] : mention["end"]] == mention["toponym"]
    assert about.mentions["place_name"].tolist() == ["Two", "Two"]
    assert about.mentions["certain"].tolist() == [True, True]


def test_a_regions_own_statements_and_those_in_it_are_told_apart(made: Build) -> None:
    about = find_about(made, "g1")
    assert (about.own.total, about.inside.total, about.undated.total) == (0, 1, 1)
    assert not about.inside.rows["own"].any()


def test_parts_hold_what_a_query_finds(country: Build) -> None:
    store = Store.open(Path(country.folder))
    rows = store.query(
        "SELECT p.*, s.ordinal FROM place_statements p JOIN statements s USING (statement_id)"
    ).sort_values(["event_start", "event_end", "report_id", "ordinal"])
    assert len(rows)
    for basis in ("event", "publication"):
        selection = replace(ALL_OF_IT, basis=basis)
        for place_id, mine in rows.groupby("place_id"):
            about = find_about(country, str(place_id), selection)
            inside = mine[covers(mine, selection)]
            for part, own in ((about.own, True), (about.inside, False)):
                assert part.rows["statement_id"].tolist() == inside["statement_id"][inside["own"] == own].tolist()
                assert part.rows["certain"].tolist() == inside["certain"][inside["own"] == own].tolist()


def test_only_what_is_shown_is_read(made: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    take = Store.take

    def watch(store: Store, name: str, rows: np.ndarray, *more: object) -> object:
        taken.extend(rows.tolist() if name == "statements" else [])
        return take(store, name, rows, *more)

    monkeypatch.setattr(Store, "take", watch)
    monkeypatch.setattr(Store, "query", lambda *_, **__: pytest.fail("a query goes through the whole table"))
    about = find_about(made, "p1", limit=1)
    assert (len(taken), len(about.own.rows), about.own.total) == (2, 1, 1)
    taken.clear()
    assert find_about(made, "p1", limit=0).own.total == 1
    assert not taken


def test_the_newest_are_read_first_where_asked_for(country: Build) -> None:
    placements = load_placements(country)
    store = Store.open(Path(country.folder))
    commonest = int(np.bincount(placements.places).argmax())
    place_id = store.table("places", ["place_id"])["place_id"][commonest].as_py()
    oldest, newest = (
        find_about(country, place_id, replace(ALL_OF_IT, newest_first=newest)) for newest in (False, True)
    )
    for name in ("own", "inside"):
        there, back = getattr(oldest, name).rows, getattr(newest, name).rows
        assert there["statement_id"].tolist() == back["statement_id"].tolist()[::-1]
    cut = find_about(country, place_id, replace(ALL_OF_IT, newest_first=True), limit=1)
    assert cut.own.rows["statement_id"].tolist() == newest.own.rows["statement_id"].tolist()[:1]


def test_filters_and_doubt_leave_statements_out(made: Build) -> None:
    about = find_about(made, "p1", filters=Filters(sources=("One",)))
    assert (about.own.total, about.undated.total, len(about.mentions)) == (0, 0, 0)
    # The first place is not certain.
    assert find_about(made, "p0", replace(ALL_OF_IT, uncertain=False)).own.total == 0


def test_statements_are_given_in_the_order_asked_for_and_names_in_that_of_the_reports(made: Build) -> None:
    statements, mentions = load_rows(made, np.array([6, 0], dtype=np.int32))
    assert statements["statement_id"].tolist() == ["r2s0", "r0s0"]
    assert statements["title"].tolist() == ["Three", "One"]
    assert statements["certain"].tolist() == [True, False]
    assert mentions["statement_id"].tolist() == ["r0s0", "r2s0"]


def test_a_history_is_read_out_of_statements_of_one_day_that_name_the_place(
    country: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(Path(country.folder))
    wanted = store.query(
        """SELECT place_id, count(*) AS n FROM place_statements WHERE own AND event_start = event_end
           GROUP BY place_id"""
    )
    assert len(wanted)
    for place_id, n in wanted.itertuples(index=False):
        assert len(find_dated(country, place_id, NO_FILTERS)) == n
    named = wanted["place_id"][wanted["n"].idxmax()]
    window = Window(date(1900, 1, 1), date(1900, 1, 2), "event")
    assert load_history(country, named, NO_FILTERS, window)[1]
    monkeypatch.setattr("dashboard.evidence.loading.HISTORY_AT_MOST", 0)
    assert load_history(country, named, NO_FILTERS, window) == ([], False)


CLAIMING = """---
title: The road to Dorun
source: {source}
published: 2017-05-{day:02}
language: en
---
{text}
"""


@pytest.fixture
def claimed(country_inputs: Inputs, tmp_path: Path) -> Build:
    """The made country with reports that claim things of Dorun."""
    told = [
        ("Hill Post", 20, "The army recaptured Dorun on 19 May. In 2016 the army shelled Dorun."),
        ("Hill Post", 9, "Troops entered Dorun on 8 May, and the command said that they had captured Dorun."),
        ("River Agency", 12, "The army withdrew from Dorun on 11 May. It left Salbek on 11 May."),
    ]
    for number, (source, day, text) in enumerate(told):
        path = country_inputs.reports / f"claims-{number}.md"
        path.write_text(CLAIMING.format(source=source, day=day, text=text), encoding="utf-8")
    return Build(str(tmp_path / "store"), build_store(country_inputs, tmp_path / "store").version)


def tell(build: Build, filters: Filters = NO_FILTERS, window: Window | None = None) -> list[tuple[int, str]]:
    claims, _ = load_history(build, "xa-dorun", filters, window or Window(date(2017, 5, 1), date(2017, 5, 31), "event"))
    return [(claim.day.day, str(claim.kind)) for claim in claims]


def test_a_history_holds_the_claims_of_one_day_in_order_of_days(claimed: Build) -> None:
    assert tell(claimed) == [(8, "entered"), (8, "taken"), (11, "lost"), (19, "retaken")]
    stored = Store.open(Path(claimed.folder)).query("SELECT kind, event_end FROM claims WHERE place_id = 'xa-dorun'")
    assert "attacked" in stored["kind"].tolist(), "what is dated to a year is claimed too, but not told by day"


def test_a_history_is_told_by_what_the_filters_let_through_and_in_the_window_where_it_is_long(
    claimed: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tell(claimed, Filters(sources=("River Agency",))) == [(11, "lost")]
    assert tell(claimed, Filters(sources=("Nobody",))) == []
    monkeypatch.setattr("dashboard.evidence.loading.HISTORY_AT_MOST", 2)
    assert tell(claimed, window=Window(date(2017, 5, 1), date(2017, 5, 9), "event")) == [(8, "entered"), (8, "taken")]
    assert tell(claimed) == [(11, "lost"), (19, "retaken")], "the latest statements of the window"


def test_a_history_reads_its_claims_alone(claimed: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[str, int]] = []
    take = Store.take

    def watch(store: Store, name: str, rows: np.ndarray, *more: object) -> object:
        taken.append((name, len(rows)))
        return take(store, name, rows, *more)

    monkeypatch.setattr(Store, "take", watch)
    monkeypatch.setattr(Store, "query", lambda *_, **__: pytest.fail("a query goes through the whole table"))
    tell(claimed)
    assert taken == [("claims", 4)]


def test_the_statement_a_link_leads_to_is_read_however_many_there_are(country: Build) -> None:
    commonest = int(np.bincount(load_placements(country).places).argmax())
    place_id = Store.open(Path(country.folder)).table("places", ["place_id"])["place_id"][commonest].as_py()
    every = find_about(country, place_id)
    name = "own" if every.own.total > 1 else "inside"
    goal = getattr(every, name).rows["statement_id"].tolist()[-1]
    cut = getattr(find_about(country, place_id, replace(ALL_OF_IT, statement_id=goal), limit=1), name)
    assert goal in cut.rows["statement_id"].tolist()
    assert len(cut.rows) == 1
    assert cut.total == getattr(every, name).total > 1


def test_places_are_listed_with_the_region_to_tell_them_by(made: Build) -> None:
    listing = load_listing(made)
    assert listing.place_ids == ["g0", "g1", "g2", "p0", "p1", "p2"]
    assert listing.around == ["", "", "", "One", "Two", "Three"]
    assert listing.groups["regions"].tolist() == [True] * 3 + [False] * 3
