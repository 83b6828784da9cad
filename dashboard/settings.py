"""Where the screen finds its store; asked by the page and by the server alike."""

import os
from pathlib import Path


def store_folder() -> Path:
    """Name the folder of the store: the environment's DATELINE_STORE, else "store" where the server was started."""
    return Path(os.environ.get("DATELINE_STORE", "store"))
