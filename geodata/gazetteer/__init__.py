"""What places there are: the gazetteer CSV and what lies beside it, checked, and made ready to be looked up."""

from geodata.gazetteer.confirmed import Confirmed, read_confirmed
from geodata.gazetteer.demonyms import read_demonyms
from geodata.gazetteer.kinds import bare_name, codes_in_lists
from geodata.gazetteer.lexicon import Bearers, Lexicon
from geodata.gazetteer.places import Gazetteer, read_gazetteer, read_rows, write_rows
from geodata.gazetteer.prepared import open_gazetteer

__all__ = [
    "Bearers",
    "Confirmed",
    "Gazetteer",
    "Lexicon",
    "bare_name",
    "codes_in_lists",
    "open_gazetteer",
    "read_confirmed",
    "read_demonyms",
    "read_gazetteer",
    "read_rows",
    "write_rows",
]
