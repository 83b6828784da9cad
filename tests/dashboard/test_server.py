"""The server leaves quietly."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from made_store import write_made_store

ROOT = Path(__file__).parents[2]
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
