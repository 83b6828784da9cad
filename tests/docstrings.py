"""What a public docstring has to tell: each parameter of three or more, and each error raised."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from house import list_sources

PARAMETERS_FROM = 3
_SECTION = r"^ *{name}\n *-+\n(.*?)(?=^ *[A-Z][a-z]+\n *-+\n|\Z)"


def check_docstrings(root: Path) -> list[str]:
    """Find public modules, classes and functions that do not tell what they have to."""
    faults = []
    for path in list_sources(root, ".py"):
        name = path.relative_to(root)
        # Scripts of maintainers; and the commands, whose docstring is their help and whose options tell themselves.
        if name.parts[:2] in (("geodata", "data"), ("geodata", "cli.py")):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        if not ast.get_docstring(tree):
            faults.append(f"{name} has no docstring.")
        faults += [f"{name}, line {node.lineno}: {told}" for node, told in _check_nodes(tree)]
    return faults


def _check_nodes(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in _list_public(tree):
        told = ast.get_docstring(node) or ""
        if not told:
            yield node, f"{node.name} has no docstring."
        elif not isinstance(node, ast.ClassDef):
            names = _list_parameters(node)
            if len(names) >= PARAMETERS_FROM and (missing := _find_missing(names, _read_section(told, "Parameters"))):
                yield node, f"{node.name} does not tell its parameters {', '.join(missing)}."
            if missing := _find_missing(sorted(_list_raised(node)), _read_section(told, "Raises")):
                yield node, f"{node.name} does not tell that it raises {', '.join(missing)}."


def _list_public(tree: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _list_public(node)


def _list_parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [one.arg for one in arguments if one.arg not in ("self", "cls") and not one.arg.startswith("_")]


def _list_raised(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """List the errors a function raises itself; what functions inside it raise is theirs."""
    raised: set[str] = set()
    queue: list[ast.AST] = list(node.body)
    while queue:
        one = queue.pop()
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(one, ast.Raise) and isinstance(one.exc, ast.Call) and isinstance(one.exc.func, ast.Name):
            raised.add(one.exc.func.id)
        queue += ast.iter_child_nodes(one)
    return raised


def _read_section(told: str, name: str) -> str:
    found = re.search(_SECTION.format(name=name), told, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def _find_missing(names: list[str], section: str) -> list[str]:
    heads = re.findall(r"^(?! )\**(\w[\w, *]*)", section, re.MULTILINE)
    told = {word for head in heads for word in re.findall(r"\w+", head)}
    return [name for name in names if name not in told]
