"""Kinds of place in the names of a gazetteer and in lists."""

import pytest

from geodata.gazetteer.kinds import bare_name, codes_in_lists

NAMES = [
    ("Kherson Oblast", "Kherson"), ("Izium Raion", "Izium"), ("Mexico City", ""), ("Damascus Countryside", ""),
    ("Lake Chad", ""), ("Tabqa Air Base", "Tabqa"), ("Brigade 137 base", ""), ("Homs Gas Plant", "Homs"),
    ("Херсонська область", "Херсонська"), ("село Гроза", "Гроза"), ("аеропорт Бориспіль", "Бориспіль"),
    ("wilaya de Mila", "Mila"), ("province d’Anbar", "Anbar"), ("lac Tchad", "Tchad"), ("région du Sahel", "Sahel"),
    ("camp de réfugiés de Mbera", "Mbera"), ("ريف دمشق", ""), ("محافظة الرقة", "الرقة"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "bare"), NAMES)
def test_the_kind_is_taken_off_a_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_lists_may_tell_kinds_in_every_language() -> None:
    told = [
        codes_in_lists()[word] for word in ("governorate", "airport", "село", "аеропорт", "ville", "مدينة", "country")
    ]
    assert told == ["ADM1", "AIRP", "PPL", "AIRP", "PPL", "PPL", "PCLI"]
    assert all(code.isupper() for code in codes_in_lists().values())
