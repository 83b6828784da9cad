"""What is reckoned in both languages is reckoned alike: random cases through both, as the counts have them."""

import base64
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, get_args

import numpy as np
import pytest
from made_counts import FIRST, lay_out_rows, make_rows
from playwright.sync_api import Browser, Error, Page
from scripts import ask, open_blank

from dashboard import phrases, words
from dashboard.choices import Window
from dashboard.contract import PALETTES, RECENCY_DAYS, SOURCES_AT_MOST, Basis, numbers
from dashboard.counting.counts import Counts, count_statements, number_day
from dashboard.counting.wire import pack_counts
from dashboard.map.classes import classify_recency, classify_sources
from dashboard.map.drawing import class_breaks

CASES = 400
TINTS, CLASSES, DAYS = "map/regions/tints.js", "map/circles/classes.js", "timeline/days.js"


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    page = open_blank(browser)
    yield page
    page.close()


def test_a_script_that_is_not_there_is_told(blank: Page) -> None:
    with pytest.raises(Error, match="Failed to fetch dynamically imported module"):
        ask(blank, "map/none.js", "() => 1", [1])


def test_constants_are_those_of_python(blank: Page) -> None:
    (made,) = ask(blank, "contract/constants.js", "(made) => ({ ...made })", [0])
    colours = made.pop("COLOURS")
    declared = {name: getattr(numbers, name) for name in vars(numbers) if name.isupper()}
    assert made == {name: list(value) if isinstance(value, tuple) else value for name, value in declared.items()}
    for theme, palette in PALETTES.items():
        assert colours[theme]["voice"] == palette.voice
        assert colours[theme]["water"] == palette.land.water


def test_tints_begin_at_the_same_numbers(blank: Page) -> None:
    draw = np.random.default_rng(1)
    mosts = [*range(1, 120), *(int(most) for most in np.exp(draw.uniform(0, 16, CASES)))]
    mosts += [step * 10**power + by for power in range(7) for step in (1, 2, 5) for by in (-1, 0, 1)][1:]
    breaks = ask(blank, TINTS, "(made, most) => made.classBreaks(most)", mosts)
    assert [tuple(one) for one in breaks] == [class_breaks([most]) for most in mosts]
    shown = [[int(draw.integers(1, most + 1)), list(class_breaks([most]))] for most in mosts]
    tints = ask(blank, TINTS, "(made, [n, breaks]) => made.tintOf(n, breaks)", shown)
    assert tints == [int(np.searchsorted(breaks, n, side="right")) - 1 for n, breaks in shown]


def pack(counts: Counts, basis: Basis) -> str:
    return base64.b64encode(pack_counts(counts, basis)).decode()


# Counts are decoded once for all windows of a case.
CLASSIFY = """({ classify }, { colour, sure, packed, pairs, windows, days, sources }) => {
  const { decodeCounts, countWindow } = window.counting;
  const decode = (text) => decodeCounts(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
  const counts = decode(packed);
  const told = pairs && { ...sources, counts: decode(pairs) };
  return windows.map(([start, end]) => {
    countWindow(counts, start, end);
    const n = sure ? counts.certain : counts.statements;
    const classes = new Uint8Array(n.length);
    const rows = [...n.keys()];
    classify(classes, rows, {
      colour, places: { kinds: [] }, counts, n, window: { start, end }, isSure: sure, days, sources: told,
    });
    return [...classes];
  });
}"""


def draw_windows(draw: np.random.Generator) -> list[Window]:
    starts, lengths = FIRST + draw.integers(-20, 60, 40), draw.integers(0, 60, 40)
    return [
        Window(start, start + timedelta(days=int(length)), "event")
        for start, length in zip(starts.astype(date).tolist(), lengths, strict=True)
    ]


def classify_in_browser(page: Page, case: dict[str, Any], windows: list[Window]) -> list[list[int]]:
    page.evaluate("async () => { window.counting = await import('/counting/counts.js'); }")
    days = [[number_day(window.start), number_day(window.end)] for window in windows]
    (found,) = ask(page, CLASSES, CLASSIFY, [case | {"windows": days, "days": list(RECENCY_DAYS)}])
    return list(found)


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("basis", get_args(Basis))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_places_are_as_recent_in_both(blank: Page, seed: int, basis: Basis, sure: bool) -> None:
    counts = count_statements(lay_out_rows(*make_rows(seed, statements=90)))
    windows = [Window(one.start, one.end, basis) for one in draw_windows(np.random.default_rng(seed))]
    found = classify_in_browser(blank, {"colour": "recency", "sure": sure, "packed": pack(counts, basis)}, windows)
    assert found == [classify_recency(counts, window, uncertain=not sure).tolist() for window in windows]
    assert {one for classes in found for one in classes} == set(range(len(RECENCY_DAYS) + 1))


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("basis", get_args(Basis))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_places_are_of_the_same_source_in_both(blank: Page, seed: int, basis: Basis, sure: bool) -> None:
    draw = np.random.default_rng(seed)
    counts = count_statements(lay_out_rows(*make_rows(seed, statements=90)))
    # As many statements of pairs as of places or fewer; whether they are the same ones is nothing to the classing.
    pairs = count_statements(lay_out_rows(*make_rows(seed, statements=90), places=7), draw.random(90) < 0.7)
    rows, sources = np.arange(7), draw.integers(0, SOURCES_AT_MOST, 7)
    windows = [Window(one.start, one.end, basis) for one in draw_windows(draw)]
    case = {
        "colour": "source",
        "sure": sure,
        "packed": pack(counts, basis),
        "pairs": pack(pairs, basis),
        "sources": {"places": rows.tolist(), "sources": sources.tolist()},
    }
    found = classify_in_browser(blank, case, windows)
    for window, classes in zip(windows, found, strict=True):
        days = (window.start, window.end, basis)
        numbers_shown, told = (one.in_window(*days, uncertain=not sure).by_place for one in (counts, pairs))
        assert classes == classify_sources(numbers_shown, rows, sources, told).tolist()
    assert {6, 7} <= {one for classes in found for one in classes}


def draw_days(count: int) -> list[date]:
    """Draw days of all years that Python knows, most of them near each other."""
    draw = np.random.default_rng(7)
    far = draw.integers(date.min.toordinal(), date.max.toordinal() + 1, count)
    near = date(2017, 11, 9).toordinal() + draw.integers(-400, 400, count)
    return [date.fromordinal(int(day)) for day in np.where(draw.random(count) < 0.3, far, near)]


def test_days_have_the_same_numbers(blank: Page) -> None:
    days = [date.min, date.max, date(1970, 1, 1), date(2016, 2, 29), *draw_days(CASES)]
    told = ask(blank, DAYS, "(made, iso) => [made.toDay(iso), made.toIso(made.toDay(iso))]", [str(day) for day in days])
    assert told == [[number_day(day), day.isoformat()] for day in days]
    assert ask(blank, "counting/counts.js", "(made, iso) => made.dayNumber(iso)", [str(day) for day in days]) == [
        number_day(day) for day in days
    ]


def test_days_are_said_in_the_same_words(blank: Page) -> None:
    days = draw_days(3 * CASES)
    spans = [(first, first) for first in days[:CASES]]
    spans += [(min(pair), max(pair)) for pair in zip(days[CASES : 2 * CASES], days[2 * CASES :], strict=True)]
    spans += [(first, first + timedelta(days=n % 40)) for n, first in enumerate(days[:CASES]) if first.year < 9999]
    for short in (False, True):
        say = f"(made, [words, start, end]) => made.sayDays(words, {{ start, end }}, {str(short).lower()})"
        cases = [[words.TIME_CONTROL, number_day(first), number_day(last)] for first, last in spans]
        assert ask(blank, DAYS, say, cases) == [phrases.span(first, last, short=short) for first, last in spans]


def test_numbers_of_statements_are_said_in_the_same_words(blank: Page) -> None:
    counts = [*range(12), *(int(n) for n in np.exp(np.random.default_rng(3).uniform(0, 20, CASES)))]
    say = "(made, [words, n]) => made.sayCount(words, n)"
    assert ask(blank, DAYS, say, [[words.TIME_CONTROL, n] for n in counts]) == [phrases.statements(n) for n in counts]
