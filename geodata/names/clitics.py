"""What is written together with a name before it: Arabic conjunctions, prepositions and article, French elisions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from geodata.languages import read_by
from geodata.names.keys import APOSTROPHES, key_of_word

_SHORTEST_MELTED = 5
_SHORTEST_AFTER_LETTERS = 3


def without_clitics(surface: str, code: str) -> Iterator[tuple[int, str]]:
    """Yield a word without what is written onto it, the longest first.

    Parameters
    ----------
    surface : str
        A word as written.
    code : str
        ISO 639-1 code of the language of its text.

    Yields
    ------
    (int, str)
        How many letters were taken off the front, and the key of the rest; what has melted with an article counts as
        preposition and article.
    """
    for melted, whole in _melted(code):
        if surface.startswith(melted) and len(surface) >= _SHORTEST_MELTED:
            yield len(melted) - 1, key_of_word(whole + surface[len(melted) :])
    letters, elided = _glued(code)
    match = letters.match(surface)
    for length in range(match.end() if match else 0, 0, -1):
        yield length, key_of_word(surface[length:])
    if elision := elided.match(surface):
        yield elision.end(), key_of_word(surface[elision.end() :])


@cache
def _melted(code: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for language in read_by(code) for pair in language.names.melted.items())


@cache
def _glued(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    languages = read_by(code)
    first = _class(letter for one in languages for letter in one.names.glued_conjunctions)
    second = _class(letter for one in languages for letter in one.names.glued_prepositions)
    article = _branches([word for one in languages for word in one.names.glued_article])
    elisions = [word.removesuffix("'") for one in languages for word in one.names.elisions]
    letters = rf"^(?:{first})?(?:{second})?(?={article}|[^\W\d_a-zA-Z]{{{_SHORTEST_AFTER_LETTERS}}})"
    elided = rf"^(?:{_branches(elisions)})[{APOSTROPHES}](?=\w)"
    return re.compile(letters), re.compile(elided, re.IGNORECASE)


def _class(letters: Iterator[str]) -> str:
    return _branches(list(letters))


def _branches(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
