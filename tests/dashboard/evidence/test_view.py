"""The panel of statements on the page, and how much the map does not show."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_store import HOSTILE, write_made_store
from opened_page import open_page, read_cards, read_data, read_texts

from dashboard import words
from dashboard.builds import Build, count_shown
from dashboard.choices import Filters, Selection
from dashboard.evidence.view import count_left_out


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    monkeypatch.setenv("DATELINE_STORE", str(folder))
    return folder


NOVEMBER = Selection(date(2017, 11, 1), date(2017, 11, 30))


def count(build: Build, selection: Selection = NOVEMBER, filters: Filters | None = None):  # type: ignore[no-untyped-def]
    window = (build, selection.start, selection.end, selection.basis)
    return count_left_out(build, selection, filters or Filters(), count_shown(*window, uncertain=selection.uncertain))


def test_what_is_left_out_is_numbered_by_reason(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    counts = count(Build(str(store), "00000000000000aa"))
    assert dict(counts.parts) == {"undated": 3, "unplaced": 3, "names": 3, "elsewhen": 0}
    assert (counts.no_name, counts.not_judged) == (0, 0)


def test_with_filters_what_they_hide_is_numbered_and_what_was_never_filtered_is_not(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    build = Build(str(store), "00000000000000aa")
    counts = count(build, filters=Filters(sources=("Two",)))
    assert "hidden" in counts.parts
    assert counts.no_name is None
    assert "hidden" in count(build, replace(NOVEMBER, uncertain=False)).parts
    assert count(build, replace(NOVEMBER, left_out="hidden")).parts["hidden"] == 0


@pytest.mark.parametrize("part", ["hidden", "undated", "unplaced", "names", "elsewhen"])
def test_every_reason_can_be_opened_even_without_anything(store: Path, part: str) -> None:
    write_made_store(store, ["One"])
    page = open_page(left=part)
    told = read_texts(page, "nodes-panel")
    assert words.LEFT_OUT in told
    assert words.LEFT_OUT_NOTHING in told or words.LEFT_OUT_WHY[part] in told  # type: ignore[index]


def test_found_statements_stand_above_the_places(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    told = read_texts(open_page(source="Two"), "nodes-panel")
    assert told.index(words.FOUND) < told.index(words.PLACES)
    assert words.FOUND not in read_texts(open_page(), "nodes-panel")


def test_an_open_report_is_read_over_the_page(store: Path) -> None:
    write_made_store(store, ["One", "Two"])
    page = open_page(report="r1")
    told = " ".join("".join(read_texts(page, "nodes-reader")).split())
    assert "Lead Two trail" in told
    assert "One" not in told


def test_a_panel_of_hostile_names_is_plain_nodes(store: Path) -> None:
    write_made_store(store, HOSTILE)
    nodes = read_data(open_page(place="p0"), "nodes-panel")["nodes"]
    assert {key for key in _keys(nodes) if key.lower() in ("html", "innerhtml", "srcdoc", "onclick", "style")} == set()


def _keys(made: object) -> set[str]:
    if isinstance(made, dict):
        return set(made) | {key for value in made.values() for key in _keys(value)}
    return {key for value in made for key in _keys(value)} if isinstance(made, list) else set()


def test_a_selected_place_shows_its_statements_by_day(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    assert read_texts(open_page(place="p1"), "nodes-panel") == [
        *(f"← {words.BACK}", "Two", "Settlement · Two", "1 statement, 1–3 November 2017", "2 November 2017"),
        *(
            "Lead ",
            "Two",
            " trail",
            "Two",
            " · ",
            "Two",
            "Two",
            " → ",
            "Two",
            ", alias",
            words.SHOW_CONTEXT,
            words.WHOLE_REPORT,
        ),
        f"{words.UNDATED_GROUP} (1)",
        *("Undated ", "Two", " trail", "Two", " · ", "Two", "Two", " → ", "Two", ", alias", "Two"),
        *(words.SHOW_CONTEXT, words.WHOLE_REPORT),
        *(f"{words.MARKS} ", words.MARK_PLACED, words.MARK_UNCERTAIN, words.MARK_UNRESOLVED),
    ]


def test_a_region_tells_its_own_statements_from_those_inside(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    told = read_texts(open_page(place="g1"), "nodes-panel")
    assert f"{words.INSIDE_STATEMENTS} (1)" in told
    assert not any(text.startswith(words.OWN_STATEMENTS.format(name="Two")) for text in told)


def test_nothing_selected_lists_what_can_be_and_what_is_left_out(store: Path) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    told = read_texts(open_page(), "nodes-panel")
    assert told[0] == words.ORIENTATION
    assert told[told.index(words.LEFT_OUT) :] == [
        words.LEFT_OUT,
        *(words.LEFT_OUT_UNDATED, "3", words.LEFT_OUT_UNPLACED, "3", words.LEFT_OUT_NAMES, "3"),
        *(words.LEFT_OUT_ELSEWHEN, "0", words.LEFT_OUT_NO_NAME, "0", words.LEFT_OUT_NOT_JUDGED, "0"),
    ]


@pytest.mark.parametrize(
    ("query", "statements"),
    [
        ({"left": "undated"}, ["Undated One trail", "Undated Two trail", "Undated Three trail"]),
        ({"left": "unplaced", "from": "2017-11-02"}, ["Unplaced Two trail", "Unplaced Three trail"]),
        ({"left": "undated", "source": "Two"}, ["Undated Two trail"]),
        ({"left": "hidden", "source": "Two"}, ["Lead One trail", "Lead Three trail"]),
        ({"left": "hidden", "uncertain": "no"}, ["Lead One trail"]),
        ({"left": "hidden"}, []),
        ({"left": "elsewhen"}, []),
    ],
)
def test_what_is_left_out_is_listed(store: Path, query: dict[str, str], statements: list[str]) -> None:
    write_made_store(store, ["One", "Two", "Three"])
    page = open_page(**query)
    assert read_cards(page) == statements
    assert page.query_params["left"] == query["left"]
    assert (words.LEFT_OUT_NOTHING in read_texts(page, "nodes-panel")) == (not statements)


def test_names_that_could_not_be_placed_are_listed_with_the_reason(store: Path) -> None:
    write_made_store(store, ["One", "Two"])
    told = read_texts(open_page(left="names", source="One"), "nodes-panel")
    at = told.index(words.LEFT_OUT_NAMES)
    assert told[at : at + 6] == [
        *(words.LEFT_OUT_NAMES, "1", words.LEFT_OUT_WHY["names"], "One", "One · 1 mention", words.WHOLE_REPORT),
    ]
