"""Streamlit's own scripts and styles, compressed once and sent so to all: its server sends three times the bytes."""

import gzip
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_STATIC = Path(streamlit.__file__).parent / "static" / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css"}
# Their names carry a hash of what is in them.
_FOREVER = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Encoding": "gzip",
    "Vary": "Accept-Encoding",
}
_FILES_KEPT = 256


class CompressedStatics:
    """Middleware that answers for Streamlit's scripts and styles, where the browser takes gzip, for nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        path = find_static(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if path is None or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            await self.app(scope, receive, send)
            return
        answer = Response(compress(path), media_type=_TYPES[path.suffix], headers=_FOREVER)
        await answer(scope, receive, send)


def find_static(address: str) -> Path | None:
    """Find the script or style of Streamlit's that an address names; None for any other."""
    folder, _, name = address.removeprefix("/static/").partition("/")
    path = _STATIC / folder / name
    # One folder and one name: nothing that climbs out of there.
    is_ours = address.startswith("/static/") and folder in ("js", "css") and Path(name).name == name
    return path if is_ours and path.suffix in _TYPES and path.is_file() else None


@lru_cache(maxsize=_FILES_KEPT)
def compress(path: Path) -> bytes:
    """Compress a file."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
