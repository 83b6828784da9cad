"""Names of ours that docstrings, comments and documents tell in backticks: what they name has to be there."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from docstrings import list_documented

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "geodata/READING.md", "docs/*.md")
_TICKED = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[\w./-]*\w\.(?:py|js|css|ts|toml|yaml|csv|md|json|geojson)")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
# A small word alone may be anything; with a capital or an underscore it is a name of code.
_IS_CODE = re.compile(r"[A-Z]\w+|\w+_\w+|[a-z]\w*[A-Z]\w*")
_OF_BROWSERS = frozenset({"window", "history", "document"})
# Files of a user's, made while the product runs.
_OF_USERS = frozenset({"confirmed.csv", "allCountries.txt", "cities500.json"})


class House:
    """What is there to be named: files, and what each module defines."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.others = set(_OF_BROWSERS)
        self.defined: dict[str, set[str]] = {}
        self.known: set[str] = set()
        tops = [path for path in root.iterdir() if not path.name.startswith((".git", ".venv", "node_modules"))]
        within = (path for top in tops if top.is_dir() for path in top.rglob("*") if "__pycache__" not in path.parts)
        self.files = ["/" + path.relative_to(root).as_posix() for path in [*tops, *within] if path.is_file()]
        for name in self.files:
            path = root / name[1:]
            if path.suffix == ".py":
                self._read_module(path)
            elif path.suffix in (".js", ".ts", ".css", ".toml", ".yaml"):
                self.known |= set(re.findall(r"[A-Za-z_]\w+", path.read_text("utf-8")))

    def has_file(self, name: str) -> bool:
        """Tell whether a file is there whose path ends so."""
        return name in _OF_USERS or any(path.endswith("/" + name.lstrip("/")) for path in self.files)

    def has_name(self, name: str) -> bool:
        """Tell whether a name is defined: of a module of ours in that module, else anywhere."""
        *owners, last = name.split(".")
        if owners and owners[0] in self.others:
            return True
        if owners and owners[0] in ("geodata", "dashboard"):
            return name in self.defined or last in self.defined.get(".".join(owners), ())
        if owners and owners[-1] in self.defined:
            return last in self.defined[owners[-1]]
        return last in self.known

    def _read_module(self, path: Path) -> None:
        defined = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                defined.add(node.name)
            elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
                defined.add(node.id if isinstance(node, ast.Name) else node.attr)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                self._read_import(node)
            elif isinstance(node, ast.arg | ast.keyword):
                self.known.add(node.arg or "")
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                # Columns and keys stand in code as strings, also several in one; a docstring defines nothing.
                self.known |= {node.value} if "\n" in node.value else set(node.value.split())
        parts = path.relative_to(self.root).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if parts[-1] == "__init__":
            # A room gives what its door lists.
            defined |= {name for name in self.known if name.isidentifier()} & _list_given(path)
        self.defined[module] = defined
        self.defined.setdefault(module.rpartition(".")[2], set()).update(defined)
        self.known |= defined | set(parts)

    def _read_import(self, node: ast.Import | ast.ImportFrom) -> None:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        own = ("geodata", "dashboard", "")
        self.known |= {alias.asname or alias.name for alias in node.names}
        self.others |= {name.split(".")[0] for name in names if name.split(".")[0] not in own}


def check_names(root: Path) -> list[str]:
    """Find what is told in backticks like a file or name of ours and is not there."""
    house = House(root)
    return [
        f"{where}: `{told}` is not there."
        for where, text in _list_texts(root)
        for told in _TICKED.findall(text)
        if not _is_there(house, told.removesuffix("()"))
    ]


def _is_there(house: House, told: str) -> bool:
    if _FILE.fullmatch(told):
        return house.has_file(told)
    is_name = _NAME.fullmatch(told) and ("." in told or _IS_CODE.fullmatch(told))
    return not is_name or house.has_name(told)


def _list_texts(root: Path) -> Iterator[tuple[str, str]]:
    for path in list_documented(root):
        name, source = path.relative_to(root), path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                yield f"{name}, line {node.lineno}", node.value.value
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield f"{name}, line {token.start[0]}", token.string
    for path in (path for pattern in DOCUMENTS for path in root.glob(pattern)):
        yield from ((f"{path.relative_to(root)}, line {n}", row) for n, row in enumerate(_read_rows(path), 1))


def _read_rows(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _list_given(door: Path) -> set[str]:
    for node in ast.parse(door.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return {str(one.value) for one in ast.walk(node.value) if isinstance(one, ast.Constant)}
    return set()
