"""What a public docstring has to tell: each parameter and field of three or more, and each error raised."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from house import list_sources

PARAMETERS_FROM = 3
FIELDS_FROM = 3
_SECTION = r"^ *{name}\n *-+\n(.*?)(?=^ *[A-Z][a-z]+\n *-+\n|\Z)"


def check_docstrings(root: Path) -> list[str]:
    """Find public modules, classes and functions that do not tell what they have to."""
    faults = []
    for path in list_documented(root):
        name = path.relative_to(root)
        tree = ast.parse(path.read_text("utf-8"))
        if not ast.get_docstring(tree):
            faults.append(f"{name} has no docstring.")
        faults += [f"{name}, line {node.lineno}: {told}" for node, told in _check_nodes(tree)]
    return faults


def list_documented(root: Path) -> list[Path]:
    """List the modules whose docstrings are held."""
    # Not scripts of maintainers; nor the commands, whose docstring is their help and whose options tell themselves.
    free = (("geodata", "data"), ("geodata", "cli.py"))
    return [path for path in list_sources(root, ".py") if path.relative_to(root).parts[:2] not in free]


def _check_nodes(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in _list_public(tree):
        told = ast.get_docstring(node) or ""
        if not told:
            yield node, f"{node.name} has no docstring."
        elif isinstance(node, ast.ClassDef):
            fields = _list_fields(node)
            if len(fields) >= FIELDS_FROM and (missing := _find_missing(fields, _read_section(told, "Attributes"))):
                yield node, f"{node.name} does not tell its attributes {', '.join(missing)}."
            if fields and (lost := _list_told(_read_section(told, "Attributes")) - _list_members(node)):
                yield node, f"{node.name} has no {', '.join(sorted(lost))}."
        else:
            names = _list_parameters(node)
            if len(names) >= PARAMETERS_FROM and (missing := _find_missing(names, _read_section(told, "Parameters"))):
                yield node, f"{node.name} does not tell its parameters {', '.join(missing)}."
            if lost := _list_told(_read_section(told, "Parameters")) - {one.arg for one in _list_arguments(node)}:
                yield node, f"{node.name} has no {', '.join(sorted(lost))}."
            if missing := _find_missing(sorted(_list_raised(node)), _read_section(told, "Raises")):
                yield node, f"{node.name} does not tell that it raises {', '.join(missing)}."


def _list_public(tree: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _list_public(node)


def _list_parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    alone = (node.args.vararg, node.args.kwarg)
    arguments = [one.arg for one in _list_arguments(node) if one not in alone]
    return [name for name in arguments if name not in ("self", "cls") and not name.startswith("_")]


def _list_arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    alone = [one for one in (node.args.vararg, node.args.kwarg) if one]
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, *alone]


def _list_members(node: ast.ClassDef) -> set[str]:
    names = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    return names | {
        one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }


def _list_fields(node: ast.ClassDef) -> list[str]:
    """List the public fields of a dataclass or a named tuple; other classes have none that are told."""
    made = " ".join(ast.unparse(one) for one in [*node.decorator_list, *node.bases])
    if "dataclass" not in made and "NamedTuple" not in made:
        return []
    told = (
        one for one in node.body if isinstance(one, ast.AnnAssign) and "ClassVar" not in ast.unparse(one.annotation)
    )
    fields = [one.target for one in told]
    return [one.id for one in fields if isinstance(one, ast.Name) and not one.id.startswith("_")]


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
    told = _list_told(section)
    return [name for name in names if name not in told]


def _list_told(section: str) -> set[str]:
    heads = re.findall(r"^(?! )\**(\w[\w, *]*)", section, re.MULTILINE)
    return {word for head in heads for word in re.findall(r"\w+", head)}
