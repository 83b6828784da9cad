"""Filtered statements as CSV, GeoJSON and Parquet, their sources and licences inside; no Streamlit.

The same rows give the same bytes. Every format has one row for each statement and place it names; a statement without
a place has one row without.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard import words
from geodata.store import Store

STATEMENTS_AT_MOST = 100_000
"""Larger downloads would be held in the server's memory for each session that asks."""

SCHEMA = pa.schema(
    [
        ("statement_id", pa.string()),
        ("report_id", pa.string()),
        ("title", pa.string()),
        ("source", pa.string()),
        ("url", pa.string()),
        ("published_on", pa.date32()),
        ("event_start", pa.date32()),
        ("event_end", pa.date32()),
        ("date_precision", pa.string()),
        ("date_basis", pa.string()),
        ("speaker", pa.string()),
        ("text", pa.string()),
        ("place_id", pa.string()),
        ("name", pa.string()),
        ("kind", pa.string()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("toponym", pa.string()),
        ("score", pa.float64()),
        ("method", pa.string()),
        ("place_source", pa.string()),
    ]
)
"""Columns of every format. Days are those of the statements table, lat and lon WGS 84 degrees: of a settlement its
point, of a region with a polygon a point inside that. `score` and `method` tell how `toponym` went to the place."""

_DECIMALS = 5
_SOURCES_NAMED = 20
# A spreadsheet runs a cell that begins so; the wide forms count too, for some fold them.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_IGNORED_FIRST = " \u00a0\u200b\u200e\u200f\ufeff"
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "\ufffd")

_ROWS = """
    SELECT s.statement_id, s.report_id, r.title, s.source, r.url, s.published_on, s.event_start, s.event_end,
           s.date_precision, s.date_basis, s.speaker, s.text, m.place_id, g.name, g.kind, g.lat, g.lon,
           m.toponym, m.score, m.method, g.source AS place_source
    FROM statements s
    JOIN reports r ON r.report_id = s.report_id
    LEFT JOIN (
        SELECT statement_id, place_id, max(score) AS score, first(method ORDER BY score DESC, "start") AS method,
               first(toponym ORDER BY score DESC, "start") AS toponym
        FROM mentions
        WHERE use = 'literal' AND place_id IS NOT NULL AND ($all_places OR list_contains($place_ids, place_id))
              AND statement_id IN (SELECT unnest($statement_ids))
              AND ($all_matches OR (statement_id, place_id) IN (
                  SELECT (statement_id, place_id) FROM place_statements WHERE own AND list_contains($matches, certain)
              ))
        GROUP BY statement_id, place_id
    ) m ON m.statement_id = s.statement_id
    LEFT JOIN places g ON g.place_id = m.place_id
    WHERE s.statement_id IN (SELECT unnest($statement_ids))
    ORDER BY s.event_start NULLS LAST, s.event_end, s.report_id, s.ordinal, m.place_id
"""


@dataclass(frozen=True)
class Export:
    """Rows to be written, and what has to be said of them.

    Attributes
    ----------
    rows : pandas.DataFrame
        Columns of `SCHEMA`, in order of event, report, place in the text, and place_id.
    attribution : str
        Where places and reports are from, with licences; what is left out.
    """

    rows: pd.DataFrame
    attribution: str


def read_export(
    store: Store,
    statement_ids: Sequence[str],
    place_ids: Sequence[str] | None = None,
    matches: Sequence[str] = (),
) -> Export:
    """Read what is to be written of some statements.

    Parameters
    ----------
    store : Store
        The build.
    statement_ids : sequence of str
        The statements, those to be kept first where they are more than `STATEMENTS_AT_MOST`.
    place_ids : sequence of str, optional
        Places to keep, as filters on places do; None keeps all.
    matches : sequence of {"certain", "uncertain"}, optional
        Placements to keep; none keeps all.

    Raises
    ------
    StoreError
        When a file of the build cannot be read.
    """
    rows = store.query(
        _ROWS,
        statement_ids=list(statement_ids[:STATEMENTS_AT_MOST]),
        all_places=place_ids is None,
        place_ids=list(place_ids or ()),
        all_matches=not matches,
        matches=[match == "certain" for match in matches],
    )
    return make_export(_place_regions(rows, store), len(statement_ids))


def make_export(rows: pd.DataFrame, statements: int) -> Export:
    """Put rows of `SCHEMA` together with their attribution; `statements` is how many were asked for."""
    places = [words.SOURCE_NAMES.get(name, name) for name in _list_distinct(rows["place_source"])]
    sentences = [
        _say_sources(words.ATTRIBUTION_REPORTS, _list_distinct(rows["source"])),
        _say_sources(words.ATTRIBUTION_PLACES, places),
        words.ATTRIBUTION_MADE,
    ]
    if statements > STATEMENTS_AT_MOST:
        sentences.append(words.ATTRIBUTION_CUT.format(shown=STATEMENTS_AT_MOST, total=statements))
    return Export(rows[SCHEMA.names], " ".join(filter(None, sentences)))


def write_csv(export: Export) -> bytes:
    """Write CSV: UTF-8 with its mark, every text in quotation marks and none of them a formula, attribution last.

    Notes
    -----
    The attribution is a column and not a comment, for neither a spreadsheet nor pandas passes comments over.
    Source: https://owasp.org/www-community/attacks/CSV_Injection for the signs a formula begins with.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([*SCHEMA.names, "attribution"])
    attribution = make_cell(export.attribution)
    for row in _list_rows(export, make_cell):
        writer.writerow(["" if value is None else value for value in (*row.values(), attribution)])
    return out.getvalue().encode("utf-8-sig")


def write_geojson(export: Export) -> bytes:
    """Write GeoJSON (RFC 7946): a point for each row, null where it has no place; attribution as a member."""
    features = [_make_feature(row) for row in _list_rows(export, _clean)]
    collection = {"type": "FeatureCollection", "attribution": export.attribution, "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=str).encode()


def write_parquet(export: Export) -> bytes:
    """Write Parquet by `SCHEMA`, the attribution in the metadata of the file."""
    schema = SCHEMA.with_metadata({"attribution": export.attribution})
    table = pa.Table.from_pylist(_list_rows(export, _clean), schema=schema)
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


WRITERS: Mapping[str, Callable[[Export], bytes]] = {
    "csv": write_csv,
    "geojson": write_geojson,
    "parquet": write_parquet,
}
"""How to write each format, by the ending of its file."""


def make_cell(text: str) -> str:
    """Make a text safe as a cell: what a spreadsheet would run as a formula gets an apostrophe before it."""
    cleaned = _clean(text)
    return f"'{cleaned}" if cleaned.lstrip(_IGNORED_FIRST).startswith(_FORMULA) else cleaned


_DAYS = [field.name for field in SCHEMA if field.type == pa.date32()]
_NUMBERS = [field.name for field in SCHEMA if field.type == pa.float64()]


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)


def _list_rows(export: Export, make_text: Callable[[str], str]) -> list[dict[str, Any]]:
    """List rows of plain values: days, numbers rounded, texts as made, None for what is missing."""
    columns = {name: _list_values(export.rows[name], make_text) for name in SCHEMA.names}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _list_values(column: pd.Series, make_text: Callable[[str], str]) -> list[Any]:
    values: list[Any] = column.tolist()
    if column.name in _DAYS:
        values = pd.to_datetime(column).dt.date.tolist()
    elif column.name in _NUMBERS:
        values = column.astype(float).round(_DECIMALS).tolist()
    else:
        values = [make_text(value) if isinstance(value, str) else None for value in values]
    return [None if gone else value for value, gone in zip(values, column.isna(), strict=True)]


def _make_feature(row: dict[str, Any]) -> dict[str, Any]:
    lat, lon = row.pop("lat"), row.pop("lon")
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    # A statement has a feature for each place, and a feature's id must be its own.
    name = f"{row['statement_id']}:{row['place_id']}" if row["place_id"] else row["statement_id"]
    return {"type": "Feature", "id": name, "geometry": point, "properties": row}


def _place_regions(rows: pd.DataFrame, store: Store) -> pd.DataFrame:
    """Move what has a polygon to a point inside it: a seat or a centre may lie outside."""
    named = set(rows["place_id"].dropna())
    regions = store.regions()
    regions = regions[regions["place_id"].isin(named)]
    inside = regions.set_index("place_id").geometry.representative_point()
    return rows.assign(
        lat=rows["place_id"].map(inside.y).fillna(rows["lat"]), lon=rows["place_id"].map(inside.x).fillna(rows["lon"])
    )


def _list_distinct(column: pd.Series) -> list[str]:
    return sorted({str(value) for value in column.dropna() if value})


def _say_sources(sentence: str, sources: Sequence[str]) -> str:
    if not sources:
        return ""
    named = list(sources[:_SOURCES_NAMED])
    if len(sources) > len(named):
        named.append(words.MORE_SOURCES.format(n=len(sources) - len(named)))
    return sentence.format(sources="; ".join(named))
