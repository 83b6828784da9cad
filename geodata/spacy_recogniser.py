"""A spaCy pipeline of the user's as the recogniser: `--recogniser spacy:en_core_web_sm`."""

import importlib
from typing import Any

from geodata.errors import GeodataError
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Lexicon
from geodata.model import Mention
from geodata.recognise import GazetteerRecogniser, Recogniser
from geodata.use import find_dateline

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PEOPLES = frozenset({"NORP"})
_LONGEST_TEXT = 900_000


class SpacyRecogniser:
    """Finds mentions with a spaCy pipeline.

    Parameters
    ----------
    model : str
        Name or path of a pipeline with a component for named entities.
    peoples : frozenset of str
        Words for people that are demonyms; other words for groups are left out.

    Raises
    ------
    GeodataError
        When spaCy or the pipeline is not installed.
    """

    def __init__(self, model: str, peoples: frozenset[str]) -> None:
        try:
            spacy = importlib.import_module("spacy")
        except ImportError as error:
            raise GeodataError("spaCy is not installed; install it with `pip install spacy`.") from error
        try:
            self._pipeline: Any = spacy.load(model)
        except OSError as error:
            message = f"spaCy has no pipeline '{model}'; install it with `python -m spacy download {model}`."
            raise GeodataError(message) from error
        self._peoples = peoples

    def recognise(self, text: str, language: str) -> list[Mention]:
        """Find the mentions of a text; what is beyond 900,000 characters is not read.

        Parameters
        ----------
        text : str
            Any text.
        language : str
            Ignored: the pipeline has its own.

        Returns
        -------
        list of Mention
            In order, none overlapping another.
        """
        dateline_end = find_dateline(text)
        mentions = []
        for entity in self._pipeline(text[:_LONGEST_TEXT]).ents:
            start, end = _trim(text, entity.start_char, entity.end_char)
            spotted = f"{entity.label_} by spaCy"
            if entity.label_ in _PLACES and start < end:
                use = "dateline" if start < dateline_end else "literal"
                mentions.append(Mention(start, end, text[start:end], use, "", spotted))  # type: ignore[arg-type]
            elif entity.label_ in _PEOPLES and text[start:end] in self._peoples:
                mentions.append(Mention(start, end, text[start:end], "demonym", "", spotted))
        return mentions


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
    return SpacyRecogniser(model, peoples)
