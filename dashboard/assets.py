"""The scripts of our own parts of the page, fetched once instead of sent with every run."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

# Streamlit sends a component's script anew with every run of the page, so it is given one that only fetches ours. It
# runs as a blob, which has no address of its own that a path could start from.
_LOADER = """
const part = import(new URL("{address}", window.location.origin));
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


def write_loader(name: str) -> str:
    """Write the script of a component that runs the default function of a script of `assets`."""
    return _LOADER.format(address=f"/assets/map/{name}?v={hash_file(ASSETS / name)}")


ASSETS = Path(__file__).parent / "assets"


@cache
def hash_file(path: Path) -> str:
    """Return eight hexadecimal digits of a file's contents, for an address that changes when the file does."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]
