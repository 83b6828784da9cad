"""What stands between a place and what holds it."""

import pytest

from geodata.resolution.inside import binding_of

BOUND = [
    ("en", " in "), ("en", ", "), ("en", " in the province of "), ("en", " in northern "), ("en", " of "),
    ("ru", " в провинции "), ("ru", " на севере "), ("ar", " في محافظة "), ("ar", " ب"), ("uk", " на заході "),
    ("fr", " en "), ("fr", ", dans le nord-ouest de l'"), ("fr", ", dans la province d’"), ("fr", " au "),
]  # fmt: skip
NOT_BOUND = [
    ("en", ". In "), ("en", " fell in "), ("en", " and "), ("en", ""), ("ru", ". В "), ("ru", " обстреляли в "),
    ("uk", " та "), ("fr", " est tombée en "), ("ar", " إلى "), ("en", " dans "), ("fr", " в "),
]  # fmt: skip


@pytest.mark.parametrize(("code", "gap"), BOUND)
def test_what_binds(code: str, gap: str) -> None:
    assert binding_of(code).contains(gap, "", "Ираке", "Ирак")


@pytest.mark.parametrize(("code", "gap"), NOT_BOUND[:-1])
def test_what_does_not(code: str, gap: str) -> None:
    assert not binding_of(code).contains(gap, "", "Ираке", "Ирак")


WAYS = [("Ирак", "Ирак"), ("Сирию", "Сирия"), ("Сибирь", "Сибирь"), ("Сирию", "Syria"), ("Сирию", "Сирию")]
PLACES = [("Ираке", "Ирак"), ("Сирии", "Сирия"), ("Крыму", "Крым"), ("Мали", "Мали"), ("Ираке", "Iraq")]


@pytest.mark.parametrize(("name", "plain"), WAYS)
def test_by_its_ending_a_name_is_whither(name: str, plain: str) -> None:
    assert not binding_of("ru").holds(" в ", "", name, plain)


@pytest.mark.parametrize(("name", "plain"), PLACES)
def test_by_its_ending_a_name_is_where(name: str, plain: str) -> None:
    assert binding_of("ru").holds(" в ", "", name, plain)


def test_after_a_word_of_starting_it_is_whither() -> None:
    assert binding_of("fr").holds(" au ", "Une attaque a eu lieu à ", "Mali", "Mali")
    assert not binding_of("fr").holds(" au ", "Ils sont venus depuis ", "Mali", "Mali")


@pytest.mark.parametrize(
    ("code", "gap"),
    [
        ("en", ", a suburb of "),
        ("en", ", a northern suburb of the "),
        ("fr", ", banlieue de "),
        ("uk", ", передмістя "),
    ],
)
def test_suburbs(code: str, gap: str) -> None:
    assert binding_of(code).suburb.fullmatch(gap)
    assert not binding_of(code).suburb.fullmatch(" near ")
