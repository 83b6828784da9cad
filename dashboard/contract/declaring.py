"""Types of Python -> the same types as TypeScript has them, read off the declarations themselves."""

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}
_SEQUENCES = (list, Sequence, tuple)
_LONGEST_LINE = 120  # as the scripts are formatted


def list_declared(modules: Iterable[ModuleType]) -> dict[str, Any]:
    """List the types that modules declare: choices of strings, dataclasses, TypedDicts; by name, in their order."""
    found: dict[str, Any] = {}
    for module in modules:
        for name, value in vars(module).items():
            is_own = getattr(value, "__module__", None) == module.__name__ and (
                is_dataclass(value) or is_typeddict(value)
            )
            if not name.startswith("_") and (is_own or get_origin(value) is Literal):
                found[name] = value
    return found


def write_type(kind: Any, named: Mapping[Any, str]) -> str:
    """Write a type of Python as TypeScript has it.

    Parameters
    ----------
    kind : Any
        As `typing.get_type_hints` gives it.
    named : mapping of Any to str
        Types that are told by their name.

    Returns
    -------
    str
        "string", "number[]", "Record<Basis, string>" ...

    Raises
    ------
    TypeError
        If nothing like it can cross as JSON.
    """
    if kind in named:
        return named[kind]
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    if origin in (Union, UnionType):
        return " | ".join(write_type(part, named) for part in parts)
    if origin is tuple and Ellipsis not in parts:
        return f"[{', '.join(write_type(part, named) for part in parts)}]"
    if origin in _SEQUENCES:
        item = write_type(parts[0], named)
        return f"({item})[]" if " | " in item else f"{item}[]"
    if origin in (Mapping, dict):
        key, value = (write_type(part, named) for part in parts)
        return f"Record<{key}, {value}>"
    raise TypeError(
        f"{kind!r} has no counterpart in TypeScript; use str, numbers, bool, lists, mappings or a TypedDict."
    )


def write_declarations(modules: Sequence[ModuleType]) -> str:
    """Write all that modules declare, as TypeScript has it."""
    declared = list_declared(modules)
    named = {kind: name for name, kind in declared.items()}
    return "\n".join(_write_declaration(name, kind, modules, named) for name, kind in declared.items())


def _write_declaration(name: str, kind: Any, modules: Sequence[ModuleType], named: Mapping[Any, str]) -> str:
    if get_origin(kind) is Literal:
        told = _find_note(name, modules)
        line = f"export type {name} = {write_type(kind, {})};"
        if len(line) > _LONGEST_LINE:
            line = line.replace(" = ", " =\n  | ").replace('" | ', '"\n  | ')
        return f"{_write_note(told)}{line}\n"
    summary, notes = _read_notes(inspect.getdoc(kind) or "")
    optional: frozenset[str] = getattr(kind, "__optional_keys__", frozenset())
    lines = []
    for field, hint in get_type_hints(kind).items():
        note = _write_note(notes.get(field, ""), "  ")
        lines.append(f"{note}  {field}{'?' if field in optional else ''}: {write_type(hint, named)};\n")
    return f"{_write_note(summary)}export interface {name} {{\n{''.join(lines)}}}\n"


def _find_note(name: str, modules: Sequence[ModuleType]) -> str:
    """Find the string that stands under an assignment."""
    pattern = re.compile(rf'^{name} = .*?\n"""(.*?)"""$', re.MULTILINE | re.DOTALL)
    found = [match for module in modules if (match := pattern.search(inspect.getsource(module)))]
    return found[0].group(1) if found else ""


def _read_notes(doc: str) -> tuple[str, dict[str, str]]:
    """Read the first paragraph of a docstring, and what its Attributes are said to be."""
    notes: dict[str, str] = {}
    summary, _, rest = doc.partition("\n\n")
    names: list[str] = []
    for line in rest.splitlines()[2:]:
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.split(" : ")[0].split(",")]
        elif line.strip():
            for name in names:
                notes[name] = f"{notes.get(name, '')} {line.strip()}".strip()
    return " ".join(summary.split()), notes


def _write_note(told: str, indent: str = "") -> str:
    return f"{indent}/** {told} */\n" if told else ""
