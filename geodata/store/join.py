"""Parsed reports + places + regions -> the tables of the map."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa

from geodata.gazetteer import Gazetteer
from geodata.model import CERTAIN, Because, Claim, ParsedReport, PlacedMention, Report, Statement
from geodata.store.reasons import pack_reasons
from geodata.store.tables import SCHEMAS, Tables

TableRows = dict[str, list[dict[str, Any]]]

READ_TABLES = ("reports", "statements", "mentions", "claims")
"""Tables whose rows come from single reports; the others are joined from them and the gazetteer."""


def list_rows(parsed: ParsedReport, digest: str) -> TableRows:
    """Lay a parsed report out as rows of the tables of `READ_TABLES`.

    Parameters
    ----------
    parsed : ParsedReport
        The report.
    digest : str
        Fingerprint of the report as read; rows of an unchanged report are taken over by it.
    """
    return {
        "reports": [_report_row(parsed, digest)],
        "statements": [_statement_row(parsed.report, n, s) for n, s in enumerate(parsed.statements)],
        "mentions": [_mention_row(parsed.report, s, m) for s in parsed.statements for m in s.mentions],
        "claims": [_claim_row(parsed.report, claim) for claim in parsed.claims],
    }


def join_tables(read: Mapping[str, pa.Table], gazetteer: Gazetteer) -> Tables:
    """Join what reports say with the gazetteer.

    Parameters
    ----------
    read : mapping of str to pyarrow.Table
        The tables of `READ_TABLES`, whole.
    gazetteer : Gazetteer
        Places and polygons.

    Returns
    -------
    Tables
        Every table of the store. A statement stands once for each place it names and once for each region
        that holds one of those; only literal mentions count.
    """
    places = frame_places(gazetteer)
    tables = dict(read)
    tables["places"] = pa.Table.from_pandas(places, schema=SCHEMAS["places"], preserve_index=False)
    tables["place_statements"] = _join_place_statements(read, places)
    return Tables(tables, gazetteer.regions)


def frame_places(gazetteer: Gazetteer) -> pd.DataFrame:
    """Lay the gazetteer out as a frame, each place with its kind and the regions that hold it.

    Parameters
    ----------
    gazetteer : Gazetteer
        Places and polygons.

    Returns
    -------
    pandas.DataFrame
        Columns of the store's `places`. `containers` follows the gazetteer's own columns; only where a
        settlement or site has no `admin1` do the polygons decide.
    """
    found = locate_points(gazetteer)
    rows = []
    for place in gazetteer.places.values():
        containers = list(gazetteer.containers(place.place_id))
        if not place.admin1:
            containers = list(dict.fromkeys([*found.get(place.place_id, []), *containers]))
        rows.append(
            {
                **{column: getattr(place, column) for column in SCHEMAS["places"].names if hasattr(place, column)},
                "aliases": list(place.aliases),
                "containers": containers,
            }
        )
    return pd.DataFrame(rows, columns=SCHEMAS["places"].names).sort_values("place_id", ignore_index=True)


def locate_points(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Find the region polygons that hold each settlement and site.

    Parameters
    ----------
    gazetteer : Gazetteer
        Places and polygons.

    Returns
    -------
    dict of str to list of str
        `place_id` of the polygons, smallest first, by the place's `place_id`.
    """
    points = [place for place in gazetteer.places.values() if place.kind in ("settlement", "site")]
    frame = gpd.GeoDataFrame(
        {"place_id": [p.place_id for p in points]},
        geometry=gpd.points_from_xy([p.lon for p in points], [p.lat for p in points]),
        crs=gazetteer.regions.crs,
    )
    regions = gazetteer.regions[["place_id", "geometry"]].rename(columns={"place_id": "region_id"})
    regions["size"] = regions.geometry.to_crs("EPSG:6933").area
    joined = frame.sjoin(regions, predicate="within").sort_values(["place_id", "size", "region_id"])
    return {str(place_id): group["region_id"].tolist() for place_id, group in joined.groupby("place_id")}


def table_of(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Make a table of the store out of rows."""
    return pa.Table.from_pylist(list(rows), schema=SCHEMAS[name])


def _report_row(parsed: ParsedReport, digest: str) -> dict[str, Any]:
    report = parsed.report
    columns = {name: getattr(report, name) for name in SCHEMAS["reports"].names if hasattr(report, name)}
    return {**columns, "statements": len(parsed.statements), "digest": digest}


def _statement_row(report: Report, ordinal: int, statement: Statement) -> dict[str, Any]:
    segment, event = statement.segment, statement.event
    return {
        "report_id": report.report_id,
        "statement_id": statement.statement_id,
        "ordinal": ordinal,
        "start": segment.start,
        "end": segment.end,
        "text": report.text[segment.start : segment.end],
        "kind": segment.kind,
        "speaker": segment.speaker,
        "speaker_basis": segment.speaker_basis,
        "speaker_kind": _first_kind(segment.speaker_because),
        "speaker_because": pack_reasons(segment.speaker_because),
        "event_start": event.start,
        "event_end": event.end,
        "date_precision": event.precision,
        "date_basis": event.basis,
        "date_kind": event.kind,
        "date_because": pack_reasons(event.because),
        "published_on": report.published_on,
        "source": report.source,
    }


def _first_kind(because: Because) -> str:
    return because[0].kind if because else ""


def _mention_row(report: Report, statement: Statement, placed: PlacedMention) -> dict[str, Any]:
    mention, resolution = placed.mention, placed.resolution
    return {
        "report_id": report.report_id,
        "statement_id": statement.statement_id,
        "start": mention.start,
        "end": mention.end,
        "toponym": mention.toponym,
        "use": mention.use,
        "asked": mention.asked,
        "spotted": mention.spotted,
        "spotted_kind": _first_kind(mention.spotted_because),
        "place_id": resolution.place_id,
        "matched_name": resolution.matched_name,
        "score": resolution.score,
        "method": resolution.method,
        "reason": resolution.reason,
        "reason_kind": _first_kind(resolution.because),
        "reason_because": pack_reasons(resolution.because),
        "candidates": [{"place_id": c.place_id, "score": c.score, "reason": c.reason} for c in resolution.candidates],
    }


def _claim_row(report: Report, claim: Claim) -> dict[str, Any]:
    return {
        "report_id": report.report_id,
        "statement_id": claim.statement_id,
        "place_id": claim.place_id,
        "kind": claim.kind.value,
        "speaker": claim.speaker,
        "event_start": claim.start,
        "event_end": claim.end,
    }


def _join_place_statements(read: Mapping[str, pa.Table], places: pd.DataFrame) -> pa.Table:
    mentions = read["mentions"].select(["statement_id", "place_id", "use", "score"]).to_pandas()
    named = mentions[mentions["place_id"].notna() & (mentions["use"] == "literal")]
    own = named.groupby(["statement_id", "place_id"], as_index=False)["score"].max().assign(own=True)
    containers = places[["place_id", "containers"]].explode("containers").dropna()
    inside = own.merge(containers, on="place_id").drop(columns="place_id").rename(columns={"containers": "place_id"})
    inside = inside.groupby(["statement_id", "place_id"], as_index=False)["score"].max().assign(own=False)
    joined = pd.concat([own, inside]).drop_duplicates(["statement_id", "place_id"], keep="first")
    columns = ["statement_id", "report_id", "event_start", "event_end", "date_precision", "published_on"]
    statements = read["statements"].select(columns).to_pandas()
    joined = joined.merge(statements, on="statement_id").assign(certain=lambda frame: frame["score"] >= CERTAIN)
    joined = joined.sort_values(["event_start", "place_id", "statement_id"], na_position="first")
    return pa.Table.from_pandas(joined, schema=SCHEMAS["place_statements"], preserve_index=False)


def join_rows(rows: Iterable[TableRows]) -> TableRows:
    """Put the rows of many reports together."""
    joined: TableRows = {name: [] for name in READ_TABLES}
    for one in rows:
        for name in READ_TABLES:
            joined[name] += one[name]
    return joined
