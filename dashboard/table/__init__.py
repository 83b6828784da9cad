"""The statements as a table, on the page and as files."""

from dashboard.table.view import show_table, show_table_button

__all__ = [
    "show_table",
    "show_table_button",
]
