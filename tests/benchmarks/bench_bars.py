"""The page on three stores beside the bars it is held to, in one table.

    python tests/benchmarks/bench_bars.py [FOLDER] [--moves 300] [--selections 100] [--sessions 50] [--seconds 60]

The stores are made once, in FOLDER (default build/bench): the sample's, and made ones of 100,000 and 1,000,000
mentions of 10,000 places over three years. "floor" is what this machine needs for nothing: a page with one word, a
frame without work.
"""

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench_page import CHOICE_TO_MAP, CHOICE_TO_PANEL, MOVE_TO_PANEL, ROOT, Row, measure
from big_store import MENTIONS, PLACES, write_big_store

GROWTH_BAR = 1.5
GROWING = (MOVE_TO_PANEL, CHOICE_TO_PANEL, CHOICE_TO_MAP)
"""What a filter costs: it must not grow with the number of mentions by more than `GROWTH_BAR`."""


@dataclass(frozen=True)
class Bar:
    """What a measure is held to: at most so much on the sample, and on a million mentions."""

    sample: float
    large: float


BARS = {
    "first map after opening, best of 3": Bar(2000, 3000),
    "sent for it": Bar(3, 3),
    "frame work while dragging, p95": Bar(16, 50),
    "letting go -> panel updated, p95": Bar(250, 400),
    "click on a place -> its statements, p95": Bar(250, 400),
    "frames opened since the first map": Bar(0, 0),
    "page heap growth": Bar(10, 10),
    "server memory growth": Bar(20, 20),
    "sessions: a move, p95": Bar(1000, 1000),
    "sessions: errors": Bar(0, 0),
    "faults on the page": Bar(0, 0),
}


def find_bar(name: str) -> Bar | None:
    """Find what a measure is held to; None where it is only told."""
    return next((bar for known, bar in BARS.items() if name.endswith(known)), None)


def make_stores(folder: Path) -> dict[str, Path]:
    """Make the stores that are not there, by the names they are told by."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "geodata", "build", "--out", str(folder / "sample")]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    stores = {"sample": folder / "sample"}
    for name, mentions in (("100k", MENTIONS // 10), ("1M", MENTIONS)):
        stores[name] = folder / f"mentions-{mentions}"
        write_big_store(stores[name], mentions, PLACES)
    return stores


def say_value(row: Row | None, bar: float | None) -> str:
    """Say a figure beside its bar, with a mark where it is over."""
    if row is None:
        return f"{'':>22}"
    held = f"/ {bar:g}{' OVER' if not row.value <= bar else ''}" if bar is not None else ""
    return f"{row.value:10.1f} {held:<11}"


def print_bars(found: dict[str, dict[str, Row]]) -> None:
    """Print a line for each measure: the figure on each store beside its bar, the unit, and the floor."""
    print(f"\n{'measured / bar':<50}{'sample':>15}{'100k':>18}{'1M':>22}{'floor':>20}")
    names = list(dict.fromkeys(name for rows in found.values() for name in rows))
    for name in names:
        bar, rows = find_bar(name), [found[store].get(name) for store in ("sample", "100k", "1M")]
        bars = (bar.sample, None, bar.large) if bar else (None, None, None)
        known = next(row for row in rows if row)
        floor = f"{known.floor:10.1f}" if known.floor is not None else ""
        cells = "".join(say_value(row, limit) for row, limit in zip(rows, bars, strict=True))
        print(f"{name:<50}{cells} {known.unit:<4}{floor}")
    print(f"\n1M against 100k mentions, bar {GROWTH_BAR} times:")
    for name in GROWING:
        if name in found["1M"] and name in found["100k"]:
            times = found["1M"][name].value / found["100k"][name].value
            print(f"{name:<50}{times:10.2f}{'' if times <= GROWTH_BAR else ' OVER'}")


def bench_bars(folder: Path, moves: int, selections: int, sessions: int, seconds: float) -> None:
    """Measure the page on each store, and print all figures at the end; each is told as it is known, too."""
    found: dict[str, dict[str, Row]] = {}
    for name, store in make_stores(folder).items():
        print(f"\nthe page on {name}", flush=True)
        found[name] = {}
        for row in measure(store.resolve(), moves, selections, sessions, seconds):
            found[name][row.name] = row
            print(f"  {row}", flush=True)
    print_bars(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/bench"))
    for name, usual in (("moves", 300), ("selections", 100), ("sessions", 50), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    bench_bars(given.folder, given.moves, given.selections, given.sessions, float(given.seconds))


if __name__ == "__main__":
    main()
