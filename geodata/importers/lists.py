"""A list of places with columns of its own -> rows of a gazetteer."""

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from geodata.errors import Fault, InputError
from geodata.gazetteer import codes_in_lists
from geodata.importers.rows import Row, complete_row, slug

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
_FEATURE_CODE = re.compile(r"[A-Z]{2,5}[0-9]?[A-Z]?")


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
    row = complete_row(
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
    codes, last = codes_in_lists(), name.lower().rpartition(" ")
    return codes.get(kind.lower()) or codes.get(last[2] if last[0] else "", "PPL")


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
