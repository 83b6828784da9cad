"""Public docstrings tell the parameters of three or more, and the errors raised."""

from pathlib import Path

import pytest
from docstrings import check_docstrings
from made_country import ROOT

WHOLE = '''"""A module."""


def add(a, b, c):
    """Add numbers.

    Parameters
    ----------
    a, b : int
        Numbers.
    c : int
        Another.

    Raises
    ------
    ValueError
        When one is none.
    """
    raise ValueError("none")
'''


def test_every_public_docstring_tells_what_it_has_to() -> None:
    assert check_docstrings(ROOT) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a, b : int", "a : int", "add does not tell its parameters b."),
        ("c : int", "d : int", "add does not tell its parameters c."),
        ("ValueError\n        When", "KeyError\n        When", "add does not tell that it raises ValueError."),
        ('"""A module."""', "", "has no docstring."),
        ("(a, b, c):\n", "(a, b, c):\n    return\n", "add has no docstring."),
    ],
)
def test_a_docstring_that_lacks_something_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = tmp_path / "geodata"
    folder.mkdir()
    (folder / "adding.py").write_text(WHOLE, "utf-8")
    assert check_docstrings(tmp_path) == []
    assert old in WHOLE
    (folder / "adding.py").write_text(WHOLE.replace(old, new, 1), "utf-8")
    assert [told in fault for fault in check_docstrings(tmp_path)] == [True]
