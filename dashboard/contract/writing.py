"""The three files that are made of the declarations, for the scripts and styles."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from dashboard.contract import messages, numbers, scene
from dashboard.contract.colours import PALETTES, Palette
from dashboard.contract.declaring import list_declared, write_declarations, write_type
from dashboard.contract.scene import Theme

FOLDER = Path(__file__).parent
_MADE = "Made by `make contract` of the declarations in dashboard/contract; a change belongs there."
_SCOPES: Mapping[Theme, str] = MappingProxyType(
    # The page tells the frame its theme, and the ground tells it its map, which is there first.
    {"light": ":root", "dark": ':root[data-theme="dark"],\n.dateline-dark'}
)


def write_files() -> dict[str, str]:
    """Write what the files hold, by name."""
    return {"contract.d.ts": write_types(), "constants.js": write_constants(), "tokens.css": write_tokens()}


def write_types() -> str:
    """Write the types for the scripts."""
    return f"// {_MADE}\n\n{write_declarations((scene, messages))}"


def write_constants() -> str:
    """Write the numbers, and the colours that are drawn with on a canvas, as a module of JavaScript."""
    named = {kind: name for name, kind in list_declared((scene, messages)).items()}
    parts = [f"// {_MADE}"]
    for name, hint in get_type_hints(numbers, include_extras=True).items():
        kind, note = get_args(hint)
        told = f"/** {note} */" if kind is int else f"/**\n * {note}\n * @type {{{write_type(kind, named)}}}\n */"
        parts.append(f"{told}\nexport const {name} = {_write_value(getattr(numbers, name))};")
    colours = {theme: _list_drawn(palette) for theme, palette in PALETTES.items()}
    parts.append(f"/** Colours of either theme. */\nexport const COLOURS = {_write_value(colours)};")
    return "\n\n".join(parts) + "\n"


def write_tokens() -> str:
    """Write the colours as custom properties of CSS, for the map's frame."""
    scopes = []
    for theme, scope in _SCOPES.items():
        lines = [f"  --{name}: {colour};\n" for name, colour in list_tokens(PALETTES[theme]).items()]
        scopes.append(f"{scope} {{\n{''.join(lines)}}}\n")
    return f"/* {_MADE} */\n" + "".join(scopes)


def list_tokens(palette: Palette) -> dict[str, str]:
    """List the colours of a palette by the name of their custom property, without its dashes."""
    found: dict[str, str] = {}
    for name, value in asdict(palette).items():
        if isinstance(value, str):
            found[name.replace("_", "-")] = value
        elif isinstance(value, dict):
            found |= value
        else:
            found |= {f"{name.removesuffix('s')}-{step}": colour for step, colour in enumerate(value)}
    return found


def find_stale(folder: Path = FOLDER) -> list[str]:
    """Find the files that are not what the declarations make, by name."""
    made = write_files()
    return [name for name, text in made.items() if _read(folder / name) != text]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _list_drawn(palette: Palette) -> dict[str, str]:
    """List the single colours by the names they have in scripts."""
    singles = {name: value for name, value in asdict(palette).items() if isinstance(value, str)}
    drawn = singles | asdict(palette.land)
    return {re.sub(r"_(\w)", lambda match: match[1].upper(), name): colour for name, colour in drawn.items()}


def _write_value(value: Any, indent: str = "") -> str:
    """Write plain data as the scripts are formatted."""
    if isinstance(value, Mapping):
        inside = "".join(f"{indent}  {key}: {_write_value(one, indent + '  ')},\n" for key, one in value.items())
        return f"{{\n{inside}{indent}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(_write_value(one) for one in value)}]"
    return json.dumps(value)
