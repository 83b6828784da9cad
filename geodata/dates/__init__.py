"""Words of time -> days."""

from geodata.dates.dating import date_statements
from geodata.dates.heads import printed_date

__all__ = [
    "date_statements",
    "printed_date",
]
