"""Full text of the statements: words, phrases and beginnings of words, in any case, accent and script.

The words are folded by our own rules before SQLite sees them, both when they are indexed and when they are asked
for, so its tokenizer only parts them at spaces. What a user types is read into `Term`s; of its characters only
letters and digits ever reach SQLite.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geodata.errors import SearchError, StoreError
from geodata.languages import UNSPACED, fold_words
from geodata.model import SearchFault

RowNumbers = npt.NDArray[np.int32]

LONGEST_QUERY = 200
SHORTEST_PREFIX = 2
_TERMS_AT_MOST = 12
# The rows of a word in more than 3 % of the statements take longer to list than to keep as a bitmap.
_COMMON_SHARE = 0.03
_PAGE_BYTES = 4096

# A quotation mark left open holds to the end, for people search while they type.
_TERM = re.compile(
    r"""(?P<minus>(?<!\S)-(?=[\w"“„«]))?
        (?: ["“”„«] (?P<phrase>[^"“”„«»]*) (?:["“”»]|$) | (?P<word>[^\s"“”„«»]+) )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for.

    Attributes
    ----------
    words : tuple of str
        Folded words that follow each other; one for a single word.
    is_prefix : bool
        Whether the last word may go on.
    is_excluded : bool
        Whether statements with it are to be left out.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    is_excluded: bool = False

    def __str__(self) -> str:
        """Say it as SQLite wants it: words of letters and digits only, in quotation marks."""
        return f'"{" ".join(self.words)}"{" *" if self.is_prefix else ""}'


def parse_query(text: str) -> tuple[Term, ...]:
    """Read what a user asks for.

    Parameters
    ----------
    text : str
        Words, all of which a statement must have; "words in quotation marks" that must follow each other;
        beginnings of words with a star (`bukam*`); `-word` for what it must not have.

    Returns
    -------
    tuple of Term
        At least one that is not excluded; empty for a text of white space.

    Raises
    ------
    SearchError
        One sentence: what cannot be looked for, and what can.
    """
    if len(text) > LONGEST_QUERY:
        raise SearchError(SearchFault.TOO_LONG, most=LONGEST_QUERY, n=len(text))
    if not text.strip():
        return ()
    found = [term for match in _TERM.finditer(text) for term in _read_term(match)]
    terms = tuple(dict.fromkeys(found))
    if not terms:
        raise SearchError(SearchFault.NO_LETTER)
    if all(term.is_excluded for term in terms):
        raise SearchError(SearchFault.ONLY_LEAVES_OUT)
    if len(terms) > _TERMS_AT_MOST:
        raise SearchError(SearchFault.TOO_MANY_WORDS, most=_TERMS_AT_MOST, n=len(terms))
    return terms


def write_search(path: Path, texts: Iterable[str]) -> None:
    """Write the index of statements; the same texts give the same bytes with the same release of SQLite.

    Parameters
    ----------
    path : Path
        The file, not there yet.
    texts : iterable of str
        Text of each row of the table of statements, in its order.
    """
    folded = _Counted(map(fold_words, texts))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in (f"page_size={_PAGE_BYTES}", "journal_mode=OFF", "synchronous=OFF", "auto_vacuum=NONE"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        # Without the texts, which the Parquet file has, and without their lengths, which only a ranking needs.
        database.execute("CREATE VIRTUAL TABLE statements USING fts5(text, content='', columnsize=0, tokenize='ascii')")
        database.executemany("INSERT INTO statements (rowid, text) VALUES (?, ?)", enumerate(folded))
        database.execute("INSERT INTO statements (statements) VALUES ('optimize')")
        database.execute("CREATE TABLE sizes (statements INTEGER)")
        database.execute("INSERT INTO sizes VALUES (?)", (folded.count,))
        _write_common(database, folded.count)
        database.execute("COMMIT")
        database.execute("VACUUM")


class StatementSearch:
    """The index of a build, opened for reading; may be shared by threads.

    Parameters
    ----------
    path : Path
        What `write_search` wrote.
    """

    def __init__(self, path: Path) -> None:
        # Nothing ever writes to a build, so SQLite need not look for changes or take locks.
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"

    def find(self, query: str) -> RowNumbers:
        """Find the statements that a user asks for.

        Parameters
        ----------
        query : str
            As `parse_query` reads it.

        Returns
        -------
        numpy.ndarray of int32
            Rows of the table of statements, ascending; none for an empty query.

        Raises
        ------
        SearchError
            When the query cannot be read.
        StoreError
            When the index cannot.
        """
        terms = parse_query(query)
        if not terms:
            return np.empty(0, np.int32)
        try:
            with closing(sqlite3.connect(self._address, uri=True)) as database:
                return _find_terms(database, terms)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The index of words cannot be read ({error}); build the store again.") from error


class _Counted:
    """Texts on their way into the index, counted as they go."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for text in self._texts:
            self.count += 1
            yield text


def _write_common(database: sqlite3.Connection, total: int) -> None:
    database.execute("CREATE TABLE common (word TEXT PRIMARY KEY, bitmap BLOB) WITHOUT ROWID")
    database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, statements, row)")
    least = total * _COMMON_SHARE
    common = [word for (word,) in database.execute("SELECT term FROM temp.vocabulary WHERE doc > ?", (least,))]
    for word in common:
        bitmap = np.packbits(_mark_rows(_match(database, str(Term((word,)))), total)).tobytes()
        database.execute("INSERT INTO common VALUES (?, ?)", (word, bitmap))
    database.execute("DROP TABLE temp.vocabulary")


def _find_terms(database: sqlite3.Connection, terms: Sequence[Term]) -> RowNumbers:
    (total,) = database.execute("SELECT statements FROM sizes").fetchone()
    bitmaps = {term: bitmap for term in terms if (bitmap := _read_bitmap(database, term, total)) is not None}
    rest = [term for term in terms if term not in bitmaps]
    wanted = [str(term) for term in rest if not term.is_excluded]
    unwanted = [str(term) for term in rest if term.is_excluded]
    kept = _mark_rows(_match(database, " AND ".join(wanted)), total) if wanted else np.ones(total, np.bool_)
    if unwanted:
        kept &= ~_mark_rows(_match(database, " OR ".join(unwanted)), total)
    for term, bitmap in bitmaps.items():
        kept &= bitmap != term.is_excluded
    return np.flatnonzero(kept).astype(np.int32)


def _match(database: sqlite3.Connection, expression: str) -> RowNumbers:
    # One text of numbers is read three times faster than a row of the answer for each.
    query = "SELECT group_concat(rowid, ' ') FROM statements WHERE statements MATCH ?"
    (numbers,) = database.execute(query, (expression,)).fetchone()
    return np.fromstring(numbers or "", dtype=np.int32, sep=" ")


def _mark_rows(rows: RowNumbers, total: int) -> npt.NDArray[np.bool_]:
    marked = np.zeros(total, np.bool_)
    marked[rows] = True
    return marked


def _read_bitmap(database: sqlite3.Connection, term: Term, total: int) -> npt.NDArray[np.bool_] | None:
    if term.is_prefix or len(term.words) > 1:
        return None
    row = database.execute("SELECT bitmap FROM common WHERE word = ?", term.words).fetchone()
    return np.unpackbits(np.frombuffer(row[0], np.uint8), count=total).view(np.bool_) if row else None


def _read_term(match: re.Match[str]) -> Iterator[Term]:
    given = (match["phrase"] or "") if match["word"] is None else match["word"]
    words = tuple(fold_words(given).split())
    if not words:
        return
    is_prefix = given.rstrip().endswith("*") and not UNSPACED.match(words[-1])
    if is_prefix and len(words[-1]) < SHORTEST_PREFIX:
        raise SearchError(SearchFault.SHORT_BEGINNING, least=SHORTEST_PREFIX, word=words[-1])
    yield Term(words, is_prefix, match["minus"] is not None)
