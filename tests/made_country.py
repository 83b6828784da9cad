"""Where the made country, the shipped data and the data of tests lie."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
COUNTRY = TESTS / "data" / "country"
SAMPLE = ROOT / "geodata" / "data"
