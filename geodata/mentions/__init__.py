"""A text -> the names in it that name places."""

from geodata.mentions.recognise import GazetteerRecogniser, Recogniser
from geodata.mentions.spacy_recogniser import make_recogniser

__all__ = [
    "GazetteerRecogniser",
    "Recogniser",
    "make_recogniser",
]
