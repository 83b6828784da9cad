"""The engine's files, and one fingerprint of all that shapes the reading."""

import shutil
from pathlib import Path

import pytest

from geodata.shipped import DATA, HERE, fingerprint_engine, list_engine


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine") / "geodata"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("__pycache__", "*.geojson"))
    return folder


def test_the_fingerprint_is_that_of_the_contents_and_not_of_the_place(copy: Path) -> None:
    assert fingerprint_engine(copy) == fingerprint_engine()


def test_one_byte_of_any_file_that_shapes_the_reading_is_another_engine(copy: Path) -> None:
    before = fingerprint_engine(copy)
    for path in list_engine(copy):
        content = path.read_bytes()
        path.write_bytes(content + b"\n")
        assert fingerprint_engine(copy) != before, path
        path.write_bytes(content)
    assert fingerprint_engine(copy) == before


def test_inputs_of_a_build_are_not_the_engine(copy: Path) -> None:
    before = fingerprint_engine(copy)
    gazetteer = copy / "data" / "gazetteer.csv"
    gazetteer.write_bytes(gazetteer.read_bytes() + b"\n")
    assert fingerprint_engine(copy) == before
    (copy / "data" / "reports" / "new.txt").write_text("a report")
    assert fingerprint_engine(copy) == before


def test_a_new_file_counts_by_itself(copy: Path) -> None:
    before = fingerprint_engine(copy)
    new = copy / "names" / "another.py"
    new.write_text("")
    assert fingerprint_engine(copy) != before
    new.rename(copy / "names" / "renamed.py")
    renamed = fingerprint_engine(copy)
    (copy / "names" / "renamed.py").unlink()
    assert renamed != before
    assert fingerprint_engine(copy) == before


def test_lists_and_vocabularies_are_the_engine() -> None:
    names = {path.name for path in list_engine()}
    assert {"demonyms.csv", "given_names.txt", "evidence.py", "en.yaml"} <= names
    assert "gazetteer.csv" not in names
    assert DATA.is_dir()
