"""An ASGI application asked without a network."""

import asyncio
import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote


@dataclass(frozen=True)
class Answer:
    """What came back; the body as a browser sees it."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


class Client:
    """Asks an application for addresses, one at a time."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def get(self, address: str, accept: str = "gzip") -> Answer:
        return asyncio.run(self._get(address, accept))

    async def _get(self, address: str, accept: str) -> Answer:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": unquote(path), "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
            "headers": [(b"host", b"made"), (b"accept-encoding", accept.encode())],
            "client": ("made", 1), "server": ("made", 80),
        }  # fmt: skip
        sent: list[dict[str, Any]] = []
        asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(asked, None) or await asyncio.Future()  # nobody hangs up

        async def send(message: Any) -> None:
            sent.append(dict(message))

        await self._app(scope, receive, send)
        headers = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        content = b"".join(message.get("body", b"") for message in sent[1:])
        if headers.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return Answer(sent[0]["status"], headers, content)
