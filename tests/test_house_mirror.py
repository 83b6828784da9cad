"""Every module of the product has a test module under its name, in the mirrored place, or a reason why not."""

import ast
import io
import tokenize
from collections.abc import Mapping
from pathlib import Path

import pytest
from made_country import ROOT

LEAST_SHARE = 0.9
"""Lines of code of the tests, the benchmarks left out, to one of the product."""

# Modules without a test of their own name, and why; what is held by another test says by which.
WITHOUT: Mapping[str, str] = {
    "geodata/__main__.py": "one call of the command line, which test_cli.py runs as users do",
    "geodata/data/make_gazetteer.py": "a maintainer's script over pinned packages; test_cli.py checks what it made",
    "geodata/data/make_maps.py": "a maintainer's script over pinned packages; test_picture.py draws what it made",
    "geodata/data/natural_earth.py": "a maintainer's script over pinned packages; test_picture.py draws what it made",
    "geodata/languages/place_tables.py": "the fields of two sections, which languages/test_loading.py reads",
    "geodata/languages/date_tables.py": "the fields of a section, which languages/test_loading.py reads",
    "dashboard/contract/__main__.py": "one call, which `make check` runs; contract/test_writing.py holds what it makes",
    "dashboard/contract/scene.py": "types alone, which contract/test_writing.py writes and map/test_scene.py sends",
    "geodata/languages/statement_tables.py": "the fields of four sections, which languages/test_loading.py reads",
    "dashboard/counting/arrays.py": "two types and two constants without behaviour",
}

# Tests of what no one module does.
OF_SEVERAL: Mapping[str, str] = {
    "geodata/languages/test_marked.py": "reports of other languages, marked by somebody who had not seen the code",
    "geodata/languages/test_places.py": "sentences in Ukrainian and French, from the file of the language to the place",
    "geodata/languages/test_invented.py": "a language nobody knew, read without a line of Python",
    "geodata/test_leaving.py": "how the commands leave the terminal",
    "geodata/test_not_judged.py": "what is told where a language has no rules, from the reading to the store",
    "geodata/test_public_face.py": "the names that the package gives to others",
    "geodata/test_sample.py": "the reading of the sample against the gold and the golden file",
}


def list_faults(root: Path, without: Mapping[str, str]) -> list[str]:
    """List the modules that have neither a test nor a reason, and the reasons that are no longer true."""
    modules = {
        path.relative_to(root).as_posix()
        for package in ("geodata", "dashboard")
        for path in (root / package).rglob("*.py")
        if path.name != "__init__.py"
    }
    tested = {module for module in modules if _test_of(root, module).is_file()}
    faults = [f"{module} has no test {_test_of(root, module).name}" for module in modules - tested - without.keys()]
    faults += [f"{module} is listed and has a test" for module in tested & without.keys()]
    faults += [f"{module} is listed and does not exist" for module in without.keys() - modules]
    faults += [f"{module} is listed without a reason" for module, reason in without.items() if len(reason.split()) < 3]
    return sorted(faults)


def _test_of(root: Path, module: str) -> Path:
    path = root / "tests" / module
    return path.with_name(f"test_{path.name}")


def test_every_module_has_its_test_or_a_reason() -> None:
    assert list_faults(ROOT, WITHOUT) == []


def test_the_list_is_short() -> None:
    assert len(WITHOUT) <= 12


def test_no_test_module_stands_where_no_module_does() -> None:
    """A test that is left behind when its module moves would look as if it held something."""
    mirrored = [path for package in ("geodata", "dashboard") for path in (ROOT / "tests" / package).rglob("test_*.py")]
    lost = {path.relative_to(ROOT / "tests").as_posix() for path in mirrored if not _module_of(path).is_file()}
    assert lost == OF_SEVERAL.keys()


def _module_of(path: Path) -> Path:
    module = ROOT / path.relative_to(ROOT / "tests")
    return module.with_name(module.name.removeprefix("test_"))


def plant(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    return root


def test_a_planted_module_without_a_test_fails(tmp_path: Path) -> None:
    plant(tmp_path, "geodata/__init__.py", "geodata/room/one.py", "dashboard/two.py", "tests/dashboard/test_two.py")
    assert list_faults(tmp_path, {}) == ["geodata/room/one.py has no test test_one.py"]
    assert list_faults(tmp_path, {"geodata/room/one.py": "held by another test"}) == []


def test_a_reason_that_is_no_longer_true_fails(tmp_path: Path) -> None:
    plant(tmp_path, "geodata/one.py", "tests/geodata/test_one.py")
    reason = "held by another test"
    assert list_faults(tmp_path, {"geodata/one.py": reason}) == ["geodata/one.py is listed and has a test"]
    assert list_faults(tmp_path, {"geodata/gone.py": reason}) == ["geodata/gone.py is listed and does not exist"]
    plant(tmp_path, "geodata/two.py")
    assert list_faults(tmp_path, {"geodata/two.py": ""}) == ["geodata/two.py is listed without a reason"]


_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def count_code(text: str) -> int:
    """Count the lines that hold code: no blank ones, comments or docstrings."""
    documented: set[int] = set()
    for each in ast.walk(ast.parse(text)):
        if isinstance(each, ast.Module | ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            first = each.body[0] if each.body else None
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                documented |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    lines = {line for token in tokens if token.type not in _NO_CODE for line in range(token.start[0], token.end[0] + 1)}
    return len(lines - documented)


def measure_share(root: Path) -> float:
    """Measure how many lines of tests there are to one of the product."""
    product = [path for package in ("geodata", "dashboard") for path in (root / package).rglob("*.py")]
    tests = [path for path in (root / "tests").rglob("*.py") if "benchmarks" not in path.parts]
    counted, tested = (sum(count_code(path.read_text("utf-8")) for path in paths) for paths in (product, tests))
    return tested / counted


def test_there_are_nearly_as_many_lines_of_tests_as_of_the_product() -> None:
    assert measure_share(ROOT) >= LEAST_SHARE


COUNTED = [
    ('"""About."""\n\nX = 1  # one\n# two\n', 1),
    ('def work():\n    """Work."""\n    return (\n        1\n    )\n', 4),
    ('X = """\nall of it\n"""\n', 3),
    ("", 0),
]


@pytest.mark.parametrize(("text", "lines"), COUNTED)
def test_lines_of_code_are_counted(text: str, lines: int) -> None:
    assert count_code(text) == lines


def test_a_product_without_tests_has_too_small_a_share(tmp_path: Path) -> None:
    plant(tmp_path, "geodata/one.py", "dashboard/two.py", "tests/test_one.py", "tests/benchmarks/bench.py")
    (tmp_path / "geodata/one.py").write_text("x = 1\ny = 2\n")
    (tmp_path / "tests/test_one.py").write_text("z = 3\n")
    (tmp_path / "tests/benchmarks/bench.py").write_text("a = 1\n" * 9)
    assert measure_share(tmp_path) == 0.5 < LEAST_SHARE
