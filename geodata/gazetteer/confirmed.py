"""What maintainers have confirmed: for a toponym, in a region, the place that is meant."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import Fault, GazetteerError
from geodata.gazetteer.places import Gazetteer
from geodata.model import Because, Place, ReasonKind, because
from geodata.names import key_of_name

CONFIRMED_COLUMNS = ("toponym", "region", "place_id", "note")
"""Columns of `confirmed.csv`; `region` is the `place_id` of a region the place lies in, or empty for everywhere."""

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Confirmed choices: what is told of each, by the key of the toponym and the place."""

    notes: Mapping[tuple[str, str], Because]

    def tell(self, toponym: str, place: Place) -> Because:
        """Say that a choice is confirmed; empty where it is not."""
        return self.notes.get((key_of_name(toponym), place.place_id), ()) if self.notes else ()


def read_confirmed(path: Path, gazetteer: Gazetteer) -> Confirmed:
    """Read and check the confirmed choices.

    Parameters
    ----------
    path : Path
        CSV, UTF-8, comma, columns `CONFIRMED_COLUMNS`; where there is no such file nothing is confirmed.
    gazetteer : Gazetteer
        Whose places are named.

    Returns
    -------
    Confirmed

    Raises
    ------
    GazetteerError
        With every fault and its line.
    """
    if not path.is_file():
        return Confirmed({})
    name = path.as_posix()
    if path.stat().st_size > MAX_BYTES:
        raise GazetteerError([Fault(name, 0, f"The file is larger than {MAX_BYTES:,} bytes.")])
    notes: dict[tuple[str, str], Because] = {}
    faults: list[Fault] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = [column for column in CONFIRMED_COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                needed = ", ".join(CONFIRMED_COLUMNS)
                raise GazetteerError([Fault(name, 1, f"Missing are {', '.join(missing)}; needed are {needed}.")])
            for row in reader:
                messages = _check(row, gazetteer)
                faults += [Fault(name, reader.line_num, message) for message in messages]
                if not messages:
                    notes[key_of_name(row["toponym"]), row["place_id"]] = _write_note(row, gazetteer)
    except UnicodeDecodeError as error:
        raise GazetteerError([Fault(name, 0, f"The file is not UTF-8 ({error}); save it as 'CSV UTF-8'.")]) from error
    except csv.Error as error:
        raise GazetteerError([Fault(name, 0, f"The file cannot be read as CSV ({error}).")]) from error
    if faults:
        raise GazetteerError(faults)
    return Confirmed(notes)


def _check(row: Mapping[str, str], gazetteer: Gazetteer) -> list[str]:
    messages = []
    place_id, region = row["place_id"].strip(), row["region"].strip()
    if not key_of_name(row["toponym"]):
        messages.append(f"toponym is '{row['toponym']}'; give the name as reports write it.")
    if place_id not in gazetteer.places:
        messages.append(f"place_id is '{place_id}', no place of the gazetteer; name an existing one.")
    elif region and region not in gazetteer.containers(place_id):
        messages.append(f"region is '{region}', which does not hold '{place_id}'; name one that does, or nothing.")
    return messages


def _write_note(row: Mapping[str, str], gazetteer: Gazetteer) -> Because:
    region = gazetteer.places[row["region"].strip()].name if row["region"].strip() else ""
    note = row["note"].strip()
    if region:
        kind = ReasonKind.CONFIRMED_IN_NOTE if note else ReasonKind.CONFIRMED_IN
    else:
        kind = ReasonKind.CONFIRMED_NOTE if note else ReasonKind.CONFIRMED
    return because(kind, region=region, note=note)
