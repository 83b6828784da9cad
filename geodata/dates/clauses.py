"""The words around a date that say what it dates: what was said, what was before, what is yet to come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from geodata.languages import LANGUAGES

_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Clauses:
    """What is looked for around a date.

    Attributes
    ----------
    saying : re.Pattern
        "said" and its like.
    that : re.Pattern
        Where what was said begins.
    opens_background : re.Pattern
        "which", "after", and no mark up to the end.
    looks_back : re.Pattern
        "had", which tells what was before.
    looks_ahead : re.Pattern
        "is planned for" at the end, which tells what has not been yet.
    printed : re.Pattern
        What may stand before the day a report prints at its head: nothing, a label, or a few words and a mark.
    """

    saying: re.Pattern[str]
    that: re.Pattern[str]
    opens_background: re.Pattern[str]
    looks_back: re.Pattern[str]
    looks_ahead: re.Pattern[str]
    printed: re.Pattern[str]


@cache
def clauses_of(language: str) -> Clauses:
    """Give what is looked for in texts of a language.

    Parameters
    ----------
    language : str
        ISO 639-1; the words of all languages where there is no file for it ("und").
    """
    codes = [language] if language in LANGUAGES else [*LANGUAGES]
    all_dates = [LANGUAGES[code].dates for code in codes]
    saying = _either(pattern for code in codes for pattern in _list_saying(code))
    published = _either(re.escape(word) for dates in all_dates for word in dates.day_of_saying)
    that = _either(re.escape(word) for dates in all_dates for word in dates.that)
    background = _either(pattern for dates in all_dates for pattern in dates.background)
    back = _either(pattern for dates in all_dates for pattern in dates.looks_back)
    ahead = _either(pattern for dates in all_dates for pattern in dates.looks_ahead)
    labels = _either(re.escape(word) for dates in all_dates for word in dates.printed)
    return Clauses(
        re.compile(rf"\b(?:{saying}|{published})\b"),
        re.compile(rf"\b(?:{that})\b|[,.;:\"“”«»]"),
        re.compile(rf"\b(?:{background})\b[^,.;:]{{0,80}}\Z", re.IGNORECASE),
        re.compile(rf"\b(?:{back})\b"),
        re.compile(rf"\b(?:{ahead})\b[^,.;:\"“”«»]{{0,60}}\Z"),
        re.compile(rf"\W*(?:(?:{labels})\W*|[^\W\d_][^\n\d]{{0,60}}[,:|(–—-]\s*)?\Z", re.IGNORECASE),
    )


def _either(patterns: Iterable[str]) -> str:
    return "|".join(patterns) or _NEVER


def _list_saying(code: str) -> list[str]:
    """List what is said with in a language, the longest first; verbs may begin large."""
    speakers = LANGUAGES[code].speakers
    verbs = {form for verb in speakers.verbs for form in (verb, verb[0].upper() + verb[1:])}
    return sorted({*verbs, *speakers.occasions}, key=lambda entry: (-len(entry), entry))
