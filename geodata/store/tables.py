"""The columns of each table of the store."""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pyarrow as pa

_CANDIDATES = pa.list_(pa.struct([("place_id", pa.string()), ("score", pa.float64()), ("reason", pa.string())]))

SCHEMAS: Mapping[str, pa.Schema] = {
    "reports": pa.schema(
        [
            ("report_id", pa.string()),
            ("title", pa.string()),
            ("source", pa.string()),
            ("url", pa.string()),
            ("published_on", pa.date32()),
            ("published_basis", pa.string()),
            ("language", pa.string()),
            ("path", pa.string()),
            ("line", pa.int64()),
            ("text", pa.string()),
            ("statements", pa.int64()),
            ("digest", pa.string()),
        ]
    ),
    "statements": pa.schema(
        [
            ("report_id", pa.string()),
            ("statement_id", pa.string()),
            ("ordinal", pa.int64()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("text", pa.string()),
            ("kind", pa.string()),
            ("speaker", pa.string()),
            ("speaker_basis", pa.string()),
            ("speaker_kind", pa.string()),
            ("speaker_because", pa.string()),
            ("event_start", pa.date32()),
            ("event_end", pa.date32()),
            ("date_precision", pa.string()),
            ("date_basis", pa.string()),
            ("date_kind", pa.string()),
            ("date_because", pa.string()),
            ("published_on", pa.date32()),
            ("source", pa.string()),
        ]
    ),
    "mentions": pa.schema(
        [
            ("report_id", pa.string()),
            ("statement_id", pa.string()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("toponym", pa.string()),
            ("use", pa.string()),
            ("asked", pa.string()),
            ("spotted", pa.string()),
            ("spotted_kind", pa.string()),
            ("place_id", pa.string()),
            ("matched_name", pa.string()),
            ("score", pa.float64()),
            ("method", pa.string()),
            ("reason", pa.string()),
            ("reason_kind", pa.string()),
            ("reason_because", pa.string()),
            ("candidates", _CANDIDATES),
        ]
    ),
    "claims": pa.schema(
        [
            ("report_id", pa.string()),
            ("statement_id", pa.string()),
            ("place_id", pa.string()),
            ("kind", pa.string()),
            ("speaker", pa.string()),
            ("event_start", pa.date32()),
            ("event_end", pa.date32()),
        ]
    ),
    "places": pa.schema(
        [
            ("place_id", pa.string()),
            ("name", pa.string()),
            ("feature_code", pa.string()),
            ("country_code", pa.string()),
            ("admin1", pa.string()),
            ("admin2", pa.string()),
            ("lat", pa.float64()),
            ("lon", pa.float64()),
            ("aliases", pa.list_(pa.string())),
            ("source", pa.string()),
            ("source_id", pa.string()),
            ("note", pa.string()),
            ("kind", pa.string()),
            ("containers", pa.list_(pa.string())),
        ]
    ),
    "place_statements": pa.schema(
        [
            ("place_id", pa.string()),
            ("statement_id", pa.string()),
            ("report_id", pa.string()),
            ("event_start", pa.date32()),
            ("event_end", pa.date32()),
            ("date_precision", pa.string()),
            ("published_on", pa.date32()),
            ("score", pa.float64()),
            ("certain", pa.bool_()),
            ("own", pa.bool_()),
        ]
    ),
}
"""Columns of each table. `claims` has what each statement says happened to a place it names, in order of the
statements. `place_statements` has one row for each place and statement: `own` where the
statement names the place itself, else it names something inside that region; `certain` where the score
of the placement is high enough to be drawn as a fact. Of a date, a speaker, a mention and its reason the `_kind` is an
enumeration of `model`, the `_because` what `reasons` writes of its parts; the words beside them decide nothing."""


@dataclass(frozen=True)
class Tables:
    """What a build puts into the store: a table for each of `SCHEMAS`, and the polygons."""

    tables: Mapping[str, pa.Table]
    regions: gpd.GeoDataFrame
