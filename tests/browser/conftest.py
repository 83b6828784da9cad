"""A real server on a built store, and a browser that may talk to nobody else."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from chromium import find_chromium
from made_store import HOSTILE, write_made_store
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Frame, Page, Route, WebSocket, sync_playwright

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
            _wait_until_up(f"{address}/health", server)
            yield address
        finally:
            server.terminate()


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
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


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus, built by the command a user types."""
    store = tmp_path_factory.mktemp("sample") / "store"
    subprocess.run(
        [sys.executable, "-m", "geodata", "build", "--out", str(store)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    return store


@pytest.fixture(scope="session")
def sample_site(sample_store: Path) -> Iterator[str]:
    """A server of the sample corpus, warm."""
    with serve(sample_store) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a store with a payload in every field of text."""
    store = tmp_path_factory.mktemp("hostile") / "store"
    write_made_store(store, HOSTILE)
    with serve(store) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium; without one the tests fail, for a test left out proves nothing."""
    path = find_chromium()
    if path is None:
        pytest.fail("No Chromium was found; install one, or name it with CHROMIUM=/path.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open pages, each in a browser context of its own; at the end none may have had a fault or asked an outsider."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def open_page(url: str, *, width: int = 1440, height: int = 900, theme: str = "light") -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)  # type: ignore[arg-type]
        contexts.append(context)
        made = Visit(context.new_page())
        visits.append(made)
        _watch(made)
        made.page.goto(url)
        return made

    yield open_page
    faults = [fault for made in visits for fault in made.faults]
    outside = [address for made in visits for address in made.outside]
    for context in contexts:
        context.close()
    assert faults == []
    assert outside == []


def _watch(made: Visit) -> None:
    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            made.faults.append(f"console: {message.text}")

    def refuse_outsiders(route: Route) -> None:
        if route.request.url.startswith(("http://localhost:", "data:", "blob:")):
            route.continue_()
        else:
            made.outside.append(route.request.url)
            route.abort()

    def weigh(socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: made.received.append(len(data)))

    made.page.on("websocket", weigh)
    made.page.on("console", note_console)
    made.page.on("pageerror", lambda error: made.faults.append(f"script: {error}"))
    made.page.on("requestfailed", lambda request: made.faults.append(f"failed: {request.url} {request.failure}"))
    made.page.on(
        "response",
        lambda answer: made.faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )
    made.page.on("dialog", lambda dialog: (made.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    made.page.context.route("**/*", refuse_outsiders)
