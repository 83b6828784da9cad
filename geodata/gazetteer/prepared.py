"""A gazetteer made ready once: places, names and lexicon in files that are mapped rather than read."""

import json
import mmap
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geodata.errors import GazetteerError, StoreError
from geodata.gazetteer.lexicon import Lexicon
from geodata.gazetteer.places import Gazetteer, read_gazetteer
from geodata.gazetteer.regions import read_regions
from geodata.model import Place
from geodata.names import NameIndex
from geodata.shipped import fingerprint_engine

_SEPARATOR = "\x1f"
_ALIAS_SEPARATOR = "\x1e"
_ABOUT = "prepared.json"


class PlaceTable(Mapping[str, Place]):
    """The places of a gazetteer in a mapped file; each is read when it is asked for.

    Parameters
    ----------
    folder : pathlib.Path
        What `save_places` was given.
    """

    def __init__(self, folder: Path) -> None:
        self._ids = (folder / "place-ids.txt").read_text("utf-8").split("\n")
        self._offsets: npt.NDArray[np.int64] = np.load(folder / "place-offsets.npy", allow_pickle=False)
        with (folder / "places.bin").open("rb") as file:
            self._rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._offsets) != len(self._ids) + 1 or self._offsets[-1] != len(self._rows):
            raise StoreError(f"The prepared places in {folder} are damaged. Delete the folder.")
        self._read: dict[str, Place] = {}

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {place_id: number for number, place_id in enumerate(self._ids)}

    def __getitem__(self, place_id: str) -> Place:
        place = self._read.get(place_id)
        if place is None:
            number = self._number_of[place_id]
            start, end = int(self._offsets[number]), int(self._offsets[number + 1])
            place = self._read[place_id] = _read_place(self._rows[start:end].decode())
        return place

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._number_of

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def save_places(places: Mapping[str, Place], folder: Path) -> None:
    """Write places so that a `PlaceTable` can map them."""
    folder.mkdir(parents=True, exist_ok=True)
    offsets = [0]
    with (folder / "places.bin").open("wb") as out:
        for place in places.values():
            offsets.append(offsets[-1] + out.write(_write_place(place).encode("utf-8", "replace")))
    np.save(folder / "place-offsets.npy", np.array(offsets, np.int64), allow_pickle=False)
    (folder / "place-ids.txt").write_text("\n".join(places), "utf-8")


def _write_place(place: Place) -> str:
    texts = (place.place_id, place.name, place.feature_code, place.country_code, place.admin1, place.admin2)
    more = (_ALIAS_SEPARATOR.join(place.aliases), place.source, place.source_id, place.note)
    numbers = (repr(place.lat), repr(place.lon), str(place.line), str(place.population))
    return _SEPARATOR.join((*texts, *numbers, *more))


def _read_place(row: str) -> Place:
    place_id, name, code, country, admin1, admin2, lat, lon, line, population, aliases, *more = row.split(_SEPARATOR)
    source, source_id, note = more
    return Place(
        place_id,
        name,
        code,
        country,
        admin1,
        admin2,
        float(lat),
        float(lon),
        tuple(aliases.split(_ALIAS_SEPARATOR)) if aliases else (),
        source,
        source_id,
        note,
        int(line),
        int(population),
    )


def open_gazetteer(path: Path, regions_path: Path | None, cache: Path) -> tuple[Gazetteer, Lexicon]:
    """Open a gazetteer by way of its prepared form, which is made when it is missing or out of date.

    Parameters
    ----------
    path : Path
        The gazetteer CSV.
    regions_path : Path or None
        GeoJSON of the polygons; None for no polygons.
    cache : Path
        Folder of prepared gazetteers; each lies in a folder named after the contents of its CSV and of our code.

    Returns
    -------
    gazetteer : Gazetteer
    lexicon : Lexicon

    Raises
    ------
    GazetteerError
        With every fault of the gazetteer or of the regions.
    """
    if not path.is_file():
        read_gazetteer(path, regions_path)
    folder = cache / _fingerprint(path)
    if not (folder / _ABOUT).is_file():
        _prepare(read_gazetteer(path), folder)
    places = PlaceTable(folder)
    regions, faults = read_regions(regions_path, places)
    if faults:
        raise GazetteerError(faults)
    about = json.loads((folder / _ABOUT).read_text("utf-8"))
    gazetteer = Gazetteer(places, regions, NameIndex.load(folder), about["countries"])
    return gazetteer, Lexicon.load(folder)


def _prepare(gazetteer: Gazetteer, folder: Path) -> None:
    save_places(gazetteer.places, folder)
    gazetteer.index.save(folder)
    Lexicon.build(gazetteer).save(folder)
    part = folder / f"{_ABOUT}.part"
    part.write_text(json.dumps({"countries": dict(gazetteer.country_ids)}), "utf-8")
    part.replace(folder / _ABOUT)


def _fingerprint(path: Path) -> str:
    """Hash the gazetteer and the engine: another version of either needs another preparation."""
    return blake2b(path.read_bytes() + fingerprint_engine().encode(), digest_size=8).hexdigest()
