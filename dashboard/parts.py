"""The scripts of our own parts of the page, fetched once instead of sent with every run."""

from dashboard.basemap import ASSETS, hash_file

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
