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
