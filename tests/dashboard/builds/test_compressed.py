"""Streamlit's scripts, sent in a third of the bytes."""

import asyncio
import gzip
from typing import Any

import pytest
from starlette.datastructures import Headers

from dashboard.builds.compressed import _STATIC, CompressedStatics, answer_squeezed, compress, find_static, squeeze

NAME = max((_STATIC / "js").glob("index.*.js"), key=lambda path: path.stat().st_size).name


def ask(path: str, accepted: str) -> list[dict[str, Any]]:
    """What is sent in answer; a status of 418 is that of the server behind."""
    sent: list[dict[str, Any]] = []

    async def refuse(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 418, "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept-encoding", accepted.encode())]}
    asyncio.run(CompressedStatics(refuse)(scope, receive, send))
    return sent


def test_a_script_arrives_whole_and_small() -> None:
    start, body = ask(f"/static/js/{NAME}", "gzip, br")
    whole = (_STATIC / "js" / NAME).read_bytes()
    assert gzip.decompress(body["body"]) == whole
    assert len(body["body"]) < len(whole) / 2
    headers = dict(start["headers"])
    assert headers[b"content-encoding"] == b"gzip"
    assert headers[b"content-type"].startswith(b"text/javascript")


def test_the_font_of_icons_waits_for_an_icon() -> None:
    styles = [path for path in (_STATIC / "css").glob("*.css") if b"Material Symbols" in path.read_bytes()]
    assert styles
    for path in styles:
        whole, sent = path.read_bytes(), gzip.decompress(compress(path))
        face = sent[sent.index(b"@font-face{font-family:Material Symbols") :].split(b"}")[0]
        assert b"unicode-range:U+21-10FFFF" in face
        assert sent.replace(b"unicode-range:U+21-10FFFF;", b"").startswith(whole)


def test_a_browser_that_takes_no_gzip_gets_what_streamlit_sends() -> None:
    assert ask(f"/static/js/{NAME}", "identity")[0]["status"] == 418


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/health", "/static/js/", "/static/js/none.js", "/static/media/x.woff2", f"/other/js/{NAME}"),
        *(f"/static/../static/js/{NAME}", "/static/js/../../index.html", f"/static/js/../js/{NAME}"),
    ],
)
def test_nothing_else_is_answered(address: str) -> None:
    assert find_static(address) is None


@pytest.mark.parametrize("quickly", [False, True])
def test_what_is_squeezed_once_arrives_whole_in_every_browser(quickly: bool) -> None:
    content = b"counts " * 1000
    squeezed = squeeze(content, quickly=quickly)
    lasting = {"Cache-Control": "no-cache"}
    small = answer_squeezed(squeezed, Headers({"accept-encoding": "gzip, br"}), "text/plain", lasting)
    whole = answer_squeezed(squeezed, Headers({}), "text/plain", lasting)
    assert (small.body, small.headers["content-encoding"]) == (squeezed, "gzip")
    assert (whole.body, whole.headers.get("content-encoding")) == (content, None)
    assert len(squeezed) < len(content) / 50
    assert {small.headers["cache-control"], whole.headers["cache-control"]} == {"no-cache"}
    assert {small.headers["vary"], whole.headers["vary"]} == {"Accept-Encoding"}
