"""What all imports make: whole rows, ids, and the aliases worth keeping."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from anyascii import anyascii

from geodata.model import GAZETTEER_COLUMNS, OPTIONAL_COLUMNS

Row = dict[str, str]
LONGEST_ALIAS = 48
SHORTEST_ALIAS = 2

_SIGNS_OFF = str.maketrans("", "", "‘’`ʿʾʼ'ˌʻʽ")
_SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC"})


def complete_row(row: Mapping[str, str] | None = None, **fields: str) -> Row:
    """Give a row with every column of the contract, empty where nothing is given."""
    given = {**(row or {}), **fields}
    return {name: sys.intern(given.get(name) or "") for name in (*GAZETTEER_COLUMNS, *OPTIONAL_COLUMNS)}


def slug(name: str) -> str:
    """Make the `[a-z0-9-]` form of a name that place ids are built from."""
    return re.sub(r"[^a-z0-9]+", "-", plain_latin(name).lower()).strip("-")


def plain_latin(name: str) -> str:
    """Write a name in plain Latin letters without signs for ayn and hamza."""
    return name if name.isascii() else anyascii(name).translate(_SIGNS_OFF).strip()


def choose_aliases(name: str, given: Iterable[str]) -> list[str]:
    """Keep the names that a report could hold, once each.

    Parameters
    ----------
    name : str
        The preferred name.
    given : iterable of str
        Other names.

    Returns
    -------
    list of str
        Latin, Arabic and Cyrillic ones. A Latin name with no capital is a letter-by-letter transliteration that no one
        writes; one with a digit, a comma or a bracket is a note.
    """
    seen, kept = {_same(name)}, []
    for alias in (" ".join(name.split()) for name in given):
        key = _same(alias)
        if key and key not in seen and _is_usable(alias):
            seen.add(key)
            kept.append(alias)
    return kept


def _same(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold()) if not name.isascii() else name.lower()
    case = "upper" if name.isupper() and len(name) <= 4 else ""
    return "".join(filter(str.isalnum, bare)) + case


def _is_usable(alias: str) -> bool:
    if not SHORTEST_ALIAS <= len(alias) <= LONGEST_ALIAS or re.search(r"[;,()/\d\u060c]", alias):
        return False
    if alias.isascii():
        return alias[0].isupper()
    scripts = {unicodedata.name(sign, "?").split(" ")[0] for sign in alias if sign.isalpha()} - {"MODIFIER"}
    return len(scripts) == 1 and scripts <= _SCRIPTS and (scripts != {"LATIN"} or alias[0].isupper())


def without_codes(names: Iterable[str]) -> Iterator[str]:
    """Leave out codes of airports and the like: no report calls a town "DAM"."""
    return (name for name in names if not name.isupper())
