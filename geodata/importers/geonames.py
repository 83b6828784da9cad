"""A dump of GeoNames -> rows of a gazetteer."""

from collections.abc import Mapping
from pathlib import Path

from geodata.errors import Fault, InputError
from geodata.importers.rows import Row, complete_row, slug, without_codes

# Columns of a GeoNames dump. Source: https://download.geonames.org/export/dump/readme.txt
_DUMP = (
    "geonameid name asciiname alternatenames latitude longitude feature_class feature_code country_code cc2 admin1 "
    "admin2 admin3 admin4 population elevation dem timezone modified"
).split()
_DUMP_CLASSES = frozenset("APHLST")


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
    return complete_row(
        place_id="-".join(parts),
        name=given["name"],
        feature_code=given["feature_code"],
        country_code=country,
        admin1=f"{country}.{given['admin1']}",
        lat=given["latitude"],
        lon=given["longitude"],
        aliases=";".join([given["asciiname"], *without_codes(given["alternatenames"].split(","))]),
        source="geonames",
        source_id=given["geonameid"],
        population=given["population"],
    )
