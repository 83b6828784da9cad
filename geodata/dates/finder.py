"""Finds date expressions: one grammar over the kinds of words (`kinds`), for all languages.

A text becomes a string of kinds ("on 5 November 2017" is "jnMY"); one regular expression finds the date shapes in it.
It has no repetition without a limit, so the time it takes grows with the text and no faster.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geodata.dates.tokens import Piece, Tokens, cut_tokens, tells_time
from geodata.dates.values import (
    Bound,
    DateValue,
    DayDate,
    DayOfMonth,
    FromTo,
    Lookback,
    MonthDate,
    Period,
    SeasonDate,
    Shift,
    WeekdayDate,
    WeekOfMonth,
    YearDate,
    few,
    is_explicit,
    is_possible,
)
from geodata.dates.vocabulary import vocabulary_of
from geodata.languages import UNTOLD


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
# After a comma a counted number may follow ("on 9 November, 2000 fighters"), straight after the month only a year.
_YEAR = r"(?:,?[oif=]?t?(?:[hLXvR]y|y[QR]|J)|[oif=]?t?y?[YZ]y?|,[oif=]?t?y?[YZ](?![nN]?K)y?)"
_DAY = r"(?:n(?:-?O)?)"
_OF = r"(?:[,-]?[oif=]?t?(?:U[o=]?)?)"
_OTHER_NAME = r"(?:/[Mm]|\([Mm]\))?"
_MONTH = rf"(?:[Mm](?!B){_OTHER_NAME})"
_WEEKDAY_BEFORE = r"(?:[Dq],?T?,?j?t?)"
# "killed 5 in December" counts the dead.
_DAY_MONTH = rf"(?:{_WEEKDAY_BEFORE}?(?:(?<!K){_DAY}[.]?{_OF}|{_DAY}(?=[Mm])|F[wF]?[of=]){_MONTH}(?:{_YEAR}|[QR])?)"
# A comment in the grammar, put where it reads the month before the day.
_MONTH_FIRST = "(?#month first)"
# "November 9 settlements", "Nov 10:30", "Jan 30-year-old" hold no day.
_MONTH_DAY = rf"(?:{_MONTH_FIRST}{_WEEKDAY_BEFORE}?{_MONTH},?t?{_DAY}(?!K|:n|,N|-?[yU]){_YEAR}?)"
_NUMERIC = r"(?:(?<![nNY][-/.])(?:Y[-/.]n[-/.]n|n[-/.]n[-/.][YnN]))"
_PART = r"(?:P-?[oi=]?t?(?:U[o=])?|FH[oi=]?t?)"
_BARE_MONTH = (
    rf"(?:M(?!B){_OTHER_NAME}{_YEAR}?|m{_OTHER_NAME},?[o=]?Yy?"
    r"|(?:(?<=[iosfbuPLhXRr=-])|(?<=[oP]t)|(?<=iU))m(?!B))"
)
_POINT = rf"(?:{_NUMERIC}|{_DAY_MONTH}|{_MONTH_DAY}|{_PART}?{_BARE_MONTH}|D)"
_TO = r"[-ru&]"
_COUNT = r"(?:a?A|al?o?|lo?|[wnN])"
_UNIT = r"[UCy]"


def _read_years(piece: Piece) -> DateValue | None:
    first, last = piece.numbers()
    if _is_longer_number(piece):
        return None
    if last < 100:
        last += first // 100 * 100
    return FromTo(YearDate(first), YearDate(last)) if first < last else None


def _read_days_of_month(piece: Piece) -> DateValue | None:
    days = piece.values("n")
    first, last = days[0], days[-1]
    month = piece.number("M") or 0
    year, shift = piece.year()
    if first >= last:
        return None
    return FromTo(DayDate(first, month, year, shift), DayDate(last, month, year, shift))


def _read_span(piece: Piece) -> DateValue | None:
    first = _read_point(piece.tokens, piece.start, piece.link)
    last = _read_point(piece.tokens, piece.link + 1, piece.end)
    return first and last and FromTo(first, last)


def _read_night(piece: Piece) -> DateValue | None:
    """Read "from Saturday on Sunday", as a night is told in Russian."""
    first, last = piece.values("D")
    return FromTo(WeekdayDate(first), WeekdayDate(last))


def _read_point(tokens: Tokens, start: int, end: int) -> DateValue | None:
    """Read one end of a span."""
    piece = Piece(tokens, start, end, start)
    numbers = piece.numbers()
    if "M" not in piece.first:
        return _read_numeric(piece) if numbers else _read_weekday(piece)
    return (
        _read_day(piece) if any(kind in piece.kinds for kind in "nF") and "H" not in piece.kinds else _read_month(piece)
    )


def _read_numeric(piece: Piece) -> DateValue | None:
    """Read "9.11.2017", day first unless that cannot be, or "2017-11-09"; nothing may be grown onto it."""
    marks = [kind for kind in piece.kinds if kind in "-/."]
    spans = piece.tokens.spans[piece.start : piece.end]
    grown = any(one[1] != next_one[0] for one, next_one in pairwise(spans))
    numbers = piece.numbers()
    if grown or len(numbers) != 3 or len(set(marks)) != 1 or _is_longer_number(piece):
        return None
    if piece.kinds.lstrip("fbst")[0] == "Y":
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


def _is_longer_number(piece: Piece) -> bool:
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


def _read_day(piece: Piece) -> DateValue | None:
    year, shift = piece.year()
    # Arabic adds up: "fifth ten" is the 15th.
    day, month = piece.number("n") or sum(piece.values("Fw")), piece.number("M")
    # "The 20 February next"; "of the current month" changes nothing.
    which = (piece.number("R") or piece.number("Q") or None) if shift is None else None
    return DayDate(day, month, year, shift, which) if day and month else None


def _read_day_of_near_month(piece: Piece) -> DateValue | None:
    day = piece.number("n") or piece.number("F")
    return DayOfMonth(day, piece.which() or 0) if day and piece.unit() == "month" and not piece.is_plural() else None


def _read_week_of_month(piece: Piece) -> DateValue | None:
    year, shift = piece.year()
    month = MonthDate(piece.number("M") or 1, year, shift)
    if piece.unit() == "week":
        return WeekOfMonth(piece.number("F") or -1, month)
    if not piece.is_plural():
        return None
    return MonthDate(month.month, year, shift, part="early" if "F" in piece.first else "late")


def _read_month(piece: Piece) -> DateValue | None:
    year, shift = piece.year()
    which = piece.which() if piece.first.keys().isdisjoint("yJ") else None
    if month := piece.number("M"):
        return MonthDate(month, year, shift, which, piece.part())
    return SeasonDate(piece.number("S") or 1, year, shift, which, piece.part())


def _read_year(piece: Piece) -> DateValue | None:
    year = piece.number("Y") or 0
    # "in 2000 houses": a round number needs more to be a year.
    return YearDate(year, piece.part()) if year % 100 or piece.kinds != "Y" else None


def _read_weekday(piece: Piece) -> DateValue | None:
    weekday = piece.number("D")
    if weekday is None:
        return None
    if piece.unit() == "week":
        return WeekdayDate(weekday, week=piece.which())
    return WeekdayDate(weekday, which=piece.which())


def _read_days_before_yesterday(piece: Piece) -> DateValue | None:
    days = piece.number("d") or 0
    step = piece.number("E") or 0
    return Shift(1 + abs(days), 1 + abs(days), "day", step) if days * step > 0 and piece.unit() == "day" else None


def _read_told_day(piece: Piece) -> DateValue | None:
    """Read "the day before", "the next day", "the same day", "on the eve"."""
    if {"k", "I"} & piece.first.keys():
        days = piece.number("k") if "k" in piece.first else -1
        return _read_told_days(days or 0)
    step = next((piece.number(kind) for kind in "EvcXV" if kind in piece.first), None)
    unit = piece.unit() or "day"
    # "The day after the feast" counts from the feast; "the day before the" may be one clause ending before another.
    if piece.kinds.endswith("e") and step == 1 and piece.tokens.kinds[piece.end : piece.end + 1] == "t":
        return None
    if step is None or piece.is_plural() or unit in {"hour", "minute", "weekend"}:
        return None
    if unit != "day":
        return Period(unit, step, told="X" not in piece.first)
    return Shift(abs(step), abs(step), "day", step or 1, told="day")


def _read_told_days(days: int) -> DateValue:
    return Shift(abs(days), abs(days), "day", -1 if days < 0 else 1, told="date" if days < 0 else "day")


def _read_within_period(piece: Piece) -> DateValue | None:
    """Read "later in the day", "earlier this week", "later this year"."""
    unit = piece.unit()
    if unit == "day":
        return Shift(0, 0, "day", 1, told="day")
    if unit not in {"week", "month", "year"}:
        return None
    is_later = piece.number("E") == 1 and "L" not in piece.first
    return Period(unit, piece.number("L") or 0, "later" if is_later else "")


def _least_and_most(piece: Piece) -> tuple[int, int]:
    count = piece.count()
    return few(piece.unit()) if count is None else (count, count)


def _read_ago(piece: Piece) -> DateValue | None:
    return Shift(*_least_and_most(piece), piece.unit(), -1)


def _read_earlier(piece: Piece) -> DateValue | None:
    return Shift(*_least_and_most(piece), piece.unit(), piece.number("E") or -1, told="day")


def _read_window(piece: Piece) -> DateValue | None:
    # "The next 24 hours", where the word is one that may also follow its noun.
    return Lookback(_least_and_most(piece)[1], piece.unit()) if piece.first.get("R", -1) == -1 else None


def _read_lasting(piece: Piece) -> DateValue | None:
    """Read "besieged for nearly two years", "killed in two days of clashes"."""
    return Lookback(_least_and_most(piece)[1], piece.unit(), lasting=True)


def _read_period(piece: Piece) -> DateValue | None:
    unit, which, part = piece.unit(), piece.which() or 0, piece.part()
    if unit in {"week", "weekend", "month", "year"} and not piece.is_plural():
        return Period(unit, which, part)
    return Lookback(_least_and_most(piece)[1], unit) if which == -1 and not part else None


def _read_weekend(piece: Piece) -> DateValue | None:
    return Period("weekend", -1) if piece.unit() == "weekend" else None


def _read_moment(piece: Piece) -> DateValue | None:
    days = piece.number("d")
    if piece.first.get("d") == "overnight":
        return Shift(0, 1, "day", -1)
    if days is None:
        days = piece.which()
    return None if days is None else Shift(abs(days), abs(days), "day", 1 if days > 0 else -1)


# The first shape that fits at a place wins, so the longer stand before the shorter.
_SHAPES: tuple[tuple[Callable[[Piece], DateValue | None], str], ...] = (
    (_read_years, r"[fb=]?Y[ru&]Y(?![nN]?K)|Y-(?:Y|[nN](?![-.]))"),
    (
        _read_days_of_month,
        # "from 3 on 7 May" is how machines translate a Russian span.
        rf"(?:[fbs=]?t?(?:{_DAY}[.]?,t?){{0,4}}{_DAY}[.]?{_TO}|[fs]{_DAY}j)[ft]?{_DAY}[.]?{_OF}{_MONTH}{_YEAR}?"
        rf"|{_MONTH_FIRST}{_MONTH}t?{_DAY}[-r&]{_DAY}(?!K|{_OF}[Mm]){_YEAR}?",
    ),
    (_read_night, "fDjD"),
    (_read_span, rf"[fbs=]?t?{_POINT}(?P<link>,?{_TO})t?(?:{_POINT}|m)"),
    (_read_numeric, _NUMERIC),
    (_read_day, rf"{_DAY_MONTH}|{_MONTH_DAY}"),
    (_read_day_of_near_month, r"(?:nO?|F)[of=]?t?(?:[hLXR]U|U[QR])"),
    (_read_week_of_month, rf"t?(?:[FLR]U[o=]t?|FU){_MONTH}{_YEAR}?"),
    (
        _read_month,
        rf"{_PART}?[Sz]{_YEAR}|{_PART}?(?:[Sz][QR]|S|[LhXR]z)|(?:(?<=[isubP])|(?<=[isuoP]t)|(?<=P[o=]))z(?!x?B)"
        rf"|(?:J|[LhXR]y)[ij]{_MONTH}|{_PART}?(?:[LhXR]{_MONTH}|{_MONTH}[QR]|{_BARE_MONTH})",
    ),
    (
        _read_year,
        r"(?:P-?|FH)[oi=]?t?y?Y(?![nN]?K)y?|\(Y\)"
        r"|(?:(?<=[ijsubf])|(?<=[isubf]t)(?=y)|(?<=[o=])(?=Y(?:[.,)|]|$)))y?Y(?![nN]?K)y?",
    ),
    (_read_weekday, r"[LhXR]D|D[QR]|(?:D|(?<=[ij])q)(?!B)(?:[o=]?t?(?:[LhXR]U|U[QR]))?"),
    (_read_days_before_yesterday, r"t?Ued"),
    (_read_told_day, r"h?[dUTy]V|t?[vcX][UT]|jtI(?!o)|k(?!T?[o=])T?|tUE|t?Ue(?!w)|tTe(?=[.,|)]|$)"),
    (_read_within_period, rf"E(?:it?|[hLc]){_UNIT}"),
    (_read_ago, rf"{_COUNT}?{_UNIT}g|G~?{_COUNT}?{_UNIT}|[Gs]W|s~?[wnNA]{_UNIT}"),
    (_read_earlier, rf"{_COUNT}{_UNIT}(?:E|e(?=[.,|)]|$))|{_UNIT}E"),
    (
        _read_window,
        rf"(?:t?[Lp]|[th]?R)(?:{_COUNT}{_UNIT}|C)|t?{_COUNT}R{_UNIT}|tL{_UNIT}|[th]R{_UNIT}|t?p{_UNIT}"
        rf"|t?[nNw]{_UNIT}Q|Ut?[nNw]Q|WQ|(?<=i)C",
    ),
    (_read_lasting, rf"(?<=i~){_COUNT}{_UNIT}(?![egE])|(?<=i){_COUNT}{_UNIT}(?=o)"),
    (_read_period, rf"{_PART}[Uy][QR]|{_PART}[LhXvR]?[Uy]|{_PART}?J|[LhXR][Uy]|[Uy][QR]"),
    (_read_weekend, r"(?<=it)U"),
    (_read_moment, r"T?dT?|[hLR]T|T(?:L(?![UyT])|[QR])"),
)
# Spans have both ends, and "since two days" is "two days ago".
_UNBOUND = frozenset(
    {_read_years, _read_days_of_month, _read_night, _read_span, _read_ago, _read_window, _read_lasting}
)
_READERS = {reader.__name__: reader for reader, _ in _SHAPES}
_GRAMMAR = (
    "(?![-.,:/)&xegioruBHIKOQVZ~@])(?:" + "|".join(f"(?P<{reader.__name__}>{shape})" for reader, shape in _SHAPES) + ")"
)


@cache
def _make_grammar(*, day_first: bool) -> re.Pattern[str]:
    """Compile the grammar; where the day stands first, a number after a month counts something else."""
    return re.compile(_GRAMMAR.replace(_MONTH_FIRST, "(?!)") if day_first else _GRAMMAR)


# Only a run of known words can hold an expression, and only one with one of these in it: a kind of its own, or "n-n".
_RUN_END = re.compile(r"[x|]")
_TELLING = re.compile(r"[MmDqSzYdkIUCyTWJn](?:(?<!n)|[-/.]n)")


def find_expressions(text: str, language: str = UNTOLD) -> list[DateExpression]:
    """Find the words of a text that tell a time.

    Lengths of time ("for two days") and times of the day alone ("at 10:30") tell no day and are left out, and so are
    days that no calendar has.

    Parameters
    ----------
    text : str
        Any text.
    language : str
        ISO 639-1; where there is no file for it, the text is read by the words of all languages.

    Returns
    -------
    list of DateExpression
        In order, not overlapping.
    """
    vocabulary = vocabulary_of(language)
    if not tells_time(text, vocabulary):
        return []
    tokens = cut_tokens(text, vocabulary)
    grammar = _make_grammar(day_first=vocabulary.day_first)
    return [expression for run in _find_runs(tokens.kinds) for expression in _read_run(text, tokens, grammar, *run)]


def _find_runs(kinds: str) -> Iterator[tuple[int, int]]:
    """Find the runs of known words around what tells a time."""
    end = 0
    while telling := _TELLING.search(kinds, end):
        at = telling.start()
        start = max(end, kinds.rfind("x", end, at) + 1, kinds.rfind("|", end, at) + 1)
        stop = _RUN_END.search(kinds, at)
        end = stop.start() if stop else len(kinds)
        yield start, end


def _read_run(
    text: str, tokens: Tokens, grammar: re.Pattern[str], position: int, run_end: int
) -> Iterator[DateExpression]:
    while _TELLING.search(tokens.kinds, position, run_end):
        # One token more than the run, for the shapes that look at what follows.
        match = grammar.search(tokens.kinds, position, run_end + 1)
        if match is None:
            break
        reader = _READERS[match.lastgroup or ""]
        first, end = match.span()
        value = reader(Piece(tokens, first, end, match.start("link")))
        if value is None:
            position = first + 1
            continue
        if is_possible(value):
            start, value = (first, value) if reader in _UNBOUND else _bind(tokens, position, first, value)
            yield _express(text, tokens, start, end, value)
        position = end


def _express(text: str, tokens: Tokens, first: int, end: int, value: DateValue) -> DateExpression:
    start, stop = tokens.spans[first][0], tokens.spans[end - 1][1]
    return DateExpression(start, stop, text[start:stop], value)


def _bind(tokens: Tokens, earliest: int, first: int, value: DateValue) -> tuple[int, DateValue]:
    """Take in a "since" or "until" before an expression."""
    before = first - 2 if first - 2 >= earliest and tokens.kinds[first - 1] == "t" else first - 1
    kind = tokens.kinds[before] if before >= earliest else ""
    if kind == "s" or (kind == "f" and (is_explicit(value) or isinstance(value, WeekdayDate | Period))):
        return before, Bound("since", value)
    is_before = kind == "e" and tokens.values[before] == -1
    if kind == "u" or (is_before and isinstance(value, Period) and value.part == "late"):
        return before, Bound("until", value)
    return first, value
