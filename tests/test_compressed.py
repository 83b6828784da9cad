"""Streamlit's scripts, sent in a third of the bytes."""

import gzip

import pytest
from starlette.testclient import TestClient

from dashboard.compressed import _STATIC, CompressedStatics, find_static


async def refuse(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b""})


NAME = max((_STATIC / "js").glob("index.*.js"), key=lambda path: path.stat().st_size).name
CLIENT = TestClient(CompressedStatics(refuse))


def test_a_script_arrives_whole_and_small() -> None:
    answer = CLIENT.get(f"/static/js/{NAME}", headers={"Accept-Encoding": "gzip"})
    whole = (_STATIC / "js" / NAME).read_bytes()
    assert answer.content == whole
    assert answer.headers["content-type"].startswith("text/javascript")
    assert int(answer.headers["content-length"]) == len(gzip.compress(whole, 6, mtime=0)) < len(whole) / 2


def test_a_browser_that_takes_no_gzip_gets_what_streamlit_sends() -> None:
    assert CLIENT.get(f"/static/js/{NAME}", headers={"Accept-Encoding": "identity"}).status_code == 418


@pytest.mark.parametrize(
    "address",
    ["/", "/health", "/static/js/", "/static/js/none.js", "/static/../static/js/" + NAME, "/static/js/../../index.html",
     "/static/js/../js/" + NAME, "/static/media/x.woff2", "/other/js/" + NAME],
)  # fmt: skip
def test_nothing_else_is_answered(address: str) -> None:
    assert find_static(address) is None
