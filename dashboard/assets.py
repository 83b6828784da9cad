"""The scripts and styles of the screen: where each lies, and under which address.

Each lies in the room of what it draws, beside Python files. The server must never send those, so it sends only what is
listed here.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

SCREEN = Path(__file__).parent
_IMPORT = re.compile(rb'^@import "([^"]+)";$', re.MULTILINE)
MEDIA_TYPES: Mapping[str, str] = MappingProxyType({".js": "text/javascript", ".css": "text/css"})

# Streamlit sends a component's script anew with every run of the page, so it gets a short one that only fetches ours.
# The short one runs as a blob. A blob has no address that a relative path could start from, so ours is given in full.
_LOADER = """
const [part] = {names}.map((name) => import(new URL("{folder}/" + name, window.location.origin)));
export default function (component) {{
  let stop;
  let isOver = false;
  part.then((module) => {{
    if (!isOver) stop = module.default(component);
  }});
  return () => {{
    isOver = true;
    stop?.();
  }};
}}
"""


@cache
def hash_file(path: Path) -> str:
    """Return eight hexadecimal digits of a file's contents, for an address that changes when the file does."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@cache
def list_assets(folder: Path = SCREEN) -> Mapping[str, Path]:
    """List every script and style below a folder.

    Parameters
    ----------
    folder : Path
        Where to look; links to other folders are not followed.

    Returns
    -------
    mapping of str to Path
        Each file by its path below the folder, with slashes, in the order of the alphabet.
    """
    found = (path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES and path.is_file())
    return MappingProxyType({path.relative_to(folder).as_posix(): path for path in sorted(found)})


@cache
def assets_version(folder: Path = SCREEN) -> str:
    """Return twelve hexadecimal digits of all scripts and styles below a folder.

    One version for all: a script names those it imports by their place beside it, so they carry the same.

    Parameters
    ----------
    folder : Path
        Where they lie.
    """
    whole = hashlib.sha256()
    for name, path in list_assets(folder).items():
        whole.update(f"{name}\0{hash_file(path)}\n".encode())
    return whole.hexdigest()[:12]


def address_asset(name: str) -> str:
    """Return the address of a script or style.

    Parameters
    ----------
    name : str
        Its path below `dashboard`, as `list_assets` has it.

    Raises
    ------
    KeyError
        If there is no such file.
    """
    if name not in list_assets():
        raise KeyError(name)
    return f"/assets/screen/{assets_version()}/{name}"


def find_asset(name: str) -> Path | None:
    """Find a listed script or style; None for any other name."""
    return list_assets().get(name)


def read_asset(path: Path) -> bytes:
    """Read a script or style as it is sent: a style together with those it imports.

    A browser would ask for these only when it has read the style that names them, and draw without them until then.

    Parameters
    ----------
    path : Path
        A listed one. What a style imports is named by its place beside it.

    Raises
    ------
    FileNotFoundError
        If a style imports one that is not there.
    """
    content = path.read_bytes()
    if path.suffix != ".css":
        return content
    return _IMPORT.sub(lambda match: (path.parent / match[1].decode()).read_bytes(), content)


def write_loader(name: str) -> str:
    """Write the script of a component that runs the default function of one of our scripts.

    It asks for all scripts of that folder, and below it, at once; otherwise the browser would learn of those that a
    script imports only when that script is there.

    Parameters
    ----------
    name : str
        Its path below `dashboard`.

    Raises
    ------
    KeyError
        If there is no such file.
    """
    folder = name.rpartition("/")[0] + "/"
    beside = [each for each in list_assets() if each.startswith(folder) and each.endswith(".js") and each != name]
    names = [each.removeprefix(folder) for each in (name, *beside)]
    return _LOADER.format(folder=address_asset(name).rpartition("/")[0], names=json.dumps(names))
