"""The index of names: looked up by spelling, by folded spelling and by likeness."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from likeness import likeness, needed_likeness
from pinning import Pin, check_all_are_pinned, check_pin

from geodata.errors import StoreError
from geodata.languages import plain
from geodata.names import index as index_module
from geodata.names.index import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT, NameIndex
from geodata.names.spelling import fold, sounds

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)

NAMES = [
    ("abu-kamal", "Al Bukamal", True),
    ("abu-kamal", "Abu-Kemal", False),
    ("abu-kamal", "البوكمال", False),
    ("deir", "Deir ez-Zor", True),
    ("deir", "دير الزور", False),
    ("mayadin", "Al Mayādīn", True),
    ("raqqa", "Raqqa", True),
    ("raqqa", "Ar Raqqah", False),
    ("tadmur", "Tadmur", True),
    ("tadmur", "Palmyra", False),
    ("tadmur", "Пальмира", False),
    ("rif", "Er Rif", True),
    ("nabk", "An Nabk", True),
    ("saghirah", "Judaydah as Saghirah", True),
    ("khazir-a", "Khazir", True),
    ("khazir-b", "Khazir", False),
    ("khazir-b", "Khuzayrah", True),
    ("sukhnah", "As Sukhnah", True),
    ("double", "Okuwa - Upper Oj Qardash", True),
]


INDEX = NameIndex.build(NAMES)


@pytest.fixture
def index() -> NameIndex:
    return INDEX


@pytest.mark.parametrize(
    ("toponym", "place_id", "method"),
    [
        ("AL BUKAMAL", "abu-kamal", "name"),
        ("Al-Bukamal", "abu-kamal", "name"),
        ("Al Mayadin", "mayadin", "name"),
        ("Abu Kemal", "abu-kamal", "alias"),
        ("palmyra", "tadmur", "alias"),
        ("Mayadin", "mayadin", "spelling"),
        ("Ar-Rif", "rif", "spelling"),
        ("El-Mayadin", "mayadin", "spelling"),
        ("Abu-Kamal", "abu-kamal", "near"),
        ("Deyr-ez-Zor", "deir", "spelling"),
        ("Deirezzur", "deir", "near"),
        ("Meyadin", "mayadin", "near"),
        ("Es-Suhne", "sukhnah", "near"),
        ("Пальмиры", "tadmur", "near"),
        ("Small Jdaideh", "saghirah", "near"),
        ("Upper Oj Qardash", "double", "near"),
    ],
)
def test_look_up(index: NameIndex, toponym: str, place_id: str, method: str) -> None:
    match = index.look_up(toponym)[0]
    assert (match.place_id, match.method) == (place_id, method)


def test_reasons_are_words(index: NameIndex) -> None:
    assert index.look_up("raqqa")[0].reason == "same name"
    assert index.look_up("abu kemal")[0].reason == "alias 'Abu-Kemal'"
    assert "'Al Mayādīn'" in index.look_up("Mayadin")[0].reason
    near = index.look_up("Meyadin")[0]
    assert near.reason == f"spelt nearly alike: 'Al Mayādīn' ({round(100 * near.likeness)} %)"


def test_methods_rank_in_order(index: NameIndex) -> None:
    found = index.look_up("Khazir")
    assert [(match.place_id, match.method) for match in found[:2]] == [("khazir-a", "name"), ("khazir-b", "alias")]
    assert found[0].likeness > found[1].likeness > 0.97


def test_one_match_a_place_and_no_more_than_asked(index: NameIndex) -> None:
    places = [match.place_id for match in index.look_up("Khazir")]
    assert len(places) == len(set(places))
    assert len(index.look_up("Khazir", limit=1)) == 1


def test_among_restricts(index: NameIndex) -> None:
    assert {match.place_id for match in index.look_up("Raqqa", among={"raqqa", "deir"})} == {"raqqa"}
    assert index.look_up("Raqqa", among=frozenset({"mayadin"})) == []
    assert index.look_up("Raqqa", among=[]) == []
    assert index.look_up("Raqqa", among={"no such place"}) == []


def test_among_is_scanned_in_full(index: NameIndex) -> None:
    """Another first consonant and a lost one: no key finds it, comparing with all few places does."""
    assert "sukhnah" not in {match.place_id for match in index.look_up("Zuchna el Wahat")}
    assert index.look_up("Zukhnat", among={"sukhnah"})[0].place_id == "sukhnah"


def test_a_wide_among_filters_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geodata.names.index._SCAN_AT_MOST", 1)
    index = NameIndex.build(NAMES)
    assert index.look_up("Meyadin", among={"mayadin", "raqqa"})[0].place_id == "mayadin"
    assert index.look_up("Meyadin", among={"raqqa"}) == []


def test_without_near_only_same_spellings(index: NameIndex) -> None:
    assert index.look_up("Meyadin", near=False) == []
    assert index.look_up("Deyr ez Zor", near=False)[0].place_id == "deir"


@pytest.mark.parametrize("word", ["Washington", "Reuters", "Putin", "Lavrov", "London", "Interfax", "Geneva"])
def test_foreign_names_stay_below_the_threshold(index: NameIndex, word: str) -> None:
    assert all(match.likeness < ACCEPT_NEAR_IN_CONTEXT for match in index.look_up(word))


def test_more_places_need_more_likeness() -> None:
    needed = [needed_likeness(places) for places in (0, 1, 500, 2_600, 12_000, 235_000, 10**9)]
    assert needed == sorted(needed)
    assert needed[0] == ACCEPT_NEAR_IN_CONTEXT
    assert needed[4] == ACCEPT_NEAR
    assert needed[-1] < likeness("Ar-Raqqah", "Raqqa")


def test_saved_index_answers_alike(index: NameIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "new" / "folder")
    loaded = NameIndex.load(tmp_path / "new" / "folder")
    for toponym in ["Raqqa", "Meyadin", "البوكمال", "nothing like it"]:
        assert loaded.look_up(toponym) == index.look_up(toponym)
        assert loaded.look_up(toponym, among={"mayadin"}) == index.look_up(toponym, among={"mayadin"})
    assert len(loaded) == len(index)


def test_empty_index(tmp_path: Path) -> None:
    empty = NameIndex.build([])
    assert empty.look_up("Raqqa") == []
    empty.save(tmp_path)
    assert NameIndex.load(tmp_path).look_up("Raqqa", among={"x"}) == []


@pytest.mark.parametrize("damage", ["missing", "other format", "cut", "rows of another build", "no json"])
def test_damaged_index_is_refused(index: NameIndex, tmp_path: Path, damage: str) -> None:
    index.save(tmp_path)
    if damage == "missing":
        (tmp_path / "names.arrow").unlink()
    elif damage == "other format":
        (tmp_path / "index.json").write_text(json.dumps({"format": 0, "names": 1}))
    elif damage == "cut":
        whole = (tmp_path / "names.arrow").read_bytes()
        (tmp_path / "names.arrow").write_bytes(whole[: len(whole) // 2])
    elif damage == "rows of another build":
        np.save(tmp_path / "fold-rows.npy", np.array([10**6] * len(NAMES), np.int32))
    else:
        (tmp_path / "index.json").write_text("{")
    with pytest.raises(StoreError, match="Build it again"):
        NameIndex.load(tmp_path)


@given(st.lists(st.tuples(st.sampled_from("abc"), ANY_TEXT, st.booleans()), max_size=8))
@settings(max_examples=60, deadline=None)
def test_an_indexed_name_is_found_first_or_ties(names: list[tuple[str, str, bool]]) -> None:
    index = NameIndex.build(names)
    for place_id, name, preferred in names:
        found = index.look_up(name)
        mine = next(match for match in found if match.place_id == place_id)
        same = {place for place, other, _ in names if plain(other) == plain(name)}
        assert mine.likeness == found[0].likeness or (found[0].place_id in same and not preferred)


@given(ANY_TEXT)
def test_no_text_breaks_anything(text: str) -> None:
    assert all(0 <= match.likeness <= 1 for match in INDEX.look_up(text))
    assert 0 <= likeness(text, "Raqqa") <= 1


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a", "q", "ال", "эль-", "al-", "ʿ", "\0", "\ud800", "n.", "west ", "的", "_"])
def test_a_megabyte_takes_linear_time(index: NameIndex, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    index.look_up(text)
    likeness(text, text[1:])
    assert time.process_time() - start < 10
    assert len(sounds(fold(text))) < 1_000


MARBELOSAN = "it | Marbelosan | PPL | 1.0, 1.0"
COMPANY = """
west | West Province | ADM1 | 1.0, 1.0
mirel | Mirel | PPL | 1.0, 1.0 | in west
tarim | Tarim | PPL | 1.1, 1.1 | in west
it | Marbelosan | PPL | 1.0, 1.0 | in west
"""
# Many towns of one name in one country; the one in the other has more names that are like it.
SUPPORTED = (
    "xa | Arvania | PCLI | 1.0, 1.0 | of XA\nxb | Belland | PCLI | 50.0, 50.0 | of XB\n"
    + "".join(f"a{number:02} | Salbekan | PPL | {number}.0, 5.0 | of XA\n" for number in range(12))
    + "z | Salbekan | PPL | 50.0, 50.0 | of XB | also Salbukin; Silbukan"
)
PINS = [
    Pin("ACCEPT_NEAR", "They met in the village of Murbilusi.", "Murbilusi", "unresolved of 1", "it certain",
        MARBELOSAN),
    Pin("ACCEPT_NEAR_IN_CONTEXT", "They went to Murbilusi.", "Murbilusi", "no mention", "unresolved of 1", MARBELOSAN),
    Pin("_NEAR_AT_LEAST", "They met in the village of Iokuoshuo.", "Iokuoshuo", "unresolved of 0", "unresolved of 1",
        "it | Kesh | PPL | 1.0, 1.0"),
    Pin("_SCAN_AT_MOST", "From Mirel and Tarim they walked to the village of Tarbelosan.", "Tarbelosan", "it certain",
        "unresolved of 0", COMPANY),
    Pin("_SUPPORTING_NAMES", "They met in the village of Salbokan in Belland.", "Salbokan", "z certain",
        "unresolved of 10", SUPPORTED, to=1),
    Pin("_SHORTEST_WITH_NEIGHBOURS", "They met in the village of Kelesh.", "Kelesh", "unresolved of 0",
        "unresolved of 1", "it | Kesh | PPL | 1.0, 1.0"),
]  # fmt: skip
FREE = {
    "_FORMAT": "the number of a file format",
    "_SETS_KEPT": "a bound of memory: what is forgotten is made again",
    "_hash: 8": "bytes of a hash",
    "because: 100": "per cent",
}


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_threshold_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(index_module, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(index_module, PINS, FREE)
