"""Where a text may be cut: ends of sentences, lines and paragraphs, and what scraping has glued together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.statements.sentence_ends import LINE, PARAGRAPH, SENTENCE, find_breaks

MARKS = {SENTENCE: "|", LINE: "/", PARAGRAPH: "#"}

# A bar stands where a sentence ends, a stroke where a line does, a hash where a paragraph does.
MARKED = [
    "They left.| Rain came.",
    "They left!| Who stayed?| Nobody.",
    "Dr. Weir left.| Mr. Orr stayed.",
    "They met J. Weir.| The mayor slept.",
    "They left the U.S.| The rest stayed.",
    "They met at 10 a.m. Friday in Hit.",
    "He took no. 5 and left.| No.| Yes.",
    "It cost 3.5 million.| They paid.",
    "See www.example.org and rt.com for more.",
    "Rain fell.|For weeks they waited.",
    "Shells fell on Hit.|SDF guns answered.",
    "The station T.4 held.",
    "It was 28. April then.",
    "В 2016 г. он ушёл.| В г. Алеппо тихо.",
    "На ул. Мира тихо.| Дорога открыта.",
    "الطريق مفتوح.| هل عادوا؟| نعم.",
    "“We left.”| They stayed.",
    "They left.[3]| They came back.",
    "They waited...| Nobody came.",
    "A headline\n/The army left.|\n/It rained",
    "One.|\n\n#Two",
    "This line was broken by the mail program because it\nwas too long for the screen of the sender.",
    "Towns:\n/- Hit\n/- Anah",
    "They left Hit and\nAnah",
    "Two hurt in Hit |Two people were hurt.",
    "After World War Two ended, they slept.",
    "Truce holds /DAMASCUS (Agency) - It held.",
    "They said activists|Omar slept.",
    'У 2022 р. місто взяли.| Люди пішли.',
    'Місто взяли у 2022 р.| Люди пішли.',
    'Вони жили в м. Ізюм.| Потім пішли.',
    'Це с. Гроза.| Тут тихо.',
    'Зібрали 5 тис. тонн.| Дощ ущух.',
    'У 1941–1943 рр. тут був фронт.',
    'Фронт стояв тут у 1941–1943 рр.| Потім він пішов.',
    'Живе на вул. Шевченка.| Там тихо.',
    'Це Харківська обл. України.',
    'Пости, дрони і т. д.| Потім пішли.',
    'У т. зв. ДНР тихо.',
    'Храм св. Юрія стоїть.',
    'За ст. 5 закону його судять.',
    'Поранено 3 ос.| Двоє дітей.',
    'Він сказав: „Ми йдемо.“| Вони пішли.',
    '«Ми йдемо!»| Вони пішли.',
    'О 10 год. 5 хв. почався обстріл.',
    'Приїхав ген. Сирота.| Дощ ішов.',
    'Є вода, хліб тощо.| Світла немає.',
    'О. Левчук пішов.| Потім повернувся.',
    'Загинули діти, жінки та ін.| Це був ринок.',
    'M. Dupont est parti.| Mme Diallo reste.',
    'MM. Ba et Sy sont partis.',
    'Le Dr. Ba est là.| Il attend.',
    'Le no. 5 est vide.| Personne.',
    'Voir p. 12 et 13.',
    'Il habite av. Foch.| Il y reste.',
    'En 52 av. J.-C. César vint.',
    'Le fort date de 52 av. J.-C.| Il est en ruine.',
    '« Nous partons. »| Ils sont partis.',
    '«\xa0Nous partons\xa0!\xa0»| Ils sont partis.',
    '« Où est-il ? » demande Awa.',
    '“Nous partons.”| Ils restent.',
    'Rendez-vous à 10 h.| Le maire viendra.',
    "L'ONU, l'UE, etc. ont signé.",
    'Le 1er janv. 2020 il pleuvait.| Il neigea.',
    'Il a plu le 3 déc.| Les routes sont coupées.',
    "Le gén. Morel attend.| L'armée part.",
    'J.-P. Morel est parti.| Il pleut.',
    'Voir art. 5 du code.| Rien.',
    'La ville compte 5 000 hab.| Elle est vide.',
    'Le St. Bernard court.',
    'Il pèse env. 50 kg.| Il mange.',
    'Sté. Morel a fermé.',
    'Il arrive à 7h30.| Nous partons.',
    'Il lit le vol. 3 et part.',
    "C'est l'U.E. qui paie.",
]  # fmt: skip


@pytest.mark.parametrize("marked", MARKED)
def test_breaks_stand_where_they_are_marked(marked: str) -> None:
    text, wanted = "", []
    for letter in marked:
        kind = next((kind for kind, mark in MARKS.items() if mark == letter), None)
        if kind is None:
            text += letter
        else:
            wanted.append((len(text), kind))
    assert [found for found in find_breaks(text) if found[0] < len(text)] == wanted


PIECES = st.sampled_from(
    ["They left", ".", ". ", "\n", "\n\n", " ", "U.S.", "The ", "г. ", "«", "»", '"', "!", "؟", "Get short URL", "© ",
     "• ", "1. ", "Two people", "DAMASCUS (Agency) - ", "a", "[1]", "—"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_breaks_stand_in_order_and_inside(text: str) -> None:
    found = find_breaks(text)
    offsets = [offset for offset, _ in found]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    assert {kind for _, kind in found} <= {SENTENCE, LINE, PARAGRAPH}


@given(st.lists(st.sampled_from(["They left", "Rain came", "Nobody slept"]), min_size=1, max_size=8))
def test_plain_sentences_are_all_told_apart(sentences: list[str]) -> None:
    text = " ".join(f"{sentence}." for sentence in sentences)
    assert [kind for offset, kind in find_breaks(text) if offset < len(text)] == [SENTENCE] * (len(sentences) - 1)
