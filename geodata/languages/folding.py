"""A text folded to the words that are compared: by the search of statements, by claims, by the lists of the screen."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from geodata.languages.known import gather
from geodata.languages.language import Language
from geodata.languages.letters import fold_searched

UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""A sign of a script without spaces between words: each sign is a word, and a word typed is a phrase of signs."""

# Signs inside a word join its halves: "Ja'far", "Ragga\u02bc"; the stretching stroke and joiners have no sound.
_INSIDE_WORD = re.compile("['`´ʹʻʼʽʾʿˈ‘’‛′＇\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold_words(text: str) -> str:
    """Fold a text to what is compared: words without case, accents and signs, one space between them.

    Parameters
    ----------
    text : str
        Any text, well formed or not.

    Returns
    -------
    str
        Letters and digits of any script, and single spaces. Arabic without its article, vowel points and the
        kinds of alef, hamza and ta marbuta; Cyrillic with ё as е; digits as 0 to 9.

    Examples
    --------
    >>> fold_words("Déir ez-Zor's")
    'deir ez zor'
    >>> fold_words("إلى الرقّة")
    'الي رقه'
    """
    text = text.casefold()
    if "s" in text and ("'" in text or not text.isascii()):
        text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        text = fold_searched(text)
        text = _OTHER_DIGIT.sub(lambda sign: str(unicodedata.decimal(sign[0])), text)
        text = _glued_article().sub("", _INSIDE_WORD.sub("", text))
        text = UNSPACED.sub(r" \1 ", text.encode("utf-8", "replace").decode())
    else:
        text = text.replace("'", "").replace("`", "")
    return _BETWEEN_WORDS.sub(" ", text).strip()


@cache
def _glued_article() -> re.Pattern[str]:
    """Write the pattern of an article at the head of a word, with a letter before it, as Arabic writes them."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(gather(_articles_of)) or '(?!)'})")


def _articles_of(language: Language) -> Iterator[str]:
    names = language.names
    melting = {melted[0] for melted in names.melted}
    letters = [letter for letter in (*names.glued_conjunctions, *names.glued_prepositions) if letter not in melting]
    for article in names.glued_article:
        yield rf"(?:{'|'.join(letters) or '(?!)'})?{article}(?=\w{{2}})"
    for melted in names.melted:
        yield rf"{melted}(?=\w{{3}})"
