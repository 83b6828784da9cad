"""Names that the gazetteer has not, or not so spelt, given away by their context."""

from collections.abc import Callable, Iterator, Sequence

from geodata.mentions.spots import SHORTEST_UNKNOWN, Spot, find_runs, make_spot, trim_run
from geodata.mentions.tokeniser import Passage
from geodata.mentions.trust import Trust
from geodata.model import Because, Spotted, because
from geodata.names import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT

LONGEST_PIECE = 4
UNKNOWN_WORTH = 0.35
PIECE_COST = 0.2
ACCEPT_MERGED = 0.85
_LONGEST_GAP = 16

Likeness = Callable[[str], float]
"""How like a name is to the likest of the gazetteer, 0 to 1."""


def find_unlisted(
    passage: Passage,
    named: Sequence[Spot],
    barred: Sequence[Spot],
    *,
    trust: Trust,
    likeness: Likeness | None,
) -> list[Spot]:
    """Find the names of places that no name of the gazetteer covers.

    Parameters
    ----------
    passage : Passage
        The text.
    named, barred : sequence of Spot
        Names of places, and of persons and organisations, in order.
    trust : Trust
        What knows the persons and organisations of the text.
    likeness : callable or None
        How like a name is to one of the gazetteer; None where that says nothing, so large is the gazetteer.

    Returns
    -------
    list of Spot
        Some run over a name in `named` and take its place: "Surat el-Kashma", where the gazetteer knows "Surat".
    """
    taken = {number for spot in (*named, *barred) for number in range(spot.first, spot.last + 1)}
    runs = find_runs(passage, taken)
    if likeness is None:
        return [run for run in runs if _tell_feature(run) and not trust.is_barred(run)]
    invited = _invite(passage, runs, named)
    pieces = [piece for run in invited for piece in _split(passage, run, likeness)]
    pieces = _merge_with_named(passage, pieces, named, likeness)
    pieces = [piece for piece in pieces if not trust.is_barred(piece)]
    for piece in pieces:
        piece.why = piece.why or _tell_why(piece, likeness)
    _tell_lists(passage, pieces, named, likeness)
    return [piece for piece in pieces if piece.why]


def _tell_feature(run: Spot) -> Because:
    if phrase := run.around.asked_before:
        run.why = because(Spotted.AFTER, word=phrase)
    elif word := run.around.asked_after:
        run.why = because(Spotted.BEFORE, word=word)
    return run.why


def _are_listed(passage: Passage, one: Spot, other: Spot) -> str | None:
    """Give what stands between two members of a list, None if they are not."""
    gap = passage.text[one.end : other.start] if 0 <= other.start - one.end <= _LONGEST_GAP else "no list"
    return gap if passage.vocabulary.is_list_gap(gap) else None


def _spread(items: Sequence[Spot], may_pass: Callable[[Spot, Spot, Spot], bool], chosen: set[int]) -> None:
    """Let what is chosen choose its neighbours, to the right and then to the left, as far as it goes."""
    for number in range(1, len(items)):
        one, new = items[number - 1], items[number]
        if id(new) not in chosen and id(one) in chosen and may_pass(one, new, new):
            chosen.add(id(new))
    for number in range(len(items) - 2, -1, -1):
        new, other = items[number], items[number + 1]
        if id(new) not in chosen and id(other) in chosen and may_pass(new, other, new):
            chosen.add(id(new))


def _in_order(spots: Sequence[Spot], named: Sequence[Spot]) -> list[Spot]:
    return sorted([*spots, *(spot for spot in named if not spot.is_demonym)], key=lambda spot: (spot.start, spot.end))


def _invite(passage: Passage, runs: Sequence[Spot], named: Sequence[Spot]) -> list[Spot]:
    """Keep the runs whose context may speak for a place: a word before or after, or a list with places in it."""
    chosen = {id(spot) for spot in named}
    for run in runs:
        if run.around.asked_before or run.around.asked_after or run.around.locative:
            chosen.add(id(run))
    _spread(_in_order(runs, named), lambda one, other, _: _are_listed(passage, one, other) is not None, chosen)
    return [run for run in runs if id(run) in chosen]


def _tell_lists(passage: Passage, pieces: Sequence[Spot], named: Sequence[Spot], likeness: Likeness) -> None:
    """Accept the members of a list of places; where only spaces part them they must be like a name too."""

    def may_pass(one: Spot, other: Spot, new: Spot) -> bool:
        gap = _are_listed(passage, one, other)
        if gap is None or (not gap.strip() and likeness(new.surface) < ACCEPT_NEAR_IN_CONTEXT):
            return False
        new.why = because(Spotted.LISTED)
        return True

    chosen = {id(spot) for spot in (*named, *(piece for piece in pieces if piece.why))}
    _spread(_in_order(pieces, named), may_pass, chosen)


def _split(passage: Passage, run: Spot, likeness: Likeness) -> Iterator[Spot]:
    """Cut a run of words into names where that makes them likelier: "Tayyani Rukayb" are two villages."""
    if run.is_word or likeness(run.surface) >= ACCEPT_NEAR:
        yield run
        return
    words = passage.words
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(run.first, run.last + 1):
        options = []
        for start in range(max(run.first, end - LONGEST_PIECE + 1), end + 1):
            like = likeness(passage.text[words[start].start : words[end].end])
            known = like >= ACCEPT_NEAR_IN_CONTEXT and not words[end].article
            worth = (like if known else UNKNOWN_WORTH) * (end - start + 1) - PIECE_COST
            before = best[start - run.first]
            options.append((before[0] + worth, [*before[1], start]))
        best.append(max(options))
    starts = best[-1][1]
    for start, following in zip(starts, [*starts[1:], run.last + 1], strict=True):
        piece = trim_run(passage, start, following - 1)
        if piece is not None:
            yield piece


def _merge_with_named(
    passage: Passage, pieces: Sequence[Spot], named: Sequence[Spot], likeness: Likeness
) -> list[Spot]:
    """Join a piece to the name it touches where both together are like a name: "Surat el-Kashma"."""
    ends = {spot.last: spot for spot in named if not spot.is_demonym}
    starts = {spot.first: spot for spot in named if not spot.is_demonym}
    merged = []
    for piece in pieces:
        pairs = ((ends.get(piece.first - 1), piece), (piece, starts.get(piece.last + 1)))
        for one, other in pairs:
            if one is None or other is None or not passage.words[one.last].joined:
                continue
            if (
                " - " in passage.text[one.end : other.start]
                or likeness(passage.text[one.start : other.end]) < ACCEPT_MERGED
            ):
                continue
            merged.append(make_spot(passage, one.first, other.last, because(Spotted.LIKE)))
            break
        else:
            merged.append(piece)
    return merged


def _tell_why(piece: Spot, likeness: Likeness) -> Because:
    if why := _tell_feature(piece):
        return why
    locative = piece.around.locative
    if locative and len(piece.surface) > SHORTEST_UNKNOWN and likeness(piece.surface) >= ACCEPT_NEAR_IN_CONTEXT:
        return because(Spotted.AFTER_LIKE, word=locative)
    return ()
