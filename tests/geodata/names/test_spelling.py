"""Names: folding, skeletons, likeness, base forms, and the index over them."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.errors import StoreError
from geodata.languages.letters import plain
from geodata.names.index import ACCEPT_NEAR, ACCEPT_NEAR_IN_CONTEXT, NameIndex, needed_likeness
from geodata.names.spelling import fold, likeness, skeleton, sounds

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
    ("one", "other"),
    [
        ("Ash Shaykh", "Ash-Shaykh"),
        ("Al-Mayādīn", "Mayadin"),
        ("Ar Raqqah", "al-Raqqa"),
        ("Az Zabadānī", "Zabadani"),
        ("Et Tall", "At-Tall"),
        ("An Nabk", "En-Nabk"),
        ("Ad Dumayr", "Ed Dumayr"),
        ("As Suwār", "es-Suwar"),
        ("Эль-Камышлы", "Kamyshly"),
        ("Джиср-эш-Шугур", "Jisr ash-Shugur"),
        ("Ma‘arrat", "Ma'arrat"),
        ("Aboû Doûr", "Abu Dur"),
        ("Deir ez Zor", "Deir-ez-Zor"),
        ("Tell Abyad", "Tal Abyad"),
        ("Eastern Ghuta", "Al Ghuta ash Sharqiyah"),
        ("the village of Khatla", "Khatla"),
        ("н.п. Хатла", "Khatla"),
        ("قرية حطلة", "حطلة"),
    ],
)
def test_fold_meets(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Arras", "aras"),  # glued: not an article
        ("As", "as"),  # nothing would be left
        ("Er Toril", "ertoril"),  # no assimilation: not an article
        ("Albania", "albania"),
        ("Assen", "asen"),
        ("Al", "al"),
        ("El Paso", "paso"),
        ("Western", "western"),  # a side alone is the name
        ("", ""),
        ("—", ""),
    ],
)
def test_fold_leaves_what_is_no_article(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ["Raqqa", "Rakka", "Ragga", "Ракка", "الرقة"],
        ["Deir ez-Zor", "Deyr-ez-Zor", "Dayr az Zawr", "Дейр-эз-Зор", "دير الزور"],
        ["Jisr ash Shughur", "Djisr ech Choghour", "Jisr al-Shugur"],
        ["Abu Kamal", "Abou Kemal", "Абу-Кемаль", "أبو كمال"],
        ["Suwayda", "Soueida", "Es-Suweida", "Сувейда"],
        ["Manbij", "Menbij", "Манбидж", "منبج"],
        ["Gharbiyah", "Gharbieh", "Gharbiya", "Gharbie"],
    ],
)
def test_skeleton_meets(spellings: list[str]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1


def test_skeleton_keeps_consonants_apart() -> None:
    assert len({skeleton(name) for name in ["Homs", "Hama", "Daraa", "Idlib", "Tartus", "Latakia"]}) == 6


def test_a_vowel_weighs_less_than_a_consonant() -> None:
    assert likeness("Shaafa", "Shaafi") > likeness("Shaafa", "Shaala")
    assert likeness("Kasra", "Qasra") > likeness("Kasra", "Masra")


def test_likeness_of_same_spellings() -> None:
    assert likeness("Ar-Raqqah", "ar raqqah") == 1.0
    assert likeness("Ar-Raqqah", "Raqqa") == 0.97
    assert likeness("Washington", "Raqqa") < 0.5


def test_a_russian_kh_may_be_an_h() -> None:
    assert likeness("Хомс", "Homs") > needed_likeness(2_600)
    assert likeness("Хомс", "Homs") > likeness("Khoms", "Homs")


def test_a_far_spelling_of_the_same_is_nearer_than_a_close_looking_other() -> None:
    assert likeness("Mushlaha", "Musallakhah") > likeness("Mushlaha", "Moezleh")


def test_likeness_is_symmetric() -> None:
    for one, other in [("Mayadin", "Meyadine"), ("Tall Abyad", "Abyad"), ("Homs", "حمص"), ("", "x")]:
        assert likeness(one, other) == likeness(other, one)


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


@pytest.mark.parametrize(
    ("french", "other", "unlike"),
    [
        ("Et-Taïbé", "At Taybah", "At Taybi"),
        ("Mokhtârié", "Mukhtariyah", "Mukhtari"),
        ("Kefr Chemali", "Kafr ash Shamali", "Kafr al Janubi"),
        ("Aïn Rharbiyé", "Western Ayn", "Eastern Ayn"),
        ("Mezraat el Kbir", "Mazraat al Kubra", "Mazraat al Sughra"),
    ],
)
def test_french_spellings_are_like_english_ones(french: str, other: str, unlike: str) -> None:
    assert likeness(french, other) >= 0.9
    assert likeness(french, other) > likeness(french, unlike) + 0.05


def test_e_is_between_a_and_i() -> None:
    assert likeness("Mektab", "Maktab") == likeness("Mektab", "Miktab") > likeness("Maktab", "Miktab")


def test_short_names_need_more() -> None:
    assert likeness("Hit", "Hot") < likeness("Jisr ash Shughur", "Jisr ash Shaghur")


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


@given(ANY_TEXT)
def test_fold_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded.isascii()
    assert folded == "" or folded.isalnum()


@given(st.lists(st.sampled_from(["al ", "ash", "sh", "ou", "ee", "oo", "h", "a", "E", "tall ", "east-", "-", "l"])))
def test_fold_is_idempotent_on_tricky_names(parts: list[str]) -> None:
    folded = fold("".join(parts))
    assert fold(folded) == folded


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


@pytest.mark.parametrize("unit", ["a", "q", "ال", "эль-", "al-", "ʿ", "\0", "\ud800", "n.", "west ", "的", "_"])
def test_a_megabyte_takes_linear_time(index: NameIndex, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    index.look_up(text)
    likeness(text, text[1:])
    assert time.process_time() - start < 10
    assert len(sounds(fold(text))) < 1_000
