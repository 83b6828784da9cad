"""Answers that are compressed once, for everybody: our data, and Streamlit's own scripts and styles.

Streamlit itself sends its files uncompressed.
"""

import gzip
from collections.abc import Mapping
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
# Streamlit draws a space in the font of its icons, only to load that font: an eighth of all that is sent for the first
# map. We take the space out of the font's range; then a browser loads the font when an icon is on the page.
_ICONS = b"@font-face{font-family:Material Symbols Rounded;"
_NO_SPACE = b"unicode-range:U+21-10FFFF;"
# Our page draws this icon itself. The rule stands here and not in our style, which may arrive after the icon is drawn.
_NO_CHEVRON = b".st-key-filter [data-testid=stIconMaterial]{display:none}"
_FILES_KEPT = 256


class CompressedStatics:
    """Middleware that answers requests for Streamlit's scripts and styles, where the browser takes gzip; only these."""

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


def squeeze(content: bytes, *, quickly: bool = False) -> bytes:
    """Compress bytes to be sent; `quickly`, for what few ask for, takes a fifth of the time and gives a tenth more."""
    return gzip.compress(content, compresslevel=1 if quickly else 6, mtime=0)


def answer_squeezed(content: bytes, headers: Headers, media_type: str, more: Mapping[str, str]) -> Response:
    """Answer with what `squeeze` gave: as it is where the browser takes gzip, else decompressed.

    Parameters
    ----------
    content : bytes
        Compressed.
    headers : Headers
        Of the request.
    media_type : str
        What the content is.
    more : mapping of str to str
        Headers of the answer.
    """
    kept = {**more, "Vary": "Accept-Encoding"}
    if "gzip" not in headers.get("accept-encoding", ""):
        return Response(gzip.decompress(content), media_type=media_type, headers=kept)
    return Response(content, media_type=media_type, headers=kept | {"Content-Encoding": "gzip"})


def find_static(address: str) -> Path | None:
    """Find the script or style of Streamlit's that an address names; None for any other."""
    folder, _, name = address.removeprefix("/static/").partition("/")
    path = _STATIC / folder / name
    # One folder and one name: nothing that climbs out of there.
    is_ours = address.startswith("/static/") and folder in ("js", "css") and Path(name).name == name
    return path if is_ours and path.suffix in _TYPES and path.is_file() else None


@lru_cache(maxsize=_FILES_KEPT)
def compress(path: Path) -> bytes:
    """Compress a file; a style is changed so that the font of the icons is loaded only when one is drawn."""
    content = path.read_bytes()
    if _ICONS in content and path.suffix == ".css":
        content = content.replace(_ICONS, _ICONS + _NO_SPACE) + _NO_CHEVRON
    return squeeze(content)
