"""The files of the screen that are written by hand: where a colour or a number could stand once more."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
CONTRACT = ROOT / "dashboard" / "contract"


def list_sources() -> dict[str, str]:
    """Text of all that is written by hand outside of the contract, by path."""
    kinds = ("py", "js", "css", "html", "svg")
    paths = [path for kind in kinds for path in (ROOT / "dashboard").rglob(f"*.{kind}") if path.parent != CONTRACT]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(paths)}
