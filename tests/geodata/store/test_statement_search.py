"""Statements found by their words; no query of a user ever reaches SQLite."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.build import Inputs, build_store
from geodata.errors import SearchError, StoreError
from geodata.languages.folding import fold_words
from geodata.store.builds import Store
from geodata.store.statement_search import LONGEST_QUERY, StatementSearch, Term, parse_query, write_search

TEXTS = [
    "The army took Deir ez-Zor on Friday.",
    "Deir Hafir and Zor were quiet; ez was not.",
    "Al-Bukamal’s market opened; the people don't complain.",
    "Déjà vu at the BRIDGE of Łódź and in the Straße",
    "دخل الجيش إلى مدينة الرَّقّة أمس",
    "قال المتحدث إن القوات وصلت للرقة والميادين في ٢٠١٧",
    "Ребёнок ранен в Ракке, сообщил источник",
    "北京的记者说道路开放",
    "เขาเดินทางไปกรุงเทพ",
    "",
    "the the the bridge, the road",
]

CASES = [
    ("deir", [0, 1]),
    ("DEIR zor", [0, 1]),
    ('"deir ez-zor"', [0]),
    ("deir-ez-zor", [0]),
    ("“Deir ez Zor”", [0]),
    ("«deir ez zor»", [0]),
    ('"deir ez-zor', [0]),
    ('"deir ez-zo*"', [0]),
    ("bukam*", [2]),
    ("bukamal", [2]),
    ("bukamal's", [2]),
    ("dont", [2]),
    ("don’t", [2]),
    ("bukam", []),
    ("deja lodz", [3]),
    ("STRASSE", [3]),
    ("الرقة", [4, 5]),
    ("رقه", [4, 5]),
    ("الى", [4]),
    ("ميادين", [5]),
    ("2017", [5]),
    ("الرق*", [4, 5]),
    ("ребенок", [6]),
    ("РЕБЁНОК ракк*", [6]),
    ("记者", [7]),
    ("记者*", [7]),
    ("者记", []),
    ("กรุงเทพ", [8]),
    ("bridge -lodz", [10]),
    ("the -bridge", [0, 2]),
    ("the -“deir ez-zor” -market", [3, 10]),
    ("", []),
    ("   ", []),
]

HOSTILE = [
    '" OR 1=1 --',
    "text:army",
    "NEAR(deir zor)",
    "army AND NOT",
    "army) OR (statements MATCH 'x",
    "'; DROP TABLE statements; --",
    "^army",
    "army + took",
    "{text}: army",
    "deir*zor*",
    '"""""',
    '"a"b"c"',
    "army\x00took",
    "\ud800army",
    "%s ? :x $y @z",
    "ﷺ ﷽",
    "🇸🇾 army",
    "-" * 50,
    "*" * 50,
    "army\u202e took",
]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> StatementSearch:
    path = tmp_path_factory.mktemp("search") / "search.sqlite"
    write_search(path, TEXTS)
    return StatementSearch(path)


def ask(search: StatementSearch, query: str) -> list[int] | str:
    """Give the rows found, or the sentence that says why the query cannot be read."""
    try:
        return search.find(query).tolist()
    except SearchError as error:
        return str(error)


@pytest.mark.parametrize(("query", "rows"), CASES)
def test_what_a_query_finds(search: StatementSearch, query: str, rows: list[int]) -> None:
    found = search.find(query)
    assert found.dtype == np.int32
    assert found.tolist() == rows


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_finds_words_or_is_told_in_a_sentence(search: StatementSearch, query: str) -> None:
    found = ask(search, query)
    assert found.endswith(".") if isinstance(found, str) else set(found) <= set(range(len(TEXTS)))
    assert search.find("deir").tolist() == [0, 1]


@pytest.mark.parametrize("operator", ["OR", "NOT", "AND", "NEAR"])
def test_an_operator_of_sqlite_is_a_word_like_any_other(tmp_path: Path, operator: str) -> None:
    write_search(tmp_path / "s", ["army", f"army {operator.lower()} deir", "deir"])
    assert StatementSearch(tmp_path / "s").find(f"army {operator} deir").tolist() == [1]


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_query_is_read_or_told(search: StatementSearch, query: str) -> None:
    found = ask(search, query)
    if isinstance(found, str):
        assert found.endswith(".")
        return
    assert all(word.isalnum() for term in parse_query(query) for word in term.words)
    assert set(found) <= set(range(len(TEXTS)))


@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=5))
@settings(max_examples=80, deadline=None)
def test_a_text_is_found_by_each_of_its_words_and_by_itself(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "s"
    write_search(path, texts)
    search = StatementSearch(path)
    for row, text in enumerate(texts):
        for word in fold_words(text).split():
            assert row in search.find(f'"{word}"'), word


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("x" * (LONGEST_QUERY + 1), "201"),
        ("!!! ,", "no letter or digit"),
        ("-army", "only says what to leave out"),
        ("a*", "“a*” has fewer"),
        (" ".join(f"w{n}" for n in range(13)), "12 words; this one has 13"),
    ],
)
def test_a_query_that_cannot_be_read_says_why(query: str, sentence: str) -> None:
    with pytest.raises(SearchError, match=sentence.replace("*", r"\*")):
        parse_query(query)


def test_terms_are_read_from_words_phrases_beginnings_and_what_is_left_out() -> None:
    assert parse_query('army "Deir ez-Zor" buk* -isis army') == (
        Term(("army",)),
        Term(("deir", "ez", "zor")),
        Term(("buk",), is_prefix=True),
        Term(("isis",), is_excluded=True),
    )


def test_a_word_in_nearly_every_statement_is_found_like_a_rare_one(tmp_path: Path) -> None:
    texts = [f"the {'army' if row % 3 else 'road'} n{row}" for row in range(1000)]
    write_search(tmp_path / "s", texts)
    search = StatementSearch(tmp_path / "s")
    assert search.find("the").tolist() == list(range(1000))
    assert search.find("army").tolist() == [row for row in range(1000) if row % 3]
    assert search.find("the -army").tolist() == [row for row in range(1000) if not row % 3]
    assert search.find("the n3").tolist() == [3]
    assert search.find("n3 n4").tolist() == []


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    texts = [f"{text} {row}" for row in range(300) for text in TEXTS]
    write_search(tmp_path / "one", texts)
    write_search(tmp_path / "two", iter(texts))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 4000])
def test_a_damaged_index_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s").write_bytes(content)
    with pytest.raises(StoreError, match="build the store again"):
        StatementSearch(tmp_path / "s").find("army")


def test_the_index_is_only_read(search: StatementSearch, tmp_path: Path) -> None:
    write_search(tmp_path / "s", TEXTS)
    before = (tmp_path / "s").read_bytes()
    StatementSearch(tmp_path / "s").find("army")
    assert (tmp_path / "s").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_the_store_finds_rows_of_its_statements(country_inputs: Inputs, tmp_path: Path) -> None:
    build_store(country_inputs, tmp_path / "store")
    store = Store.open(tmp_path / "store")
    texts = store.table("statements")["text"].to_pylist()
    words = sorted({word for text in texts for word in fold_words(text).split()})
    assert words
    for word in words:
        expected = [row for row, text in enumerate(texts) if word in fold_words(text).split()]
        assert store.search(f'"{word}"').tolist() == expected, word
