"""The house keeps its rules: small rooms, entered by their doors, in an order that is closed by default."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import house
import pytest
from made_country import ROOT

Check = Callable[[Path], list[str]]


def read_layers(root: Path) -> dict[str, list[str]]:
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [contract for contract in contracts if contract["type"] == "layers"]
    assert all(contract["exhaustive"] for contract in layers)
    return {contract["containers"][0]: contract["layers"] for contract in layers}


def check_order(root: Path) -> list[str]:
    return house.check_order(read_layers(root), root)


CHECKS: tuple[Check, ...] = (house.check_letters, house.check_sizes, house.check_doors, house.check_screen, check_order)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the code that a test may spoil."""
    for package in house.PACKAGES:
        only = shutil.ignore_patterns("__pycache__", "data", "*.png")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=only)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("check", CHECKS)
def test_the_house_keeps_its_rules(check: Check) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize(
    ("check", "path", "text", "told"),
    [
        (house.check_sizes, "geodata/long.py", "a = 1\n" * 301, "geodata/long.py has 301 lines of code"),
        (house.check_sizes, "dashboard/map/long.js", "a();\n" * 351, "dashboard/map/long.js has 351 lines"),
        (house.check_sizes, "geodata/long.py", "def f():\n" + "    g()\n" * 60, "geodata/long.py: f has 61 lines"),
        (house.check_letters, "geodata/dates/a.py", "a = 'вчера'", "line 1: 'вчера'"),
        (house.check_letters, "dashboard/a.py", "a = 1\nb = f'{a} أمس'", "line 2: ' أمس'"),
        (house.check_doors, "geodata/names/__init__.py", "__all__ = []\n", "does not say what the room is for"),
        (house.check_doors, "geodata/names/__init__.py", '"""What names are."""\n', "does not list what it gives"),
        (house.check_doors, "geodata/cli.py", "from geodata.names.index import X\n", "import from geodata.names."),
        (house.check_doors, "geodata/dates/a.py", "import geodata.names.index\n", "import from geodata.names."),
        (house.check_screen, "dashboard/app.py", "from geodata.names import X\n", "does not reach geodata.names"),
        (house.check_screen, "dashboard/app.py", "from geodata import build\n", "does not reach geodata.build"),
        (check_order, "geodata/stray.py", "", "geodata.stray has no place in the order."),
        (check_order, "dashboard/attic/__init__.py", "", "dashboard.attic has no place in the order."),
    ],
)
def test_what_breaks_a_rule_is_told(copy: Path, check: Check, path: str, text: str, told: str) -> None:
    (copy / path).parent.mkdir(exist_ok=True)
    (copy / path).write_text(text, "utf-8")
    assert any(told in fault for fault in check(copy)), check(copy)


def test_a_crowded_room_is_told(copy: Path) -> None:
    for number in range(house.FILES_AT_MOST):
        (copy / "dashboard" / "search" / f"extra{number}.py").touch()
    assert any("dashboard/search holds" in fault for fault in house.check_sizes(copy))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("geodata/names/spelling.py", "\nfrom geodata.resolution import Resolver\n"),
        ("dashboard/choices/goal.py", "\nfrom dashboard.map import show_map\n"),
        ("geodata/model.py", "\nimport streamlit\n"),
        ("geodata/stray.py", '"""Put nowhere."""\n'),
    ],
)
def test_an_import_against_the_arrows_is_refused(copy: Path, path: str, text: str) -> None:
    with (copy / path).open("a", encoding="utf-8") as file:
        file.write(text)
    assert lint_imports(copy).returncode == 1


@pytest.mark.slow
def test_the_copy_as_it_is_passes(copy: Path) -> None:
    assert lint_imports(copy).returncode == 0, lint_imports(copy).stdout


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    around = {"PYTHONPATH": str(folder), "PATH": ""}
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
