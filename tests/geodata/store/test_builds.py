"""The store holds one whole build, whatever happens to the process that writes it."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from geodata.build import Inputs, build_store
from geodata.errors import Fault, GazetteerError, ReportError, StoreError
from geodata.store.builds import Store, current_version, read_manifest, read_status, write_status
from geodata.store.tables import SCHEMAS

MOMENTS = 20

BUILD_FOR_EVER = """
import sys
from pathlib import Path
from geodata.build import Inputs, build_store
reports, one, other, regions, out = map(Path, sys.argv[1:])
build_store(Inputs(reports, one, regions), out.parent / "warm")
print("ready", flush=True)
while True:
    for gazetteer in (one, other):
        build_store(Inputs(reports, gazetteer, regions), out)
"""


def read_whole(folder: Path) -> dict[str, int]:
    """Read every table of the store and hold its counts against the manifest."""
    store = Store.open(folder)
    rows = {name: store.table(name).num_rows for name in SCHEMAS}
    assert rows["places"] == store.manifest["counts"]["places"]
    assert rows["reports"] == store.manifest["counts"]["reports"]
    assert rows["mentions"] == store.manifest["counts"]["mentions"]
    assert len(store.regions()) == 4
    return rows


@pytest.mark.slow
def test_kill_at_any_moment_leaves_one_whole_build(country_inputs: Inputs, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    row = "xa-new,Newtown,PPL,XA,xa-north-province,,1.2,0.2,,made,,\n"
    other.write_text(country_inputs.gazetteer.read_text(encoding="utf-8") + row, encoding="utf-8")
    out = tmp_path / "store"
    began = time.monotonic()
    first = build_store(country_inputs, out).version
    second = build_store(replace(country_inputs, gazetteer=other), out).version
    # Kills fall before and after the end of a build, on a machine that is busy too.
    both_seconds = time.monotonic() - began
    code = [sys.executable, "-c", BUILD_FOR_EVER]
    paths = [country_inputs.reports, country_inputs.gazetteer, other, country_inputs.regions, out]
    random_moments = random.Random(2017)
    seen = set()
    for _ in range(MOMENTS):
        with subprocess.Popen([*code, *map(str, paths)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(random_moments.uniform(0.0, 4 * both_seconds))
            os.kill(process.pid, signal.SIGKILL)
        version = current_version(out)
        assert version in (first, second)
        assert read_whole(out)["places"] == (12 if version == first else 13)
        seen.add(version)
    assert seen == {first, second}, "the kills came before any build had ended; the test tells nothing"
    build_store(country_inputs, out)
    build_store(replace(country_inputs, gazetteer=other), out)
    assert sorted(path.name for path in (out / "builds").iterdir()) == sorted((first, second))


def test_build_twice_gives_the_same_bytes(country_inputs: Inputs, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_store(country_inputs, tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*") if path.is_file())
    assert len(files) >= 7
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


def test_an_unchanged_report_is_taken_over_and_gives_the_same_store(country_inputs: Inputs, tmp_path: Path) -> None:
    out, anew = tmp_path / "store", tmp_path / "anew"
    build_store(country_inputs, out)
    added = country_inputs.reports / "2017-05-07-salbek.md"
    added.write_text("---\ntitle: Salbek\npublished: 2017-05-07\n---\nSalbek was quiet on 6 May.\n", encoding="utf-8")
    outcome = build_store(country_inputs, out)
    assert (outcome.read_again, outcome.counts["reports"]) == (1, 3)
    build_store(country_inputs, anew)
    for name in SCHEMAS:
        assert Store.open(out).table(name).equals(Store.open(anew).table(name)), name


def test_nothing_is_read_when_nothing_changed(country_inputs: Inputs, tmp_path: Path) -> None:
    first = build_store(country_inputs, tmp_path / "store")
    second = build_store(country_inputs, tmp_path / "store")
    assert (first.read_again, second.read_again) == (2, 0)
    assert first.version == second.version


def test_a_removed_report_leaves_the_store(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    (country_inputs.reports / "2017-05-05-dorun.md").unlink()
    build_store(country_inputs, tmp_path / "store")
    assert Store.open(tmp_path / "store").query("SELECT report_id FROM reports")["report_id"].tolist() == [
        "2017-05-03-bel-tarim"
    ]


def test_a_broken_gazetteer_leaves_the_store_as_it_was(country_inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "store"
    version = build_store(country_inputs, out).version
    country_inputs.gazetteer.write_text("place_id;name\n", encoding="utf-8")
    with pytest.raises(GazetteerError):
        build_store(country_inputs, out)
    assert current_version(out) == version
    read_whole(out)


def test_a_damaged_build_is_told_and_then_built_anew(country_inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "store"
    version = build_store(country_inputs, out).version
    (out / "builds" / version / "mentions.parquet").unlink()
    with pytest.raises(StoreError, match=r"lacks mentions\.parquet; build it again"):
        Store.open(out)
    build_store(country_inputs, out)
    read_whole(out)


READERS: dict[str, Callable[[Store], object]] = {
    "claims.parquet": lambda store: store.table("claims"),
    "regions.parquet": lambda store: store.regions(),
    "rows/claims.arrow": lambda store: store.take("claims", np.array([0], dtype=np.int32)),
    "numbers/claims.parquet": lambda store: store.numbers("claims"),
    "reports.parquet": lambda store: store.query("SELECT * FROM reports"),
}


@pytest.mark.parametrize("content", [b"", b"\x00" * 300], ids=["empty", "nothing known"])
@pytest.mark.parametrize("name", READERS)
def test_every_file_that_is_damaged_is_told_in_a_sentence(
    name: str, content: bytes, country_inputs: Inputs, tmp_path: Path
) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    (store.path / name).write_bytes(content)
    with pytest.raises(StoreError, match=r"cannot be read .*; build it again with"):
        READERS[name](store)


def test_a_damaged_table_stands_in_no_later_builds_way(country_inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "store"
    version = build_store(country_inputs, out).version
    (out / "builds" / version / "mentions.parquet").write_bytes(b"PAR1")
    added = country_inputs.reports / "2017-05-07-salbek.md"
    added.write_text("---\npublished: 2017-05-07\n---\nSalbek was quiet.\n", encoding="utf-8")
    assert build_store(country_inputs, out).read_again == 3
    read_whole(out)


@pytest.mark.parametrize("manifest", ["", "{}", "[1]", '{"format": 99, "version": "x"}', "\x00"])
def test_a_manifest_of_another_kind_is_one_sentence(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(StoreError, match="build it again with"):
        read_manifest(tmp_path)
    assert current_version(tmp_path) is None


def test_every_table_has_its_columns_and_comes_back_as_written(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(store.path / f"{name}.parquet").remove_metadata().equals(schema.remove_metadata()), name
        assert store.query(f"SELECT count(*) AS n FROM {name}")["n"].item() == store.table(name).num_rows


def test_values_go_into_a_query_as_values(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    found = store.query("SELECT * FROM places WHERE name = $name", name="x' OR '1'='1")
    assert found.empty


def test_status_comes_back_and_a_damaged_one_counts_as_none(tmp_path: Path) -> None:
    assert read_status(tmp_path)["state"] == "none"
    write_status(tmp_path, "failed", "2017-11-09T10:00:00+00:00", [Fault("g.csv", 3, "lat is 'x'.")])
    assert read_status(tmp_path)["faults"] == [{"path": "g.csv", "line": 3, "message": "lat is 'x'."}]
    (tmp_path / "status.json").write_text("{", encoding="utf-8")
    assert read_status(tmp_path)["state"] == "none"


def test_a_confirmed_choice_is_part_of_the_build(country_inputs: Inputs, tmp_path: Path) -> None:
    report = country_inputs.reports / "2017-05-09-kesh.md"
    report.write_text("---\npublished: 2017-05-09\n---\nKesh was quiet.\n", encoding="utf-8")
    out = tmp_path / "store"
    first = build_store(country_inputs, out).version
    assert _places_of(out, "2017-05-09-kesh") == [None]
    country_inputs.confirmed.write_text("toponym,region,place_id,note\nKesh,,xa-kesh-east,seen\n", encoding="utf-8")
    assert build_store(country_inputs, out).version != first
    assert _places_of(out, "2017-05-09-kesh") == ["xa-kesh-east"]


def _places_of(out: Path, report_id: str) -> list[str | None]:
    mentions = Store.open(out).table("mentions").to_pylist()
    return [mention["place_id"] for mention in mentions if mention["report_id"] == report_id]


def test_a_folder_without_reports_leaves_the_store_as_it_was(country_inputs: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "store"
    version = build_store(country_inputs, out).version
    for reports in (tmp_path / "gone", tmp_path / "empty"):
        if reports.name == "empty":
            reports.mkdir()
        with pytest.raises(ReportError):
            build_store(replace(country_inputs, reports=reports), out)
    assert current_version(out) == version


def test_one_report_file_is_a_folder_of_one(country_inputs: Inputs, tmp_path: Path) -> None:
    single = country_inputs.reports / "2017-05-05-dorun.md"
    assert build_store(replace(country_inputs, reports=single), tmp_path / "store").counts["reports"] == 1
