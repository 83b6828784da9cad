"""Splitting reports into statements: where they end, who speaks, what is boilerplate."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.statements.cut import split_statements


def words_of(text: str, language: str = "en") -> list[str]:
    return [text[segment.start : segment.end] for segment in split_statements(text, language)]


def speakers_of(text: str, language: str = "en") -> list[str]:
    return [segment.speaker for segment in split_statements(text, language)]


def kept_off(text: str, language: str = "en") -> list[str]:
    segments = split_statements(text, language)
    return [text[segment.start : segment.end] for segment in segments if segment.kind == "boilerplate"]


# A bar stands where a statement ends; the text is what is left without the bars.
SPLITS = [
    # abbreviations
    ("Lt. Gen. Jo Brand flew to the U.S. on Nov. 29.| He met Col. J. R. Weir at 10 a.m. Nov. 30.", "en"),
    ("The road to St. Anna is mined.| No. 5 company holds it.| They answered no.| Nobody left.", "en"),
    ("They left the U.S.| The rest stayed.", "en"),
    ("Bread, oil etc.| Were brought.| In the U.N. Mission nobody knew.", "en"),
    ("Fights go on for n.p. Hatla and five more n.p.| Today the road opened.", "en"),
    ("В 2016 г. деревня опустела.| Армия взяла г. Алеппо и н.п. Маарра.| А. С. Петров живёт на ул. Мира.", "ru"),
    ("Это было в 2016 г.| Армия ушла.| По дороге в пос. Южный шли люди.| Их видел полк. Орлов.", "ru"),
    ("قال د. أحمد إن الطريق مفتوح.| هل عاد الناس؟| نعم، عادوا.", "ar"),
    # full stops without a space, and full stops that end nothing
    ("It was called irresolution.|For weeks nothing moved in Aleppo.|Two people were hurt.", "en"),
    ("The U.S.A base, the site rt.com, station T.4 and 3.5 km of road.| See www.Example.Org for more.", "en"),
    ("Shells fell on Hatla.|SDF guns answered.|US-led jets came.", "en"),
    ("They fled to Hatla.|IS men stayed.", "en"),
    ("The shop gazeta.RU sells it, and Example.ORG too.", "en"),
    ("The road is held by IS.|A source said so.| U.S.A base.", "en"),
    ("Villages under fire, say activists|Omar al-Hadi of the town council said so.", "en"),
    ("The javaScript page and McDonald were shown.", "en"),
    ("Troops left Hatla.|“We hold it,” they wrote.", "en"),
    ('Troops left Hatla.|"We hold it," they wrote.', "en"),
    ("Город взят.|Мин нет.| Дорога открыта!", "ru"),
    ("دخلت القوات مدينة حلب.|وقالت إن الطريق مفتوح.", "ar"),
    ("The pause ... was short.| Then shells fell…| Nobody knew why.", "en"),
    ("Guns fell silent.[3]| The road opened.| Carts came.", "en"),
    ("The road is quiet.| al-Bab is not.", "en"),
    # headlines and datelines glued on
    ("Two hurt by shells in Aleppo| Two people were hurt on Monday.", "en"),
    ("Truce holds in the south| DAMASCUS (Agency) - The truce held.", "en"),
    ("Shells fall on the villageThe army left it.".replace("villageThe", "village|The"), "en"),
    ("After World War Two ended, Category Three storms came.", "en"),
    # lines, lists, wrapped text
    ("Headline without a stop|\nThe army moved on.|\n\nIt stopped", "en"),
    ("This line was broken by the mail program because it\nwas too long for it to stay whole on the screen.", "en"),
    (
        "The line before was broken by the program that sent the letter and\n"
        "Damascus stands at the head of the next one for no other reason.",
        "en",
    ),
    ("The minister named three towns:|\n- Rawa|\n- Anah|\n- Hit", "en"),
    ("Syria|\n. Near Hit, one strike.|\n. Near Anah, two.", "en"),
    ("1. Open the gate.|\n2. Close it.", "en"),
    ("Two towns:| • Hit is free.| • Anah is not.", "en"),
    # quotations
    ('"We came. We saw. We left," said the mayor.| Dust settled.', "en"),
    ('"We came. We left." The mayor said so.| Dust settled.', "en"),
    ("«Город наш. Мин нет», — заявил мэр.| Пыль осела.", "ru"),
    ('"One.| Two.| Three.| Four," said the mayor.', "en"),
    ('He called it "a farce.| They left.|\n\nOthers stayed.| Nobody wept.', "en"),
]


@pytest.mark.parametrize(("marked", "language"), SPLITS)
def test_statements_end_where_the_bars_stand(marked: str, language: str) -> None:
    assert words_of(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


def test_pronoun_stands_for_the_speaker_last_named() -> None:
    assert speakers_of("The mayor said shells fell. He added that nobody was hurt. Rain came.") == [
        "The mayor",
        "The mayor",
        "",
    ]


def test_pronoun_without_anybody_named_is_nobody() -> None:
    assert speakers_of("He said shells fell.") == [""]


def test_sentences_of_a_long_quotation_keep_its_speaker() -> None:
    text = '"We came. We saw. We stayed. We left," said the mayor. Rain came.'
    assert speakers_of(text) == ["the mayor"] * 4 + [""]


def test_words_inside_a_quotation_name_no_speaker_of_it() -> None:
    text = '"The army told us to leave and the governor said nothing," said a baker.'
    assert speakers_of(text) == ["a baker"]


def test_colon_speaks_for_the_paragraph_after_it() -> None:
    assert speakers_of("The minister said:\n\nWe regret the delay.\n\nRain came.") == [
        "The minister",
        "The minister",
        "",
    ]


def test_button_in_front_of_a_sentence_takes_no_sentence_away() -> None:
    text = "Shells fell. Read More Rain came, and the road to Hit was closed."
    assert words_of(text) == ["Shells fell.", "Read More", "Rain came, and the road to Hit was closed."]
    assert kept_off(text) == ["Read More"]


def test_lines_under_a_heading_of_links_are_boilerplate_until_a_sentence() -> None:
    text = "Shells fell.\n\nRelated:\nArmy enters town\nRoad opens again\nThe army denied all of it."
    assert kept_off(text) == ["Related:", "Army enters town", "Road opens again"]


def test_button_and_date_glued_to_the_text_come_off() -> None:
    text = "28.04.2017Get short URLDAMASCUS (Agency) - Shells fell."
    assert words_of(text) == ["28.04.2017", "Get short URL", "DAMASCUS (Agency) - Shells fell."]
    assert kept_off(text) == ["28.04.2017", "Get short URL"]


SIGNS = [*'aZ.!?…،؟"“”«»\n\t ():;-–—•1٣ЖжعA', "said ", "U.S. ", "г. ", "قال ", "Get short URL", "\r\n", "\x00", "😀"]


def assert_segments_hold(text: str, language: str) -> None:
    segments = split_statements(text, language)
    end = 0
    for segment in segments:
        assert end <= segment.start < segment.end
        assert not text[end : segment.start].strip()
        words = text[segment.start : segment.end]
        assert words == words.strip()
        end = segment.end
    assert not text[end:].strip()


@given(st.text(), st.sampled_from(["en", "ru", "ar", "und"]))
def test_any_text_is_covered_once(text: str, language: str) -> None:
    assert_segments_hold(text, language)


@given(st.lists(st.sampled_from(SIGNS), max_size=80).map("".join), st.sampled_from(["en", "ru", "ar"]))
@settings(max_examples=300)
def test_any_row_of_signs_is_covered_once(text: str, language: str) -> None:
    assert_segments_hold(text, language)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a", '"', ".", ". ", '"A." ', "said ", "\n ", "«", "x said. ", " ", "Tags: ", "A, "])
def test_time_grows_in_step_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        started = time.process_time()
        split_statements(text, "en")
        return time.process_time() - started

    # The floor keeps the clock's grain out of the ratio; quadratic growth would show as 16.
    assert min(seconds(200_000), seconds(200_000)) <= 10 * max(min(seconds(50_000), seconds(50_000)), 0.02)
