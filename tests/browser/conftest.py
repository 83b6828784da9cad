"""A real server on a built store, and a browser that may talk to nobody else."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import find_chromium
from made_store import HOSTILE, write_made_store
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Route, WebSocket, sync_playwright
from visiting import ROOT, Visit, serve


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

    def note_failure(request: Request) -> None:
        # A page that is left before its icon has come gives the icon up; nothing of ours is missing then.
        if not (request.url.endswith("/favicon.png") and request.failure == "net::ERR_ABORTED"):
            made.faults.append(f"failed: {request.url} {request.failure}")

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
    made.page.on("requestfailed", note_failure)
    made.page.on(
        "response",
        lambda answer: made.faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )
    made.page.on("dialog", lambda dialog: (made.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    made.page.context.route("**/*", refuse_outsiders)
