"""Comparing names across spellings and scripts.

A name is reduced in three steps, each forgiving more than the one before:

    fold      "Deir ez-Zor", "Deyr-ez-Zor"     the letters, without marks, hyphens, articles
    sounds    one group of letters for each sound, so that plain edit distance weighs them
    skeleton  "DZR"                            the classes of its consonants

Source of the confusion classes: the ways the Latin spellings of Syrian places in GeoNames and the OCHA
lists of places differ; chosen by measurement (tests/benchmarks/bench_names.py).
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from geodata.scripts import latinise

# An article whose consonant is assimilated is one only before that consonant: "Er Rif", but not "Er Toril".
_ARTICLES = frozenset({"al", "el", "il", "ul"})
_ASSIMILATED = re.compile(r"^[aeiou](?:sh|ch|th|dh|zh|[sdrtnzjl])$")
_SAME_START = {"sh": ("sh", "ch", "s"), "ch": ("sh", "ch"), "s": ("s", "c"), "j": ("j", "dj"), "z": ("z", "dh", "d")}

# Words that say what kind of thing is named and are no part of the name.
_DESCRIPTIONS = re.compile(
    r"^\W*(?:(?:the )?(?:village|town|city|settlement|hamlet|municipality)s? of (?:the )?|"
    r"n\.? ?p\.? +|naselennyy punkt |poselok |derevnya |selo |gorod |"
    r"qryt |qrya |mdynt |mdyna |bldt |blda )(?=\w)"
)
_WORDS = re.compile(r"[a-z0-9]+")
_FOLDED = ((re.compile(r"o[ou]+"), "u"), (re.compile(r"ee+"), "i"), (re.compile(r"(.)\1+"), r"\1"))

# Words for a hill, a ruin, a spring: spellings differ in whether they are part of the name.
FEATURE_WORDS = frozenset(
    {"tel", "tell", "tal", "tall", "til", "till", "tl", "khirbet", "khirbat", "kherbet", "kherbat", "kheurbet", "khrba"}
    | {"ain", "ayn", "ein", "aayn", "deir", "dayr", "deyr", "dyr", "jisr", "djisr", "jsr", "bir", "byr", "jebel"}
    | {"jabal", "djebel", "jbl", "wadi", "nahr", "qasr", "kasr", "qaryat", "kafr", "kfar", "kafar", "beit", "bayt"}
    | {"byt", "qalat", "madinat"}
)

# Letter groups -> (class of the consonant, which member of it). The longest group wins.
_CONSONANTS = {
    "k": "kk", "q": "kq", "c": "kk", "ck": "kk", "g": "kg", "gh": "kh", "rh": "kh",
    "kh": "xk", "h": "xh", "x": "xk",
    "j": "jj", "dj": "jj", "dzh": "jj", "zh": "jz", "dg": "jj",
    "sh": "cs", "sch": "cs", "ch": "cc", "tch": "cc", "tsh": "cc", "shch": "cs",
    "s": "ss", "ts": "st", "z": "zz", "dh": "dh", "d": "dd", "dz": "zz", "t": "tt", "th": "th",
    "b": "bb", "p": "bp", "f": "ff", "ph": "ff", "l": "ll", "m": "mm", "n": "nn", "r": "rr",
    "w": "ww", "v": "wv", "y": "yy",
}  # fmt: skip
_VOWELS = {
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "i", "w": "u", "v": "u", "ay": "i", "ai": "i",
    "ei": "i", "ey": "i", "au": "u", "aw": "u", "ow": "u", "uw": "u", "iy": "i", "yi": "i", "ie": "i",
}  # fmt: skip
_MEMBERS_AND_VOWELS = re.compile(r"[a-z]+")
_SOUND = re.compile("|".join(sorted(_CONSONANTS.keys() | _VOWELS.keys(), key=len, reverse=True)) + "|[0-9]")

_WITHOUT_FEATURE_WORD = 0.9

LONGEST_NAME = 120
"""Longest spelling, in characters, that is compared by likeness; no place has a longer name, and time stays bounded."""


def _is_article(word: str, following: str) -> bool:
    if word in _ARTICLES:
        return True
    if not _ASSIMILATED.match(word):
        return False
    sound = word[1:]
    return following.startswith(_SAME_START.get(sound, (sound,)))


def split_name(name: str) -> list[str]:
    """Split a name into its Latin words, descriptions and articles left out.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    list of str
        Lower-case ASCII words; the last word always stays, whatever it is.
    """
    words = _WORDS.findall(_DESCRIPTIONS.sub("", latinise(name)))
    last = len(words) - 1
    return [word for at, word in enumerate(words) if at == last or not _is_article(word, words[at + 1])]


def _join(words: list[str]) -> str:
    text = "".join(words)
    for pattern, letters in _FOLDED:
        text = pattern.sub(letters, text)
    return text[:-1] if text.endswith(("ah", "eh", "ih")) else text


def fold(name: str) -> str:
    """Write a name in the spelling in which names are compared.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    str
        Lower-case ASCII letters and digits: no marks, articles, hyphens, spaces, doubled letters or final "h";
        empty where the name has no letter. Folding twice changes nothing.

    Examples
    --------
    >>> fold("Ash-Shaykh Ḩadīd"), fold("Эль-Хасака"), fold("El Haseke")
    ('shaykhhadid', 'khasaka', 'haseke')
    """
    return _join(split_name(name))


def sounds(folded: str) -> str:
    """Write a folded name as a row of sounds that edit distance can weigh.

    A consonant is three letters, its class twice and its member once; a vowel is one. So another
    vowel costs 1, another consonant of the class 1, and another consonant 2 or 3.

    Parameters
    ----------
    folded : str
        Result of `fold`.

    Returns
    -------
    str
        Upper case for consonants, lower case for vowels.
    """
    return "".join(_sound(match.group(), match.start()) for match in _SOUND.finditer(folded))


@lru_cache(maxsize=4096)
def _sound(letters: str, position: int) -> str:
    if letters in _VOWELS and (position or letters not in _CONSONANTS):
        return _VOWELS[letters]
    consonant = _CONSONANTS.get(letters, letters + "d")
    return consonant[0].upper() * 2 + consonant[1]


def skeleton(name: str) -> str:
    """Reduce a name to the classes of its consonants.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    str
        One capital or digit for each consonant; empty for a name of vowels alone.

    Examples
    --------
    >>> skeleton("Deir ez-Zor"), skeleton("Dayr az Zawr"), skeleton("دير الزور")
    ('DZR', 'DZR', 'DZR')
    """
    return bones(sounds(fold(name)))


def bones(sounded: str) -> str:
    """Take the skeleton out of a row of sounds.

    Parameters
    ----------
    sounded : str
        Result of `sounds`.

    Returns
    -------
    str
        As `skeleton`.
    """
    return _MEMBERS_AND_VOWELS.sub("", sounded)[::2]


def spellings(name: str) -> list[tuple[str, float]]:
    """Write a name as rows of sounds: whole, and without the words that some spellings leave out.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    list of (str, float)
        Each row of sounds with the weight its likeness counts with, 1.0 for the whole name, which comes first.
    """
    words = split_name(name)
    whole = sounds(_join(words)[:LONGEST_NAME])
    rows = [(whole, 1.0)]
    kept = [word for word in words if word not in FEATURE_WORDS]
    if kept and len(kept) < len(words):
        rows.append((sounds(_join(kept)[:LONGEST_NAME]), _WITHOUT_FEATURE_WORD))
    return rows


def likeness(first: str, second: str) -> float:
    """Measure how alike two names are, whatever their scripts.

    Parameters
    ----------
    first, second : str
        Names.

    Returns
    -------
    float
        From 0 (nothing in common) to 1 (the same once folded).
    """
    return Levenshtein.normalized_similarity(sounds(fold(first)[:LONGEST_NAME]), sounds(fold(second)[:LONGEST_NAME]))
