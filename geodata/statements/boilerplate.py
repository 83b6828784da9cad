"""What pages put around their texts: menus, tags, related links, share buttons, credits, copyright lines.

It is recognised by its wording, in the languages the reports come in. In doubt a stretch is a statement: a lost
statement is worse than a menu on the screen.
"""

import re
from collections.abc import Callable, Iterable

from geodata.languages import Boilerplate, gather, month_words, weekday_words
from geodata.statements.patterns import NEVER, any_space

_LONGEST = 200
_LISTED_LONGEST = 160


def _gather(read: Callable[[Boilerplate], Iterable[str]]) -> str:
    """Put a table of all languages together: a page is not always in the language of its report."""
    return any_space("|".join(gather(lambda language: read(language.boilerplate)))) or NEVER


_STARTS = re.compile(rf"[\W_]*(?:{_gather(lambda table: table.starts)})")
_MENU_ENTRY = re.compile(rf"(?:{_gather(lambda table: table.menu)})\W*$")
# What a page prints over a text: its day and topics ("06.12.2017 Syria War"), the name of a column.
_TOPICS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}(?: (?!\d)\w+){1,6}$|[A-Z]\w+(?: \w+){1,5} news$")
_MENU_SIGNS = re.compile(r"[|>»›•·]")
_MENU = re.compile(r"[^|>»›/•·.!?\n]{1,40}(?:\s[|>»›•·]\s?[^|>»›/•·.!?\n]{1,40}){2,}[|>»›•·]?\s*$")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|(?:[@#]\w+[\s,]*)+)\s*$")
_MONTH = rf"(?:{'|'.join(map(re.escape, sorted(month_words(), reverse=True)))})\.?"
_WEEKDAY = "|".join(map(re.escape, sorted(weekday_words(), reverse=True)))
_STAMP = re.compile(
    rf"(?:(?:{_gather(lambda table: table.stamp_labels)}|{_WEEKDAY})[a-z]*[\s,:.]*)?"
    rf"(?:(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_MONTH}\s?\d{{1,2}},?\s?\d{{4}}|\d{{1,2}}\s{_MONTH},?\s?\d{{4}}"
    rf"|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|{_gather(lambda table: table.stamp_times)})[\s,|.\-–—/()]*){{1,5}}$",
)
_OPENS_LIST = re.compile(rf"[\W_]*(?:{_gather(lambda table: table.opens_list)})\s*:?$", re.IGNORECASE)
_COMPLETE = re.compile(r"[.!?…؟۔][\"'”’»)\]]*$")


def is_boilerplate(words: str) -> bool:
    """Tell whether a stretch of text is part of the page rather than of the report.

    Parameters
    ----------
    words : str
        One segment, without white space at its ends.

    Returns
    -------
    bool
        True for menus, tags, links, buttons, credits, rights, bare addresses, bare dates and rows of signs.
    """
    if len(words) > _LONGEST:
        return False
    if not any(map(str.isalnum, words)):
        return True
    lower = words.lower()
    # The cheap look first: most segments are sentences, and hold no sign of a menu or a stamp.
    return bool(
        _STARTS.match(lower)
        or (len(lower) <= _LISTED_LONGEST and _MENU_ENTRY.match(lower))
        or (_MENU_SIGNS.search(words) and _MENU.match(words))
        or ((words[0].isdigit() or lower.endswith(" news")) and _is_topics(words))
        or _ADDRESS.match(words)
        or (len(lower) <= _LISTED_LONGEST and lower[-1] not in ".!?" and _STAMP.match(lower))
    )


def opens_list(words: str) -> bool:
    """Tell whether a segment is the heading of a list of links, such as "Related:".

    Parameters
    ----------
    words : str
        One segment.

    Returns
    -------
    bool
        True when the lines after it, as long as `is_listed`, are links.
    """
    return len(words) <= _LISTED_LONGEST and _OPENS_LIST.match(words) is not None


def is_listed(words: str) -> bool:
    """Tell whether a segment may be a link under such a heading: a short line without an end mark.

    Parameters
    ----------
    words : str
        One segment.

    Returns
    -------
    bool
        False for a whole sentence.
    """
    return len(words) <= _LISTED_LONGEST and not _COMPLETE.search(words)


def _is_topics(words: str) -> bool:
    """Tell whether a line is a day and topics with capitals, or the name of a column."""
    topics = _TOPICS.match(words)
    return topics is not None and (not words[0].isdigit() or not any(word[0].islower() for word in words.split()))
