"""The rules of the house, read off the source itself: how large a room may be, and by which door it is entered.

Each check gives sentences about what breaks it; none when all is well.
"""

import ast
import io
import tokenize
import unicodedata
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("geodata", "dashboard")
SOURCES = (".py", ".js", ".css")
FILES_AT_MOST = 12
MODULE_AT_MOST = 300
SCRIPT_AT_MOST = 350
FUNCTION_AT_MOST = 60
NAMES_AT_MOST = 20
SCREEN_REACHES = ("geodata.model", "geodata.errors", "geodata.store", "geodata.claims")
_LETTERS = ("CYRILLIC", "ARABIC")
_LAST_OF_ARABIC = "\u06ff"  # with it code names the whole block, and no word
_REACHED = ", ".join(SCREEN_REACHES)
_NO_CODE = frozenset(tokenize.__dict__[name] for name in "COMMENT NL NEWLINE INDENT DEDENT ENDMARKER ENCODING".split())


def list_sources(root: Path, *suffixes: str) -> list[Path]:
    """List the files of code of both packages."""
    found = (path for package in PACKAGES for path in (root / package).rglob("*"))
    return sorted(path for path in found if path.suffix in (suffixes or SOURCES) and "__pycache__" not in path.parts)


def check_sizes(root: Path) -> list[str]:
    """Find folders, modules, scripts and functions that have outgrown themselves."""
    faults = []
    folders: dict[Path, int] = {}
    for path in list_sources(root):
        folders[path.parent] = folders.get(path.parent, 0) + 1
        name = path.relative_to(root)
        if path.suffix == ".py":
            if (lines := count_code(path)) > MODULE_AT_MOST:
                faults.append(f"{name} has {lines} lines of code; at most {MODULE_AT_MOST}: split it.")
            faults += _check_functions(path, name)
        elif path.suffix == ".js" and (lines := _count_lines(path)) > SCRIPT_AT_MOST:
            faults.append(f"{name} has {lines} lines; at most {SCRIPT_AT_MOST}: split it.")
    return faults + [
        f"{folder.relative_to(root)} holds {n} files of code; at most {FILES_AT_MOST}: make a room of some."
        for folder, n in folders.items()
        if n > FILES_AT_MOST
    ]


def count_code(path: Path) -> int:
    """Count the lines of a module that are neither blank, comment nor docstring."""
    source = path.read_text("utf-8")
    said: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            said.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - said)


def check_letters(root: Path) -> list[str]:
    """Find words of Cyrillic or Arabic letters in code: they belong into the files of the languages."""
    faults = []
    for path in list_sources(root, ".py"):
        name = path.relative_to(root)
        if name.parts[:2] == ("geodata", "languages"):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
        faults += [
            f"{name}, line {text.lineno}: {text.value!r} has letters of a language; give it to the languages' files."
            for text in texts
            if id(text) not in said and any(map(_is_of_a_language, str(text.value)))
        ]
    return faults


def check_doors(root: Path) -> list[str]:
    """Find rooms without a docstring or a list of what they give, and imports that climb in by a window."""
    faults = []
    for package in PACKAGES:
        for folder in list_rooms(root / package):
            door = ast.parse((folder / "__init__.py").read_text("utf-8"))
            name = folder.relative_to(root)
            if len((ast.get_docstring(door) or "").split()) < 3:
                faults.append(f"{name}/__init__.py does not say what the room is for; give it a docstring.")
            if not any(isinstance(node, ast.Assign | ast.AnnAssign) and _is_all(node) for node in door.body):
                faults.append(f"{name}/__init__.py does not list what it gives; give it an `__all__`.")
    for path, line, module in list_imports(root):
        parts = module.split(".")
        own = _room_of(path.relative_to(root))
        inside = len(parts) > 2 and (root / parts[0] / parts[1]).is_dir()
        if inside and parts[1] != "data" and own != (parts[0], parts[1]):
            door = ".".join(parts[:2])
            faults.append(
                f"{path.relative_to(root)}, line {line}: {module} is entered by its door; import from {door}."
            )
    return faults


def check_screen(root: Path) -> list[str]:
    """Find what the screen imports of geodata but what flows out of it."""
    return [
        f"{path.relative_to(root)}, line {line}: the screen does not reach {module}; read {_REACHED}."
        for path, line, module in list_imports(root, "dashboard")
        if module.split(".")[0] == "geodata" and module not in SCREEN_REACHES
    ]


def check_order(layers: dict[str, list[str]], root: Path) -> list[str]:
    """Find packages whose order has too many names, or not each of its rooms and modules once."""
    faults = []
    for package, rows in layers.items():
        listed = [name.strip() for row in rows for name in row.split("|")]
        rooms = {path.name for path in list_rooms(root / package) if path.parent == root / package}
        there = {path.stem for path in (root / package).glob("*.py")} | rooms
        there.discard("__init__")
        if len(listed) > NAMES_AT_MOST:
            faults.append(f"the order of {package} has {len(listed)} names; at most {NAMES_AT_MOST}.")
        faults += [f"{package}.{name} has no place in the order." for name in sorted(there - set(listed))]
        faults += [f"{package}.{name} stands in the order and is not there." for name in sorted(set(listed) - there)]
    return faults


def list_rooms(package: Path) -> list[Path]:
    """List the sub-packages of a package, of any depth."""
    return sorted(path.parent for path in package.rglob("__init__.py") if path.parent != package)


def list_imports(root: Path, *packages: str) -> Iterator[tuple[Path, int, str]]:
    """Give each import of our own modules with its file and line."""
    modules = {_name_module(path.relative_to(root)) for path in list_sources(root, ".py")}
    for path in list_sources(root, ".py"):
        if packages and path.relative_to(root).parts[0] not in packages:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                # `from geodata.names import index` enters a module as `import geodata.names.index` does.
                named = [f"{node.module}.{alias.name}" for alias in node.names]
                names = [name if name in modules and _is_deep(name) else node.module for name in named]
            else:
                continue
            yield from ((path, node.lineno, name) for name in dict.fromkeys(names) if name.split(".")[0] in PACKAGES)


def _is_of_a_language(letter: str) -> bool:
    is_named = unicodedata.name(letter, "").startswith(_LETTERS)
    return is_named and letter.isalpha() and letter != _LAST_OF_ARABIC


def _is_deep(module: str) -> bool:
    return module.count(".") < 2


def _check_functions(path: Path, name: Path) -> list[str]:
    faults = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = node.body[0] if ast.get_docstring(node) else None
            lines = (node.end_lineno or 0) - node.lineno + 1
            lines -= (said.end_lineno or 0) - said.lineno + 1 if said else 0
            if lines > FUNCTION_AT_MOST:
                faults.append(f"{name}: {node.name} has {lines} lines; at most {FUNCTION_AT_MOST}: split it.")
    return faults


def _count_lines(path: Path) -> int:
    return sum(1 for line in path.read_text("utf-8").splitlines() if line.strip())


def _is_all(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _name_module(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room_of(path: Path) -> tuple[str, str] | None:
    return (path.parts[0], path.parts[1]) if len(path.parts) > 2 else None
