"""Two rows of a list that name the same settlement -> one row.

A list put together from several sources has a settlement twice where they spell or place it differently. How far
apart its two rows may lie is chosen by counting, in a list of 11,680 Syrian settlements from GeoNames and the UN's
register of places. The table counts pairs of rows of one governorate of which at most one row is registered. Such a
pair may still be two settlements. The numbers in brackets estimate how many pairs are, from the pairs of which both
rows are registered: those are two settlements for certain.

    kilometres apart                            to 1    1 to 2    2 to 3    3 to 5
    the same preferred name                    3 (0)    43 (6)    17 (6)    34 (6)
    that of one is another name of the other  84 (7)    75 (6)   12 (15)   16 (26)

Where no source has both rows, 9 pairs lie between 3 and 5 km, 4 between 5 and 10, 5 between 10 and 20. So of ten rows
merged one may be a settlement of its own, never more than 5 km off. The note of a row tells what was merged into it.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from geodata.names import fold, split_name

Row = dict[str, str]

SAME_NAME_KM = 3.0
"""Distance up to which two rows with the same preferred name are one settlement."""

OTHER_NAME_KM = 2.0
"""The same where the preferred name of one is another name of the other."""

TWO_SOURCES_KM = 5.0
"""The same where no source has both rows: then they may differ about where it lies."""

# Registers that list a settlement once; rows with two of their numbers are two settlements, however alike.
_REGISTERS = frozenset({"ocha", "pcode"})
_KM_A_DEGREE = 111.2
_FURTHEST_DEG = TWO_SOURCES_KM / _KM_A_DEGREE


@dataclass(frozen=True, slots=True)
class _Listed:
    """A settlement of a list: its row, and what it is compared by."""

    row: Row
    name: str
    names: frozenset[str]
    sides: tuple[str, ...]
    ids: frozenset[str]
    lat: float
    lon: float

    @property
    def sources(self) -> frozenset[str]:
        schemes = frozenset(each.split(":")[0] for each in self.ids if ":" in each)
        return schemes or frozenset({self.row["source"]})

    @property
    def registered(self) -> frozenset[str]:
        return frozenset(each for each in self.ids if each.split(":")[0] in _REGISTERS)


@dataclass(slots=True)
class _Settlement:
    """Rows held to be one settlement, with what is registered of them."""

    members: list[int]
    registered: frozenset[str] = field(default_factory=frozenset)


def merge_settlements(rows: Sequence[Row]) -> list[Row]:
    """Make one row of the rows of a list that name the same settlement.

    Parameters
    ----------
    rows : sequence of dict
        Rows by the contract of the gazetteer, `admin1` already a `place_id`; other names between semicolons.

    Returns
    -------
    list of dict
        In the order given. A merged row has the names and numbers of all; its `note` tells what was merged into it and
        how far off that lay. Rows of other kinds, and those whose first division is not known, are as they were.
    """
    listed = {number: one for number, row in enumerate(rows) if (one := _read(row))}
    settlement_of = {number: _Settlement([number], one.registered) for number, one in listed.items()}
    for _, first, second in sorted(_find_pairs(listed)):
        into, other = settlement_of[first], settlement_of[second]
        if into is other or _are_two(into.registered, other.registered):
            continue
        into.members += other.members
        into.registered |= other.registered
        settlement_of |= dict.fromkeys(other.members, into)
    united: dict[int, Row] = {}
    for number, settlement in settlement_of.items():
        members = sorted(settlement.members, key=lambda each: _rank(listed[each], each))
        if number == members[0]:
            united[number] = _unite([listed[each] for each in members]) if len(members) > 1 else rows[number]
    return [united.get(number, row) for number, row in enumerate(rows) if number in united or number not in listed]


def _read(row: Row) -> _Listed | None:
    if not row["feature_code"].startswith("PPL") or not row["admin1"]:
        return None
    names = frozenset(filter(None, map(fold, _names(row))))
    ids = frozenset(each.strip() for each in row["source_id"].split(";"))
    sides = tuple(sorted(split_name(row["name"]).sides))
    return _Listed(row, fold(row["name"]), names, sides, ids, float(row["lat"]), float(row["lon"]))


def _names(row: Row) -> list[str]:
    return [name for name in map(str.strip, (row["name"], *row["aliases"].split(";"))) if name]


def _find_pairs(listed: Mapping[int, _Listed]) -> Iterator[tuple[float, int, int]]:
    """Give the pairs that may be one settlement, with their distance in kilometres."""
    alike: defaultdict[tuple[str, str, str], list[tuple[int, _Listed]]] = defaultdict(list)
    for number, one in listed.items():
        for name in one.names:
            alike[one.row["country_code"], one.row["admin1"], name].append((number, one))
    for bearers in alike.values():
        bearers.sort(key=lambda bearer: bearer[1].lat)
        for at, (first, one) in enumerate(bearers):
            for second, other in bearers[at + 1 :]:
                if other.lat - one.lat > _FURTHEST_DEG:
                    break
                km = _measure_km(one, other)
                if km <= _limit_km(one, other):
                    yield km, min(first, second), max(first, second)


def _limit_km(one: _Listed, other: _Listed) -> float:
    """Tell how far apart two rows with a name in common may lie to be one settlement; less than 0 for never."""
    is_named = one.name in other.names or other.name in one.names
    if not is_named or one.sides != other.sides or _are_two(one.registered, other.registered):
        return -1.0
    if one.sources.isdisjoint(other.sources):
        return TWO_SOURCES_KM
    return SAME_NAME_KM if one.name == other.name else OTHER_NAME_KM


def _are_two(registered: frozenset[str], other: frozenset[str]) -> bool:
    return bool(registered and other) and registered.isdisjoint(other)


def _measure_km(one: _Listed, other: _Listed) -> float:
    """Give the distance of two near points; so near, the earth is flat."""
    east = (other.lon - one.lon + 180) % 360 - 180
    return _KM_A_DEGREE * math.hypot(other.lat - one.lat, east * math.cos(math.radians(one.lat)))


def _rank(one: _Listed, number: int) -> tuple[bool, bool, int, int]:
    """Order the rows of a settlement: registered, of a telling kind, with many names, early in the list."""
    return not one.registered, one.row["feature_code"] == "PPL", -len(_names(one.row)), number


def _unite(settlement: Sequence[_Listed]) -> Row:
    best, *others = settlement
    rows = [one.row for one in settlement]
    notes = [
        f"also listed as {one.row['name']} ({' '.join(sorted(one.ids))}) {_measure_km(best, one):.1f} km away"
        for one in others
    ]
    aliases = dict.fromkeys(name for row in rows for name in _names(row))
    ids = dict.fromkeys(each for row in rows for each in row["source_id"].split(";") if each)
    return {
        **best.row,
        "aliases": ";".join(name for name in aliases if name != best.row["name"]),
        "source": "; ".join(dict.fromkeys(row["source"] for row in rows if row["source"])),
        "source_id": ";".join(ids),
        "population": next((row["population"] for row in rows if row["population"]), ""),
        "note": "; ".join(filter(None, (*(row["note"] for row in rows), *notes))),
    }
