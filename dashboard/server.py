"""The ASGI app `streamlit run dashboard/server.py` serves: the page, the map's own files, and a health check.

Nothing a browser needs comes from anywhere else, so the map is whole without an internet connection.
With DATELINE_WATCH=1 a child process rebuilds the store whenever a report or the gazetteer changes; DATELINE_REPORTS,
DATELINE_GAZETTEER and DATELINE_REGIONS name other inputs than the sample's, DATELINE_STORE another store.
"""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely
import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

from dashboard.basemap import ASSETS, BASEMAP_PATH
from dashboard.settings import store_folder
from geodata.errors import StoreError
from geodata.store import Store, current_version, read_status

# About 10 m: finer than the lines are, and half the bytes.
_REGION_DEGREES = 1e-4
_STOP_SECONDS = 5.0
# Addresses carry a hash or a version, so what they name never changes.
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASK_AGAIN = {"Cache-Control": "no-cache"}


async def answer_health(_request: Request) -> Response:
    """Tell that the server runs, which build it shows, and how the last build went."""
    folder = store_folder()
    status = read_status(folder)
    return JSONResponse({"status": "ok", "version": current_version(folder), "build": status.get("state", "none")})


def answer_ground(_request: Request) -> Response:
    """Send the base map's vectors: this one file of geodata's data, no other."""
    return FileResponse(BASEMAP_PATH, media_type="application/geo+json", headers=_FOREVER)


def answer_regions(request: Request) -> Response:
    """Send the polygons of the regions of the build that holds, as GeoJSON with their place_ids and no names."""
    asked = request.path_params["version"]
    folder = store_folder()
    version = current_version(folder)
    if version is None:
        return JSONResponse({"detail": "There is no store."}, status_code=404)
    try:
        text = write_regions(str(folder), version)
    except StoreError as error:
        return JSONResponse({"detail": str(error)}, status_code=404)
    headers = _FOREVER if asked == version else _ASK_AGAIN
    return Response(text, media_type="application/geo+json", headers=headers)


@lru_cache(maxsize=2)
def write_regions(folder: str, version: str) -> str:
    """Write the polygons of a build as GeoJSON text, coordinates rounded to about 10 m."""
    regions = Store.open(Path(folder)).regions().set_index("place_id")[["geometry"]]
    regions["geometry"] = shapely.set_precision(regions.geometry.to_numpy(), _REGION_DEGREES, mode="pointwise")
    return str(regions.to_json(drop_id=False, to_wgs84=False))


@asynccontextmanager
async def run_watcher(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Keep the store in step with its inputs for as long as the server runs, when DATELINE_WATCH=1 asks for it."""
    if os.environ.get("DATELINE_WATCH") != "1":
        yield None
        return
    with watch_inputs():
        yield None


@contextmanager
def watch_inputs() -> Iterator[subprocess.Popen[bytes]]:
    """Start `python -m geodata build --watch`, and stop it on leaving."""
    command = [sys.executable, "-m", "geodata", "build", "--watch", "--out", str(store_folder())]
    for option in ("reports", "gazetteer", "regions"):
        if given := os.environ.get(f"DATELINE_{option.upper()}"):
            command += [f"--{option}", given]
    with subprocess.Popen(command) as watcher:  # noqa: S603  our own command, nothing of it is a user's
        try:
            yield watcher
        finally:
            watcher.terminate()
            try:
                watcher.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                watcher.kill()


app = st.App(
    "app.py",
    lifespan=run_watcher,
    routes=[
        Route("/health", answer_health),
        Route("/assets/data/basemap.geojson", answer_ground),
        Route("/assets/store/{version}/regions.geojson", answer_regions),
        Mount("/assets/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Mount("/assets/map", StaticFiles(directory=ASSETS)),
    ],
)
