"""What each kind of word is, and which table of a language's file makes words of it.

Every word belongs to one kind, a single sign, so that a sentence becomes a string of kinds (`tokens`) and one grammar
(`finder`) reads all languages:

====  ====================================================  =====================================
kind  words                                                 value
====  ====================================================  =====================================
n     a number from 1 to 31, a day of a month in a word     int
N     another number below 1000                             int
Y Z   a number from 1900 to 2100; another of four figures   int
M m   month; m is also another word (May, March, Jan)       1 to 12
D q   weekday; q is also another word (Sat, Sun, Mon)       0 (Monday) to 6
S z   season; z is also another word (spring, fall)         first month
U y   unit of time; y is the year                           "day", or "days" in the plural
C     a day and a night (Russian)                           "day"
W     two of a unit in one word (Arabic dual)               unit
T     time of day                                           None
d     today, yesterday, ...                                 days from the anchor, or "overnight"
J     last year in one word (Ukrainian)                     years from the anchor's
k I   the day before or after in one word; "eve"            days from the day told; None
L h X last, this, next                                      -1, 0, 1
p     past, recent                                          None
v c   previous (-1) and following (1); same and that (0)    -1, 0, 1
Q V   last, this, next and previous, same, following,       -1, 0, 1; "past"
      after their noun (Arabic)
R     last, this, next before or after it (French)          -1, 0, 1
P     part of a period                                      "early", "mid", "late"
H F   half; first, second, ...                              None; int
a w   one as an article; a number in words                  int
A     few, several                                          None
l     couple                                                2
~     about                                                 None
g G   ago, after and before its number                      None
E e   earlier, later; before, after                         -1, 1
i j   in, during; on                                        None
o t   of; the                                               None
f b   from; between                                         None
=     of and from (French)                                  None
s u   since; until, by                                      None
r &   to; and                                               None
O     ending of an ordinal number                           None
K     a counted noun, or a verb that counts                 None
B     what is named after a day: Bridge, Brigade            None
@     the same before the day: rue                          None
====  ====================================================  =====================================

Marks stand for themselves, a break between paragraphs is "|", everything else is "x".
"""

from collections.abc import Iterable, Iterator, Mapping

from geodata.languages import LANGUAGES, WEEKDAYS, plain_months, plain_weekdays

Value = int | str | None
Entry = tuple[str, Value]

_UNITS = ("minute", "hour", "day", "week", "weekend", "month", "year")


def _number(kind: str, last: int, first: int = 1) -> Mapping[str, Entry]:
    return {str(number): (kind, number) for number in range(first, last + 1)}


def _weekdays(kind: str) -> Mapping[str, Entry]:
    return {day: (kind, number) for number, day in enumerate(WEEKDAYS)}


def _seasons(kind: str) -> Mapping[str, Entry]:
    return {"spring": (kind, 3), "summer": (kind, 6), "autumn": (kind, 9), "winter": (kind, 12)}


_KINDS: Mapping[str, Mapping[str, Entry]] = {
    "months": _number("M", 12),
    "months_also_words": _number("m", 12),
    "weekdays": _weekdays("D"),
    "weekdays_also_words": _weekdays("q"),
    "seasons": _seasons("S"),
    "seasons_also_words": _seasons("z"),
    "units": {written: ("y" if unit == "year" else "U", written) for unit in _UNITS for written in (unit, f"{unit}s")},
    "day_and_night": {"": ("C", "day")},
    "two_units": {unit: ("W", unit) for unit in _UNITS},
    "times_of_day": {"": ("T", None)},
    "near_days": {"overnight": ("d", "overnight"), **_number("d", 2, -2)},
    "near_years": _number("J", 1, -2),
    "told_days": _number("k", 2, -2),
    "eve": {"": ("I", None)},
    "which": {
        "last": ("L", -1),
        "this": ("h", 0),
        "next": ("X", 1),
        "recent": ("p", None),
        "previous": ("v", -1),
        "following": ("v", 1),
        "same": ("c", 0),
    },
    "which_after": {
        "last": ("Q", -1),
        "this": ("Q", 0),
        "next": ("Q", 1),
        "recent": ("Q", "past"),
        "previous": ("V", -1),
        "following": ("V", 1),
        "same": ("V", 0),
    },
    "which_either": {"last": ("R", -1), "this": ("R", 0), "next": ("R", 1)},
    "parts": {part: ("P", part) for part in ("early", "mid", "late")},
    "half": {"": ("H", None)},
    "ordinals": _number("F", 31),
    "days_of_month": _number("n", 31),
    "ordinal_endings": {"": ("O", None)},
    "numbers": _number("w", 999),
    "counts": {"one": ("a", 1), "couple": ("l", 2), "few": ("A", None)},
    "moves": {
        "ago": ("g", None),
        "ago before its number": ("G", None),
        "earlier": ("E", -1),
        "later": ("E", 1),
        "before": ("e", -1),
        "after": ("e", 1),
    },
    "prepositions": {
        "in": ("i", None),
        "on": ("j", None),
        "of": ("o", None),
        "from": ("f", None),
        "of and from": ("=", None),
        "between": ("b", None),
        "since": ("s", None),
        "until": ("u", None),
        "to": ("r", None),
        "and": ("&", None),
        "the": ("t", None),
        "about": ("~", None),
    },
    "counted": {"": ("K", None)},
    "named_after_days": {"": ("B", None)},
    "named_after_days_before": {"": ("@", None)},
}


def list_words(code: str) -> Iterator[tuple[str, Entry]]:
    """List the words of a language that dates are written with.

    Parameters
    ----------
    code : str
        ISO 639-1 of a language there is a file for.

    Yields
    ------
    word : str
        As the file has it.
    entry : tuple of str and Value
        Its kind and its value. The words of the file come first, the plain calendar's last.
    """
    for table, kinds in _KINDS.items():
        yield from _list_table(getattr(LANGUAGES[code].dates, table), kinds)
    for word, number in plain_months(code).items():
        is_other = word.removesuffix(".") in LANGUAGES[code].dates.not_in_calendar
        yield word, _KINDS["months_also_words" if is_other else "months"][number]
    yield from _list_table(plain_weekdays(code), _KINDS["weekdays"])


def _list_table(words: Mapping[str, str] | Iterable[str], kinds: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    if isinstance(words, Mapping):
        yield from ((word, kinds[key]) for word, key in words.items())
    else:
        yield from ((word, kinds[""]) for word in words)
