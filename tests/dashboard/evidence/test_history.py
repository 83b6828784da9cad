"""Claims about a place, read only where the words are plain."""

import csv
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import words
from dashboard.evidence.history import VOCABULARY, Claim, group_days, make_history, read_claims, tell_history


def read(text: str, language: str = "en") -> list[str]:
    """Read a text in which the place stands in square brackets."""
    spans = []
    while "[" in text:
        start = text.index("[")
        text = text.replace("[", "", 1)
        end = text.index("]")
        text = text.replace("]", "", 1)
        spans.append((start, end))
    return read_claims(text, spans, language)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The army captured [Dorun] on Friday.", ["taken"]),
        ("The army captured the town of [Dorun].", ["taken"]),
        ("They took full control of the whole of [Dorun city].", ["taken"]),
        ("[Dorun] was completely liberated, the command said.", ["taken"]),
        ("The command declared [Dorun] free.", ["taken"]),
        ("The militia recaptured [Dorun].", ["retaken"]),
        ("The army regained complete control over [Dorun].", ["retaken"]),
        ("The garrison withdrew from [Dorun] at night.", ["lost"]),
        ("The garrison was forced to leave [Dorun].", ["lost"]),
        ("Troops entered [Dorun]; [Dorun] fell by noon.", ["entered", "taken"]),
        ("Troops have encircled [Dorun].", ["besieged"]),
        ("The rebels shelled [Dorun].", ["attacked"]),
        ("Reports that the army left [Dorun] do not correspond to reality.", ["denied"]),
        ("The command denied that the enemy had captured [Dorun].", ["denied"]),
    ],
)
def test_what_is_plain_is_read(text: str, claims: list[str]) -> None:
    assert read(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The army captured a village near [Dorun].",
        "The army captured Salbek, south of [Dorun].",
        "They took the last villages upstream of [Dorun].",
        "The army lost the outskirts of [Dorun].",
        "The army has not captured [Dorun].",
        "The army will soon take, and hopes to have captured [Dorun] by May.",
        "The army is expected to enter [Dorun].",
        "The army may have captured [Dorun].",
        "A march to capture of [Dorun] is planned.",
        "If the enemy left [Dorun], people could return.",
        "They met those who left [Dorun].",
        "The group still holds [Dorun].",
        "The command denied everything about [Dorun].",
        "Salbek was captured. [Dorun] was quiet.",
        "[Dorun] fellows met.",
        "[Dorun] lies on the river.",
        "",
    ],
)
def test_what_is_not_plain_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "language", "claims"),
    [
        ("Город [Дорун] был взят 5 мая.", "ru", ["taken"]),
        ("Войска освободили город [Дорун].", "ru", ["taken"]),
        ("Отряды покинули [Дорун].", "ru", ["lost"]),
        ("Войска не взяли [Дорун].", "ru", []),
        ("Сообщение о том, что войска оставили [Дорун], не соответствует действительности.", "ru", ["denied"]),
        ("أعلن الجيش السيطرة على مدينة [دورون]", "ar", ["taken"]),
        ("استعادت القوات أمس السيطرة الكاملة على [دورون]", "ar", ["retaken"]),
        ("انسحبت القوات من [دورون]", "ar", []),
        ("انسحبت من [دورون]", "ar", ["lost"]),
        ("لم تتم السيطرة على [دورون]", "ar", []),
        ("The army captured [Dorun].", "xx", []),
        ("The army captured [Dorun].", "ru", []),
    ],
)
def test_other_languages(text: str, language: str, claims: list[str]) -> None:
    assert read(text, language) == claims


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=3))
def test_any_text_is_survived(text: str, spans: list[tuple[int, int]]) -> None:
    assert set(read_claims(text, spans, "en")) <= set(words.CLAIMS)


def test_every_claim_of_the_vocabulary_has_a_word_and_every_phrase_a_place() -> None:
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {"filler", "guard", "allowed", "denial"}
    assert {row["claim"] for row in rows} - kinds <= set(words.CLAIMS)
    for row in rows:
        assert row["pattern"].split().count("{place}") == (row["claim"] not in kinds), row
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def make_statements(*rows: tuple[str, int, int, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Statements about Dorun: text, first and last day of May 2017, speaker; offsets count from 100."""
    statements, mentions = [], []
    for number, (text, first, last, speaker) in enumerate(rows):
        key = {"statement_id": f"s{number}"}
        start, end = pd.Timestamp(2017, 5, first), pd.Timestamp(2017, 5, last)
        about = {"language": "en", "event_start": start, "event_end": end, "speaker": speaker, "source": "Agency"}
        statements.append(key | about | {"text": text, "start": 100, "own": True})
        at = 100 + text.index("Dorun")
        mentions.append(key | {"start": at, "end": at + 5, "place_id": "dorun"})
    return pd.DataFrame(statements), pd.DataFrame(mentions)


def test_a_history_is_told_in_order_of_days() -> None:
    statements, mentions = make_statements(
        ("The army recaptured Dorun.", 19, 19, ""),
        ("The army captured Dorun.", 8, 8, "the command"),
        ("The army entered Dorun.", 8, 8, ""),
        ("Dorun is liberated.", 9, 9, ""),
        ("The army withdrew from Dorun.", 11, 11, "a monitor"),
        ("Dorun fell at some time.", 1, 31, ""),
    )
    history = make_history(statements, mentions, "dorun")
    assert [(claim.day.day, claim.claim, claim.by, claim.statement_id) for claim in history] == [
        (8, "taken", "the command", "s1"),
        (8, "entered", "Agency", "s2"),
        (9, "taken", "Agency", "s3"),
        (11, "lost", "a monitor", "s4"),
        (19, "retaken", "Agency", "s0"),
    ]
    told = [(part.words, part.day.day, part.statement_id) for part in tell_history(history)]
    assert told == [("claimed 8 May", 8, "s1"), ("lost 11 May", 11, "s4"), ("retaken 19 May", 19, "s0")]
    assert [(day.day, len(group)) for day, group in group_days(history)] == [(8, 2), (9, 1), (11, 1), (19, 1)]


def test_statements_that_only_name_something_inside_or_have_no_day_are_not_read() -> None:
    statements, mentions = make_statements(("The army captured Dorun.", 8, 8, ""), ("The army left Dorun.", 9, 9, ""))
    assert make_history(statements.assign(own=False), mentions, "dorun") == []
    undated = statements.assign(event_start=pd.NaT, event_end=pd.NaT)
    assert make_history(undated, mentions, "dorun") == []
    assert make_history(statements, mentions, "salbek") == []
    assert tell_history([]) == []


def test_claims_of_one_day_that_contradict_are_both_told_and_years_where_there_are_two() -> None:
    claims = [
        Claim(date(2017, 12, 31), "taken", "a", "s1"),
        Claim(date(2017, 12, 31), "lost", "b", "s2"),
        Claim(date(2018, 1, 2), "denied", "c", "s3"),
    ]
    assert [part.words for part in tell_history(claims)] == ["claimed and lost 31 Dec 2017", "denied 2 Jan 2018"]
