"""Arabic and Cyrillic letters in the Latin letters that agencies write for them.

General transliterators aim at one standard each; what is wanted here is that an Arabic or Russian form of a
name meets its Latin spellings, so the tables follow press usage. Scripts without a table of ours go through anyascii.
"""

import re
import unicodedata

from anyascii import anyascii

# Long vowels stay vowels, ayn becomes the "a" that most Latin spellings show for it, hamza goes.
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ع": "a", "ء": "", "ئ": "i", "ؤ": "u",
    "ب": "b", "پ": "p", "ت": "t", "ة": "a", "ۃ": "a", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ڕ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l",
    "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "ه": "h", "ھ": "h", "ە": "a", "ہ": "h", "و": "w", "ۆ": "o",
    "ي": "y", "ی": "y", "ې": "e", "ێ": "e", "ـ": "", "\u200c": "", "\u200d": "",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "j", "з": "z",
    "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip

# Signs for ayn, hamza and a soft consonant, as typed by hand or set by a library; they join, never part.
_SIGNS = (
    "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02d8\u02ca\u02cb\u2018\u2019\u201b\u2032\u2035\uff07\u00ad"
)

_LETTERS = str.maketrans(_ARABIC | _CYRILLIC | dict.fromkeys(_SIGNS, ""))
_SIGNS_OFF = str.maketrans(dict.fromkeys(_SIGNS + "ـ\u200c\u200d", ""))

# Letters that are one to a reader, by what is compared:
#   names   after combining marks are off, which takes hamza and madda off alef too;
#   search  the same, and what other keyboards type, for a user's word has to meet every report's;
#   dates   words of a closed list, so that marks and hamza are taken off letter by letter, the rest stays.
_FORMS = {
    # letter: names, search, dates
    "ة": ("ه", "ه", "ه"),
    "ى": ("ي", "ي", "ي"),
    "ی": ("ي", "ي", "ی"),
    "ک": ("ك", "ك", "ک"),
    "ٱ": ("ٱ", "ا", "ا"),
    "أ": ("أ", "أ", "ا"),
    "إ": ("إ", "إ", "ا"),
    "آ": ("آ", "آ", "ا"),
    "ۃ": ("ۃ", "ه", "ۃ"),
    "ہ": ("ہ", "ه", "ہ"),
    "ھ": ("ھ", "ه", "ھ"),
    "ء": ("ء", "", "ء"),
    "ё": ("е", "ё", "ё"),
    "ı": ("i", "i", "ı"),
}
_IN_NAMES, _IN_SEARCH, _IN_DATES = ({letter: forms[use] for letter, forms in _FORMS.items()} for use in range(3))
_LATIN_IN_SEARCH = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
_DIGITS = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2, strict=True))
_VOWEL_SIGNS = dict.fromkeys((*map(chr, range(0x64B, 0x660)), "\u0640", "\u0670"), "")
_FOLD_IN_NAMES = str.maketrans(_IN_NAMES)
_FOLD_IN_SEARCH = str.maketrans(_IN_SEARCH | _LATIN_IN_SEARCH)
_FOLD_IN_DATES = str.maketrans(_IN_DATES | _DIGITS | _VOWEL_SIGNS)

# "ال" is an article only where enough of a word follows; "dzh" is how Cyrillic writes one consonant, "j".
_ARABIC_ARTICLE = re.compile(r"(?<![\w])(?:ال|أل)(?=\w{2})")
_CYRILLIC_J = re.compile("дж|дз(?=[еиь])")
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u06d6-\u06ed]+")


def strip_marks(text: str) -> str:
    """Take accents, vowel points and other combining marks off.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The same letters without marks, decomposed (NFKD).
    """
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def latinise(text: str) -> str:
    """Write any text in lower-case ASCII letters.

    Parameters
    ----------
    text : str
        Any text in any script.

    Returns
    -------
    str
        ASCII; signs for ayn and hamza and Arabic articles are off, spaces and hyphens as they were.

    Examples
    --------
    >>> latinise("دير الزور")
    'dyr zwr'
    >>> latinise("Джиср-эш-Шугур")
    'jisr-esh-shugur'
    """
    if text.isascii():
        return text.lower().translate(_SIGNS_OFF)
    text = unicodedata.normalize("NFKC", text).lower()
    text = _ARABIC_ARTICLE.sub("", _CYRILLIC_J.sub("ж", text))
    text = strip_marks(text.translate(_LETTERS))
    if not text.isascii():
        # anyascii refuses lone surrogates, which a badly decoded report can hold
        text = anyascii(text.encode("utf-8", "replace").decode("utf-8")).lower()
    return text.translate(_SIGNS_OFF)


def plain(text: str) -> str:
    """Write a name without case, marks, hyphens and spaces, in its own script.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Letters and digits only; the casefolded text itself where it has none.
    """
    bare = strip_marks(text.casefold().translate(_SIGNS_OFF)).casefold().translate(_FOLD_IN_NAMES)
    return "".join(filter(str.isalnum, bare)) or text.casefold()


def fold_arabic(word: str) -> str:
    """Write an Arabic word of a date the plain way.

    Parameters
    ----------
    word : str
        A word or number.

    Returns
    -------
    str
        Without vowel signs, forms of alif and ya told apart no more, digits in ASCII.
    """
    return word.translate(_FOLD_IN_DATES)


def fold_searched(text: str) -> str:
    """Write letters that a user of the search takes for one the same way.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        In small letters, without marks; still in its own script.
    """
    return strip_marks(text).casefold().translate(_FOLD_IN_SEARCH)


def has_cyrillic_h(name: str) -> bool:
    """Tell whether a name has the Russian letter that stands for two sounds, "kh" and "h"."""
    return "х" in name.lower()


def is_cyrillic(letter: str) -> bool:
    """Tell whether a letter is a Cyrillic one."""
    return "\u0400" <= letter <= "\u052f"


def ends_in_vowel(word: str) -> bool:
    """Tell whether a word in small letters ends with a Latin or Cyrillic vowel."""
    return word[-1:] in _VOWELS


_VOWELS = frozenset("aeiouyаеиоуыэюяіє")
