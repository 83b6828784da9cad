"""The day a report prints at its own head."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.heads import find_head, printed_date
from geodata.languages import UNTOLD

NOVEMBER_9 = date(2017, 11, 9)

# The head of a report, and the words of the day printed there.
PRINTED = [
    ("9 November 2017\nThe army left.", "9 November 2017"),
    ("09.11.2017\nThe army left.", "09.11.2017"),
    ("2017-11-09\nThe army left.", "2017-11-09"),
    ("Published: 9 November 2017\nThe army left.", "9 November 2017"),
    ("Posted on November 9, 2017\nThe army left.", "November 9, 2017"),
    ("Army leaves town\nNov 092017\nThe army left.", "Nov 092017"),
    ("09.11.2017Get short URL\nThe army left.", "09.11.2017"),
    ("Опубликовано 9 ноября 2017\nАрмия ушла.", "9 ноября 2017"),
    ("BAGHDAD, 9 November 2017 - The army left.", "9 November 2017"),
]


@pytest.mark.parametrize(("text", "words"), PRINTED, ids=[text for text, _ in PRINTED])
def test_a_day_printed_at_the_head(text: str, words: str) -> None:
    found = printed_date(text)
    assert found is not None
    day, start, end = found
    assert (day, text[start:end]) == (NOVEMBER_9, words)
    assert find_head(text, UNTOLD) == (start, end)


NOT_PRINTED = [
    "The army left on 9 November 2017 at dawn.",
    "9 November 2017 was a dark day.",
    "9 November\nThe army left.",  # no year
    "The army left.",
    "x" * 400 + "\n9 November 2017\n",
    "31 November 2017\nThe army left.",
    "",
]


@pytest.mark.parametrize("text", NOT_PRINTED, ids=[text[:40] for text in NOT_PRINTED])
def test_a_day_told_in_a_sentence_is_not_printed(text: str) -> None:
    assert printed_date(text) is None


DATELINES = [
    ("DAMASCUS, Nov 9 - The army left.", "Nov 9"),
    ("DAMASCUS (Nov 9) - The army left.", "Nov 9"),
    ("DAMASCUS, Nov 9 (Agency) - The army left.", "Nov 9"),
    ("The army, Nov 9 left.", ""),
    ("Nov 9 the army left.", ""),
]


@pytest.mark.parametrize(("text", "words"), DATELINES, ids=[text for text, _ in DATELINES])
def test_a_dateline_has_no_year(text: str, words: str) -> None:
    start, end = find_head(text, UNTOLD)
    assert text[start:end] == words
    assert printed_date(text) is None


PIECES = st.sampled_from(
    ["9 November 2017", "Nov 092017", "DAMASCUS, ", " - ", "\n", "(", ")", "Published: ", "The ", ". "]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_found_slices_back_and_both_agree(text: str) -> None:
    start, end = find_head(text, UNTOLD)
    assert 0 <= start <= end <= len(text)
    if found := printed_date(text):
        assert found[1:] == (start, end)
