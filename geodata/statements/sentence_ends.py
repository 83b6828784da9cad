"""Where a text may be cut: ends of sentences, of lines and of paragraphs, and what scraping has glued together.

Every rule looks at a bounded stretch around a sign, so that time grows in step with the text whatever it holds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from geodata.languages import Sentences, calendar_abbreviations, gather, month_words
from geodata.statements.patterns import alternatives

SENTENCE, LINE, PARAGRAPH = 1, 2, 3
"""Kinds of break, weakest first."""

_LOOK_BACK = 40
_LOWER_OR_DIGIT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_BEFORE_WORD = re.compile(r"[\s(\[\"“«'‘—–,;:]")
_BEFORE_GLUED_WORD = re.compile(r"[\s(\[\"“«]")
_INSIDE_WORD = re.compile(r"[.\-'’]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
# "i t. d.", "u t. zv. DNR": an abbreviation of two words, with a space between.
_TWO_WORDS = re.compile(r"(?<!\w)([^\W\d_]{1,2})\.\s([^\W\d_]{1,3})$")
# "In 2017 y. Army": a year at the head of a sentence goes on, whatever follows.
_YEAR_AT_HEAD = re.compile(r"(?:^|[.!?…]\s)(?:[^\W\d_]{1,2}\s)?\d{4}\s?\w$")
_WORD_OF_LETTERS = re.compile(r"[^\W\d_]+")
# "say activistsAhmed told": no word but one of a program begins small and goes on with a capital.
_GLUED_WORD = re.compile(r"[A-Z](?<=[a-z]{5}[A-Z])(?=[a-z]{2})")
_SMALL_WORD = re.compile(r"\s[a-z]{5,}\Z")
# "The town fell.SDF fighters", "taken.US-led": letters all large after a word all small, and a word after them.
_ACRONYM_APART = re.compile(r"[A-Z]{2,6}(?:['’]s)?[ -][\w\"“]")
_SHORTEST_BEFORE_ACRONYM = 3


def _gather(read: Callable[[Sentences], Iterable[str]]) -> frozenset[str]:
    """Put a table of all languages together: a text may quote any."""
    return frozenset(gather(lambda language: read(language.sentences)))


_STARTERS = _gather(lambda table: table.starters)
_GLUED_STARTERS = sorted(_gather(lambda table: table.glued_starters), key=lambda word: (-len(word), word))
# After these a starter belongs to a name: "World War Two", "Category Three".
_NUMBERED = re.compile(rf"\b(?:{alternatives(_gather(lambda table: table.numbered))})$")
_LEFT_OPEN = re.compile(r"[A-Za-z0-9%)] |[a-z]{2}")
# Each of these begins with one class of signs, or with a letter of each alternative: a search skips fast over all else.
_SIGN = re.compile(
    r"[.!?…؟۔。！？\n•▪●■◆►‣]"
    r"(?:(?<=[.!?…؟۔。！？])[.!?…؟۔。！？]*(?:['”’»)\]]|[ \u00a0\u202f]»|[\"“](?!\w))*(?:\[\d{1,3}\])*"
    r"|(?<=\n)\s*"
    r"|(?<=[•▪●■◆►‣])\s)"
)
_GLUED = re.compile(
    "|".join(rf"{starter} (?=[a-z\d])" for starter in _GLUED_STARTERS)
    + r"|Get short URL|Read [Mm]ore(?= [\"“A-Z])|Read more ?:|Read also ?:|Tags ?:|©"
)
_GLUED_DATELINE = re.compile(
    r"[A-Z](?<!Get short U)[A-Z]{3,19},? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?\([A-Z][A-Za-z ]{1,20}\) ?[-–—]"
)
_STARTER = re.compile(rf"(?:{'|'.join(sorted(_STARTERS))})\b(?!\.)")
# After letters all large: "fighters of IS.A source", "the town, said RT.The army".
_ENGLISH_STARTER = re.compile(rf"(?:{'|'.join(sorted(_STARTERS))})\s[a-z\d\"“]")
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"(?:[•▪●■◆►‣*·]|[-–—.]\s|\d{1,2}[.)]\s)")
_COMPLETE = re.compile(r"[.!?…؟۔:;][\"'”’»)\]]*$")
_GOES_ON = re.compile(rf"(?:[,،-]|\b(?:{alternatives(_gather(lambda table: table.goes_on))}))$")

_TITLES = _gather(lambda table: table.titles)
_ABBREVIATIONS = _gather(lambda table: table.abbreviations)
_ENDS_ANYWAY = _gather(lambda table: table.ends_anyway)
_ENDS_BEFORE_QUOTE = _gather(lambda table: table.ends_before_quote)
_BEFORE_NUMBER = _gather(lambda table: table.before_number)
_LETTERS = _gather(lambda table: table.letters)
_LETTERS_AFTER_NUMBER = _gather(lambda table: table.letters_after_number)
_LETTERS_BEFORE_NUMBER = _gather(lambda table: table.letters_before_number)
_STATES_LIKE_DOMAINS = frozenset({"US", "UK", "EU"})
_DOMAIN_ENDS = frozenset("com org net info ru tv uk us eu sy iq ir tr de fr gov edu io me co xn".split())


def find_breaks(text: str) -> list[tuple[int, int]]:
    """Find the places where a statement may end and the next begin.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of (int, int)
        Offset of each break, in order, and its kind: `SENTENCE`, `LINE` or `PARAGRAPH`.
    """
    glued = [found for match in _GLUED.finditer(text) for found in _glued_breaks(text, match)]
    glued += [(match.start(), LINE) for match in _GLUED_DATELINE.finditer(text) if _follows_text(text, match.start())]
    glued += [(match.start(), SENTENCE) for match in _GLUED_WORD.finditer(text) if _ends_small_word(text, match)]
    return sorted([*_breaks_at_signs(text), *glued], key=itemgetter(0))


def _breaks_at_signs(text: str) -> Iterator[tuple[int, int]]:
    line_start = 0
    for match in _SIGN.finditer(text):
        start, end = match.span()
        sign = text[start]
        if sign == "\n":
            kind = _kind_of_line_break(text, line_start, start, end)
            line_start = end
            if kind:
                yield end, kind
        elif sign in ".!?…؟۔。！？":
            if _ends_sentence(text, start, end, line_start):
                yield end, SENTENCE
        elif text[start - 1 : start].isspace():
            yield start, LINE


def _ends_small_word(text: str, glued: re.Match[str]) -> bool:
    return _SMALL_WORD.search(text, max(0, glued.start() - _LOOK_BACK), glued.start()) is not None


def _follows_text(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == " " and text[start - 2] in _LOWER_OR_DIGIT


def _glued_breaks(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    found, start = match.group(), match.start()
    if found in ("Get short URL", "Read more", "Read More"):
        yield start, LINE
        yield match.end(), LINE
    elif found[-1] in ":©":
        yield start, LINE
    elif _LEFT_OPEN.fullmatch(text, max(0, start - 2), start) and not _NUMBERED.search(
        text[max(0, start - 12) : start - 1]
    ):
        yield start, SENTENCE


def _ends_sentence(text: str, start: int, end: int, line_start: int) -> bool:
    """Whether the end marks (and what closes after them) at [start, end) end a sentence."""
    following = text[end : end + 12]
    if not following:
        return False
    sign = text[start]
    if not following[0].isspace():
        return sign in "؟۔。！？" or _glued_sentence(text, start, end, following)
    after = following.lstrip()
    if not after or after[0] in ",;:)]”»،؛" or (after[0].islower() and not re.match(r"[a-z]{2,3}-[A-Z]", after)):
        return False
    if sign != "." or text[start : start + 2] == "..":
        return True
    if start == line_start:
        return False
    return not _is_abbreviation(text, start, after, line_start)


def _word_before(text: str, position: int) -> str:
    """The last word before a full stop, with the full stops inside it; at most `_LOOK_BACK` characters."""
    before = text[max(0, position - _LOOK_BACK) : position]
    return _BEFORE_WORD.split(before)[-1]


def _is_abbreviation(text: str, stop: int, after: str, line_start: int) -> bool:
    """Whether the full stop at `stop`, followed by a space and a capital, digit or sign, ends an abbreviation."""
    word = _word_before(text, stop)
    two_words = _TWO_WORDS.search(text, max(line_start, stop - _LOOK_BACK), stop)
    if two_words and (_is_abbreviated(joined := ".".join(two_words.groups()).lower())):
        word = joined
    lower = word.lower()
    if len(word) == 1 and word.isalpha():
        return _is_initial(text, stop, word, after, line_start)
    if lower in _TITLES:
        return True
    if lower in _BEFORE_NUMBER:
        return after[0].isdigit()
    if word.isdigit() and len(word) <= 2:
        # "1. Item" at the head of a line, "5. 12. 2017", "28. April".
        at_head = not text[max(line_start, stop - 4) : stop - len(word)].strip() and stop - line_start <= 5
        return at_head or bool(re.match(r"\d{1,2}\.", after)) or _opens_with_month(after)
    if _is_soft(lower) or _INITIALS.fullmatch(word):
        return not _STARTER.match(after) and not _ends_after_soft(lower, after)
    return False


def _is_initial(text: str, stop: int, letter: str, after: str, line_start: int) -> bool:
    small = letter.lower()
    if small in _LETTERS_AFTER_NUMBER:
        # "2017 г. Армия" ends a sentence, "в г. Алеппо" names a town.
        is_year_at_head = _YEAR_AT_HEAD.search(text[max(line_start, stop - _LOOK_BACK) : stop])
        return bool(is_year_at_head) or not re.search(r"\d\s?\w$", text[max(0, stop - 6) : stop])
    if letter.islower():
        return small in _LETTERS or (small in _LETTERS_BEFORE_NUMBER and after[0].isdigit())
    # "J. Smith" goes on; "vitamin C. The" does not.
    return not _STARTER.match(after) or letter not in "ABCDEI"


def _ends_after_soft(lower: str, after: str) -> bool:
    return lower in _ENDS_ANYWAY or (lower in _ENDS_BEFORE_QUOTE and after[0] in '"“«')


def _glued_sentence(text: str, start: int, end: int, following: str) -> bool:
    """Whether a sentence begins right after the end marks: "irresolution.For", not "U.S.A", "rt.com", "3.5"."""
    first = following[0]
    if first in '“«„"':
        return text[start - 1 : start].isalnum() and following[1:2].isupper()
    if not first.isalpha():
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    word = _BEFORE_GLUED_WORD.split(before)[-1]
    if "/" in word or "@" in word or word.lower().startswith("www"):
        return False
    closed = end - start > 1
    last = _INSIDE_WORD.split(word)[-1] if word else ""
    next_word = _WORD_OF_LETTERS.match(following)
    if next_word is None:
        return False
    apart = "." not in word and _ACRONYM_APART.match(text, end) is not None
    state = apart and last.islower() and next_word.group() in _STATES_LIKE_DOMAINS
    if next_word.group().lower() in _DOMAIN_ENDS and not closed and not state:
        return False
    if first.isupper():
        begins = following[1:2].islower() or next_word.group() in ("A", "I") or (closed and following[1:2] == " ")
        if apart and last[1:].islower():
            return len(last) >= _SHORTEST_BEFORE_ACRONYM and not _is_abbreviated(last.lower())
        if len(last) >= 2 and last.isupper() and last == word and _ENGLISH_STARTER.match(text, end):
            return True
        long_enough = len(last) >= 2 and not last.isupper() if last.isalpha() else bool(last) or closed
        return begins and (closed or long_enough or len(last) >= 3) and not _is_abbreviated(last.lower())
    # Arabic and its neighbours have no capitals: two whole words tell.
    return "\u0600" <= first <= "\u06ff" and len(last) >= 3 and len(next_word.group()) >= 2


def _is_soft(lower: str) -> bool:
    return lower in _ABBREVIATIONS or lower in calendar_abbreviations()


def _is_abbreviated(lower: str) -> bool:
    return lower in _TITLES or _is_soft(lower)


def _opens_with_month(text: str) -> bool:
    word = _WORD.match(text)
    return word is not None and word.group().lower() in month_words()


def _kind_of_line_break(text: str, line_start: int, start: int, end: int) -> int:
    """0 where a line is only wrapped, else the kind of break; [start, end) is the newline and the blanks after it."""
    blanks = text[start:end] if end - start < 200 else text[start : start + 200]
    if blanks.count("\n") > 1 or end - start >= 200:
        return PARAGRAPH
    line = text[max(line_start, start - 200) : start].rstrip()
    following = text[end : end + 30]
    if not line or not following:
        return LINE
    if _COMPLETE.search(line):
        return 0 if following[0].islower() and line[-1] not in ".!?" else LINE
    if _BULLET.match(following):
        return LINE
    if following[0].islower() or following[0] in ",;)]”»،" or _GOES_ON.search(line):
        return 0
    return 0 if _is_wrapped(text, line_start, start, end, following) else LINE


def _is_wrapped(text: str, line_start: int, start: int, end: int, following: str) -> bool:
    """Whether the line was broken for want of room: long, and the next line about as long or the last."""
    width = start - line_start
    if not 45 <= width <= 160:
        return False
    next_end = text.find("\n", end, end + 200)
    next_width = (next_end if next_end >= 0 else min(len(text), end + 200)) - end
    first_word = len(following.split(None, 1)[0])
    return next_width <= 160 and width + 1 + first_word > max(next_width, 60)
