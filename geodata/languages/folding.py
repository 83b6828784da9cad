"""A text folded to the words that are compared: by the search of statements, by claims, by the lists of the screen."""

import re
import unicodedata

from geodata.languages.letters import strip_marks

UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""A sign of a script without spaces between words: each sign is a word, and a word typed is a phrase of signs."""

_ALIKE = str.maketrans(
    {"ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا", "ء": ""}
    | {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
# Signs inside a word join its halves: "Ja'far", "Ragga\u02bc"; the stretching stroke and joiners have no sound.
_INSIDE_WORD = re.compile("['`´ʹʻʼʽʾʿˈ‘’‛′＇\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:[وفبك]?ال(?=\w{2})|لل(?=\w{3}))")
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
    text = _POSSESSIVE.sub("", text.casefold())
    if not text.isascii():
        text = strip_marks(text).casefold().translate(_ALIKE)
        text = _OTHER_DIGIT.sub(lambda sign: str(unicodedata.decimal(sign[0])), text)
        text = _ARABIC_ARTICLE.sub("", _INSIDE_WORD.sub("", text))
        text = UNSPACED.sub(r" \1 ", text.encode("utf-8", "replace").decode())
    else:
        text = text.replace("'", "").replace("`", "")
    return _BETWEEN_WORDS.sub(" ", text).strip()
