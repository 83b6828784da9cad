"""Reports and a gazetteer become a store, and only what changed is read again."""

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.build import Inputs, build_store
from geodata.errors import GazetteerError, ReportError
from geodata.store import Store


def test_progress_is_told_up_to_the_end(country_inputs: Inputs, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build_store(country_inputs, tmp_path / "store", lambda done, total: told.append((done, total)))
    assert told
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_same_inputs_are_the_same_build(country_inputs: Inputs, tmp_path: Path) -> None:
    one, other = (build_store(country_inputs, tmp_path / name).version for name in ("one", "other"))
    assert one == other


CHANGES = ["gazetteer", "regions", "reports"]


@pytest.mark.parametrize("changed", CHANGES)
def test_a_changed_input_is_another_build(country_inputs: Inputs, tmp_path: Path, changed: str) -> None:
    before = build_store(country_inputs, tmp_path / "store").version
    if changed == "reports":
        (country_inputs.reports / "new.md").write_text("They met in Mirel on 5 May 2017.", "utf-8")
    else:
        path = getattr(country_inputs, changed)
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert build_store(country_inputs, tmp_path / "store").version != before


def test_a_new_report_adds_its_statements(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    before = len(Store.open(tmp_path / "store").table("statements", ["statement_id"]))
    (country_inputs.reports / "new.md").write_text("They met in Mirel on 5 May 2017. Rain came.", "utf-8")
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    assert len(store.table("statements", ["statement_id"])) == before + 2
    (place,) = store.query("SELECT place_id FROM mentions WHERE report_id = 'new'")["place_id"]
    assert place == "xa-mirel"


def test_confirmed_choices_lie_beside_the_gazetteer(country_inputs: Inputs) -> None:
    assert country_inputs.confirmed == country_inputs.gazetteer.parent / "confirmed.csv"


def test_faults_are_raised_whole(country_inputs: Inputs, tmp_path: Path) -> None:
    country_inputs.gazetteer.write_text("place_id,name\n", "utf-8")
    with pytest.raises(GazetteerError) as caught:
        build_store(country_inputs, tmp_path / "store")
    assert len(caught.value.faults) > 3


def test_no_reports_are_a_fault(country_inputs: Inputs, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ReportError):
        build_store(replace(country_inputs, reports=empty), tmp_path / "store")
