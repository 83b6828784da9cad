"""Base forms of names as they are bent in Russian, Arabic and English reports."""

import re

# Prefixes that Arabic writes together with the next word: and, with, for, in/so, like; "لل" is "ل" + "ال".
_ARABIC_CLITICS = re.compile(r"^(?:[وف]?(?:[بلك]|)(?=ال)|[وف]?(لل)|[وف]?[بلك]|[وف])(?=\w{3})")

# Case endings of names and the nominative endings they may stand for, the longest ending first.
# Source: the declension of place names in standard Russian; soft and hard stems, and adjectives used as names.
_RUSSIAN_ENDINGS = (
    ("иями", ("ия",)), ("иях", ("ия",)), ("иям", ("ия",)), ("ией", ("ия",)), ("ии", ("ия", "ий")), ("ию", ("ия",)),
    ("ого", ("ый", "ое", "ий")), ("его", ("ий", "ее")), ("ому", ("ый", "ое", "ий")), ("ему", ("ий", "ее")),
    ("ой", ("ая", "а", "ой")), ("ей", ("я", "а", "яя")), ("ую", ("ая",)), ("юю", ("яя",)), ("ым", ("ый", "ое")),
    ("им", ("ий", "ое")), ("ых", ("ые",)), ("их", ("ие",)), ("ами", ("ы", "а", "")), ("ями", ("и", "я", "ь")),
    ("ах", ("ы", "а", "")), ("ях", ("и", "я", "ь")), ("ам", ("ы", "а")), ("ям", ("и", "я")), ("ом", ("", "о")),
    ("ем", ("ь", "", "й")), ("ём", ("ь", "")), ("ью", ("ь",)), ("ою", ("а",)),
    ("а", ("",)), ("я", ("ь", "й")), ("у", ("а", "")), ("ю", ("я", "ь", "й")), ("ы", ("а",)), ("и", ("а", "я", "ь")),
    ("е", ("", "а", "ь", "я")),
)  # fmt: skip

_SHORTEST_STEM = 3
_MOST_WORDS = 4
_APOSTROPHE_S = re.compile(r"['’`ʼ]s?$")


def base_forms(name: str, language: str) -> list[str]:
    """List what a name may be in the nominative, without prefixes written together with it.

    Parameters
    ----------
    name : str
        A word or name as it stands in the text.
    language : str
        ISO 639-1 code of the text; languages without rules yield the name itself.

    Returns
    -------
    list of str
        The name itself first, then the likelier forms; no form twice.

    Examples
    --------
    >>> base_forms("Ракки", "ru")[:2]
    ['Ракки', 'Ракка']
    >>> base_forms("بالرقة", "ar")
    ['بالرقة', 'الرقة', 'رقة']
    """
    rules = {"ru": _russian_forms, "uk": _russian_forms, "ar": _arabic_forms, "en": _english_forms}
    forms = rules[language](name) if language in rules else []
    return list(dict.fromkeys([name, *forms]))


def _russian_forms(name: str) -> list[str]:
    words = name.split(" ")
    if len(words) > _MOST_WORDS:
        return []
    forms = [""]
    for at, word in enumerate(words):
        bases = [word, *_russian_bases(word)] if at else _russian_bases(word) or [word]
        forms = [f"{form} {base}".strip() for form in forms for base in bases]
    last_bent = [" ".join([*words[:-1], base]) for base in _russian_bases(words[-1])]
    return last_bent + forms


def _russian_bases(word: str) -> list[str]:
    """Nominatives of one word; of a name in parts only the last is bent."""
    for ending, nominatives in _RUSSIAN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem.rpartition("-")[2]) >= _SHORTEST_STEM - 1 and len(stem) >= _SHORTEST_STEM:
            return [stem + nominative for nominative in nominatives]
    return []


def _arabic_forms(name: str) -> list[str]:
    forms = []
    found = _ARABIC_CLITICS.match(name)
    if found:
        forms.append(("ال" if found.group(1) else "") + name[found.end() :])
    return forms + [form.removeprefix("ال") for form in [name, *forms] if form.startswith("ال")]


def _english_forms(name: str) -> list[str]:
    bare = _APOSTROPHE_S.sub("", name)
    if bare != name:
        return [bare]
    return [name[:-1]] if name.endswith("s") and len(name) > _SHORTEST_STEM + 1 else []
