"""Set each number that decides something to 0 in turn, and count the sentences of tests that read otherwise.

The sentences are those of all tables of pins (tests/pinning.py). A number that none of them notices is told, and is
then set to the other value that its pin states: 0 may come to the same there. One that goes unnoticed still fails.

    python tests/benchmarks/mutate_weights.py [WORD]    only numbers whose name holds WORD
"""

import sys
import time
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS)]

from pinning import PINNED, Pin, changed  # noqa: E402 - beside us only from here on


def load_pins(name: str) -> list[Pin]:
    """Load the pins of a module from its test."""
    *folders, last = name.split(".")
    path = TESTS.joinpath(*folders, f"test_{last}.py")
    spec = spec_from_file_location(f"pins_of_{last}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.PINS)


def count_noticed(module: ModuleType, constant: str, to: float, right: list[tuple[Pin, str]]) -> int:
    """Count the sentences that read otherwise, or not at all, with a constant changed."""
    with changed(module, constant, to):
        return sum(_tell(pin) != told for pin, told in right)


def _tell(pin: Pin) -> str:
    try:
        return pin.tell()
    except (ArithmeticError, ValueError, LookupError) as error:
        return f"fails: {error}"


def main() -> int:
    """Print a line for each number; 1 where one goes unnoticed."""
    began, word = time.perf_counter(), sys.argv[1] if len(sys.argv) > 1 else ""
    pins = {name: load_pins(name) for name in PINNED}
    right = [(pin, pin.tell()) for each in pins.values() for pin in each]
    zeroed = unnoticed = 0
    for name, own in pins.items():
        module = import_module(name)
        for pin in own:
            title = f"{name.removeprefix('geodata.')}.{pin.constant}"
            if word not in title:
                continue
            found = count_noticed(module, pin.constant, 0, right)
            told = f"{found} of {len(right)} sentences"
            zeroed += found > 0
            if not found:
                found = count_noticed(module, pin.constant, pin.to, right)
                told = f"none with 0; with {pin.to} {found} of {len(right)}"
            unnoticed += not found
            print(f"{title:48} {told}", flush=True)
    print(f"{zeroed} noticed with 0, {unnoticed} unnoticed, {time.perf_counter() - began:.0f} s")
    return int(unnoticed > 0)


if __name__ == "__main__":
    sys.exit(main())
