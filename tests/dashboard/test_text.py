"""Text of reports made fit for the screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text import show_controls

SHOWN = [
    ("a\x00b", "a␀b"),
    ("a\x1bb", "a␛b"),
    ("a\x7fb", "a␡b"),
    ("\u202egnirts", "\ufffdgnirts"),
    ("\u202dforced", "\ufffdforced"),
    ("tab\tline\nend\r", "tab\tline\nend\r"),
    ("البوكمال\u200f Дейр", "البوكمال\u200f Дейр"),  # this mark Arabic needs
    ("👨\u200d👩", "👨\u200d👩"),
    ("<b>&amp;", "<b>&amp;"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_is_invisible_is_made_visible(text: str, shown: str) -> None:
    assert show_controls(text) == shown


@given(st.text())
def test_offsets_still_fit_and_no_control_is_left(text: str) -> None:
    shown = show_controls(text)
    assert len(shown) == len(text)
    left = {sign for sign in shown if unicodedata.category(sign) == "Cc" and ord(sign) < 0x80}
    assert left <= {"\t", "\n", "\r"}
    assert show_controls(shown) == shown
