"""Speakers around the verb of saying, by the words of a language file: Russian, Ukrainian, French, Arabic reports.

A verb of saying or a citing phrase is found, and the phrase behind it, or else the one before it, is cut out at the
words and signs that end such phrases. What is particular to a language stands in its file (`statement_tables`).
"""

import re
from dataclasses import dataclass
from functools import cache

from geodata.languages import LANGUAGES, weekday_words
from geodata.statements.patterns import alternatives, any_apostrophe

_WINDOW = 180
_MAX_VERBS = 6
_MAX_WORDS = 14
_MAX_SUBJECT_WORDS = 4
_MAX_OFFICE_WORDS = 6
_PARTS_BESIDE = 2
_SIGNS = r"[,،;؛:!?؟…\"“”«»\x01()\n]"
_SIGNS_BUT_COMMA = re.compile(r"[;:!?…\"“”«»\x01()\n]|(?<=[^\W\d_]{4})\.\s|\s[-–—]+\s")
_TITLE = re.compile(r"^[^\W\d_]{1,4}\.?\s(?=\w)")
_NAME_WORD = re.compile(r"\w[\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns of a language; `is_after` where a speaker only follows the verb, `is_before` where mostly not."""

    cue: re.Pattern[str]
    behind: re.Pattern[str]
    noun: re.Pattern[str]
    determiner: re.Pattern[str]
    stop: re.Pattern[str]
    clause: re.Pattern[str]
    relative: re.Pattern[str]
    head: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    pronoun: re.Pattern[str]
    no_subject: re.Pattern[str]
    office: re.Pattern[str]
    beginning: re.Pattern[str]
    role: re.Pattern[str]
    finite: re.Pattern[str]
    before_cited: re.Pattern[str]
    told: re.Pattern[str]
    plural_endings: tuple[str, ...]
    is_after: bool
    is_before: bool


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
        phrase = _read_cue(words, match, rules)
        if phrase is not None and len(phrase.split()) <= _MAX_WORDS:
            phrases.append(phrase)
    told = rules.told.search(words)
    return [*phrases, told.group(1)] if told else phrases


def _read_cue(words: str, match: re.Match[str], rules: _Rules) -> str | None:
    """Read who is cited or says it; None where the word is a noun."""
    if match["own"] or rules.behind.search(match.group()):
        return ""
    if match["by"]:
        phrase = rules.before_cited.sub("", _cut_phrase(words, match.end(), rules.stop, first=False), count=1).strip()
        return "" if rules.pronoun.match(phrase) else phrase
    if rules.noun.fullmatch(match.group()) and rules.determiner.search(
        words[max(0, match.start() - 12) : match.start()]
    ):
        return None
    return _find_subject(words, match.start(), match.end(), rules)


@cache
def _rules_of(language: str) -> _Rules:
    tables = LANGUAGES[language].speakers
    days = alternatives(map(re.escape, weekday_words(language)))
    day = rf"(?:(?:{alternatives(tables.before_days)}) )?(?:{days})"
    glued = f"(?:{alternatives(tables.glued_before)})?" if tables.glued_before else ""
    saying, citing, own = alternatives(tables.verbs), alternatives(tables.citing), alternatives(tables.own_words)
    behind = alternatives(tables.glued_behind)
    ends = rf"{alternatives(tables.phrase_ends)}|{day}"
    outlets, roles = alternatives(tables.outlets), alternatives(tables.roles)
    told = rf"(?:{alternatives(tables.told)})\s?({outlets})(?!\w)"
    return _Rules(
        cue=_compile(rf"(?<!\w){glued}(?:(?P<own>{own})|(?P<by>{citing})|(?P<say>{saying})(?:{behind})?)(?!\w)", True),
        behind=_compile(rf"(?:{behind})(?!\w)", True),
        noun=_compile(alternatives(tables.saying_or_noun), True),
        determiner=_compile(rf"(?<!\w)(?:{alternatives(tables.determiners)})\s?$", True),
        # A full stop ends a phrase only after a whole word: initials go on.
        stop=_compile(rf"{_SIGNS}|(?<=[^\W\d_]{{4}})\.(?=\s|$)|\s[-–—]+(?:\s|$)|\s(?:{ends})(?=\s|$)"),
        clause=_compile(rf"{_SIGNS}|\s[-–—]+\s|\s(?:{alternatives(tables.clause_words)})\s"),
        relative=_compile(rf"(?:{alternatives(tables.clause_words)})(?!\w)"),
        head=_compile(rf"(?:(?:{alternatives(tables.openings, tables.adverbs)}|{day})\s)+", True),
        lead=_compile(rf"(?:(?:{alternatives(tables.adverbs, tables.addressees)}|{day}|{told})\s)+", True),
        tail=_compile(rf"(?:\s(?:{alternatives(tables.adverbs)}|{day}))+$", True),
        pronoun=_compile(rf"(?:{alternatives(tables.pronouns)})$", True),
        no_subject=_compile(rf"(?:{alternatives(tables.no_subject)})\b"),
        office=_compile(rf"(?:{alternatives(tables.offices)}) ((?!(?:{days})\b)[^\W\d_].*)", True),
        beginning=_compile(rf"(?<!\w)(?:(?:{alternatives(tables.beginnings)})(?!\w)|(?:{roles})\w*)", True),
        role=_compile(rf"(?<!\w)(?:{roles})", True),
        finite=_compile(rf"(?<!\w)(?:{alternatives(tables.finite_verbs)})(?!\w)"),
        before_cited=_compile(rf"^(?:{alternatives(tables.before_cited)})"),
        told=_compile(rf"\s{told}"),
        plural_endings=tables.plural_endings,
        is_after=tables.order == "after the verb",
        is_before=tables.order == "subject first",
    )


def _compile(pattern: str, ignore_case: bool = False) -> re.Pattern[str]:
    return re.compile(any_apostrophe(pattern), re.DOTALL | (re.IGNORECASE if ignore_case else re.NOFLAG))


def _find_subject(words: str, start: int, end: int, rules: _Rules) -> str:
    """After the verb, as reports have it ("сообщил представитель"), else before ("Минобороны сообщило")."""
    if rules.is_after:
        return _cut_phrase(words, end, rules.stop)
    before = words[max(0, start - _WINDOW) : start]
    is_plural = words[start:end].lower().endswith(rules.plural_endings)
    clause = rules.tail.sub("", rules.clause.split(before)[-1].rstrip()).strip()
    subject = _drop_head(f"{clause} ", rules.head).strip()
    if sure := (is_plural and _office_in(subject, rules)) or _name_beside(before, rules):
        return sure
    after = _cut_phrase(words, end + _skip_lead(words, end, rules), rules.stop)
    is_told_before = (rules.is_before and subject) or _is_subject(subject, rules)
    if after and not rules.no_subject.match(after) and not is_told_before:
        return "" if rules.pronoun.match(after) else after
    if not subject and is_plural and (office := rules.office.match(after)):
        # "..., сообщили в министерстве": no subject at all.
        return office.group(1)
    if len(subject.split()) > _MAX_SUBJECT_WORDS and not rules.beginning.match(subject):
        # Object and adverbs stand before the verb too: only a name at the head can be cut out.
        subject = _name_in(subject, rules)
    return "" if rules.pronoun.match(subject) else subject


def _office_in(clause: str, rules: _Rules) -> str:
    """Give the office that speaks without a subject before the verb: "У поліції підтвердили"."""
    office = rules.office.match(clause)
    if office is None or len(clause.split()) > _MAX_OFFICE_WORDS:
        return ""
    name = office.group(1)
    return name if rules.role.match(name) or _name_at_head(name) == name else ""


def _name_beside(before: str, rules: _Rules) -> str:
    """Give who is named before what is put beside the name: "X, qui était là," and "X, porte-parole,"."""
    parts = [part.strip() for part in _SIGNS_BUT_COMMA.split(before)[-1].split(",")]
    if len(parts) <= _PARTS_BESIDE or rules.tail.sub("", f" {parts[-1]}").strip():
        return ""
    head, beside = _drop_head(parts[-3], rules.head), parts[-2]
    is_office = rules.role.search(head) is not None
    is_name = _name_at_head(_TITLE.sub("", head)) == _TITLE.sub("", head) != ""
    if not (is_office or is_name) or rules.finite.search(head) or rules.no_subject.match(head.lower()):
        return ""
    told = rules.role.search(beside) or (is_office and _name_at_head(beside) == beside)
    cited = rules.cue.match(beside)
    goes_on = rules.relative.match(beside) or rules.pronoun.match(beside) or (cited and cited["by"])
    return head if goes_on or (told and not rules.finite.search(beside)) else ""


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


def _is_subject(clause: str, rules: _Rules) -> bool:
    """Tell whether a clause up to the verb is the subject: "Минобороны объявило начало операции", "Le maire a dit"."""
    bare = 0 < len(clause.split()) <= _MAX_SUBJECT_WORDS and _name_at_head(clause) == clause
    return bare or rules.beginning.match(clause) is not None


def _cut_phrase(words: str, position: int, stop: re.Pattern[str], *, first: bool = True) -> str:
    """What follows up to a word or sign that ends a noun phrase; its first word may be such a word if `first`."""
    window = f" {words[position : position + _WINDOW].lstrip()}"
    found = stop.search(window, 0 if first else 1)
    return (window[: found.start()] if found else window).strip(" .،,")
