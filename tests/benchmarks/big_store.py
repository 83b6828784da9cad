"""Write a store of any size, the same at every run, to measure with.

    python tests/benchmarks/big_store.py FOLDER [MENTIONS] [PLACES]

Places lie in the first divisions of the shipped polygons and are named in Latin or Arabic; a few are named very
often and most seldom, as in real news. Reports come in bursts over three years; one statement in ten is dated to
a week or a month, one in twenty not at all, one mention in fifty has no place, one in twelve comes with a claim.
"""

import hashlib
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import shapely

from geodata.model import ClaimKind
from geodata.store.builds import FORMAT, write_status, write_store
from geodata.store.tables import SCHEMAS, Tables

REGIONS = Path(__file__).parents[2] / "geodata" / "data" / "regions.geojson"
SEED = 11
FIRST_DAY = (date(2015, 1, 1) - date(1970, 1, 1)).days
DAYS = 3 * 365
MENTIONS = 1_000_000
PLACES = 10_000
STATEMENTS_OF_REPORT = 6
SYLLABLES = ("bu", "ha", "ra", "tel", "mi", "sha", "dei", "qa", "zor", "kam", "al", "su", "far", "nah", "jib", "wa")
ARABIC = ("بو", "حا", "را", "تل", "مي", "شا", "دي", "قا", "زور", "كم", "ال", "سو", "فر", "نه", "جب", "وا")
SOURCES = ("River Agency", "Hill Post", "وكالة السهل", "Agence du Nord", "Степь")
SPEAKERS = ("", "", "the spokesman", "a resident", "the governor's office")
# Shares of kinds of dates, and the days each spans; -1 stands for no date.
SPANS, SPAN_SHARES = (1, 3, 7, 30, 365, -1), (0.82, 0.03, 0.04, 0.05, 0.01, 0.05)
PRECISIONS = {1: "day", 3: "span", 7: "week", 30: "month", 365: "year", -1: "none"}
UNPLACED_SHARE = 0.02
UNCERTAIN_SHARE = 0.15
# As in the sample: 43 claims of 542 placed mentions.
CLAIM_SHARE = 0.08


@dataclass(frozen=True)
class Gazetteer:
    """Made settlements and the real regions around them, as columns."""

    ids: np.ndarray
    names: np.ndarray
    table: pa.Table
    containers: np.ndarray  # of each settlement: number of its first division and of its country
    regions: gpd.GeoDataFrame


def make_gazetteer(places: int, draw: np.random.Generator) -> Gazetteer:
    regions = gpd.read_file(REGIONS).rename(columns={"id": "place_id"})
    regions = regions[["place_id", "name", "feature_code", "country_code", "geometry"]]
    regions = regions.sort_values("place_id", ignore_index=True)
    divisions = regions[regions["feature_code"] == "ADM1"]
    country_of = regions[regions["feature_code"] == "PCLI"].set_index("country_code")["place_id"]
    divisions = divisions[divisions["country_code"].isin(country_of.index)]
    inside = draw.integers(0, len(divisions), places)
    lon, lat = draw_points(divisions.geometry.to_numpy()[inside], draw)
    names = make_names(places, draw)
    ids = np.array([f"big-{n:05d}" for n in range(places)])
    admin1 = divisions["place_id"].to_numpy(str)[inside]
    country = country_of[divisions["country_code"]].to_numpy(str)[inside]
    centres = regions.geometry.representative_point()
    division_country = regions["country_code"].map(country_of).fillna("").where(regions["feature_code"] == "ADM1", "")
    size = len(regions)
    table = pa.table(
        {
            "place_id": np.concatenate([ids, regions["place_id"].to_numpy(str)]),
            "name": np.concatenate([names, regions["name"].to_numpy(str)]),
            "feature_code": ["PPL"] * places + regions["feature_code"].tolist(),
            "country_code": divisions["country_code"].to_numpy(str)[inside].tolist() + regions["country_code"].tolist(),
            "admin1": np.concatenate([admin1, np.full(size, "")]),
            "admin2": [""] * (places + size),
            "lat": np.concatenate([lat, centres.y]),
            "lon": np.concatenate([lon, centres.x]),
            "aliases": [[name.upper()] for name in names] + [[]] * size,
            "source": ["made"] * places + ["naturalearth"] * size,
            "source_id": [""] * (places + size),
            "note": [""] * (places + size),
            "kind": ["settlement"] * places + ["region"] * size,
            "containers": [list(pair) for pair in zip(admin1, country, strict=True)]
            + [[name] if name else [] for name in division_country],
        },
        schema=SCHEMAS["places"],
    )
    number = {place_id: places + n for n, place_id in enumerate(regions["place_id"])}
    containers = np.array([[number[a], number[c]] for a, c in zip(admin1, country, strict=True)])
    return Gazetteer(table["place_id"].to_numpy(), names, table, containers, regions)


def draw_points(polygons: np.ndarray, draw: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw a point inside each polygon."""
    west, south, east, north = shapely.bounds(polygons).T
    lon, lat = np.full(len(polygons), np.nan), np.full(len(polygons), np.nan)
    while (open_ := np.isnan(lon)).any():
        x, y = draw.uniform(west, east), draw.uniform(south, north)
        hit = open_ & shapely.contains_xy(polygons, x, y)
        lon[hit], lat[hit] = x[hit], y[hit]
    return lon, lat


def make_names(places: int, draw: np.random.Generator) -> np.ndarray:
    """Make a name for each place, every fifth in Arabic; the number keeps them apart."""
    parts = draw.integers(0, len(SYLLABLES), (places, 3))
    names = []
    for n, three in enumerate(parts):
        alphabet = ARABIC if n % 5 == 4 else SYLLABLES
        names.append(f"{''.join(alphabet[i] for i in three).capitalize()} {n}")
    return np.array(names)


@dataclass(frozen=True)
class Statements:
    """Statements as columns: report, days, and which mentions each has."""

    report: np.ndarray
    start: np.ndarray
    end: np.ndarray
    span: np.ndarray
    published: np.ndarray
    first_mention: np.ndarray  # one longer than the statements
    place: np.ndarray  # of each mention
    score: np.ndarray  # of each mention
    placed: np.ndarray  # of each mention


def make_statements(mentions: int, places: int, draw: np.random.Generator) -> Statements:
    sizes = draw.choice([1, 2, 3, 4], mentions, p=[0.4, 0.3, 0.2, 0.1])
    ends = np.cumsum(sizes)
    count = int(np.searchsorted(ends, mentions, side="left")) + 1
    first_mention = np.concatenate([[0], np.minimum(ends[:count], mentions)])
    report = np.arange(count) // STATEMENTS_OF_REPORT
    # News comes in bursts: a day's share follows a heavy-tailed draw.
    shares = draw.pareto(3.0, DAYS) + 0.5
    published_of = FIRST_DAY + np.sort(draw.choice(DAYS, int(report[-1]) + 1, p=shares / shares.sum()))
    published = published_of[report]
    span = draw.choice(SPANS, count, p=SPAN_SHARES)
    start = published - np.minimum(draw.geometric(0.5, count) - 1, 20)
    start = np.where(span > 3, (start // np.maximum(span, 1)) * np.maximum(span, 1), start)
    popularity = 1.0 / np.arange(1, places + 1) ** 0.9
    place = draw.permutation(places)[draw.choice(places, mentions, p=popularity / popularity.sum())]
    return Statements(
        report=report,
        start=start,
        end=start + np.maximum(span, 1) - 1,
        span=span,
        published=published,
        first_mention=first_mention,
        place=place,
        score=np.where(draw.random(mentions) < UNCERTAIN_SHARE, 0.6, 0.95),
        placed=draw.random(mentions) >= UNPLACED_SHARE,
    )


def join_places(made: Statements, gazetteer: Gazetteer) -> dict[str, np.ndarray]:
    """Find each statement's places and the regions around them, once each: the columns of place_statements."""
    statement = np.repeat(np.arange(len(made.report)), np.diff(made.first_mention))
    kept = np.flatnonzero(made.placed)
    size = len(gazetteer.ids)
    own = statement[kept] * size + made.place[kept]
    around = [statement[kept] * size + gazetteer.containers[made.place[kept], level] for level in (0, 1)]
    keys = np.concatenate([own, *around])
    score = np.tile(made.score[kept], 3)
    order = np.lexsort((-score, keys))
    first = np.concatenate([[True], np.diff(keys[order]) > 0])
    keys, score = keys[order][first], score[order][first]
    statement, place = np.divmod(keys, size)
    # In order of event, the undated first, as the store has them.
    order = np.lexsort((place, np.where(made.span[statement] < 0, -1, made.start[statement])))
    return {"statement": statement[order], "place": place[order], "score": score[order]}


def make_tables(mentions: int, places: int, draw: np.random.Generator) -> Tables:
    gazetteer = make_gazetteer(places, draw)
    made = make_statements(mentions, places, draw)
    report_ids = np.array([f"r{n:07d}" for n in range(int(made.report[-1]) + 1)])
    statement_ids = np.array(
        [f"{report_ids[r]}-{hashlib.blake2b(b'%d' % n, digest_size=4).hexdigest()}" for n, r in enumerate(made.report)]
    )
    names = gazetteer.names[made.place].tolist()
    texts, starts = write_texts(made, names)
    lengths = np.array([len(text) + 1 for text in texts])
    # Offset of each statement in its report: what stands before it there.
    before = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    heads = np.flatnonzero(np.concatenate([[True], np.diff(made.report) > 0]))
    offset = before - before[heads][made.report]
    statement_of = np.repeat(np.arange(len(texts)), np.diff(made.first_mention))
    at = np.array(starts) + offset[statement_of]
    dated = made.span > 0
    days = {
        "event_start": pa.array(made.start.astype(np.int32), mask=~dated).cast(pa.date32()),
        "event_end": pa.array(made.end.astype(np.int32), mask=~dated).cast(pa.date32()),
        "date_precision": pa.array([PRECISIONS[span] for span in made.span.tolist()]),
        "published_on": pa.array(made.published.astype(np.int32)).cast(pa.date32()),
    }
    source = np.array(SOURCES)[np.arange(len(report_ids)) % len(SOURCES)]
    tables = {"places": gazetteer.table}
    tables["reports"] = pa.table(
        {
            "report_id": report_ids,
            "title": [f"Report {n}" for n in range(len(report_ids))],
            "source": source,
            "url": [""] * len(report_ids),
            "published_on": days["published_on"].take(pa.array(heads)),
            "published_basis": ["given"] * len(report_ids),
            "language": ["en"] * len(report_ids),
            "path": ["made.jsonl"] * len(report_ids),
            "line": np.arange(len(report_ids)) + 1,
            "text": ["\n".join(part) for part in split(texts, heads)],
            "statements": np.diff(np.append(heads, len(texts))),
            "digest": [""] * len(report_ids),
        },
        schema=SCHEMAS["reports"],
    )
    tables["statements"] = pa.table(
        {
            "report_id": report_ids[made.report],
            "statement_id": statement_ids,
            "ordinal": np.arange(len(texts)) - heads[made.report],
            "start": offset,
            "end": offset + lengths - 1,
            "text": texts,
            "kind": ["statement"] * len(texts),
            "speaker": np.array(SPEAKERS)[np.arange(len(texts)) % len(SPEAKERS)],
            **days,
            "speaker_basis": ["named in the text"] * len(texts),
            "speaker_kind": ["speaker_named"] * len(texts),
            "speaker_because": ['[["speaker_named",{}]]'] * len(texts),
            "date_basis": ["text"] * len(texts),
            "date_kind": ["explicit"] * len(texts),
            "date_because": ['[["explicit",{"words":"text"}]]'] * len(texts),
            "source": source[made.report],
        },
        schema=SCHEMAS["statements"],
    )
    ids = {"report": report_ids, "statement": statement_ids, "place": gazetteer.ids}
    tables["mentions"] = make_mentions(made, ids, names, at)
    tables["claims"] = make_claims(made, tables["statements"], ids["place"], np.random.default_rng(SEED + 1))
    rows = join_places(made, gazetteer)
    tables["place_statements"] = pa.table(
        {
            "place_id": gazetteer.ids[rows["place"]],
            "statement_id": statement_ids[rows["statement"]],
            "report_id": report_ids[made.report[rows["statement"]]],
            **{name: column.take(pa.array(rows["statement"])) for name, column in days.items()},
            "score": rows["score"],
            "certain": rows["score"] >= 0.7,
            "own": rows["place"] < places,
        }
    ).select(SCHEMAS["place_statements"].names)
    return Tables(tables, gazetteer.regions)


def write_texts(made: Statements, names: list[str]) -> tuple[list[str], list[int]]:
    """Write each statement, and tell where in it each name stands."""
    texts, starts = [], []
    bounds = made.first_mention.tolist()
    for n, (first, last) in enumerate(pairwise(bounds)):
        text = f"Observers counted {n % 97 + 2} vehicles near "
        for i in range(first, last):
            text += " and " if i > first else ""
            starts.append(len(text))
            text += names[i]
        texts.append(f"{text} before the road was closed again.")
    return texts, starts


def split(texts: list[str], heads: np.ndarray) -> list[list[str]]:
    bounds = [*heads.tolist(), len(texts)]
    return [texts[a:b] for a, b in pairwise(bounds)]


def make_mentions(made: Statements, ids: Mapping[str, np.ndarray], names: list[str], at: np.ndarray) -> pa.Table:
    size = len(names)
    statement = np.repeat(np.arange(len(made.report)), np.diff(made.first_mention))
    placed = pa.array(made.placed)
    empty = pa.array([[]], type=SCHEMAS["mentions"].field("candidates").type)
    return pa.table(
        {
            "report_id": ids["report"][made.report[statement]],
            "statement_id": ids["statement"][statement],
            "start": at,
            "end": at + np.char.str_len(np.array(names)),
            "toponym": names,
            "use": ["literal"] * size,
            "asked": [""] * size,
            "spotted": ["name"] * size,
            "spotted_kind": ["gazetteer_name"] * size,
            "place_id": pa.array(ids["place"][made.place], mask=~made.placed),
            "matched_name": pa.compute.if_else(placed, pa.array(names), ""),
            "score": np.where(made.placed, made.score, 0.0),
            "method": np.where(made.placed, "name", "unresolved"),
            "reason": np.where(made.placed, "its preferred name", "not in the gazetteer"),
            "reason_kind": np.where(made.placed, "same_name", "no_name"),
            "reason_because": np.where(made.placed, '[["same_name",{}]]', '[["no_name",{}]]'),
            "candidates": empty.take(pa.array(np.zeros(size, dtype=np.int32))),
        },
        schema=SCHEMAS["mentions"],
    )


def make_claims(made: Statements, statements: pa.Table, place_ids: np.ndarray, draw: np.random.Generator) -> pa.Table:
    """Draw claims about places as the statements name them; the words need not say so, for nobody reads them here."""
    chosen = np.flatnonzero(made.placed & (draw.random(len(made.place)) < CLAIM_SHARE))
    statement = np.repeat(np.arange(len(made.report)), np.diff(made.first_mention))[chosen]
    columns = [name for name in SCHEMAS["claims"].names if name in statements.column_names]
    claimed = statements.select(columns).take(pa.array(statement))
    drawn = {
        "place_id": place_ids[made.place[chosen]],
        "kind": np.array([kind.value for kind in ClaimKind])[draw.integers(0, len(ClaimKind), len(chosen))],
    }
    made_columns = {name: claimed[name] for name in columns} | {name: pa.array(value) for name, value in drawn.items()}
    return pa.table({name: made_columns[name] for name in SCHEMAS["claims"].names}, schema=SCHEMAS["claims"])


def write_big_store(folder: Path, mentions: int = MENTIONS, places: int = PLACES) -> str:
    """Write the store into a folder; give its version."""
    version = hashlib.blake2b(f"{FORMAT} {SEED} {mentions} {places}".encode(), digest_size=8).hexdigest()
    tables = make_tables(mentions, places, np.random.default_rng(SEED))
    counts = {name: table.num_rows for name, table in tables.tables.items()}
    write_store(folder, version, tables, {"engine": "made", "inputs": {}, "counts": counts})
    write_status(folder, "ok", "2018-01-01T00:00:00")
    return version


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    began = time.perf_counter()
    made_version = write_big_store(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:4]))
    print(f"Wrote build {made_version} to {sys.argv[1]} in {time.perf_counter() - began:.1f} s.")
