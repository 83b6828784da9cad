"""What several test modules need."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from made_country import COUNTRY, SAMPLE

if TYPE_CHECKING:
    from geodata.build import Inputs
    from geodata.gazetteer import Gazetteer

pytest.register_assert_rewrite("pinning")

# A slow neighbour on the machine is no fault of ours: speed is measured by the benchmarks.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def country() -> "Gazetteer":
    """The made country of tests/data: three provinces of unit squares."""
    from geodata.gazetteer import read_gazetteer

    return read_gazetteer(COUNTRY / "gazetteer.csv", COUNTRY / "regions.geojson")


@pytest.fixture(scope="session")
def syria() -> "Gazetteer":
    """The shipped gazetteer."""
    from geodata.gazetteer import read_gazetteer

    return read_gazetteer(SAMPLE / "gazetteer.csv", SAMPLE / "regions.geojson")


@pytest.fixture
def country_inputs(tmp_path: Path) -> "Inputs":
    """A copy of the made country that a test may change."""
    from geodata.build import Inputs

    folder = tmp_path / "inputs"
    (folder / "reports").mkdir(parents=True)
    for path in COUNTRY.rglob("*.*"):
        (folder / path.relative_to(COUNTRY)).write_bytes(path.read_bytes())
    return Inputs(folder / "reports", folder / "gazetteer.csv", folder / "regions.geojson")


@pytest.fixture
def write_gazetteer(tmp_path: Path) -> Callable[..., Path]:
    """Write the made country's CSV with lines replaced: `write_gazetteer({3: "..."})`; line 1 is the header."""

    def write(changes: dict[int, str], encoding: str = "utf-8") -> Path:
        lines = (COUNTRY / "gazetteer.csv").read_text(encoding="utf-8").splitlines()
        for number, line in changes.items():
            lines[number - 1] = line
        path = tmp_path / "gazetteer.csv"
        path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
        return path

    return write
