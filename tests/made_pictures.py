"""What pictures are made of in tests, and what is read off them."""

import io

import geopandas as gpd
import numpy as np
import pandas as pd
from PIL import Image
from shapely.geometry import LineString, MultiPoint, Polygon, box

from dashboard.briefing.ground import BaseLayers
from dashboard.briefing.labels import Box
from dashboard.briefing.sheet import HEIGHT_PX

PANEL = Box(56, 100, 1480, 900)


HOSTILE = [
    "$x^",
    r"\frac{a}{",
    "a\x00b\x1b[31m",
    "\u202eevil\u202c",
    "${document.title=1}",
    "<img src=x onerror=alert(1)>",
    "معركة دير الزور (2017)",
    "Абу-Камаль",
    "漢字 🏴",
    "Z" + "\u0301" * 400,
    "W" * 300,
    "\ud800",
    "_^{}$$",
    "",
]


def make_circles(rows: list[tuple[str, float, float, int]]) -> pd.DataFrame:
    columns = ["place_id", "name", "lat", "lon", "statements", "certain"]
    return pd.DataFrame([(f"p{row}", *values, row % 3 != 1) for row, values in enumerate(rows)], columns=columns)


def make_shades(rows: list[tuple[str, int, Polygon]]) -> gpd.GeoDataFrame:
    frame = pd.DataFrame([(f"r{row}", name, number) for row, (name, number, _) in enumerate(rows)])
    frame.columns = pd.Index(["place_id", "name", "statements"])
    return gpd.GeoDataFrame(frame, geometry=[shape for *_, shape in rows], crs=4326)


NO_SHADES = gpd.GeoDataFrame({"place_id": [], "name": [], "statements": []}, geometry=[], crs=4326)


def read_pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def count_near(png: bytes, colour: str, within: int = 12) -> int:
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return int((np.abs(read_pixels(png) - wanted).max(axis=2) <= within).sum())


def make_base() -> BaseLayers:
    """Make a country of two divisions with a river, a lake and a neighbour."""
    rows = [
        ("neighbour", None, None, None, None, box(35, 30, 45, 40)),
        ("focus", None, None, None, None, box(38, 33, 42, 37)),
        ("border", None, None, 1, False, box(38, 33, 42, 37).exterior),
        ("border", None, None, 1, True, LineString([(41, 33), (41, 34)])),
        ("division", None, None, 1, None, LineString([(40, 33), (40, 37)])),
        ("river", None, "Long River", 1, None, LineString([(38, 36.5), (39, 35.5), (40.5, 35), (42, 33.5)])),
        ("lake", None, "Round Lake", None, None, box(38.2, 33.2, 38.9, 33.7)),
        ("label", "country", "Madeland", 1, None, MultiPoint([(39, 34.5), (41, 36)])),
        ("label", "region", "West $x^", 1, None, MultiPoint([(39, 36)])),
        ("label", "lake", "Round Lake", 1, None, MultiPoint([(38.5, 33.4)])),
        ("label", "city", "Oldtown", 2, None, MultiPoint([(41.5, 36.5)])),
    ]
    frame = pd.DataFrame([row[:-1] for row in rows], columns=["layer", "kind", "name", "rank", "disputed"])
    return BaseLayers(gpd.GeoDataFrame(frame, geometry=[row[-1] for row in rows], crs=4326))


def cut_out(png: bytes, area: Box) -> np.ndarray:
    """Cut the pixels of a box, which counts from below, out of a picture."""
    left, bottom, right, top = (round(edge) for edge in area)
    return read_pixels(png)[HEIGHT_PX - top : HEIGHT_PX - bottom, left:right]


def differ(one: bytes, other: bytes) -> Box | None:
    """Tell the box in which two pictures differ; None where they are the same."""
    rows, columns = np.nonzero((read_pixels(one) != read_pixels(other)).any(axis=2))
    if not len(rows):
        return None
    return Box(columns.min(), HEIGHT_PX - 1 - rows.max(), columns.max() + 1, HEIGHT_PX - rows.min())
