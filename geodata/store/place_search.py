"""Places found by any spelling, script, or beginning of a name, for a viewer who wants to go there."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.errors import StoreError
from geodata.languages import plain
from geodata.model import Method
from geodata.names import NameIndex, fold

How = Method | Literal["beginning"]

# A name less alike would only puzzle whoever typed; lower than for reading, since here a person decides.
_NEAR_AT_LEAST = 0.6
_SHORTEST_BEGINNING = 2
_LONGEST_NAME = 100
_BEGINNINGS_SEEN = 400

_BETWEEN_WORDS = re.compile(r"[\s\-‐‑–—/(),.]+")

_SCHEMA = pa.schema(
    [("start", pa.string()), ("spelling", pa.string()), ("place_id", pa.string()), ("name", pa.string())]
)


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place offered to a viewer.

    Attributes
    ----------
    place_id : str
        The place.
    name : str
        Its preferred name.
    spelling : str
        The name of it that matched.
    how : Method or "beginning"
        The preferred name; another; either but for signs and articles; one that goes on; a similar one.
    """

    place_id: str
    name: str
    spelling: str
    how: How


def write_places(folder: Path, places: pa.Table) -> None:
    """Write what finding places needs.

    Parameters
    ----------
    folder : Path
        Made where missing.
    places : pyarrow.Table
        The store's places: place_id, name, aliases.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = places.select(["place_id", "name", "aliases"]).to_pylist()
    NameIndex.build(_list_names(rows)).save(folder / "names")
    spellings = [
        {"start": start, "spelling": spelling, "place_id": row["place_id"], "name": row["name"]}
        for row in rows
        for spelling in dict.fromkeys([row["name"], *(row["aliases"] or ())])
        for start in _list_starts(spelling)
    ]
    spellings.sort(key=lambda row: (row["start"], row["spelling"], row["place_id"]))
    table = pa.Table.from_pylist(spellings, schema=_SCHEMA)
    pq.write_table(table, folder / "starts.parquet", compression="zstd")


class PlaceSearch:
    """The names of a build's places, opened for reading; may be shared by threads.

    Parameters
    ----------
    folder : Path
        What `write_places` wrote.

    Raises
    ------
    StoreError
        When it is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._index = NameIndex.load(folder / "names")
        try:
            table = pq.read_table(folder / "starts.parquet").combine_chunks()
        except (OSError, pa.ArrowException) as error:
            raise StoreError(f"The names in {folder} cannot be read ({error}); build the store again.") from error
        self._table = table
        self._starts = table["start"]
        self._names = dict(zip(table["place_id"].to_pylist(), table["name"].to_pylist(), strict=True))

    def find(self, text: str, limit: int = 10) -> list[FoundPlace]:
        """Find the places a viewer may mean.

        Parameters
        ----------
        text : str
            A name or its beginning, in any spelling and script; what is beyond 100 characters is passed over.
        limit : int, default 10
            Most places returned.

        Returns
        -------
        list of FoundPlace
            Each place once: those of the name, those whose name begins so, and where there are none of either,
            those of a similar name.
        """
        asked = text.strip()[:_LONGEST_NAME]
        if not any(map(str.isalnum, asked)):
            return []
        found = list(self._find_whole(asked, limit, near=False)) + list(self._find_beginnings(asked))
        if not found:
            found = list(self._find_whole(asked, limit, near=True))
        best: dict[str, FoundPlace] = {}
        for place in found:
            best.setdefault(place.place_id, place)
        return list(best.values())[:limit]

    def _find_whole(self, asked: str, limit: int, *, near: bool) -> Iterator[FoundPlace]:
        for match in self._index.look_up(asked, limit=limit, near=near):
            if match.likeness >= _NEAR_AT_LEAST:
                yield FoundPlace(match.place_id, self._names[match.place_id], match.name, match.method)

    def _find_beginnings(self, asked: str) -> list[FoundPlace]:
        start = plain(asked)
        if len(start) < _SHORTEST_BEGINNING:
            return []
        first = bisect_left(range(len(self._starts)), start, key=lambda row: self._starts[row].as_py())
        rows = self._table.slice(first, _BEGINNINGS_SEEN).to_pylist()
        found = [row for row in rows if row["start"].startswith(start)]
        # The shortest is the nearest to what was typed; a preferred name goes before an alias as long.
        found.sort(key=lambda row: (len(row["start"]), row["spelling"] != row["name"], row["name"], row["place_id"]))
        return [FoundPlace(row["place_id"], row["name"], row["spelling"], "beginning") for row in found]


def _list_starts(spelling: str) -> list[str]:
    """What a viewer may begin to type: the name from each of its words on, with and without the article."""
    words = [word for word in _BETWEEN_WORDS.split(spelling) if plain(word)]
    starts = [plain(" ".join(words[at:])) for at in range(len(words))]
    return list(dict.fromkeys([*starts, plain(fold(spelling))]))


def _list_names(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, bool]]:
    for row in rows:
        yield row["place_id"], row["name"], True
        for alias in row["aliases"] or ():
            yield row["place_id"], alias, False
