"""The public face of geodata: few names, each there, none loaded before it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import geodata

ROOT = Path(__file__).parents[2]
HEAVY = ("duckdb", "pyarrow", "geopandas", "pandas", "numpy", "shapely", "streamlit", "trafilatura", "typer")
TELL_LOADED = f"; import sys; print(*(name for name in {HEAVY} if name in sys.modules))"


def list_loaded(code: str) -> set[str]:
    """Run code in a Python of its own; tell which of the heavy libraries it loaded."""
    command = [sys.executable, "-c", code + TELL_LOADED]
    return set(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split())


def test_the_face_has_few_names_each_once_in_order() -> None:
    assert len(geodata.__all__) <= 40
    assert geodata.__all__ == sorted(set(geodata.__all__))


@pytest.mark.parametrize("name", geodata.__all__)
def test_every_name_is_there_and_comes_from_its_room(name: str) -> None:
    found = getattr(geodata, name)
    assert found.__name__ == name
    assert found.__module__.startswith("geodata.")
    assert found.__doc__
    assert name in dir(geodata)


def test_another_name_is_not_there() -> None:
    assert not hasattr(geodata, "nonsense")
    with pytest.raises(AttributeError, match="module 'geodata' has no attribute 'nonsense'"):
        _ = geodata.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "code",
    [
        "import geodata",
        "import geodata; geodata.Report; geodata.StoreError",
        "from geodata.model import Report",
        "from geodata.errors import Fault",
    ],
)
def test_names_of_values_and_errors_load_no_library(code: str) -> None:
    assert list_loaded(code) == set()


def test_a_library_that_is_loaded_is_seen() -> None:
    assert {"duckdb", "pyarrow", "geopandas"} <= list_loaded("from geodata import Store")


def test_a_reader_of_reports_needs_no_store() -> None:
    assert "duckdb" not in list_loaded("from geodata import open_reader, read_reports; import geodata.parse")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["parse", "--help"]])
def test_telling_the_commands_loads_no_library(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "geodata", *arguments]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stderr
    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "geodata.cli" in loaded
    assert loaded & ({*HEAVY} - {"typer"}) == set()
