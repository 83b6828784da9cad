"""Reasons in a column: packed, and said again as they were."""

from datetime import date

import pytest

from geodata.model import ReasonKind, because
from geodata.store.reasons import pack_reasons, say_packed
from geodata.wording import say

NEAR = because(ReasonKind.SPELT_NEARLY, name="Mirel", percent=91)
NESTED = because(ReasonKind.ASKED_FITS, kind=because(ReasonKind.PROVINCE))
REASONS = [
    (),
    because(ReasonKind.SAME_NAME),
    because(ReasonKind.SAME_ALIAS, name="<b>'\u202e"),
    NEAR,
    NESTED,
    (*NEAR, *NESTED),
]


@pytest.mark.parametrize("reasons", REASONS, ids=repr)
def test_what_is_packed_is_said_as_it_was(reasons: tuple) -> None:
    assert say_packed(pack_reasons(reasons)) == say(reasons)


def test_nothing_packed_says_nothing() -> None:
    assert say_packed("") == say_packed("[]") == ""


def test_other_templates_say_it_in_other_words() -> None:
    packed = pack_reasons((*NEAR, *because(ReasonKind.SAME_NAME)))
    assert say_packed(packed, {"same_name": "même nom"}) == f"{say(NEAR)}; même nom"


def test_days_are_said_as_it_is_told() -> None:
    packed = '[["relative_to_told", {"words": ["then"], "day": {"day": "2017-11-09"}}]]'
    assert "9.11." in say_packed(packed, day=lambda day: f"{day.day}.{day.month}.")
    assert say_packed(packed) == say((("relative_to_told", {"words": ("then",), "day": date(2017, 11, 9)}),))


@pytest.mark.parametrize(("locale", "name"), [("en", "Polish (pl)"), ("de", "Polnisch (pl)")])
def test_languages_are_named_in_the_one_asked_for(locale: str, name: str) -> None:
    assert name in say_packed('[["not_judged", {"language": "pl"}]]', locale=locale)
