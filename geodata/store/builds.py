"""The built tables on disk: written atomically as Parquet, read by DuckDB.

    STORE/manifest.json            names the build that holds; replaced in one step, last of all
    STORE/builds/<version>/*.parquet        the tables
                           search.sqlite    the words of the statements
                           place_names/     the names of the places
                           numbers/         the row numbers of `row_numbers`
                           rows/*.arrow     the tables some rows are read of, by number
    STORE/status.json              how the last attempt to build ended

A reader follows the manifest. A build killed at any moment leaves the old manifest, and with it the old build.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock

from geodata.errors import Fault, StoreError
from geodata.store.place_search import FoundPlace, PlaceSearch, write_places
from geodata.store.row_files import take_rows, write_rows
from geodata.store.row_numbers import Ints, read_numbers, write_numbers
from geodata.store.statement_search import RowNumbers, StatementSearch, write_search
from geodata.store.tables import SCHEMAS, Tables

FORMAT = 5
REBUILD = "build it again with `python -m geodata build`"

_FILES = (*(f"{name}.parquet" for name in (*SCHEMAS, "regions")), "search.sqlite", "place_names", "numbers", "rows")

# What DuckDB asks for: it reads row groups side by side.
_GROUP_ROWS = 122_880
_TAKEN = ("reports", "statements", "mentions", "claims", "places")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a store.

    Parameters
    ----------
    folder : Path
        The store.

    Returns
    -------
    dict
        format, version, engine, inputs, counts.

    Raises
    ------
    StoreError
        When there is none, it is damaged, or its format is another.
    """
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StoreError(f"There is no store in {folder}; {REBUILD}.") from None
    except (OSError, ValueError, duckdb.IOException, duckdb.InvalidInputException) as error:
        raise StoreError(f"The manifest {path} cannot be read ({error}); {REBUILD}.") from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise StoreError(f"The store in {folder} is of another format than {FORMAT}, the one read here; {REBUILD}.")
    return manifest


def current_version(folder: Path) -> str | None:
    """Tell the version of the build that holds, None where there is no readable store; cheap enough to poll."""
    try:
        return str(read_manifest(folder)["version"])
    except (StoreError, KeyError):
        return None


def write_store(folder: Path, version: str, content: Tables, manifest: Mapping[str, Any]) -> None:
    """Write a build and make it the one that holds, in one step; remove the builds before the previous one.

    Parameters
    ----------
    folder : Path
        The store, made where missing.
    version : str
        Name of the build; the same inputs give the same.
    content : Tables
        Tables by the columns of `SCHEMAS`.
    manifest : mapping
        `inputs`, `engine`, `counts`; format and version are added.

    Notes
    -----
    Files are written to a folder of the process's own, synced, renamed to `builds/<version>`, and only then
    is the manifest replaced. A build of the same version already there is left as it is when complete. A lock
    keeps two writers apart; the system frees it when its holder is killed.
    """
    builds = folder / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / ".lock"):
        previous = current_version(folder)
        _write_build(builds, version, content)
        _write_json(folder / "manifest.json", {"format": FORMAT, "version": version, **manifest})
        _remove_old_builds(builds, keep={version, previous})


def write_status(folder: Path, state: str, at: str, faults: Sequence[Fault] = ()) -> None:
    """Leave word of how the last attempt to build went.

    Parameters
    ----------
    folder : Path
        The store.
    state : {"building", "ok", "failed"}
        What it came to.
    at : str
        ISO time of the attempt.
    faults : sequence of Fault
        Why it failed, or what was left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_json(folder / "status.json", {"state": state, "at": at, "faults": [asdict(fault) for fault in faults]})


def read_status(folder: Path) -> dict[str, Any]:
    """Read how the last attempt to build went; `{"state": "none", "at": "", "faults": []}` where there was none."""
    try:
        status = json.loads((folder / "status.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        status = None
    return status if isinstance(status, dict) else {"state": "none", "at": "", "faults": []}


class Store:
    """One build, opened for reading.

    Attributes
    ----------
    version : str
        The build's name.
    manifest : dict
        Inputs, engine and counts.
    path : Path
        The folder of its Parquet files.
    """

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        self.manifest = dict(manifest)
        self.version = str(manifest["version"])
        self.path = folder / "builds" / self.version
        if missing := _list_missing(self.path):
            raise StoreError(f"The store in {folder} lacks {', '.join(missing)}; {REBUILD}.")
        self._connection = duckdb.connect(":memory:")
        for name in SCHEMAS:
            with _tell_damage(self.path / f"{name}.parquet") as path:
                self._connection.read_parquet(path.as_posix()).create_view(name)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the build that holds.

        Parameters
        ----------
        folder : Path
            The store.

        Raises
        ------
        StoreError
            When there is none, or it is damaged.
        """
        return cls(folder, read_manifest(folder))

    def query(self, sql: str, **parameters: object) -> pd.DataFrame:
        """Ask the tables of `SCHEMAS`, each a view by its name.

        Parameters
        ----------
        sql : str
            A query written in our own code, values as `$name`; never built from text of a report or a user.
        **parameters : object
            Values of the names.

        Returns
        -------
        pandas.DataFrame
            Lists of plain values and dates as pandas has them.

        Raises
        ------
        StoreError
            When a file of the build cannot be read.
        """
        with _tell_damage(self.path):
            return self._connection.cursor().execute(sql, parameters or None).df()

    def table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Read all rows of a table of `SCHEMAS` in the order of the file, of some columns or all.

        Raises
        ------
        StoreError
            When the file cannot be read.
        """
        with _tell_damage(self.path / f"{name}.parquet") as path:
            return pq.read_table(path, columns=columns)

    def numbers(self, name: str) -> dict[str, Ints]:
        """Read the row numbers of a table of `row_numbers.LINKS`, by column, in the order of the table.

        Raises
        ------
        StoreError
            When the file cannot be read.
        """
        with _tell_damage(self.path / "numbers") as folder:
            return read_numbers(folder, name)

    def take(self, name: str, rows: Ints, columns: Sequence[str] | None = None) -> pa.Table:
        """Read some rows of a table of `SCHEMAS`, but of place_statements; `row_files.take_rows` tells how and what.

        Parameters
        ----------
        name : str
            The table.
        rows : numpy.ndarray of int32
            Numbers of the rows, in any order.
        columns : sequence of str or None, optional
            Those to be read; None for all.

        Raises
        ------
        StoreError
            When the file cannot be read.
        """
        with _tell_damage(self.path / "rows" / f"{name}.arrow") as path:
            return take_rows(path, rows, columns)

    def regions(self) -> gpd.GeoDataFrame:
        """Read the polygons: place_id, name, feature_code, country_code, geometry (WGS 84).

        Raises
        ------
        StoreError
            When the file cannot be read.
        """
        with _tell_damage(self.path / "regions.parquet") as path:
            return gpd.read_parquet(path)

    def search(self, query: str) -> RowNumbers:
        """Find statements by their words.

        Parameters
        ----------
        query : str
            What a user typed: words, "words in a row", a beginning*, -without.

        Returns
        -------
        numpy.ndarray of int32
            Rows of the table of statements as `table` reads it, ascending; none for an empty query.

        Raises
        ------
        SearchError
            When the query cannot be read; one sentence for the user.
        StoreError
            When the index cannot be.
        """
        return StatementSearch(self.path / "search.sqlite").find(query)

    def find_places(self, text: str, limit: int = 10) -> list[FoundPlace]:
        """Find places by a name or its beginning, in any spelling and script; best first.

        Parameters
        ----------
        text : str
            What a user typed.
        limit : int, default 10
            Most places returned.

        Raises
        ------
        StoreError
            When the names cannot be read.
        """
        return self._places.find(text, limit)

    @cached_property
    def _places(self) -> PlaceSearch:
        return PlaceSearch(self.path / "place_names")


@contextmanager
def _tell_damage(path: Path) -> Iterator[Path]:
    try:
        yield path
    except (OSError, ValueError, duckdb.IOException, duckdb.InvalidInputException) as error:
        reason = " ".join(str(error).split())
        raise StoreError(f"In the store, {path} cannot be read ({reason}); {REBUILD}.") from error


def _list_missing(build: Path) -> list[str]:
    return [name for name in _FILES if not (build / name).exists()]


def _write_build(builds: Path, version: str, content: Tables) -> None:
    if not _list_missing(builds / version):
        return
    shutil.rmtree(builds / version, ignore_errors=True)
    part = builds / f".part-{os.getpid()}"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    (part / "rows").mkdir()
    for name, made in content.tables.items():
        table = made.cast(SCHEMAS[name])
        pq.write_table(table, part / f"{name}.parquet", compression="zstd", row_group_size=_GROUP_ROWS)
        if name in _TAKEN:
            write_rows(part / "rows" / f"{name}.arrow", table)
    content.regions.to_parquet(part / "regions.parquet", index=False)
    texts = (text for batch in content.tables["statements"].to_batches() for text in batch["text"].to_pylist())
    write_search(part / "search.sqlite", texts)
    write_places(part / "place_names", content.tables["places"])
    write_numbers(part / "numbers", content.tables)
    for path in part.rglob("*"):
        _sync(path)
    part.rename(builds / version)
    _sync(builds)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    _sync(part)
    part.replace(path)


def _remove_old_builds(builds: Path, keep: set[str | None]) -> None:
    # The previous build stays: a page may be reading it this very moment.
    for path in builds.iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
