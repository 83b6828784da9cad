"""What the server sends beside the page: the map's own files, and a health check; and how it leaves."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from asked_server import Answer, Client
from made_country import ROOT
from made_store import write_made_store
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dashboard import server
from dashboard.builds import CompressedStatics

pytestmark = pytest.mark.slow

VERSION = "00000000000000aa"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def client(store: Path) -> Client:
    write_made_store(store, ["One", "Two", "Three"])
    return Client(Starlette(routes=server.ROUTES, middleware=[Middleware(CompressedStatics)]))


def ask(client: Client, name: str, version: str = VERSION) -> Answer:
    return client.get(f"/assets/store/{version}/{name}")


def test_health_tells_the_build(client: Client) -> None:
    assert client.get("/health").json() == {"status": "ok", "version": VERSION, "build": "ok"}


def test_places_and_polygons_are_those_of_the_build(client: Client) -> None:
    assert ask(client, "places.json").json()["ids"] == ["g0", "g1", "g2", "p0", "p1", "p2"]
    assert [one["id"] for one in ask(client, "regions.geojson").json()["features"]] == ["g0", "g1", "g2"]
    assert set(ask(client, "sources.json").json()["names"]) == {"One", "Two", "Three"}


@pytest.mark.parametrize("name", ["counts-event.bin", "counts-publication.bin", "sources-event.bin"])
def test_counts_are_sent_as_the_browser_reads_them(client: Client, name: str) -> None:
    every, some = ask(client, name), ask(client, f"{name}?source=Two")
    assert every.content[:4] == some.content[:4] == b"DLC1"
    assert len(some.content) < len(every.content)


def test_one_window_is_sent_at_once(client: Client) -> None:
    answer = ask(client, "window.bin?source=Two&first=17471&last=17500&by=event")
    assert (answer.status_code, answer.content[:4]) == (200, b"DLC1")


WRONG = ["", "?first=1", "?first=a&last=b", "?first=1&last=99999999999999", "?first=1&last=1e9"]


@pytest.mark.parametrize("query", WRONG)
@pytest.mark.parametrize("name", ["window.bin", "links.json"])
def test_a_window_that_is_none_is_refused_in_a_sentence(client: Client, name: str, query: str) -> None:
    answer = ask(client, f"{name}{query}")
    assert answer.status_code == 400
    assert "numbers of days" in answer.json()["detail"]


def test_links_are_of_the_place_asked_for(client: Client) -> None:
    assert ask(client, "links.json?of=p1&first=17471&last=17500").json() == {"ids": [], "reports": []}
    assert ask(client, "links.json?of=nowhere&first=17471&last=17500").json()["ids"] == []


def test_what_has_a_version_is_kept_and_an_older_address_asks_again(client: Client) -> None:
    assert "immutable" in ask(client, "places.json").headers["cache-control"]
    assert ask(client, "places.json", "00000000000000ff").headers["cache-control"] == "no-cache"


def test_what_is_sent_is_compressed_where_that_is_understood(client: Client) -> None:
    address = f"/assets/store/{VERSION}/places.json"
    plain = client.get(address, "identity")
    packed = client.get(address)
    assert plain.json() == packed.json()
    assert packed.headers.get("content-encoding") == "gzip"
    assert "content-encoding" not in plain.headers


def test_without_a_store_it_is_said(store: Path) -> None:
    client = Client(Starlette(routes=server.ROUTES))
    assert client.get("/health").json()["version"] is None
    answer = ask(client, "places.json")
    assert (answer.status_code, answer.json()) == (404, {"detail": "There is no store."})


def test_the_base_map_is_the_one_file_of_the_data(client: Client) -> None:
    answer = client.get("/assets/data/basemap.geojson")
    assert answer.status_code == 200
    assert json.loads(answer.content)["type"] == "FeatureCollection"
    assert client.get("/assets/data/gazetteer.csv").status_code == 404


def test_warming_up_without_a_store_does_nothing(store: Path) -> None:
    server.warm_up()


def test_the_watcher_gets_the_inputs_named_and_is_stopped(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    class Watcher:
        stopped = False

        def __init__(self, command: list[str]) -> None:
            called.append(command)

        def __enter__(self) -> "Watcher":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def terminate(self) -> None:
            self.stopped = True

        def wait(self, _: float) -> None:
            pass

    monkeypatch.setattr(subprocess, "Popen", Watcher)
    monkeypatch.setenv("DATELINE_REPORTS", "some reports")
    monkeypatch.delenv("DATELINE_GAZETTEER", raising=False)
    with server.watch_inputs() as watcher:
        assert not watcher.stopped  # type: ignore[attr-defined]
    assert watcher.stopped  # type: ignore[attr-defined]
    (command,) = called
    assert command[command.index("--reports") + 1] == "some reports"
    assert command[command.index("--out") + 1] == os.environ["DATELINE_STORE"]
    assert "--gazetteer" not in command


START_SECONDS = 60.0


def wait_until_up(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not answer within {START_SECONDS} s")


@pytest.mark.parametrize("used", [False, True], ids=["at once", "after use"])
def test_ctrl_c_stops_the_server_and_leaves_nothing_to_tell(used: bool, tmp_path: Path) -> None:
    write_made_store(tmp_path / "store", ["One", "Two"])
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/server.py", "--server.port", str(port)]
    environment = {**os.environ, "DATELINE_STORE": str(tmp_path / "store"), "DATELINE_WATCH": "0"}
    told = tmp_path / "told"
    with (
        told.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=errors) as server,
    ):
        wait_until_up(f"http://localhost:{port}/health")
        if used:
            wait_until_up(f"http://localhost:{port}/assets/store/any/places.json")
        server.send_signal(signal.SIGINT)
        server.wait(20)
    text = told.read_text(encoding="utf-8")
    assert "leak" not in text
    assert "Traceback" not in text
