"""Recognition: what is a mention, where it begins and ends, how it is used, what kind is asked."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.gazetteer.places import Gazetteer
from geodata.gazetteer.regions import read_regions
from geodata.mentions.recognise import GazetteerRecogniser
from geodata.model import Place


@pytest.fixture(scope="module")
def read(syria: Gazetteer) -> GazetteerRecogniser:
    return GazetteerRecogniser(syria)


@pytest.fixture(scope="module")
def read_made(country: Gazetteer) -> GazetteerRecogniser:
    return GazetteerRecogniser(country)


def shown(recogniser: GazetteerRecogniser, text: str) -> list[str]:
    return [mention.toponym for mention in recogniser.recognise(text, "en")]


# Each trap: the text, and the names that are mentions in it.
TRAPS = [
    # common words and given names that places bear too
    ("They march on. In March the road reopened.", []),
    ("Of the three, none was hit.", []),
    ("Salah the baker spoke of his cousin.", []),
    ("Paris Hilton wore black.", []),
    ("Talks were held in Paris on Monday.", ["Paris"]),
    # organisations
    ("Islamic State in Iraq and Syria claimed it.", []),
    ("The group Raqqa is Being Slaughtered Silently posted a film.", []),
    ("Deir Ezzor Military Council sent men.", []),
    ("Salah al-Din al-Ayyubi was born in Tikrit.", ["Tikrit"]),
    ("The Raqqa Internal Security Forces and the Aleppo Revolution Brigade met in Hajin.", ["Hajin"]),
    ("FC Aleppo played Real Madrid.", []),
    ("قوات سوريا الديمقراطية في الرقة", ["الرقة"]),
    # people
    ("Abu Kamal al-Iraqi left Hajin.", ["Hajin"]),
    ("The Iraqi left Abu Kamal.", ["Iraqi", "Abu Kamal"]),
    ("In Hajin, Prime Minister Omar Weir spoke.", ["Hajin"]),
    ("As Iraqis met an Italian, they wept.", ["Iraqis", "Italian"]),
    # the longest name
    ("Troops of Deir ez-Zor province met.", ["Deir ez-Zor"]),
    ("They hold Abu Kamal.", ["Abu Kamal"]),
    # words around a name are not part of it
    ("Shelling in the Raqqa countryside went on.", ["Raqqa"]),
    ("Shelling in rural Aleppo went on.", ["Aleppo"]),
    ("Calm in north-eastern Syria.", ["Syria"]),
    ("They dug in east of the Euphrates.", ["Euphrates"]),
    # a possessive is outside, also where the apostrophe was lost
    ("Syria's army", ["Syria"]),
    ("Syrias army moved towards Aleppos outskirts.", ["Syria", "Aleppo"]),
    # lists, also without commas
    ("They took Tadmur as-Sukhnah Hajin and al-Bahra.", ["Tadmur", "as-Sukhnah", "Hajin", "al-Bahra"]),
    ("The villages of Xurbat and Hajin fell.", ["Xurbat", "Hajin"]),
    # other scripts
    ("دخلت القوات مدينة الرقة وبالميادين", ["الرقة", "الميادين"]),
    ("Бои идут в Ракке и под Хаджином.", ["Ракке", "Хаджином"]),
]


@pytest.mark.parametrize(("text", "names"), TRAPS, ids=[text for text, _ in TRAPS])
def test_traps(read: GazetteerRecogniser, text: str, names: list[str]) -> None:
    assert shown(read, text) == names


def test_an_unknown_name_after_a_word_for_villages_is_a_mention(read_made: GazetteerRecogniser) -> None:
    (mention,) = read_made.recognise("They entered the village of Qwertan.", "en")
    assert (mention.toponym, mention.asked) == ("Qwertan", "PPL")
    assert mention.spotted == "after 'village of'"


def test_an_unknown_name_in_a_list_of_places_is_a_mention(read_made: GazetteerRecogniser) -> None:
    assert shown(read_made, "They took Mirel, Qwertan and Salbek.") == ["Mirel", "Qwertan", "Salbek"]


def test_an_unknown_name_alone_is_none(read_made: GazetteerRecogniser) -> None:
    assert shown(read_made, "They met Qwertan yesterday.") == []


def place(place_id: str, name: str, code: str, country: str, people: int, *aliases: str, admin1: str = "") -> Place:
    return Place(place_id, name, code, country, admin1, "", 1.0, 1.0, aliases, population=people)


@pytest.fixture(scope="module")
def read_world() -> GazetteerRecogniser:
    """A recogniser over a few places that takes its gazetteer for one of the whole world."""
    places = [
        place("us", "United States", "PCLI", "US", 300_000_000, "US", "U.S.", "USA"),
        place("de", "Germany", "PCLI", "DE", 80_000_000),
        place("us-il", "Illinois", "ADM1", "US", 0, "IL", "Ill."),
        place("us-tx", "Texas", "ADM1", "US", 0, "TX"),
        place("us-ca", "California", "ADM1", "US", 0, "CA", "Calif."),
        place("us-or", "Oregon", "ADM1", "US", 0, "OR"),
        place("us-springfield", "Springfield", "PPL", "US", 60_000, admin1="us-il"),
        place("us-paris", "Paris", "PPL", "US", 25_000, admin1="us-tx"),
        place("us-fresno", "Fresno", "PPL", "US", 500_000, admin1="us-ca"),
        place("gb-london", "London", "PPLC", "GB", 8_000_000),
        place("gb-reading", "Reading", "PPL", "GB", 230_000),
        place("fr-nice", "Nice", "PPL", "FR", 340_000),
        place("de-quern", "Quern", "PPL", "DE", 900),
        place("de-salb", "Salb", "PPL", "DE", 700),
    ]
    recogniser = GazetteerRecogniser(Gazetteer({one.place_id: one for one in places}, read_regions(None, {})[0]))
    recogniser.lexicon.wary = True
    return recogniser


# In a gazetteer where chance makes a town of nearly any word, the words around must speak for one.
WARY = [
    ("A fire broke out in Springfield, Illinois, on Monday.", ["Springfield", "Illinois"]),
    ("He lives in Springfield.", ["Springfield"]),
    ("Springfield was elected.", []),
    ("John Springfield was elected. Springfield said so.", []),
    ("Prices in London rose.", ["London"]),
    ("Jack London wrote it.", []),
    ("Germanys army met.", ["Germany"]),
    ("He moved from London to Quern.", ["London"]),
    ("Troops came from London, Quern and Salb.", ["London", "Quern", "Salb"]),
    ("Troops came from London and Quern Jones.", ["London"]),
    ("London and Quern met.", ["London"]),
    ("NICE, Germany - A man in Nice spoke. Nice work.", ["NICE", "Germany", "Nice"]),
    ("A man in Nice spoke.", []),
    ("Paris Hilton wore black.", []),
    ("Paris, Texas, is small.", ["Paris", "Texas"]),
    ("The US and the U.S. agree with us.", ["US", "U.S."]),
    ("Reading is fun. Nice weather!", []),
    ("The train from London to Reading stopped in Nice.", ["London"]),
    ("German cars are made in Germany.", ["German", "Germany"]),
    ("Fresno, Calif., is dry.", ["Fresno", "Calif."]),
    ("It is in the OR column.", []),
]


@pytest.mark.parametrize(("text", "names"), WARY, ids=[text for text, _ in WARY])
def test_a_gazetteer_of_the_world(read_world: GazetteerRecogniser, text: str, names: list[str]) -> None:
    assert shown(read_world, text) == names


PIECES = st.sampled_from(
    ["Raqqa", "al-", "Deir ez-Zor", " ", ", ", "\n", "province", "village of ", "«", "”", "'s", "U.S.", "John ", "Aa",
     "-", "الرقة", "و", "Ракка", ".", "‘", "near ", "\ud800", "İ", "ß", "𝔄", "1", "١", "the ", "of "]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_yields_mentions_that_slice_back(
    read_made: GazetteerRecogniser, read_world: GazetteerRecogniser, text: str
) -> None:
    for recogniser in (read_made, read_world):
        mentions = recogniser.recognise(text, "und")
        assert all(text[mention.start : mention.end] == mention.toponym != "" for mention in mentions)
        ends = [0, *(mention.end for mention in mentions)]
        assert all(end <= mention.start for end, mention in zip(ends, mentions, strict=False))


REPEATED = ["a", "A", "A ", "Aa ", ",", "«“\"(", "al-Aa ", "Mirel ", "Mirel, ", "John Aaa ", "U.S. ",
            "the Mirel of the Xxxx ", "the villages of Xyzab, Qwerty and ", "و", "1 ", "A'"]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_the_text_only(
    read_made: GazetteerRecogniser, read_world: GazetteerRecogniser, piece: str
) -> None:
    for recogniser in (read_made, read_world):
        seconds = [_best_time(recogniser, piece * (size // len(piece))) for size in (30_000, 60_000)]
        assert seconds[1] < max(0.1, 2.3 * seconds[0] + 0.1)


def _best_time(recogniser: GazetteerRecogniser, text: str) -> float:
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        recogniser.recognise(text, "en")
        best = min(best, time.process_time() - before)
    return best
