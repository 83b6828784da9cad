"""The offer to show more of a list that is cut."""

import pytest

from dashboard.choices import CARDS, CARDS_AT_MOST
from dashboard.nodes.more import offer_more

OFFERED = [("points", 50, 120, "70"), ("own", 25, 1_025, "1,000"), ("names", 50, 51, "1")]


@pytest.mark.parametrize(("key", "shown", "total", "number"), OFFERED)
def test_a_cut_list_offers_the_rest(key: str, shown: int, total: int, number: str) -> None:
    (offer,) = offer_more(key, shown, total)
    assert (offer["t"], offer["a"]) == ("button", {"do": "more", "id": key})
    assert f" {number} " in f" {offer['x']} "


@pytest.mark.parametrize("key", ["points", "own"])
def test_a_whole_list_offers_nothing(key: str) -> None:
    assert offer_more(key, 7, 7) == []
    assert offer_more(key, 0, 0) == []


@pytest.mark.parametrize("key", CARDS)
def test_too_many_cards_are_told_and_not_offered(key: str) -> None:
    (told,) = offer_more(key, CARDS_AT_MOST, CARDS_AT_MOST + 9)
    assert told["t"] == "p"
    assert "a" not in told
    assert offer_more("points", CARDS_AT_MOST, CARDS_AT_MOST + 9)[0]["t"] == "button"
