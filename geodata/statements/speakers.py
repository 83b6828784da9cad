"""Who says a sentence, and through which outlet, as the sentence itself names them.

No grammar is parsed: a verb of saying is found, and the noun phrase before or after it is cut out at the words
and signs that end noun phrases. Word order is taken as it comes, since translated text keeps that of its source
("quotes the chief of the General Staff Interfax", "in the ministry this deny").
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from geodata.languages import (
    GIVEN_NAMES,
    LANGUAGES,
    calendar_abbreviations,
    gather,
    month_words,
    weekday_words,
)
from geodata.statements.patterns import alternatives, telling_words, words_by_initial

_WINDOW = 180
_MAX_VERBS = 6
_MAX_WORDS = 14
_LONGEST_TAIL = 35

_ENGLISH = LANGUAGES["en"].speakers
_NAMES = alternatives(gather(lambda language: language.speakers.outlets))
_KINDS = alternatives(gather(lambda language: language.speakers.outlet_kinds))


_TOLD_OUTLET = re.compile(
    rf"((?:(?:the )?(?:[a-z]+ ){{0,2}}(?:{_KINDS}) (?:{_NAMES})|(?:{_NAMES})(?: (?:{_KINDS}))?)(?!\w))"
)

_CUES = (_ENGLISH.saying, _ENGLISH.saying_or_noun, _ENGLISH.citing, _ENGLISH.own_words)
_CUE = re.compile(rf"[ \n\"”»\x01–—-]({words_by_initial(*_CUES)})\b")
_KINDS_OF_CUE = {
    "say": re.compile(alternatives(_ENGLISH.saying)),
    "or_noun": re.compile(alternatives(_ENGLISH.saying_or_noun)),
    "by": re.compile(alternatives(_ENGLISH.citing)),
    "own": re.compile(alternatives(_ENGLISH.own_words)),
}
# Most sentences hold no cue, and to see that by their words is several times faster.
_TELLING = telling_words(*_CUES)
_PLAIN_WORD = re.compile(r"[a-z]+")
_HEADLINE_SPEAKERS = alternatives(_ENGLISH.headline_speakers)
_COLON = re.compile(r"([^:\x01\n\"“«]{3,80}):\s?(?=[\"“«\x01]|(?:We|I|Our|My)\b)")
# "Villages under fire say local activists": a headline without its comma.
_WHO_SAY = re.compile(rf" (?:[a-z]+ ){{0,2}}(?:{_HEADLINE_SPEAKERS})\.?")
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’.-]+ ?){1,4}")
_AFTER_NAME = re.compile(r"[A-Z][\w'’.-]*\s$")
_TWO_CAPITALS = re.compile(r"([A-Z][a-z]+) [A-Z]")
_LAST_VERB = re.compile(rf"\b(?:{alternatives(_ENGLISH.saying)})$")
_DAY = f"(?:{'|'.join(sorted(weekday_words('en') - calendar_abbreviations()))})"
_MONTH = rf"(?:{'|'.join(sorted(month_words('en'), reverse=True))})\.?"
_TIME = (
    rf"(?:(?:late |early )?(?:on |last |this )?{_DAY}(?: (?:morning|evening|night|afternoon))?"
    rf"|(?:on )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|(?:on )?\d{{1,2}} (?:in )?{_MONTH}(?: \d{{4}})?"
    rf"|in {_MONTH}(?: \d{{4}})?"
    r"|today|yesterday|tomorrow|the day (?:before|after)|on the eve|on this day|the same day"
    r"|(?:an?|one|two|three|four|several|few|\d+) (?:hours?|days?|minutes|weeks?) (?:ago|earlier|before))"
)
_TAIL = re.compile(rf"[\s,]+(?:{alternatives(_ENGLISH.adverbs)}|{_TIME})$", re.IGNORECASE)
_HEAD = re.compile(rf"(?:(?:{alternatives(_ENGLISH.openings)}|{_TIME})\b[\s,]*)+", re.IGNORECASE)
_SIGNS_BEFORE = re.compile(r"[;:!?–—…\"“”«»\x01()\n\[\]]|\s-\s|--")
_CLAUSE = re.compile(rf"\s(?:{alternatives(_ENGLISH.clause_words)})\s", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:^|\s)(?:who|which|whose|whom)\s")
_PREPOSITION = re.compile(rf"(?:{alternatives(_ENGLISH.prepositions)})\s", re.IGNORECASE)
_AFTER_PREPOSITION = re.compile(
    rf"\b(?:{alternatives(_ENGLISH.prepositions, _ENGLISH.place_words)}|the)\s$", re.IGNORECASE
)
_NEW_PHRASE = re.compile(
    r"(?<=\s)(?:the|an?|local|one|some|sources?|residents|officials|activists|president|representative|[A-Z][\w'’.-]+)\b"
)
_IN_OFFICE = re.compile(
    r"(?:in|at) ((?:the )?[\w'’.-]+(?: [\w'’.-]+){0,8}?)"
    rf"(?: (?:this|it|also|already|meanwhile|information|{_TIME}))*$",
    re.IGNORECASE,
)
# A capital after it makes it part of a name: "Raqqa is Being Slaughtered Silently".
_FINITE = re.compile(rf"\b(?:{alternatives(_ENGLISH.finite_verbs)})\b(?! [A-Z])")
# "The army advanced", but not "the armed forces".
_PAST = re.compile(r"(?<!\bthe )(?<!\ba )(?<!\ban )\b[a-z]{3,}ed\b")
# What ends with a comma or a full stop inside the marks is words spoken, not a name.
_NAME_IN_MARKS = re.compile(r"[\"“«][^\"“”«»\x01]{0,29}[^\"“”«»\x01,.!?…][\"”»]")
_SIGNS_AFTER = re.compile(r"[,;:!?…“”«»\x01()\n\[\]]|\"(?!\w)|\s[-–—]+(?:\s|$)|--|(?<=[a-z]{4})\.\s")
_STOP_AFTER = re.compile(
    rf"\s(?:(?:{alternatives(_ENGLISH.phrase_ends)})(?=\s|$)"
    rf"|{_DAY}|in (?:an?|his|her|their|its|the|an exclusive) (?:\w+ )?(?:{alternatives(_ENGLISH.occasions)})"
    r"|(?:at|on) (?:a |the |his )?(?:\w+ )?(?:briefing|press|news|meeting)|in (?:\d{4}|an? ))",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    rf"(?:also |too |it |{_TIME} )*"
    r"(?:(?:to )?(?:the )?(?:journalists|reporters|agency|correspondents?|newsmen|media) (?=\w))?"
    rf"(?:also |{_TIME} )*(?:in an? (?:\w+ )?(?:{alternatives(_ENGLISH.occasions)}) )?"
    r"(?:in (?=the |[A-Z]|\w+$|\w+ \w+$))?",
    re.IGNORECASE,
)
_SPEAKER_START = re.compile(rf"(?:[A-Z]|(?:{alternatives(_ENGLISH.beginnings)})\b)")
_NOT_START = re.compile(
    r"(?:that|there|what|which|this|these|those|nothing|everything|others|something|no|none|not|so|how|why|if|more|most"
    rf"|only|any|every|each|ready|being|having|{alternatives(_ENGLISH.prepositions)})\b",
    re.IGNORECASE,
)
_NOT_SPEAKER = re.compile(
    r"(?:(?:the|an?|this|these|some|many|various|preliminary|initial|latest|early|our|previous|media|such|other|recent|all"
    r"|new) )*"
    rf"(?:{alternatives(_ENGLISH.no_speakers)})(?: (?:of|from|in|on)\b.*)?$",
    re.IGNORECASE,
)
_FROM_SOURCE = re.compile(
    r"(?:(?:the|some|preliminary|official|initial|latest|their|its|own|new) )*"
    r"(?:data|information|reports?|estimates?|statements?|figures?)"
    r" (?:of|from|(?:(?:provided|released|published) )?by) ",
    re.IGNORECASE,
)
_MAY_REPORT = re.compile(r"(?:^|[,\"”»\x01–—-]|\b(?:[A-Z][\w-]*|[a-z]{2,}[^s'’\W]s|agency|ministry|media|army))$")
_ABOUT_THIS = re.compile(r"(?:^|[.,] )(?:about|of|on) (?:this|it|that)$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being) (?:also |first |not |even )?$")
_NOUN_GOES_ON = re.compile(
    r" (?:of|from|in|about|by|said|says?|were|was|are|is|have|had|suggest|indicate|emerged|came)\b"
)
_PRONOUN = re.compile(rf"(?:{alternatives(_ENGLISH.pronouns)})$", re.IGNORECASE)
_DETERMINER = re.compile(rf"\b(?:{alternatives(_ENGLISH.determiners)})$", re.IGNORECASE)
_ROLE = re.compile(alternatives(_ENGLISH.roles), re.IGNORECASE)
_ONLY_TIME = re.compile(rf"(?:{_TIME}|[\d\W]+)", re.IGNORECASE)


def read_english(words: str) -> list[str]:
    """Phrases that name a speaker or outlet, closing attribution first; "" where a verb has only a pronoun."""
    phrases = list(_read_label(words))
    if _TELLING.isdisjoint(_PLAIN_WORD.findall(words.lower())):
        return phrases
    # One sign more in front, so that a cue at the very beginning is found by what stands before it, as all are.
    for count, match in enumerate(_CUE.finditer(f" {words}")):
        if count >= _MAX_VERBS:
            break
        start, end = match.start(), match.end() - 1
        kind = _tell_cue(match[1])
        found = list(_read_cue(words, match[1].lower(), kind, start, end))
        closes = kind == "say" and len(words) - end <= 1 and "," in words[:start]
        phrases = found + phrases if closes and any(found) else phrases + found
    return phrases


def _read_label(words: str) -> Iterator[str]:
    """The speaker of 'The minister: "We agree"'."""
    colon = _COLON.match(words)
    if colon is None:
        return
    label = colon.group(1).strip()
    if _ROLE.search(label) or _FULL_NAME.fullmatch(label):
        phrase = _clean_before(label)
        if phrase and not _LAST_VERB.search(label):
            yield phrase


@lru_cache(maxsize=4096)
def _tell_cue(cue: str) -> str:
    """Tell the kind of a cue as written; the vocabularies have small letters."""
    written = cue[0].lower() + cue[1:]
    return next(kind for kind, pattern in _KINDS_OF_CUE.items() if pattern.fullmatch(written))


def _read_cue(words: str, cue: str, kind: str, start: int, end: int) -> Iterator[str]:
    if kind == "own":
        yield ""
    elif kind == "by":
        yield from _phrase_after(words, end)
    elif kind == "say" or _is_verb_here(words, start, end):
        yield from _read_verb(words, start, end, cue)


def _is_verb_here(words: str, start: int, end: int) -> bool:
    """Whether "reports" and its like are verbs: "Reuters reports that", ", reports the ministry", "agencies report"."""
    if _NOUN_GOES_ON.match(words, end):
        return False
    before = words[max(0, start - 40) : start].rstrip()
    if _ABOUT_THIS.search(before):
        return True
    if _DETERMINER.search(before):
        return False
    return _MAY_REPORT.search(before) is not None


def _read_verb(words: str, start: int, end: int, verb: str) -> Iterator[str]:
    before = words[max(0, start - 14) : start].lower()
    if _PASSIVE.search(before) or words[end : end + 4] == " by ":
        yield from _read_passive(words, start, end)
        return
    if re.match(r" to (?:be|have)\b", words[end : end + 9]):
        return
    sign = words[:start].rstrip()[-1:]
    inverted = not sign or sign in '"”»\x01!?–—-…' or re.search(r"\b(?:as|about (?:this|it)) ?$", before) is not None
    inverted = inverted or (verb in ("say", "says") and _WHO_SAY.fullmatch(words, end) is not None)
    if sign == ",":
        inverted = not _is_apposition(words[max(0, start - _WINDOW) : start])
    phrases = list(_phrase_after(words, end, bare=True)) if inverted else []
    phrases = phrases or list(_phrase_before(words, start))
    if not phrases and verb in ("told", "quotes", "informs", "cites"):
        # "Told RIA Novosti the head of the administration": translated word for word.
        phrases = list(_phrase_after(words, end))
    yield from phrases
    yield from _outlet_told(words, end, verb)


def _outlet_told(words: str, end: int, verb: str) -> Iterator[str]:
    link = r" " if verb in ("told", "tells", "informed") else r" (?:on \w+ )?(?:to|in an interview (?:with|to)) "
    told = re.match(link, words[end : end + 40])
    outlet = _TOLD_OUTLET.match(words, end + told.end()) if told else None
    if outlet:
        yield outlet.group(1)


def _read_passive(words: str, start: int, end: int) -> Iterator[str]:
    following = words[end : end + 40]
    by = re.match(r"(?: as saying| on \w+| in \w+| earlier| today)? by ", following)
    if following.startswith(" as saying"):
        yield from _phrase_before(words, start)
    if by:
        yield from _phrase_after(words, end + by.end())


def _is_apposition(before: str) -> bool:
    """Whether "X, a spokesman," stands before the verb, rather than a whole clause and its comma."""
    parts = [part.strip() for part in before.split(",")]
    if len(parts) != 3 or parts[2]:
        return False
    head = _SIGNS_BEFORE.split(parts[0])[-1].strip()
    return _is_speaker(head) and not re.search(r"\b[a-z]{3,}ed\b", head) and not _FINITE.search(parts[1])


def _phrase_before(words: str, position: int) -> Iterator[str]:
    window = words[max(0, position - _WINDOW) : position]
    if position > _WINDOW:
        window = window.partition(" ")[2]
    # Marks around a name do not end the phrase it stands in.
    unmarked = _NAME_IN_MARKS.sub(lambda name: "x" * len(name.group()), window)
    signs = list(_SIGNS_BEFORE.finditer(unmarked))
    clause = window[signs[-1].end() :] if signs else window
    parts = [part.strip() for part in clause.split(",")]
    if not parts[-1] and len(parts) > 2:
        # "X, a spokesman, said": the name, not what is put beside it.
        parts = [parts[-3] if _is_speaker(_clean_before(parts[-3])) else parts[-2]]
    part = next((part for part in reversed(parts) if part), "")
    phrase = _clean_before(part)
    office = _IN_OFFICE.match(_drop_head(part))
    if _PRONOUN.match(phrase):
        yield ""
    elif _is_speaker(phrase, bare=len(parts) > 1 or bool(_ROLE.search(phrase))):
        yield phrase
    elif not phrase and office and _is_speaker(office.group(1), bare=bool(_ROLE.search(office.group(1)))):
        # "In the ministry this deny": no subject at all, as Russian has it.
        yield office.group(1)
    elif not phrase and not part:
        yield ""


def _clean_before(part: str) -> str:
    previous = None
    while previous != part:
        previous = part
        part = f" {part}"
        tail = _TAIL.search(part, max(0, len(part) - _LONGEST_TAIL))
        part = (part[: tail.start()] if tail else part).strip(" ,")
    cut = [match.end() for match in _CLAUSE.finditer(f" {part}")]
    part = part[cut[-1] - 1 :].strip() if cut else part
    relative = _RELATIVE.search(part)
    part = part[: relative.start()].strip() if relative else part
    part = _after_opening(_drop_head(part))
    if part.endswith((" and", " or", " to", " but")):
        # "The minister condemned the attack and said": the subject stands before the verb before.
        verb = _PAST.search(part) or _FINITE.search(part)
        part = part[: verb.start()] if verb else ""
    return _last_joined(part).strip(" ,'’-")


def _drop_head(part: str) -> str:
    head = _HEAD.match(part)
    return part[head.end() :] if head else part


def _after_opening(part: str) -> str:
    """Take "In Damascus" off "In Damascus a source"."""
    if not _PREPOSITION.match(part):
        return part
    for start in (match.start() for match in _NEW_PHRASE.finditer(part)):
        after_name = _AFTER_NAME.search(part[:start]) and part[start].isupper() and not _opens_person(part, start)
        if not after_name and not _AFTER_PREPOSITION.search(part[:start]) and not _ONLY_TIME.match(part[start:]):
            return part[start:]
    return ""


def _opens_person(part: str, start: int) -> bool:
    """Tell whether a given name and another capitalised word stand there: "In London Theresa May"."""
    person = _TWO_CAPITALS.match(part, start)
    return person is not None and person.group(1).lower() in GIVEN_NAMES


def _last_joined(part: str) -> str:
    """Of "the army advanced and the ministry" what follows "and"; "Turkey and Russia" stay together."""
    sides = re.split(r"\s(?:and|or)\s", part)
    if len(sides) > 1 and (_FINITE.search(" ".join(sides[:-1])) or _PAST.search(sides[0]) or len(sides[0].split()) > 6):
        return sides[-1]
    return part


def _phrase_after(words: str, position: int, *, bare: bool = False) -> Iterator[str]:
    window = words[position : position + _WINDOW].lstrip()
    sign = _SIGNS_AFTER.search(window)
    closes_name = sign is not None and sign.group() == '"' and window.count('"', 0, sign.start()) % 2 == 1
    phrase = (window[: sign.start() + closes_name] if sign else window).rstrip(" .")
    addressee = _ADDRESSEE.match(phrase) if bare else _FROM_SOURCE.match(phrase)
    phrase = phrase[addressee.end() :] if addressee else phrase
    stop = _STOP_AFTER.search(f" {phrase}", 1)
    phrase = (phrase[: stop.start() - 1] if stop else phrase).strip(" .'’")
    if _PRONOUN.match(phrase) or re.match(r"(?:he|she|they|it)\b", phrase) or phrase == "the statement":
        yield ""
    elif _is_speaker(phrase, bare=bare):
        yield phrase


def _is_speaker(phrase: str, *, bare: bool = False) -> bool:
    """Whether a phrase can name a speaker; `bare` where its position allows one without an article."""
    return (
        0 < len(phrase.split()) <= _MAX_WORDS
        and (_SPEAKER_START.match(phrase) is not None or (bare and phrase[0].isalpha()))
        and not _NOT_START.match(phrase)
        and not _NOT_SPEAKER.match(phrase)
        and not _FINITE.search(phrase)
        and not _ONLY_TIME.fullmatch(phrase)
        and phrase.lower() not in ("the", "a", "an", "one", "two", "three", "some", "other", "another", "united")
    )
