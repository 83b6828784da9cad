"""A facet index of rows written by hand."""

from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.filters.index import FacetIndex, lay_out_facets

PLACES = pd.DataFrame(
    [
        ("east", "East", "region", "XA", ["xa"]),
        ("fort", "Fort", "site", "XA", ["east", "xa"]),
        ("mill", "Mill", "settlement", "XA", ["east", "xa"]),
        ("port", "Port", "settlement", "XA", ["west", "xa"]),
        ("ufer", "Ufer", "settlement", "XB", ["xb"]),
        ("west", "West", "region", "XA", ["xa"]),
        ("xa", "Aland", "country", "XA", []),
        ("xb", "Beland", "country", "XB", []),
    ],
    columns=["place_id", "name", "kind", "country_code", "containers"],
)


PLACE_IDS = PLACES["place_id"].tolist()


DAY = date(2017, 11, 9)


ROWS = [
    ("Agency", "", "day", DAY, [("mill", True)], 0),
    ("Agency", "a clerk", "week", DAY, [("mill", False), ("port", True)], 1),
    ("Agency", "", "none", None, [("fort", True)], 0),
    ("Bureau", "A clerk", "day", DAY, [("fort", False), ("east", True)], 0),
    ("Bureau", "", "day", date(2017, 12, 1), [("ufer", True)], 0),
    ("Bureau", "", "day", DAY, [], 2),
    ("", "", "day", DAY, [("xa", True)], 0),
    ("Agency", "", "day", DAY, [], 0),
    ("Agency", "", "none", None, [], 1),
]


def make_index(rows: list[tuple] = ROWS) -> FacetIndex:
    around = dict(zip(PLACES["place_id"], PLACES["containers"], strict=True))
    statements, placements, mentions = [], [], []
    for number, (source, speaker, precision, day, placed, unplaced) in enumerate(rows):
        key = {"statement": number}
        kind = "speaker_named" if speaker else "speaker_not_named"
        words = {"kind": "statement", "source": source, "speaker": speaker, "speaker_kind": kind}
        days = {"event_start": day, "event_end": day, "published_on": DAY}
        statements.append(words | days | {"date_precision": precision})
        for name, certain in placed:
            placements.append(key | {"place": PLACE_IDS.index(name), "certain": certain, "own": True})
        named = {name for name, _ in placed}
        for region in sorted({outer for name in named for outer in around[name]} - named):
            sure = any(certain for name, certain in placed if region in around[name])
            placements.append(key | {"place": PLACE_IDS.index(region), "certain": sure, "own": False})
        mentions += [key | {"place": at} for at in [*map(PLACE_IDS.index, named), *[-1] * unplaced]]
    types = {name: pa.string() for name in ("kind", "source", "speaker", "speaker_kind", "date_precision")}
    types |= {name: pa.date32() for name in ("event_start", "event_end", "published_on")}
    numbers = {"statement": pa.int32(), "place": pa.int32()}
    pairs = numbers | {"certain": pa.bool_(), "own": pa.bool_()}
    return lay_out_facets(
        pa.Table.from_pylist(statements, schema=pa.schema(types)),
        np.arange(len(rows), dtype=np.int32) // 2,
        pa.Table.from_pylist(placements, schema=pa.schema(pairs)),
        pa.Table.from_pylist(mentions, schema=pa.schema(numbers)),
        PLACES,
    )
