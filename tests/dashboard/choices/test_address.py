"""Every parameter of the page's address: written, read back, and survived when it holds what there is not.

A row of `PARAMETERS` is one parameter. A new field of the selection or of the filters fails here until it has its row.
"""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from made_store import write_made_store
from opened_page import open_page

from dashboard.builds.loading import Build, load_limits
from dashboard.choices.address import read_url, write_url
from dashboard.choices.filters import Filters, read_filters, write_filters
from dashboard.choices.selection import Selection
from dashboard.contract import View
from dashboard.filters.loading import load_facets


@dataclass(frozen=True)
class Parameter:
    """One parameter: what it holds when its field has not the usual value, and what nobody can mean by it."""

    name: str
    given: str
    wrong: str


PARAMETERS = [
    Parameter("from", "2017-11-02", "2017-13-44"),
    Parameter("to", "2017-11-02", "tomorrow"),
    Parameter("by", "publication", "moon"),
    Parameter("place", "p1", "nowhere"),
    Parameter("report", "r1", "r99"),
    Parameter("statement", "r1s0", "s99"),
    Parameter("at", "34.500_41.500_9", "106.8_40_9"),
    Parameter("uncertain", "no", "perhaps"),
    Parameter("order", "newest", "upside down"),
    Parameter("left", "names", "everything"),
    Parameter("context", "r1s0", "s99"),
    Parameter("table", "yes", "chair"),
    Parameter("colour", "recency", "loud"),
    Parameter("links", "no", "perhaps"),
    Parameter("ground", "osm", "sea"),
    Parameter("q", "lead", "x" * 300),
    Parameter("source", "Two", "Nobody"),
    Parameter("speaker", "Two", "Nobody"),
    Parameter("kind", "settlement", "castle"),
    Parameter("in", "g1", "g99"),
    Parameter("country", "XA", "ZZ"),
    Parameter("match", "certain", "perhaps"),
    Parameter("dated", "day", "second"),
]
SELECTION = Selection(
    start=date(2017, 11, 2),
    end=date(2017, 11, 2),
    basis="publication",
    place_id="p1",
    report_id="r1",
    view=View(34.5, 41.5, 9),
    uncertain=False,
    newest_first=True,
    statement_id="r1s0",
    left_out="names",
    contexts=("r1s0",),
    table=True,
    colour="recency",
    links=False,
    ground="osm",
)
FILTERS = Filters(
    query="lead",
    sources=("Two",),
    speakers=("Two",),
    kinds=("settlement",),
    regions=("g1",),
    countries=("XA",),
    matches=("certain",),
    precisions=("day",),
)
ADDRESS = {parameter.name: parameter.given for parameter in PARAMETERS}


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    write_made_store(folder, ["One", "Two", "Three"])
    return Build(str(folder), "00000000000000aa")


def read(build: Build, query: dict[str, str]) -> tuple[Selection, Filters, list[str]]:
    limits = load_limits(build)
    assert limits
    selection, told = read_url(query, limits)
    filters, more = read_filters(query, load_facets(build).texts)
    return selection, filters, told + more


def test_every_field_has_a_value_that_is_not_the_usual_one() -> None:
    usual = Selection(date(2017, 11, 1), date(2017, 11, 3))
    for made, plain in ((SELECTION, usual), (FILTERS, Filters())):
        assert [field.name for field in fields(made) if getattr(made, field.name) == getattr(plain, field.name)] == []


def test_every_field_is_written_and_read_back(build: Build) -> None:
    written = write_url(SELECTION) | write_filters(FILTERS)
    assert written == ADDRESS
    arrived = dict(parse_qsl(urlencode(written), keep_blank_values=True))
    assert read(build, arrived) == (SELECTION, FILTERS, [])


@pytest.mark.parametrize("parameter", PARAMETERS, ids=[parameter.name for parameter in PARAMETERS])
def test_a_wrong_value_is_told_and_the_rest_of_the_address_holds(build: Build, parameter: Parameter) -> None:
    page = open_page(**(ADDRESS | {parameter.name: parameter.wrong}))
    told = page.session_state["notices"]
    assert len(told) == 1
    assert told[0].endswith(".")
    if parameter.name != "q":  # of words too long the beginning is kept, and quoting them would fill the page
        assert parameter.wrong in told[0]
    kept = {name: page.query_params.get(name) for name in ADDRESS if name not in ("from", "to", parameter.name)}
    assert kept == {name: value for name, value in ADDRESS.items() if name in kept}
    assert page.query_params.get(parameter.name) != parameter.wrong


@pytest.mark.parametrize("parameter", PARAMETERS, ids=[parameter.name for parameter in PARAMETERS])
@pytest.mark.parametrize("value", ["", " ", "~", "%00", "\u202e<img src=x>", "0" * 5000, "\ud800"])
def test_no_value_breaks_the_page(build: Build, parameter: Parameter, value: str) -> None:
    selection, filters, told = read(build, {parameter.name: value})
    assert all(len(notice) < 400 for notice in told)
    again = read(build, write_url(selection) | write_filters(filters))
    assert again == (selection, filters, [])
