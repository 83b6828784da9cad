"""Words for the people of a country or another large place: "Syrian", "Europeans"."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from geodata.gazetteer.places import Gazetteer
from geodata.shipped import DATA

DEMONYMS = DATA / "demonyms.csv"


class Demonyms(NamedTuple):
    """What a word for people tells: a country by its code, or another place by its name."""

    country_code: str
    place: str


@cache
def read_forms() -> Mapping[str, Demonyms]:
    """Read the demonyms of English.

    Returns
    -------
    mapping of str to Demonyms
        By the word as written, capital first.
    """
    with DEMONYMS.open(encoding="utf-8", newline="") as rows:
        return {
            form: Demonyms(row["country_code"], row["place"])
            for row in csv.DictReader(rows)
            for form in row["forms"].split(";")
        }


def read_demonyms(gazetteer: Gazetteer) -> Mapping[str, str]:
    """Join the demonyms to the places of a gazetteer.

    Parameters
    ----------
    gazetteer : Gazetteer
        Whose countries and large areas they mean.

    Returns
    -------
    mapping of str to str
        `place_id` by the word as written; words for people whose place the gazetteer has not are left out.
    """
    found = {}
    for form, (code, name) in read_forms().items():
        place_id = gazetteer.country_ids.get(code, "") if code else _find_area(gazetteer, name)
        if place_id:
            found[form] = place_id
    return found


def _find_area(gazetteer: Gazetteer, name: str) -> str:
    matches = gazetteer.index.look_up(name, near=False)
    same = [match.place_id for match in matches if match.method in ("name", "alias")]
    large = [place_id for place_id in same if gazetteer.places[place_id].kind in ("area", "region")]
    return next(iter([*large, *same]), "")
