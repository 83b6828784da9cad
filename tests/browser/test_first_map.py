"""What a browser is sent for the first map, and for a move of the window."""

from collections.abc import Callable

from visiting import PATIENCE_MS, Visit

FIRST_MAP_BYTES = 2_200_000
MOVE_BYTES = 110_000


def test_the_first_map_and_a_move_of_the_window_are_sent_little(visit: Callable[..., Visit], sample_site: str) -> None:
    made = visit("about:blank", stranger=True)
    devtools = made.page.context.new_cdp_session(made.page)
    devtools.send("Network.enable")
    sizes: list[float] = []
    asked: list[str] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    devtools.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    made.page.goto(sample_site)
    made.map_frame()
    made.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    assert sum(sizes) + sum(made.received) < FIRST_MAP_BYTES
    assert not [address for address in asked if "MaterialSymbols" in address]
    made.received.clear()
    handle = made.page.locator(".st-key-time [data-grip=band]")
    handle.focus()
    before = made.page.locator(".st-key-headline").inner_text()
    made.page.keyboard.press("ArrowLeft")
    made.page.wait_for_function(
        "before => document.querySelector('.st-key-headline').innerText !== before", arg=before, timeout=PATIENCE_MS
    )
    made.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    assert 0 < sum(made.received) < MOVE_BYTES


def test_the_modules_of_the_map_are_asked_for_at_once(visit: Callable[..., Visit], sample_site: str) -> None:
    """One that were found by the import of another would wait for it: on a slow line each such step is seen."""
    made = visit("about:blank", stranger=True)
    devtools = made.page.context.new_cdp_session(made.page)
    devtools.send("Network.enable")
    line = {"offline": False, "latency": 200, "downloadThroughput": -1, "uploadThroughput": -1}
    devtools.send("Network.emulateNetworkConditions", line)
    made.page.goto(sample_site)
    asked = made.map_frame().evaluate(
        "() => performance.getEntriesByType('resource').map((one) => [one.name, one.startTime, one.responseEnd])"
    )
    modules = [times for name, *times in asked if "/assets/screen/" in name and name.endswith(".js")][1:]
    assert len(modules) > 20
    assert max(start for start, _ in modules) < min(end for _, end in modules)
