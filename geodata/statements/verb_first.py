"""Speakers around the verb of saying, by the words of a language file: Russian, Ukrainian, French, Arabic reports.

A verb of saying or a citing phrase is found, and the phrase behind it, or else the one before it, is cut out at the
words and signs that end such phrases. What is particular to a language stands in its file (`statement_tables`).
"""

import re
from dataclasses import dataclass
from functools import cache

from geodata.languages import LANGUAGES, weekday_words
from geodata.statements.patterns import NEVER, alternatives

_WINDOW = 180
_MAX_VERBS = 6
_MAX_WORDS = 14
_MAX_SUBJECT_WORDS = 4
_SIGNS = r"[,،;؛:!?؟…\"“”«»\x01()\n]"
_NAME_WORD = re.compile(r"\w[\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns of a language; `is_after` where a speaker only follows the verb."""

    cue: re.Pattern[str]
    stop: re.Pattern[str]
    clause: re.Pattern[str]
    head: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    pronoun: re.Pattern[str]
    no_subject: re.Pattern[str]
    office: re.Pattern[str]
    beginning: re.Pattern[str]
    before_cited: re.Pattern[str]
    told: re.Pattern[str]
    plural_endings: tuple[str, ...]
    is_after: bool


def read_around_verb(words: str, language: str) -> list[str]:
    """Find phrases that name a speaker or outlet.

    Parameters
    ----------
    words : str
        One segment; what it quotes may be blanked with U+0001.
    language : str
        ISO 639-1 of a language there is a file for.

    Returns
    -------
    list of str
        In order; "" for a verb whose subject is only a pronoun or not named again.
    """
    rules = _rules_of(language)
    phrases: list[str] = []
    for count, match in enumerate(rules.cue.finditer(words)):
        if count >= _MAX_VERBS:
            break
        if match["by"]:
            phrase = rules.before_cited.sub("", _cut_phrase(words, match.end(), rules.stop, first=False), count=1)
        else:
            phrase = _find_subject(words, match.start(), match.end(), rules)
        if len(phrase.split()) <= _MAX_WORDS:
            phrases.append(phrase)
    told = rules.told.search(words)
    return [*phrases, told.group(1)] if told else phrases


@cache
def _rules_of(language: str) -> _Rules:
    tables = LANGUAGES[language].speakers
    days = alternatives(map(re.escape, weekday_words(language)))
    day = rf"(?:(?:{alternatives(tables.before_days)}) )?(?:{days})"
    glued = f"(?:{alternatives(tables.glued_before)})?" if tables.glued_before else ""
    saying, citing = alternatives(tables.saying), alternatives(tables.citing)
    on_day = rf"|(?:{alternatives(tables.before_days)}) (?:{days})" if tables.before_days else ""
    ends = rf"{alternatives(tables.phrase_ends)}{on_day}"
    outlets = alternatives(tables.outlets)
    told = rf"\s(?:{alternatives(tables.told)})({outlets})(?!\w)" if tables.told else NEVER + "()"
    ignore = re.IGNORECASE
    return _Rules(
        cue=re.compile(rf"(?<!\w){glued}(?:(?P<say>{saying})|(?P<by>{citing}))(?!\w)", ignore),
        # A full stop ends a phrase only after a whole word: initials go on.
        stop=re.compile(rf"{_SIGNS}|(?<=[^\W\d_]{{4}})\.(?=\s|$)|\s[-–—]+(?:\s|$)|\s(?:{ends})(?=\s|$)"),
        clause=re.compile(rf"{_SIGNS}|\s[-–—]+\s|\s(?:{alternatives(tables.clause_words)})\s"),
        head=re.compile(rf"(?:(?:{alternatives(tables.openings)})\s)+", ignore),
        lead=re.compile(rf"(?:(?:{alternatives(tables.adverbs)}|{day})\s)+", ignore),
        tail=re.compile(rf"\s(?:{alternatives(tables.adverbs)}|{day})$", ignore),
        pronoun=re.compile(rf"(?:{alternatives(tables.pronouns)})$", ignore),
        no_subject=re.compile(rf"(?:{alternatives(tables.no_subject)})\b"),
        office=re.compile(rf"(?:{alternatives(tables.offices)}) ((?!(?:{days})\b)[^\W\d_].*)", re.DOTALL),
        beginning=re.compile(rf"(?<!\w)(?:{alternatives(tables.beginnings)})(?!\w)", ignore),
        before_cited=re.compile(alternatives(tables.before_cited)),
        told=re.compile(told),
        plural_endings=tables.plural_endings,
        is_after=tables.order == "after the verb",
    )


def _find_subject(words: str, start: int, end: int, rules: _Rules) -> str:
    """After the verb, as reports have it ("сообщил представитель"), else before ("Минобороны сообщило")."""
    if rules.is_after:
        return _cut_phrase(words, end, rules.stop)
    after = _cut_phrase(words, end + _skip_lead(words, end, rules), rules.stop)
    if after and not rules.no_subject.match(after) and not _follows_subject(words, start, rules):
        return "" if rules.pronoun.match(after) else after
    before = rules.clause.split(words[max(0, start - _WINDOW) : start])[-1]
    subject = _drop_head(rules.tail.sub("", before.rstrip()).strip(), rules.head)
    if not subject and (office := rules.office.match(after)) and words[start:end].endswith(rules.plural_endings):
        # "..., сообщили в министерстве": no subject at all.
        return office.group(1)
    if len(subject.split()) > _MAX_SUBJECT_WORDS and not rules.beginning.match(subject):
        # Object and adverbs stand before the verb too: only a name at the head can be cut out.
        subject = _name_in(subject, rules)
    return "" if rules.pronoun.match(subject) else subject


def _skip_lead(words: str, end: int, rules: _Rules) -> int:
    """Tell how much behind a verb is a day or an adverb before the speaker: "a déclaré vendredi le ministre"."""
    window = words[end : end + _WINDOW]
    blanks = len(window) - len(window.lstrip())
    lead = rules.lead.match(window, blanks)
    return lead.end() if lead else 0


def _drop_head(clause: str, head: re.Pattern[str]) -> str:
    opening = head.match(clause)
    return clause[opening.end() :] if opening else clause


def _name_in(clause: str, rules: _Rules) -> str:
    """Cut a speaker out of a longer clause: the name at its head, or the last phrase that begins like a speaker's."""
    if not rules.no_subject.match(clause.lower()) and (name := _name_at_head(clause)):
        return name
    found = [match.span() for match in rules.beginning.finditer(clause)]
    # "The Russian command" begins thrice: words that follow each other begin one phrase.
    while len(found) > 1 and not clause[found[-2][1] : found[-1][0]].strip():
        found.pop()
    return clause[found[-1][0] :] if found else clause


def _name_at_head(text: str) -> str:
    """Give the words with a capital that a text begins with, up to the first that has none or a sign."""
    name: list[str] = []
    for word in text.split(" "):
        if not word[:1].isupper() or not _NAME_WORD.fullmatch(word):
            break
        name.append(word)
    return " ".join(name)


def _follows_subject(words: str, start: int, rules: _Rules) -> bool:
    """Whether the clause up to the verb is the subject: "Минобороны объявило начало операции", "Le maire a dit"."""
    clause = rules.clause.split(words[max(0, start - _WINDOW) : start])[-1].strip()
    bare = 0 < len(clause.split()) <= _MAX_SUBJECT_WORDS and _name_at_head(clause) == clause
    return (bare or rules.beginning.match(clause) is not None) and not rules.head.match(f"{clause} ")


def _cut_phrase(words: str, position: int, stop: re.Pattern[str], *, first: bool = True) -> str:
    """What follows up to a word or sign that ends a noun phrase; its first word may be such a word if `first`."""
    window = f" {words[position : position + _WINDOW].lstrip()}"
    found = stop.search(window, 0 if first else 1)
    return (window[: found.start()] if found else window).strip(" .،,")
