"""A history told in a few words a day."""

from datetime import date

from dashboard import words
from dashboard.evidence.history import DayClaim, group_days, tell_history
from geodata.model import ClaimKind


def claim(day: int, kind: ClaimKind, statement_id: str) -> DayClaim:
    """Make a claim of a day of May 2017."""
    return DayClaim(date(2017, 5, day), kind, statement_id)


def test_every_kind_of_claim_has_a_word() -> None:
    assert set(words.CLAIMS) == set(ClaimKind)


def test_a_history_is_told_in_order_of_days_and_a_repetition_not_again() -> None:
    history = [
        claim(8, ClaimKind.TAKEN, "s1"),
        claim(8, ClaimKind.ENTERED, "s2"),
        claim(9, ClaimKind.TAKEN, "s3"),
        claim(11, ClaimKind.LOST, "s4"),
        claim(19, ClaimKind.RETAKEN, "s0"),
    ]
    told = [(part.words, part.day.day, part.statement_id) for part in tell_history(history)]
    assert told == [("claimed 8 May", 8, "s1"), ("lost 11 May", 11, "s4"), ("retaken 19 May", 19, "s0")]
    assert [(day.day, len(group)) for day, group in group_days(history)] == [(8, 2), (9, 1), (11, 1), (19, 1)]


def test_no_claims_are_no_history() -> None:
    assert tell_history([]) == []


def test_claims_of_one_day_that_contradict_are_both_told_and_years_where_there_are_two() -> None:
    claims = [
        DayClaim(date(2017, 12, 31), ClaimKind.TAKEN, "s1"),
        DayClaim(date(2017, 12, 31), ClaimKind.LOST, "s2"),
        DayClaim(date(2018, 1, 2), ClaimKind.DENIED, "s3"),
    ]
    assert [part.words for part in tell_history(claims)] == ["claimed and lost 31 Dec 2017", "denied 2 Jan 2018"]
