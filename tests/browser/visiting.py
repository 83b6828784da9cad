"""A real server on a built store, and what a visit to its page saw."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 60.0
PATIENCE_MS = 20_000


@dataclass
class Visit:
    """A page that is open, and everything that went wrong on it.

    Attributes
    ----------
    page : playwright.sync_api.Page
        Where the server's page is open.
    faults : list of str
        Console errors, failed requests, answers of 400 and more.
    outside : list of str
        Addresses asked for that are not the server's own; each was refused.
    received : list of int
        Bytes of each message the server sent over the page's socket.
    """

    page: Page
    faults: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    received: list[int] = field(default_factory=list)

    def map_frame(self) -> Frame:
        """Give the map's frame once its circles are drawn and stand still."""
        handle = self.page.locator(".st-key-map iframe").element_handle()
        frame = handle.content_frame()
        assert frame
        # The frame gets its size late, and its view with it: who clicks before would miss.
        frame.wait_for_function(
            """() => {
              const now = JSON.stringify(window.dateline?.listCircles?.() ?? []);
              const stands = now !== "[]" && now === window.circlesBefore;
              window.circlesBefore = now;
              return stands;
            }""",
            polling=250,
            timeout=PATIENCE_MS,
        )
        return frame

    def circles(self) -> dict[str, dict[str, Any]]:
        """Give what is drawn of each place by its id: where in the frame, how large, of how many statements."""
        return {circle["id"]: circle for circle in self.map_frame().evaluate("() => window.dateline.listCircles()")}

    def wait_for_url(self, part: str) -> None:
        """Wait until the address holds a text; the page writes it without loading anew."""
        self.page.wait_for_function("part => location.search.includes(part)", arg=part, timeout=PATIENCE_MS)


@contextmanager
def serve(store: Path) -> Iterator[str]:
    """Serve the dashboard on a free port; give its address."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/server.py", "--server.port", str(port)]
    environment = {**os.environ, "DATELINE_STORE": str(store), "DATELINE_WATCH": "0"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://localhost:{port}"
            wait_until_up(f"{address}/health", server)
            yield address
        finally:
            server.terminate()


def wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, "the server stopped while starting"
        try:
            with urllib.request.urlopen(address, timeout=1) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not answer within {START_SECONDS} s")
