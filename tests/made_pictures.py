"""What pictures are made of in tests, and what is read off them."""

import io

import geopandas as gpd
import numpy as np
import pandas as pd
from PIL import Image
from shapely.geometry import Polygon

from dashboard.briefing.labels import Box

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
