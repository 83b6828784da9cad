"""A report -> its statements: where each begins and ends, and who says it."""

from geodata.statements.cut import split_statements

__all__ = [
    "split_statements",
]
