"""Nothing is left behind when Python ends: DuckDB tells whoever leaves objects of it, on the user's screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from made_country import COUNTRY

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
INPUTS = ("--gazetteer", str(COUNTRY / "gazetteer.csv"), "--regions", str(COUNTRY / "regions.geojson"))

READ_AND_OPEN = """
import sys
from pathlib import Path
from geodata import Inputs, Store, build_store, open_reader

folder, out = map(Path, sys.argv[1:])
build_store(Inputs(folder / "reports", folder / "gazetteer.csv", folder / "regions.geojson"), out)
store = Store.open(out)
assert store.query("SELECT count(*) AS n FROM reports")["n"].item() == 2
reader = open_reader(folder / "gazetteer.csv", folder / "regions.geojson")
"""


def tell_errors(*arguments: str) -> str:
    """Run Python to its end; give what it wrote to standard error."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stderr


@pytest.mark.parametrize("command", ["build", "parse", "check"])
def test_a_command_writes_nothing_to_standard_error(command: str, tmp_path: Path) -> None:
    reports = str(COUNTRY / "reports")
    rest = {"build": ["--reports", reports, "--out", str(tmp_path / "store")], "parse": [reports], "check": []}
    assert tell_errors("-m", "geodata", command, *rest[command], *INPUTS) == ""


def test_a_program_that_reads_and_opens_a_store_leaves_nothing(tmp_path: Path) -> None:
    assert tell_errors("-c", READ_AND_OPEN, str(COUNTRY), str(tmp_path / "store")) == ""


def test_what_stays_frozen_would_be_told() -> None:
    assert "leaked" in tell_errors("-c", "import duckdb, gc; gc.freeze()")
