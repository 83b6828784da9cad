"""Tables of the language files made into the insides of regular expressions."""

import re
from collections.abc import Iterable

NEVER = "(?!)"
"""Finds nothing: what a table without words is made into."""

_GROUPED = re.compile(r"\((?:[^()]|\([^()]*\))*\)[*+?]?|\{[^}]*\}|\[[^\]]*\][*+?]?")


def alternatives(*tables: Iterable[str]) -> str:
    """Join tables into the inside of a regular expression, longest entries first.

    Parameters
    ----------
    *tables : iterable of str
        Regular expressions.

    Returns
    -------
    str
        "abc|ab|c", to be put into a group.
    """
    return "|".join(_entries(tables)) or NEVER


def words_by_initial(*tables: Iterable[str]) -> str:
    """Join tables by first letter, which searches several times faster; the first may be a capital.

    Parameters
    ----------
    *tables : iterable of str
        Regular expressions that all begin with a plain letter.

    Returns
    -------
    str
        "[Aa](?:bc|b)|[Cc](?:)", to be put into a group.
    """
    by_initial: dict[str, list[str]] = {}
    for entry in _entries(tables):
        by_initial.setdefault(entry[0], []).append(entry[1:])
    return "|".join(f"[{initial.upper()}{initial}](?:{'|'.join(rests)})" for initial, rests in by_initial.items())


def telling_words(*tables: Iterable[str]) -> frozenset[str]:
    """Give one word of each entry without which the entry cannot stand in a text: its longest outside any group.

    Parameters
    ----------
    *tables : iterable of str
        Regular expressions that hold a plain Latin word outside groups and classes of letters.

    Returns
    -------
    frozenset of str
        Lower case; a text with none of them holds no entry.
    """
    plain = (_GROUPED.sub(" ", entry) for entry in _entries(tables))
    return frozenset(max(re.findall(r"[a-z]+", entry), key=len) for entry in plain)


def any_space(pattern: str) -> str:
    """Let each space of a regular expression find any white space."""
    return pattern.replace(" ", r"\s")


def any_apostrophe(pattern: str) -> str:
    """Let each apostrophe of a regular expression, outside classes of letters, find any that is typed for it."""
    return pattern.replace("'", "['’ʼ]")


def _entries(tables: Iterable[Iterable[str]]) -> list[str]:
    entries = {entry for table in tables for entry in table}
    return sorted(entries, key=lambda entry: (-len(entry), entry))
