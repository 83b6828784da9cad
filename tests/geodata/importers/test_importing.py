"""Imports: other people's lists become gazetteers that pass our own checks."""

from pathlib import Path

import pytest

from geodata.errors import InputError
from geodata.gazetteer.places import read_gazetteer
from geodata.importers.importing import Imported, import_places


def test_the_rows_of_one_settlement_become_one(tmp_path: Path) -> None:
    source, target = tmp_path / "list.csv", tmp_path / "gazetteer.csv"
    source.write_text(
        "name,kind,country_iso2,admin1,lat,lon,alt_names,source,source_id\n"
        "Upland,governorate,XA,,1.0,1.0,,made,gn:1\n"
        "Al Tarna,village,XA,Upland,1.1,1.2,,made,gn:3\n"
        "Tarnah,town,XA,Upland,1.11,1.2,Tarneh;тарн,register,gn:2;ocha:C2\n",
        encoding="utf-8",
    )
    assert import_places("csv", source, target) == Imported(2, 1)
    tarn = read_gazetteer(target).places["xa-tarnah-gn-2-ocha-c2"]
    assert (tarn.lat, tarn.source, tarn.source_id) == (1.11, "register; made", "gn:2;ocha:C2;gn:3")
    assert tarn.aliases == ("Tarneh", "тарн", "Al Tarna")
    assert tarn.note == "also listed as Al Tarna (gn:3) 1.1 km away"


@pytest.mark.parametrize(("kind", "message"), [("moon", "There is no import called 'moon'"), ("csv", "needs a file")])
def test_an_import_that_is_none(tmp_path: Path, kind: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        import_places(kind, None, tmp_path / "gazetteer.csv")
