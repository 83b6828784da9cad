"""Dates: expressions in isolation (tests/data/dates.tsv), statements in their report, and what must always hold."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_country import TESTS

from geodata.dates.dating import date_statements, find_expressions, printed_date, resolve_expression
from geodata.languages import LANGUAGES
from geodata.model import DateBasis, EventDate, Segment, because

WEDNESDAY = date(2017, 12, 6)
ROWS = [
    line.split("\t")
    for line in (TESTS / "data" / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
DATED = [row for row in ROWS if len(row) == 6]
UNDATED = [row for row in ROWS if len(row) == 3]


def test_every_row_of_the_table_is_read() -> None:
    assert len(DATED) + len(UNDATED) == len(ROWS)
    assert len(DATED) >= 80
    assert len(UNDATED) >= 20


@pytest.mark.parametrize("row", DATED, ids=[row[1] for row in DATED])
def test_expression_is_found_and_resolved(row: list[str]) -> None:
    language, text, words, start, end, precision = row
    found = find_expressions(text, language)
    expression = next((expression for expression in found if expression.text == words), None)
    assert expression, [expression.text for expression in found]
    event = resolve_expression(expression, WEDNESDAY)
    assert (event.start, event.end, event.precision) == (
        date.fromisoformat(start),
        date.fromisoformat(end),
        precision,
    )


@pytest.mark.parametrize("row", UNDATED, ids=[row[1] for row in UNDATED])
def test_no_date_is_found(row: list[str]) -> None:
    assert [expression.text for expression in find_expressions(row[1], row[0])] == []


def test_most_rows_hold_one_expression_only() -> None:
    extra = [row[1] for row in DATED if len(find_expressions(row[1], row[0])) != 1]
    assert len(extra) <= 1, extra


def date_parts(parts: list[str], published_on: date | None = WEDNESDAY, language: str = "und") -> list[EventDate]:
    """Date the statements of a report given as statements; a blank one ends a paragraph."""
    text, segments = "", []
    for part in parts:
        if not part:
            text += "\n\n"
            continue
        text += " " if text and not text.endswith("\n") else ""
        segments.append(Segment(len(text), len(text) + len(part)))
        text += part
    return date_statements(text, segments, published_on, language)


def days(event: EventDate) -> str:
    """Short form of an interval, the year left out where it is the report's."""
    if event.start is None or event.end is None:
        return "none"
    first, last = (str(day).removeprefix("2017-") for day in (event.start, event.end))
    return first if first == last else f"{first}..{last}"


# One line a report: its statements, "" between paragraphs, and the days expected.
REPORTS = [
    # the day of the event, not that of the saying, where both are told
    (["Ten were killed last Tuesday, a monitor said on Saturday."], ["12-05"]),
    (["A mill burnt on Monday, the mayor said Tuesday."], ["12-04"]),
    (["A mill burnt last week, witnesses said Monday."], ["11-27..12-03"]),
    (["A mill burnt on Monday, the mayor said."], ["12-04"]),
    (["On 21 November the minister announced that it would be over by the end of the year."], ["11-21"]),
    # how long a thing took dates it only where nothing else does, and is not carried on
    (["Foo was entered on Monday, ending a siege of nearly two years."], ["12-04"]),
    (["Foo has been held for nearly two years.", "A mill burnt."], ["2015-12-07..12-06", "12-06"]),
    (["It will be over in less than two weeks."], ["12-06"]),
    # carried on, and counted from the day told
    (["The army took Foo on 9 November.", "The gangs fled."], ["11-09", "11-09"]),
    (["The army took Foo on 9 November.", "The day before, it had entered Bar."], ["11-09", "11-08"]),
    (["The army took Foo on 9 November.", "The next day it entered Bar."], ["11-09", "11-10"]),
    (["The army took Foo on Monday.", "Two days earlier it had entered Bar."], ["12-04", "12-02"]),
    (["It rained on 9 November.", "", "The day before, a mill burnt."], ["11-09", "12-05"]),
    (["It rained on 9 November.", "", "The next day a mill burnt."], ["11-09", "11-10"]),
    (["It rained on 9 November.", "", "A mill burnt."], ["11-09", "11-09"]),
    (["It rained on 9 November.", "", "Then a mill burnt."], ["11-09", "11-09"]),
    (["It rained on 9 November.", "It snowed on 3 December.", "", "A mill burnt."], ["11-09", "12-03", "12-03"]),
    (["It rained on 3 December.", "It snowed on 9 November.", "", "A mill burnt."], ["12-03", "11-09", "12-03"]),
    (["A mill burnt.", "It rained on 9 November."], ["12-06", "11-09"]),
    (["Foo has been held since 2014.", "It is a village."], ["2014-01-01..12-06", "12-06"]),
    (["In 2015 Foo was founded.", "It is a village."], ["2015-01-01..2015-12-31", "12-06"]),
    (["Talks will open on 10 December.", "The army took Foo."], ["12-10", "12-06"]),
    (["Two days later a mill burnt."], ["12-06"]),
    # a year told holds for its paragraph, unless the day is near the report's
    (["In June 2014 the gang took Foo.", "On 10 June it took Bar."], ["2014-06-01..2014-06-30", "2014-06-10"]),
    (["In June 2014 the gang took Foo.", "On 4 December it lost Foo."], ["2014-06-01..2014-06-30", "12-04"]),
    # quotations and who said when
    (['"We took Foo today," he said on Tuesday.'], ["12-05"]),
    (["“We took Foo yesterday,” the ministry said on Monday."], ["12-03"]),
    (['"We took Foo on 9 November," he said on Tuesday.'], ["11-09"]),
    (['"We took Foo," he said on Tuesday.'], ["12-05"]),
    (["The ministry said on Tuesday that it took Foo on Monday."], ["12-04"]),
    (["On Tuesday, the ministry reported that Foo was taken on 3 December."], ["12-03"]),
    # several expressions
    (["On Monday the army took Foo and on Wednesday it took Bar."], ["12-04..12-06"]),
    (["The town, which the gang seized in 2014, fell on 3 December."], ["12-03"]),
    (["Foo, held by the gang since 3 May, was freed in November."], ["11-01..11-30"]),
    (["Last week talks opened, and on Friday they ended."], ["12-01"]),
    (["After the fall of Bar in May the army took Foo on 9 November."], ["11-09"]),
    (["After the fall of Bar in May the army stopped."], ["05-01..05-31"]),
    (["DAMASCUS, Dec 6 - The army took Foo on Monday."], ["12-04"]),
    (["Today, on 5 December, the army took Foo."], ["12-05"]),
    # looks back and ahead
    (["It rained on 3 December.", "It had rained on 9 November.", "Birds sang."], ["12-03", "11-09", "12-03"]),
    (
        ["It rained on 3 December.", "It rained in April 2016.", "Birds sang."],
        ["12-03", "2016-04-01..2016-04-30", "12-03"],
    ),
    (
        ["It rained on 3 December.", "It snowed on 5 December because warm air had gone.", "Birds sang."],
        ["12-03"] + ["12-05"] * 2,
    ),
    (["It rained on 3 December.", "", "Rain had come on 4 December.", "Birds sang."], ["12-03", "12-04", "12-03"]),
    (["The council will meet on Friday."], ["12-08"]),
    (["It hopes to end before the end of the year."], ["12-06..12-31"]),
    (
        ["It rained on Monday.", '"By tomorrow we leave," he said on Tuesday.', "Birds sang."],
        ["12-04", "12-05..12-06", "12-04"],
    ),
    (["A round of talks is set for mid-January."], ["2018-01-11..2018-01-20"]),
    (["A fair is planned for 20 December."], ["12-20"]),
    (["From Friday the city is free.", "On the eve it was not."], ["12-01..12-06", "12-05"]),
    (["It rained on 9 November.", "On the eve it snowed."], ["11-09", "11-08"]),
    # machine-translated
    (["The day before the submarine launched six missiles."], ["12-05"]),
    (["Before start of operation 30 September 2015 terrorists held the most part."], ["2015-09-30"]),
    (["5 in December the detachments of army the village Foo liberated, - quotes the chief the agency."], ["12-05"]),
    (["For the last day the aviation has made 30 departures.", "It is destroyed 4 tanks."], ["12-05..12-06"] * 2),
    (["On the eve, in area of the settlement Foo fights went.", "The enemy has departed."], ["12-05", "12-05"]),
    (["As have informed on Tuesday, on 2 December of this year the city is released."], ["12-02"]),
]


@pytest.mark.parametrize(("parts", "expected"), REPORTS, ids=[" / ".join(parts) for parts, _ in REPORTS])
def test_statements_are_dated(parts: list[str], expected: list[str]) -> None:
    assert [days(event) for event in date_parts(parts)] == expected


def test_basis_is_said_in_words() -> None:
    events = date_parts(
        [
            "The army took Foo on 9 November.",
            "The day before, it was in Bar.",
            "It rained.",
            "It snowed.",
            "",
            "A mill burnt yesterday.",
            "",
            "He ran.",
            "",
            "Birds sang.",
            "Two days later they fled.",
        ]
    )
    assert [event.basis for event in events] == [
        "explicit: '9 November'",
        "relative: 'The day before', from the day told before, 9 Nov 2017",
        "carried on: '9 November'",
        "carried on: '9 November'",
        "relative: 'yesterday', from publication 6 Dec 2017",
        "carried on: 'yesterday'",
        "carried on: 'yesterday'",
        "relative: 'Two days later', from the day told before, 5 Dec 2017",
    ]
    quoted = date_parts(['"We took Foo today," he said on Tuesday.'])
    assert quoted[0].basis == "relative: 'today', from the day of the quotation, 5 Dec 2017"


def test_without_publication_day_only_what_is_explicit_is_dated() -> None:
    events = date_parts(["It rained yesterday.", "It fell on 9 November 2016.", "", "Birds sang."], None)
    assert [days(event) for event in events] == ["none", "2016-11-09", "2016-11-09"]
    assert [event.precision for event in events] == ["none", "day", "day"]
    assert "'yesterday'" in events[0].basis
    assert events[2].basis == "carried on: '9 November 2016'"


def test_basis_of_many_days_stays_short() -> None:
    event = date_parts(["It rained on " + ", on ".join(f"{day} November" for day in (1, 3, 5, 7, 9, 11)) + "."])[0]
    assert days(event) == "11-01..11-11"
    assert event.basis.endswith("explicit: '7 November'; and 2 more")


def test_boilerplate_is_not_judged_and_dates_nothing_else() -> None:
    text = "Published 9 November. Birds sang."
    segments = [Segment(0, 21, kind="boilerplate"), Segment(22, 33)]
    assert date_statements(text, segments, WEDNESDAY) == [
        EventDate(None, None, "none", because(DateBasis.BOILERPLATE)),
        EventDate(WEDNESDAY, WEDNESDAY, "day", because(DateBasis.PUBLICATION)),
    ]


IN_OTHER_LANGUAGES = [
    ("ru", ["Город взят 9 ноября.", "Накануне взято село.", "Идут бои."], ["11-09", "11-08", "11-09"]),
    ("ru", ["Село, которое взяли в мае, отбили 9 ноября."], ["11-09"]),
    ("ar", ["سقطت البلدة في 9 نوفمبر.", "وفي اليوم التالي وصلت القافلة."], ["11-09", "11-10"]),
    ("uk", ["Місто взято 9 листопада.", "Напередодні взято село.", "Тривають бої."], ["11-09", "11-08", "11-09"]),
    ("uk", ["Місто взято 9 листопада.", "Наступного дня взято село."], ["11-09", "11-10"]),
    ("uk", ["Село, яке захопили у 2014 році, впало 3 грудня."], ["12-03"]),
    ("uk", ["Перемовини відбудуться у п'ятницю."], ["12-08"]),
    ("uk", ["Село тримають з 2014 року.", "Тривають бої."], ["2014-01-01..12-06", "12-06"]),
    (
        "fr",
        ["La ville est tombée le 9 novembre.", "La veille, un pont brûlait.", "Il pleut."],
        ["11-09", "11-08", "11-09"],
    ),
    ("fr", ["La ville est tombée le 9 novembre.", "Le lendemain, il pleuvait."], ["11-09", "11-10"]),
    ("fr", ["Le village, dont la milice s'est emparée en 2014, est tombé le 3 décembre."], ["12-03"]),
    ("fr", ["Les pourparlers sont prévus vendredi."], ["12-08"]),
    ("fr", ["Dans l'après-midi du 9 novembre, la ville est tombée.", "Il pleut."], ["11-09", "11-09"]),
    ("uk", ["Місто має новий міст із вівторка."], ["12-05..12-06"]),
    ("uk", ["Рада має зібратися у вівторок."], ["12-12"]),
    ("fr", ["Il pleuvait le 3 décembre.", "Il avait neigé le 9 novembre.", "Il pleut."], ["12-03", "11-09", "12-03"]),
]


@pytest.mark.parametrize(
    ("language", "parts", "expected"), IN_OTHER_LANGUAGES, ids=[" / ".join(parts) for _, parts, _ in IN_OTHER_LANGUAGES]
)
def test_statements_in_other_languages(language: str, parts: list[str], expected: list[str]) -> None:
    assert [days(event) for event in date_parts(parts, language=language)] == expected


def test_a_report_is_read_by_the_words_of_its_language() -> None:
    parts = ["Город взят 9 ноября.", "It rained on 8 November."]
    assert [days(event) for event in date_parts(parts, language="ru")] == ["11-09", "11-09"]
    assert [days(event) for event in date_parts(parts, language="en")] == ["12-06", "11-08"]
    assert [days(event) for event in date_parts(parts)] == ["11-09", "11-08"]
    # "an" is a year in French, "mars" no month in English.
    assert [days(event) for event in date_parts(["Un pont a brûlé l'an dernier."], language="fr")] == [
        "2016-01-01..2016-12-31"
    ]
    assert [days(event) for event in date_parts(["A scratch mars 2017 plates."], language="en")] == ["12-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct 042017 The army took Foo", ("2017-10-04", "Oct 042017")),
        ("01-06-2016\nTwo people fled", ("2016-06-01", "01-06-2016")),
        ("28.04.2017Get short URL\nThe army", ("2017-04-28", "28.04.2017")),
        ("DAMASCUS, Nov 9, 2017 (Agency) - The army", ("2017-11-09", "Nov 9, 2017")),
        ("Published: 9 November 2017 10:00\nThe army", ("2017-11-09", "9 November 2017")),
        ("A headline of some words\n9 ноября 2017\nГород взят", ("2017-11-09", "9 ноября 2017")),
        ("DAMASCUS, Nov 9 - The army took Foo", None),
        ("On 9 November 2017 the army took Foo", None),
        ("November 9, 2017, the army took Foo", None),
        ("The pact was signed in Foo, 9 May 2016.", None),
        ("Feb 302017 The army took Foo", None),
        ("", None),
    ],
)
def test_printed_date(text: str, expected: tuple[str, str] | None) -> None:
    found = printed_date(text)
    assert (found and (found[0].isoformat(), text[found[1] : found[2]])) == expected


WORD_LIST = """
    учора тому торік у ніч на і п'ятниця лист. il y a trois jours du 3 au mai l'an dernier rue de la veille jour -là
    5 31 042017 2017 1863 2,000 17 - – / . , : ( ) " “ ” « May Nov Nov. November Sat Monday last next this the of in on
    from to between and since until ago before after earlier later day days week month year years night eve today two
    a few couple half first end early late mid said that which ноября вчера года с по за сутки накануне تشرين
    الثاني ٩ قبل يومين الماضي اليوم من إلى و
"""
WORDS = st.sampled_from([*WORD_LIST.split(), "\n", "\n\n"])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map("".join))
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS, st.sampled_from(["und", *LANGUAGES]))
def test_any_text_is_read_without_harm(text: str, anchor: date | None, language: str) -> None:
    found = find_expressions(text, language)
    for expression in found:
        assert text[expression.start : expression.end] == expression.text
        event = resolve_expression(expression, anchor)
        assert (event.start is None) == (event.end is None) == (event.precision == "none")
        if event.start and event.end:
            assert event.start <= event.end
            assert 1900 <= event.start.year <= event.end.year <= 2100
    assert all(one.end <= other.start for one, other in pairwise(found))
    printed = printed_date(text)
    assert printed is None or 0 <= printed[1] < printed[2] <= len(text)


@given(st.lists(TEXTS.map(str.strip).filter(bool), max_size=6), DAYS)
def test_every_segment_gets_one_date(parts: list[str], published_on: date | None) -> None:
    events = date_parts(parts, published_on)
    assert len(events) == len(parts)
    for event in events:
        assert event.basis
        assert (event.start is None) == (event.precision == "none")
        assert event.start is None or event.end is None or event.start <= event.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "1 ",
        "5-",
        "5 November ",
        "the last ",
        "\n ",
        "م",
        '"',
        '5 May " ',
        "“",
        "1.1.2017 ",
        "on Monday he said ",
        "l'",
        "il y a ",
        "rue du 4 ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        date_statements(text, [Segment(0, len(text))], WEDNESDAY)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(200_000) < max(0.5, 12 * min(seconds(50_000), seconds(50_000)))
