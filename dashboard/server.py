"""The ASGI app `streamlit run dashboard/server.py` serves: the page, the map's own files, and a health check.

Nothing a browser needs comes from anywhere else, so the map is whole without an internet connection.
With DATELINE_WATCH=1 a child process rebuilds the store whenever a report or the gazetteer changes; DATELINE_REPORTS,
DATELINE_GAZETTEER and DATELINE_REGIONS name other inputs than the sample's, DATELINE_STORE another store.
"""

import atexit
import gc
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

from dashboard.assets import MEDIA_TYPES, assets_version, find_asset, read_asset
from dashboard.builds import (
    Build,
    CompressedStatics,
    answer_squeezed,
    find_build,
    load_layout,
    load_packed_counts,
    read_moment,
    squeeze,
)
from dashboard.choices import Filters, Window, read_filters
from dashboard.contract import Basis
from dashboard.counting import name_day
from dashboard.evidence import load_listing, load_rows
from dashboard.filters import load_facets, load_packed_filtered, load_packed_window
from dashboard.map import (
    BASEMAP_PATH,
    load_packed_links,
    load_packed_places,
    load_packed_regions,
    load_packed_source_counts,
    load_packed_sources,
)
from dashboard.settings import store_folder
from geodata.errors import StoreError
from geodata.store import current_version, read_status

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


def answer_asset(request: Request) -> Response:
    """Send a script or style of ours: a listed one, never another file."""
    path = find_asset(request.path_params["name"])
    if path is None:
        return JSONResponse({"detail": "There is no such script or style."}, status_code=404)
    # A page that was opened before a restart asks for older files; it gets those of now, and must not keep them.
    lasting = _FOREVER if request.path_params["version"] == assets_version() else _ASK_AGAIN
    return answer_squeezed(_squeeze_file(path), request.headers, MEDIA_TYPES[path.suffix], lasting)


@cache
def _squeeze_file(path: Path) -> bytes:
    return squeeze(read_asset(path))


def answer_regions(request: Request) -> Response:
    """Send the polygons of the regions of the build that holds, as GeoJSON with their place_ids and no names."""
    return _answer_build(request, load_packed_regions, "application/geo+json")


def answer_places(request: Request) -> Response:
    """Send the names and positions of the places that are counted."""
    return _answer_build(request, load_packed_places, "application/json")


def answer_counts(request: Request) -> Response:
    """Send what the browser counts any window with, of what the filters of the address let through."""
    basis: Basis = "publication" if request.path_params["basis"] == "publication" else "event"

    def load(build: Build) -> bytes:
        if not request.query_params:
            return load_packed_counts(build, basis)
        return load_packed_filtered(build, _read_filters(request, build), basis)

    return _answer_build(request, load, "application/octet-stream")


def answer_sources(request: Request) -> Response:
    """Send the names of the commonest sources, and which places they speak of."""
    return _answer_build(request, lambda build: squeeze(load_packed_sources(build).encode()), "application/json")


def answer_source_counts(request: Request) -> Response:
    """Send what the browser counts places by source with, of what the filters of the address let through."""
    basis: Basis = "publication" if request.path_params["basis"] == "publication" else "event"

    def load(build: Build) -> bytes:
        return squeeze(load_packed_source_counts(build, basis, _read_filters(request, build)), quickly=True)

    return _answer_build(request, load, "application/octet-stream")


def answer_window(request: Request) -> Response:
    """Send what the browser shows one window with, of what the filters of the address let through."""
    window = _read_window(request)
    if window is None:
        return _refuse_window()

    def load(build: Build) -> bytes:
        return load_packed_window(build, _read_filters(request, build), window)

    return _answer_build(request, load, "application/octet-stream")


def answer_links(request: Request) -> Response:
    """Send the places that reports name together with a place, in a window of days numbered as in the browser."""
    query, window = request.query_params, _read_window(request)
    if window is None:
        return _refuse_window()
    place_id, uncertain = query.get("of", ""), query.get("uncertain") != "no"

    def load(build: Build) -> bytes:
        links = load_packed_links(build, place_id, window, _read_filters(request, build), uncertain=uncertain)
        return squeeze(links.encode(), quickly=True)

    return _answer_build(request, load, "application/json")


def _read_window(request: Request) -> Window | None:
    query = request.query_params
    try:
        first, last = (name_day(int(query[name])) for name in ("first", "last"))
    except (KeyError, ValueError, OverflowError):
        return None
    return Window(first, last, "publication" if query.get("by") == "publication" else "event")


def _refuse_window() -> Response:
    return JSONResponse({"detail": "first and last have to be numbers of days from 1970-01-01."}, status_code=400)


def _read_filters(request: Request, build: Build) -> Filters:
    filters, _ = read_filters(request.query_params, load_facets(build).texts)
    return filters


def _answer_build(request: Request, load: Callable[[Build], bytes], media_type: str) -> Response:
    folder = store_folder()
    version = current_version(folder)
    if version is None:
        return JSONResponse({"detail": "There is no store."}, status_code=404)
    try:
        content = load(Build(str(folder), version))
    except StoreError as error:
        return JSONResponse({"detail": str(error)}, status_code=404)
    lasting = _FOREVER if request.path_params["version"] == version else _ASK_AGAIN
    return answer_squeezed(content, request.headers, media_type, lasting)


@asynccontextmanager
async def run_beside(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Load the build that holds before anybody asks for it.

    With DATELINE_WATCH=1, also rebuild the store whenever its inputs change, for as long as the server runs.
    """
    warming = Thread(target=warm_up, daemon=True)
    warming.start()
    try:
        if os.environ.get("DATELINE_WATCH") != "1":
            yield None
            return
        with watch_inputs():
            yield None
    finally:
        # A server that is stopped at once waits for the loading: cut off, that would never free what it holds.
        warming.join(_STOP_SECONDS)


def warm_up() -> None:
    """Load what the first page waits for, and exempt what has been loaded from the collection of garbage.

    Python looks through all objects that live long when it collects the oldest generation. That takes 80 ms, in which
    nobody is answered. Streamlit would do it after every run of the page; `.streamlit/config.toml` switches that off.
    """
    build = find_build(read_moment())
    if build:
        load_facets(build)
        load_packed_counts(build, "event")
        load_listing(build)
        # What the first selection of a place waits for.
        load_rows(build, np.arange(min(1, len(load_layout(build).starts)), dtype=np.int32))
    gc.collect()
    gc.freeze()
    # What is still frozen when Python ends is never freed, and DuckDB complains of that on standard error.
    atexit.register(gc.unfreeze)


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


ROUTES = [
    Route("/health", answer_health),
    Route("/assets/data/basemap.geojson", answer_ground),
    Route("/assets/store/{version}/regions.geojson", answer_regions),
    Route("/assets/store/{version}/places.json", answer_places),
    Route("/assets/store/{version}/counts-{basis}.bin", answer_counts),
    Route("/assets/store/{version}/window.bin", answer_window),
    Route("/assets/store/{version}/sources.json", answer_sources),
    Route("/assets/store/{version}/sources-{basis}.bin", answer_source_counts),
    Route("/assets/store/{version}/links.json", answer_links),
    Route("/assets/screen/{version}/{name:path}", answer_asset),
    Mount("/assets/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
]

app = st.App("app.py", lifespan=run_beside, routes=ROUTES, middleware=[Middleware(CompressedStatics)])
