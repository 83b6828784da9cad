"""A real server on a built store, and a browser that may talk to nobody else."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import find_chromium
from made_store import HOSTILE, write_made_store
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, WebSocket, sync_playwright
from visiting import ROOT, Visit, serve

# Refused by the browser itself: it keeps no file it was once sent while a test handles each request.
NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
OWN = ("http://localhost:", "data:", "blob:", "about:")
# All a page can keep but the files it was sent.
KEPT = "cookies,local_storage,indexeddb,service_workers,cache_storage,file_systems"


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
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", NOBODY_ELSE])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def acquainted(browser: Browser) -> Iterator[BrowserContext]:
    """A browser context that is sent each script once, not for each page: half the time of opening one."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def visit(browser: Browser, acquainted: BrowserContext) -> Iterator[Callable[..., Visit]]:
    """Open pages that know nothing of each other; at the end none may have had a fault or asked an outsider.

    Files that do not change may come from the browser's own memory, unless the visitor is a stranger.
    """
    contexts = {acquainted}
    visits: list[Visit] = []

    def open_page(
        url: str, *, width: int = 1440, height: int = 900, theme: str = "light", stranger: bool = False
    ) -> Visit:
        context = browser.new_context() if stranger else acquainted
        contexts.add(context)
        made = Visit(context.new_page())
        visits.append(made)
        made.page.set_viewport_size({"width": width, "height": height})
        made.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        _watch(made)
        _forget(made, url)
        made.page.goto(url)
        return made

    yield open_page
    faults = [fault for made in visits for fault in made.faults]
    outside = [address for made in visits for address in made.outside]
    opened = [page for context in contexts for page in context.pages]
    uninvited = [page.url for page in opened if page not in [made.page for made in visits]]
    acquainted.clear_permissions()
    for page in opened:
        page.close()
    for context in contexts - {acquainted}:
        context.close()
    assert faults == []
    assert outside == []
    assert uninvited == []


def _forget(made: Visit, url: str) -> None:
    """Let the page begin without what others of its address kept."""
    devtools = made.page.context.new_cdp_session(made.page)
    devtools.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": KEPT})
    devtools.detach()


def _watch(made: Visit) -> None:
    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            made.faults.append(f"console: {message.text}")

    def note_failure(request: Request) -> None:
        # A page that is left before its icon has come gives the icon up; nothing of ours is missing then.
        if not (request.url.endswith("/favicon.png") and request.failure == "net::ERR_ABORTED"):
            made.faults.append(f"failed: {request.url} {request.failure}")

    def note_outsider(request: Request) -> None:
        if not request.url.startswith(OWN):
            made.outside.append(request.url)

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
    made.page.on("request", note_outsider)
