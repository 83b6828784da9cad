"""A report's text -> segments: sentences or short quotations, with who says them; boilerplate marked.

Our own rules, because the texts arrive translated and scraped: full stops without a space after them, headlines
and buttons glued to sentences, abbreviations of three languages. Every rule looks at a bounded stretch around a
sign, so that time grows in step with the text whatever it holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geodata.boilerplate import is_boilerplate, is_listed, opens_list
from geodata.model import Segment
from geodata.speakers import Attribution, find_attribution

_SENTENCE, _LINE, _PARAGRAPH = 1, 2, 3
_MAX_QUOTED_SENTENCES = 3
_MAX_QUOTED_CHARS = 1200
_LOOK_BACK = 40

# Words that begin an English sentence with a capital and hardly ever carry one inside it.
_STARTERS = (
    "The|This|That|These|Those|There|They|Their|It|Its|He|She|His|Her|We|Our|But|And|However|Meanwhile|According|Earlier"
    "|Later|After|Before|During|While|When|Since|Although|As|At|By|For|From|If|In|On|An|A|Also|Another|Some|Several|Many"
    "|Most|All|Both|No|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|With|Under|Over"
)
# The fewer that may follow a headline or a name without any sign between: "in Aleppo Two people were hurt".
_GLUED_STARTERS = (
    "The|This|These|There|They|It|He|She|But|However|Meanwhile|According|Earlier|After|During|While|An|A|Another|Several"
    "|At least|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands"
)
_BOUNDARY = re.compile(
    r"[.!?…؟۔。！？]+[\"'”’»)\]]*(?:\[\d{1,3}\])*"
    r"|\n\s*"
    r"|(?<=\s)[•▪●■◆►‣]\s"
    r"|(?<=[a-z0-9%)])(?: |(?<=[a-z]{2}))(?:" + _GLUED_STARTERS + r") [a-z]"
    r"|(?<=[a-z0-9]) [A-Z]{4,20},? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? )?\([A-Z][A-Za-z ]{1,20}\) ?[-–—]"
    r"|Get short URL|(?<=[\w.]) ?(?:Read more ?:|Read also ?:|Tags ?:|©)"
)
_STARTER = re.compile(rf"(?:{_STARTERS})\b(?!\.)")
_MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)",
    re.IGNORECASE,
)

# Never the end before a capital: a name or title goes on.
_TITLES = frozenset(
    "mr mrs ms dr prof rev hon st ste mt ft lt gen col maj capt cpt sgt cpl brig adm cmdr cdr pte pvt sen rep gov pres "
    "amb atty supt insp det vs messrs mme m/gen lieut vol fig eq "
    "им ул пос пгт дер обл респ просп пр пл пер наб г-н г-жа ген полк подполк майор кап лейт серж адм акад проф доц "
    "тов св гр стр рис табл см ср напр т.н н.п т.е р-н мкр корп кв д-р".split()
)
# The end only where a usual first word follows.
_SOFT = frozenset(
    "inc ltd co corp jr sr bros etc al a.m p.m e.g i.e u.s u.n u.k e.u u.s.a u.a.e ph.d b.c a.d d.c approx dept est govt "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "т.д т.п др тыс млн млрд руб гг вв".split()
)
# Abbreviations only before a number.
_BEFORE_NUMBER = frozenset("no nos nr art p pp para ch sec ca c № ст ч п".split())
_DOMAIN_ENDS = frozenset("com org net info ru tv uk us eu sy iq ir tr de fr gov edu io me co рф".split())


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    after: int  # the break before it: _SENTENCE, _LINE or _PARAGRAPH


def split_statements(text: str, language: str) -> list[Segment]:
    """Split a report into the things it says.

    Parameters
    ----------
    text : str
        Any text whatever; the report's own, since offsets count in it.
    language : str
        ISO 639-1; decides where speakers are looked for ("en", "ru", "ar"; any other as English).

    Returns
    -------
    list of Segment
        In order, not overlapping, no white space at the ends; every other character is in exactly one of them.
        A quotation of up to three sentences is one segment with its attribution; the sentences of a longer one
        are segments that share its speaker. A speaker whom an outlet quotes is written "speaker (outlet)";
        a pronoun stands for the speaker last named.
    """
    quotations = _find_quotations(text)
    pieces = _cut(text, _drop_quoted_breaks(text, _find_breaks(text), quotations))
    kinds = _tell_boilerplate(text, pieces)
    speakers = _attribute(text, language, pieces, kinds, quotations)
    return [
        Segment(piece.start, piece.end, "" if boilerplate else speaker, "boilerplate" if boilerplate else "statement")
        for piece, boilerplate, speaker in zip(pieces, kinds, speakers, strict=True)
    ]


def _find_breaks(text: str) -> list[tuple[int, int]]:
    """Positions where a segment may begin, with the kind of break before each."""
    breaks = []
    line_start = 0
    for match in _BOUNDARY.finditer(text):
        sign, start, end = text[match.start()], match.start(), match.end()
        if sign == "\n":
            kind = _kind_of_line_break(text, line_start, start, end)
            line_start = end
            if kind:
                breaks.append((end, kind))
        elif sign in ".!?…؟۔。！？":
            if _ends_sentence(text, start, end, line_start):
                breaks.append((end, _SENTENCE))
        else:
            breaks += _glued_breaks(text, match)
    return breaks


def _glued_breaks(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    found = match.group()
    if found == "Get short URL":
        yield match.start(), _LINE
        yield match.end(), _LINE
    elif found[-1] in ":©" or found.endswith(("-", "–", "—")) or found[0] in "•▪●■◆►‣":
        yield match.start(), _LINE
    elif not re.search(
        r"\b(?:War|World|Part|Chapter|Phase|Stage|Number|Group|Division|Category|Level|Tier|Article|Type|Day|Vitamin)$",
        text[max(0, match.start() - 12) : match.start()],
    ):
        yield match.start(), _SENTENCE


def _ends_sentence(text: str, start: int, end: int, line_start: int) -> bool:
    """Whether the end marks (and what closes after them) at [start, end) end a sentence."""
    following = text[end : end + 12]
    if not following:
        return False
    sign = text[start]
    if not following[0].isspace():
        return sign in "؟۔。！？" or _glued_sentence(text, start, end, following)
    after = following.lstrip()
    if not after or after[0] in ",;:)]”»،؛" or after[0].islower():
        return False
    if sign != "." or text[start : start + 2] == "..":
        return True
    if start == line_start:
        return False
    return not _is_abbreviation(text, start, after, line_start)


def _word_before(text: str, position: int) -> str:
    """The last word before a full stop, with the full stops inside it; at most `_LOOK_BACK` characters."""
    before = text[max(0, position - _LOOK_BACK) : position]
    return re.split(r"[\s(\[\"“«'‘—–,;:]", before)[-1]


def _is_abbreviation(text: str, stop: int, after: str, line_start: int) -> bool:
    """Whether the full stop at `stop`, followed by a space and a capital, digit or sign, ends an abbreviation."""
    word = _word_before(text, stop)
    lower = word.lower()
    if len(word) == 1 and word.isalpha():
        return _is_initial(text, stop, word, after)
    if lower in _TITLES:
        return True
    if lower in _BEFORE_NUMBER:
        return after[0].isdigit()
    if word.isdigit() and len(word) <= 2:
        # "1. Item" at the head of a line, "5. 12. 2017", "28. April".
        at_head = not text[max(line_start, stop - 4) : stop - len(word)].strip() and stop - line_start <= 5
        return at_head or bool(re.match(r"\d{1,2}\.", after)) or bool(_MONTHS.match(after))
    if lower in _SOFT or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return not _STARTER.match(after) and not _ends_after_soft(lower, after)
    return False


def _is_initial(text: str, stop: int, letter: str, after: str) -> bool:
    if letter.lower() == "г":
        # "2017 г. Армия" ends a sentence, "в г. Алеппо" names a town.
        return not re.search(r"\d\s?г$", text[max(0, stop - 6) : stop])
    if letter.lower() in "сдпкч" and letter.islower():
        return True
    if letter.islower():
        return letter in "pcvм" and after[0].isdigit()
    # "J. Smith" goes on; "vitamin C. The" does not.
    return not _STARTER.match(after) or letter not in "ABCDEI"


def _ends_after_soft(lower: str, after: str) -> bool:
    return lower in ("etc", "т.д", "т.п", "др") or (lower in ("a.m", "p.m") and after[0] in '"“«')


def _glued_sentence(text: str, start: int, end: int, following: str) -> bool:
    """Whether a sentence begins right after the end marks: "irresolution.For", not "U.S.A", "rt.com", "3.5"."""
    first = following[0]
    if first in "“«„":
        return text[start - 1 : start].isalnum() and following[1:2].isupper()
    if not first.isalpha():
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    word = re.split(r"[\s(\[\"“«]", before)[-1]
    if "/" in word or "@" in word or word.lower().startswith("www."):
        return False
    closed = end - start > 1
    last = re.split(r"[.\-'’]", word)[-1] if word else ""
    next_word = re.match(r"[^\W\d_]+", following)
    if next_word is None or (next_word.group().lower() in _DOMAIN_ENDS and not first.isspace() and not closed):
        return False
    if first.isupper():
        begins = following[1:2].islower() or next_word.group() in ("A", "I") or (closed and following[1:2] == " ")
        long_enough = len(last) >= 2 and not last.isupper() if last.isalpha() else bool(last) or closed
        return begins and (closed or long_enough or len(last) >= 3) and last.lower() not in _TITLES | _SOFT
    # Arabic and its neighbours have no capitals: two whole words tell.
    return "\u0600" <= first <= "\u06ff" and len(last) >= 3 and len(next_word.group()) >= 2


def _kind_of_line_break(text: str, line_start: int, start: int, end: int) -> int:
    """0 where a line is only wrapped, else the kind of break; [start, end) is the newline and the blanks after it."""
    blanks = text[start:end] if end - start < 200 else text[start : start + 200]
    if blanks.count("\n") > 1 or end - start >= 200:
        return _PARAGRAPH
    line = text[max(line_start, start - 200) : start].rstrip()
    following = text[end : end + 30]
    if not line or not following:
        return _LINE
    if re.search(r"[.!?…؟۔:;][\"'”’»)\]]*$", line):
        return 0 if following[0].islower() and line[-1] not in ".!?" else _LINE
    if re.match(r"(?:[•▪●■◆►‣*·]|[-–—.]\s|\d{1,2}[.)]\s)", following):
        return _LINE
    if (
        following[0].islower()
        or following[0] in ",;)]”»،"
        or re.search(
            r"(?:[,،-]|\b(?:the|a|an|of|in|on|at|to|and|or|for|by|with|from|that|is|was|и|в|на|с|по|из|от|для|в|من|في|على|إلى))$",
            line,
        )
    ):
        return 0
    return 0 if _is_wrapped(text, line_start, start, end, following) else _LINE


def _is_wrapped(text: str, line_start: int, start: int, end: int, following: str) -> bool:
    """Whether the line was broken for want of room: long, and the next line about as long or the last."""
    width = start - line_start
    if not 45 <= width <= 160:
        return False
    next_end = text.find("\n", end, end + 200)
    next_width = (next_end if next_end >= 0 else min(len(text), end + 200)) - end
    first_word = len(following.split(None, 1)[0])
    return next_width <= 160 and width + 1 + first_word > max(next_width, 60)


def _find_quotations(text: str) -> list[tuple[int, int]]:
    """Pairs of quotation marks, by the offsets of the marks; none runs over a blank line."""
    found = []
    opened = -1
    for match in re.finditer(r'["“”„«»]|\n\s*\n', text):
        position, sign = match.start(), text[match.start()]
        if sign == "\n":
            opened = -1
        elif opened < 0:
            opened = position if _may_open(text, position, sign) else -1
        elif sign in "”»" or (sign in '"“' and not text[position - 1].isspace()):
            found.append((opened, position))
            opened = -1
        else:
            opened = position
    return found


def _may_open(text: str, position: int, sign: str) -> bool:
    if sign in "“„«":
        return True
    following = text[position + 1 : position + 2]
    return sign == '"' and bool(following) and not following.isspace() and not text[position - 1 : position].isalnum()


def _drop_quoted_breaks(
    text: str, breaks: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Keep a quotation of few sentences whole, and with the attribution that follows it."""
    at = 0
    for opened, closed in quotations:
        while at < len(breaks) and breaks[at][0] <= opened:
            yield breaks[at]
            at += 1
        inside = []
        while at < len(breaks) and breaks[at][0] <= closed:
            inside.append(breaks[at])
            at += 1
        short = closed - opened <= _MAX_QUOTED_CHARS and len(inside) < _MAX_QUOTED_SENTENCES
        if not short or any(kind == _PARAGRAPH for _, kind in inside):
            yield from inside
        elif at < len(breaks) and breaks[at][0] == closed + 1 and _ATTRIBUTION_ONLY.match(text, closed + 1):
            at += 1
    yield from breaks[at:]


_ATTRIBUTION_ONLY = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*|the|an?)(?: [\w'’.-]+){0,6} (?:said|says|added|told|stressed|noted)\b[^.!?\n]{0,60}(?:[.!?]|$)"
    r"|\s*[-–—,]"
)


def _cut(text: str, breaks: Iterator[tuple[int, int]]) -> list[_Piece]:
    """Trimmed stretches between breaks; one without a letter or digit joins the one before it on its line."""
    pieces: list[_Piece] = []
    start, kind = 0, _PARAGRAPH
    for position, next_kind in [*breaks, (len(text), _PARAGRAPH)]:
        stretch = text[start:position]
        bare = stretch.strip()
        if bare:
            left = start + len(stretch) - len(stretch.lstrip())
            piece = _Piece(left, left + len(bare), kind)
            if pieces and kind == _SENTENCE and not any(map(str.isalnum, bare)):
                pieces[-1].end = piece.end
            else:
                pieces.append(piece)
            kind = next_kind
        else:
            kind = max(kind, next_kind)
        start = position
    return pieces


def _tell_boilerplate(text: str, pieces: Sequence[_Piece]) -> list[bool]:
    kinds = []
    listing = False
    for piece in pieces:
        words = text[piece.start : min(piece.end, piece.start + 500)]
        listed = listing and piece.after >= _LINE and is_listed(words)
        kinds.append(listed or is_boilerplate(words))
        listing = opens_list(words) or listed
    return kinds


def _attribute(
    text: str, language: str, pieces: Sequence[_Piece], kinds: Sequence[bool], quotations: Sequence[tuple[int, int]]
) -> list[str]:
    """The speaker of each piece: its own attribution, that of its quotation, or that of the line before it."""
    masked = _mask_quotations(text, quotations)
    speakers: list[str] = []
    last_named = ""
    introduced = ""
    for piece, boilerplate in zip(pieces, kinds, strict=True):
        if boilerplate:
            speakers.append("")
            continue
        words = masked[piece.start : piece.end]
        found = find_attribution(words, language)
        speaker = _name_speaker(found, last_named)
        if not speaker and (introduced or _is_quotation_alone(text, piece, words)):
            speaker = introduced or last_named
        if found.named:
            last_named = speaker
        # "The minister said:" speaks for the paragraph after it.
        introduced = speaker if speaker and words.endswith(":") else ""
        speakers.append(speaker)
    _share_over_quotations(pieces, speakers, kinds, quotations)
    return speakers


def _name_speaker(found: Attribution, last_named: str) -> str:
    if found.speaker and found.outlet:
        return f"{found.speaker} ({found.outlet})"
    return found.speaker or (last_named if found.by_pronoun else "") or found.outlet


def _is_quotation_alone(text: str, piece: _Piece, masked: str) -> bool:
    return text[piece.start] in '"“«„' and masked.count("\x01") >= 0.8 * len(masked)


def _mask_quotations(text: str, quotations: Sequence[tuple[int, int]]) -> str:
    """Blank what is quoted, so that only the reporter's own words are searched; names in marks are left."""
    parts = []
    at = 0
    for opened, closed in quotations:
        if closed - opened > 30:
            parts += [text[at : opened + 1], "\x01" * (closed - opened - 1)]
            at = closed
    return "".join([*parts, text[at:]])


def _share_over_quotations(
    pieces: Sequence[_Piece], speakers: list[str], kinds: Sequence[bool], quotations: Sequence[tuple[int, int]]
) -> None:
    """Give the sentences of a long quotation the speaker named at its end or its beginning."""
    at = 0
    for opened, closed in quotations:
        while at < len(pieces) and pieces[at].end <= opened:
            at += 1
        last = at
        while last + 1 < len(pieces) and pieces[last + 1].start <= closed:
            last += 1
        if last > at:
            speaker = speakers[last] or speakers[at]
            for index in range(at, last + 1):
                if not kinds[index]:
                    speakers[index] = speakers[index] or speaker
        at = last
