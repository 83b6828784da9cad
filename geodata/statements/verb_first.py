"""Speakers in languages that name them after the verb: Russian and Arabic reports."""

import re
from collections.abc import Callable

from geodata.languages import (
    CITING_AR,
    CITING_RU,
    OPENINGS_RU,
    OUTLETS,
    PHRASE_ENDS_AR,
    PHRASE_ENDS_RU,
    SAYING_AR,
    SAYING_RU,
    alternatives,
    weekday_words,
)

_DAYS_RU = "|".join(sorted(weekday_words("ru")))

_WINDOW = 180
_MAX_VERBS = 6
_MAX_WORDS = 14
_MAX_SUBJECT_WORDS = 4

_CUE_RU = re.compile(rf"\b(?:(?P<say>{alternatives(SAYING_RU)})|(?P<by>{alternatives(CITING_RU)}))\b", re.IGNORECASE)
# A full stop ends a phrase only after a whole word: initials go on.
_STOP_RU = re.compile(
    r"[,;:!?…\"“”\x01()\n]|(?<=[а-я]{4})\.(?=\s|$)|\s[-–—]+(?:\s|$)"
    rf"|\s(?:{alternatives(PHRASE_ENDS_RU)}|в (?:{_DAYS_RU}))(?=\s|$)"
)
_CLAUSE_RU = re.compile(r"[,;:!?…\"“”\x01()\n]|\s[-–—]+\s|\sчто\s")
_HEAD_RU = re.compile(rf"(?:(?:{alternatives(OPENINGS_RU)})\s)+", re.IGNORECASE)
_TAIL_RU = re.compile(rf"\s(?:также|ранее|позже|уже|сегодня|вчера|в (?:{_DAYS_RU}))$")
_PRONOUN_RU = re.compile(r"(?:он|она|они|оно|который|которая|которые|об этом|этом)$", re.IGNORECASE)
_OBJECT_RU = re.compile(r"(?:о|об|что|в|на|за|при|из|с|это|этом|не)\b")

_OFFICE_RU = re.compile(rf"во? ((?!(?:{_DAYS_RU})\b)[А-ЯЁа-яё].*)", re.DOTALL)
_PLURAL_RU = ("ли", "ют", "ят")
_NAME_RU = re.compile(r"[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)*")

_CUE_AR = re.compile(
    rf"(?<!\w)[وف]?(?:(?P<say>{alternatives(SAYING_AR)})"
    rf"|(?P<by>(?:{alternatives(CITING_AR)})(?: (?:عن|إلى|ما ذكر(?:ت|ه)?|ما أعلن(?:ت|ه)?))?))(?!\w)"
)
_STOP_AR = re.compile(rf"[،,;؛:!?؟…\"“”«»\x01()\n.]|\s[-–—]+(?:\s|$)|\s(?:{alternatives(PHRASE_ENDS_AR)})(?=\s|$)")
_TOLD_AR = re.compile(
    rf"\s(?:لوكالة|لقناة|لصحيفة)(?: الأنباء)? ({alternatives(OUTLETS)})|\sل(?:وكالة )?(رويترز|فرانس برس)"
)
_PREFIX_AR = re.compile(r"(?:عن |من )?(?:ل(?=ال|م|و)|لل(?=\w))?")


def read_russian(words: str) -> list[str]:
    """Find phrases that name a speaker or outlet in a Russian sentence.

    Parameters
    ----------
    words : str
        One segment; what it quotes may be blanked with U+0001.

    Returns
    -------
    list of str
        In order; "" for a verb that has only a pronoun.
    """
    return _read(words, _CUE_RU, _STOP_RU, _subject_russian)


def _subject_russian(words: str, start: int, end: int) -> str:
    """After the verb, as reports have it ("сообщил представитель"), else before ("Минобороны сообщило")."""
    after = _cut_phrase(words, end, _STOP_RU)
    if after and not _OBJECT_RU.match(after) and not _follows_subject(words, start):
        return "" if _PRONOUN_RU.match(after) else after
    before = _CLAUSE_RU.split(words[max(0, start - _WINDOW) : start])[-1]
    subject = _HEAD_RU.sub("", _TAIL_RU.sub("", before.rstrip()).strip(), count=1)
    if not subject and (office := _OFFICE_RU.match(after)) and words[start:end].endswith(_PLURAL_RU):
        # "..., сообщили в министерстве": no subject at all.
        return office.group(1)
    if len(subject.split()) > _MAX_SUBJECT_WORDS:
        # Object and adverbs stand before the verb too: only a name at the head can be cut out.
        name = _NAME_RU.match(subject)
        subject = name.group() if name else subject
    return "" if _PRONOUN_RU.match(subject) else subject


def _follows_subject(words: str, start: int) -> bool:
    """Whether the clause up to the verb is a bare capitalised subject: "Минобороны объявило начало операции"."""
    clause = _CLAUSE_RU.split(words[max(0, start - _WINDOW) : start])[-1].strip()
    return re.fullmatch(r"[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+){0,3}", clause) is not None and not _HEAD_RU.match(f"{clause} ")


def read_arabic(words: str) -> list[str]:
    """Find phrases that name a speaker or outlet in an Arabic sentence.

    Parameters
    ----------
    words : str
        One segment; what it quotes may be blanked with U+0001.

    Returns
    -------
    list of str
        In order; "" for a verb whose subject is not named again.
    """
    phrases = _read(words, _CUE_AR, _STOP_AR, lambda text, _start, end: _cut_phrase(text, end, _STOP_AR))
    told = _TOLD_AR.search(words)
    return [*phrases, told.group(1) or told.group(2)] if told else phrases


def _read(
    words: str, cue: re.Pattern[str], stop: re.Pattern[str], find_subject: Callable[[str, int, int], str]
) -> list[str]:
    phrases: list[str] = []
    for count, match in enumerate(cue.finditer(words)):
        if count >= _MAX_VERBS:
            break
        if match["by"]:
            phrase = _PREFIX_AR.sub("", _cut_phrase(words, match.end(), stop, first=False), count=1)
        else:
            phrase = find_subject(words, match.start(), match.end())
        if len(phrase.split()) <= _MAX_WORDS:
            phrases.append(phrase)
    return phrases


def _cut_phrase(words: str, position: int, stop: re.Pattern[str], *, first: bool = True) -> str:
    """What follows up to a word or sign that ends a noun phrase; its first word may be such a word if `first`."""
    window = f" {words[position : position + _WINDOW].lstrip()}"
    found = stop.search(window, 0 if first else 1)
    return (window[: found.start()] if found else window).strip(" .،,")
