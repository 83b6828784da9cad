"""What was claimed about one place, told day by day in a few words; no Streamlit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dashboard import phrases, words
from geodata.model import ClaimKind

_STRONGER: Mapping[ClaimKind, tuple[ClaimKind, ...]] = {
    ClaimKind.RETAKEN: (ClaimKind.TAKEN, ClaimKind.ENTERED, ClaimKind.ATTACKED),
    ClaimKind.TAKEN: (ClaimKind.ENTERED, ClaimKind.ATTACKED),
    ClaimKind.LOST: (ClaimKind.ATTACKED,),
}


@dataclass(frozen=True, slots=True)
class DayClaim:
    """What one statement says happened to the place on a day.

    Attributes
    ----------
    day : datetime.date
        Day of the event.
    kind : ClaimKind
        What happened.
    statement_id : str
        The statement.
    """

    day: date
    kind: ClaimKind
    statement_id: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one day of a history.

    Attributes
    ----------
    words : str
        "claimed 8 Nov".
    day : datetime.date
        The day.
    statement_id : str
        The first statement that says so.
    """

    words: str
    day: date
    statement_id: str


def group_days(claims: Sequence[DayClaim]) -> list[tuple[date, list[DayClaim]]]:
    """Group claims by day, keeping their order."""
    return [(day, list(group)) for day, group in groupby(claims, key=lambda claim: claim.day)]


def tell_history(claims: Sequence[DayClaim]) -> list[Told]:
    """Say the history in a few words a day: "claimed 8 Nov", "lost 11 Nov", "retaken 19 Nov".

    Parameters
    ----------
    claims : sequence of DayClaim
        In order of day.

    Returns
    -------
    list of Told
        A day's claim that only repeats the one before, or that a stronger one of the day includes, is not said
        again.
    """
    days = group_days(claims)
    one_year = len({day.year for day, _ in days}) == 1
    parts: list[Told] = []
    last: list[ClaimKind] = []
    for day, group in days:
        told = _keep_strongest([claim.kind for claim in group])
        if told != last:
            when = phrases.day(day, short=True)
            when = when.removesuffix(f" {day.year}") if one_year else when
            said = f"{phrases.listing([words.CLAIMS[kind] for kind in told])} {when}"
            parts.append(Told(said, day, next(claim.statement_id for claim in group if claim.kind == told[0])))
        last = told
    return parts


def _keep_strongest(kinds: Sequence[ClaimKind]) -> list[ClaimKind]:
    covered = {weaker for kind in kinds for weaker in _STRONGER.get(kind, ())}
    return [kind for kind in dict.fromkeys(kinds) if kind not in covered]
