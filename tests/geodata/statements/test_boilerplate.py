"""Boilerplate: what pages put around their texts, by its wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.statements.boilerplate import is_boilerplate, is_listed, opens_list
from geodata.statements.cut import split_statements

BOILERPLATE = [
    ("Get short URL", "en"),
    ("Tags: weapons, navy, Hit", "en"),
    ("Read more: Army enters town", "en"),
    ("Related:", "en"),
    ("Share this article", "en"),
    ("Follow us on Twitter", "en"),
    ("© Sputnik/ Jo Brand", "en"),
    ("Copyright 2017 The Paper. ", "en"),
    ("Sign up for our newsletter", "en"),
    ("Home | News | Middle East | Video", "en"),
    ("https://example.org/news/1", "en"),
    ("28.04.2017", "en"),
    ("12:40 09.11.2017", "en"),
    ("06.12.2017 Hit River War", "en"),
    ("* * *", "en"),
    ("Читайте также: Дорога открыта", "ru"),
    ("Теги: армия, дорога", "ru"),
    ("اقرأ أيضا: الطريق مفتوح", "ar"),
    ("جميع الحقوق محفوظة", "ar"),
    ("Читайте також: Міст відкрито", "uk"),
    ("Теги: армія, міст", "uk"),
    ("Поділитися", "uk"),
    ("Підписуйтесь на наш канал", "uk"),
    ("Усі права захищено", "uk"),
    ("Фото: Укрінформ", "uk"),
    ("Джерело: УНІАН", "uk"),
    ("Долучайтеся до нас у Telegram", "uk"),
    ("Новини за темою:", "uk"),
    ("Реклама", "uk"),
    ("Дивіться також: Міст", "uk"),
    ("Опубліковано: 9 листопада 2022", "uk"),
    ("Головна | Новини | Політика", "uk"),
    ("12:40, 9 листопада 2022", "uk"),
    ("Передрук заборонено", "uk"),
    ("Lire aussi : Le pont est ouvert", "fr"),
    ("À lire aussi\xa0: le pont", "fr"),
    ("Voir aussi", "fr"),
    ("Partager sur Facebook", "fr"),
    ("Abonnez-vous à notre lettre", "fr"),
    ("Mots-clés : armée, pont", "fr"),
    ("Tous droits réservés", "fr"),
    ("Publié le 9 novembre 2022 à 12h40", "fr"),
    ("Mis à jour le 09/11/2022", "fr"),
    ("Crédit photo : AFP", "fr"),
    ("Publicité", "fr"),
    ("Suivez-nous sur Twitter", "fr"),
    ("Photo : Awa Diop / AFP", "fr"),
    ("Temps de lecture : 3 min", "fr"),
    ("Accueil | Actualités | Monde", "fr"),
    ("Lire la suite", "fr"),
    ("Cet article vous est offert", "fr"),
    ("S’inscrire à la newsletter", "fr"),
    ("9 novembre 2022", "fr"),
    ("Laisser un commentaire", "fr"),
    ("Залишити коментар", "uk"),
]


def kept_off(text: str, language: str) -> list[str]:
    segments = split_statements(text, language)
    return [text[segment.start : segment.end] for segment in segments if segment.kind == "boilerplate"]


@pytest.mark.parametrize(("line", "language"), BOILERPLATE)
def test_boilerplate_is_marked(line: str, language: str) -> None:
    assert is_boilerplate(line.strip())
    assert kept_off(f"Shells fell on Hit.\n{line}\n\nRain came.", language) == [line.strip()]


SENTENCES = [
    "Partager le pouvoir est difficile.",
    "Photos et vidéos ont été saisies.",
    "Lire ces lettres est interdit.",
    "Les sources du fleuve sont à sec.",
    "Новини дійшли пізно.",
    "Поділитися хлібом прийшли всі.",
    "Джерело води пересохло.",
    "Фото показали в суді.",
    "Accueil froid pour le ministre à Gao",
    "Le 9 novembre 2022, la ville brûlait.",
    "Реклама зникла з вулиць міста.",
    "La publicité est interdite.",
    "Share prices fell in Damascus on Monday.",
    "Home Secretary Jo Brand visited Hit.",
    "Follow the road to Hit and turn left.",
    "Read more than two pages of it.",
    "News reached Hit late.",
    "Copyright law was changed in Baghdad.",
    "Related families left Hit together.",
    "Photographs of Hit were shown.",
    "In May 2017 the road was open.",
    "On 28.04.2017 the road was open.",
    "The army's Twitter page showed the road.",
    "See also the road to Hit, they said, and laughed; nobody else who was asked by us had been there that week, or "
    "would say where the others had gone, or why, though all of them had heard of it from their neighbours before.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_begin_like_boilerplate_are_statements(sentence: str) -> None:
    assert not is_boilerplate(sentence)
    assert kept_off(sentence, "en") == []


HEADINGS = ["Related:", "Read also:", "See also", "Most read", "Читайте также:", "مواضيع ذات صلة"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_of_lists_of_links(heading: str) -> None:
    assert opens_list(heading)
    assert is_boilerplate(heading)


def test_a_link_is_a_short_line_without_an_end() -> None:
    assert is_listed("Army enters town")
    assert not is_listed("The army entered the town.")
    assert not is_listed("The army “entered the town.”")
    assert not is_listed("army " * 40)
    assert not opens_list("Related families left.")


@given(st.text(alphabet="*-_=~ •·|", min_size=1, max_size=200).map(str.strip).filter(bool))
def test_rows_of_signs_say_nothing(signs: str) -> None:
    assert is_boilerplate(signs)


@given(st.text(min_size=201))
def test_what_is_long_is_a_statement(words: str) -> None:
    assert not is_boilerplate(words)
    assert not opens_list(words)
