"""Why a statement has its date and a name its place, in the words of the screen."""

import pytest
from made_cards import make_row

from dashboard import words
from dashboard.evidence.reasons import say_basis, say_reason, say_unjudged, stands_for_publication
from geodata.model import DateBasis

SAME_NAME = {"reason": "same name", "reason_because": '[["same_name", {}]]'}


def test_without_words_of_the_screen_the_readings_own_stand() -> None:
    assert say_reason(SAME_NAME) == "same name"
    assert say_basis({"date_basis": "explicit: 'today'", "date_because": "[]"}) == "explicit: 'today'"
    assert say_reason({"reason": None, "reason_because": None}) == ""


def test_words_of_the_screen_are_taken_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "READING", {"same_name": "même nom"})
    assert say_reason(SAME_NAME) == "même nom"
    assert say_reason({"reason": "so", "reason_because": None}) == "so"


def test_days_in_reasons_are_said_as_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "READING", {"relative_to_told": "compté du {day}"})
    row = {"date_basis": "", "date_because": '[["relative_to_told", {"day": {"day": "2017-11-09"}}]]'}
    assert say_basis(row) == "compté du 9 Nov 2017"


@pytest.mark.parametrize("kind", DateBasis)
def test_what_was_not_judged_is_said_and_nothing_else_is(kind: DateBasis) -> None:
    row = make_row(date_kind=str(kind), date_because=f'[["{kind}", {{"language": "pl"}}]]')
    unjudged = kind in (DateBasis.NOT_JUDGED, DateBasis.UNDATED_NOT_JUDGED)
    assert bool(say_unjudged(row)) == unjudged
    if unjudged:
        assert "Polish" in say_unjudged(row)


@pytest.mark.parametrize("kind", DateBasis)
def test_the_reports_own_day_stands_in_for_some_kinds(kind: DateBasis) -> None:
    assert stands_for_publication({"date_kind": str(kind)}) == kind.is_publication


def test_a_kind_that_is_none_stands_for_nothing() -> None:
    assert not stands_for_publication({"date_kind": "moon"})
    assert say_unjudged({"date_kind": "moon"}) == ""
