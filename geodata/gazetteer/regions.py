"""Regions GeoJSON -> polygons by place_id, checked against the gazetteer's rows."""

import json
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
from shapely.errors import GEOSException
from shapely.geometry import shape

from geodata.errors import Fault
from geodata.model import Place, kind_of

MAX_BYTES = 200_000_000


def read_regions(path: Path | None, places: Mapping[str, Place]) -> tuple[gpd.GeoDataFrame, list[Fault]]:
    """Read the polygons of regions and check them against their gazetteer rows.

    Parameters
    ----------
    path : Path or None
        GeoJSON FeatureCollection; `id` of each feature is the `place_id` of its row. None for no polygons.
    places : mapping of str to Place
        The gazetteer's rows by `place_id`.

    Returns
    -------
    regions : geopandas.GeoDataFrame
        Columns place_id, name, feature_code, country_code, geometry (WGS 84), sorted by place_id.
    faults : list of Fault
        Everything wrong with the file.
    """
    columns = ["place_id", "name", "feature_code", "country_code", "geometry"]
    rows: list[tuple[object, ...]] = []
    faults: list[Fault] = []
    if path is not None:
        features, text, faults = _load_features(path)
        seen: set[str] = set()
        for number, feature in enumerate(features, 1):
            place_id = str(feature.get("id", "")) if isinstance(feature, dict) else ""
            line = _line_of(text, place_id)
            geometry, message = _check_feature(feature, place_id, number, places, seen)
            if message:
                faults.append(Fault(path.as_posix(), line, message))
                continue
            seen.add(place_id)
            place = places[place_id]
            rows.append((place_id, place.name, place.feature_code, place.country_code, geometry))
    frame = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs="EPSG:4326")
    return frame.sort_values("place_id", ignore_index=True), faults


def _load_features(path: Path) -> tuple[list[object], str, list[Fault]]:
    name = path.as_posix()
    if not path.is_file():
        return [], "", [Fault(name, 0, "There is no such file; name the regions GeoJSON with --regions.")]
    if path.stat().st_size > MAX_BYTES:
        return [], "", [Fault(name, 0, f"The file is larger than {MAX_BYTES:,} bytes; simplify the polygons.")]
    try:
        text = path.read_text(encoding="utf-8")
        collection = json.loads(text)
    except UnicodeDecodeError:
        return [], "", [Fault(name, 0, "The file is not UTF-8; GeoJSON is always UTF-8; save it so.")]
    except json.JSONDecodeError as error:
        return [], "", [Fault(name, error.lineno, f"This is not JSON ({error.msg}); mend or export the file again.")]
    except RecursionError:
        return [], "", [Fault(name, 0, "The JSON is nested too deeply to be GeoJSON; export the file again.")]
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        return [], text, [Fault(name, 1, "There is no list 'features'; a GeoJSON FeatureCollection is needed.")]
    return features, text, []


def _check_feature(
    feature: object, place_id: str, number: int, places: Mapping[str, Place], seen: set[str]
) -> tuple[object, str]:
    if not isinstance(feature, dict) or not place_id:
        return None, f"Feature {number} has no 'id'; give it the place_id of its gazetteer row."
    if place_id in seen:
        return None, f"The id '{place_id}' stands twice; keep one feature for each region."
    if place_id not in places:
        return None, f"The id '{place_id}' is no place_id of the gazetteer; add the row or remove feature {number}."
    code = places[place_id].feature_code
    if kind_of(code) not in ("region", "country"):
        return None, f"The id '{place_id}' is a {code} in the gazetteer; only ADM and PCL rows have polygons."
    try:
        geometry = shape(feature.get("geometry") or {})
    except (GEOSException, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None, f"The geometry of '{place_id}' cannot be read; give a Polygon or MultiPolygon in (lon, lat)."
    if geometry.geom_type not in ("Polygon", "MultiPolygon") or geometry.is_empty:
        return None, f"The geometry of '{place_id}' is a {geometry.geom_type}; give a Polygon or MultiPolygon."
    if not geometry.is_valid:
        return None, f"The polygon of '{place_id}' crosses itself; mend it (buffer by 0 in most tools)."
    west, south, east, north = geometry.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        return None, f"The polygon of '{place_id}' leaves the globe; GeoJSON counts (lon, lat) in degrees."
    return geometry, ""


def _line_of(text: str, place_id: str) -> int:
    at = text.find(f'"{place_id}"') if place_id else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
