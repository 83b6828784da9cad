"""The built tables on disk, written in one step, and what reads them."""

from geodata.languages import fold_words
from geodata.store.builds import Store, current_version, read_status, write_status, write_store
from geodata.store.join import READ_TABLES, TableRows, join_rows, join_tables, list_rows, table_of
from geodata.store.reasons import say_packed
from geodata.store.statement_search import LONGEST_QUERY

__all__ = [
    "LONGEST_QUERY",
    "READ_TABLES",
    "Store",
    "TableRows",
    "current_version",
    "fold_words",
    "join_rows",
    "join_tables",
    "list_rows",
    "read_status",
    "say_packed",
    "table_of",
    "write_status",
    "write_store",
]
