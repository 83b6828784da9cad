"""Words for the people of a country: "Syrian", "Russians"."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DEMONYMS = Path(__file__).parent / "data" / "demonyms.csv"


@cache
def read_demonyms() -> Mapping[str, str]:
    """Read the demonyms of English.

    Returns
    -------
    mapping of str to str
        ISO 3166-1 code of the country by the word as written, capital first.
    """
    with DEMONYMS.open(encoding="utf-8", newline="") as rows:
        return {form: row["country_code"] for row in csv.DictReader(rows) for form in row["forms"].split(";")}
