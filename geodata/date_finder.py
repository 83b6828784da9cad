"""Finds date expressions: one grammar over the kinds of words (`date_words`), for all languages.

A text becomes a string of kinds ("on 5 November 2017" is "jnMY"); one regular expression finds the date shapes in it.
It has no repetition without a limit, so the time it takes grows with the text and no faster.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geodata.date_values import (
    Bound,
    DateValue,
    DayDate,
    DayOfMonth,
    MonthDate,
    Period,
    SeasonDate,
    Shift,
    Span,
    WeekdayDate,
    WeekOfMonth,
    Window,
    YearDate,
    few,
    is_possible,
)
from geodata.date_words import Tokens, Value, cut_tokens, tells_time


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that tell a time.

    Attributes
    ----------
    start, end : int
        Offsets into the text searched, end exclusive.
    text : str
        The words: `text[start:end]` of the text searched.
    value : DateValue
        What they say, before any anchor.
    """

    start: int
    end: int
    text: str
    value: DateValue


# Pieces of the grammar. A "?" after a piece: translated text leaves it out or puts it in.
_YEAR = r"(?:,?[oif]?t?(?:[hLXv]y|yQ|y?Y(?![nN]?K)y?))"
_DAY = r"(?:n(?:-?O)?)"
_OF = r"(?:[,-]?[oif]?t?(?:Uo?)?)"
_NAME = r"[Mm](?!B)(?:/[Mm]|\([Mm]\))?"
_SURE_NAME = _NAME.replace("[Mm](?!B)", "M(?!B)")
_MONTH = rf"(?:{_NAME})"
_WEEKDAY_BEFORE = r"(?:[Dq],?T?,?j?t?)"
# "killed 5 in December" counts the dead.
_DAY_MONTH = rf"(?:{_WEEKDAY_BEFORE}?(?:(?<!K){_DAY}{_OF}|{_DAY}(?=[Mm])|F[wF]?[of]){_MONTH}{_YEAR}?)"
# "November 9 settlements", "Nov 10:30", "Jan 30-year-old" hold no day.
_MONTH_DAY = rf"(?:{_WEEKDAY_BEFORE}?{_MONTH},?t?{_DAY}(?!K|:n|,N|-?[yU]){_YEAR}?)"
_NUMERIC = r"(?:(?<![nNY][-/.])(?:Y[-/.]n[-/.]n|n[-/.]n[-/.][YnN]))"
_PART = r"(?:P-?[oi]?t?|FH[oi]?t?)"
_BARE_MONTH = (
    rf"(?:{_SURE_NAME}{_YEAR}?|m(?:/[Mm]|\([Mm]\))?,?o?Y"
    r"|(?:(?<=[iosfbuPLhXr-])|(?<=[oP]t)|(?<=iU))m(?!B))"
)
_POINT = rf"(?:{_NUMERIC}|{_DAY_MONTH}|{_MONTH_DAY}|{_PART}?{_BARE_MONTH}|D)"
_TO = r"[-ru&]"
_COUNT = r"(?:a?A|al?o?|lo?|[wnN])"
_UNIT = r"[UCy]"

# The first shape that fits at a place wins, so the longer stand before the shorter.
_SHAPES = (
    ("years", r"[fb]?Y[ru&]Y(?![nN]?K)|Y-(?:Y|[nN](?![-.]))"),
    ("days_of_month", rf"[fb]?t?{_DAY}{_TO}[ft]?{_DAY}{_OF}{_MONTH}{_YEAR}?"),
    ("span", rf"[fb]?t?{_POINT}(?P<link>,?{_TO})t?(?:{_POINT}|m)"),
    ("month_with_days", rf"{_MONTH}t?{_DAY}(?:[-r&]){_DAY}(?!K){_YEAR}?"),
    ("numeric", _NUMERIC),
    ("day", rf"{_DAY_MONTH}|{_MONTH_DAY}"),
    ("day_of_near_month", r"(?:nO?|F)[of]?t?(?:[hLX]U|UQ)"),
    ("week_of_month", rf"t?[FL]Uot?{_MONTH}{_YEAR}?"),
    ("season", rf"{_PART}?[Sz]{_YEAR}|{_PART}?(?:S|[LhX]z|zQ)|(?:(?<=[isubP])|(?<=[isuoP]t)|(?<=Po))z(?!x?B)"),
    ("month", rf"{_PART}?(?:[LhX]{_MONTH}|{_NAME}Q|{_BARE_MONTH})"),
    (
        "year",
        r"(?:P-?|FH)[oi]?t?y?Y(?![nN]?K)|\(Y\)"
        r"|(?:(?<=[ijsubf])|(?<=[isubf]t)(?=y)|(?<=o)(?=Y(?:[.,;)|]|$)))y?Y(?![nN]?K)y?",
    ),
    ("weekday", r"[LhX]D|DQ|(?:D|(?<=j)q)(?!B)(?:o?t?[LhX]U)?"),
    ("days_before_yesterday", r"t?Ued"),
    ("told_day", r"[dU]V|t?[vcX][UT]|jtI(?!o)|kT?|tUE|t?[UT]e(?![tw])"),
    ("within_period", rf"E(?:it?|[hLc]){_UNIT}"),
    ("ago", rf"{_COUNT}?{_UNIT}g|G{_COUNT}?{_UNIT}|[Gs]W|s[wnNA]{_UNIT}"),
    ("earlier", rf"{_COUNT}{_UNIT}(?:E|e(?=[.,|)]|$))|{_UNIT}E"),
    ("window", rf"t?[Lp](?:{_COUNT}{_UNIT}|C)|tL{_UNIT}|t?p{_UNIT}|t?[nNw]{_UNIT}Q|Ut?[nNw]Q|WQ|(?<=i)C"),
    ("period", rf"{_PART}[LhXv]?[Uy]|{_PART}yQ|[LhX][Uy]|[Uy]Q"),
    ("weekend", r"(?<=it)U"),
    ("moment", r"T?dT?|[hL]T|T(?:L(?![UyT])|Q)"),
)
# Only a run of known words can hold an expression, and only with one of these among them.
_RUN = re.compile(r"[^x|]+")
_TELLING = re.compile(r"[MmDqSzYdkIUCyTW]|n[-/.]n")
# Shapes that hold their own "since".
_UNBOUND = frozenset({"years", "days_of_month", "span", "month_with_days", "ago", "window"})
_GRAMMAR = re.compile("(?!x)(?:" + "|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES) + ")")

# Kinds that differ only in where they may stand say the same thing.
_SAME_KIND = {"m": "M", "q": "D", "z": "S", "C": "U", "N": "n", "l": "w", "a": "w", "e": "E"}

_Fields = dict[str, Value]


class _Piece:
    """The tokens of one match, by kind."""

    def __init__(self, tokens: Tokens, start: int, end: int, link: int) -> None:
        self.tokens, self.start, self.end, self.link = tokens, start, end, link
        self.kinds = tokens.kinds[start:end]
        self.first: _Fields = {}
        self.last: _Fields = {}
        for kind, value in zip(self.kinds, tokens.values[start:end], strict=True):
            name = _SAME_KIND.get(kind, kind)
            self.first.setdefault(name, value)
            self.last[name] = value

    def number(self, kind: str) -> int | None:
        """The value of the first token of a kind, where it has one that is a number."""
        value = self.first.get(kind)
        return value if isinstance(value, int) else None

    def numbers(self) -> list[int]:
        """All numbers, in order."""
        run = self.tokens.values[self.start : self.end]
        return [value for kind, value in zip(self.kinds, run, strict=True) if kind in "nNY" and isinstance(value, int)]

    def unit(self) -> str:
        """The unit of time in the singular; the year has a kind of its own."""
        for kind in "UWy":
            if isinstance(value := self.first.get(kind), str):
                return value.removesuffix("s")
        return ""

    def is_plural(self) -> bool:
        """Whether the unit stands in the plural."""
        return any(str(self.first.get(kind, "")).endswith("s") for kind in "Uy")

    def part(self) -> str:
        """The part of a period told of, or nothing."""
        if "H" in self.first:
            return "second half" if self.number("F") == 2 else "first half"
        value = self.first.get("P")
        return value if isinstance(value, str) else ""

    def which(self) -> int | None:
        """-1 last, 0 this, 1 next, None where no such word stands."""
        for kind in "LhXvQV":
            if isinstance(value := self.first.get(kind), int):
                return value
        return None

    def count(self) -> tuple[int, int]:
        """Least and most of the number before a unit."""
        if "W" in self.first:
            return (2, 2)
        if "A" not in self.first:
            # The last, since "a couple" and "one of two" begin with another.
            number = self.last.get("n", self.last.get("w"))
            if isinstance(number, int):
                return (number, number)
        return few(self.unit()) if "A" in self.first or self.is_plural() else (1, 1)

    def year(self) -> tuple[int | None, int | None]:
        """The year, or how many years from the anchor's."""
        return (self.number("Y"), self.which() if "y" in self.first and "Y" not in self.first else None)


def _read_years(piece: _Piece) -> DateValue | None:
    first, last = piece.numbers()
    if _is_longer_number(piece):
        return None
    if last < 100:
        last += first // 100 * 100
    return Span(YearDate(first), YearDate(last)) if first < last else None


def _read_days_of_month(piece: _Piece) -> DateValue | None:
    first, last = piece.numbers()[:2]
    month = piece.number("M") or 0
    year, shift = piece.year()
    if first >= last:
        return None
    return Span(DayDate(first, month, year, shift), DayDate(last, month, year, shift))


def _read_span(piece: _Piece) -> DateValue | None:
    first = _read_point(piece.tokens, piece.start, piece.link)
    last = _read_point(piece.tokens, piece.link + 1, piece.end)
    return first and last and Span(first, last)


def _read_point(tokens: Tokens, start: int, end: int) -> DateValue | None:
    """Read one end of a span."""
    piece = _Piece(tokens, start, end, start)
    numbers = piece.numbers()
    if "M" not in piece.first:
        return _read_numeric(piece) if numbers else _read_weekday(piece)
    return (
        _read_day(piece) if any(kind in piece.kinds for kind in "nF") and "H" not in piece.kinds else _read_month(piece)
    )


def _read_numeric(piece: _Piece) -> DateValue | None:
    """Read "9.11.2017", day first unless that cannot be, or "2017-11-09"; nothing may be grown onto it."""
    marks = [kind for kind in piece.kinds if kind in "-/."]
    spans = piece.tokens.spans[piece.start : piece.end]
    grown = any(one[1] != next_one[0] for one, next_one in pairwise(spans))
    numbers = piece.numbers()
    if grown or len(numbers) != 3 or len(set(marks)) != 1 or _is_longer_number(piece):
        return None
    if piece.kinds.lstrip("fbt")[0] == "Y":
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 >= day:
            day, month = month, day
    if year < 100:
        # Two figures are a year only between the marks that other numbers seldom take.
        if marks[0] == "-":
            return None
        year += 2000
    return DayDate(day, month, year) if month <= 12 else None


def _is_longer_number(piece: _Piece) -> bool:
    """Tell whether a figure and mark go on at either side: telephone numbers, addresses, paragraphs."""
    kinds, spans = piece.tokens.kinds, piece.tokens.spans
    before, after = piece.start - 1, piece.end
    grown_before = before > 0 and kinds[before] in "-/." and spans[before][1] == spans[piece.start][0]
    grown_after = (
        after + 1 < len(kinds)
        and kinds[after] in "-/."
        and spans[after][0] == spans[after - 1][1]
        and spans[after + 1][0] == spans[after][1]
        and kinds[after + 1] in "nNY"
    )
    return grown_before or grown_after


def _read_day(piece: _Piece) -> DateValue | None:
    year, shift = piece.year()
    day, month = piece.number("n") or _sum_ordinals(piece), piece.number("M")
    return DayDate(day, month, year, shift) if day and month else None


def _read_month_with_days(piece: _Piece) -> DateValue | None:
    return _read_days_of_month(piece)


def _sum_ordinals(piece: _Piece) -> int:
    """Read "fifth", and in Arabic "fifth" and "ten" or "twentieth" for what lies above ten."""
    run = piece.tokens.values[piece.start : piece.end]
    return sum(value for kind, value in zip(piece.kinds, run, strict=True) if kind in "Fw" and isinstance(value, int))


def _read_day_of_near_month(piece: _Piece) -> DateValue | None:
    day = piece.number("n") or piece.number("F")
    return DayOfMonth(day, piece.which() or 0) if day and piece.unit() == "month" and not piece.is_plural() else None


def _read_week_of_month(piece: _Piece) -> DateValue | None:
    year, shift = piece.year()
    month = MonthDate(piece.number("M") or 1, year, shift)
    if piece.unit() == "week":
        return WeekOfMonth(piece.number("F") or -1, month)
    if not piece.is_plural():
        return None
    return MonthDate(month.month, year, shift, part="early" if "F" in piece.first else "late")


def _read_season(piece: _Piece) -> DateValue | None:
    year, shift = piece.year()
    which = None if "y" in piece.first else piece.which()
    return SeasonDate(piece.number("S") or 1, year, shift, which, piece.part())


def _read_month(piece: _Piece) -> DateValue | None:
    year, shift = piece.year()
    which = None if "y" in piece.first else piece.which()
    return MonthDate(piece.number("M") or 1, year, shift, which, piece.part())


def _read_year(piece: _Piece) -> DateValue | None:
    year = piece.number("Y") or 0
    # "in 2000 houses": a round number needs more to be a year.
    return YearDate(year, piece.part()) if year % 100 or piece.kinds != "Y" else None


def _read_weekday(piece: _Piece) -> DateValue | None:
    weekday = piece.number("D")
    if weekday is None:
        return None
    if piece.unit() == "week":
        return WeekdayDate(weekday, week=piece.which())
    return WeekdayDate(weekday, which=piece.which())


def _read_days_before_yesterday(piece: _Piece) -> DateValue | None:
    days = piece.number("d") or 0
    step = piece.number("E") or 0
    return Shift(1 + abs(days), 1 + abs(days), "day", step) if days * step > 0 and piece.unit() == "day" else None


def _read_told_day(piece: _Piece) -> DateValue | None:
    """Read "the day before", "the next day", "the same day", "on the eve"."""
    if {"k", "I"} & piece.first.keys():
        return Shift(1, 1, "day", -1, told=True)
    step = next((piece.number(kind) for kind in "EvcXV" if kind in piece.first), None)
    unit = piece.unit() or "day"
    if step is None or piece.is_plural() or unit in {"hour", "minute", "weekend"}:
        return None
    if unit != "day":
        return Period(unit, step, told="X" not in piece.first)
    return Shift(abs(step), abs(step), "day", step or 1, told=True)


def _read_within_period(piece: _Piece) -> DateValue | None:
    """Read "later in the day", "earlier this week", "later this year"."""
    unit = piece.unit()
    if unit == "day":
        return Shift(0, 0, "day", 1, told=True)
    if unit not in {"week", "month", "year"}:
        return None
    is_later = piece.number("E") == 1 and "L" not in piece.first
    return Period(unit, piece.number("L") or 0, "later" if is_later else "")


def _read_ago(piece: _Piece) -> DateValue | None:
    return Shift(*piece.count(), piece.unit(), -1)


def _read_earlier(piece: _Piece) -> DateValue | None:
    return Shift(*piece.count(), piece.unit(), piece.number("E") or -1, told=True)


def _read_window(piece: _Piece) -> DateValue | None:
    return Window(piece.count()[1], piece.unit())


def _read_period(piece: _Piece) -> DateValue | None:
    unit, which, part = piece.unit(), piece.which() or 0, piece.part()
    if unit in {"week", "weekend", "month", "year"} and not piece.is_plural():
        return Period(unit, which, part)
    return Window(piece.count()[1], unit) if which == -1 and not part else None


def _read_weekend(piece: _Piece) -> DateValue | None:
    return Period("weekend", -1) if piece.unit() == "weekend" else None


def _read_moment(piece: _Piece) -> DateValue | None:
    days = piece.number("d")
    if piece.first.get("d") == "overnight":
        return Shift(0, 1, "day", -1)
    if days is None:
        days = piece.which()
    return None if days is None else Shift(abs(days), abs(days), "day", 1 if days > 0 else -1)


_READERS: dict[str, Callable[[_Piece], DateValue | None]] = {
    "years": _read_years,
    "days_of_month": _read_days_of_month,
    "span": _read_span,
    "month_with_days": _read_days_of_month,
    "numeric": _read_numeric,
    "day": _read_day,
    "day_of_near_month": _read_day_of_near_month,
    "week_of_month": _read_week_of_month,
    "season": _read_season,
    "month": _read_month,
    "year": _read_year,
    "weekday": _read_weekday,
    "days_before_yesterday": _read_days_before_yesterday,
    "told_day": _read_told_day,
    "within_period": _read_within_period,
    "ago": _read_ago,
    "earlier": _read_earlier,
    "window": _read_window,
    "period": _read_period,
    "weekend": _read_weekend,
    "moment": _read_moment,
}


def find_expressions(text: str, language: str) -> list[DateExpression]:
    """Find the words of a text that tell a time.

    Lengths of time ("for two days") and times of the day alone ("at 10:30") tell no day and are left out, and so are
    days that no calendar has.

    Parameters
    ----------
    text : str
        Any text.
    language : str
        ISO 639-1; empty or unknown: the words of all languages known.

    Returns
    -------
    list of DateExpression
        In order, not overlapping.
    """
    if not tells_time(text, language):
        return []
    tokens = cut_tokens(text, language)
    kinds = tokens.kinds
    return [
        expression
        for run in _RUN.finditer(kinds)
        if _TELLING.search(kinds, run.start(), run.end())
        for expression in _read_run(text, tokens, run.start(), run.end())
    ]


def _read_run(text: str, tokens: Tokens, position: int, run_end: int) -> Iterator[DateExpression]:
    # One token more than the run, for the shapes that look at what follows.
    while match := _GRAMMAR.search(tokens.kinds, position, run_end + 1):
        name = match.lastgroup or ""
        first, end = match.span()
        value = _READERS[name](_Piece(tokens, first, end, match.start("link")))
        if value is None:
            position = first + 1
            continue
        if is_possible(value):
            start, value = (first, value) if name in _UNBOUND else _bind(tokens, position, first, value)
            yield _express(text, tokens, start, end, value)
        position = end


def _express(text: str, tokens: Tokens, first: int, end: int, value: DateValue) -> DateExpression:
    start, stop = tokens.spans[first][0], tokens.spans[end - 1][1]
    return DateExpression(start, stop, text[start:stop], value)


def _bind(tokens: Tokens, earliest: int, first: int, value: DateValue) -> tuple[int, DateValue]:
    """Take in a "since" or "until" before an expression."""
    before = first - 2 if first - 2 >= earliest and tokens.kinds[first - 1] == "t" else first - 1
    kind = tokens.kinds[before] if before >= earliest else ""
    if kind == "s" or (kind == "f" and isinstance(value, MonthDate | SeasonDate | YearDate)):
        return before, Bound("since", value)
    if kind == "u":
        return before, Bound("until", value)
    return first, value
