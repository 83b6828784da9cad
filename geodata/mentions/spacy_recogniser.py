"""A spaCy pipeline of the user's as the recogniser: `--recogniser spacy:en_core_web_sm`."""

import importlib
from collections.abc import Iterator
from typing import Any

from geodata.errors import GeodataError
from geodata.gazetteer import Gazetteer, Lexicon
from geodata.mentions.context import Surroundings
from geodata.mentions.recognise import GazetteerRecogniser, Recogniser
from geodata.mentions.spots import Spot
from geodata.mentions.use import make_mentions
from geodata.mentions.vocabulary import Vocabulary, vocabulary_of
from geodata.model import Mention, Spotted, because

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PEOPLES = frozenset({"NORP"})
_LONGEST_PIECE = 50_000
"""Characters read at a time: a pipeline takes a gigabyte of memory for some 100,000.

Source: spaCy, message E088."""


class SpacyRecogniser:
    """Finds mentions with a spaCy pipeline.

    Parameters
    ----------
    model : str
        Name or path of a pipeline with a component for named entities.
    peoples : frozenset of str
        Words for people that are demonyms; other words for groups are left out.
    lexicon : Lexicon
        Of the gazetteer, which tells a capital, whose name may stand for its government.

    Raises
    ------
    GeodataError
        When spaCy or the pipeline is not installed, cannot be loaded, or finds no named entities.
    """

    def __init__(self, model: str, peoples: frozenset[str], lexicon: Lexicon) -> None:
        try:
            spacy = importlib.import_module("spacy")
        except ImportError as error:
            raise GeodataError("spaCy is not installed; install it with `pip install spacy`.") from error
        try:
            self._pipeline: Any = spacy.load(model)
        except OSError as error:
            message = f"spaCy has no pipeline '{model}'; install it with `python -m spacy download {model}`."
            raise GeodataError(message) from error
        except (ImportError, ValueError) as error:
            why = " ".join(str(error).split())
            raise GeodataError(f"spaCy cannot load '{model}' ({why}); give a pipeline of its own version.") from error
        parts = self._pipeline.pipe_names
        if not any("doc.ents" in self._pipeline.get_pipe_meta(part).assigns for part in parts):
            has = ", ".join(parts) or "nothing"
            raise GeodataError(f"The pipeline '{model}' has {has}; give one with a part that finds named entities.")
        self._peoples = peoples
        self._lexicon = lexicon

    def recognise(self, text: str, language: str) -> list[Mention]:
        """Find the mentions of a text.

        Parameters
        ----------
        text : str
            Any text.
        language : str
            ISO 639-1, or "und": of the words around the names; the pipeline has its own.

        Returns
        -------
        list of Mention
            In order, none overlapping another.
        """
        return make_mentions(text, list(self._find_spots(text, vocabulary_of(language))))

    def _find_spots(self, text: str, vocabulary: Vocabulary) -> Iterator[Spot]:
        for offset, piece in _cut(text):
            for entity in self._pipeline(piece).ents:
                start, end = _trim(text, offset + entity.start_char, offset + entity.end_char)
                is_people = entity.label_ in _PEOPLES and text[start:end] in self._peoples
                if start < end and (is_people or entity.label_ in _PLACES):
                    bearers = self._lexicon.find_name(text[start:end])
                    around = Surroundings(text, start, end, vocabulary)
                    why = because(Spotted.SPACY, label=entity.label_)
                    yield Spot(0, 0, start, end, why, around, bearers, is_people)


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into pieces, at the end of a line or word where there is one, each with its offset."""
    start = 0
    while start < len(text):
        end = start + _LONGEST_PIECE
        if end < len(text):
            end = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1 or end
        yield start, text[start:end]
        start = end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the article and the possessive off: a mention is the name alone."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def make_recogniser(name: str, gazetteer: Gazetteer, lexicon: Lexicon, peoples: frozenset[str]) -> Recogniser:
    """Make a recogniser by its name on the command line.

    Parameters
    ----------
    name : str
        "gazetteer" for ours, "spacy:MODEL" for a spaCy pipeline.
    gazetteer : Gazetteer
        Of which ours finds the names.
    lexicon : Lexicon
        Of the same gazetteer.
    peoples : frozenset of str
        Words for people that are demonyms.

    Returns
    -------
    Recogniser

    Raises
    ------
    GeodataError
        When there is no recogniser of the name.
    """
    if name == "gazetteer":
        return GazetteerRecogniser(gazetteer, lexicon)
    kind, _, model = name.partition(":")
    if kind != "spacy" or not model:
        raise GeodataError(f"--recogniser is '{name}'; allowed are gazetteer and spacy:MODEL.")
    return SpacyRecogniser(model, peoples, lexicon)
