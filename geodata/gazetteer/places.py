"""Gazetteer CSV and regions GeoJSON -> a checked Gazetteer; every fault with its line, all at once."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import chardet
import geopandas as gpd
from shapely import prepare
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from geodata.errors import Fault, GazetteerError
from geodata.gazetteer.kinds import bare_name
from geodata.gazetteer.regions import MAX_BYTES, read_regions
from geodata.model import GAZETTEER_COLUMNS, OPTIONAL_COLUMNS, Place, kind_of
from geodata.names import NameIndex

PLACE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FEATURE_CODE = re.compile(r"[A-Z]{2,5}[0-9]?[A-Z]?")
COUNTRY_CODE = re.compile(r"[A-Z]{2}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SWAP_TOLERANCE_DEG = 1.0
EXTENT_TOLERANCE_DEG = 10.0
FEWEST_FOR_EXTENT = 5
LONGEST_COUNT = 11
MEND = "run `python -m geodata check --mend` to have it written right"


@dataclass(frozen=True)
class Gazetteer:
    """Places and region polygons, checked.

    Attributes
    ----------
    places : dict of str to Place
        By `place_id`, in the order of the file.
    regions : geopandas.GeoDataFrame
        Columns place_id, name, feature_code, country_code, geometry (WGS 84); a row for each region with a polygon.
    prepared_index, prepared_country_ids
        `index` and `country_ids` where they are kept on disk; made from the places where not.
    """

    places: Mapping[str, Place]
    regions: gpd.GeoDataFrame = field(compare=False)
    prepared_index: NameIndex | None = field(default=None, compare=False, repr=False)
    prepared_country_ids: Mapping[str, str] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def index(self) -> NameIndex:
        """Every name and alias, ready to be looked up."""
        return self.prepared_index or NameIndex.build(self.names())

    @cached_property
    def country_ids(self) -> Mapping[str, str]:
        """`place_id` of each country row by its ISO code."""
        if self.prepared_country_ids is not None:
            return self.prepared_country_ids
        return {p.country_code: p.place_id for p in self.places.values() if p.kind == "country"}

    @cached_property
    def _inside(self) -> Mapping[str, frozenset[str]]:
        inside: dict[str, set[str]] = {}
        for place_id in self.places:
            for region in self.containers(place_id):
                inside.setdefault(region, set()).add(place_id)
        return {region: frozenset(place_ids) for region, place_ids in inside.items()}

    def inside(self, region_id: str) -> frozenset[str]:
        """Give the `place_id` of every place that a region holds."""
        return self._inside.get(region_id, frozenset())

    def containers(self, place_id: str) -> tuple[str, ...]:
        """Tell the regions that hold a place, smallest first.

        Parameters
        ----------
        place_id : str
            A place of this gazetteer.

        Returns
        -------
        tuple of str
            `place_id` of its admin2, admin1 and country rows, those that exist; never the place itself.
        """
        place = self.places[place_id]
        chain = (place.admin2, place.admin1, self.country_ids.get(place.country_code, ""))
        return tuple(dict.fromkeys(region for region in chain if region and region != place_id))

    def names(self) -> Iterator[tuple[str, str, bool]]:
        """Yield every name: place_id, the name, and whether it is the preferred one.

        A name that holds a feature word comes without it too: reports write "Raqqa province" and "al-Omar field",
        where the names are "Raqqa" and "al-Omar".
        """
        for place in self.places.values():
            known = dict.fromkeys((place.name, *place.aliases))
            bare = filter(None, map(bare_name, known))
            for name in dict.fromkeys((*known, *bare)):
                yield place.place_id, name, name == place.name


def read_gazetteer(path: Path, regions_path: Path | None = None) -> Gazetteer:
    """Read and check a gazetteer CSV and the polygons of its regions.

    Parameters
    ----------
    path : Path
        CSV by the contract of `GAZETTEER_COLUMNS`: UTF-8, comma, one place a row.
    regions_path : Path, optional
        GeoJSON, one feature a region row, `id` = `place_id`; without it there are no polygons.

    Returns
    -------
    Gazetteer

    Raises
    ------
    GazetteerError
        With every fault of both files.
    """
    rows, faults = read_rows(path)
    places: dict[str, Place] = {}
    for line, row in rows:
        place, row_faults = _check_row(row, line, path.as_posix())
        faults += row_faults
        if place is None:
            continue
        if place.place_id in places:
            first = places[place.place_id].line
            message = f"place_id '{place.place_id}' stands already in line {first}; give one of the two another id."
            faults.append(Fault(path.as_posix(), line, message))
            continue
        places[place.place_id] = place
    faults += _check_references(places, path.as_posix())
    regions, region_faults = read_regions(regions_path, places)
    faults += region_faults
    faults += _check_positions(places, regions, path.as_posix())
    if faults:
        raise GazetteerError(faults)
    return Gazetteer(places, regions)


def read_rows(path: Path) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    """Read the rows of a gazetteer CSV with their physical lines, whatever its encoding or delimiter.

    Parameters
    ----------
    path : Path
        The CSV.

    Returns
    -------
    rows : list of (int, dict)
        Line on which the row begins, and its fields by column name.
    faults : list of Fault
        Everything that is not UTF-8, comma-delimited and complete in its columns.

    Raises
    ------
    GazetteerError
        When the file is missing, too large, or has no usable header: nothing more can be said then.
    """
    name = path.as_posix()
    text, faults = _decode(_read_bytes(path), name)
    delimiter = _tell_delimiter(text)
    if delimiter != ",":
        shown = {"\t": "tab"}.get(delimiter, delimiter)
        faults.append(Fault(name, 1, f"The columns are separated by '{shown}'; allowed is the comma; {MEND}."))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [column.strip() for column in next(reader, [])]
    faults += _check_header(header, name)
    if "place_id" not in header or "name" not in header:
        raise GazetteerError(faults)
    rows, row_faults = _read_fields(reader, header, name)
    return rows, faults + row_faults


def write_rows(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write gazetteer rows by the contract: UTF-8, comma, LF, sorted by `place_id`; all or nothing.

    Parameters
    ----------
    path : Path
        The CSV to replace.
    rows : sequence of mapping
        Fields by column name; columns outside the contract are dropped.
    """
    part = path.with_name(path.name + ".part")
    more = [column for column in OPTIONAL_COLUMNS if any(row.get(column) for row in rows)]
    columns = (*GAZETTEER_COLUMNS, *more)
    with part.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["place_id"]))
    part.replace(path)


def _read_bytes(path: Path) -> bytes:
    name = path.as_posix()
    if not path.is_file():
        raise GazetteerError([Fault(name, 0, "There is no such file; name the gazetteer CSV with --gazetteer.")])
    size = path.stat().st_size
    if size > MAX_BYTES:
        message = f"The file has {size:,} bytes; at most {MAX_BYTES:,} are read; split it by country."
        raise GazetteerError([Fault(name, 0, message)])
    return path.read_bytes()


def _decode(data: bytes, name: str) -> tuple[str, list[Fault]]:
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        message = f"The file begins with a byte order mark, as spreadsheets do; allowed is UTF-8 without; {MEND}."
        faults.append(Fault(name, 1, message))
    try:
        return data.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        encoding = chardet.detect(data)["encoding"] or "cp1256"
        message = (
            f"The bytes from here on are not UTF-8 but look like {encoding}; allowed is UTF-8; "
            f"save the file as 'CSV UTF-8', or {MEND} and look at the names."
        )
        return data.decode(encoding, errors="replace"), [*faults, Fault(name, line, message)]


def _tell_delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max((",", ";", "\t", "|"), key=header.count)


def _check_header(header: list[str], name: str) -> list[Fault]:
    faults = []
    needed = ", ".join(GAZETTEER_COLUMNS)
    for column in GAZETTEER_COLUMNS:
        if column not in header:
            message = f"The column '{column}' is missing; needed are {needed}; add it to the header."
            faults.append(Fault(name, 1, message))
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            faults.append(Fault(name, 1, f"The column '{column}' stands {header.count(column)} times; keep one."))
        if column not in (*GAZETTEER_COLUMNS, *OPTIONAL_COLUMNS):
            allowed = ", ".join((*GAZETTEER_COLUMNS, *OPTIONAL_COLUMNS))
            message = f"The column '{column}' is unknown; allowed are {allowed}; remove or rename it."
            faults.append(Fault(name, 1, message))
    return faults


def _read_fields(
    reader: Iterator[list[str]], header: list[str], name: str
) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    rows: list[tuple[int, dict[str, str]]] = []
    faults: list[Fault] = []
    while True:
        line = getattr(reader, "line_num", 0) + 1
        try:
            fields = next(reader, None)
        except csv.Error as error:
            faults.append(Fault(name, line, f"The row cannot be read as CSV ({error}); mend its quotation marks."))
            continue
        if fields is None:
            return rows, faults
        if not any(value.strip() for value in fields):
            continue
        if len(fields) != len(header):
            message = (
                f"The row has {len(fields)} fields, the header {len(header)}; put values that hold a comma "
                'between quotation marks (") and leave no field out.'
            )
            faults.append(Fault(name, line, message))
            continue
        rows.append((line, {column: value.strip() for column, value in zip(header, fields, strict=True)}))


def _check_row(row: Mapping[str, str], line: int, name: str) -> tuple[Place | None, list[Fault]]:
    messages = []
    place_id, place_name = row.get("place_id", ""), row.get("name", "")
    if not PLACE_ID.fullmatch(place_id):
        messages.append(
            f"place_id is '{place_id}'; allowed are lower-case letters a-z, digits and single hyphens, "
            "as in 'sy-al-bukamal'."
        )
    if not place_name:
        messages.append("name is empty; give the preferred English name.")
    code, country = row.get("feature_code", ""), row.get("country_code", "")
    if not FEATURE_CODE.fullmatch(code):
        messages.append(f"feature_code is '{code}'; give a GeoNames code such as PPL, PPLA, ADM1, PCLI, STM.")
    if country and not COUNTRY_CODE.fullmatch(country):
        messages.append(f"country_code is '{country}'; give two capital letters (ISO 3166-1) such as SY, or nothing.")
    lat, lat_fault = _check_degrees(row.get("lat", ""), "lat", 90)
    lon, lon_fault = _check_degrees(row.get("lon", ""), "lon", 180)
    messages += [message for message in (lat_fault, lon_fault) if message]
    population = row.get("population", "")
    if population and not (population.isascii() and population.isdigit() and len(population) <= LONGEST_COUNT):
        messages.append(f"population is '{population}'; give a whole number of people such as 12000, or nothing.")
    faults = [Fault(name, line, message) for message in messages]
    if lat is None or lon is None or not place_id:
        return None, faults
    aliases = tuple(dict.fromkeys(a for a in (alias.strip() for alias in row.get("aliases", "").split(";")) if a))
    extra = {key: row.get(key, "") for key in ("admin1", "admin2", "source", "source_id", "note")}
    count = int(population) if population and not faults else 0
    place = Place(
        place_id, place_name, code, country, lat=lat, lon=lon, aliases=aliases, line=line, population=count, **extra
    )
    return place, faults


def _check_degrees(given: str, column: str, limit: int) -> tuple[float | None, str]:
    try:
        degrees = float(given)
    except ValueError:
        return None, f"{column} is '{given}'; give decimal degrees such as 34.45, with a point and no sign of degrees."
    if not -limit <= degrees <= limit:
        hint = "; lat and lon may be swapped" if column == "lat" and abs(degrees) <= 180 else ""
        return None, f"{column} is {given}; allowed is -{limit} to {limit}{hint}."
    return degrees, ""


def _check_references(places: Mapping[str, Place], name: str) -> list[Fault]:
    faults = []
    for place in places.values():
        for column, given in (("admin1", place.admin1), ("admin2", place.admin2)):
            if not given:
                continue
            region = places.get(given)
            if region is None:
                message = (
                    f"{column} is '{given}', no place_id of this file; name an existing region row or leave it empty."
                )
                faults.append(Fault(name, place.line, message))
            elif region.kind not in ("region", "country"):
                message = f"{column} is '{given}', a {region.feature_code}; name a row with an ADM code."
                faults.append(Fault(name, place.line, message))
    return faults


def _check_positions(places: Mapping[str, Place], regions: gpd.GeoDataFrame, name: str) -> list[Fault]:
    """Tell points far outside their country that would lie inside it with lat and lon swapped."""
    homes = {code: (extent.buffer(EXTENT_TOLERANCE_DEG), extent) for code, extent in _extents(places)}
    for row in regions.itertuples():
        if kind_of(row.feature_code) == "country":
            near = row.geometry.buffer(SWAP_TOLERANCE_DEG)
            homes[row.country_code] = (near, near)
    for near, _ in homes.values():
        prepare(near)
    faults = []
    for place in places.values():
        if place.country_code not in homes:
            continue
        near, core = homes[place.country_code]
        if near.contains(Point(place.lon, place.lat)) or not core.contains(Point(place.lat, place.lon)):
            continue
        message = (
            f"lat {place.lat} and lon {place.lon} lie outside {place.country_code}, "
            "but inside it the other way round; swap the two."
        )
        faults.append(Fault(name, place.line, message))
    return faults


def _extents(places: Mapping[str, Place]) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield the box that holds all but the outermost places of each country, for want of a polygon."""
    by_country: dict[str, list[Place]] = {}
    for place in places.values():
        by_country.setdefault(place.country_code, []).append(place)
    for code, found in by_country.items():
        if not code or len(found) < FEWEST_FOR_EXTENT:
            continue
        cut = max(1, len(found) // 50)
        lons, lats = sorted(p.lon for p in found)[cut:-cut], sorted(p.lat for p in found)[cut:-cut]
        yield code, box(lons[0], lats[0], lons[-1], lats[-1])
