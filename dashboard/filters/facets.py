"""Filters over statements: to and from the URL, applied, counted by facet, told in one sentence.

A statement is shown when it is in the window, passes every filter on itself (words, source, speaker, precision of its
date), and at least one of its placements passes every filter on placements (kind of place, region, country, match) at
once: "uncertain, in Homs" means one place that is both. Values of one facet are alternatives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard import phrases, words
from dashboard.choices import FACETS, Filters, Selection
from dashboard.counting import Flags, Ints
from dashboard.filters import naming
from dashboard.filters.index import MATCHES, NOT_JUDGED, PLACE_FACETS, STATEMENT_FACETS, FacetIndex
from dashboard.filters.lists import VALUES_SHOWN, Facet, label_value, list_values


@dataclass(frozen=True)
class Kept:
    """What filters let through, in any window.

    Attributes
    ----------
    statements : numpy.ndarray of bool, (statements,)
        Those to be counted: on the map, or off it because no name of theirs could be placed. The latter stay whatever
        is asked of places, for nobody knows where they are.
    on_map : numpy.ndarray of bool, (statements,)
        Those with a placement that passes.
    owns : numpy.ndarray of bool, (own placements,)
        The own placements that pass, of the statements that do.
    """

    statements: Flags
    on_map: Flags
    owns: Flags


@dataclass(frozen=True)
class Tally:
    """How much a window shows under filters, and what it leaves out.

    Attributes
    ----------
    statements, reports, places : int
        Shown statements, the reports they are of, the places they name that pass.
    undated, unplaced : int
        Statements that pass but have no date; those in the window none of whose names could be placed.
    """

    statements: int
    reports: int
    places: int
    undated: int
    unplaced: int


def apply_filters(index: FacetIndex, filters: Filters, found: Ints | None = None) -> Kept:
    """Apply filters to every statement and placement of a build.

    Parameters
    ----------
    index : FacetIndex
        The build.
    filters : Filters
        What is chosen.
    found : numpy.ndarray of int32, optional
        What `Store.search` found for the query; None where there is none.

    Returns
    -------
    Kept
        Another filter never keeps more. Another value of a facet that is filtered by never keeps less.
    """
    masks = _Masks.of(index, filters, found)
    passing = masks.flag_statements()
    on_map = passing & masks.placed
    owns = passing[index.own_statements] & _join(masks.on_owns, len(index.own_places))
    return Kept(on_map | (passing & index.is_unplaced), on_map, owns)


def flag_places(index: FacetIndex, filters: Filters) -> Flags:
    """Tell of each place of `index.place_ids` whether the filters on places let it through."""
    passes = _flag_regions(index, filters.regions)
    for facet in PLACE_FACETS:
        passes &= index.by_place[facet].flag(filters.chosen(facet))
    return passes


def flag_placements(index: FacetIndex, kept: Kept) -> Flags:
    """Tell of each row of place_statements whether it is shown.

    An own row is shown where it passes; a row of a region, where it holds the place of an own row that passes.

    Returns
    -------
    numpy.ndarray of bool, (rows of place_statements,)
    """
    flags = np.zeros(index.rows, np.bool_)
    flags[index.own_rows[kept.owns]] = True
    rows = index.link_rows[kept.owns[index.link_owns]]
    flags[rows[rows >= 0]] = True
    return flags


def count_facets(
    index: FacetIndex,
    filters: Filters,
    selection: Selection,
    found: Ints | None = None,
    limit: int = VALUES_SHOWN,
    opened: Mapping[str, str] | None = None,
) -> list[Facet]:
    """Count the statements of the window by the values of each facet, under all filters but the facet's own.

    Parameters
    ----------
    index, filters, found
        As for `apply_filters`.
    selection : Selection
        Window and basis.
    limit : int, default 8
        Values listed of each facet beside the chosen ones.
    opened : mapping of str to str, optional
        Facets listed whole, with the words looked for in their values.

    Returns
    -------
    list of Facet
        In the order of `FACETS`.
    """
    counts = _count_all(index, _Masks.of(index, filters, found, flag_covered(index, selection)))
    wanted = opened or {}
    return [
        list_values(index, facet, counts[facet], filters.chosen(facet), limit, wanted.get(facet)) for facet in FACETS
    ]


def tally(index: FacetIndex, kept: Kept, selection: Selection) -> Tally:
    """Count what a window shows of what filters let through, and what it leaves out.

    Parameters
    ----------
    index : FacetIndex
        What filters are applied to.
    kept : Kept
        What the filters let through.
    selection : Selection
        What the viewer has chosen.
    """
    covered = flag_covered(index, selection)
    shown = kept.on_map & covered
    owns = kept.owns & covered[index.own_statements]
    starts = index.published if selection.basis == "publication" else index.starts
    return Tally(
        statements=int(np.count_nonzero(shown)),
        reports=_count_distinct(index.reports[shown]),
        places=_count_distinct(index.own_places[owns]),
        undated=int(np.count_nonzero(kept.statements & np.isnat(starts))),
        unplaced=int(np.count_nonzero(kept.statements & index.is_unplaced & covered)),
    )


def tell_filters(index: FacetIndex, filters: Filters, selection: Selection, counted: Tally) -> str:
    """Say in one sentence what is shown, by which filters, and what is left out.

    Parameters
    ----------
    index : FacetIndex
        What filters are applied to.
    filters : Filters
        What the viewer filters by.
    selection : Selection
        What the viewer has chosen.
    counted : Tally
        The numbers it tells.

    Returns
    -------
    str
        "32 statements of 14 reports about 9 places in Deir ez-Zor, 1–10 November 2017, source Interfax; 3 undated
        and 5 unplaced are left out."
    """
    reports = phrases.count(counted.reports, *words.TOLD_REPORTS)
    about = phrases.places(counted.places)
    where = _say_values(index, filters, "regions", "countries")
    around = f" {words.TOLD_IN.format(names=where)}" if where else ""
    parts = [
        f"{phrases.statements(counted.statements)} {words.TOLD_OF} {reports} {words.TOLD_ABOUT} {about}{around}",
        selection.in_words(),
    ]
    for facet, said in naming.TOLD.items():
        if values := _say_values(index, filters, facet):
            parts.append(said.format(values=values))
    if filters.query:
        parts.append(words.TOLD_WITH_WORDS.format(query=f"“{filters.query}”"))
    rest = phrases.left_out(counted.undated, counted.unplaced)
    return f"{', '.join(parts)}; {rest}." if rest else f"{', '.join(parts)}."


@dataclass(frozen=True)
class _Masks:
    """A mask for each filter, so that any one can be left out.

    `placed` flags the statements with a placement that passes the filters on placements; those on statements are not
    asked.
    """

    always: Flags
    on_statements: dict[str, Flags]
    on_owns: dict[str, Flags]
    placed: Flags

    @classmethod
    def of(cls, index: FacetIndex, filters: Filters, found: Ints | None, covered: Flags | None = None) -> "_Masks":
        always = index.is_judged if covered is None else index.is_judged & covered
        if found is not None:
            asked = np.zeros(len(always), np.bool_)
            asked[found] = True
            always = always & asked
        on_statements = {
            facet: index.by_statement[facet].flag(filters.chosen(facet)) for facet in _active(filters, STATEMENT_FACETS)
        }
        on_owns = {
            facet: index.by_place[facet].flag(filters.chosen(facet))[index.own_places]
            for facet in _active(filters, PLACE_FACETS)
        }
        if filters.regions:
            on_owns["regions"] = _flag_regions(index, filters.regions)[index.own_places]
        if filters.matches:
            on_owns["matches"] = np.isin(MATCHES, filters.matches)[index.own_certain.astype(np.int8)]
        placed = np.zeros(len(always), np.bool_)
        placed[index.own_statements[_join(on_owns, len(index.own_places))]] = True
        return cls(always, on_statements, on_owns, placed)

    def flag_statements(self, but: str = "") -> Flags:
        return self.always & _join(self.on_statements, len(self.always), but)


def _join(masks: Mapping[str, Flags], size: int, but: str = "") -> Flags:
    joined = np.ones(size, np.bool_)
    for name, mask in masks.items():
        if name != but:
            joined &= mask
    return joined


def _count_all(index: FacetIndex, masks: _Masks) -> dict[str, Ints]:
    owns = masks.flag_statements()[index.own_statements]
    counts = {
        facet: spread.count(owns & _join(masks.on_owns, len(owns), facet)) for facet, spread in index.spreads.items()
    }
    for facet, values in index.by_statement.items():
        counts[facet] = values.count(masks.flag_statements(but=facet) & masks.placed)
    return counts


def _flag_regions(index: FacetIndex, chosen: Sequence[str]) -> Flags:
    """Tell of each place whether it is, or lies in, one of the regions."""
    if not chosen:
        return np.ones(len(index.place_ids), np.bool_)
    passes = np.isin(index.place_ids, chosen)
    passes[index.own_places[index.link_owns[passes[index.link_containers]]]] = True
    return passes


def flag_covered(index: FacetIndex, selection: Selection) -> Flags:
    """Tell of each statement whether it lies in the window; one without a day compares as false."""
    starts, ends = (index.published,) * 2 if selection.basis == "publication" else (index.starts, index.ends)
    covered: Flags = (starts <= np.datetime64(selection.end)) & (ends >= np.datetime64(selection.start))
    return covered


def _count_distinct(numbers: Ints) -> int:
    return int(np.count_nonzero(np.bincount(numbers))) if len(numbers) else 0


def _active(filters: Filters, facets: Iterable[str]) -> list[str]:
    return [facet for facet in facets if filters.chosen(facet)]


def _say_values(index: FacetIndex, filters: Filters, *facets: str) -> str:
    labels = [_say_value(index, facet, value) for facet in facets for value in filters.chosen(facet)]
    return f" {words.TOLD_OR} ".join(labels)


def _say_value(index: FacetIndex, facet: str, value: str) -> str:
    if not value:
        return naming.TOLD_NOT_NAMED[facet]
    if value == NOT_JUDGED and facet in naming.TOLD_NOT_JUDGED:
        return naming.TOLD_NOT_JUDGED[facet]
    return label_value(index, facet, value)
