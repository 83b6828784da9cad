"""Where the made country and the shipped data lie."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
COUNTRY = Path(__file__).parent / "data" / "country"
SAMPLE = ROOT / "geodata" / "data"
