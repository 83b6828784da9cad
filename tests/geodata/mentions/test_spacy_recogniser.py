"""A spaCy pipeline as the recogniser; a stand-in plays the pipeline."""

import importlib
from types import SimpleNamespace

import pytest
from pinning import read_places

from geodata.errors import GeodataError
from geodata.gazetteer import Gazetteer, Lexicon
from geodata.gazetteer.regions import read_regions
from geodata.mentions.recognise import GazetteerRecogniser
from geodata.mentions.spacy_recogniser import SpacyRecogniser, make_recogniser

PLACES = "mirel | Mirel | PPLC | 1.0, 1.0 | of XA\nxa | Arvania | PCLI | 1.0, 1.0 | of XA"
FOUND = [("Mirel", "GPE"), ("the Lem's", "LOC"), ("Arvanian", "NORP"), ("Muslims", "NORP"), ("Jo Brand", "PERSON")]


@pytest.fixture
def made() -> tuple[Gazetteer, Lexicon]:
    gazetteer = Gazetteer(read_places(PLACES), read_regions(None, {})[0])
    return gazetteer, Lexicon.build(gazetteer)


class Pipeline:
    """Finds the words of `FOUND` wherever they stand."""

    pipe_names = ("ner",)
    pieces: list[str]

    def __init__(self, assigns: tuple[str, ...] = ("doc.ents",)) -> None:
        self._assigns = assigns
        self.pieces = []

    def get_pipe_meta(self, _: str) -> SimpleNamespace:
        return SimpleNamespace(assigns=self._assigns)

    def __call__(self, piece: str) -> SimpleNamespace:
        self.pieces.append(piece)
        found = [(piece.find(name), name, label) for name, label in FOUND if name in piece]
        return SimpleNamespace(
            ents=[
                SimpleNamespace(start_char=at, end_char=at + len(name), label_=label)
                for at, name, label in sorted(found)
            ]
        )


def recogniser_with(pipeline: Pipeline, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> SpacyRecogniser:
    spacy = SimpleNamespace(load=lambda _: pipeline)
    monkeypatch.setattr(importlib, "import_module", lambda _: spacy)
    return SpacyRecogniser("made", frozenset({"Arvanian"}), lexicon)


def test_places_and_known_peoples_are_mentions(made, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    text = "Mirel said Jo Brand and Muslims saw the Lem's bank; an Arvanian slept."
    mentions = recogniser_with(Pipeline(), made[1], monkeypatch).recognise(text, "en")
    assert [(one.toponym, one.use) for one in mentions] == [
        ("Mirel", "metonym"),
        ("Lem", "literal"),
        ("Arvanian", "demonym"),
    ]
    assert [text[one.start : one.end] for one in mentions] == [one.toponym for one in mentions]
    assert mentions[0].spotted == "GPE by spaCy"


def test_a_long_text_is_read_in_pieces_and_offsets_hold(made, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    pipeline = Pipeline()
    text = "word " * 11_000 + "in Mirel."
    (mention,) = recogniser_with(pipeline, made[1], monkeypatch).recognise(text, "en")
    assert text[mention.start : mention.end] == "Mirel"
    assert len(pipeline.pieces) == 2
    assert "".join(pipeline.pieces) == text


def test_a_pipeline_that_finds_no_names_is_refused(made, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(GeodataError, match="finds named entities"):
        recogniser_with(Pipeline(assigns=("doc.tensor",)), made[1], monkeypatch)


FAULTS = [(OSError("x"), "has no pipeline 'made'"), (ValueError("two\nlines"), "cannot load 'made' \\(two lines\\)")]


@pytest.mark.parametrize(("error", "said"), FAULTS, ids=[said for _, said in FAULTS])
def test_what_cannot_be_loaded_is_one_sentence(
    made, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:  # type: ignore[no-untyped-def]
    def load(_: str) -> None:
        raise error

    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(load=load))
    with pytest.raises(GeodataError, match=said):
        SpacyRecogniser("made", frozenset(), made[1])


def test_without_spacy_it_is_said_how_to_get_it(made, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(GeodataError, match="pip install spacy"):
        make_recogniser("spacy:made", *made, frozenset())


def test_recognisers_go_by_their_names(made) -> None:  # type: ignore[no-untyped-def]
    assert isinstance(make_recogniser("gazetteer", *made, frozenset()), GazetteerRecogniser)
    for name in ("moon", "spacy", "spacy:", ""):
        with pytest.raises(GeodataError, match="allowed are gazetteer and spacy:MODEL"):
            make_recogniser(name, *made, frozenset())
