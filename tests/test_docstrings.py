"""Public docstrings tell parameters and fields of three or more, and the errors raised; what they name is there."""

from pathlib import Path

import pytest
from docstrings import check_docstrings
from made_country import ROOT
from told_names import check_names

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


class Sum(NamedTuple):
    """Numbers added, by `add` of `adding.py`.

    Attributes
    ----------
    first, last : int
        Those that were added, as of `Sum`.
    total : int
        What they come to, as of `adding.add`.
    """

    first: int
    last: int
    total: int
'''


def write_module(root: Path) -> Path:
    folder = root / "geodata"
    folder.mkdir()
    path = folder / "adding.py"
    path.write_text(WHOLE, "utf-8")
    return path


def test_every_public_docstring_tells_what_it_has_to() -> None:
    assert check_docstrings(ROOT) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a, b : int", "a : int", "add does not tell its parameters b."),
        ("    c : int\n        Another.\n", "", "add does not tell its parameters c."),
        ("ValueError\n        When", "KeyError\n        When", "add does not tell that it raises ValueError."),
        ('"""A module."""', "", "has no docstring."),
        ("(a, b, c):\n", "(a, b, c):\n    return\n", "add has no docstring."),
        ("(a, b, c):\n", "(a, b, d, *c):\n", "add does not tell its parameters d."),
        ("    a, b : int", "    a, b, e : int", "add has no e."),
        ("first, last : int", "first : int", "Sum does not tell its attributes last."),
        ("    total : int\n        What", "    total, rest : int\n        What", "Sum has no rest."),
    ],
)
def test_a_docstring_that_lacks_something_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = write_module(tmp_path)
    assert check_docstrings(tmp_path) == []
    assert old in WHOLE
    path.write_text(WHOLE.replace(old, new, 1), "utf-8")
    assert [told in fault for fault in check_docstrings(tmp_path)] == [True]


def test_what_docstrings_comments_and_documents_name_is_there() -> None:
    assert check_names(ROOT) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("`adding.py`", "`gone.py`"),
        ("`adding.py`", "`sums/adding.py`"),
        ("`Sum`", "`Total`"),
        ("`Sum`", "`sum_up`"),
        ("`adding.add`", "`adding.subtract`"),
        ("`adding.add`", "`geodata.adding.subtract`"),
        ("`adding.add`", "`geodata.sums.add`"),
        ("`adding.add`", "`adding.append`"),
    ],
)
def test_a_name_that_is_not_there_is_told(tmp_path: Path, old: str, new: str) -> None:
    path = write_module(tmp_path)
    (tmp_path / "README.md").write_text("Numbers are added by `geodata.adding.add`, in `geodata/adding.py`.\n", "utf-8")
    assert check_names(tmp_path) == []
    path.write_text(WHOLE.replace(old, new, 1), "utf-8")
    assert [fault.endswith(f"{new} is not there.") for fault in check_names(tmp_path)] == [True]


def test_a_name_in_a_document_or_comment_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write_module(tmp_path)
    path.write_text(f"{WHOLE}\nimport numpy\n# Once by `add_up`, as `numpy.add` does.\n", "utf-8")
    (tmp_path / "README.md").write_text("Nothing.\nSee `geodata/sums.py`.\n", "utf-8")
    told = ["geodata/adding.py, line 38: `add_up` is not there.", "README.md, line 2: `geodata/sums.py` is not there."]
    assert check_names(tmp_path) == told
