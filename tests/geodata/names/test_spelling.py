"""Spelling: folding, sounds, skeletons, likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from likeness import likeness, needed_likeness, skeleton
from pinning import Pin, check_all_are_pinned, check_pin

from geodata.names import spelling
from geodata.names.spelling import LONGEST_NAME, bones, fold, short_name_loss, sounds, split_name, variants

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


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


SALBEKAN = "it | Salbekan | PPL | 1.0, 1.0"
COMPANY = """
west | West Province | ADM1 | 1.0, 1.0
mirel | Mirel | PPL | 1.0, 1.0 | in west
tarim | Tarim | PPL | 1.1, 1.1 | in west
"""
WALK = "From Mirel and Tarim they walked to the village of Marbelosan."
VILLAGE = "They met in the village of Marbelosan."
TWO_PARTS = "it | Zolmir - Marbelosan | PPL | 1.0, 1.0"

PINS = [
    Pin("_CLASS_LETTERS", "They met in the village of Solbekan.", "Solbekan", "it certain", "unresolved of 1", SALBEKAN,
        to=1),
    Pin("_MEMBER_LETTERS", "They met in Salbegan.", "Salbegan", "unresolved of 1", "it doubtful", SALBEKAN),
    Pin("_WITHOUT_KIND", WALK, "Marbelosan", "it certain", "unresolved of 0",
        f"{COMPANY}it | Jabal Marbelosan | PPL | 1.0, 1.0 | in west"),
    Pin("_WITHOUT_SIDE", WALK, "Marbelosan", "it certain", "unresolved of 0",
        f"{COMPANY}it | Upper Northern Marbelosan | PPL | 1.0, 1.0 | in west"),
    Pin("_PART", VILLAGE, "Marbelosan", "it certain", "unresolved of 0", TWO_PARTS),
    Pin("_MOST_PARTS", VILLAGE, "Marbelosan", "it certain", "unresolved of 0", TWO_PARTS),
    Pin("_CYRILLIC_H", "Они встретились под Хомсалан.", "Хомсалан", "it doubtful", "unresolved of 1",
        "it | Homsalan | PPL | 1.0, 1.0"),
    Pin("_SHORT_NAME_LOSS", "They met in Solbekan.", "Solbekan", "unresolved of 1", "it doubtful", SALBEKAN),
    Pin("LIKENESS[name]", "They met in Salbekan.", "Salbekan", "it doubtful", "unresolved of 1",
        "it | Salbekan | PPLQ | 1.0, 1.0 | also Al-Salbekan"),
    Pin("LIKENESS[alias]", "They met in Salbekan.", "Salbekan", "it doubtful", "unresolved of 1",
        "it | Zolmir | PPLQ | 1.0, 1.0 | also Salbekan"),
    # Nothing is found in another way as well where a spelling is: only the order of the ways tells.
    Pin("LIKENESS[spelling]", "They met in Salbekan.", "Salbekan", "it doubtful", "unresolved of 1",
        "it | Salbekan | PPLQ | 1.0, 1.0", to=1.5),
    Pin("LIKENESS[near]", "They met in the village of Salbikan.", "Salbikan", "it certain", "unresolved of 1",
        SALBEKAN),
    Pin("LONGEST_NAME", "They met in the village of Salbikan.", "Salbikan", "it certain", "unresolved of 0",
        SALBEKAN),
]  # fmt: skip


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.constant)
def test_each_weight_has_a_sentence_that_needs_it(pin: Pin) -> None:
    check_pin(spelling, pin)


def test_no_number_is_left_without_a_sentence() -> None:
    check_all_are_pinned(spelling, PINS)


PARTED = [
    ("Tall Abyad", ("tall",), ("abyad",), ()),
    ("Kefr Chemali", (), ("kafr", "north"), ()),  # nothing else is there, so that is the name
    ("Judaydah as Saghirah", (), ("judaydah",), ("small",)),
    ("the village of Khatla", (), ("khatla",), ()),
    ("Western", (), ("western",), ()),
    ("", (), (), ()),
]


@pytest.mark.parametrize(("name", "kinds", "own", "sides"), PARTED, ids=[name for name, *_ in PARTED])
def test_words_by_what_they_do(name: str, kinds: tuple, own: tuple, sides: tuple) -> None:
    assert split_name(name) == (split_name(name).__class__)(kinds, own, sides)


WEIGHED = [
    ("Raqqa", {"raqa": 1.0}),
    ("Tall Abyad", {"talabyad": 1.0, "abyad": 0.9}),
    ("Upper Kesh", {"keshuper": 1.0, "kesh": 0.88}),
    ("Abu Kamal", {"abukamal": 1.0}),
    ("Okuwa - Belu", {"okuwabelu": 1.0, "okuwa": 0.95, "belu": 0.95}),
    ("Хомс", {"khoms": 1.0, "homs": 0.98}),
]


@pytest.mark.parametrize(("name", "folded"), WEIGHED, ids=[name for name, _ in WEIGHED])
def test_variants(name: str, folded: dict[str, float]) -> None:
    assert variants(name) == folded


@given(ANY_TEXT)
def test_the_whole_name_is_the_first_variant_and_counts_most(text: str) -> None:
    first, *others = variants(text).items()
    assert first == (fold(text), 1.0)
    assert all(0 < weight < 1 for _, weight in others)


@given(ANY_TEXT)
def test_sounds_are_bounded_and_hold_their_skeleton(text: str) -> None:
    sounded = sounds(fold(text))
    assert len(sounded) <= 5 * LONGEST_NAME
    assert skeleton(text) == bones(sounded)
    assert bones(sounded).isupper() or not bones(sounded).strip("0123456789")


def test_a_longer_name_loses_less() -> None:
    losses = [short_name_loss(sounds(fold(name))) for name in ("Ah", "Hit", "Raqqa", "Manbij", "Jisr ash Shughur")]
    assert losses == sorted(losses, reverse=True)
    assert losses[0] <= 0.3


@given(ANY_TEXT, ANY_TEXT)
def test_likeness_is_a_share_and_symmetric(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1
