"""Statements and placements of a build as arrays of numbers, laid out once so that every filter is a mask.

A statement is its row in the table of statements. A placement is a row of place_statements; those of a place that
the statement names itself are `own`, the others say which regions hold one of those.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from dashboard.counting import Flags, Ints, read_days, sort_pairs
from geodata.model import SpeakerBasis
from geodata.store import Store

Days = NDArray[np.datetime64]

MATCHES = ("uncertain", "certain")

NOT_JUDGED = "not-judged"
"""Value of a facet that was not judged; a speaker's name begins with a large letter."""

STATEMENT_FACETS = {"sources": "source", "speakers": "speaker", "precisions": "date_precision"}
"""Facets of a statement itself, by the column of the store's table that has their values."""
PLACE_FACETS = {"kinds": "kind", "countries": "country_code"}
"""Facets of the places it names, likewise."""

NAMED_BY_PLACES = ("regions", "countries")
"""Facets whose values are names of the gazetteer."""

_COLUMNS = [*STATEMENT_FACETS.values(), "kind", "speaker_kind", "event_start", "event_end", "published_on"]


@dataclass(frozen=True)
class Values:
    """A column of few distinct texts.

    Attributes
    ----------
    texts : list of str
        The distinct values, rising.
    codes : numpy.ndarray of int32
        Number of the value of each row.
    """

    texts: list[str]
    codes: Ints

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "Values":
        """Number the values of a column; a missing one counts as empty."""
        encoded = pc.fill_null(column, "").combine_chunks().dictionary_encode()
        texts: list[str] = encoded.dictionary.to_pylist()
        order = sorted(range(len(texts)), key=texts.__getitem__)
        ranks = np.empty(len(texts), np.int32)
        ranks[order] = np.arange(len(texts), dtype=np.int32)
        return cls([texts[number] for number in order], ranks[encoded.indices.to_numpy()])

    def flag(self, chosen: Sequence[str]) -> Flags:
        """Tell of each row whether its value is among those chosen."""
        return np.isin(self.texts, chosen)[self.codes] if chosen else np.ones(len(self.codes), np.bool_)

    def count(self, kept: Flags) -> Ints:
        """Count the rows kept by value."""
        return np.bincount(self.codes[kept], minlength=len(self.texts)).astype(np.int32)


@dataclass(frozen=True)
class Spread:
    """Values that several placements of a statement may share; counted once for each statement.

    Attributes
    ----------
    texts : list of str
        The distinct values, rising.
    codes, owns, statements : numpy.ndarray of int32
        Value, own placement and statement of each item, in order of value and statement.
    """

    texts: list[str]
    codes: Ints
    owns: Ints
    statements: Ints

    @classmethod
    def of(cls, texts: list[str], codes: Ints, owns: Ints, statements: Ints) -> "Spread":
        """Put items in order; `statements` is that of each own placement.

        Parameters
        ----------
        texts : list of str
            The distinct values, rising.
        codes : numpy.ndarray of int32
            Number of the value of each item.
        owns : numpy.ndarray of int32
            Number of the own placement of each item.
        statements : numpy.ndarray of int32
            Statement of each own placement.
        """
        order = sort_pairs(codes, statements[owns])
        owns = owns[order]
        return cls(texts, codes[order], owns, statements[owns])

    def count(self, kept: Flags) -> Ints:
        """Count the statements by value, given a flag for each own placement."""
        here = kept[self.owns]
        codes, statements = self.codes[here], self.statements[here]
        fresh = np.ones(len(codes), np.bool_)
        fresh[1:] = (codes[1:] != codes[:-1]) | (statements[1:] != statements[:-1])
        return np.bincount(codes[fresh], minlength=len(self.texts)).astype(np.int32)


@dataclass(frozen=True)
class FacetIndex:
    """What filters are applied to; made once a build, shared by all and never changed.

    Attributes
    ----------
    by_statement : dict of str to Values
        "sources", "speakers", "precisions" of each statement.
    by_place : dict of str to Values
        "kinds", "countries" of each place.
    spreads : dict of str to Spread
        "kinds", "regions", "countries", "matches" of the own placements.
    names : dict of str to str
        Name of each region by place_id, and of each country by its code.
    place_ids : list of str
        Rising; a place is its number here.
    reports : numpy.ndarray of int32, (statements,)
        Report of each statement, numbered.
    starts, ends, published : numpy.ndarray of datetime64[D], (statements,)
        NaT for none.
    is_judged, is_unplaced : numpy.ndarray of bool, (statements,)
        Whether it is a statement and not boilerplate; whether it names places, none of which could be placed.
    own_statements, own_places : numpy.ndarray of int32, (own placements,)
        Statement and place of each own placement.
    own_certain : numpy.ndarray of bool, (own placements,)
    own_rows : numpy.ndarray of int32, (own placements,)
        Its row in place_statements.
    link_owns, link_containers, link_rows : numpy.ndarray of int32, (links,)
        An own placement, a region around its place, and the row of place_statements that says so; -1 for none.
    rows : int
        Rows of place_statements.
    """

    by_statement: dict[str, Values]
    by_place: dict[str, Values]
    spreads: dict[str, Spread]
    names: dict[str, str]
    place_ids: list[str]
    reports: Ints
    starts: Days
    ends: Days
    published: Days
    is_judged: Flags
    is_unplaced: Flags
    own_statements: Ints
    own_places: Ints
    own_certain: Flags
    own_rows: Ints
    link_owns: Ints
    link_containers: Ints
    link_rows: Ints
    rows: int

    def texts(self, facet: str) -> list[str]:
        """List the values of a facet."""
        return self.by_statement[facet].texts if facet in self.by_statement else self.spreads[facet].texts


def read_index(store: Store) -> FacetIndex:
    """Read what filters need from a store; about a second for a million mentions.

    Raises
    ------
    StoreError
        When a file of the build cannot be read.
    """
    columns = ["place_id", "name", "kind", "country_code", "containers"]
    known = store.table("places", columns)
    links, mentions = store.numbers("place_statements"), store.numbers("mentions")
    is_used = pc.equal(known["kind"], "country").to_numpy()
    is_used[links["place"]] = True
    # Numbers are to be those of the places in order of their ids.
    rows = np.flatnonzero(is_used)
    rows = rows[np.argsort(known["place_id"].to_numpy(zero_copy_only=False)[rows], kind="stable")]
    ranks = np.full(len(known), -1, np.int32)
    ranks[rows] = np.arange(len(rows), dtype=np.int32)
    flags = store.table("place_statements", ["certain", "own"])
    is_literal = pc.equal(store.table("mentions", ["use"])["use"], "literal").to_numpy()
    return lay_out_facets(
        store.table("statements", _COLUMNS),
        store.numbers("statements")["report"],
        flags.append_column("statement", [links["statement"]]).append_column("place", [ranks[links["place"]]]),
        pa.table({name: numbers[is_literal] for name, numbers in mentions.items()}),
        known.take(pa.array(rows)).to_pandas(),
    )


def lay_out_facets(
    statements: pa.Table, reports: Ints, placements: pa.Table, mentions: pa.Table, places: pd.DataFrame
) -> FacetIndex:
    """Lay a build out for filtering.

    Parameters
    ----------
    statements : pyarrow.Table
        kind, source, speaker, speaker_kind, date_precision, event_start, event_end, published_on; the position of a
        row is the statement's number in every mask, and must be that of the store's table.
    reports : numpy.ndarray of int32, (statements,)
        Report of each statement, numbered.
    placements : pyarrow.Table
        statement, place (numbers), certain, own: rows of place_statements.
    mentions : pyarrow.Table
        statement, place (-1 for none) of each literal mention.
    places : pandas.DataFrame
        place_id, name, kind, country_code, containers of every place in `placements`, in order of place_id.
    """
    statement_of, place_of = (placements[name].to_numpy() for name in ("statement", "place"))
    own_rows = np.flatnonzero(placements["own"].to_numpy()).astype(np.int32)
    own_rows = own_rows[sort_pairs(statement_of[own_rows], place_of[own_rows])]
    own_statements, own_places = statement_of[own_rows], place_of[own_rows]
    own_certain = placements["certain"].to_numpy()[own_rows]
    link_owns, link_containers = _link_containers(places, own_places)
    by_place = {facet: Values.of(_column(places[name])) for facet, name in PLACE_FACETS.items()}
    is_judged = pc.equal(statements["kind"], "statement").to_numpy()
    spreads = _spread_own(by_place, own_statements, own_places, own_certain)
    spreads["regions"] = _spread_regions(places, own_statements, own_places, link_owns, link_containers)
    return FacetIndex(
        by_statement={
            facet: Values.of(_name_speakers(statements) if facet == "speakers" else statements[name])
            for facet, name in STATEMENT_FACETS.items()
        },
        by_place=by_place,
        spreads=spreads,
        names=_name_regions(places),
        place_ids=places["place_id"].tolist(),
        reports=reports,
        starts=read_days(statements["event_start"]),
        ends=read_days(statements["event_end"]),
        published=read_days(statements["published_on"]),
        is_judged=is_judged,
        is_unplaced=is_judged & _flag_unplaced(len(statements), mentions),
        own_statements=own_statements,
        own_places=own_places,
        own_certain=own_certain,
        own_rows=own_rows,
        link_owns=link_owns,
        link_containers=link_containers,
        link_rows=_find_rows(len(places), statement_of, place_of, own_statements[link_owns], link_containers),
        rows=len(placements),
    )


def _name_speakers(statements: pa.Table) -> pa.ChunkedArray:
    """Name the speakers, and apart from those whom no text names those whom nobody looked for."""
    unjudged = pc.fill_null(pc.equal(statements["speaker_kind"], SpeakerBasis.NOT_JUDGED.value), False)
    return pc.if_else(unjudged, NOT_JUDGED, _begin_large(statements["speaker"]))


def _begin_large(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Write the first letter of each text large: "the Observatory" inside a sentence is "The Observatory" before it."""
    first = pc.utf8_upper(pc.utf8_slice_codeunits(column, 0, 1))
    return pc.binary_join_element_wise(first, pc.utf8_slice_codeunits(column, 1), "")


def _column(values: pd.Series) -> pa.ChunkedArray:
    return pa.chunked_array([values.tolist()], pa.string())


def _spread_own(
    by_place: Mapping[str, Values], own_statements: Ints, own_places: Ints, own_certain: Flags
) -> dict[str, Spread]:
    """Spread what a statement's own placements are: the kind and country of the place, and how sure it is."""
    every = np.arange(len(own_places), dtype=np.int32)
    spreads = {
        facet: Spread.of(values.texts, values.codes[own_places], every, own_statements)
        for facet, values in by_place.items()
    }
    spreads["matches"] = Spread.of(list(MATCHES), own_certain.astype(np.int32), every, own_statements)
    return spreads


def _flag_unplaced(size: int, mentions: pa.Table) -> Flags:
    numbers, is_placed = mentions["statement"].to_numpy(), mentions["place"].to_numpy() >= 0
    flags = np.zeros(size, np.bool_)
    flags[numbers] = True
    flags[numbers[is_placed]] = False
    return flags


def _link_containers(places: pd.DataFrame, own_places: Ints) -> tuple[Ints, Ints]:
    """Link each own placement to the regions around its place; those nothing is said about are left out."""
    known = pd.Index(places["place_id"])
    around = places["containers"].explode()
    numbers = known.get_indexer(around)
    inner, outer = around.index.to_numpy()[numbers >= 0], numbers[numbers >= 0].astype(np.int32)
    sizes = np.bincount(inner, minlength=len(places))
    first = np.concatenate([[0], np.cumsum(sizes)])
    repeats = sizes[own_places]
    owns = np.repeat(np.arange(len(own_places), dtype=np.int32), repeats)
    within = np.arange(len(owns)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return owns, outer[first[own_places[owns]] + within]


def _spread_regions(
    places: pd.DataFrame, own_statements: Ints, own_places: Ints, link_owns: Ints, link_containers: Ints
) -> Spread:
    # A region named itself lies in itself, as on the map.
    owns = np.concatenate([np.arange(len(own_places), dtype=np.int32), link_owns])
    codes = np.concatenate([own_places, link_containers])
    is_region = (places["kind"] == "region").to_numpy()
    kept = is_region[codes]
    renumbered = (np.cumsum(is_region) - 1).astype(np.int32)
    texts = places["place_id"][is_region].tolist()
    return Spread.of(texts, renumbered[codes[kept]], owns[kept], own_statements)


def _find_rows(size: int, statement_of: Ints, place_of: Ints, statements: Ints, containers: Ints) -> Ints:
    """Find the row of each statement and place in place_statements; -1 where there is none."""
    order = sort_pairs(statement_of, place_of)
    keys = (statement_of.astype(np.int64) * size + place_of)[order]
    wanted = statements.astype(np.int64) * size + containers
    if not len(keys):
        return np.full(len(wanted), -1, np.int32)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, order[at], -1).astype(np.int32)


def _name_regions(places: pd.DataFrame) -> dict[str, str]:
    regions = places[places["kind"] == "region"]
    countries = places[places["kind"] == "country"]
    names = dict(zip(countries["country_code"], countries["name"], strict=True))
    return names | dict(zip(regions["place_id"], regions["name"], strict=True))
