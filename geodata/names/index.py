"""All names of a gazetteer, ready to be looked up in any spelling.

Everything is a sorted array or an Arrow column, so that a prepared index is mapped from disk rather than read.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from geodata.errors import StoreError
from geodata.languages import plain
from geodata.model import Because, Method, ReasonKind, because
from geodata.names.spelling import LIKENESS, bones, fold, short_name_loss, sounds, variants
from geodata.wording import say

_Ints = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float32]

ACCEPT_NEAR = 0.88
"""Likeness from which a near name may be taken for one of the places of a country with nothing else to go by.

Source: 12,036 Syrian places, of which it takes 2 % of 300 words that name none (tests/benchmarks/bench_names.py).
"""

ACCEPT_NEAR_IN_CONTEXT = 0.77
"""Likeness from which a near name may be taken for one of few hundred places, such as a district's; same source."""

# Names less alike are never worth showing, not even as a suggestion.
_NEAR_AT_LEAST = 0.4
_FORMAT = 2
# A scan of more spellings than this takes longer than a look-up may.
_SCAN_AT_MOST = 25_000
_SETS_KEPT = 64
_SUPPORTING_NAMES = 3
# A shorter skeleton with one consonant missing says nothing any more.
_SHORTEST_WITH_NEIGHBOURS = 4
_KEY_KINDS = ("plain", "fold", "bones", "neighbours")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place whose name is, or is like, the one looked up.

    Attributes
    ----------
    place_id : str
        The place.
    name : str
        The gazetteer's spelling that matched.
    likeness : float
        From 0 to 1.
    method : Method
        The preferred name, whatever its capitals, marks, hyphens and spaces; another name, likewise; the same once
        folded; similar.
    is_of_region : bool
        Whether the text names a region by a word made of the name: "Харківщина" of Kharkiv.
    """

    place_id: str
    name: str
    likeness: float
    method: Method
    is_of_region: bool = False

    @property
    def because(self) -> Because:
        """How it matched."""
        if self.is_of_region:
            return because(ReasonKind.NAMED_AFTER, name=self.name)
        match self.method:
            case Method.NAME:
                return because(ReasonKind.SAME_NAME)
            case Method.ALIAS:
                return because(ReasonKind.SAME_ALIAS, name=self.name)
            case Method.SPELLING:
                return because(ReasonKind.SAME_SPELLING, name=self.name)
        return because(ReasonKind.SPELT_NEARLY, name=self.name, percent=round(100 * self.likeness))

    @property
    def reason(self) -> str:
        """How it matched, in words."""
        return say(self.because)


class _Find(NamedTuple):
    """A row that answers a look-up; `support` is how like the looked-up name all names of the place are."""

    likeness: float
    support: float
    row: int
    method: Method


def _storable(text: str) -> str:
    """The text with a question mark for each lone surrogate, which no file format holds."""
    return text.encode("utf-8", "replace").decode()


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class _Keys:
    """Hashes in order, and the row each stands for; several rows may share a hash."""

    hashes: npt.NDArray[np.uint64]
    rows: _Ints

    def find(self, key: str) -> _Ints:
        value = np.uint64(_hash(key))
        start = self.hashes.searchsorted(value)
        return self.rows[start : self.hashes.searchsorted(value, "right")]


class _KeyWriter:
    """Keys on their way into order; plain arrays, since a million tuples would not fit."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._rows = array("i")

    def add(self, row: int, *hashes: int) -> None:
        self._hashes.extend(hashes)
        self._rows.extend([row] * len(hashes))

    def close(self) -> _Keys:
        hashes = np.array(self._hashes, np.uint64)
        order = np.argsort(hashes, kind="stable")
        return _Keys(hashes[order], np.array(self._rows, np.int32)[order])


def _neighbours(frame: str) -> list[str]:
    """A skeleton and what is left of it when one consonant but the first is taken out."""
    if len(frame) < _SHORTEST_WITH_NEIGHBOURS:
        return []
    return [frame, *{frame[:at] + frame[at + 1 :] for at in range(1, len(frame))}]


@lru_cache(maxsize=65_536)
def _neighbour_hashes(frame: str) -> tuple[int, ...]:
    return tuple(_hash(each) for each in _neighbours(frame))


@dataclass(frozen=True, slots=True)
class _Subset:
    """The places a look-up is restricted to; `rows` and `sounds` only where few enough to be scanned."""

    numbers: _Ints
    rows: _Ints | None
    sounds: list[str]

    def __contains__(self, number: int) -> bool:
        at = int(self.numbers.searchsorted(number))
        return at < len(self.numbers) and int(self.numbers[at]) == number


class NameIndex:
    """Names of places, looked up by spelling, by folded spelling and by likeness.

    Made by `build` or `load`.
    """

    def __init__(self, names: pa.Table, place_ids: pa.Table, keys: dict[str, _Keys]) -> None:
        self._table = names
        self._place_table = place_ids
        self._keys = keys
        self._names = _only_chunk(names["name"])
        self._sounds = _only_chunk(names["sounds"])
        self._places: _Ints = _only_chunk(names["place"]).to_numpy()
        self._counts = np.bincount(self._places, minlength=len(place_ids))
        self._preferred = _only_chunk(names["preferred"]).to_numpy()
        self._weights: _Floats = _only_chunk(names["weight"]).to_numpy()
        self._place_ids = _only_chunk(place_ids["place_id"])
        self._subsets: OrderedDict[frozenset[str], _Subset] = OrderedDict()

    def __len__(self) -> int:
        return len(self._place_ids)

    @classmethod
    def build(cls, names: Iterable[tuple[str, str, bool]]) -> "NameIndex":
        """Prepare names for look-ups.

        Parameters
        ----------
        names : iterable of (str, str, bool)
            Place id, name, and whether it is the preferred name of the place; in any order.

        Returns
        -------
        NameIndex
        """
        given = sorted(set(names))
        place_ids = list(dict.fromkeys(place_id for place_id, _, _ in given))
        numbers = {place_id: number for number, place_id in enumerate(place_ids)}
        keys = {kind: _KeyWriter() for kind in _KEY_KINDS}
        rows: list[tuple[str, str, int, int, float]] = []
        for place_id, name, preferred in given:
            keys["plain"].add(len(rows), _hash(plain(name)))
            folds = variants(name)
            keys["fold"].add(len(rows), _hash(next(iter(folds))))
            for folded, weight in folds.items():
                sounded = sounds(folded)
                frame = bones(sounded)
                keys["bones"].add(len(rows), _hash(frame))
                keys["neighbours"].add(len(rows), *_neighbour_hashes(frame))
                rows.append((_storable(name), sounded, numbers[place_id], int(preferred), weight))
        places = pa.table({"place_id": pa.array([_storable(place_id) for place_id in place_ids], pa.string())})
        return cls(_make_table(rows), places, {kind: writer.close() for kind, writer in keys.items()})

    def save(self, folder: Path) -> None:
        """Write the index to a folder, from which `load` maps it.

        Parameters
        ----------
        folder : pathlib.Path
            Made if missing; what it holds of an earlier index is overwritten.
        """
        folder.mkdir(parents=True, exist_ok=True)
        _write_table(self._table, folder / "names.arrow")
        _write_table(self._place_table, folder / "places.arrow")
        for kind, keys in self._keys.items():
            np.save(folder / f"{kind}-hashes.npy", keys.hashes, allow_pickle=False)
            np.save(folder / f"{kind}-rows.npy", keys.rows, allow_pickle=False)
        (folder / "index.json").write_text(json.dumps({"format": _FORMAT, "names": len(self._table)}), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "NameIndex":
        """Map a saved index; nothing is read before it is needed.

        Parameters
        ----------
        folder : pathlib.Path
            What `save` was given.

        Returns
        -------
        NameIndex

        Raises
        ------
        StoreError
            If the index is missing, of another format, or damaged.
        """
        try:
            about = json.loads((folder / "index.json").read_text("utf-8"))
            index = cls(
                _map_table(folder / "names.arrow"),
                _map_table(folder / "places.arrow"),
                {kind: _map_keys(folder, kind) for kind in _KEY_KINDS},
            )
            whole = about == {"format": _FORMAT, "names": len(index._table)} and index._is_consistent()
        except (OSError, ValueError, KeyError, IndexError, pa.ArrowException) as error:
            raise StoreError(f"The name index in {folder} cannot be read ({error}). Build it again.") from error
        if not whole:
            raise StoreError(f"The name index in {folder} is of another version or damaged. Build it again.")
        return index

    def _is_consistent(self) -> bool:
        """Whether no key and no row points beyond its table, as after mixing the files of two builds."""
        pointers = [(self._places, len(self))] + [(keys.rows, len(self._table)) for keys in self._keys.values()]
        lengths = all(len(keys.rows) == len(keys.hashes) for keys in self._keys.values())
        return lengths and all(not len(at) or (at.min() >= 0 and at.max() < size) for at, size in pointers)

    def look_up(
        self, toponym: str, *, limit: int = 10, among: Collection[str] | None = None, near: bool = True
    ) -> list[NameMatch]:
        """Find the places a name may mean.

        Parameters
        ----------
        toponym : str
            A name in any spelling and script.
        limit : int, default 10
            Most places returned.
        among : collection of str, optional
            Place ids to choose from, such as those of one governorate. A frozenset used again is prepared once;
            up to some thousand places are all compared, so that none is missed.
        near : bool, default True
            Whether to look for similar names too; without, a look-up takes some microseconds.

        Returns
        -------
        list of NameMatch
            Best first, one for each place.
        """
        subset = None if among is None else self._subset(among)
        finds = self._find_same(toponym, subset)
        if near:
            finds += self._find_near(toponym, subset, limit)
        return [self._explain(find) for find in self._pick(finds, limit)]

    def _pick(self, finds: list[_Find], limit: int) -> list[_Find]:
        """The best find of each place, best first; between homonyms, what is like the place's other names is better."""
        best: dict[int, _Find] = {}
        support: dict[int, float] = {}
        for find in finds:
            number = int(self._places[find.row])
            support[number] = max(support.get(number, 0.0), find.support)
            if number not in best or best[number].likeness < find.likeness:
                best[number] = find
        order = sorted(
            best, key=lambda number: (-best[number].likeness, -support[number], -self._counts[number], number)
        )
        return [best[number] for number in order[:limit]]

    def _subset(self, among: Collection[str]) -> _Subset:
        wanted = among if isinstance(among, frozenset) else frozenset(among)
        if wanted in self._subsets:
            self._subsets.move_to_end(wanted)
            return self._subsets[wanted]
        chosen = pa.compute.is_in(self._place_ids, value_set=pa.array(sorted(map(_storable, wanted)), pa.string()))
        numbers = np.flatnonzero(chosen.to_numpy(zero_copy_only=False)).astype(np.int32)
        rows = np.flatnonzero(np.isin(self._places, numbers)).astype(np.int32)
        few = len(rows) <= _SCAN_AT_MOST
        subset = _Subset(numbers, rows if few else None, self._sounds_of(rows) if few else [])
        self._subsets[wanted] = subset
        if len(self._subsets) > _SETS_KEPT:
            self._subsets.popitem(last=False)
        return subset

    def _sounds_of(self, rows: _Ints) -> list[str]:
        sounded: list[str] = self._sounds.take(pa.array(rows)).to_pylist()
        return sounded

    def _find_same(self, toponym: str, subset: _Subset | None) -> list[_Find]:
        finds = []
        for row in self._keys["plain"].find(plain(toponym)).tolist():
            method = Method.NAME if self._preferred[row] else Method.ALIAS
            finds.append(_Find(LIKENESS[method], 0.0, row, method))
        folded = fold(toponym)
        if folded:
            same = self._keys["fold"].find(folded).tolist()
            finds += [_Find(LIKENESS["spelling"], 0.0, row, Method.SPELLING) for row in same]
        return [find for find in finds if subset is None or int(self._places[find.row]) in subset]

    def _find_near(self, toponym: str, subset: _Subset | None, limit: int) -> list[_Find]:
        asked = [(sounds(folded), weight) for folded, weight in variants(toponym).items() if sounds(folded)]
        if not asked:
            return []
        if subset is not None and subset.rows is not None:
            rows, sounded = subset.rows, subset.sounds
        else:
            rows = self._block(asked, subset)
            sounded = self._sounds_of(rows)
        if not len(rows):
            return []
        alike = cdist([each for each, _ in asked], sounded, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        weights = np.array([weight for _, weight in asked], np.float32)
        alike = (alike * weights[:, None]).max(axis=0) * self._weights[rows] - short_name_loss(asked[0][0])
        shown = np.flatnonzero(alike >= _NEAR_AT_LEAST)
        return self._rank(rows[shown], alike[shown], limit) if len(shown) else []

    def _block(self, asked: list[tuple[str, float]], subset: _Subset | None) -> _Ints:
        parts = []
        for sounded, _ in asked:
            frame = bones(sounded)
            parts.append(self._keys["bones"].find(frame))
            parts += [self._keys["neighbours"].find(each) for each in _neighbours(frame)]
        rows: _Ints = np.unique(np.concatenate(parts))
        return rows if subset is None else rows[np.isin(self._places[rows], subset.numbers)]

    def _rank(self, rows: _Ints, alike: _Floats, limit: int) -> list[_Find]:
        """The best row of each of the best places, with the mean of the place's three likest names as its support."""
        places = self._places[rows]
        order = np.lexsort((-alike, places))
        ranked = alike[order]
        first = np.flatnonzero(np.diff(places[order], prepend=-1))
        counts = np.diff(first, append=len(order))
        nth = [
            np.where(counts > n, ranked[np.minimum(first + n, len(order) - 1)], 0.0) for n in range(_SUPPORTING_NAMES)
        ]
        best, support = nth[0], np.mean(nth, axis=0)
        kept = np.lexsort((-support, -best))[:limit].tolist()
        return [
            _Find(min(LIKENESS["near"], float(best[at])), float(support[at]), int(rows[order[first[at]]]), Method.NEAR)
            for at in kept
        ]

    def _explain(self, find: _Find) -> NameMatch:
        name: str = self._names[find.row].as_py()
        place_id: str = self._place_ids[int(self._places[find.row])].as_py()
        return NameMatch(place_id, name, find.likeness, find.method)


def _only_chunk(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array without copying it; an empty table has no chunk."""
    return column.chunk(0) if column.num_chunks else pa.array([], column.type)


def _make_table(rows: list[tuple[str, str, int, int, float]]) -> pa.Table:
    types: dict[str, Any] = {
        "name": pa.string(),
        "sounds": pa.string(),
        "place": pa.int32(),
        "preferred": pa.uint8(),
        "weight": pa.float32(),
    }
    return pa.table({name: pa.array([row[at] for row in rows], kind) for at, (name, kind) in enumerate(types.items())})


def _write_table(table: pa.Table, path: Path) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=max(1, len(table)))


def _map_table(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _map_keys(folder: Path, kind: str) -> _Keys:
    hashes = np.load(folder / f"{kind}-hashes.npy", mmap_mode="r", allow_pickle=False)
    rows = np.load(folder / f"{kind}-rows.npy", mmap_mode="r", allow_pickle=False)
    return _Keys(np.asarray(hashes), np.asarray(rows))
