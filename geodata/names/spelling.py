"""Comparing names across spellings and scripts.

A name is reduced in three steps, each forgiving more than the one before:

    fold      "Deir ez-Zor", "Deyr-ez-Zor"     the letters, without marks, hyphens, articles
    sounds    one group of letters for each sound, so that plain edit distance weighs them
    skeleton  "DRZR"                            the classes of its consonants

Source of the confusion classes: the ways the Latin spellings of Syrian places in GeoNames and the OCHA
lists of places differ; chosen by measurement (tests/benchmarks/bench_names.py).
"""

import re
from dataclasses import dataclass
from functools import cache

from geodata.languages import has_cyrillic_h, latinise

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

# Words for a hill, a ruin, a spring, and for sides and sizes, in the spellings met. One form stands for all, and
# some spellings of a name leave them out; kinds of place go first, as in Arabic, sides and sizes last.
_FEATURES = {
    "tall": "tel tell tal till tl telul tulul",
    "khirbat": "khirbet kherbet kherbat kheurbet khurbat khrbt khrba khrb khirba khirbah khirbit xirbe ruins",
    "ayn": "ain ein aayn yn aan ayin spring",
    "dayr": "deir deyr dair dayir dyr",
    "jisr": "djisr jsr gisr bridge",
    "bir": "byr beer well",
    "jabal": "jebel djebel jbl gabal mount mountain mountains",
    "wadi": "wady ouadi valley",
    "nahr": "river",
    "qasr": "kasr qsr palace",
    "kafr": "kfar kafar kafer kefr kefer kfr",
    "bayt": "beit bait byt beyt",
    "qalat": "qalaat qalaa kalaat kalat qlaa castle citadel",
    "mazraat": "mazraa mazraet mazraah mezraa mezraat mzraa farm ferme",
    "jubb": "jeb jobb joubb",
    "umm": "um oum oumm",
    "abu": "abou abw",
    "shaykh": "sheikh cheikh sheik shykh shekh",
    "madinat": "madinet mdynt mdyna",
    "nahiyat": "nahyt nahya subdistrict",
}
_QUALIFIERS = {
    "west": "western gharbi gharbiyah gharbiya gharbiyeh gharbiye rharbi rharbiye ghrby ghrbya zapadnyy zapadnaya",
    "east": "eastern sharqi sharqiyah sharqiya sharqiyeh sharqiye charqi charqiye sharki shrqy shrqya vostochnyy "
    "vostochnaya",
    "north": "northern shamali shamaliyah shamaliya shamaliyeh shimali shimaliyah chemali chimali chmali shmaly "
    "shmalya severnyy severnaya",
    "south": "southern janubi janubiyah janubiya qibli qibliyah qibliye qabli jnwby jnwbya qbly qblya yujnyy yujnaya",
    "big": "great greater large kabir kabirah kebir kebire kabira kabireh kubra kbir kbire kbra kbyr kbyra bolshoy "
    "bolshaya",
    "small": "little lesser saghir saghirah saghira saghireh sughra sghir sghire sghra serhir serhire sghyr sghyra "
    "malyy malaya",
    "upper": "fawqani fawqaniyah faouqani faouqaniye foqani fokani foukani fwqany fwqanya verkhniy verkhnyaya",
    "lower": "tahtani tahtaniyah tahtaniye tahta tehtani thtany thtanya nijniy nijnyaya",
    "middle": "central wastani wastaniyah wusta wstany wstanya sredniy srednyaya",
}
_KIND_WORDS = {form: word for word, forms in _FEATURES.items() for form in (word, *forms.split())}
_SIDE_WORDS = {form: word for word, forms in _QUALIFIERS.items() for form in (word, *forms.split())}
# Part of the name in every spelling, unlike a hill or a ruin.
_ALWAYS_KEPT = frozenset({"umm", "abu", "shaykh"})
# An article glued to a later word, "Um Eledam"; the first word may just begin so, as "Albania".
_GLUED_ARTICLE = re.compile(r"^[ae]l(?=[a-z]{4})")
_PARTS = re.compile(r"\s[-\u2013\u2014]\s|[_(/,;)]")

# Letter groups -> (class of the consonant, which member of it). The longest group wins.
_CONSONANTS = {
    "k": "kk", "q": "kq", "c": "kk", "ck": "kk", "g": "kg", "gh": "kh", "rh": "kh",
    "kh": "xk", "h": "xh", "x": "xk",
    "j": "jj", "dj": "jj", "dzh": "jj", "zh": "jz", "dg": "jj", "dsch": "jj",
    "sh": "cs", "sch": "cs", "ch": "cs", "tch": "cc", "tsh": "cc", "shch": "cs",
    "s": "ss", "ts": "st", "z": "zz", "dh": "dh", "d": "dd", "dz": "zz", "t": "tt", "th": "th",
    "b": "bb", "p": "bp", "f": "ff", "ph": "ff", "l": "ll", "m": "mm", "n": "nn", "r": "rr",
    "w": "ww", "v": "wv", "y": "yy",
}  # fmt: skip
# "e" lies between "a" and "i".
_VOWELS = {
    "a": "aa", "e": "ai", "i": "ii", "o": "uu", "u": "uu", "y": "ii", "w": "uu", "v": "uu", "ay": "ii", "ai": "ii",
    "ei": "ii", "ey": "ii", "au": "uu", "aw": "uu", "ow": "uu", "uw": "uu", "iy": "ii", "yi": "ii", "ie": "ii",
}  # fmt: skip
_CLASS_LETTERS, _MEMBER_LETTERS = 3, 2
# The Arabic feminine ending, "-a" and "-iya" in English spellings and "-é" and "-ié" in French ones.
_FEMININE = re.compile(r"(?<=..)(?:(iy?)e|e)$")
_MEMBERS_AND_VOWELS = re.compile(r"[a-z]+")
_SOUND = re.compile("|".join(sorted(_CONSONANTS.keys() | _VOWELS.keys(), key=len, reverse=True)) + "|[0-9]")

# What the likeness of a name counts when words are left out of it, and of one part of "Okuwa - Upper Oj Qardash".
_WITHOUT_KIND = 0.9
_WITHOUT_SIDE = 0.88
_PART = 0.95
# Russian has one letter for "kh" and "h".
_CYRILLIC_H = 0.98
_MOST_PARTS = 4

# Chosen so that as many true spellings as possible are above the likeness that 2 % of foreign words reach.
_SHORT_NAME_LOSS = 0.3

LIKENESS = {"name": 1.0, "alias": 0.99, "spelling": 0.97, "near": 0.96}
"""Likeness by the way a name matched; of near names the most."""

LONGEST_NAME = 120
"""Longest spelling, in characters, that is compared by likeness; no place has a longer name, and time stays bounded."""


def _is_article(word: str, following: str) -> bool:
    if word in _ARTICLES:
        return True
    if not _ASSIMILATED.match(word):
        return False
    sound = word[1:]
    return following.startswith(_SAME_START.get(sound, (sound,)))


@dataclass(frozen=True, slots=True)
class NameWords:
    """The Latin words of a name by what they do in it; articles and descriptions are left out.

    Attributes
    ----------
    kinds : tuple of str
        Hill, ruin, spring and the like, each in one form.
    own : tuple of str
        The words that are the name.
    sides : tuple of str
        East, small, upper and the like, in English.
    """

    kinds: tuple[str, ...]
    own: tuple[str, ...]
    sides: tuple[str, ...]


def split_name(name: str) -> NameWords:
    """Split a name into its words by what they do in it.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    NameWords
        Lower-case ASCII; a name of kinds and sides alone has them as its own words.
    """
    words = _WORDS.findall(_DESCRIPTIONS.sub("", latinise(name)))
    last = len(words) - 1
    words = [word for at, word in enumerate(words) if at == last or not _is_article(word, words[at + 1])]
    words = words[:1] + [_GLUED_ARTICLE.sub("", word) for word in words[1:]]
    own = tuple(word for word in words if word not in _KIND_WORDS and word not in _SIDE_WORDS)
    if len(words) == 1:
        return NameWords((), tuple(words), ())
    kinds = tuple(_KIND_WORDS[word] for word in words if word in _KIND_WORDS)
    sides = tuple(_SIDE_WORDS[word] for word in words if word in _SIDE_WORDS)
    return NameWords(kinds, own, sides) if own else NameWords((), kinds + sides, ())


def _join(*words: str) -> str:
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
    ('shaykhadid', 'khasaka', 'haseke')
    """
    words = split_name(name)
    return _join(*words.kinds, *words.own, *words.sides)


def sounds(folded: str) -> str:
    """Write a folded name as a row of sounds that edit distance can weigh.

    A consonant is five letters, its class thrice and its member twice; a vowel is two. So another consonant costs up
    to 5, one of the same class 2; another vowel 2, "e" for "a" or "i" 1, and nothing in the feminine ending.
    What is beyond `LONGEST_NAME` is left off.

    Parameters
    ----------
    folded : str
        Result of `fold`.

    Returns
    -------
    str
        Upper case for consonants, lower case for vowels.
    """
    ended = _FEMININE.sub(lambda ending: "iya" if ending[1] else "a", folded[:LONGEST_NAME])
    return "".join(_sound(match.group(), match.start() == 0) for match in _SOUND.finditer(ended))


@cache
def _sound(letters: str, is_first: bool) -> str:
    if letters in _VOWELS and not (is_first and letters in _CONSONANTS):
        return _VOWELS[letters]
    consonant = _CONSONANTS.get(letters, letters + "d")
    return consonant[0].upper() * _CLASS_LETTERS + consonant[1] * _MEMBER_LETTERS


def bones(sounded: str) -> str:
    """Take the skeleton out of a row of sounds.

    Parameters
    ----------
    sounded : str
        Result of `sounds`.

    Returns
    -------
    str
        One capital or digit for each consonant; empty for a name of vowels alone.
    """
    return _MEMBERS_AND_VOWELS.sub("", sounded)[::_CLASS_LETTERS]


def variants(name: str) -> dict[str, float]:
    """Fold a name whole, and without the words that some spellings leave out.

    Parameters
    ----------
    name : str
        A name in any script.

    Returns
    -------
    dict of str to float
        Folded spellings with the weight that their likeness counts with: first the whole name with 1.0, then
        without hill or ruin, without side or size, a Russian name with "h" for "kh", each half of a double name.
    """
    words = split_name(name)
    folded = {_join(*words.kinds, *words.own, *words.sides): 1.0}
    if words.kinds:
        kept = (word for word in words.kinds if word in _ALWAYS_KEPT)
        folded.setdefault(_join(*kept, *words.own, *words.sides), _WITHOUT_KIND)
    if words.sides:
        folded.setdefault(_join(*words.kinds, *words.own), _WITHOUT_SIDE)
    if has_cyrillic_h(name):
        folded.setdefault(next(iter(folded)).replace("kh", "h"), _CYRILLIC_H)
    parts = _PARTS.split(name, _MOST_PARTS)[:_MOST_PARTS]
    for part in parts if len(parts) > 1 else []:
        folded.setdefault(fold(part), _PART)
    return folded


def short_name_loss(sounded: str) -> float:
    """Tell how much likeness a name loses for being short: with few consonants many names are alike by chance.

    Parameters
    ----------
    sounded : str
        Result of `sounds`.

    Returns
    -------
    float
        Between 0 and 0.3.
    """
    return _SHORT_NAME_LOSS / (1 + len(bones(sounded)))
