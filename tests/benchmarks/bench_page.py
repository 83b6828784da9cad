"""What a viewer waits for on the page, in Chromium, beside what this machine needs for nothing.

    python tests/benchmarks/bench_page.py STORE [--moves 300] [--selections 100] [--sessions 50] [--seconds 60] [--json]

STORE is any store; `big_store.py` writes one of a million mentions. The server is started for it on a free port and
stopped at the end. All traffic is with localhost.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, CDPSession, Frame, Locator, Page, WebSocket, sync_playwright
from playwright.sync_api import Error as Broken
from playwright.sync_api import TimeoutError as Late
from sessions import first_message, repeat, replay

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "browser"))
from chromium import find_chromium  # noqa: E402

# What the page is made of; a change of the page changes these and nothing below.
MAP_FRAME = ".st-key-map iframe"
MAP_READY = "() => window.dateline?.countCircles?.().places > 0"
HANDLES = (".st-key-time [data-grip=band]", ".st-key-time input[type=range]")
HEADLINE = ".st-key-top"
PANEL = ".st-key-panel"
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
# Where in the map's frame a place can be clicked, [x, y, place_id]; a circle of several places only opens.
SPOTS = """() => window.dateline.listCircles()
  .filter(({x, y, isTop, together}) => isTop && together === 1 && x > 0 && y > 0 && x < innerWidth && y < innerHeight)
  .filter(({x, y}) => !document.elementFromPoint(x, y)?.closest('.leaflet-control'))
  .map(({x, y, id}) => [x, y, id])"""

FILTER = ".st-key-filter [data-testid=stPopoverButton]"
# Values of all facets, in the order of the page; a click chooses one.
VALUES = ".st-key-facets button.facet"
CHOSEN = f"{VALUES}[aria-pressed=true]"
DRAWN = "() => JSON.stringify(window.dateline.countCircles())"
REDRAWN = """before => JSON.stringify(window.dateline.countCircles()) !== before
  && performance.timeOrigin + performance.now()"""

PROBES = (Path(__file__).parent / "page_probes.js").read_text(encoding="utf-8")
PATIENCE_MS = 120_000
QUIET_MS = 250
NO_CHANGE_MS = 15_000
POLL_MS = 20
DRAGS, DRAG_STEPS = 20, 60
OPENINGS = 3
CHOICES = 12
EVERY_SECONDS = 3.0
REPEAT_SECONDS = 0.1
# What is freed goes back to the system at once, so that what is left is what is held.
HONEST_MEMORY = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "65536", "ARROW_DEFAULT_MEMORY_POOL": "system"}
LEAST_SECONDS_OF_A_PART = 240.0
NOTHING = "import streamlit as st\nst.text('nothing')\n"


MOVE_TO_PANEL = "a key moves the window -> panel updated, median"
CHOICE_TO_PANEL = "a filter is chosen -> panel updated, median"
CHOICE_TO_MAP = "a filter is chosen -> map redrawn, median"


@dataclass(frozen=True)
class Row:
    """One measure: its value, its bar where there is one, and what this machine needs for nothing."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    note: str = ""

    def __str__(self) -> str:
        floor = f"{self.floor:10.1f}" if self.floor is not None else " " * 10
        return f"{self.name:<46}{self.value:12.1f} {self.unit:<6}{floor}   {self.note}"


@dataclass
class Visit:
    """A page that is open, and what it received and sent over its socket."""

    page: Page
    devtools: CDPSession
    received: list[int] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    fetched: list[float] = field(default_factory=list)
    frames_opened: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def map_frame(self) -> Frame:
        """Give the map's frame once its places are drawn; it may be replaced while the page opens."""
        end = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < end:
            handle = self.page.query_selector(MAP_FRAME)
            frame = handle.content_frame() if handle else None
            try:
                if frame and frame.evaluate(MAP_READY):
                    return frame
            except Broken:
                pass
            self.page.wait_for_timeout(POLL_MS)
        raise SystemExit("The map was not drawn.")

    def handle(self) -> Locator:
        """Give what the window is moved by: the band between its ends, or else an end."""
        self.page.wait_for_selector(", ".join(HANDLES), timeout=PATIENCE_MS, state="attached")
        found = [self.page.locator(selector) for selector in HANDLES]
        return next(handle for handle in found if handle.count()).last

    def rest(self) -> None:
        """Wait until the server runs nothing for this page and nothing on it has changed for a moment."""
        self.page.wait_for_selector(IDLE, timeout=PATIENCE_MS, state="attached")
        self.page.wait_for_function(
            "quiet => performance.timeOrigin + performance.now() - Math.max(probe.act, probe.change().last) > quiet",
            arg=QUIET_MS,
            timeout=PATIENCE_MS,
        )
        self.page.wait_for_selector(IDLE, timeout=PATIENCE_MS, state="attached")

    def settle(self) -> float:
        """Wait for the change that the last act brings about; give the ms from the act to its end, NaN for none."""
        try:
            self.page.wait_for_function("() => probe.change().last > probe.act", timeout=NO_CHANGE_MS)
        except Late:
            return float("nan")
        self.rest()
        return float(self.page.evaluate("() => probe.change().last - probe.act"))


@contextmanager
def serve(script: Path, store: Path | None = None, **more: str) -> Iterator[tuple[str, int]]:
    """Serve a script on a free port, in an environment with `more`; give its address and process."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    environment = {**os.environ, "DATELINE_STORE": str(store or ""), "DATELINE_WATCH": "0", **more}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://localhost:{port}"
            _wait_until_up(f"{address}/_stcore/health", server)
            yield address, server.pid
        finally:
            server.terminate()


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


@contextmanager
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Open a page in a browser that has never been here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    made = Visit(page, context.new_cdp_session(page))
    made.devtools.send("Network.enable")
    made.devtools.on("Network.loadingFinished", lambda event: made.fetched.append(event["encodedDataLength"]))
    page.on("websocket", lambda one: _weigh(one, made))
    page.on("frameattached", lambda frame: made.frames_opened.append(frame.url))
    page.on("pageerror", lambda error: made.faults.append(str(error)))
    page.add_init_script(f"if (window === window.top) {{ {PROBES} }}")
    try:
        page.goto(address)
        yield made
    finally:
        context.close()


def _weigh(one: WebSocket, made: Visit) -> None:
    one.on("framereceived", lambda data: made.received.append(len(data)))
    one.on("framesent", lambda data: made.sent.append(data if isinstance(data, bytes) else data.encode()))


def p95(values: list[float]) -> float:
    return float(np.nanpercentile(values, 95)) if np.isfinite(values).any() else float("nan")


def read_memory_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("This system does not tell how much memory a process has.")


def measure_openings(browser: Browser, address: str) -> list[Row]:
    seconds, sizes = [], []
    for _ in range(OPENINGS):
        began = time.perf_counter()
        with visit(browser, address) as made:
            made.map_frame()
            seconds.append(time.perf_counter() - began)
            made.page.wait_for_timeout(500)
            sizes.append((sum(made.fetched) + sum(made.received)) / 1e6)
            own = sum(made.received) / 1e6
    return [
        Row("first map after opening, best of 3", min(seconds) * 1000, "ms", note="warm server, empty browser cache"),
        Row("sent for it", max(sizes), "MB", note=f"{own:.2f} MB of it over the socket"),
    ]


def drag(page: Page, handle: Locator | None, to_px: float = 60) -> list[float]:
    """Drag a handle to and fro and let go of it somewhere else; give the ms of work of each frame."""
    box = (handle.bounding_box() if handle else None) or {"x": 700, "y": 400, "width": 0, "height": 0}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate("() => probe.takeFrames()")
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(DRAG_STEPS):
        page.mouse.move(x + 150 * np.sin(step / DRAG_STEPS * 2 * np.pi), y)
    page.mouse.move(x + to_px, y)
    frames = page.evaluate("() => probe.takeFrames()")
    page.mouse.up()
    return [float(ms) for ms in frames]


def measure_drag(browser: Browser, address: str) -> list[Row]:
    page = browser.new_page()
    page.add_init_script(PROBES)
    page.goto(f"{address}/_stcore/health")
    floor = p95(drag(page, None))
    page.close()
    with visit(browser, address) as made:
        ready(made, PANEL)
        frames, settled = [], []
        for turn in range(DRAGS):
            frames += drag(made.page, made.handle(), to_px=60 if turn % 2 else -60)
            settled.append(made.settle())
        return [
            Row("frame work while dragging, p95", p95(frames), "ms", floor, f"{len(frames)} frames"),
            Row("frame work while dragging, longest", max(frames, default=float("nan")), "ms"),
            Row("letting go -> panel updated, p95", p95(settled), "ms", note=f"{DRAGS} drags"),
        ]


def ready(made: Visit, *selectors: str) -> Frame:
    """Wait for the map and watch some elements."""
    frame = made.map_frame()
    made.page.evaluate("selectors => probe.watch(selectors)", [*selectors])
    frame.evaluate(
        "() => { for (const kind of ['pointerup', 'click']) window.addEventListener(kind, () => {"
        " parent.probe.act = performance.timeOrigin + performance.now(); }, true); }"
    )
    made.rest()
    return frame


def move(made: Visit, number: int) -> float:
    """Move the window by keyboard, ten days one way and ten back; give ms until the panel shows it."""
    made.handle().focus()
    made.page.keyboard.press("ArrowLeft" if number // 10 % 2 == 0 else "ArrowRight")
    return made.settle()


def select(made: Visit, frame: Frame, number: int) -> float | None:
    """Click a place; give ms until its statements are read. None where no other place can be clicked."""
    spots = frame.evaluate(SPOTS)
    box = made.page.locator(MAP_FRAME).bounding_box()
    if len(spots) < 2 or not box:
        return None
    x, y, _ = spots[number % len(spots)]
    made.page.mouse.click(box["x"] + x, box["y"] + y)
    return made.settle()


@dataclass
class Recorded:
    """The messages of some moves and selections, to be sent again without a browser."""

    moves: list[bytes] = field(default_factory=list)
    selections: list[bytes] = field(default_factory=list)


def measure_moves(browser: Browser, address: str, moves: int, selections: int) -> tuple[list[Row], Recorded]:
    """Make many moves and selections in one session; also give their messages."""
    with visit(browser, address) as made:
        frame = ready(made, HEADLINE, PANEL)
        for number in range(3):
            move(made, number)
        made.devtools.send("HeapProfiler.collectGarbage")
        heap = made.devtools.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        opened, recorded = len(made.frames_opened), Recorded()
        sizes, settled = [], []
        end = time.monotonic() + LEAST_SECONDS_OF_A_PART
        for number in range(moves):
            made.sent.clear()
            made.received.clear()
            settled.append(move(made, number))
            sizes.append(sum(made.received) / 1e3)
            recorded.moves += made.sent[:1] if number < 20 else []
            if time.monotonic() > end:
                break
        chosen: list[float] = []
        end = time.monotonic() + LEAST_SECONDS_OF_A_PART
        for number in range(selections):
            made.sent.clear()
            found = select(made, frame, number)
            chosen += [found] if found is not None else []
            recorded.selections += made.sent[:1]
            if time.monotonic() > end:
                break
        made.devtools.send("HeapProfiler.collectGarbage")
        grown = made.devtools.send("Runtime.getHeapUsage")["usedSize"] / 1e6 - heap
        missed = int(np.isnan(settled).sum() + np.isnan(chosen).sum())
        tried = f"{len(settled)} moves, {len(chosen)} selections"
        rows = [
            Row("a key moves the window -> panel updated, p95", p95(settled), "ms", note=f"{len(settled)} moves"),
            Row(MOVE_TO_PANEL, float(np.nanmedian(settled)), "ms"),
            Row("sent for a move, median", float(np.median(sizes)), "kB"),
            Row("click on a place -> its statements, p95", p95(chosen), "ms", note=f"{len(chosen)} clicks"),
            Row(
                "click on a place -> its statements, median",
                float(np.nanmedian(chosen)) if chosen else float("nan"),
                "ms",
            ),
            Row("frames opened since the first map", len(made.frames_opened) - opened, "", note=tried),
            Row("page heap growth", grown, "MB", note=tried),
            Row("acts that changed nothing", missed, "", note=tried),
            Row("faults on the page", len(made.faults), "", note="; ".join(made.faults[:2])),
        ]
        return rows, recorded


def choose(made: Visit, frame: Frame, number: int) -> tuple[float, float]:
    """Choose one value to filter by; give ms until the panel and until the map shows it. The choice is undone again."""
    before = frame.evaluate(DRAWN)
    made.page.locator(VALUES).nth(number).click()
    try:
        drawn = float(frame.wait_for_function(REDRAWN, arg=before, polling="raf", timeout=NO_CHANGE_MS).json_value())
    except Late:
        drawn = float("nan")
    act = float(made.page.evaluate("() => probe.act"))
    panel = made.settle()
    for _ in range(made.page.locator(CHOSEN).count()):
        made.page.locator(CHOSEN).first.click()
        made.settle()
    return panel, drawn - act


def measure_choices(browser: Browser, address: str) -> list[Row]:
    """Choose values of the facets, one at a time, each for the first time."""
    with visit(browser, address) as made:
        frame = ready(made, HEADLINE, PANEL)
        made.page.locator(FILTER).click()
        made.page.wait_for_selector(VALUES, timeout=PATIENCE_MS)
        made.rest()
        values = min(CHOICES, made.page.locator(VALUES).count())
        found = [choose(made, frame, number) for number in range(values)]
        panel, drawn = ([times[at] for times in found] for at in (0, 1))
        note = f"{len(found)} choices"
        return [
            Row(CHOICE_TO_PANEL, float(np.nanmedian(panel)), "ms", note=note),
            Row(CHOICE_TO_MAP, float(np.nanmedian(drawn)), "ms", note=note),
        ]


def measure_sessions(address: str, moves: list[bytes], sessions: int, seconds: float, floor: float) -> list[Row]:
    watch = asyncio.run(replay(address, moves, sessions, EVERY_SECONDS, seconds))
    each_kb = watch.received / max(1, len(watch.seconds)) / 1e3
    note = f"{len(watch.seconds)} moves in {seconds:.0f} s, {each_kb:.0f} kB each"
    return [
        Row(f"{sessions} sessions: a move, p95", p95(watch.seconds) * 1000, "ms", floor, note),
        Row(f"{sessions} sessions: a move, median", float(np.median(watch.seconds)) * 1000, "ms"),
        Row(f"{sessions} sessions: errors", len(watch.faults), "", note="; ".join(sorted(set(watch.faults))[:2])),
    ]


def measure_memory(store: Path, recorded: Recorded, moves: int, selections: int) -> Row:
    """Measure what a session holds: the second of two that do the same, for the first fills what all share."""
    acts = [*islice(cycle(recorded.moves), moves), *islice(cycle(recorded.selections), selections)]
    with serve(ROOT / "dashboard" / "server.py", store, **HONEST_MEMORY) as (address, pid):
        asyncio.run(repeat(address, acts, REPEAT_SECONDS, lambda: read_memory_mb(pid)))
        before, after, faults = asyncio.run(repeat(address, acts, REPEAT_SECONDS, lambda: read_memory_mb(pid)))
    note = f"{moves} moves, {selections} selections, {len(faults)} errors; {after:.0f} MB at the end"
    return Row("server memory growth", after - before, "MB", note=note)


def measure_nothing(sessions: int, seconds: float) -> tuple[float, float]:
    """Measure a page with one word: ms of a rerun alone, and p95 of as many sessions as are measured."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "nothing.py"
        script.write_text(NOTHING)
        with serve(script) as (address, _):
            alone = asyncio.run(replay(address, [first_message()], 1, 0.05, 3.0))
            together = asyncio.run(replay(address, [first_message()], sessions, EVERY_SECONDS, min(seconds, 12.0)))
            return float(np.median(alone.seconds)) * 1000, p95(together.seconds) * 1000


def measure(store: Path, moves: int, selections: int, sessions: int, seconds: float) -> Iterator[Row]:
    """Measure the page on a store; rows come as they are known."""
    alone, together = measure_nothing(sessions, seconds)
    yield Row("a rerun of a page with one word", alone, "ms", note=f"load {os.getloadavg()[0]:.1f}")
    with serve(ROOT / "dashboard" / "server.py", store) as (address, pid):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            began = time.perf_counter()
            with visit(browser, address) as made:
                made.map_frame()
            yield Row("first map of a cold server", (time.perf_counter() - began) * 1000, "ms")
            yield from measure_openings(browser, address)
            yield from measure_drag(browser, address)
            yield from measure_choices(browser, address)
            rows, recorded = measure_moves(browser, address, moves, selections)
            yield from rows
            browser.close()
        before = read_memory_mb(pid)
        yield from measure_sessions(address, recorded.moves, sessions, seconds, together)
        yield Row("server memory", read_memory_mb(pid), "MB", before, "before the sessions beside it")
    yield measure_memory(store, recorded, moves, selections)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    for name, usual in (("moves", 300), ("selections", 100), ("sessions", 50), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each measure")
    given = parser.parse_args()
    print(f"{'':<46}{'measured':>12}       {'floor':>10}")
    for row in measure(given.store.resolve(), given.moves, given.selections, given.sessions, float(given.seconds)):
        shown: Any = json.dumps(vars(row)) if given.json else row
        print(shown, flush=True)


if __name__ == "__main__":
    main()
