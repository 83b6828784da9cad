"""A store written straight into its tables, so that any text can stand in any field."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
from shapely.geometry import box

from geodata.store.builds import write_status, write_store
from geodata.store.tables import SCHEMAS, Tables

FIRST = date(2017, 11, 1)
HOSTILE = (
    '<img src=x onerror="window.pwned=1">',
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "${window.pwned=1}",
    "`;window.pwned=1;`",
    "';window.pwned=1;//",
    '");window.pwned=1;("',
    "{{ 7*'7' }}{% if 1 %}pwned{% endif %}",
    "<svg/onload=window.pwned=1>",
    "<!-- --><b onmouseover=window.pwned=1>bold</b>",
    "[x](javascript:window.pwned=1) ![i](http://evil.example/i.png)",
    ":material/delete: :red[loud] :smile: $\\LaTeX$ **bold**",
    "\u202egnirts\u202c right to left",
    "nul\x00 bell\x07 escape\x1b",
    "&lt;img src=x&gt; &amp; &#x3C;",
    "\\u003cimg src=x onerror=window.pwned=1\\u003e",
    "_feature_group_0 map_div line\u2028paragraph\u2029",
)


def write_made_store(folder: Path, names: Sequence[str], version: str = "00000000000000aa") -> None:
    """Write a store with one region and one settlement for each name, the name standing in every field of text.

    Settlement `p<i>` has a dated statement in report `r<i>` and shares with region `g<i>` its name; each report
    also has an undated statement and one whose name could not be placed.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for i, name in enumerate(names):
        _add_name(rows, i, name)
    tables = {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in SCHEMAS.items()}
    cells = [box(40 + i % 5, 33 + i // 5, 41 + i % 5, 34 + i // 5) for i in range(len(names))]
    regions = gpd.GeoDataFrame(
        {
            "place_id": [f"g{i}" for i in range(len(names))],
            "name": list(names),
            "feature_code": "ADM1",
            "country_code": "XA",
        },
        geometry=cells,
        crs=4326,
    )
    write_store(folder, version, Tables(tables, regions), {"engine": "made", "inputs": {}, "counts": {}})
    write_status(folder, "ok", "2017-12-01T00:00:00")


def tell(kind: str, **parts: str) -> str:
    """Write one reason as the store holds it."""
    return json.dumps([[kind, parts]], ensure_ascii=False)


def _add_name(rows: dict[str, list[dict[str, Any]]], i: int, name: str) -> None:
    day = FIRST + timedelta(days=i % 10)
    region, place, report = f"g{i}", f"p{i}", f"r{i}"
    for place_id, code, kind, containers in ((region, "ADM1", "region", []), (place, "PPL", "settlement", [region])):
        rows["places"].append(
            {"place_id": place_id, "name": name, "feature_code": code, "kind": kind, "containers": containers}
            | {"country_code": "XA", "admin1": "", "admin2": "", "source": name, "source_id": "", "note": name}
            | {"lat": 33.5 + i // 5, "lon": 40.5 + i % 5, "aliases": [name]}
        )
    texts = [f"Lead {name} trail", f"Undated {name} trail", f"Unplaced {name} trail"]
    whole, at = "\n".join(texts), 0
    rows["reports"].append(
        {"report_id": report, "title": name, "source": name, "url": f"javascript:{name}", "published_on": day}
        | {"published_basis": name, "language": "en", "path": name, "line": 0, "text": whole, "statements": 3}
    )
    for n, text in enumerate(texts):
        dated = day if n != 1 else None
        key = {"report_id": report, "statement_id": f"{report}s{n}"}
        rows["statements"].append(
            key
            | {"ordinal": n, "start": at, "end": at + len(text), "text": text, "kind": "statement", "speaker": name}
            | {"event_start": dated, "event_end": dated, "date_precision": "day" if dated else "none"}
            | {"date_basis": name, "date_kind": "explicit", "date_because": tell("explicit", words=name)}
            | {"speaker_basis": name, "speaker_kind": "speaker_named", "speaker_because": tell("speaker_named")}
            | {"published_on": day, "source": name}
        )
        start = at + text.index(name)
        placed = place if n < 2 else None
        rows["mentions"].append(
            key
            | {
                "start": start,
                "end": start + len(name),
                "toponym": name,
                "use": "literal",
                "asked": "",
                "spotted": name,
                "spotted_kind": "listed",
            }
            | {"place_id": placed, "matched_name": name if placed else "", "score": 1.0 if placed else 0.0}
            | {"method": "alias" if placed else "unresolved", "reason": name, "candidates": []}
            | {"reason_kind": "same_alias", "reason_because": tell("same_alias", name=name)}
        )
        at += len(text) + 1
        if placed:
            rows["place_statements"] += [
                key
                | {"place_id": place_id, "event_start": dated, "event_end": dated, "date_precision": "day"}
                | {"published_on": day, "score": 1.0, "certain": i % 4 > 0, "own": place_id == place}
                for place_id in (place, region)
            ]
