"""Every name of a gazetteer as the recogniser meets it in running text, and what bears it.

All of it is sorted arrays, so that a prepared lexicon is mapped from disk rather than read.
"""

from array import array
from collections.abc import Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal
from zlib import crc32

import numpy as np
import numpy.typing as npt

from geodata.errors import StoreError
from geodata.gazetteer.kinds import bare_name
from geodata.gazetteer.places import Gazetteer
from geodata.model import Place
from geodata.names import LONGEST_CODE, key_of_name

Class = Literal["country", "capital", "region", "district", "area", "river", "settlement", "site"]
CLASSES: tuple[Class, ...] = ("country", "capital", "region", "district", "area", "river", "settlement", "site")

_STATES = frozenset({"country", "region", "area"})
SHORTEST_KEY = 3
MANY_NAMES = 150_000
"""From so many names on, chance makes a place of nearly any word: a small place's name alone is no evidence then."""

_FILTER_BITS_A_NAME = 24
_FEWEST_FILTER_BITS = 1 << 16
_CACHED = 50_000
_ARRAYS = ("hashes", "numbers", "preferred", "classes", "populations", "admin1s", "countries")


@dataclass(frozen=True, slots=True)
class Bearers:
    """The places that bear a name.

    Attributes
    ----------
    numbers : tuple of int
        Places by their number in the gazetteer, the most populous first.
    classes : frozenset of Class
        What they are.
    population : int
        Of the most populous; 0 where unknown.
    preferred : bool
        Whether it is the preferred name of the most populous, or of a country or region.
    """

    numbers: tuple[int, ...]
    classes: frozenset[Class]
    population: int
    preferred: bool


class Lexicon:
    """The names of a gazetteer by key; made by `build` or `load`."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]], bits: bytes) -> None:
        self._arrays = arrays
        self._hashes = arrays["hashes"]
        self._numbers = arrays["numbers"]
        self._preferred = arrays["preferred"]
        self._classes = arrays["classes"]
        self._populations = arrays["populations"]
        self._admin1s = arrays["admin1s"]
        self._countries = arrays["countries"]
        self._bits = bits
        self._mask = len(bits) * 8 - 1
        self._cache: dict[str, Bearers | None] = {}
        self.wary = len(self._hashes) >= MANY_NAMES and bool(self._populations.any())

    @classmethod
    def build(cls, gazetteer: Gazetteer) -> "Lexicon":
        """Collect the keys of a gazetteer's names."""
        hashes, numbers, preferred = array("Q"), array("i"), array("B")
        bits = bytearray(_filter_size(sum(1 + len(place.aliases) for place in gazetteer.places.values())) // 8)
        number_of = {place_id: number for number, place_id in enumerate(gazetteer.places)}
        last, seen = "", set[str]()
        for place_id, name, is_preferred in gazetteer.names():
            if place_id != last:
                last, seen = place_id, set()
            key = key_of_name(name)
            usable = len(key) >= SHORTEST_KEY or key.isupper() or name[-1] == "." or any(map(str.isdigit, key))
            if not usable or key in seen or bare_name(name):
                continue  # of "Raqqa province" the mention is the name alone, and that comes too
            seen.add(key)
            hashes.append(_hash(key))
            numbers.append(number_of[place_id])
            preferred.append(is_preferred)
            _mark(bits, key)
        order = np.argsort(np.frombuffer(hashes, np.uint64), kind="stable")
        arrays: dict[str, npt.NDArray[np.generic]] = {
            "hashes": np.frombuffer(hashes, np.uint64)[order],
            "numbers": np.frombuffer(numbers, np.int32)[order],
            "preferred": np.frombuffer(preferred, np.uint8)[order],
        }
        return cls(arrays | _describe_places(gazetteer, number_of), bytes(bits))

    def save(self, folder: Path) -> None:
        """Write the lexicon to a folder, from which `load` maps it."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, values in self._arrays.items():
            np.save(folder / f"lexicon-{name}.npy", values, allow_pickle=False)
        (folder / "lexicon-filter.bin").write_bytes(self._bits)

    @classmethod
    def load(cls, folder: Path) -> "Lexicon":
        """Map a saved lexicon.

        Raises
        ------
        StoreError
            If it is missing or damaged.
        """
        try:
            arrays = {
                name: np.load(folder / f"lexicon-{name}.npy", mmap_mode="r", allow_pickle=False).view(np.ndarray)
                for name in _ARRAYS
            }
            return cls(arrays, (folder / "lexicon-filter.bin").read_bytes())
        except (OSError, ValueError) as error:
            raise StoreError(f"The lexicon in {folder} cannot be read ({error}). Build it again.") from error

    def find(self, key: str) -> Bearers | None:
        """Find who bears a name.

        Parameters
        ----------
        key : str
            Result of `geodata.names.key_of_name`, or the keys of several words joined.

        Returns
        -------
        Bearers or None
            None when nobody does.
        """
        if key in self._cache:
            return self._cache[key]
        position = crc32(key.encode("utf-8", "surrogatepass")) & self._mask
        if not self._bits[position >> 3] >> (position & 7) & 1:
            return None
        if len(self._cache) >= _CACHED:
            self._cache.clear()
        found = self._cache[key] = self._find(key)
        return found

    def find_name(self, name: str) -> Bearers | None:
        """Find who bears a name as a text writes it; capitals may be a code ("US") or a word ("IRAQ")."""
        key = key_of_name(name)
        found = self.find(key)
        if found is None and key.isupper() and len(key) == LONGEST_CODE:
            return self.find(key.lower())
        return found

    def _find(self, key: str) -> Bearers | None:
        value = np.uint64(_hash(key))
        start = int(self._hashes.searchsorted(value))
        end = int(self._hashes.searchsorted(value, "right"))
        if start == end:
            return None
        numbers = self._numbers[start:end]
        rows = sorted(
            zip(
                (-self._populations[numbers]).tolist(),
                numbers.tolist(),
                self._preferred[start:end].tolist(),
                self._classes[numbers].tolist(),
                strict=True,
            )
        )
        preferred = bool(rows[0][2]) or any(row[2] and CLASSES[row[3]] in _STATES for row in rows)
        classes = frozenset(CLASSES[row[3]] for row in rows)
        return Bearers(tuple(row[1] for row in rows), classes, -rows[0][0], preferred)

    def classes_of(self, numbers: Sequence[int]) -> frozenset[Class]:
        """Tell what places are, by their numbers."""
        return frozenset(CLASSES[code] for code in self._classes[list(numbers)].tolist())

    def narrow(self, numbers: Sequence[int], where: Set[int], most: int) -> list[int]:
        """Choose among many bearers of a name the most populous, and those of given regions and countries.

        Parameters
        ----------
        numbers : sequence of int
            Most populous first.
        where : set of int
            Numbers of first divisions and of country rows.
        most : int
            How many are kept for their population; as many again for where they lie.

        Returns
        -------
        list of int
        """
        if len(numbers) <= most:
            return list(numbers)
        rest = list(numbers[most:])
        homes = zip(rest, self._admin1s[rest].tolist(), self._countries[rest].tolist(), strict=True)
        near, held = [], []
        for number, admin1, country in homes:
            if admin1 in where:
                near.append(number)
            elif country in where:
                held.append(number)
        return [*numbers[:most], *[*near, *held][:most]]


def _filter_size(names: int) -> int:
    size = _FEWEST_FILTER_BITS
    while size < names * _FILTER_BITS_A_NAME:
        size *= 2
    return size


def _mark(bits: bytearray, key: str) -> None:
    position = crc32(key.encode("utf-8", "surrogatepass")) & (len(bits) * 8 - 1)
    bits[position >> 3] |= 1 << (position & 7)


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def class_of(place: Place) -> Class:
    """Tell what a place is to the recogniser."""
    if place.feature_code == "PPLC":
        return "capital"
    if place.kind == "region":
        return "region" if place.feature_code == "ADM1" else "district"
    return place.kind


def _describe_places(gazetteer: Gazetteer, number_of: dict[str, int]) -> dict[str, npt.NDArray[np.generic]]:
    places = gazetteer.places.values()
    code = {name: number for number, name in enumerate(CLASSES)}
    home = {iso: number_of[place_id] for iso, place_id in gazetteer.country_ids.items()}
    return {
        "classes": np.array([code[class_of(place)] for place in places], np.uint8),
        "populations": np.array([place.population for place in places], np.int64),
        "admin1s": np.array([number_of.get(place.admin1, -1) for place in places], np.int32),
        "countries": np.array([home.get(place.country_code, -1) for place in places], np.int32),
    }
